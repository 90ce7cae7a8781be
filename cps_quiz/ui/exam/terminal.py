"""A mock exam on a full screen, with a clock that runs by itself."""

from collections.abc import Collection, Sequence

from rich.console import Console
from rich.text import Text

from cps_quiz.core.drill.drill import shown_texts
from cps_quiz.core.exam.exam import Act, Do, Exam, warning
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.questions.interaction import Arrange, ChooseOne, ChooseSome, Write
from cps_quiz.core.questions.response import Arranged, Chosen
from cps_quiz.ui.drawing.choices import asked_blocks, choices, nths, ticks
from cps_quiz.ui.drawing.look import Look
from cps_quiz.ui.drawing.page import Block, Footer, Page
from cps_quiz.ui.drawing.screen import draw, draw_header
from cps_quiz.ui.drawing.scroll import Scroll
from cps_quiz.ui.drawing.writer import Writer
from cps_quiz.ui.exam.desk import Desk, View, press
from cps_quiz.ui.exam.terminal_result import TerminalResult
from cps_quiz.ui.listening.keys import ENDED, ENTER, RESIZED, TICK, WRITING, Keys
from cps_quiz.ui.listening.scrolling import scrolled
from cps_quiz.ui.pages.notes import ASIDE, marked
from cps_quiz.ui.pages.reader import Reader, help_block
from cps_quiz.ui.pages.shelf import Shelf
from cps_quiz.words import drill as drill_words
from cps_quiz.words import exam as exam_words
from cps_quiz.words import key_helps
from cps_quiz.words import keys as key_words
from cps_quiz.words.exam_result import ExamView
from cps_quiz.words.numbers import out_of
from cps_quiz.words.steps import Step

CELL = 7
"""Columns of a question in the overview."""


class TerminalExam:
    """Shows an exam and waits for keys."""

    def __init__(self, console: Console, keys: Keys, look: Look, glossary: Glossary, shelf: Shelf) -> None:
        self.console = console
        self.keys = keys
        self._reader = Reader(console, keys, look, shelf)
        self._result = TerminalResult(self._reader, glossary)
        self._desk = Desk()
        self._left: float | None = None
        self._drawn: object = None
        self._note = ""

    def note(self, sentence: str) -> None:
        """Have a sentence stand on the screen until another takes its place; "" takes it away."""
        self._note = sentence

    def begin(self, sentences: Sequence[str], *, again: bool) -> bool | None:
        """Say what is to come: True goes on, False leaves. With `again`, None begins anew instead."""
        keys = key_words.OFFER_FOOTER if again else key_words.EXAM_BEGINS_FOOTER
        key = self._asked(sentences, keys, {ENTER, "q", ENDED, *(["n"] if again else [])})
        return None if key == "n" else key == ENTER

    def turn(self, exam: Exam) -> Act:
        """Show the exam as it stands and wait for one key, a second at most if its clock runs."""
        passed = warning(self._left, exam.left)
        self._left = exam.left
        if passed is not None:
            self._desk = self._desk._replace(message=exam_words.warned(passed))
        self._draw(exam)
        key = self.keys.read(exam.tick)
        if key == RESIZED:
            self._drawn = None  # the screen may be another one by now, or was the shell's
        if key in {RESIZED, TICK}:
            return Do.WAIT
        if key == "l" and self._desk.view is View.QUESTION and self._desk.typed is None:
            self._desk = self._desk._replace(message=exam_words.spoken_clock(exam))
            return Do.WAIT
        if (key in WRITING or key == ASIDE) and self._desk.view is View.QUESTION and self._desk.typed is None:
            self._drawn = None
            self._desk = self._desk._replace(message=marked(key, exam.place.item, self._reader))
            return Do.WAIT
        self._desk, act = press(self._desk, exam, key)
        return act

    def rest(self, exam: Exam) -> bool:
        """Hide the question until the learner comes back (True) or leaves."""
        self._drawn = None
        return self._asked(exam_words.on_break(exam), key_words.BREAK_FOOTER, {ENTER, "q", ENDED}) == ENTER

    def time_up(self, exam: Exam) -> None:
        """Tell that the time is over."""
        sentences = [exam_words.TIME_UP, *exam_words.standing(exam)]
        self._asked(sentences, key_words.TIME_UP_FOOTER, {ENTER, ENDED})

    def show(self, view: ExamView, exam: Exam, steps: Sequence[Step]) -> Step | None:
        """Show the result and what the learner wants to see of it; what they choose to do next, or None."""
        return self._result.show(view, exam, steps)

    def stay(self, view: ExamView, steps: Sequence[Step]) -> None:
        """Leave the result on the ordinary screen."""
        self._result.stay(view, steps)

    def _asked(self, sentences: Sequence[str], keys: str, wanted: Collection[str]) -> str:
        """Show sentences until one of the `wanted` keys is pressed."""
        scroll = Scroll()
        while True:
            writer = self._reader.writer()
            blocks = [writer.prose(sentence) for sentence in sentences]
            heading = [*writer.note(self._note), writer.text(f" {exam_words.MOCK_EXAM}", "strong")]
            scroll = draw(
                writer, Page(heading, blocks, lambda more: key_words.with_more(keys, more=more), loose=True), scroll
            )
            key = self.keys.read()
            if key == ENTER and scroll.more:
                key = " "
            if key in wanted:
                return key
            scroll = scrolled(scroll, key) or scroll

    def _draw(self, exam: Exam) -> None:
        """Draw what has changed: of a clock that ran on, the header alone, so that nothing flickers."""
        answers = tuple(place._replace(seconds=0.0) for place in exam.places)
        writer = self._reader.writer()
        header = self._header(exam, writer)
        known = self._desk._replace(scroll=Scroll(self._desk.scroll.top))
        shown = (exam.at, answers, known, self.console.size, len(header))
        if shown == self._drawn:
            draw_header(self.console, header)
            return
        self._desk = self._desk._replace(scroll=draw(writer, self._page(exam, writer, header), self._desk.scroll))
        known = self._desk._replace(scroll=Scroll(self._desk.scroll.top))
        self._drawn = (exam.at, answers, known, self.console.size, len(header))

    def _page(self, exam: Exam, writer: Writer, header: Block) -> Page:
        match self._desk.view:
            case View.QUESTION:
                return self._question(exam, writer, header)
            case View.OVERVIEW:
                typed = [] if self._desk.typed is None else [writer.prose(f"{exam_words.go_to(self._desk.typed)}_")]
                blocks = [*typed, self._cells(exam, writer), *map(writer.prose, exam_words.standing(exam))]
                return Page(header, blocks, _footer_of(key_words.OVERVIEW_FOOTER), writer.note(self._desk.message))
            case View.HAND_IN:
                asked = writer.prose(exam_words.asked_to_hand_in(exam), style="strong")
                return Page(header, [asked], _footer_of(key_words.HAND_IN_FOOTER))
            case View.HELP:
                rows = help_block(key_helps.exam_help(certainty=exam.settings.certainty), writer)
                return Page(header, [rows], lambda more: key_words.help_footer(more=more))

    def _header(self, exam: Exam, writer: Writer) -> Block:
        flagged = [exam_words.FLAG] if exam.place.flagged else []
        *above, left = writer.row([exam_words.MOCK_EXAM, out_of(exam.at + 1, len(exam.places)), *flagged], "strong")
        clock = writer.text(exam_words.clock(exam), "strong")
        room = writer.width - left.cell_len - clock.cell_len
        if room < 2:  # noqa: PLR2004 - two spaces keep them apart
            lines = [*above, left, Text(" ").append_text(clock)]
        else:
            lines = [*above, left.append(" " * room).append_text(clock)]
        return [*writer.note(self._note), *lines, self._bar(exam, writer)]

    def _bar(self, exam: Exam, writer: Writer) -> Text:
        signs = writer.look.signs
        answered = len(exam.places) - len(exam.open)
        label = f" {exam_words.answered(answered)}"
        width = writer.width - len(label) - 1
        done = answered * width // len(exam.places)
        bar = Text(" ").append(signs.bar * done, style="accent").append(signs.rest * (width - done), style="quiet")
        return bar.append(label)

    def _question(self, exam: Exam, writer: Writer, header: Block) -> Page:
        item = exam.place.item
        texts = shown_texts(item.body.interaction(), exam.order(exam.at))
        found = choices(leads(exam, self._desk.steps), texts, self._desk.mark, writer)
        note = writer.note(self._desk.message)
        if exam.settings.certainty and exam.place.response is not None:
            said = exam.place.certainty.value if exam.place.certainty else exam_words.NOT_SAID
            note = [*writer.prose(exam_words.sure_now(drill_words.SURE, said)), *note]
        how = [writer.prose(drill_words.TO_ORDER)] if isinstance(item.body.interaction(), Arrange) else []
        blocks = [*asked_blocks(item, writer), *how, found.lines]
        return Page(header, blocks, lambda more: self._footer(exam, more=more), note, marked=found.firsts)

    def _cells(self, exam: Exam, writer: Writer) -> Block:
        """The questions by number, with what is answered, open (.) and flagged (!)."""
        marks = [
            f"{at + 1:>3} {'.' if place.response is None else 'x'}{'!' if place.flagged else ' '}"
            for at, place in enumerate(exam.places)
        ]
        per_line = max(1, writer.width // CELL)
        rows = [
            "".join(f"{mark:{CELL}}" for mark in marks[at : at + per_line]) for at in range(0, len(marks), per_line)
        ]
        legend = writer.row([*exam_words.CELLS])
        return [*legend, *(writer.text(row.rstrip()) for row in rows)]

    def _footer(self, exam: Exam, *, more: bool) -> str:
        if self._desk.typed is not None:
            return f"{exam_words.go_to(self._desk.typed)}_|{key_words.NUMBER_FOOTER}"
        sure = exam.settings.certainty and exam.place.response is not None
        return key_words.exam_footer(exam.place.item.body.interaction(), sure=sure, more=more)


def _footer_of(keys: str) -> Footer:
    return lambda more: key_words.with_more(keys, more=more)


def leads(exam: Exam, steps: tuple[int, ...]) -> list[str]:
    """What stands before each part: whether it is chosen, or its place in the order so far."""
    order, response = exam.order(exam.at), exam.place.response
    chosen = response.options if isinstance(response, Chosen) else ()
    match exam.place.item.body.interaction():
        case ChooseOne():
            return ["(x) " if index in chosen else "( ) " for index in order]
        case ChooseSome():
            return ticks(len(order), (at for at, index in enumerate(order) if index in chosen))
        case Arrange():
            placed = tuple(map(order.index, response.steps)) if isinstance(response, Arranged) else steps
            return nths(len(order), placed)
        case Write():
            return []
