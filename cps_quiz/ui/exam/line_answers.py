"""A mock exam from lines of standard input, one for each answer, where it is no terminal."""

import os
from collections.abc import Sequence
from queue import Empty, Queue
from threading import Thread

from cps_quiz.core.exam.exam import Act, Certain, Do, Exam, Go, Respond
from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.ui.drill.plain import Say
from cps_quiz.ui.exam.plain import say_explained, say_place, say_result
from cps_quiz.ui.exam.review import Wish, chosen_places, walks
from cps_quiz.ui.listening.answer_line import parse
from cps_quiz.ui.listening.asked_keys import CONFIDENCES
from cps_quiz.ui.pages.choosing import by_line, chosen
from cps_quiz.words import drill as drill_words
from cps_quiz.words import exam as exam_words
from cps_quiz.words import exam_result
from cps_quiz.words import keys as key_words
from cps_quiz.words.exam_result import ExamView
from cps_quiz.words.steps import Step, in_line

LONGEST = 4096
"""Bytes after which a line without an end is taken as one."""

LONGEST_WAIT = 1.0
"""Seconds between two looks around, so that ^C is heard on every system."""


class LineExam:
    """Asks in order. An empty line leaves a question open; the end of input hands the exam in."""

    passing: frozenset[str] = frozenset({"", "s"})
    """Lines that leave a question open."""

    def __init__(self, say: Say, complain: Say, source: int, glossary: Glossary) -> None:
        self.say = say
        self.complain = complain
        self.glossary = glossary
        self._number = 0
        self._lines: Queue[bytes | None] = Queue()
        self._ended = False
        self._at: int | None = None
        Thread(target=self._read, args=(source,), daemon=True).start()

    def begin(self, sentences: Sequence[str], *, again: bool) -> bool | None:  # noqa: ARG002 - nobody can be asked
        """Say what is to come, and begin."""
        for sentence in [*sentences[:-1], key_words.EXAM_IN_LINES]:
            self.say(sentence)
        return True

    def note(self, sentence: str) -> None:
        """Say what a full screen would have standing on it."""
        if sentence:
            self.say(sentence)

    def turn(self, exam: Exam) -> Act:
        """Say the question if it is a new one, and read a line, a second at most if the clock runs."""
        if exam.at != self._at:
            self._at = exam.at
            say_place(exam, self.say)
        if exam.place.response is not None:
            unsaid = exam.settings.certainty and exam.place.certainty is None
            return self._sure(exam) if unsaid else self._on(exam)
        line = self._line(exam.tick)
        if line is None:
            return self._end() if self._ended else Do.WAIT
        if line in self.passing:
            return self._on(exam)
        return self._answer(exam, line)

    def rest(self, exam: Exam) -> bool:  # noqa: ARG002
        """There are no breaks here."""
        return True

    def time_up(self, exam: Exam) -> None:
        """Tell that the time is over."""
        self.say(f"\n{exam_words.TIME_UP} {' '.join(exam_words.standing(exam))}")

    def show(self, view: ExamView, exam: Exam, steps: Sequence[Step]) -> Step | None:
        """Say the result, and explain every question."""
        say_result(view, self.say)
        self.say(f"{exam_result.WHAT_NEXT}:")
        for step in steps:
            if step.command:
                self.say(f"- {in_line(step)}")
        for at in chosen_places(exam, Wish.ALL):
            say_explained(exam, at, self.glossary, self.say)
        return None

    def stay(self, view: ExamView, steps: Sequence[Step]) -> None:
        """All has been said."""

    def _answer(self, exam: Exam, line: str) -> Act:
        reply = parse(line, exam.place.item.body.interaction(), exam.order(exam.at))
        if isinstance(reply, str):
            return self._command(exam, line, reply)
        if exam.settings.certainty:
            self.say(drill_words.SURE)
        return Respond(reply)

    def _command(self, exam: Exam, line: str, problem: str) -> Act:
        """What a line means that is no answer."""
        match line:
            case "f":
                self.say(exam_words.UNFLAGGED if exam.place.flagged else exam_words.FLAGGED)
                return Do.FLAG
            case "q":
                return self._end()
            case _:
                self._complain(problem)
                return Do.WAIT

    def _end(self) -> Act:
        """What the end of the lines means, and a wish to stop."""
        return Do.HAND_IN

    def _on(self, exam: Exam) -> Act:
        return Go(exam.at + 1) if exam.at + 1 < len(exam.places) else self._last(exam)

    def _last(self, exam: Exam) -> Act:  # noqa: ARG002 - a person is asked first
        return Do.HAND_IN

    def _sure(self, exam: Exam) -> Act:
        known = {**CONFIDENCES, **{confidence.value: confidence for confidence in Confidence}}
        line = self._line(exam.tick)
        if line is None:
            return self._end() if self._ended else Do.WAIT
        if not line:
            return self._on(exam)
        if line.casefold() in known:
            return Certain(known[line.casefold()])
        self._complain(key_words.no_answer(line, key_words.ONE_TO_THREE))
        return Do.WAIT

    def _complain(self, problem: str) -> None:
        self.complain(key_words.in_line(self._number, problem))

    def _line(self, seconds: float | None) -> str | None:
        """The next line; None when none came in time, or none will come any more."""
        try:
            line = None if self._ended else self._lines.get(timeout=seconds or LONGEST_WAIT)
        except Empty:
            return None
        if line is None:
            self._ended = True
            return None
        self._number += 1
        return line.decode(errors="replace").strip()

    def _read(self, source: int) -> None:
        """Hand over every line, and None at the end: a thread of its own, as the clock goes on meanwhile."""
        begun = b""
        while got := os.read(source, LONGEST):
            *lines, begun = (begun + got).split(b"\n")
            if len(begun) >= LONGEST:
                lines, begun = [*lines, begun], b""
            for line in lines:
                self._lines.put(line)
        if begun:
            self._lines.put(begun)
        self._lines.put(None)


class TypedExam(LineExam):
    """Lines typed by a person: leaving keeps the exam, handing in is asked about, and reading takes its time."""

    passing = frozenset({""})

    def begin(self, sentences: Sequence[str], *, again: bool) -> bool | None:
        """Say what is to come: True goes on, False leaves. With `again`, None begins anew instead."""
        for sentence in [*sentences, key_words.OFFER if again else key_words.EXAM_TYPED]:
            self.say(sentence)
        wanted = {"", "n", "q"} if again else {"", "q"}
        line = self._one_of(wanted)
        return None if line == "n" else line == ""

    def show(self, view: ExamView, exam: Exam, steps: Sequence[Step]) -> Step | None:
        """Say the result, then what the learner wants to read of it; what they choose to do next, or None."""
        say_result(view, self.say)
        there = walks(exam)
        self.say(f"\n{exam_result.WHAT_NEXT}:")
        while (step := chosen([*there, *steps], by_line(lambda: self._one_of(None)), self.say)) is not None:
            if step not in there:
                return step
            self._walk(exam, there[step])
        return None

    def _walk(self, exam: Exam, places: Sequence[int]) -> None:
        for at in places:
            say_explained(exam, at, self.glossary, self.say)
            self.say(key_words.NEXT_TYPED)
            if self._one_of({"", "q"}) != "":
                return

    def _answer(self, exam: Exam, line: str) -> Act:
        return self._last(exam) if line == "s" else super()._answer(exam, line)

    def _end(self) -> Act:
        return Do.LEAVE

    def _last(self, exam: Exam) -> Act:
        """Hand in, or go back to the first open question."""
        self.say(f"{exam_words.asked_to_hand_in(exam)} {key_words.HAND_IN_TYPED}")
        line = self._one_of({"", "n", "q"})
        if line != "n":
            return Do.HAND_IN if line == "" else Do.LEAVE
        self._at = None
        return Go(exam.open[0] if exam.open else 0)

    def _one_of(self, wanted: set[str] | None) -> str | None:
        """The next line, or the next of those that are `wanted`; None when none will come."""
        while not self._ended:
            line = self._line(None)
            if line is not None and (wanted is None or line in wanted):
                return line
        return None
