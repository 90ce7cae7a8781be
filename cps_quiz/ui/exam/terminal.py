"""A mock exam on a full screen, with a clock that runs by itself."""

from collections.abc import Collection, Sequence
from functools import partial

from rich.console import Console
from rich.text import Text

from cps_quiz.core.drill.drill import shown_texts
from cps_quiz.core.exam.exam import Act, Do, Exam, warning
from cps_quiz.core.questions.explanation import LETTERS
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.questions.interaction import Arrange, ChooseOne, ChooseSome, Write
from cps_quiz.core.questions.response import Arranged, Chosen
from cps_quiz.ui.drawing.look import Look
from cps_quiz.ui.drawing.page import Block, Page, draw, draw_header, width_of, wrap
from cps_quiz.ui.drawing.writer import Writer
from cps_quiz.ui.exam.desk import Desk, View, press
from cps_quiz.ui.exam.terminal_result import TerminalResult
from cps_quiz.ui.listening.keys import ENDED, ENTER, PAGES, RESIZED, TICK, Keys
from cps_quiz.words import drill as drill_words
from cps_quiz.words import exam as exam_words
from cps_quiz.words import keys as key_words
from cps_quiz.words.exam_result import ExamView
from cps_quiz.words.numbers import out_of

CELL = 7
"""Columns of a question in the overview."""


class TerminalExam:
    """Shows an exam and waits for keys."""

    def __init__(self, console: Console, keys: Keys, look: Look, glossary: Glossary) -> None:
        self.console = console
        self.keys = keys
        self.look = look
        self._result = TerminalResult(console, keys, look, glossary)
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

    def show(self, view: ExamView, exam: Exam) -> bool:
        """Show the result and what the learner wants to see of it; whether the misses are to be drilled."""
        return self._result.show(view, exam)

    def stay(self, view: ExamView) -> None:
        """Leave the result on the ordinary screen."""
        self._result.stay(view)

    def _asked(self, sentences: Sequence[str], keys: str, wanted: Collection[str]) -> str:
        """Show sentences until one of the `wanted` keys is pressed."""
        page = 0
        while True:
            writer = self._writer()
            blocks = [writer.prose(sentence) for sentence in sentences]
            heading = [*self._noted(writer), writer.text(f" {exam_words.MOCK_EXAM}", "strong")]
            footer = partial(_footer_of, writer, keys)
            pages = draw(self.console, Page(heading, blocks, footer), page)
            key = self.keys.read()
            if key in wanted:
                return key
            page = (page + PAGES.get(key, 0)) % pages

    def _writer(self) -> Writer:
        return Writer(self.console, self.look, width_of(self.console))

    def _draw(self, exam: Exam) -> None:
        """Draw what has changed: of a clock that ran on, the header alone, so that nothing flickers."""
        answers = tuple(place._replace(seconds=0.0) for place in exam.places)
        writer = self._writer()
        header = self._header(exam, writer)
        shown = (exam.at, answers, self._desk._replace(pages=1), self.console.size, len(header))
        if shown == self._drawn:
            draw_header(self.console, header)
            return
        self._drawn = shown
        pages = draw(self.console, self._page(exam, writer, header), self._desk.page)
        self._desk = self._desk._replace(pages=pages)

    def _page(self, exam: Exam, writer: Writer, header: Block) -> Page:
        match self._desk.view:
            case View.QUESTION:
                return Page(header, self._question(exam, writer), lambda more: self._footer(exam, writer, more=more))
            case View.OVERVIEW:
                typed = [] if self._desk.typed is None else [writer.prose(f"{exam_words.go_to(self._desk.typed)}_")]
                blocks = [*typed, self._cells(exam, writer), *map(writer.prose, exam_words.standing(exam))]
                return Page(header, blocks, partial(_footer_of, writer, key_words.OVERVIEW_FOOTER))
            case View.HAND_IN:
                asked = writer.prose(exam_words.asked_to_hand_in(exam), style="strong")
                return Page(header, [asked], lambda _more: writer.keys(key_words.HAND_IN_FOOTER))
            case View.HELP:
                shown = [self._help(exam, writer)]
                return Page(header, shown, lambda more: writer.keys(key_words.help_footer(more=more)))

    def _header(self, exam: Exam, writer: Writer) -> Block:
        flagged = [exam_words.FLAG] if exam.place.flagged else []
        *above, left = writer.row([exam_words.MOCK_EXAM, out_of(exam.at + 1, len(exam.places)), *flagged], "strong")
        clock = writer.text(exam_words.clock(exam), "strong")
        room = writer.width - left.cell_len - clock.cell_len
        if room < 2:  # noqa: PLR2004 - two spaces keep them apart
            lines = [*above, left, Text(" ").append_text(clock)]
        else:
            lines = [*above, left.append(" " * room).append_text(clock)]
        message = wrap(self.console, writer.text(self._desk.message, "accent"), writer.width, " ", " ")
        said = message if self._desk.message else []
        return [*self._noted(writer), *lines, self._bar(exam, writer), *said]

    def _noted(self, writer: Writer) -> Block:
        return wrap(self.console, writer.text(self._note, "accent"), writer.width, " ", " ") if self._note else []

    def _bar(self, exam: Exam, writer: Writer) -> Text:
        signs = self.look.signs
        answered = len(exam.places) - len(exam.open)
        label = f" {exam_words.answered(answered)}"
        width = writer.width - len(label) - 1
        done = answered * width // len(exam.places)
        bar = Text(" ").append(signs.bar * done, style="accent").append(signs.rest * (width - done), style="quiet")
        return bar.append(label)

    def _question(self, exam: Exam, writer: Writer) -> list[Block]:
        item = exam.place.item
        blocks = [writer.prose(item.scenario.text)] if item.scenario else []
        blocks.append(writer.prose(item.stem, style="strong"))
        blocks.append(self._choices(exam, writer))
        if exam.settings.certainty and exam.place.response is not None:
            said = exam.place.certainty.value if exam.place.certainty else exam_words.NOT_SAID
            blocks.append(writer.prose(exam_words.sure_now(drill_words.SURE, said)))
        return blocks

    def _choices(self, exam: Exam, writer: Writer) -> Block:
        texts = shown_texts(exam.place.item.body.interaction(), exam.order(exam.at))
        rows = zip(LETTERS, leads(exam, self._desk.steps), texts, strict=False)
        return [line for letter, lead, text in rows for line in writer.choice(letter, text, lead)]

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

    def _footer(self, exam: Exam, writer: Writer, *, more: bool) -> Block:
        if self._desk.typed is not None:
            return writer.keys(f"{exam_words.go_to(self._desk.typed)}_|{key_words.NUMBER_FOOTER}")
        sure = exam.settings.certainty and exam.place.response is not None
        return writer.keys(key_words.exam_footer(exam.place.item.body.interaction(), sure=sure, more=more))

    def _help(self, exam: Exam, writer: Writer) -> Block:
        rows = key_words.exam_help(certainty=exam.settings.certainty)
        width = max(len(key) for key, _ in rows)
        return [
            line
            for key, meaning in rows
            for line in wrap(self.console, Text(meaning), writer.width, f" {key:{width}}  ", " " * (width + 3))
        ]


def _footer_of(writer: Writer, keys: str, more: bool) -> Block:  # noqa: FBT001 - as Page calls it
    return writer.keys(key_words.with_more(keys, more=more))


def leads(exam: Exam, steps: tuple[int, ...]) -> list[str]:
    """What stands before each part: whether it is chosen, or its place in the order so far."""
    order, response = exam.order(exam.at), exam.place.response
    chosen = response.options if isinstance(response, Chosen) else ()
    match exam.place.item.body.interaction():
        case ChooseOne():
            return ["(x) " if index in chosen else "( ) " for index in order]
        case ChooseSome():
            return ["[x] " if index in chosen else "[ ] " for index in order]
        case Arrange():
            placed = [order.index(step) for step in response.steps] if isinstance(response, Arranged) else list(steps)
            return [f"{placed.index(at) + 1}. " if at in placed else "   " for at in range(len(order))]
        case Write():
            return []
