"""Anki packages (.apkg): a note for each item, with fields for every option, its why and the key.

Importing again updates: the guid comes from the item's id, and the ids of the note type and of the
decks never change. The older layout of a package is written, which every version of Anki reads.
"""

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zlib import crc32

from cps_quiz.core.questions.bank import Item
from cps_quiz.formats import Context, Format, Keep, Stamps, Written
from cps_quiz.formats.cards.look import BACK, FRONT, STYLE
from cps_quiz.formats.cards.notes import DECK, FIELDS, NOTE_TYPE, Note, note_of
from cps_quiz.formats.packages.zip_package import packed

MODEL_ID = 1764158400017
DECK_ID = 1764158400018
"""Frozen: with other ids Anki would make a second note type, and a second deck."""

_FIRST_NOTE = 1764158500000
"""Notes are numbered from here by a print of their guid."""

_SCHEMA = """
CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null, scm integer not null,
  ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null,
  models text not null, decks text not null, dconf text not null, tags text not null);
CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null, mod integer not null,
  usn integer not null, tags text not null, flds text not null, sfld integer not null, csum integer not null,
  flags integer not null, data text not null);
CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null, ord integer not null,
  mod integer not null, usn integer not null, type integer not null, queue integer not null, due integer not null,
  ivl integer not null, factor integer not null, reps integer not null, lapses integer not null,
  left integer not null, odue integer not null, odid integer not null, flags integer not null, data text not null);
CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null,
  ivl integer not null, lastIvl integer not null, factor integer not null, time integer not null,
  type integer not null);
CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null);
CREATE INDEX ix_notes_usn on notes (usn);
CREATE INDEX ix_cards_usn on cards (usn);
CREATE INDEX ix_revlog_usn on revlog (usn);
CREATE INDEX ix_cards_nid on cards (nid);
CREATE INDEX ix_cards_sched on cards (did, queue, due);
CREATE INDEX ix_revlog_cid on revlog (cid);
CREATE INDEX ix_notes_csum on notes (csum);
"""


def write(items: Sequence[Item], context: Context) -> Written:
    """A package of one deck for each topic."""
    notes = [note_of(item, context) for item in items]
    stamps = _stamps(notes, context)
    with TemporaryDirectory() as folder:
        path = Path(folder, "collection.anki2")
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            _fill(database, notes, stamps, context)
        data = path.read_bytes()
    return Written(packed({"collection.anki2": data, "media": b"{}"}), stamps=stamps)


def _stamps(notes: Sequence[Note], context: Context) -> Stamps:
    """When each note last changed: Anki updates what is newer than its own, and counts the rest as duplicates."""
    found = {}
    for note in notes:
        print_ = sha256("\x1f".join((*note.fields, *note.tags)).encode()).hexdigest()[:16]
        known = context.stamps.get(note.guid)
        found[note.guid] = known if known and known[0] == print_ and known[1] <= context.at else (print_, context.at)
    return found


def _fill(database: sqlite3.Connection, notes: Sequence[Note], stamps: Stamps, context: Context) -> None:
    database.executescript(_SCHEMA)
    decks = {note.deck: _deck_id(note) for note in notes}
    database.execute("BEGIN")
    database.execute("INSERT INTO col VALUES (1,?,?,?,11,0,0,0,?,?,?,?,'{}')", _collection(decks, context))
    ids = _ids(notes)
    database.executemany("INSERT INTO notes VALUES (?,?,?,?,-1,?,?,?,?,0,'')", _note_rows(notes, ids, stamps))
    pairs = enumerate(zip(notes, ids, strict=True), 1)
    cards = ((id_, id_, decks[note.deck], context.at, due) for due, (note, id_) in pairs)
    database.executemany("INSERT INTO cards VALUES (?,?,?,0,?,-1,0,0,?,0,0,0,0,0,0,0,0,'')", cards)
    database.execute("COMMIT")


def _note_rows(notes: Sequence[Note], ids: Sequence[int], stamps: Stamps) -> list[tuple[object, ...]]:
    return [
        (
            id_,
            note.guid,
            MODEL_ID,
            stamps[note.guid][1],
            f" {' '.join(note.tags)} ",
            "\x1f".join(note.fields),
            note.fields[0],
            crc32(note.fields[0].encode()),
        )
        for note, id_ in zip(notes, ids, strict=True)
    ]


def _ids(notes: Sequence[Note]) -> list[int]:
    taken: set[int] = set()
    ids = []
    for note in notes:
        id_ = _FIRST_NOTE + crc32(note.guid.encode())
        while id_ in taken:
            id_ += 1
        taken.add(id_)
        ids.append(id_)
    return ids


def _deck_id(note: Note) -> int:
    return DECK_ID + 1 + crc32(note.topic.encode())


def _collection(decks: dict[str, int], context: Context) -> tuple[object, ...]:
    conf = {"nextPos": 1, "curDeck": 1, "newSpread": 0, "curModel": str(MODEL_ID), "sortType": "noteFld"}
    found = {"Default": 1, DECK: DECK_ID, **decks}
    return (
        context.at - context.at % 86_400,
        context.at * 1000,
        context.at * 1000,
        json.dumps(conf),
        json.dumps({str(MODEL_ID): _model(context)}),
        json.dumps({str(id_): _deck(name, id_, context) for name, id_ in found.items()}),
        json.dumps({"1": _OPTIONS}),
    )


def _model(context: Context) -> dict[str, Any]:
    template = {"name": "Card", "ord": 0, "qfmt": FRONT, "afmt": BACK, "did": None, "bqfmt": "", "bafmt": ""}
    fields = [
        {"name": name, "ord": place, "sticky": False, "rtl": False, "font": "Arial", "size": 18, "media": []}
        for place, name in enumerate(FIELDS)
    ]
    return {
        "id": MODEL_ID,
        "name": NOTE_TYPE,
        "type": 0,
        "mod": context.at,
        "usn": -1,
        "sortf": 0,
        "did": DECK_ID,
        "tmpls": [template],
        "flds": fields,
        "css": STYLE,
        "latexPre": "",
        "latexPost": "",
        "tags": [],
        "vers": [],
        "req": [[0, "any", [FIELDS.index("Question")]]],
    }


def _deck(name: str, id_: int, context: Context) -> dict[str, Any]:
    today = {f"{kind}Today": [0, 0] for kind in ("new", "rev", "lrn", "time")}
    return {
        "id": id_,
        "name": name,
        "mod": context.at,
        "usn": -1,
        "desc": "",
        "dyn": 0,
        "conf": 1,
        "collapsed": False,
        "browserCollapsed": False,
        "extendNew": 10,
        "extendRev": 50,
        **today,
    }


_OPTIONS: dict[str, Any] = {
    "id": 1,
    "name": "Default",
    "mod": 0,
    "usn": 0,
    "maxTaken": 60,
    "autoplay": True,
    "timer": 0,
    "replayq": True,
    "new": {"bury": True, "delays": [1, 10], "initialFactor": 2500, "ints": [1, 4, 7], "order": 1, "perDay": 20},
    "rev": {"bury": True, "ease4": 1.3, "fuzz": 0.05, "ivlFct": 1, "maxIvl": 36500, "minSpace": 1, "perDay": 100},
    "lapse": {"delays": [10], "leechAction": 0, "leechFails": 8, "minInt": 1, "mult": 0},
    "dyn": False,
}


FORMAT = Format(
    name="anki",
    title="Anki",
    suffixes=(".apkg",),
    keeps={"retired": Keep.LOST, "reviewed": Keep.LOST, "source": Keep.LOST},
    write=write,
)
