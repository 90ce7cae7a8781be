"""`cps-quiz history own-words`."""

from cps_quiz.cli.pages import show_texts_page
from cps_quiz.cli.wiring import Banks, Plain, library, open_progress
from cps_quiz.words import notes as note_words
from cps_quiz.words.notes import own_answer


def own_words(banks: Banks = None, plain: Plain = False) -> None:
    """What you wrote in your own words, each beside the example."""
    loaded = library(banks)
    items = {item.id: item for item in loaded.items}
    texts = [own_answer(one, items.get(one.item)) for one in reversed(open_progress().marks.own_words())]
    show_texts_page(note_words.OWN_WORDS, texts or [note_words.NO_OWN_WORDS], loaded, (), plain=plain)
