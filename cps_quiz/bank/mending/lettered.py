"""Options that are texts alone, by letter or in a list, with the right one named or marked elsewhere."""

from re import compile as pattern

from cps_quiz.bank.mending.answer_key import Choice, choice
from cps_quiz.bank.mending.note import end_of, name_of, stands_alone, without_field
from cps_quiz.bank.mending.translation import Translation
from cps_quiz.source.diagnostic import Edit
from cps_quiz.source.node import Mapping, Node, Scalar, Sequence
from cps_quiz.source.slips.slip import written

LETTER = pattern(r"\(?(?:[A-Ha-h]|[1-9])[.)]?|(?:option|choice|answer)[ _-]?(?:[a-h]|[1-9])", flags=2)


def lettered_choices(options: Node) -> list[Choice] | None:
    """Options that are texts, by letter or in a list; None when they are something else."""
    if isinstance(options, Mapping):
        names = [name_of(name) for name in options.fields]
        if names and all(LETTER.fullmatch(name) for name in names):
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
        elif isinstance(entry, Mapping) and len(entry.fields) == 1 and LETTER.fullmatch(name_of(entry.fields[0])):
            value = entry.values[0]
            if not isinstance(value, Scalar):
                return None
            found.append(choice(value, name_of(entry.fields[0]).rstrip(".)")[-1]))
        else:
            return None
    return found


def as_option(one: Choice, right: bool) -> Node:  # noqa: FBT001 - a pair of a zip
    """The option as this format writes it."""
    name = Scalar("correct" if right else "wrong", one.node.start, one.node.start, "")
    return Mapping([name], [Scalar(one.text, one.node.start, one.node.end, "")], one.node.start, one.node.end)


def say_lettered(
    item: Mapping, places: tuple[int, int | None], choices: list[Choice], right: list[bool] | None, work: Translation
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
