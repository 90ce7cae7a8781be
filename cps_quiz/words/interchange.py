"""What import and export say: to instructors, in sentences and lists."""

from collections.abc import Iterable, Sequence

from cps_quiz.core.counting import counted

SHOWN = 12
"""Ids and places of one kind that are listed; `--json` has them all."""


def listed(title: str, entries: Sequence[str]) -> list[str]:
    """A heading with a count, and the entries below it; nothing for none."""
    if not entries:
        return []
    more = [f"  ... and {len(entries) - SHOWN} more (--json lists them all)"] if len(entries) > SHOWN else []
    return [f"{title}: {len(entries)}", *(f"  {entry}" for entry in entries[:SHOWN]), *more]


def losses_by_kind(losses: Iterable[tuple[str, str, str, str]]) -> list[str]:
    """One entry for each kind of loss: the field, how, how often, and where first."""
    groups: dict[tuple[str, str], list[str]] = {}
    for item, field, where, how in losses:
        groups.setdefault((field, how), []).append(f"{where} {item}".strip())
    return [f"{field}, {how} ({_places(places)})" for (field, how), places in groups.items()]


def _places(places: list[str]) -> str:
    return f"at {places[0]}" if len(places) == 1 else f"{len(places)} times, first at {places[0]}"


def imported(counts: dict[str, int], banks: str, *, written: bool, why_not: str) -> str:
    """The last sentence of an import."""
    said = ", ".join(f"{count} {name}" for name, count in counts.items() if count) or "nothing found"
    return f"{said}. {f'Written to {banks}' if written else f'Nothing was written: {why_not}'}."


def to_be_written(gaps: int, banks: Sequence[str]) -> str:
    """What is left for a person to do after an import; "" for nothing."""
    if not gaps:
        return ""
    said = "1 explanation is" if gaps == 1 else f"{gaps} explanations are"
    return f"{said} still to be written (why: TODO). To see where: cps-quiz check {' '.join(banks)} --select F"


def exported(items: int, skipped: int, output: str, *, written: bool) -> str:
    """The last sentence of an export."""
    left = f", {skipped} left out" if skipped else ""
    done = f"written to {output}" if written else "not written, as --strict allows no loss"
    return f"{counted(items, 'question')}{left}: {done}."
