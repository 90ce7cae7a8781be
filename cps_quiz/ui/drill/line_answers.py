"""Answers from lines of standard input, where it is no terminal, or one that cannot hand over single keys."""

import select
from collections.abc import Sequence
from io import BufferedReader

from cps_quiz.core.drill.drill import Move
from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.interaction import Write
from cps_quiz.core.questions.response import Response, Written
from cps_quiz.ui.drill.plain import Beside, Say
from cps_quiz.ui.listening.answer_line import parse, places_in
from cps_quiz.ui.listening.asked_keys import CONFIDENCES, OFFERED
from cps_quiz.ui.listening.keys import ENTER
from cps_quiz.ui.pages.choosing import by_line, chosen
from cps_quiz.words import drill as drill_words
from cps_quiz.words import keys as key_words
from cps_quiz.words.steps import Step, in_line

_AFTER = {"u": Move.UNDO, "x": Move.ASIDE, "f": Move.FLAG, "q": Move.STOP}
_MOVES = {**_AFTER, "s": Move.SKIP}


class LineAnswers:
    """One line for each answer; an empty line skips, the end of input stops."""

    def __init__(self, say: Say, complain: Say, stream: BufferedReader) -> None:
        self.say = say
        self.complain = complain
        self.stream = stream
        self.number = 0

    def answer(self, item: Item, order: tuple[int, ...], *, anew: bool, why: str) -> Response | Move:  # noqa: ARG002
        """Read lines until one is an answer; the others are complained of with their number."""
        interaction = item.body.interaction()
        while (line := self._line()) is not None:
            if not line:
                self.say(f"{drill_words.SKIPPED}\n")
                return Move.SKIP
            if isinstance(interaction, Write):
                return self._points(line, interaction, order)
            reply = parse(line, interaction, order)
            if not isinstance(reply, str):
                return reply
            if line in _MOVES:
                return _MOVES[line]
            if line == "h":
                self.say(item.hint or drill_words.NO_HINT)
            elif line == "w":
                self.say(why)
            else:
                self._complain(reply)
        return Move.STOP

    def confidence(self) -> Confidence | None:
        """Read lines until one says how sure the learner was: 1, 2, 3 or the word; an empty one passes."""
        known = {**CONFIDENCES, **{confidence.value: confidence for confidence in Confidence}}
        while (line := self._line()) is not None:
            if not line:
                return None
            if line.casefold() in known:
                return known[line.casefold()]
            self._complain(key_words.no_answer(line, key_words.ONE_TO_THREE_OR_NOTHING))
        return None

    def accepts(self) -> Move:
        """Nothing is offered where nobody presses keys."""
        return Move.SKIP

    def pause(self, beside: Beside, *, anew: bool) -> Move:  # noqa: ARG002 - nobody can ask for it
        """Go straight on."""
        self.say("")
        return Move.NEXT

    def choose(self, steps: Sequence[Step]) -> Step | None:
        """Nothing is started where nobody presses keys."""
        for step in steps:
            self.say(f"- {in_line(step)}")
        return None

    def ended(self) -> bool:
        """Whether the input is known to be at its end; a pipe that is silent for now is not."""
        try:
            ready = bool(select.select([self.stream], [], [], 0)[0])
        except (OSError, ValueError):
            return False
        return ready and not self.stream.peek(1)

    def _points(self, text: str, interaction: Write, order: tuple[int, ...]) -> Response | Move:
        size = len(order)
        self.say(drill_words.POINTS_BY_NUMBER)
        for at, index in enumerate(order):
            self.say(f"{at + 1}. {interaction.looks_for[index]}")
        while (line := self._line()) is not None:
            places = places_in(line, size) if line else ()
            if places is not None:
                return Written(text, tuple(sorted({order[place] for place in places})))
            self._complain(key_words.no_answer(line, key_words.numbers_up_to(size)))
        return Move.STOP

    def _complain(self, problem: str) -> None:
        self.complain(key_words.in_line(self.number, problem))

    def _line(self) -> str | None:
        self.number += 1
        raw = self.stream.readline()
        return raw.decode(errors="replace").strip() if raw else None


class TypedAnswers(LineAnswers):
    """Lines typed by a person, who reads before going on and can be offered something."""

    def answer(self, item: Item, order: tuple[int, ...], *, anew: bool, why: str) -> Response | Move:
        """Read lines until one is an answer."""
        if anew:
            self.say(key_words.DRILL_IN_LINES)
        return super().answer(item, order, anew=anew, why=why)

    def accepts(self) -> Move:
        """Wait for Enter, n or q."""
        while (line := self._line()) is not None:
            if (move := OFFERED.get(line or ENTER)) is not None:
                return move
            self.complain(key_words.OFFER_KEYS)
        return Move.STOP

    def pause(self, beside: Beside, *, anew: bool) -> Move:
        """Wait for the learner to go on; some letters say what is `beside`."""
        if anew:
            self.say(key_words.after_typed(beside))
        while (line := self._line()) is not None:
            if not line or line in _AFTER:
                self.say("")
                return _AFTER.get(line, Move.NEXT)
            for text in beside[line]() if line in beside else ():
                self.say(text)
            self.say(key_words.after_typed(beside))
        return Move.STOP

    def choose(self, steps: Sequence[Step]) -> Step | None:
        """Wait for the number of a step, or a line that leaves."""
        return chosen(steps, by_line(self._line), self.say)

    def ended(self) -> bool:
        """A terminal can always answer."""
        return False
