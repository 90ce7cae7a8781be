from pathlib import Path

from cps_quiz.core.questions.bank import ItemId
from cps_quiz.core.record.marks import Flag, Note
from cps_quiz.store.progress import Progress

A, B = ItemId("a"), ItemId("b")


def test_the_latest_flag_and_note_of_an_item_count(tmp_path: Path) -> None:
    store = Progress(tmp_path / "progress.db")
    store.marks.keep([Flag(A, flagged=True, at=5), Flag(B, flagged=True, at=5)], [Note(A, "New.", 5)])
    store.marks.keep([Flag(A, flagged=False, at=9)], [Note(A, "Old.", 4)])

    assert store.marks.flagged() == {B}
    assert store.marks.note(A) == "New."
    assert store.marks.note(B) == ""
    store.close()

    again = Progress(tmp_path / "progress.db")
    assert again.marks.flagged() == {B}
    again.close()


def test_what_is_typed_is_there_until_it_is_handed_in(tmp_path: Path) -> None:
    store = Progress(tmp_path / "progress.db")
    store.marks.keep_draft(A, "I hear")
    assert store.marks.draft(A) == "I hear"
    store.marks.keep_draft(A, "")
    assert store.marks.draft(A) == ""
    store.close()


def test_they_go_on_where_another_window_put_the_database_away(tmp_path: Path) -> None:
    path = tmp_path / "progress.db"
    store = Progress(path)
    marks = store.marks
    marks.keep([Flag(A, flagged=True, at=5)])
    path.rename(tmp_path / "old.db")

    marks.keep([Flag(B, flagged=True, at=6)])

    assert marks.flagged() == {B}
    store.close()
