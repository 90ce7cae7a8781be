"""What leaves a candidate's machine: one JSON object for each answer, with no name, text, time or pause in it.

Pseudonyms and ids are HMAC-SHA256 (RFC 2104), written as hexadecimal digits.
"""

import hmac
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from cps_quiz.core.exam.report import FinishedExam, Outcome
from cps_quiz.core.record.shareable import Shareable

ID_DIGITS = 32
"""Digits of ids that leave: 128 bits tell all answers of a programme apart."""

Prints = Mapping[tuple[str, str], str]
"""The print of the asked text for an item and its fingerprint: exams keep only the latter for an open question."""


class SharedAnswer(NamedTuple):
    """One answer as it is shared.

    `chosen` are option numbers from 0 in authored order, None for an open question of an exam; `points`
    0 to 1; `exam` tells the sittings of a person apart, None in a drill; `number` is the place in the
    person's own order; `month` is like 2026-11.
    """

    id: str
    item: str
    print: str
    chosen: tuple[int, ...] | None
    points: float
    confidence: str | None
    exam: str | None
    first_try: bool
    number: int
    month: str


class Sharing(NamedTuple):
    """What would leave: answers, ids of those that were taken back, and how many stay for want of a print."""

    answers: tuple[SharedAnswer, ...]
    undone: tuple[str, ...]
    unprinted: int


def pseudonym(secret: str, programme: str) -> str:
    """One person's name in one programme: 64 digits that no other programme shares and nobody can turn back."""
    return hmac.digest(secret.encode(), programme.encode(), "sha256").hex()


def shared_id(programme: str, id_: str) -> str:
    """An id that is the same from all machines of a person, and tells nothing of the time in it."""
    return hmac.digest(programme.encode(), id_.encode(), "sha256").hex()[:ID_DIGITS]


def sharing(programme: str, entries: Sequence[Shareable], exams: Iterable[FinishedExam], prints: Prints) -> Sharing:
    """What leaves of answers, and of the exams that are over."""
    known = dict(prints) | {(e.item, e.fingerprint): e.print for e in entries if e.print is not None}
    sat = {exam.id: exam for exam in exams}
    undone = tuple(shared_id(programme, entry.id) for entry in entries if entry.undone)
    made = [_made(entry) for entry in entries if not entry.undone]
    left = [_open(exam, one, known) for exam in sat.values() for one in exam.outcomes if not one.answered]
    seen: set[tuple[str, str]] = set()
    answers = []
    for number, one in enumerate(sorted((*made, *left), key=lambda one: one.order), 1):
        if one.print is not None:
            version = (one.item, one.print)
            first = not one.again and version not in seen
            seen.add(version)
            answers.append(_shared(programme, one, number, first=first, in_exam=one.attempt in sat))
    return Sharing(tuple(answers), undone, len(made) + len(left) - len(answers))


def contribution_lines(programme: str, name: str, shared: Sharing) -> Iterator[str]:
    """The lines of a contribution under a pseudonym."""
    head = {"contribution": programme, "pseudonym": name}
    for answer in shared.answers:
        yield json.dumps(head | answer._asdict())
    for id_ in shared.undone:
        yield json.dumps(head | {"id": id_, "undone": True})


def withdrawal_line(programme: str, name: str) -> str:
    """The one line that takes all answers of a pseudonym back."""
    return json.dumps({"withdrawal": programme, "pseudonym": name})


class _Try(NamedTuple):
    """An answer, or an open question, before it is made unrecognisable; `order` is its time and its id."""

    order: tuple[int, str]
    attempt: str
    item: str
    print: str | None
    chosen: tuple[int, ...] | None
    points: float
    confidence: str | None
    again: bool
    month: str


def _made(entry: Shareable) -> _Try:
    return _Try(
        order=(entry.answered_at, entry.id),
        attempt=entry.attempt,
        item=entry.item,
        print=entry.print,
        chosen=_chosen(entry.response),
        points=round(entry.score, 3),
        confidence=entry.confidence,
        again=bool(entry.again),
        month=entry.day[:7],
    )


@lru_cache
def _chosen(response: str) -> tuple[int, ...]:
    """The options that a response in JSON names; there are few different ones among many answers."""
    chosen = json.loads(response).get("chosen", [])
    return tuple(chosen) if isinstance(chosen, list) else ()


def _open(exam: FinishedExam, one: Outcome, known: Prints) -> _Try:
    """An open question, which stands in the exam's record only."""
    return _Try(
        order=(exam.ended_at, f"{exam.id}/{one.item}"),
        attempt=exam.id,
        item=one.item,
        print=known.get((one.item, one.print)),
        chosen=None,
        points=0.0,
        confidence=None,
        again=False,
        month=exam.day[:7],
    )


def _shared(programme: str, one: _Try, number: int, *, first: bool, in_exam: bool) -> SharedAnswer:
    return SharedAnswer(
        id=shared_id(programme, one.order[1]),
        item=one.item,
        print=one.print or "",
        chosen=one.chosen,
        points=one.points,
        confidence=one.confidence,
        exam=shared_id(programme, one.attempt) if in_exam else None,
        first_try=first,
        number=number,
        month=one.month,
    )
