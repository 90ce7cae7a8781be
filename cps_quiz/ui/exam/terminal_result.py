"""The result of an exam on a full screen, and the walk through its questions."""

from collections.abc import Callable

from rich.console import Console

from cps_quiz.core.exam.exam import Exam
from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.comparison import Situation, situations
from cps_quiz.core.questions.explanation import explain
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.ui.drawing.console import leave
from cps_quiz.ui.drawing.look import Look
from cps_quiz.ui.drawing.page import Block, Page, draw, width_of
from cps_quiz.ui.drawing.writer import Writer
from cps_quiz.ui.exam import review as exam_review
from cps_quiz.ui.exam.result_lines import result_blocks
from cps_quiz.ui.exam.review import Wish, chosen_places
from cps_quiz.ui.listening.keys import BACKSPACE, ENDED, ENTER, LEFT, PAGES, RIGHT, Keys
from cps_quiz.words import exam as exam_words
from cps_quiz.words import exam_result
from cps_quiz.words import feedback as feedback_words
from cps_quiz.words import keys as key_words
from cps_quiz.words.exam_result import ExamView
from cps_quiz.words.numbers import out_of

_ON = {ENTER: 1, "n": 1, RIGHT: 1, "p": -1, LEFT: -1, BACKSPACE: -1}


class TerminalResult:
    """Shows a result until the learner has seen enough."""

    def __init__(self, console: Console, keys: Keys, look: Look, glossary: Glossary) -> None:
        self.console = console
        self.keys = keys
        self.look = look
        self.glossary = glossary

    def show(self, view: ExamView, exam: Exam) -> bool:
        """Show the result and what the learner wants to see of it; whether the misses are to be drilled."""
        while (wish := self._result(view, exam)) not in {Wish.LEAVE, Wish.DRILL}:
            self._walk(exam, chosen_places(exam, wish))
        return wish is Wish.DRILL

    def stay(self, view: ExamView) -> None:
        """Leave the result on the ordinary screen."""
        self.console.show_cursor()
        leave(self.console)
        for block in result_blocks(view, self._writer()):
            for line in [*block, ""]:
                self.console.print(line, soft_wrap=True)

    def _result(self, view: ExamView, exam: Exam) -> Wish:
        page = 0
        while True:
            writer = self._writer()
            heading = [writer.text(f" {exam_result.HOW_IT_WENT}", "strong")]
            shown = Page(heading, result_blocks(view, writer), self._footer("|".join(exam_review.keys(exam))))
            pages = draw(self.console, shown, page)
            key = self.keys.read()
            if key == ENTER and page + 1 < pages:
                key = " "
            if wish := exam_review.wished(key, exam):
                return wish
            page = (page + PAGES.get(key, 0)) % pages

    def _walk(self, exam: Exam, places: tuple[int, ...]) -> None:
        """One question after the other, each with every option explained, and on demand its set's other situations."""
        step, page, comparing = 0, 0, False
        while step < len(places):
            item = exam.places[places[step]].item
            others = situations(item, self.glossary.items)
            blocks = self._compared(item, others) if comparing else self._explained(exam, places[step])
            keys = key_words.walk_footer(others=bool(others), comparing=comparing)
            pages = draw(self.console, Page(self._header(exam, places, step), blocks, self._footer(keys)), page)
            key = self.keys.read()
            if key in {"q", ENDED}:
                return
            if key in _ON:
                step, page, comparing = max(0, step + _ON[key]), 0, False
            elif key == "v" and others:
                page, comparing = 0, not comparing
            else:
                page = (page + PAGES.get(key, 0)) % pages

    def _header(self, exam: Exam, places: tuple[int, ...], step: int) -> Block:
        writer, place = self._writer(), exam.places[places[step]]
        flagged = [exam_words.FLAG] if place.flagged else []
        heading = [
            exam_words.question(place.number),
            out_of(step + 1, len(places)),
            self.glossary.topic(place.item.topic),
        ]
        style = "right" if exam_review.is_right(place) else "wrong"
        return [*writer.row([*heading, *flagged], "strong"), writer.text(f" {exam_words.verdict(place)}", style)]

    def _explained(self, exam: Exam, at: int) -> list[Block]:
        writer, place = self._writer(), exam.places[at]
        item = place.item
        blocks = [writer.prose(item.scenario.text)] if item.scenario else []
        blocks.append(writer.prose(item.stem, style="strong"))
        explanation = explain(item, exam.order(at), place.response)
        return blocks + writer.explanation(explanation, self.glossary)

    def _compared(self, item: Item, others: tuple[Situation, ...]) -> list[Block]:
        writer = self._writer()
        return [writer.prose(feedback_words.others(item, len(others))), *map(writer.situation, others)]

    def _footer(self, keys: str) -> Callable[[bool], Block]:
        return lambda more: self._writer().keys(key_words.with_more(keys, more=more))

    def _writer(self) -> Writer:
        return Writer(self.console, self.look, width_of(self.console))
