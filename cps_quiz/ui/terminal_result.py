"""The result of an exam on a full screen, and the walk through its questions."""

from rich.console import Console

from cps_quiz.core.exam import Exam
from cps_quiz.core.exam_view import ExamView
from cps_quiz.core.explanation import explain
from cps_quiz.core.glossary import Glossary
from cps_quiz.ui import exam_review
from cps_quiz.ui.console import leave
from cps_quiz.ui.exam_lines import result_blocks
from cps_quiz.ui.exam_review import WISHES, Wish, chosen_places
from cps_quiz.ui.keys import BACKSPACE, DOWN, ENDED, ENTER, LEFT, PAGE_DOWN, PAGE_UP, RIGHT, UP, Keys
from cps_quiz.ui.look import Look
from cps_quiz.ui.page import Page, draw, width_of
from cps_quiz.ui.writer import Writer

_PAGES = {" ": 1, DOWN: 1, PAGE_DOWN: 1, UP: -1, PAGE_UP: -1}
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
            keys = exam_review.keys(exam)
            shown = Page(
                [writer.text(" How it went", "strong")],
                result_blocks(view, writer),
                lambda more, w=writer, k=keys: w.row([*(["space more"] if more else []), *k]),  # type: ignore[misc]
            )
            pages = draw(self.console, shown, page)
            key = self.keys.read()
            if key == ENTER and page + 1 < pages:
                key = " "
            wish = WISHES.get(key)
            if wish in {Wish.LEAVE, Wish.ALL} or (wish and chosen_places(exam, wish)):
                return wish
            page = (page + _PAGES.get(key, 0)) % pages

    def _walk(self, exam: Exam, places: tuple[int, ...]) -> None:
        """One question after the other, each with every option explained."""
        step, page = 0, 0
        while step < len(places):
            pages = draw(self.console, self._explained(exam, places, step), page)
            key = self.keys.read()
            if key in {"q", ENDED}:
                return
            if key in _ON:
                step, page = max(0, step + _ON[key]), 0
            else:
                page = (page + _PAGES.get(key, 0)) % pages

    def _explained(self, exam: Exam, places: tuple[int, ...], step: int) -> Page:
        writer, at = self._writer(), places[step]
        place = exam.places[at]
        item = place.item
        flagged = ["flagged"] if place.flagged else []
        header = writer.row(
            [f"Question {at + 1}", f"{step + 1} of {len(places)}", self.glossary.topic(item.topic), *flagged], "strong"
        )
        style = "right" if exam_review.is_right(place) else "wrong"
        header += [writer.text(f" {exam_review.verdict(place)}", style)]
        blocks = [writer.prose(item.scenario.text)] if item.scenario else []
        blocks.append(writer.prose(item.stem, style="strong"))
        explanation = explain(item.body.interaction(), exam.order(at), place.response)
        blocks += writer.explanation(explanation, self.glossary)
        keys = ["enter next", "p back", "q to the result"]
        return Page(header, blocks, lambda more: writer.row([*(["space more"] if more else []), *keys]))

    def _writer(self) -> Writer:
        return Writer(self.console, self.look, width_of(self.console))
