"""A mock exam as one line after another: for screen readers and dumb terminals, and for pipes."""

from collections.abc import Sequence

from cps_quiz.core.drill.drill import shown_texts
from cps_quiz.core.exam.exam import Act, Certain, Do, Exam, Go, Respond, warning
from cps_quiz.core.questions.explanation import LETTERS, explain
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.ui.drill.plain import Say, say_explanation, say_prose, say_question, situation_lines
from cps_quiz.ui.exam import review as exam_review
from cps_quiz.ui.exam.desk import Desk, View, press
from cps_quiz.ui.listening.keys import ENDED, ENTER, LEFT, RESIZED, RIGHT, TICK, WRITING, Keys
from cps_quiz.ui.pages.choosing import by_key, chosen
from cps_quiz.ui.pages.notes import ASIDE, marked_in_lines
from cps_quiz.ui.pages.shelf import Shelf
from cps_quiz.words import drill as drill_words
from cps_quiz.words import exam as exam_words
from cps_quiz.words import exam_result, key_helps
from cps_quiz.words import keys as key_words
from cps_quiz.words.exam_result import ExamView
from cps_quiz.words.steps import Step

_MOVES = {ENTER: 1, "n": 1, " ": 1, RIGHT: 1, "p": -1, LEFT: -1, "q": 0, ENDED: 0}


class PlainExam:
    """Says an exam line by line and takes single keys."""

    def __init__(self, say: Say, keys: Keys, glossary: Glossary, shelf: Shelf) -> None:
        self.say = say
        self.keys = keys
        self.glossary = glossary
        self.shelf = shelf
        self._desk = Desk()
        self._at: int | None = None
        self._left: float | None = None

    def begin(self, sentences: Sequence[str], *, again: bool) -> bool | None:
        """Say what is to come: True goes on, False leaves. With `again`, None begins anew instead."""
        for sentence in sentences:
            self.say(sentence)
        self.say(key_words.OFFER if again else key_words.EXAM_BEGINS)
        while True:
            key = self.keys.pressed()
            if key == ENTER or key in {"q", ENDED}:
                return key == ENTER
            if key == "n" and again:
                return None

    def note(self, sentence: str) -> None:
        """Say what a full screen would have standing on it."""
        if sentence:
            self.say(sentence)

    def turn(self, exam: Exam) -> Act:
        """Say the question if it is a new one, and wait for one key, a second at most if the clock runs."""
        passed = warning(self._left, exam.left)
        self._left = exam.left
        if passed is not None:
            self.say(exam_words.warned(passed))
        if exam.at != self._at:
            self._at = exam.at
            self._question(exam)
        key = self.keys.read(exam.tick)
        if key in {RESIZED, TICK}:
            return Do.WAIT
        if key == "l" and self._desk.view is View.QUESTION and self._desk.typed is None:
            self.say(exam_words.spoken_clock(exam))
            return Do.WAIT
        if (key in WRITING or key == ASIDE) and self._desk.view is View.QUESTION and self._desk.typed is None:
            self.say(marked_in_lines(key, exam.place.item, self.shelf.notebook, self.say, self.keys))
            return Do.WAIT
        before = self._desk
        self._desk, act = press(before, exam, key)
        self._tell(exam, before, act)
        return act

    def rest(self, exam: Exam) -> bool:
        """Wait until the learner comes back (True) or leaves."""
        self.say(f"{' '.join(exam_words.on_break(exam))} {key_words.BREAK}")
        while (key := self.keys.pressed()) not in {ENTER, "q", ENDED}:
            pass
        self._at = None
        return key == ENTER

    def time_up(self, exam: Exam) -> None:
        """Tell that the time is over."""
        self.say(f"\n{exam_words.TIME_UP} {' '.join(exam_words.standing(exam))} {key_words.TIME_UP}")
        while self.keys.pressed() not in {ENTER, ENDED}:
            pass

    def show(self, view: ExamView, exam: Exam, steps: Sequence[Step]) -> Step | None:
        """Say the result, then what the learner wants to hear of it; what they choose to do next, or None."""
        say_result(view, self.say)
        walks = exam_review.walks(exam)
        self.say(f"\n{exam_result.WHAT_NEXT}:")
        while (step := chosen([*walks, *steps], by_key(self.keys), self.say)) is not None:
            texts = self.shelf.texts(step.command)
            if step in walks:
                self._walk(exam, walks[step])
            elif not texts:
                return step
            for text in texts:
                say_prose(text, self.say)
        return None

    def _walk(self, exam: Exam, places: tuple[int, ...]) -> None:
        """One question after the other, each with every option explained."""
        step = 0
        while step < len(places):
            at = places[step]
            say_explained(exam, at, self.glossary, self.say)
            move = self._move(situation_lines(exam.places[at].item, self.glossary))
            if not move:
                return
            step = max(0, step + move)

    def _move(self, others: list[str]) -> int:
        """Wait after an explanation: 1 for the next, -1 for the one before, 0 to end; `others` are said on demand."""
        self.say(key_words.after_explained(others))
        while (key := self.keys.pressed()) not in _MOVES:
            for line in others if key == "v" else ():
                self.say(line)
        return _MOVES[key]

    def stay(self, view: ExamView, steps: Sequence[Step]) -> None:
        """All has been said."""

    def _question(self, exam: Exam) -> None:
        say_place(exam, self.say)
        self.say(key_words.EXAM_KEYS)

    def _tell(self, exam: Exam, before: Desk, act: Act) -> None:
        """Say what a key did."""
        desk = self._desk
        match act:
            case Respond(None):
                self.say(exam_words.so_far(_letters(desk)) if desk.steps else exam_words.NO_ANSWER)
            case Respond():
                self.say(exam_words.your_answer(exam_review.given(exam.answer(act.response), exam.at)))
                if exam.settings.certainty and exam.place.certainty is None:
                    self.say(drill_words.SURE)
            case Certain(certainty):
                self.say(exam_words.you_are(certainty))
            case Do.FLAG:
                self.say(exam_words.UNFLAGGED if exam.place.flagged else exam_words.FLAGGED)
            case Go():
                pass
            case _:
                self._tell_desk(exam, before)
        if desk.mark != before.mark and desk.mark is not None and act is Do.WAIT:
            texts = shown_texts(exam.place.item.body.interaction(), exam.order(exam.at))
            self.say(f"{LETTERS[desk.mark]}. {texts[desk.mark]}")
        if desk.message:
            self.say(desk.message)

    def _tell_desk(self, exam: Exam, before: Desk) -> None:
        desk = self._desk
        if desk.steps != before.steps and desk.steps:
            self.say(exam_words.so_far(_letters(desk)))
        if desk.typed is not None and desk.typed != before.typed:
            self.say(exam_words.go_to(desk.typed) if desk.typed else key_words.NUMBER)
        if desk.view is before.view:
            if before.typed is not None and desk.typed is None and not desk.message:
                self._at = None  # says the question again
            return
        match desk.view:
            case View.OVERVIEW:
                self.say(" ".join(exam_words.standing(exam)))
                self.say(key_words.OVERVIEW)
            case View.HAND_IN:
                self.say(f"{exam_words.asked_to_hand_in(exam)} {key_words.HAND_IN}")
            case View.HELP:
                for key, meaning in key_helps.exam_help(certainty=exam.settings.certainty):
                    self.say(f"{key}: {meaning}")
                self.say(key_words.HELP)
            case View.QUESTION:
                self.say(f"{exam_words.question(exam.at + 1)}.")


def _letters(desk: Desk) -> list[str]:
    return [LETTERS[place] for place in desk.steps]


def say_place(exam: Exam, say: Say) -> None:
    """The question on the screen, and what was answered so far."""
    say(f"\n{exam_words.heading(exam, exam_review.given(exam, exam.at))}\n")
    say_question(exam.place.item, exam.order(exam.at), say)


def say_explained(exam: Exam, at: int, glossary: Glossary, say: Say) -> None:
    """A question with its answer, and every option explained."""
    place = exam.places[at]
    say(f"\n{exam_words.question(place.number)}. {exam_words.verdict(place)}\n")
    if place.item.scenario:
        say_prose(place.item.scenario.text, say)
        say("")
    say_prose(place.item.stem, say)
    say("")
    say_explanation(explain(place.item, exam.order(at), place.response), glossary, say)


def say_result(view: ExamView, say: Say) -> None:
    """The whole result."""
    say("")
    for sentence in view.sentences():
        say(sentence)
