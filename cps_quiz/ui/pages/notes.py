"""Keys that write a few words about a question, on a full screen: a note of one's own, or a word to its author."""

from collections.abc import Callable

from cps_quiz.core.questions.bank import Item
from cps_quiz.ui.drawing.page import Page, wrap
from cps_quiz.ui.drawing.screen import draw
from cps_quiz.ui.drawing.scroll import END, Scroll
from cps_quiz.ui.listening.editing import Typed, edited
from cps_quiz.ui.listening.keys import ENDED, ENTER, NOTE, RESIZED, WRITING, Keys
from cps_quiz.ui.pages.reader import Reader
from cps_quiz.ui.pages.shelf import Notebook
from cps_quiz.words import keys as key_words
from cps_quiz.words import notes as note_words

ASIDE = "x"
"""The key that puts a question aside."""


def marked(key: str, item: Item, reader: Reader) -> str:
    """Do what a key of those that mark a question asks for; what came of it, "" for any other key."""
    if key == ASIDE:
        return reader.shelf.notebook.put_aside(item)
    return wrote(key, item, reader) if key in WRITING else ""


def marked_in_lines(key: str, item: Item, notebook: Notebook, say: Callable[[str], None], keys: Keys) -> str:
    """The same where a line is typed."""
    if key == ASIDE:
        return notebook.put_aside(item)
    if key not in WRITING:
        return ""
    note = notebook.note(item) if key == NOTE else ""
    for line in (note_words.YOUR_NOTE if key == NOTE else note_words.WHAT_IS_WRONG, note_words.TYPE_A_LINE):
        say(line)
    if note:
        say(note_words.now(note))
    text = keys.line()
    keep = notebook.keep_note if key == NOTE else notebook.report
    return keep(item, text) if text else note_words.UNCHANGED


def wrote(key: str, item: Item, reader: Reader) -> str:
    """Let the learner write what `key` asks for; what came of it, in a sentence."""
    notebook = reader.shelf.notebook
    if key == NOTE:
        text = write(reader, note_words.YOUR_NOTE, notebook.note(item))
        return note_words.UNCHANGED if text is None else notebook.keep_note(item, text)
    text = write(reader, note_words.WHAT_IS_WRONG, "")
    return note_words.UNCHANGED if not text else notebook.report(item, text)


def write(reader: Reader, asked: str, text: str) -> str | None:
    """A line that the learner types or changes; None when they leave it as it was."""
    typed = Typed.of(text)
    while True:
        writer = reader.writer()
        shown = writer.text(typed.text[: typed.at]).append("_").append_text(writer.text(typed.text[typed.at :]))
        lines = wrap(writer.console, shown, writer.width, " > ", "   ")
        page = Page([], [writer.prose(asked, style="strong"), lines], lambda _more: key_words.WRITING_FOOTER)
        draw(writer, page, Scroll(END))
        key = reader.keys.read()
        if key == ENDED:
            return None
        if key == ENTER:
            found = typed.text.strip()
            return None if found == text else found
        typed = typed if key == RESIZED else edited(typed, key)
