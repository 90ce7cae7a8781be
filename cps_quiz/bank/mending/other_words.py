"""Items in other programs' words, translated into ours without turning their meaning around.

One note an item says what was found; its fix rewrites what is certain.
"""

from cps_quiz.bank.mending.answer_key import field, resolve, truth
from cps_quiz.bank.mending.inner_items import taken_out
from cps_quiz.bank.mending.lettered import as_option, lettered_choices, say_lettered
from cps_quiz.bank.mending.lost_dashes import KINDS, as_list, joined, split
from cps_quiz.bank.mending.marked import marked_options
from cps_quiz.bank.mending.note import Mended, Note, name_of
from cps_quiz.bank.mending.scattered import gather
from cps_quiz.bank.mending.translation import Translation
from cps_quiz.source import codes
from cps_quiz.source.diagnostic import Edit, Fix
from cps_quiz.source.field_words import FOR_ITEM, FOR_OPTION, FOR_REFLECTION, KEYS, MARKS, OPTION_TEXTS, plain_name
from cps_quiz.source.misspelling import MOST_FIELDS, meant_field, other_word
from cps_quiz.source.node import CUT, Mapping, Node, Scalar, Sequence

BEGINS = frozenset({"correct", "wrong", *(name for name, ours in FOR_OPTION.items() if ours in KINDS)})


def mend_item(node: Mapping, text: str, known: frozenset[str], kind: str) -> Mended | None:
    """What `node` means if it is in other words or lost a dash; None when it is neither.

    `known` are the fields of an item of type `kind`.
    """
    notes: list[Note] = []
    parts = split(node, frozenset({"id"}), text, notes)
    items = []
    for part in parts:
        own, *inner = taken_out(part, text, notes)
        items += [_item(own, text, known, kind, notes), *inner]
    return Mended(items, notes) if notes else None


def _item(node: Mapping, text: str, known: frozenset[str], kind: str, notes: list[Note]) -> Mapping:
    work = Translation(text)
    fields, values = _renamed_fields(node, known, kind, work)
    item = Mapping(fields, values, node.start, node.end)
    item, said = _gathered(item, known)
    at = _options_at(item) if "options" in known and said is None else None
    if at is not None:
        options = as_list(item.values[at], BEGINS, text, notes)
        options = _split_options(options, text, notes)
        item = _options(item, at, options, work)
    note = said or work.note()
    if note is None:
        item, note = _of_other_type(item, known, kind, text)
    if note is not None:
        notes.append(note)
    return item


def _gathered(item: Mapping, known: frozenset[str]) -> tuple[Mapping, Note | None]:
    """The item with options that stand beside the stem, where it has no list of its own."""
    own = _TYPES.keys() & {name_of(name) for name in item.fields}
    return gather(item) if "options" in known and not own else (item, None)


def _options_at(item: Mapping) -> int | None:
    """The index of the options, under a misspelt name too."""
    at = field(item, frozenset({"options"}))
    if at is None and len(item.fields) <= MOST_FIELDS:
        at = next((i for i, name in enumerate(item.fields) if meant_field(name_of(name), {"options"})), None)
    return at


_TYPES = {"options": "single", "steps": "order", "looks_for": "reflection"}


def _of_other_type(item: Mapping, known: frozenset[str], kind: str, text: str) -> tuple[Mapping, Note | None]:
    """A field that belongs to another type of item, as `options` do in an `order`; the item without it."""
    own = next((name for name in _TYPES if name in known), "")
    names = [name_of(field_) for field_ in item.fields]
    at = next((index for index, name in enumerate(names) if name in _TYPES and name not in known), None)
    if at is None or own in names:
        return item, None
    name, place, value = names[at], item.fields[at], item.values[at]
    message = f"`{name}` belongs to an item of type `{_TYPES[name]}`, and this one is of type `{kind}`"
    cure, fix = f"add `type: {_TYPES[name]}`", None
    if "type" in names:
        cure = f"write `{own}:` here, with one text behind each dash, or change the type"
        texts = isinstance(value, Sequence) and all(isinstance(entry, Scalar) for entry in value.items)
        if texts and text[place.start : place.end] == name and own != "options":
            fix = Fix(f"write `{own}:`", (Edit(place.start, place.end, own),))
    rest = Mapping(_but(item.fields, at), _but(item.values, at), item.start, item.end)
    return rest, Note(codes.UNKNOWN_FIELD, place.start, place.end, message, cure, fix)


def _renamed_fields(
    node: Mapping, known: frozenset[str], kind: str, work: Translation
) -> tuple[list[Node], list[Node]]:
    have = {name_of(name) for name in node.fields}
    table = FOR_REFLECTION if kind == "reflection" else FOR_ITEM
    beside = "options" in known and any(table.get(plain_name(name), plain_name(name)) == "options" for name in have)
    fields, values = [], []
    for name, value in zip(node.fields, node.values, strict=True):
        ours = _our_word(name_of(name), have, known, table)
        if (beside and "why" in {ours, name_of(name)}) or (ours == "why" and ours not in known):
            work.say(
                name,
                f"`{name_of(name)}` stands beside the options, and here each option has an explanation of its own",
                "write it as `why:` below the option that it explains",
            )
        elif ours:
            have.add(ours)
            fields.append(work.rename(name, ours))
            values.append(value)
        else:
            fields.append(name)
            values.append(value)
    return fields, values


def _our_word(name: str, have: set[str], known: frozenset[str], table: dict[str, str]) -> str:
    """What an unknown field of an item is called here; "" where nobody knows, or it is there already."""
    plain = plain_name(name)
    if name in known:
        return ""
    ours = plain if plain in known else table.get(plain, "")
    if not ours and len(have) <= MOST_FIELDS:
        ours = ("type" not in have and meant_field(plain, {"type"})) or other_word(plain, table, known)
    if ours == "why":
        return "" if "why" in have else "why"
    return ours if ours in known and ours not in have else ""


def _split_options(options: Node, text: str, notes: list[Note]) -> Node:
    if not isinstance(options, Sequence):
        return options
    entries: list[Node] = []
    for entry in options.items:
        if isinstance(entry, Mapping) and not _has_mark(entry):
            entries += split(entry, BEGINS, text, notes)
        else:
            entries.append(entry)
    return Sequence(joined(entries, text, notes), options.start, options.end)


def _has_mark(entry: Mapping) -> bool:
    """Whether it has a text and, beside it, a yes or no."""
    return field(entry, OPTION_TEXTS) is not None or any(
        plain_name(name_of(name)) in MARKS and truth(value) is not None and len(entry.fields) > 1
        for name, value in zip(entry.fields, entry.values, strict=True)
        if field(entry, OPTION_TEXTS) is not None
    )


def _options(item: Mapping, at: int, options: Node, work: Translation) -> Mapping:
    """The item with its options as a list of ours; its answer key is used up."""
    key_at = field(item, KEYS)
    key = item.values[key_at] if key_at is not None else None
    lettered = lettered_choices(options)
    if lettered is not None:
        right = resolve(lettered, key)
        say_lettered(item, (at, key_at), lettered, right, work)
        options = Sequence(
            [as_option(one, ok) for one, ok in zip(lettered, right or (), strict=False)], *_span(options)
        )
    elif isinstance(options, Scalar) and options.text and key_at is not None:
        cure = "write each on a line of its own, as `- correct: ...` or `- wrong: ...`, and below each its `why: ...`"
        work.say(options, "`options` must be a list, and a text stands here", cure)
        options = Sequence([], *_span(options))
    elif isinstance(options, Sequence):
        options = marked_options(options, item, key_at, work)
    if work.places and name_of(item.fields[at]) != "options":
        item.fields[at] = work.rename(item.fields[at], "options")
    if key_at is not None and work.places:
        item = Mapping(_but(item.fields, key_at), _but(item.values, key_at), item.start, item.end)
        at -= key_at < at
    values = [*item.values]
    values[at] = options
    return Mapping(item.fields, values, item.start, item.end)


def _span(node: Node) -> tuple[int, int]:
    """An item whose options are not certain counts as cut off, so that nothing more is said of them."""
    return node.start, CUT


def _but(nodes: list[Node], index: int) -> list[Node]:
    return nodes[:index] + nodes[index + 1 :]
