"""A drill as one line after another: for screen readers, dumb terminals and pipes."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Protocol

from cps_quiz.core.drill.drill import Answer, Drill, Effect, Move, Turn, shown_texts
from cps_quiz.core.drill.report import Report
from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.comparison import situations
from cps_quiz.core.questions.explanation import LETTERS, ExplainedOption, Explanation, approach_behind, explain
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.questions.response import Response
from cps_quiz.source.markdown import paragraphs
from cps_quiz.ui.pages.shelf import Shelf
from cps_quiz.words import drill as drill_words
from cps_quiz.words import feedback as feedback_words
from cps_quiz.words import keys as key_words
from cps_quiz.words.steps import Step, in_line

Say = Callable[[str], None]

Beside = Mapping[str, Callable[[], Sequence[str]]]
"""What gives the lines to say when they are asked for, by the key that asks."""


class Answers(Protocol):
    """Where answers come from: keys of a terminal, or lines of a pipe."""

    def answer(self, item: Item, order: tuple[int, ...], *, anew: bool, why: str) -> Response | Move:
        """The answer to a question that was just shown; to go on with the answer before, unless `anew`.

        `why` tells why it is asked, to those who want to know.
        """

    def confidence(self) -> Confidence | None:
        """How sure the learner was; None when it is not said, or no answer can come."""

    def accepts(self) -> Move:
        """Whether the learner takes up an offer (NEXT), does not (SKIP), or leaves (STOP)."""

    def pause(self, beside: Beside, *, anew: bool) -> Move:
        """What the learner wants after the explanation, which was just said if `anew`; `beside` is said on demand."""

    def choose(self, steps: Sequence[Step]) -> Step | None:
        """The next step that the learner starts; None to leave, or where nobody can choose."""

    def ended(self) -> bool:
        """Whether no more answers can come."""


class PlainDrill:
    """Says a drill line by line."""

    def __init__(self, say: Say, answers: Answers, glossary: Glossary, shelf: Shelf) -> None:
        self.say = say
        self.answers = answers
        self.glossary = glossary
        self.shelf = shelf
        self._summed = False
        self._asked: Turn | None = None
        self._explained: Answer | None = None

    def note(self, sentence: str) -> None:
        """Say what a full screen would have standing on it."""
        if sentence:
            self.say(sentence)

    def ask(self, drill: Drill) -> Response | Move:
        """Say the present question and take its answer."""
        turn = drill.queue[0]
        if turn.again and self.answers.ended():
            return Move.STOP
        anew = turn is not self._asked
        self._asked = turn
        if anew:
            self._say_asked(drill, turn)
        return self.answers.answer(turn.item, drill.order(), anew=anew, why=drill_words.why(drill))

    def _say_asked(self, drill: Drill, turn: Turn) -> None:
        item = turn.item
        self.say(f"{drill_words.heading(drill, self.glossary.topic(item.topic))}\n")
        if item.id in drill.changed:
            self.say(f"{drill_words.CHANGED}\n")
        say_question(item, drill.order(), self.say)

    def offer(self, offered: str) -> Move:
        """Offer something that Enter takes up."""
        self.say(f"{offered} {key_words.OFFER}")
        return self.answers.accepts()

    def confidence(self, drill: Drill) -> Confidence | None:  # noqa: ARG002 - a screen that redraws needs it
        """Ask how sure the learner was."""
        self.say(f"{drill_words.SURE_OR_PASS}.")
        return self.answers.confidence()

    def feedback(self, drill: Drill, answer: Answer) -> Move:
        """Say how the answer went and explain every option."""
        anew = answer is not self._explained
        self._explained = answer
        explained = explain(answer.turn.item, drill.order(), answer.response)
        if anew:
            self.say(f"\n{drill_words.verdict(answer)}\n")
            say_explanation(explained, self.glossary, self.say)
        return self.answers.pause(self._beside(answer.turn.item, explained), anew=anew)

    def tell(self, effect: Effect) -> None:
        """Say what came of a move; what is asked or explained already is not said again after it."""
        if effect is Effect.UNDONE:
            self._asked = None
        self.say(drill_words.EFFECTS[effect])

    def next_step(self, report: Report, steps: list[Step]) -> Step | None:
        """Say how it went, and take up what the learner wants next."""
        self._sum_up(report, steps, chooses=True)
        while (step := self.answers.choose(steps)) is not None:
            texts = self.shelf.texts(step.command)
            if not texts:
                return step
            for text in texts:
                say_prose(text, self.say)
        return None

    def summary(self, report: Report, steps: list[Step]) -> None:
        """Say how the drill went; once."""
        self._sum_up(report, steps, chooses=False)

    def _sum_up(self, report: Report, steps: list[Step], *, chooses: bool) -> None:
        if self._summed:
            return
        self._summed = True
        score = [drill_words.score(report)] if report.asked else []
        self.say("")
        for sentence in [*drill_words.opening(report, self.glossary), *score]:
            self.say(sentence)
        for topic in report.topics:
            self.say(drill_words.topic_score(self.glossary.topic(topic.topic), topic))
        for note in drill_words.details(report):
            self.say(note)
        if tempting := drill_words.tempting(report, self.glossary):
            self.say(drill_words.tempted(tempting))
        self.say(drill_words.WHAT_NEXT)
        if not chooses:
            for step in steps:
                self.say(f"- {in_line(step)}")

    def _beside(self, item: Item, explained: Explanation) -> Beside:
        found: dict[str, Callable[[], Sequence[str]]] = {}
        if lines := situation_lines(item, self.glossary):
            found["v"] = lambda: lines
        approach = approach_behind(explained)
        commands: dict[str, tuple[str, ...]] = {
            "e": ("explain", approach) if approach else (),
            "m": ("study", f"{item.topic}/{item.objective}") if item.objective else (),
        }
        for key, command in commands.items():
            if self.shelf.there(command):
                found[key] = partial(self._lines, command)
        return found

    def _lines(self, command: Sequence[str]) -> list[str]:
        lines: list[str] = []
        for text in self.shelf.texts(command):
            say_prose(text, lines.append)
        return lines


def say_question(item: Item, order: tuple[int, ...], say: Say) -> None:
    """Situation, stem, the parts to choose from, and what to do."""
    say_asked(item, order, say)
    say(drill_words.how(item.body.interaction()))


def say_asked(item: Item, order: tuple[int, ...], say: Say) -> None:
    """Situation, stem, and the parts to choose from."""
    if item.scenario:
        say_prose(item.scenario.text, say)
        say("")
    say_prose(item.stem, say)
    say("")
    for at, text in enumerate(shown_texts(item.body.interaction(), order)):
        say(f"{LETTERS[at]}. {text}")


def say_explanation(explanation: Explanation, glossary: Glossary, say: Say) -> None:
    """Every option, step or point with its mark and why; then what stands behind a wrong choice."""
    for entry in explanation.options:
        _say_option(entry, glossary, say)
    for id_ in explanation.tempting:
        known = glossary.misconceptions.get(id_)
        if known:
            say(f"\n{feedback_words.behind(known)} {known.harms}")
            say(f"{feedback_words.INSTEAD}: {known.instead}")
    for confusion in explanation.confusions:
        say(f"\n{feedback_words.taken_for(confusion, glossary)}")
        say(f"{feedback_words.TELLING_APART}: {' '.join(glossary.telling_apart(*confusion))}")
    for step in explanation.steps:
        note = "" if step.given is None else f" [{feedback_words.you_put_it_at(step.given)}]"
        say(f"{step.place}. {step.text}{note}")
    for point in explanation.points:
        yours = feedback_words.YOURS_TOO if point.made else feedback_words.NOT_IN_YOURS
        say(f"- {point.text}{'' if point.made is None else f' [{yours}]'}")
    if explanation.why:
        say(f"{feedback_words.WHY} {feedback_words.why(explanation.why)}")
    if explanation.example:
        say(f"{feedback_words.EXAMPLE} {explanation.example}")


def _say_option(entry: ExplainedOption, glossary: Glossary, say: Say) -> None:
    mark = feedback_words.mark(entry)
    say(f"{entry.letter}. {entry.option.text}{f' [{mark}]' if mark else ''}")
    lead = feedback_words.lead(entry.label, glossary)
    say(f"   {lead} {feedback_words.why(entry.option.why)}" if lead else f"   {feedback_words.why(entry.option.why)}")


def situation_lines(item: Item, glossary: Glossary) -> list[str]:
    """The other situations of the item's set, with what is right there and why; empty where there are none."""
    others = situations(item, glossary.items)
    lines = [f"\n{feedback_words.others(item, len(others))}"] if others else []
    for other in others:
        lines.append("")
        for text in filter(None, (other.scenario, other.stem)):
            say_prose(text, lines.append)
        for option in other.key:
            lines += [feedback_words.key_there(option.text), f"   {feedback_words.why(option.why)}"]
    return lines


def say_prose(text: str, say: Say) -> None:
    """Paragraphs and list entries, a line each, without the signs of their emphasis."""
    for paragraph in paragraphs(text):
        say(f"{paragraph.bullet} {paragraph.text}".strip())
