"""An answered question on a page: what was asked stays above, then every option with its why, most telling first."""

from typing import NamedTuple

from rich.text import Text

from cps_quiz.core.questions.asking import asked
from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.explanation import ExplainedOption, Explanation, explain
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.questions.interaction import MisconceptionId
from cps_quiz.core.questions.labels import Confusion
from cps_quiz.core.questions.response import Response, Written
from cps_quiz.ui.drawing.page import Block, Page, wrap
from cps_quiz.ui.drawing.writer import Writer
from cps_quiz.words import feedback as feedback_words

WIDE = 70
"""Columns in which the keys stand on one line, so that the most is left for what is explained."""

INDENT = 6
"""Columns before what is said of an option."""


class Answered(NamedTuple):
    """An item in the order in which it was shown, and what was handed in; None when nothing was."""

    item: Item
    order: tuple[int, ...]
    response: Response | None


def explained_page(answered: Answered, glossary: Glossary, writer: Writer) -> Page:
    """The page of an explanation, without a header. Where room is short the situation is folded."""
    situation, question = asked(answered.item)
    told = explain(*answered)
    blocks = explanation(told, glossary, writer)
    text = answered.response.text if isinstance(answered.response, Written) else ""
    own = [writer.prose(f"**{feedback_words.WROTE}** {text}")] if text else []
    shown = [writer.prose(question, style="strong"), *own, *blocks]
    together = 1 + len(own) + (sum(entry.chosen or entry.option.correct for entry in told.options) or 1)
    fold = writer.prose(situation) if situation else []
    keys_most = 1 if writer.width >= WIDE else 2
    return Page([], shown, lambda _more: "", fold=fold, together=together, keys_most=keys_most, loose=True)


def unfolded(page: Page) -> Page:
    """The same page with its whole situation."""
    return page._replace(blocks=[*([list(page.fold)] if page.fold else []), *page.blocks], fold=())


def explanation(told: Explanation, glossary: Glossary, writer: Writer) -> list[Block]:
    """All that is to be read after an answer: what was chosen and is not right, the best answers, then the rest."""
    drawn = [_option(entry, told, glossary, writer) for entry in told.options]
    first = sum(entry.chosen or entry.option.correct for entry in told.options)
    behind = [block for id_ in told.tempting if (block := _harm(id_, glossary, writer))]
    behind += [_confusion(one, glossary, writer, indent=1) for one in told.confusions if _is_long(one, glossary)]
    blocks = [*drawn[:first], *behind, *drawn[first:]]
    if told.steps:
        blocks.append(_steps(told, writer))
    if told.points:
        blocks.append(_points(told, writer))
    if told.why:
        blocks.append(writer.prose(f"**{feedback_words.WHY}** {feedback_words.why(told.why)}"))
    if told.example:
        blocks.append(writer.prose(f"**{feedback_words.EXAMPLE}** {told.example}"))
    return blocks


def _option(entry: ExplainedOption, told: Explanation, glossary: Glossary, writer: Writer) -> Block:
    """An option with its mark in sign and words, its why, and behind a wrong choice what to do instead."""
    lead = feedback_words.lead(entry.label, glossary)
    why = feedback_words.why(entry.option.why)
    lines = _named(entry, writer) + writer.prose(f"**{lead}** {why}" if lead else why, indent=INDENT)
    if not entry.shown:
        return lines
    for confusion in told.confusions:
        if confusion.taken == entry.shown.id and not _is_long(confusion, glossary):
            lines += _confusion(confusion, glossary, writer, INDENT)
    known = glossary.misconceptions.get(MisconceptionId(entry.shown.id))
    if known and MisconceptionId(entry.shown.id) in told.tempting:
        lines += writer.prose(f"**{feedback_words.INSTEAD}:** {known.instead}", indent=INDENT)
    return lines


def _named(entry: ExplainedOption, writer: Writer) -> Block:
    """Sign, letter and text of an option, and at the right what it is."""
    signs, correct = writer.look.signs, entry.option.correct
    sign, style = (signs.right, "right") if correct else (signs.wrong, "wrong") if entry.chosen else (signs.other, "")
    first = Text(" ").append(sign, style=style).append(" ").append(entry.letter, style="accent").append("  ")
    label = writer.text(feedback_words.mark(entry), style)
    lines = wrap(writer.console, writer.text(entry.option.text, "strong"), writer.width, first, " " * INDENT)
    room = writer.width - lines[-1].cell_len - label.cell_len
    if not label.plain:
        return lines
    if room >= 2:  # noqa: PLR2004 - two spaces keep the label apart
        lines[-1].append(" " * room).append_text(label)
        return lines
    return [*lines, Text(" " * max(INDENT, writer.width - label.cell_len)).append_text(label)]


def _harm(id_: MisconceptionId, glossary: Glossary, writer: Writer) -> Block:
    """Why the approach behind a wrong choice harms."""
    known = glossary.misconceptions.get(id_)
    return writer.prose(f"**{feedback_words.behind(known)}** {known.harms}") if known else []


def _is_long(confusion: Confusion, glossary: Glossary) -> bool:
    """Whether no one sentence tells the two apart, so that each is described."""
    return len(glossary.telling_apart(*confusion)) > 1


def _confusion(confusion: Confusion, glossary: Glossary, writer: Writer, indent: int) -> Block:
    """Which approach was taken for which, and how to tell the two apart."""
    apart = " ".join(glossary.telling_apart(*confusion))
    taken = feedback_words.taken_for(confusion, glossary)
    return writer.prose(f"{taken} **{feedback_words.TELLING_APART}:** {apart}", indent=indent)


def _steps(told: Explanation, writer: Writer) -> Block:
    signs, lines = writer.look.signs, [writer.text(f" {feedback_words.RIGHT_ORDER}", "strong")]
    for step in told.steps:
        right = step.given == step.place
        you = "" if step.given is None else feedback_words.YOU_TOO if right else feedback_words.you_at(step.given)
        first = Text(f" {signs.right if right else signs.other} {step.place}  ")
        lines += wrap(writer.console, writer.text(_noted(step.text, you)), writer.width, first, " " * INDENT)
    return lines


def _points(told: Explanation, writer: Writer) -> Block:
    signs, lines = writer.look.signs, [writer.text(f" {feedback_words.GOOD_ANSWER}", "strong")]
    for point in told.points:
        first = Text(" ").append(signs.right if point.made else signs.other, style="right" if point.made else "")
        text = _noted(point.text, feedback_words.YOURS_TOO if point.made else "")
        lines += wrap(writer.console, writer.text(text), writer.width, first.append("  "), " " * 4)
    return lines


def _noted(text: str, note: str) -> str:
    return f"{text}  ({note})" if note else text
