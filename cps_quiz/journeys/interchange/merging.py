"""Importing again: which items are new, changed there, changed here, or gone there.

An item of ours knows by its `source` what was read of it last. What a person has added since (an
explanation, a label, a level) is no change of theirs: it is kept.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any

from cps_quiz.core.questions.bank import Item, Origin
from cps_quiz.core.questions.interaction import TO_BE_WRITTEN, Arrange, ChooseOne, ChooseSome, Option, Write
from cps_quiz.formats import Read
from cps_quiz.formats.exchange.prints import digest, plain
from cps_quiz.item_types import item_types

ALIKE = 0.6
"""How alike two texts at the same place must be to be one option that was reworded (difflib's ratio)."""

LONGEST_COMPARED = 2_000
"""Characters of texts that are compared: the time grows with the square."""

_KEPT = ("objective", "level", "hint", "references", "tags", "set", "negative", "retired")


class Merged:
    """What becomes of a bank's items: those to write by their index, those to add, and ids for the report.

    A `conflict` comes with the place in the foreign file. `unreviewed` are changed items that somebody had read.
    """

    def __init__(self) -> None:
        self.to_write: dict[int, Item] = {}
        self.new: list[Item] = []
        self.changed: list[str] = []
        self.unchanged: list[str] = []
        self.conflict: list[tuple[str, str]] = []
        self.gone: list[str] = []
        self.unreviewed: list[str] = []


def merge(ours: Sequence[Item], read: Sequence[Read], format_name: str) -> Merged:
    """Work out what importing `read` does to the items of a bank."""
    pairs = _pairs(ours, read, format_name)
    merged = Merged()
    taken = {str(item.id) for item in ours}
    for number, found in enumerate(read):
        if number in pairs:
            _pair(merged, found, pairs[number], ours[pairs[number]])
        else:
            merged.new.append(found.item._replace(id=_free(found.item.id, taken)))
    matched = set(pairs.values())
    if matched:
        left = (mine for index, mine in enumerate(ours) if index not in matched)
        merged.gone = [mine.id for mine in left if mine.source and mine.source.format == format_name]
    return merged


def _pair(merged: Merged, found: Read, index: int, mine: Item) -> None:
    updated = _updated(found, mine)
    if updated is None:
        merged.conflict.append((mine.id, found.where))
    elif plain(updated) == plain(mine):
        merged.unchanged.append(mine.id)
        if updated.source != mine.source:
            merged.to_write[index] = mine._replace(source=updated.source)
    else:
        merged.changed.append(mine.id)
        merged.to_write[index] = updated
        merged.unreviewed += [mine.id] if mine.reviewed and not updated.reviewed else []


def _free(id_: Any, taken: set[str]) -> Any:  # noqa: ANN401 - an ItemId
    wanted, count = id_, 1
    while id_ in taken:
        count += 1
        id_ = type(id_)(f"{wanted}-{count}")
    taken.add(id_)
    return id_


def _pairs(ours: Sequence[Item], read: Sequence[Read], format_name: str) -> dict[int, int]:
    """For each item that was read the index of ours: by its id there, by its own id, or by the same options."""
    by_origin = {(o.source.format, o.source.id): i for i, o in enumerate(ours) if o.source}
    by_id = {o.id: i for i, o in enumerate(ours)}
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for number, found in enumerate(read):
        origin = found.item.source
        index = by_origin.get((origin.format, origin.id)) if origin else None
        if index is None and not (origin and _is_other(by_id, ours, found.item, origin)):
            index = by_id.get(found.item.id)
        if index is not None and index not in used:
            pairs[number] = index
            used.add(index)
    return pairs | _by_options(ours, read, pairs, used, format_name)


def _is_other(by_id: dict[Any, int], ours: Sequence[Item], item: Item, origin: Origin) -> bool:
    """Whether the item of ours of that id came from another one of the same format."""
    index = by_id.get(item.id)
    source = ours[index].source if index is not None else None
    return source is not None and source.format == origin.format and source.id != origin.id


def _by_options(
    ours: Sequence[Item], read: Sequence[Read], pairs: dict[int, int], used: set[int], format_name: str
) -> dict[int, int]:
    """Questions without an id of their own whose stem was reworded: the options are the same."""
    left = {_choices(o): i for i, o in enumerate(ours) if i not in used and o.source and o.source.format == format_name}
    found = {}
    for number, one in enumerate(read):
        choices = _choices(one.item)
        if number not in pairs and choices in left and choices:
            found[number] = left.pop(choices)
    return found


def _choices(item: Item) -> tuple[str, ...]:
    match item.body.interaction():
        case ChooseOne(options) | ChooseSome(options):
            return tuple(sorted(option.text for option in options))
        case Arrange(steps):
            return steps
        case Write(looks_for):
            return looks_for


def _updated(found: Read, mine: Item) -> Item | None:
    """Our item as it has to be now, our own where nothing changed there; None where both sides changed."""
    if found.base:
        return _from_our_sheet(found, mine)
    same_format = mine.source and found.item.source and mine.source.format == found.item.source.format
    base = mine.source.digest if mine.source and same_format else ""
    theirs, own = plain(found.item), plain(mine)
    if base and digest(theirs) == base:
        return mine
    filled = _filled(found.item, mine)
    if plain(filled) == own:
        return mine._replace(source=found.item.source or mine.source) if mine.source else mine
    return filled if base in {digest(own), digest(_as_far_as(own, theirs))} else None


def _from_our_sheet(found: Read, mine: Item) -> Item | None:
    """The same of a sheet that we wrote: it is complete, so what was emptied there is meant to be empty."""
    theirs = found.item._replace(id=mine.id, source=mine.source, reviewed=mine.reviewed)
    if found.base == digest(plain(theirs), with_topic=True) or plain(theirs) == plain(mine):
        return mine
    return theirs._replace(reviewed=None) if found.base == digest(plain(mine), with_topic=True) else None


def _as_far_as(mine: dict[str, Any], theirs: dict[str, Any]) -> dict[str, Any]:
    """Of our fields those that theirs has too: what a person has added is left out."""
    if "scenario" in mine and "scenario" not in theirs:
        mine = {**mine, "stem": f"{mine['scenario']}\n\n{mine['stem']}"}
    kept = {name: value for name, value in mine.items() if name in theirs}
    ours, others = kept.get("options", []), theirs.get("options", [])
    if len(ours) == len(others):
        kept = {**kept, **({"options": [_as_far_as(o, t) for o, t in zip(ours, others, strict=True)]} if ours else {})}
    return kept


def _filled(theirs: Item, mine: Item) -> Item:
    """Their item under our id, with what ours has beside it; a review of the old text does not hold for the new."""
    item = theirs._replace(id=mine.id, topic=mine.topic, source=theirs.source or mine.source)
    for name in _KEPT:
        if not getattr(item, name):
            item = item._replace(**{name: getattr(mine, name)})
    if mine.scenario and not theirs.scenario and theirs.stem.startswith(f"{mine.scenario.text}\n\n"):
        stem = theirs.stem.removeprefix(f"{mine.scenario.text}\n\n")
        item = item._replace(scenario=mine.scenario, stem=stem)
    if item.type != mine.type:
        return item
    own = _with_our_why(item_types()[item.type].encode(item.body), item_types()[item.type].encode(mine.body))
    item = item._replace(body=item_types()[item.type].restore(own))
    options, ours = _options(item), _options(mine)
    if options:
        item = _with_options(item, tuple(_with_ours(option, n, ours) for n, option in enumerate(options)))
    same = plain(item._replace(reviewed=None)) == plain(mine._replace(reviewed=None))
    return item._replace(reviewed=mine.reviewed) if same else item


def _with_our_why(theirs: dict[str, Any], ours: dict[str, Any]) -> dict[str, Any]:
    return {**theirs, "why": ours["why"]} if theirs.get("why") == TO_BE_WRITTEN and "why" in ours else theirs


def _options(item: Item) -> tuple[Option, ...]:
    interaction = item.body.interaction()
    return interaction.options if isinstance(interaction, ChooseOne | ChooseSome) else ()


def _with_options(item: Item, options: tuple[Option, ...]) -> Item:
    return item._replace(body=item.body._replace(options=options))  # type: ignore[attr-defined]  # it has options


def _are_alike(one: str, other: str) -> bool:
    if max(len(one), len(other)) > LONGEST_COMPARED:
        return False
    matcher = SequenceMatcher(None, one, other)
    return matcher.real_quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _with_ours(option: Option, place: int, ours: tuple[Option, ...]) -> Option:
    """The option with our why and label where it has none, if it is one of ours, reworded or not."""
    mine = next((other for other in ours if other.text == option.text), None)
    if mine is None and place < len(ours):
        mine = ours[place] if _are_alike(ours[place].text, option.text) else None
    if mine is None or mine.correct != option.correct:
        return option
    if option.why == TO_BE_WRITTEN:
        option = option._replace(why=mine.why)
    if not (option.misconception or option.names or option.objective):
        option = option._replace(misconception=mine.misconception, names=mine.names, objective=mine.objective)
    return option
