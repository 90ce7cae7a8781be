import json
import os
import sqlite3
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from interchange import context, here, shipped_library, single_item

from cps_quiz.core.questions.bank import Item, ItemId
from cps_quiz.formats import Context, Stamps, formats
from cps_quiz.formats.anki import DECK_ID, MODEL_ID
from cps_quiz.formats.cards.notes import FIELDS, note_of

JUDGE = os.environ.get("ANKI_PYTHON", sys.executable)
"""A Python that has the official `anki`: this one with the extra `anki`, or another one by its path."""


def written(items: list[Item], told: Context) -> tuple[bytes, Stamps]:
    writer = formats()["anki"].write
    assert writer
    found = writer(items, told)
    return found.data, found.stamps


def judged(*packages: Path) -> dict[str, Any]:
    """What the official Anki makes of packages, one after the other; skips where there is none."""
    if subprocess.run([JUDGE, "-c", "import anki"], capture_output=True, check=False).returncode:
        pytest.skip("the official `anki` is not installed (pip install -e '.[anki]', or ANKI_PYTHON)")
    done = subprocess.run(
        [JUDGE, here("anki_judge.py"), *map(str, packages)], capture_output=True, text=True, check=True
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_the_official_anki_takes_all_as_new_then_as_duplicates_then_updates_what_changed(tmp_path: Path) -> None:
    library = shipped_library()
    items, told = list(library.items), context(library)
    first, again, changed = (tmp_path / f"{name}.apkg" for name in ("first", "again", "changed"))
    data, stamps = written(items, told)
    first.write_bytes(data)
    again.write_bytes(written(items, told._replace(at=told.at + 60, stamps=stamps))[0])
    reworded = [items[0]._replace(stem="What now?"), *items[1:]]
    changed.write_bytes(written(reworded, told._replace(at=told.at + 120, stamps=stamps))[0])

    found = judged(first, first, again, changed)

    count = len(items)
    assert found["logs"] == [
        {"new": count},
        {"duplicate": count},
        {"duplicate": count},
        {"updated": 1, "duplicate": count - 1},
    ]
    assert found["cards"] == count
    assert found["sound"]


def test_a_card_shows_every_option_and_explains_it_on_the_back(tmp_path: Path) -> None:
    item = single_item("Is 1 < 2?", "Yes, *so* it is", "[sound:x.mp3] no", "{{c1::never}}", why="So & so.")
    path = tmp_path / "one.apkg"
    path.write_bytes(written([item], context())[0])
    found = judged(path)
    for text in ("Is 1 &lt; 2?", "Yes, <em>so</em> it is", "&#91;sound:x.mp3&#93; no", "{{c1::never}}"):
        assert text in found["front"]
        assert text in found["back"]
    assert "So &amp; so." not in found["front"]
    assert found["back"].count("So &amp; so.") == 3
    assert found["back"].count("✓ best answer.") == 1


def test_ids_and_fields_are_frozen() -> None:
    assert (MODEL_ID, DECK_ID, len(FIELDS)) == (1764158400017, 1764158400018, 37)
    assert FIELDS[0] == "Id"
    assert [name for name in FIELDS if name.startswith("Spare")] == ["Spare 1", "Spare 2", "Spare 3", "Spare 4"]
    assert note_of(single_item("Who?", "a", "b"), context()).guid == "cps-quiz/q-1"


def test_a_package_is_what_older_ankis_read(tmp_path: Path) -> None:
    data, _ = written([single_item("Who?", "a", "b")], context())
    package = ZipFile(BytesIO(data))
    assert package.namelist() == ["collection.anki2", "media"]
    path = tmp_path / "collection.anki2"
    path.write_bytes(package.read("collection.anki2"))
    database = sqlite3.connect(path)
    assert database.execute("SELECT ver FROM col").fetchone() == (11,)
    fields = database.execute("SELECT flds FROM notes").fetchone()[0].split("\x1f")
    assert len(fields) == len(FIELDS)
    database.close()


def test_the_place_of_the_key_is_not_that_of_the_bank_for_all_items() -> None:
    item = single_item("Who?", "a", "b", "c", "d")
    notes = [note_of(item._replace(id=ItemId(f"q-{number}")), context()) for number in range(40)]
    places = {note.fields[FIELDS.index("Key")] for note in notes}
    assert places == {"a", "b", "c", "d"}


def test_the_text_has_a_row_for_each_item_with_its_guid() -> None:
    writer = formats()["anki-text"].write
    assert writer
    lines = writer([single_item('Say "hi"\n\nnow', "a", "b")], context()).data.decode().splitlines()
    assert lines[:3] == ["#separator:tab", "#html:true", "#notetype:CPS Quiz"]
    row = lines[-1].split("\t")
    assert row[0] == '"cps-quiz/q-1"'
    assert len(row) == len(FIELDS) + 3
    assert '"<p>Say ""hi""</p><p>now</p>"' in row
