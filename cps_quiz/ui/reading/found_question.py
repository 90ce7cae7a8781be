"""A question that was found: its answer stays hidden until it is asked for, and nothing is drilled."""

from cps_quiz.core.drill.drill import Move, shown_order, shown_texts
from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.explanation import explain
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.ui.drawing.choices import asked_blocks, choices
from cps_quiz.ui.drawing.explained import Answered
from cps_quiz.ui.drawing.page import Block, Page
from cps_quiz.ui.drawing.screen import draw
from cps_quiz.ui.drawing.scroll import Scroll
from cps_quiz.ui.drawing.writer import Writer
from cps_quiz.ui.drill.explanation import Around, ExplanationScreen
from cps_quiz.ui.drill.plain import Say, say_asked, say_explanation
from cps_quiz.ui.listening.keys import BACKSPACE, ENDED, ENTER, RESIZED, WRITING
from cps_quiz.ui.listening.scrolling import scrolled
from cps_quiz.ui.pages.choosing import Press, chosen
from cps_quiz.ui.pages.notes import wrote
from cps_quiz.ui.pages.reader import Reader, help_block
from cps_quiz.ui.pages.shelf import Notebook
from cps_quiz.words import drill as drill_words
from cps_quiz.words import find as find_words
from cps_quiz.words import key_helps
from cps_quiz.words import keys as key_words
from cps_quiz.words.steps import Step


class FoundQuestion:
    """Shows a question, and its answer when Enter is pressed; `practice` asks it in a drill."""

    def __init__(self, reader: Reader, glossary: Glossary, item: Item, practice: Step) -> None:
        self.reader = reader
        self.glossary = glossary
        self.item = item
        self.practice = practice
        self._order = _covering_order(item)

    def show(self) -> Step | None:
        """The step to practice it, or None when the learner leaves."""
        scroll, message, help_ = Scroll(), "", False
        while True:
            writer = self.reader.writer()
            scroll = draw(writer, self._help(writer) if help_ else self._page(writer, message), scroll)
            key = self.reader.keys.read()
            if key == RESIZED:
                continue
            if key == "1" and not help_:
                return self.practice
            if key in {"q", ENDED, BACKSPACE} and not help_:
                return None
            if key == ENTER and not help_:
                self._open()
            turned = scrolled(scroll, key)
            scroll = turned or (Scroll() if key == "?" or help_ else scroll)
            help_ = (help_ and turned is not None) or (key == "?" and not help_)
            message = self._marked(key)

    def _open(self) -> None:
        """Show the answer, until the learner comes back."""
        answered = Answered(self.item, self._order, None)
        around = Around(self._header, self._help, alone=True)
        screen = ExplanationScreen(self.reader, self.glossary, answered, around)
        while screen.show() is Move.FLAG:
            self.reader.shelf.notebook.flag(self.item)

    def _marked(self, key: str) -> str:
        """What a key that flags or writes did; "" for any other."""
        if key in {"f", "F"}:
            return self.reader.shelf.notebook.flag(self.item)
        return wrote(key, self.item, self.reader) if key in WRITING else ""

    def _page(self, writer: Writer, message: str) -> Page:
        interaction = self.item.body.interaction()
        texts = shown_texts(interaction, self._order)
        found = choices(["  "] * len(texts), texts, None, writer)
        blocks = [*asked_blocks(self.item, writer), *([found.lines] if found.lines else [])]
        return Page(self._header(writer), blocks, key_words.found_footer, writer.note(message), marked=found.firsts)

    def _header(self, writer: Writer) -> Block:
        flagged = [drill_words.FLAGGED] if self.reader.shelf.notebook.flagged(self.item) else []
        return writer.row([self.glossary.topic(self.item.topic), self.item.id, *flagged], "strong")

    @staticmethod
    def _help(writer: Writer) -> Page:
        heading = [writer.text(f" {key_words.KEYS}", "strong")]
        return Page(heading, [help_block(key_helps.FOUND_HELP, writer)], lambda more: key_words.help_footer(more=more))


def say_found(item: Item, glossary: Glossary, say: Say, notebook: Notebook, press: Press | None) -> bool:
    """The same in lines; whether it is to be practiced. Without `press` nobody can ask for its answer."""
    order = _covering_order(item)
    say_asked(item, order, say)
    answer, practice, flag = Step(find_words.ANSWER), Step(find_words.PRACTICE), Step(find_words.FLAG)
    while press and (step := chosen([answer, practice, flag], press, say)) is not None:
        if step == practice:
            return True
        if step == flag:
            say(notebook.flag(item))
        else:
            say_explanation(explain(item, order, None), glossary, say)
    return False


def _covering_order(item: Item) -> tuple[int, ...]:
    """An order that gives nothing away, the same each time."""
    return shown_order(item.body.interaction(), 0, item.id)
