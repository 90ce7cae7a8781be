"""Items in other programs' words, translated into ours without turning their meaning around.

One note an item says what was found; its fix rewrites what is certain.
"""

from re import compile as pattern

from cps_quiz.bank.mending.answer_key import Choice, choice, field, resolve, truth
from cps_quiz.bank.mending.lost_dashes import KINDS, as_list, split
from cps_quiz.bank.mending.note import Mended, Note, end_of, name_of, renamed, stands_alone, without_field, words_of
from cps_quiz.source import codes
from cps_quiz.source.diagnostic import Edit, Fix
from cps_quiz.source.field_words import FOR_ITEM, FOR_OPTION, KEYS, MARKS, OPTION_TEXTS, plain_name
from cps_quiz.source.node import CUT, Mapping, Node, Scalar, Sequence
from cps_quiz.source.slips.slip import written

_LETTER = pattern(r"\(?(?:[A-Ha-h]|[1-9])[.)]?|(?:option|choice|answer)[ _-]?(?:[a-h]|[1-9])", flags=2)

OPTION_FIELDS = frozenset({"correct", "wrong", "why", "misconception", "names", "objective"})
BEGINS = frozenset({"correct", "wrong", *(name for name, ours in FOR_OPTION.items() if ours in KINDS)})


class _Translation:
    """Collects what is translated in one item: pairs of words, edits, and whether all of it is certain."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pairs: dict[str, str] = {}
        self.places: list[Node] = []
        self.edits: list[Edit] = []
        self.said = ""
        self.cure = ""

    def rename(self, name: Node, ours: str) -> Node:
        """`name` under our word for it."""
        if isinstance(name, Scalar):
            self.pairs.setdefault(name.text, ours)
            self.places.append(name)
            if self.text[name.start : name.end] == name.text:
                self.edits.append(Edit(name.start, name.end, ours))
        return renamed(name, ours)

    def say(self, place: Node, said: str, cure: str, *, first: bool = False) -> None:
        """A sentence about the shape of the options; one that comes `first` takes the place of others."""
        if first:
            self.places = [place]
        elif not self.said:
            self.places.append(place)
        if first or not self.said:
            self.said, self.cure = said, cure

    def note(self) -> Note | None:
        """One note for all of it."""
        if not self.places:
            return None
        first = min(self.places, key=lambda node: node.start)
        end = first.end if isinstance(first, Scalar) else first.start + 1
        message, cure = self.said, self.cure
        if not message:
            message, cure = words_of(self.pairs)
        fix = Fix("write it in the words of this format", tuple(sorted(self.edits))) if self.edits else None
        return Note(codes.UNKNOWN_FIELD, first.start, end, message, cure, fix)


def mend_item(node: Mapping, text: str, known: frozenset[str], kind: str) -> Mended | None:
    """What `node` means if it is in other words or lost a dash; None when it is neither.

    `known` are the fields of an item of type `kind`.
    """
    notes: list[Note] = []
    parts = split(node, frozenset({"id"}), text, notes)
    items = [_item(part, text, known, kind, notes) for part in parts]
    return Mended(items, notes) if notes else None


def _item(node: Mapping, text: str, known: frozenset[str], kind: str, notes: list[Note]) -> Mapping:
    work = _Translation(text)
    fields, values = _renamed_fields(node, known, kind, work)
    item = Mapping(fields, values, node.start, node.end)
    at = field(item, frozenset({"options"}))
    if at is not None and "options" in known:
        options = as_list(item.values[at], BEGINS, text, notes)
        options = _split_options(options, text, notes)
        item = _options(item, at, options, work)
    note = work.note()
    if note is None:
        item, note = _of_other_type(item, known, kind, text)
    if note is not None:
        notes.append(note)
    return item


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
    node: Mapping, known: frozenset[str], kind: str, work: _Translation
) -> tuple[list[Node], list[Node]]:
    have = {name_of(name) for name in node.fields}
    fields, values = [], []
    for name, value in zip(node.fields, node.values, strict=True):
        ours = _our_word(name_of(name), have, known)
        if ours == "why" and kind in {"single", "multiple"}:
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


def _our_word(name: str, have: set[str], known: frozenset[str]) -> str:
    """What an unknown field of an item is called here; "" where nobody knows, or it is there already."""
    plain = plain_name(name)
    if name in known:
        return ""
    ours = plain if plain in known else FOR_ITEM.get(plain, "")
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
    return Sequence(entries, options.start, options.end)


def _has_mark(entry: Mapping) -> bool:
    """Whether it has a text and, beside it, a yes or no."""
    return field(entry, OPTION_TEXTS) is not None or any(
        plain_name(name_of(name)) in MARKS and truth(value) is not None and len(entry.fields) > 1
        for name, value in zip(entry.fields, entry.values, strict=True)
        if field(entry, OPTION_TEXTS) is not None
    )


def _options(item: Mapping, at: int, options: Node, work: _Translation) -> Mapping:
    """The item with its options as a list of ours; its answer key is used up."""
    key_at = field(item, KEYS)
    key = item.values[key_at] if key_at is not None else None
    lettered = _lettered(options)
    if lettered is not None:
        right = resolve(lettered, key)
        _say_lettered(item, (at, key_at), lettered, right, work)
        options = Sequence(
            [_as_option(one, ok) for one, ok in zip(lettered, right or (), strict=False)], *_span(options)
        )
    elif isinstance(options, Sequence):
        options = _marked(options, item, key_at, work)
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


def _lettered(options: Node) -> list[Choice] | None:
    """Options that are texts, by letter or in a list; None when they are something else."""
    if isinstance(options, Mapping):
        names = [name_of(name) for name in options.fields]
        if names and all(_LETTER.fullmatch(name) for name in names):
            texts = [value for value in options.values if isinstance(value, Scalar)]
            return (
                [choice(text, name[-1]) for name, text in zip(names, texts, strict=False)]
                if len(texts) == len(names)
                else None
            )
        return None
    if not isinstance(options, Sequence) or not options.items:
        return None
    found = []
    for entry in options.items:
        if isinstance(entry, Scalar) and entry.text.strip():
            found.append(choice(entry))
        elif isinstance(entry, Mapping) and len(entry.fields) == 1 and _LETTER.fullmatch(name_of(entry.fields[0])):
            value = entry.values[0]
            if not isinstance(value, Scalar):
                return None
            found.append(choice(value, name_of(entry.fields[0]).rstrip(".)")[-1]))
        else:
            return None
    return found


def _as_option(one: Choice, right: bool) -> Node:  # noqa: FBT001 - a pair of a zip
    name = Scalar("correct" if right else "wrong", one.node.start, one.node.start, "")
    return Mapping([name], [Scalar(one.text, one.node.start, one.node.end, "")], one.node.start, one.node.end)


def _say_lettered(
    item: Mapping, places: tuple[int, int | None], choices: list[Choice], right: list[bool] | None, work: _Translation
) -> None:
    """Say how the options of `item` are written; `places` are the indices of the options and of the answer key."""
    at, key_at = places
    options = item.values[at]
    said = "the options are texts alone; nothing in them says which is right"
    if key_at is not None:
        said = f"`{name_of(item.fields[key_at])}` does not mark the right option here: each option does it for itself"
    elif right is not None:
        said = "the right option is marked with a sign; here each option begins with what it is"
    cure = "write `- correct: ...` or `- wrong: ...`, and below each its `why: ...`"
    work.say(item.fields[at], said, cure, first=True)
    edits = _lettered_edits(options, choices, right, work.text) if right else None
    gone = without_field(work.text, item, key_at) if key_at is not None else None
    if edits and key_at is not None:
        edits = [*edits, gone] if gone else None
    work.edits = [*work.edits, *edits] if edits else ([] if right is None else work.edits)


def _lettered_edits(options: Node, choices: list[Choice], right: list[bool], text: str) -> list[Edit] | None:
    edits = []
    entries = options.fields if isinstance(options, Mapping) else options.items if isinstance(options, Sequence) else []
    dash = "- " if isinstance(options, Mapping) else ""
    for one, ok, entry in zip(choices, right, entries, strict=True):
        end = end_of(text, one.node)
        if "\n" in text[entry.start : end] or text[entry.start - 1 : entry.start] not in {" ", "\n"}:
            return None
        if dash and not stands_alone(text, entry):
            return None
        kind = "correct" if ok else "wrong"
        edits.append(Edit(entry.start, end, f"{dash}{kind}: {written(one.text)}"))
    return edits


def _marked(options: Sequence, item: Mapping, key_at: int | None, work: _Translation) -> Node:
    """A list of groups: their fields in our words, a text with its mark as `correct` or `wrong`."""
    entries: list[Node] = []
    places = [field(entry, OPTION_TEXTS) if isinstance(entry, Mapping) else None for entry in options.items]
    keyed = _keyed(options, places, item, key_at)
    for index, entry in enumerate(options.items):
        if not isinstance(entry, Mapping):
            entries.append(entry)
            continue
        entries.append(_option(entry, places[index], None if keyed is None else keyed[index], work))
    if keyed is not None and key_at is not None and work.places:
        gone = without_field(work.text, item, key_at)
        work.edits = [*work.edits, gone] if gone else []
    return Sequence(entries, options.start, options.end)


def _keyed(options: Sequence, places: list[int | None], item: Mapping, key_at: int | None) -> list[bool] | None:
    if key_at is None or not places or any(place is None for place in places):
        return None
    choices = []
    for entry, place in zip(options.items, places, strict=True):
        value = entry.values[place] if isinstance(entry, Mapping) and place is not None else None
        if not isinstance(value, Scalar):
            return None
        label = field(entry, frozenset({"id", "letter", "key"})) if isinstance(entry, Mapping) else None
        name = entry.values[label] if isinstance(entry, Mapping) and label is not None else None
        choices.append(choice(value, name.text if isinstance(name, Scalar) and len(name.text) == 1 else ""))
    return resolve(choices, item.values[key_at])


def _option(entry: Mapping, text_at: int | None, right: bool | None, work: _Translation) -> Mapping:  # noqa: FBT001
    have = {name_of(name) for name in entry.fields}
    if text_at is not None and not (have & KINDS and text_at is None):
        marked = _by_mark(entry, text_at, right, work)
        if marked is not None:
            return marked
    fields: list[Node] = []
    for name in entry.fields:
        plain = plain_name(name_of(name))
        ours = plain if plain in OPTION_FIELDS else FOR_OPTION.get(plain, "")
        if name_of(name) in OPTION_FIELDS or not ours or ours in have:
            fields.append(name)
        else:
            have.add(ours)
            fields.append(work.rename(name, ours))
    return Mapping(fields, entry.values, entry.start, entry.end)


def _by_mark(entry: Mapping, text_at: int, right: bool | None, work: _Translation) -> Mapping | None:  # noqa: FBT001
    """`text: X` with `correct: true` beside it, or with the item's answer key, as `correct: X`."""
    mark_at = None
    for index, (name, value) in enumerate(zip(entry.fields, entry.values, strict=True)):
        meaning, said = MARKS.get(plain_name(name_of(name))), truth(value)
        if index != text_at and meaning is not None and said is not None:
            mark_at, right = index, meaning is said
    if right is None:
        return None
    kind = "correct" if right else "wrong"
    fields, values = [], []
    for index, (name, value) in enumerate(zip(entry.fields, entry.values, strict=True)):
        if index == mark_at:
            continue
        plain = plain_name(name_of(name))
        ours = kind if index == text_at else "" if name_of(name) in OPTION_FIELDS else FOR_OPTION.get(plain, "")
        fields.append(work.rename(name, ours) if ours else name)
        values.append(value)
    if mark_at is not None:
        gone = without_field(work.text, entry, mark_at)
        work.edits = [*work.edits, gone] if gone else []
        work.pairs.pop(name_of(entry.fields[text_at]), None)
        mark = f"{name_of(entry.fields[mark_at])}: {name_of(entry.values[mark_at])}"
        work.say(
            entry.fields[0],
            f"`{name_of(entry.fields[text_at])}: ...` with `{mark}` is another program's way to mark an option",
            f"write `{kind}: ...` with the text itself, and so on for the others",
        )
    return Mapping(fields, values, entry.start, entry.end)
