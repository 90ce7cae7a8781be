"""`cps-quiz history` alone, and `history notes` and `own-words`: the record to read."""

from cps_quiz.bank.library import Library
from cps_quiz.cli.pages import Shown, show_page, show_texts_page
from cps_quiz.cli.wiring import Banks, Plain, carried, library, open_progress
from cps_quiz.core.questions.bank import ItemId
from cps_quiz.core.record.marks import OwnWords
from cps_quiz.journeys.asked_questions import as_asked
from cps_quiz.journeys.drill.practice import index
from cps_quiz.journeys.find import MOST, marked, steps
from cps_quiz.store.database import database_path
from cps_quiz.store.progress import Progress
from cps_quiz.words import find as find_words
from cps_quiz.words import history as history_words
from cps_quiz.words import notes as note_words
from cps_quiz.words.notes import own_answer


def show_record() -> None:
    """What is kept and where, each day of practice, and what can be done with it."""
    if not database_path().exists():  # to read makes no store
        days, lines, next_ = [], [history_words.NO_ANSWERS], []
    else:
        store = open_progress()
        days = store.day_totals()
        answers = sum(one for _, one, _, _ in days)
        kept = history_words.kept_since(answers, len(store.exams()), days[0][0]) if days else history_words.NO_ANSWERS
        lines = [kept, *(history_words.day(*one) for one in reversed(days))]
        noted = sum(bool(note.text) for note in store.marks.notes())
        next_ = history_words.steps(len(store.marks.own_words()), len(store.marks.flagged()), noted)
    first, *rest = lines
    told = [first, history_words.kept_at(database_path()), history_words.MORE, *rest]
    show_page(
        Shown(
            history_words.RECORD,
            lambda writer: [
                *map(writer.prose, told[:3]),
                *([[line for one in rest for line in writer.prose(one)]] if rest else []),
            ],
            told,
            next_,
            steps_after=3,
        ),
        library(None),
        plain=False,
    )


def notes(banks: Banks = None, plain: Plain = False) -> None:
    """The questions that you flagged, and your notes on questions."""
    loaded, marks = library(banks), open_progress().marks
    flagged, texts = marks.flagged(), {note.item: note.text for note in marks.notes() if note.text}
    hits = marked(loaded, flagged, texts)
    items = index(loaded.items)
    told = [
        note_words.marked(find_words.opening(items[ItemId(hit.id)]), texts.get(ItemId(hit.id), ""), hit.id in flagged)
        for hit in hits
        if ItemId(hit.id) in items
    ]
    found = steps(hits[:MOST], carried(banks, plain=plain))
    show_texts_page(note_words.MARKED, told or [note_words.NOTHING_MARKED], loaded, found, plain=plain)


def own_words(banks: Banks = None, plain: Plain = False) -> None:
    """What you wrote in your own words, each beside the example."""
    loaded, store = library(banks), open_progress()
    texts = [_beside_the_example(one, loaded, store) for one in reversed(store.marks.own_words())]
    show_texts_page(note_words.OWN_WORDS, texts or [note_words.NO_OWN_WORDS], loaded, (), plain=plain)


def _beside_the_example(one: OwnWords, loaded: Library, store: Progress) -> str:
    """An answer with its question as it was asked."""
    asked = as_asked(store, {one.item: one.fingerprint}, index(loaded.items))
    return own_answer(one, asked.get(one.item))
