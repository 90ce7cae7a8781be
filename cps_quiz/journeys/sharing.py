"""What of a candidate's answers would leave for a programme, and the file that takes it there or back."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.fingerprint import asked_print, fingerprint
from cps_quiz.core.record.log import Kept
from cps_quiz.core.record.shareable import LONGEST_CODE, Shareable
from cps_quiz.errors import QuizError
from cps_quiz.journeys.exam.keeping import finished_exams
from cps_quiz.pool.contribution import Sharing, contribution_lines, pseudonym, sharing, withdrawal_line
from cps_quiz.words import sharing as words


class Record(Protocol):
    """A learner's record. Methods raise QuizError when it cannot be used."""

    def shareable(self) -> Iterator[Shareable]:
        """Answers that the program scored, oldest first."""

    def exams(self) -> Sequence[Kept]:
        """The mock exams that are over."""

    def secret(self) -> str | None:
        """The learner's secret."""

    def merge_secret(self, value: str) -> None:
        """Keep a secret."""


class Offer(NamedTuple):
    """What would leave: its lines, and in sentences what they hold."""

    lines: list[str]
    sentences: list[str]


def offer(record: Record, programme: str, items: Iterable[Item]) -> Offer:
    """What would leave of a record. Raises QuizError when there is nothing, or the code is none."""
    _check_code(programme)
    prints: dict[tuple[str, str], str] = {(item.id, fingerprint(item)): asked_print(item) for item in items}
    shared = sharing(programme, list(record.shareable()), finished_exams(record), prints)
    if not shared.answers:
        raise QuizError(words.NO_ANSWERS, "Answer some questions first: cps-quiz drill")
    lines = list(contribution_lines(programme, pseudonym(_secret(record), programme), shared))
    return Offer(lines, _sentences(programme, shared, lines[0]))


def withdrawal(record: Record, programme: str) -> str:
    """The line that takes everything back. Raises QuizError when nothing was ever shared."""
    _check_code(programme)
    secret = record.secret()
    if secret is None:
        raise QuizError(words.NOTHING_SHARED)
    return withdrawal_line(programme, pseudonym(secret, programme))


def _check_code(programme: str) -> None:
    if not programme.strip() or len(programme) > LONGEST_CODE or not programme.isprintable():
        raise QuizError(words.NO_CODE, "Ask your instructor for it, and write: --programme CODE")


def _secret(record: Record) -> str:
    secret = record.secret()
    if secret is None:
        record.merge_secret(os.urandom(32).hex())
        secret = record.secret()
    if secret is None:
        raise QuizError("The secret for your pseudonym could not be kept.")
    return secret


def _sentences(programme: str, shared: Sharing, first: str) -> list[str]:
    exams = len({answer.exam for answer in shared.answers if answer.exam})
    months = Counter(answer.month for answer in shared.answers)
    said = [words.would_go(len(shared.answers), programme, words.spread(months, exams)), words.EACH, words.NOT]
    if left_open := sum(answer.chosen is None for answer in shared.answers):
        said.append(words.left_open(left_open))
    if shared.undone:
        said.append(words.taken_back(len(shared.undone)))
    if shared.unprinted:
        said.append(words.unprinted(shared.unprinted))
    return [*said, words.FINGERPRINT, words.first_line(first), words.TAKE_BACK]
