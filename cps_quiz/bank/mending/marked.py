"""Options that are groups of fields in other words, each perhaps with a mark that says whether it is right."""

from cps_quiz.bank.mending.answer_key import choice, field, resolve, truth
from cps_quiz.bank.mending.lost_dashes import KINDS
from cps_quiz.bank.mending.note import name_of, without_field
from cps_quiz.bank.mending.translation import Translation
from cps_quiz.source.field_words import FOR_OPTION, MARKS, OPTION_TEXTS, plain_name
from cps_quiz.source.misspelling import MOST_FIELDS, other_word
from cps_quiz.source.node import CUT, Mapping, Node, Scalar, Sequence

OPTION_FIELDS = frozenset({"correct", "wrong", "why", "misconception", "names", "objective"})


def marked_options(options: Sequence, item: Mapping, key_at: int | None, work: Translation) -> Node:
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


def _option(entry: Mapping, text_at: int | None, right: bool | None, work: Translation) -> Mapping:  # noqa: FBT001
    have = {name_of(name) for name in entry.fields}
    if text_at is not None and not (have & KINDS and text_at is None):
        marked = _by_mark(entry, text_at, right, work)
        if marked is not None:
            return marked
        if not {FOR_OPTION.get(plain_name(name), name) for name in have} & KINDS:
            said = f"`{name_of(entry.fields[text_at])}` does not tell whether the option is right"
            work.say(
                entry.fields[text_at],
                said,
                "write `correct: ...` or `wrong: ...` in its place, and so on for the others",
            )
            return Mapping([], [], entry.start, CUT)
    fields: list[Node] = []
    for name in entry.fields:
        plain = plain_name(name_of(name))
        ours = plain if plain in OPTION_FIELDS else ""
        if not ours and len(have) <= MOST_FIELDS:
            ours = other_word(plain, FOR_OPTION, OPTION_FIELDS)
        if name_of(name) in OPTION_FIELDS or not ours or ours in have:
            fields.append(name)
        else:
            have.add(ours)
            fields.append(work.rename(name, ours))
    return Mapping(fields, entry.values, entry.start, entry.end)


def _by_mark(entry: Mapping, text_at: int, right: bool | None, work: Translation) -> Mapping | None:  # noqa: FBT001
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
