"""The report on a group's answers on a terminal, or line after line."""

from rich.text import Text

from cps_quiz.core.results.items import ItemResult, OptionResult
from cps_quiz.core.results.shown import ShownShare
from cps_quiz.ui.drawing.look import Look
from cps_quiz.ui.drawing.page import Block, wrap
from cps_quiz.ui.drawing.writer import Writer
from cps_quiz.ui.drill.plain import Say
from cps_quiz.ui.pages.reader import print_blocks
from cps_quiz.ui.reading.reader import make_writer
from cps_quiz.words import results as words
from cps_quiz.words.results import ResultsView
from cps_quiz.words.results_notes import NOTES

MOST = 2
"""Findings of one kind on the first screen."""

BAR = 20
"""Cells of an interval that is drawn."""


def show_results(view: ResultsView, look: Look, say: Say) -> None:
    """Show the report: what to look at first on top."""
    if look.plain:
        for line in words.sentences(view):
            say(line)
        return
    writer = make_writer(look)
    top, rest = _top(view, writer), _rest(view, writer)
    lines = sum(len(block) + 1 for block in rest)
    # What is longer than the screen would push away what is to be looked at first.
    if sum(map(len, top)) + lines > writer.console.height:
        rest = [writer.prose(words.all_of_it(lines))]
    print_blocks(writer, [[line for block in top for line in block], *rest])


def _top(view: ResultsView, writer: Writer) -> list[Block]:
    blocks = [writer.prose(view.headline()), writer.prose(words.FIRST, style="strong")]
    found = [_concern(*of, writer) for of in view.top()]
    return [*blocks, *(found or [writer.prose(words.NOTHING_FIRST)])]


def _concern(heading: str, said: list[tuple[str, str]], cure: str, writer: Writer) -> Block:
    lines = writer.prose(words.to_do(words.more(heading, len(said) - MOST), cure), style="accent")
    for sentence, place in said[:MOST]:
        text = " ".join(filter(None, (sentence, place)))
        lines += wrap(writer.console, writer.text(text), writer.width, " - ", "   ")
    return lines


def _rest(view: ResultsView, writer: Writer) -> list[Block]:
    found = view.results
    items = [_item(view, item, writer) for item in found.items] or [writer.prose(words.NO_ITEMS)]
    approaches = [line for one in found.approaches for line in writer.prose(view.approach(one))]
    exams = [line for one in found.exams for line in writer.prose(words.exam(one))]
    return [
        writer.prose(words.EXAMS, style="strong"),
        exams or writer.prose(words.NO_EXAMS),
        writer.prose(words.APPROACHES, style="strong"),
        approaches or writer.prose(words.NO_APPROACHES),
        writer.prose(words.ITEMS, style="strong"),
        *items,
        *([[line for text in view.held_back() for line in writer.prose(text)]] if view.held_back() else []),
        writer.prose(words.HOW, style="strong"),
        *(writer.prose(note) for note in NOTES),
    ]


def _item(view: ResultsView, item: ItemResult, writer: Writer) -> Block:
    lines = writer.prose(words.item_line(item, view.place(item)), style="strong")
    lines.append(_drawn(words.facility(item), item.facility, writer))
    lines.append(writer.text(f"   {words.discrimination(item)}"))
    return lines + [_option(option, writer) for option in item.options]


def _option(option: OptionResult, writer: Writer) -> Text:
    return _drawn(words.option_line(option), option.share, writer)


def _drawn(said: str, shown: ShownShare, writer: Writer) -> Text:
    """An interval as a bar of its own width on a scale from 0 to 1, with words behind it."""
    low, high = int(shown.low * BAR), max(int(shown.low * BAR) + 1, round(shown.high * BAR))
    signs = writer.look.signs
    line = Text("   ").append(signs.rest * low).append(signs.bar * (high - low), style="accent")
    return line.append(signs.rest * (BAR - high)).append("  ").append_text(writer.text(said))
