"""A drill on a full screen, answered by single keys."""

from rich.console import Console

from cps_quiz.core.drill.drill import Answer, Drill, Effect, Move, Turn
from cps_quiz.core.drill.report import Report
from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.questions.asking import asked_for
from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.questions.interaction import Write
from cps_quiz.core.questions.response import Chosen, Response, Written
from cps_quiz.ui.drawing.console import leave
from cps_quiz.ui.drawing.look import Look
from cps_quiz.ui.drawing.page import Page
from cps_quiz.ui.drawing.screen import draw
from cps_quiz.ui.drawing.scroll import END, Scroll
from cps_quiz.ui.drawing.writer import Writer
from cps_quiz.ui.drill.question_page import header, help_page, question_page
from cps_quiz.ui.listening.asked_keys import CONFIDENCES, OFFERED
from cps_quiz.ui.listening.keys import ENDED, ENTER, RESIZED, WRITING, Keys
from cps_quiz.ui.listening.question_keys import OpenQuestion, begin, press, with_message
from cps_quiz.ui.listening.scrolling import scrolled
from cps_quiz.ui.pages.reader import Reader, ToRead, print_blocks, step_block
from cps_quiz.ui.pages.shelf import Shelf
from cps_quiz.words import drill as drill_words
from cps_quiz.words import keys as key_words
from cps_quiz.words.steps import Step


class TerminalDrill:
    """Shows a drill and waits for keys; on the `shelf` lies what can be read and written beside it."""

    def __init__(self, console: Console, keys: Keys, look: Look, glossary: Glossary, shelf: Shelf) -> None:
        self.console = console
        self.keys = keys
        self.glossary = glossary
        self.reader = Reader(console, keys, look, shelf)
        self._turn: Turn | None = None
        self._open = OpenQuestion()
        self._note = ""
        self._told = ""

    def note(self, sentence: str) -> None:
        """Have a sentence stand on the screen until another takes its place; "" takes it away."""
        self._note = sentence

    def ask(self, drill: Drill) -> Response | Move:
        """Show the present question until it is answered or left."""
        self._told = ""
        turn = drill.queue[0]
        interaction = turn.item.body.interaction()
        if turn is not self._turn:
            draft = self.reader.shelf.notebook.draft(turn.item) if isinstance(interaction, Write) else ""
            self._turn, self._open = turn, begin(interaction, draft)
        try:
            return self._asked(drill)
        except KeyboardInterrupt:
            self._keep_draft(turn.item)
            raise

    def _asked(self, drill: Drill) -> Response | Move:
        item, order = drill.queue[0].item, drill.order()
        while True:
            if self._open.draft is None or not self.keys.waiting():  # a pasted text is drawn once
                self._open = self._open._replace(scroll=self._draw(drill))
            key = self.keys.read()
            if key == RESIZED:
                continue
            if key in WRITING and self._open.draft is None and not self._open.help:
                from cps_quiz.ui.pages.notes import wrote

                self._open = with_message(self._open, wrote(key, item, self.reader))
                continue
            if key == ENTER and self._open.draft and self._open.draft.text and self.keys.waiting():
                key = " "  # a line break of a pasted text: what follows it is text too, no command
            reply = press(self._open, item.body.interaction(), order, key, asked_for(item))
            if not isinstance(reply, OpenQuestion):
                self._keep_draft(item, handed_in=isinstance(reply, Written))
                self._answered(order, reply)
                return reply
            self._open = reply

    def _keep_draft(self, item: Item, *, handed_in: bool = False) -> None:
        """What is typed and not handed in is there again when the question is."""
        if isinstance(item.body.interaction(), Write):
            typed = self._open.draft.text if self._open.draft else self._open.text or ""
            self.reader.shelf.notebook.keep_draft(item, "" if handed_in else typed)

    def _draw(self, drill: Drill) -> Scroll:
        writer = self.reader.writer()
        if self._open.help:
            return draw(writer, help_page(drill, self.glossary, writer), self._open.scroll)
        return draw(writer, self._question(drill, self._open, writer), self._open.scroll)

    def _question(self, drill: Drill, open_: OpenQuestion, writer: Writer) -> Page:
        page = question_page(drill, open_, self.glossary, writer)
        return page._replace(header=[*writer.note(self._note), *page.header])

    def offer(self, offered: str) -> Move:
        """Offer something that Enter takes up."""
        while True:
            writer = self.reader.writer()
            above = writer.note(self._note)
            page = Page(above, [writer.prose(offered, style="strong")], lambda _more: key_words.OFFER_FOOTER)
            draw(writer, page, Scroll())
            key = self.keys.read()
            if key in OFFERED:
                return OFFERED[key]

    def confidence(self, drill: Drill) -> Confidence | None:
        """Ask how sure the learner was, under the options, before anything is told."""
        told, scroll = drill_words.SURE_OR_PASS, Scroll(END)
        while True:
            writer = self.reader.writer()
            page = self._question(drill, self._open._replace(message=told), writer)
            scroll = draw(writer, page._replace(footer=lambda _more: key_words.SURE_FOOTER), scroll)
            key = self.keys.read()
            if key in CONFIDENCES:
                return CONFIDENCES[key]
            if key in {ENTER, ENDED}:
                return None
            scroll = scrolled(scroll, key) or scroll
            told = told if key == RESIZED else f"{drill_words.SURE_BEFORE_KEYS} {key_words.SURE_KEYS}"

    def tell(self, effect: Effect) -> None:
        """Tell of what cannot be seen on the screen anyway."""
        if effect is Effect.NOTHING_TO_UNDO:
            self._open = with_message(self._open, drill_words.EFFECTS[effect])
        self._told = drill_words.EFFECTS[effect] if effect is Effect.ASIDE else ""

    def feedback(self, drill: Drill, answer: Answer) -> Move:
        """Explain every option of `answer`, given to the first question of `drill`, until a key."""
        from cps_quiz.ui.drawing.explained import Answered
        from cps_quiz.ui.drill.explanation import Around, ExplanationScreen

        after = drill._replace(answers=(*drill.answers, answer))
        style = "right" if answer.score.full or answer.self_assessed else "wrong"
        screen = ExplanationScreen(
            self.reader,
            self.glossary,
            Answered(answer.turn.item, drill.order(), answer.response),
            Around(
                lambda writer: [
                    *writer.note(self._note),
                    *header(after, self.glossary, writer),
                    writer.text(f" {drill_words.verdict(answer)}", style),
                ],
                lambda writer: help_page(after, self.glossary, writer),
            ),
        )
        return screen.show(self._told)

    def next_step(self, report: Report, steps: list[Step]) -> Step | None:
        """Tell how it went until a next step is chosen, or None is."""
        from cps_quiz.ui.drill.summary import summary_blocks

        return self.reader.read(
            ToRead(
                drill_words.HOW_IT_WENT,
                lambda writer: summary_blocks(report, self.glossary, writer),
                steps,
                steps_after=1 if drill_words.is_low(report) else None,
            )
        )

    def summary(self, report: Report, steps: list[Step]) -> None:
        """Tell how it went, on the ordinary screen, where it stays."""
        from cps_quiz.ui.drill.summary import summary_blocks

        self.console.show_cursor()
        leave(self.console)
        writer = self.reader.writer()
        print_blocks(writer, [*summary_blocks(report, self.glossary, writer), step_block(steps, writer)])

    def _answered(self, order: tuple[int, ...], reply: Response | Move) -> None:
        """Keep what was chosen in sight while more is asked about it."""
        self._open = self._open._replace(message="", asked_none=False)
        if isinstance(reply, Chosen):
            self._open = self._open._replace(picked=tuple(order.index(index) for index in reply.options))
