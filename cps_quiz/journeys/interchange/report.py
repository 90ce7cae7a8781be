"""What an import or export did: as data for programs, in lines for people."""

from collections.abc import Sequence
from typing import Any

from cps_quiz.formats import Loss, Skip
from cps_quiz.journeys.interchange.exporting import Exported
from cps_quiz.journeys.interchange.importing import Outcome, Wishes
from cps_quiz.words.interchange import imported, listed, losses_by_kind


def as_data(outcome: Outcome) -> dict[str, Any]:
    """Ids of items by what became of them, and all that was lost."""
    return {
        "new": list(outcome.new),
        "changed": list(outcome.changed),
        "unchanged": list(outcome.unchanged),
        "gone": list(outcome.gone),
        "conflict": [id_ for id_, _ in outcome.conflict],
        "skipped": [skip._asdict() for skip in outcome.skipped],
        "lost": [loss._asdict() for loss in outcome.lost],
    }


def as_lines(outcome: Outcome) -> list[str]:
    """The same in lines."""
    return [
        *listed("New", outcome.new),
        *listed("Changed there, updated here", outcome.changed),
        *listed("Changed on both sides, ours is kept", [f"{where} {id_}" for id_, where in outcome.conflict]),
        *listed("No longer there, left here", outcome.gone),
        *_skips("Skipped", outcome.skipped),
        *_losses(outcome.lost),
    ]


def last_sentence(outcome: Outcome, wishes: Wishes) -> str:
    """What is said at the end: counts, and what was written."""
    counts = {
        "new": len(outcome.new),
        "changed": len(outcome.changed),
        "unchanged": len(outcome.unchanged),
        "gone": len(outcome.gone),
        "in conflict": len(outcome.conflict),
        "skipped": len(outcome.skipped),
    }
    strict = wishes.strict and outcome.is_lossy
    why_not = "this was a dry run" if wishes.dry_run else "--strict allows no loss" if strict else "there is no change"
    return imported(counts, ", ".join(outcome.banks), written=outcome.written, why_not=why_not)


def exported_as_data(exported: Exported) -> dict[str, Any]:
    """How many items were written, and all that was left behind."""
    return {
        "items": exported.items,
        "skipped": [skip._asdict() for skip in exported.skipped],
        "lost": [loss._asdict() for loss in exported.lost],
    }


def exported_as_lines(exported: Exported) -> list[str]:
    """The same in lines."""
    return [*_skips("Left out", exported.skipped), *_losses(exported.lost)]


def _skips(title: str, skipped: Sequence[Skip]) -> list[str]:
    return listed(title, [f"{skip.where} {skip.item}".rstrip() + f": {skip.how}" for skip in skipped])


def _losses(lost: Sequence[Loss]) -> list[str]:
    return listed("Does not come over", losses_by_kind((loss.item, loss.field, loss.where, loss.how) for loss in lost))
