"""What a shell offers to complete: the names in the banks in use.

A shell asks in the middle of typing: where banks cannot be read, nothing is offered and nothing is said.
"""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import typer

from cps_quiz.bank.copies import load_or_recall
from cps_quiz.bank.files import shipped
from cps_quiz.bank.library import Library
from cps_quiz.cli.wiring import settings
from cps_quiz.errors import QuizError
from cps_quiz.store.settings import copies_path

Offered = list[tuple[str, str]]
"""Names, each with what it stands for."""


def topics(ctx: typer.Context, incomplete: str) -> Offered:
    """Topics by id."""
    with suppress(QuizError, OSError):
        loaded = _library(ctx)
        known = {topic.id: topic.title for topic in loaded.curriculum.topics.values()}
        return _beginning(incomplete, {**{item.topic: "" for item in loaded.items}, **known}.items())
    return []


def objectives(ctx: typer.Context, incomplete: str) -> Offered:
    """Topics, and objectives as TOPIC/OBJECTIVE once a topic is typed."""
    if "/" not in incomplete:
        return topics(ctx, incomplete)
    with suppress(QuizError, OSError):
        known = (
            (f"{topic.id}/{one.id}", one.title)
            for topic in _library(ctx).curriculum.topics.values()
            for one in topic.objectives
        )
        return _beginning(incomplete, known)
    return []


def approaches(ctx: typer.Context, incomplete: str) -> Offered:
    """Misconceptions by id."""
    with suppress(QuizError, OSError):
        return _beginning(incomplete, ((one.id, one.name) for one in _library(ctx).misconceptions.values()))
    return []


def items(ctx: typer.Context, incomplete: str) -> Offered:
    """Questions by id."""
    with suppress(QuizError, OSError):
        return _beginning(incomplete, ((item.id, "") for item in _library(ctx).items if not item.retired))
    return []


def items_and_topics(ctx: typer.Context, incomplete: str) -> Offered:
    """What can be put aside."""
    return [*topics(ctx, incomplete), *items(ctx, incomplete)]


def _library(ctx: typer.Context) -> Library:
    """The banks in use, whatever is wrong in them."""
    named = [Path(bank) for bank in ctx.params.get("banks") or ()]
    return load_or_recall(named or [*settings().banks] or [shipped()], copies_path())


def _beginning(incomplete: str, known: Iterable[tuple[str, str]]) -> Offered:
    return [(str(name), said) for name, said in known if name.startswith(incomplete)]
