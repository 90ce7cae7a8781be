"""An explanation on a full screen, and what can be opened beside it, in a drill and in the walk through an exam."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from cps_quiz.core.drill.drill import Move
from cps_quiz.core.questions.comparison import situations
from cps_quiz.core.questions.explanation import approach_behind, explain
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.ui.drawing.explained import Answered, explained_page, unfolded
from cps_quiz.ui.drawing.page import Block, Page
from cps_quiz.ui.drawing.screen import draw
from cps_quiz.ui.drawing.writer import Writer
from cps_quiz.ui.listening.explanation_keys import Reading, View, press
from cps_quiz.ui.listening.keys import LEFT, WRITING
from cps_quiz.ui.pages.notes import ASIDE, marked
from cps_quiz.ui.pages.reader import Reader
from cps_quiz.words import feedback as feedback_words
from cps_quiz.words import keys as key_words

_OPENS = {
    View.APPROACH: key_words.APPROACH,
    View.STUDY_NOTE: key_words.STUDY_NOTE,
    View.OTHERS: key_words.OTHERS,
}


class Around(NamedTuple):
    """What stands around an explanation: header and help.

    `walking` where it is one of an exam that is walked through, `alone` where it was opened by itself.
    """

    header: Callable[[Writer], Block]
    help_page: Callable[[Writer], Page]
    walking: bool = False
    alone: bool = False


class ExplanationScreen:
    """Shows one answered question until a key leads on."""

    def __init__(self, reader: Reader, glossary: Glossary, answered: Answered, around: Around) -> None:
        self.reader = reader
        self.glossary = glossary
        self.answered = answered
        self.around = around
        self._others = situations(answered.item, glossary.items)
        item, approach = answered.item, approach_behind(explain(*answered))
        commands: dict[View, tuple[str, ...]] = {
            View.APPROACH: ("explain", approach) if approach else (),
            View.STUDY_NOTE: ("study", f"{item.topic}/{item.objective}") if item.objective else (),
        }
        self._reads = {view: command for view, command in commands.items() if reader.shelf.there(command)}

    def show(self, told: str = "") -> Move:
        """What the learner does next; what is `told` stands above the keys."""
        reading = Reading(message=told)
        while True:
            writer = self.reader.writer()
            page = self._page(reading.view, writer)._replace(note=writer.note(reading.message))
            reading = reading._replace(scroll=draw(writer, page, reading.scroll))
            key = self.reader.keys.read()
            if key in WRITING | {ASIDE} and reading.view is View.EXPLAINED:
                if key == ASIDE and not (self.around.walking or self.around.alone):
                    return Move.ASIDE
                reading = Reading(message=marked(key, self.answered.item, self.reader))
                continue
            if self.around.walking and key in {"p", LEFT}:
                return Move.UNDO
            reply = press(reading, key, self._there())
            if isinstance(reply, Move):
                return reply
            reading = reply

    def _there(self) -> frozenset[View]:
        return frozenset({View.HELP, View.WHOLE, *self._reads, *([View.OTHERS] if self._others else [])})

    def _page(self, view: View, writer: Writer) -> Page:
        header = self.around.header(writer)
        match view:
            case View.HELP:
                return self.around.help_page(writer)
            case View.OTHERS:
                intro = feedback_words.others(self.answered.item, len(self._others))
                blocks = [writer.prose(intro), *map(writer.situation, self._others)]
                return Page(header, blocks, lambda more: key_words.beside_footer(more=more))
            case View.APPROACH | View.STUDY_NOTE:
                blocks = [writer.prose(text) for text in self.reader.shelf.texts(self._reads[view])]
                return Page(header[:1], blocks, lambda more: key_words.beside_footer(more=more))
            case View.EXPLAINED | View.WHOLE:
                opens = [words for opened, words in _OPENS.items() if opened in self._there()]
                footer = partial(self._footer, opens)
                page = explained_page(self.answered, self.glossary, writer)
                page = unfolded(page) if view is View.WHOLE else page
                return page._replace(header=header, footer=footer)

    def _footer(self, opens: list[str], more: bool) -> str:  # noqa: FBT001 - as Page calls it
        if self.around.alone:
            return key_words.alone_footer(opens, more=more)
        ends = key_words.WALK if self.around.walking else key_words.DRILL_ENDS
        return key_words.explained_footer(opens, ends, more=more)
