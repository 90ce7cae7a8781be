"""Pieces that several screens are made of, as wrapped lines."""

from rich.console import Console
from rich.text import Text

from cps_quiz.core.questions.comparison import Situation
from cps_quiz.core.questions.explanation import ExplainedOption, Explanation
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.questions.interaction import MisconceptionId
from cps_quiz.core.questions.labels import Confusion
from cps_quiz.source.markdown import paragraphs
from cps_quiz.source.safe_text import safe
from cps_quiz.ui.drawing.look import Look
from cps_quiz.ui.drawing.page import Block, wrap
from cps_quiz.words import feedback as feedback_words

_STEP = ("   ", "     ")
"""What stands before the first line of a step, and before its others."""


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

    def step(self, words: str) -> Block:
        """What to do next, indented; a command behind a colon goes on its own line rather than over two."""
        lines = wrap(self.console, self.text(words), self.width, *_STEP)
        lead, colon, command = words.partition(": cps-quiz")
        if len(lines) == 1 or not colon:
            return lines
        below = wrap(self.console, self.text(f"cps-quiz{command}"), self.width, " " * 5, " " * 7)
        return [*wrap(self.console, self.text(f"{lead}:"), self.width, *_STEP), *below]

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

    def keys(self, footer: str) -> Block:
        """Keys and what they do, with | between them."""
        return self.row(footer.split("|"))

    def choice(self, letter: str, words: str, lead: str = "  ", style: str = "") -> Block:
        """An option behind its letter."""
        first = Text(f" {lead}").append(letter, style="accent").append("  ")
        return wrap(self.console, self.text(words, style), self.width, first, " " * first.cell_len)

    def explained(self, entry: ExplainedOption, glossary: Glossary) -> Block:
        """An option with its mark in sign and words, and its why."""
        signs = self.look.signs
        correct = entry.option.correct
        sign, style = (
            (signs.right, "right") if correct else (signs.wrong, "wrong") if entry.chosen else (signs.other, "")
        )
        first = Text(" ").append(sign, style=style).append(" ").append(entry.letter, style="accent").append("  ")
        label = self.text(feedback_words.mark(entry), "right" if correct else "wrong" if entry.chosen else "")
        lines = wrap(self.console, self.text(entry.option.text, "strong"), self.width, first, " " * 6)
        room = self.width - lines[-1].cell_len - label.cell_len
        if room >= 2:  # noqa: PLR2004 - two spaces keep the label apart
            lines[-1].append(" " * room).append_text(label)
        else:
            lines += wrap(self.console, label, self.width, " " * 6, " " * 6)
        lead = feedback_words.lead(entry.label, glossary)
        why = feedback_words.why(entry.option.why)
        return lines + self.prose(f"**{lead}** {why}" if lead else why, indent=6)

    def misconception(self, id_: MisconceptionId, glossary: Glossary) -> Block:
        """What stands behind a wrong choice: its name, the harm, what to do instead."""
        known = glossary.misconceptions.get(id_)
        if known is None:
            return []
        text = f"**{known.name}**: {known.harms}\n\n**{feedback_words.INSTEAD}**: {known.instead}"
        return [line for line in self.prose(text) if line.plain]

    def confusion(self, confusion: Confusion, glossary: Glossary) -> Block:
        """Which approach was taken for which, and how to tell the two apart."""
        apart = "\n\n".join(glossary.telling_apart(*confusion))
        text = f"{feedback_words.taken_for(confusion, glossary)}\n\n**{feedback_words.TELLING_APART}**: {apart}"
        return [line for line in self.prose(text) if line.plain]

    def explanation(self, explanation: Explanation, glossary: Glossary) -> list[Block]:
        """All that is to be read after an answer, most telling first."""
        options = [self.explained(entry, glossary) for entry in explanation.options]
        behind = [self.misconception(id_, glossary) for id_ in explanation.tempting]
        behind += [self.confusion(confusion, glossary) for confusion in explanation.confusions]
        first = sum(bool(entry.shown) or entry.option.correct for entry in explanation.options)
        blocks = [*options[:first], *filter(None, behind), *options[first:]]
        if explanation.steps:
            blocks.append(self._steps(explanation))
        if explanation.points:
            blocks.append(self._points(explanation))
        if explanation.why:
            blocks.append(self.prose(f"**{feedback_words.WHY}** {feedback_words.why(explanation.why)}"))
        if explanation.example:
            blocks.append(self.prose(f"**{feedback_words.EXAMPLE}** {explanation.example}"))
        return blocks

    def situation(self, situation: Situation) -> Block:
        """Another situation with the same options: what is asked, what is right there, and why."""
        first = Text(" ").append(self.look.signs.right, style="right").append("  ")
        lines = self.prose(situation.scenario) if situation.scenario else []
        lines += self.prose(situation.stem, style="strong")
        for option in situation.key:
            lines += wrap(self.console, self.text(option.text, "strong"), self.width, first, " " * 4)
            lines += self.prose(feedback_words.why(option.why), indent=4)
        return lines

    def _steps(self, explanation: Explanation) -> Block:
        signs, lines = self.look.signs, [self.text(f" {feedback_words.RIGHT_ORDER}", "strong")]
        for step in explanation.steps:
            right = step.given == step.place
            you = "" if step.given is None else feedback_words.YOU_TOO if right else feedback_words.you_at(step.given)
            note = f"  ({you})" if you else ""
            first = Text(f" {signs.right if right else signs.other} {step.place}  ")
            lines += wrap(self.console, self.text(step.text + note), self.width, first, " " * 6)
        return lines

    def _points(self, explanation: Explanation) -> Block:
        signs, lines = self.look.signs, [self.text(f" {feedback_words.GOOD_ANSWER}", "strong")]
        for point in explanation.points:
            first = Text(" ").append(signs.right if point.made else signs.other, style="right" if point.made else "")
            note = f"  ({feedback_words.YOURS_TOO})" if point.made else ""
            lines += wrap(self.console, self.text(point.text + note), self.width, first.append("  "), " " * 4)
        return lines
