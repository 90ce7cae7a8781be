"""Flags, notes and unfinished texts in the database, and answers in own words from its log."""

import json
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from sqlite3 import Connection
from typing import Any

from cps_quiz.core.questions.bank import ItemId
from cps_quiz.core.record.log import Rest
from cps_quiz.core.record.marks import Flag, Note, OwnWords
from cps_quiz.store.database import explained
from cps_quiz.store.merging import add_rest

_OWN_WORDS = (
    "SELECT response, item, day, fingerprint FROM answers WHERE json_extract(response, '$.written') IS NOT NULL"
    " AND id NOT IN (SELECT answer FROM undone) ORDER BY answered_at, id"
)


class Marks:
    """What a learner marked, in an open database."""

    def __init__(
        self, connection: Callable[[], Connection], path: Path, writing: Callable[[], AbstractContextManager[None]]
    ) -> None:
        """`connection` may be another one after `writing` has begun a transaction: the file may have been moved."""
        self._connection = connection
        self._path = path
        self._writing = writing

    def flags(self) -> list[Flag]:
        """Every flag, also those taken away."""
        rows = self._all("SELECT item, flagged, at FROM flags")
        return [Flag(ItemId(item), bool(flagged), at) for item, flagged, at in rows]

    def flagged(self) -> frozenset[ItemId]:
        """The items that are flagged now."""
        return frozenset(flag.item for flag in self.flags() if flag.flagged)

    def notes(self) -> list[Note]:
        """Every note, also those taken away."""
        return [Note(ItemId(item), text, at) for item, text, at in self._all("SELECT item, text, at FROM notes")]

    def note(self, item: ItemId) -> str:
        """The note on an item; "" where there is none."""
        return next((text for (text,) in self._all("SELECT text FROM notes WHERE item = ?", item)), "")

    def keep(self, flags: Iterable[Flag] = (), notes: Iterable[Note] = ()) -> None:
        """Keep flags and notes that are newer than those that there are."""
        with self._writing():
            add_rest(self._connection(), Rest(flags=tuple(flags), notes=tuple(notes)))

    def draft(self, item: ItemId) -> str:
        """What was typed for an item and not handed in."""
        return next((text for (text,) in self._all("SELECT text FROM drafts WHERE item = ?", item)), "")

    def keep_draft(self, item: ItemId, text: str) -> None:
        """Keep what is typed for an item; "" once it is handed in."""
        with self._writing():
            self._connection().execute("DELETE FROM drafts WHERE item = ?", (item,))
            if text:
                self._connection().execute("INSERT INTO drafts VALUES (?, ?)", (item, text))

    def own_words(self) -> list[OwnWords]:
        """Every answer in own words that was not taken back, oldest first."""
        found = [(json.loads(response), *rest) for response, *rest in self._all(_OWN_WORDS)]
        return [OwnWords(ItemId(item), one["written"], tuple(one["points"]), *rest) for one, item, *rest in found]

    def _all(self, query: str, *values: object) -> list[Any]:
        with explained(self._path):
            return [tuple(row) for row in self._connection().execute(query, values).fetchall()]
