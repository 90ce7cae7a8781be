"""What all that is loaded covers together."""

from typing import Any

from cps_quiz.bank.library import Library
from cps_quiz.core.questions.coverage import Coverage, cover


def coverage(library: Library) -> Coverage:
    """The coverage of all items under the curriculum, with the misconceptions that banks bring."""
    return cover(library.items, tuple(library.curriculum.topics.values()), library.misconceptions)


def as_data(found: Coverage) -> dict[str, Any]:
    """A coverage as plain data."""
    return {
        "misconceptions": {id_: dict(row) for id_, row in found.misconceptions.items()},
        "names": {id_: dict(row) for id_, row in found.named.items()},
        "objectives": [
            {
                "topic": aim.topic,
                "objective": aim.id,
                "items": aim.items,
                "levels": {level.value: count for level, count in aim.levels.items()},
            }
            for aim in found.aims
        ],
        "without_objective": found.aimless,
        "empty_cells": found.empty_cells,
        "empty_objectives": found.empty_aims,
        "empty_levels": found.empty_levels,
    }
