"""Makes a learner's past: answers to real items at chosen times, kept as the program keeps them."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import NamedTuple

from program import Program

from cps_quiz.bank.loading import load
from cps_quiz.core.drill.drill import Answer, Turn
from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.interaction import ChooseOne, ChooseSome
from cps_quiz.core.questions.response import Chosen
from cps_quiz.core.record.log import Attempt, Circumstances, Logged, logged
from cps_quiz.store.progress import Progress


class Tried(NamedTuple):
    """An answer of some days ago; `chosen` is the beginning of an option, without it the key is."""

    item: str
    days_ago: float
    chosen: str | None = None
    confidence: Confidence | None = None


def at_noon(run: Program) -> datetime:
    """The time now, in a zone where it is about noon. `run` is in it from here on, so that no test meets midnight."""
    ahead = 12 - datetime.now(UTC).hour
    run.environment["TZ"] = f"TEST{-ahead:+}"
    return datetime.now(UTC).astimezone(timezone(timedelta(hours=ahead)))


def use_banks(home: Path, *banks: Path) -> None:
    """Have the program in `home` ask the questions of these banks."""
    listed = ", ".join(f'"{bank}"' for bank in banks)
    (home / "settings.toml").write_text(f"banks = [{listed}]\n", encoding="utf-8")


def keep(home: Path, bank: Path, now: datetime, tries: Iterable[Tried]) -> list[Logged]:
    """Keep answers to items of `bank` in the store of `home`."""
    items = {str(item.id): item for item in load([bank]).items}
    entries = [_entry(items[tried.item], tried, f"{home.name}-{number}", now) for number, tried in enumerate(tries)]
    store = Progress(home / "progress.db")
    store.merge((entry, None) for entry in entries)
    for entry in entries:
        store.save(Attempt(entry.attempt, "drill", 1, entry.answered_at, "{}"))
        store.end(entry.attempt, entry.answered_at)
    store.close()
    return entries


def _entry(item: Item, tried: Tried, name: str, now: datetime) -> Logged:
    at = now - timedelta(days=tried.days_ago)
    response = Chosen(_places(item, tried.chosen))
    around = Circumstances(
        id=name,
        attempt=f"before-{name}",
        confidence=tried.confidence,
        cram=False,
        seed=1,
        seconds=9.0,
        answered_at=round(at.timestamp() * 1000),
        day=at.date().isoformat(),
    )
    return logged(Answer(Turn(item), response, item.body.score(response)), around)


def _places(item: Item, chosen: str | None) -> tuple[int, ...]:
    interaction = item.body.interaction()
    assert isinstance(interaction, ChooseOne | ChooseSome)
    wanted = [option.correct if chosen is None else option.text.startswith(chosen) for option in interaction.options]
    assert any(wanted), chosen
    return tuple(place for place, fits in enumerate(wanted) if fits)
