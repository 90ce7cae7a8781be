"""The result of an exam on a full screen, and the walk through its questions."""

from collections.abc import Sequence
from functools import partial

from cps_quiz.core.drill.drill import Move
from cps_quiz.core.exam.exam import Exam
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.ui.drawing.console import leave
from cps_quiz.ui.drawing.explained import Answered
from cps_quiz.ui.drawing.page import Block, Page
from cps_quiz.ui.drawing.writer import Writer
from cps_quiz.ui.drill.explanation import Around, ExplanationScreen
from cps_quiz.ui.exam import review as exam_review
from cps_quiz.ui.exam.result_lines import result_blocks
from cps_quiz.ui.pages.reader import Reader, ToRead, help_block, print_blocks, step_block
from cps_quiz.words import exam as exam_words
from cps_quiz.words import exam_result, key_helps
from cps_quiz.words import keys as key_words
from cps_quiz.words.exam_result import ExamView
from cps_quiz.words.numbers import out_of
from cps_quiz.words.steps import Step


class TerminalResult:
    """Shows a result until the learner has seen enough."""

    def __init__(self, reader: Reader, glossary: Glossary) -> None:
        self.reader = reader
        self.glossary = glossary

    def show(self, view: ExamView, exam: Exam, steps: Sequence[Step]) -> Step | None:
        """Show the result and what the learner wants to see of it; what they choose to do next, or None."""
        walks = exam_review.walks(exam)
        shown = ToRead(exam_result.HOW_IT_WENT, lambda writer: result_blocks(view, writer), [*walks, *steps], 1)
        while (step := self.reader.read(shown)) in walks:
            self._walk(exam, walks[step])
        return step

    def stay(self, view: ExamView, steps: Sequence[Step]) -> None:
        """Leave the result on the ordinary screen."""
        console = self.reader.console
        console.show_cursor()
        leave(console)
        writer = self.reader.writer()
        print_blocks(writer, [*result_blocks(view, writer), *([step_block(steps, writer)] if steps else [])])

    def _walk(self, exam: Exam, places: Sequence[int]) -> None:
        """One question after the other, each with every option explained, and what can be opened beside it."""
        step = 0
        while step < len(places):
            at = places[step]
            place = exam.places[at]
            screen = ExplanationScreen(
                self.reader,
                self.glossary,
                Answered(place.item, exam.order(at), place.response),
                Around(partial(self._header, exam, at, out_of(step + 1, len(places))), self._help, walking=True),
            )
            match screen.show():
                case Move.STOP:
                    return
                case Move.UNDO:
                    step = max(0, step - 1)
                case Move.FLAG:
                    self.reader.shelf.notebook.flag(place.item)
                case _:
                    step += 1

    def _header(self, exam: Exam, at: int, where: str, writer: Writer) -> Block:
        place = exam.places[at]
        flagged = [exam_words.FLAG] if self.reader.shelf.notebook.flagged(place.item) else []
        heading = [exam_words.question(place.number), where, self.glossary.topic(place.item.topic)]
        style = "right" if exam_review.is_right(place) else "wrong"
        return [*writer.row([*heading, *flagged], "strong"), writer.text(f" {exam_words.verdict(place)}", style)]

    @staticmethod
    def _help(writer: Writer) -> Page:
        heading = [writer.text(f" {key_words.KEYS}", "strong")]
        return Page(heading, [help_block(key_helps.WALK_HELP, writer)], lambda more: key_words.help_footer(more=more))
