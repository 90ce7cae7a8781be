"""A drill on a full screen, answered by single keys."""

from functools import partial

from rich.console import Console
from rich.text import Text

from cps_quiz.core.drill.drill import Answer, Drill, Effect, Move, Turn
from cps_quiz.core.drill.report import Report
from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.questions.comparison import Situation, situations
from cps_quiz.core.questions.explanation import LETTERS, explain
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.questions.interaction import Arrange, ChooseOne, ChooseSome, Interaction, Write
from cps_quiz.core.questions.response import Response
from cps_quiz.ui.drawing.console import leave
from cps_quiz.ui.drawing.look import Look
from cps_quiz.ui.drawing.page import Block, Page, draw, width_of, wrap
from cps_quiz.ui.drawing.writer import Writer
from cps_quiz.ui.drill.summary import summary_lines
from cps_quiz.ui.listening import explanation_keys as explaining
from cps_quiz.ui.listening.asked_keys import CONFIDENCES, OFFERED
from cps_quiz.ui.listening.explanation_keys import Reading
from cps_quiz.ui.listening.keys import ENDED, ENTER, RESIZED, Keys
from cps_quiz.ui.listening.question_keys import OpenQuestion, begin, press, with_message
from cps_quiz.words import drill as drill_words
from cps_quiz.words import feedback as feedback_words
from cps_quiz.words import keys as key_words


class TerminalDrill:
    """Shows a drill and waits for keys."""

    def __init__(self, console: Console, keys: Keys, look: Look, glossary: Glossary) -> None:
        self.console = console
        self.keys = keys
        self.look = look
        self.glossary = glossary
        self._turn: Turn | None = None
        self._open = OpenQuestion()
        self._note = ""

    def note(self, sentence: str) -> None:
        """Have a sentence stand on the screen until another takes its place; "" takes it away."""
        self._note = sentence

    def ask(self, drill: Drill) -> Response | Move:
        """Show the present question until it is answered or left."""
        turn = drill.queue[0]
        interaction = turn.item.body.interaction()
        if turn is not self._turn:
            self._turn, self._open = turn, begin(interaction)
        order = drill.order()
        while True:
            if self._open.draft is None or not self.keys.waiting():  # a pasted text is drawn once
                self._open = self._counted(self._open, self._question(drill, order))
            key = self.keys.read()
            if key == RESIZED:
                continue
            if key == ENTER and self._open.draft and self.keys.waiting():
                key = " "  # a line break of a pasted text: what follows it is text too, no command
            reply = press(self._open, interaction, order, key)
            if not isinstance(reply, OpenQuestion):
                self._open = self._open._replace(message="", asked_none=False)
                return reply
            self._open = reply

    def offer(self, offered: str) -> Move:
        """Offer something that Enter takes up."""
        while True:
            writer = self._writer()
            self._draw_asked(writer, self._noted(writer), offered, key_words.OFFER_FOOTER)
            key = self.keys.read()
            if key in OFFERED:
                return OFFERED[key]

    def confidence(self, drill: Drill) -> Confidence | None:
        """Ask how sure the learner was, before anything is told."""
        message = ""
        while True:
            writer = self._writer()
            header, asked = self._header(drill, writer), drill_words.SURE_BEFORE_KEYS
            self._draw_asked(writer, header, asked, key_words.SURE_FOOTER, message)
            key = self.keys.read()
            if key in CONFIDENCES:
                return CONFIDENCES[key]
            if key in {ENTER, ENDED}:
                return None
            message = message if key == RESIZED else key_words.SURE_KEYS

    def tell(self, effect: Effect) -> None:
        """Tell of what cannot be seen on the screen anyway."""
        if effect is Effect.NOTHING_TO_UNDO:
            self._open = with_message(self._open, drill_words.EFFECTS[effect])

    def _draw_asked(self, writer: Writer, header: Block, asked: str, keys: str, message: str = "") -> None:
        blocks = [writer.prose(asked, style="strong"), *([writer.prose(message)] if message else [])]
        draw(self.console, Page(header, blocks, lambda _more: writer.keys(keys)), 0)

    def _writer(self) -> Writer:
        return Writer(self.console, self.look, width_of(self.console))

    def feedback(self, drill: Drill, answer: Answer) -> Move:
        """Explain every option of `answer`, given to the first question of `drill`, until a key."""
        drill = drill._replace(answers=(*drill.answers, answer))
        reading: Reading | Move = Reading()
        others = situations(answer.turn.item, self.glossary.items)
        while isinstance(reading, Reading):
            comparing = reading.comparing
            shown = self._help(drill) if reading.help else self._explained(drill, answer, others, comparing=comparing)
            reading = reading._replace(pages=draw(self.console, shown, reading.page))
            reading = explaining.press(reading, self.keys.read(), others=bool(others))
        return reading

    def summary(self, report: Report) -> None:
        """Tell how it went, on the ordinary screen, where it stays."""
        self.console.show_cursor()
        leave(self.console)
        writer = self._writer()
        for line in summary_lines(report, self.glossary, writer):
            self.console.print(line, soft_wrap=True)

    def _counted(self, open_: OpenQuestion, page: Page) -> OpenQuestion:
        pages = draw(self.console, page, open_.page)
        return open_._replace(page=open_.page % pages, pages=pages)

    def _question(self, drill: Drill, order: tuple[int, ...]) -> Page:
        open_ = self._open
        if open_.help:
            return self._help(drill)
        writer = self._writer()
        item = drill.queue[0].item
        blocks = [writer.prose(drill_words.CHANGED)] if item.id in drill.changed else []
        if item.scenario:
            blocks.append(writer.prose(item.scenario.text))
        blocks.append(writer.prose(item.stem, style="strong"))
        interaction = item.body.interaction()
        blocks += [self._choices(interaction, order, writer)]
        if open_.hint:
            hint = f"**{drill_words.HINT}** {item.hint}" if item.hint else drill_words.NO_HINT
            blocks.append(writer.prose(hint))
        if open_.why:
            blocks.append(writer.prose(f"**{drill_words.WHY}** {drill_words.why(drill)}"))
        if open_.message:
            blocks.append(writer.prose(open_.message))
        return Page(self._header(drill, writer), blocks, lambda more: self._footer(interaction, writer, more=more))

    def _choices(self, interaction: Interaction, order: tuple[int, ...], writer: Writer) -> Block:
        picked = self._open.picked
        match interaction:
            case ChooseOne(options):
                return self._listed([(LETTERS[at], "  ", options[i].text) for at, i in enumerate(order)], writer)
            case ChooseSome(options):
                boxes = ["[x] " if at in picked else "[ ] " for at in range(len(order))]
                return self._listed([(LETTERS[at], boxes[at], options[i].text) for at, i in enumerate(order)], writer)
            case Arrange(steps):
                nth = [f"{picked.index(at) + 1}. " if at in picked else "   " for at in range(len(order))]
                return self._listed([(LETTERS[at], nth[at], steps[i]) for at, i in enumerate(order)], writer)
            case Write() if self._open.draft is not None:
                return wrap(self.console, writer.text(f"{self._open.draft}_"), writer.width, " > ", "   ")
            case Write(looks_for):
                if self._open.text is None:
                    return writer.prose(drill_words.TO_WRITE)
                lines = [*writer.prose(f"*{drill_words.WROTE}* {self._open.text}"), Text()]
                lines += [*writer.prose(drill_words.POINTS), Text()]
                boxes = ["[x] " if at in picked else "[ ] " for at in range(len(looks_for))]
                return lines + self._listed([(LETTERS[at], boxes[at], looks_for[at]) for at in order], writer)

    def _listed(self, rows: list[tuple[str, str, str]], writer: Writer) -> Block:
        return [line for letter, lead, text in rows for line in writer.choice(letter, text, lead)]

    def _explained(self, drill: Drill, answer: Answer, others: tuple[Situation, ...], *, comparing: bool) -> Page:
        writer = self._writer()
        explanation = explain(answer.turn.item, drill.order(), answer.response)
        header = self._header(drill, writer)
        style = "right" if answer.score.full or answer.self_assessed else "wrong"
        header += [writer.text(f" {drill_words.verdict(answer)}", style)]
        blocks = writer.explanation(explanation, self.glossary)
        if comparing:
            intro = feedback_words.others(answer.turn.item, len(others))
            blocks = [writer.prose(intro), *map(writer.situation, others)]
        footer = partial(key_words.explained_footer, others=bool(others), comparing=comparing)
        return Page(header, blocks, lambda more: writer.keys(footer(more=more)))

    def _header(self, drill: Drill, writer: Writer) -> Block:
        item = drill.queue[0].item
        flagged = [drill_words.FLAGGED] if item.id in drill.flagged else []
        *above, left = writer.row([self.glossary.topic(item.topic), drill_words.place(drill), *flagged], "strong")
        left.append("  ")
        right_so_far = sum(answer.score.full and not answer.turn.again for answer in drill.answers)
        right = writer.text(f"  {drill_words.right_so_far(right_so_far)}")
        room = writer.width - left.cell_len - right.cell_len
        if room < 6:  # noqa: PLR2004 - a shorter bar says nothing
            above, left = [*above, left], self._bar(drill, writer.width - right.cell_len - 1)
        else:
            left.append_text(self._bar(drill, room))
        return [*self._noted(writer), *above, left.append_text(right)]

    def _noted(self, writer: Writer) -> Block:
        return wrap(self.console, writer.text(self._note, "accent"), writer.width, " ", " ") if self._note else []

    def _bar(self, drill: Drill, width: int) -> Text:
        signs = self.look.signs
        done = (drill.place - 1) * width // max(1, drill.total)
        return Text(signs.bar * done, style="accent").append(signs.rest * (width - done), style="quiet")

    def _footer(self, interaction: Interaction, writer: Writer, *, more: bool) -> Block:
        if self._open.draft is not None:
            return writer.keys(key_words.LONG_TYPING_FOOTER if more else key_words.TYPING_FOOTER)
        unwritten = isinstance(interaction, Write) and self._open.text is None
        first = key_words.WRITING_BEGINS if unwritten else key_words.answering(interaction)
        return writer.keys(key_words.question_footer(first, more=more))

    def _help(self, drill: Drill) -> Page:
        writer = self._writer()
        keys = key_words.drill_help(drill.queue[0].item)
        width = max(len(key) for key, _ in keys)
        rows = [
            line
            for key, meaning in keys
            for line in wrap(self.console, Text(meaning), writer.width, f" {key:{width}}  ", " " * (width + 3))
        ]
        return Page(self._header(drill, writer), [rows], lambda more: writer.keys(key_words.help_footer(more=more)))
