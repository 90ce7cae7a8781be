"""Pieces that several screens are made of, as wrapped lines."""

from rich.console import Console
from rich.text import Text

from cps_quiz.core.questions.comparison import Situation
from cps_quiz.source.markdown import paragraphs
from cps_quiz.source.safe_text import safe
from cps_quiz.ui.drawing.look import Look
from cps_quiz.ui.drawing.page import Block, wrap
from cps_quiz.words import feedback as feedback_words


class Writer:
    """Makes blocks of a width for one console and look."""

    def __init__(self, console: Console, look: Look, width: int) -> None:
        self.console = console
        self.look = look
        self.width = width

    def text(self, words: str, style: str = "") -> Text:
        """Words of a bank or of the program as harmless Rich text."""
        return Text(safe(words, unicode=self.look.unicode), style=style)

    def prose(self, words: str, indent: int = 1, style: str = "") -> Block:
        """Paragraphs, emphasis and lists of a bank's text."""
        lines: Block = []
        for at, paragraph in enumerate(paragraphs(safe(words, unicode=self.look.unicode))):
            if at and not paragraph.bullet:
                lines.append(Text())
            text = Text(style=style)
            for piece in paragraph.pieces:
                text.append(piece.text, style=("", "emphasis", "strong")[piece.strength])
            mark = f"{paragraph.bullet} " if paragraph.bullet else ""
            pad = " " * indent
            lines += wrap(self.console, text, self.width, pad + mark, pad + " " * len(mark))
        return lines

    def step(self, number: int, said: str, command: str) -> Block:
        """What to do next behind its number; the command at the right where there is room, else below."""
        first = Text("  ").append(f"{number}", style="accent").append("  ")
        lines = wrap(self.console, self.text(said), self.width, first, " " * first.cell_len)
        room = self.width - lines[-1].cell_len - len(command)
        if not command:
            return lines
        if room >= 2:  # noqa: PLR2004 - two spaces keep it apart
            lines[-1].append(" " * room).append_text(self.text(command, "quiet"))
            return lines
        return [*lines, *wrap(self.console, self.text(command, "quiet"), self.width, " " * 7, " " * 9)]

    def note(self, message: str) -> Block:
        """What is told above the keys; nothing without a message."""
        return wrap(self.console, self.text(message, "accent"), self.width, " ", " ") if message else []

    def row(self, phrases: list[str], style: str = "") -> Block:
        """Short phrases with dots between them, broken into lines only between phrases."""
        dot = f" {self.look.signs.dot} "
        lines = [f" {phrases[0]}"]
        for phrase in phrases[1:]:
            if len(lines[-1]) + len(dot) + len(phrase) <= self.width:
                lines[-1] += dot + phrase
            else:
                lines.append(f" {phrase}")
        return [self.text(line, style) for line in lines]

    def choice(self, letter: str, words: str, lead: str = "  ", *, marked: bool = False) -> Block:
        """An option behind its letter; the one that is `marked` has an arrow and is strong."""
        first = Text(self.look.signs.mark if marked else " ").append(lead).append(letter, style="accent").append("  ")
        style = "strong" if marked else ""
        return wrap(self.console, self.text(words, style), self.width, first, " " * first.cell_len)

    def situation(self, situation: Situation) -> Block:
        """Another situation with the same options: what is asked, what is right there, and why."""
        first = Text(" ").append(self.look.signs.right, style="right").append("  ")
        lines = self.prose(situation.scenario) if situation.scenario else []
        lines += self.prose(situation.stem, style="strong")
        for option in situation.key:
            lines += wrap(self.console, self.text(option.text, "strong"), self.width, first, " " * 4)
            lines += self.prose(feedback_words.why(option.why), indent=4)
        return lines
