"""Items without a list of options: they stand beside the stem, or the item is a flash card."""

from cps_quiz.bank.mending.lettered import LETTER
from cps_quiz.bank.mending.note import Note, name_of
from cps_quiz.source import codes
from cps_quiz.source.field_words import FOR_OPTION, KEYS, plain_name
from cps_quiz.source.node import CUT, Mapping, Node, Scalar, Sequence

_CARDS = ({"term", "definition"}, {"front", "back"})
_SEVERAL = frozenset({"distractors", "wrong_answers", "incorrect_answers", "wrong_options", "incorrect_options"})
_VERDICTS = frozenset(
    {"correct", "wrong", *(name for name, ours in FOR_OPTION.items() if ours in {"correct", "wrong"})}
)
FEWEST = 2
"""Fields beside the stem that are taken for options."""

_OPTIONS = "write `options:`, and below it `- correct: ...` or `- wrong: ...` for each, with its `why: ...`"


def gather(item: Mapping) -> tuple[Mapping, Note | None]:
    """The item with its options taken for a list that was cut off, and what to say."""
    names = [plain_name(name_of(field)) for field in item.fields]
    card = next((pair for pair in _CARDS if pair <= set(names)), None)
    if card:
        at = [index for index, name in enumerate(names) if name in card]
        shown = " and ".join(f"`{name_of(item.fields[index])}`" for index in at)
        message = f"{shown} make a flash card, and an item here asks a question"
        cure = f"write `id: ...` and `stem: ...`, then {_OPTIONS.removeprefix('write ')}"
        return Mapping([], [], item.start, CUT), _note(item.fields[at[0]], message, cure)
    at = [index for index, name in enumerate(names) if LETTER.fullmatch(name) or name in _VERDICTS | _SEVERAL]
    if len(at) < FEWEST:
        return item, None
    first = item.fields[at[0]]
    shown = ", ".join(f"`{name_of(item.fields[index])}`" for index in at)
    rest = [index for index, name in enumerate(names) if index not in at and name not in KEYS]
    fields: list[Node] = [Scalar("options", first.start, first.start, ""), *(item.fields[index] for index in rest)]
    values: list[Node] = [Sequence([], first.start, CUT), *(item.values[index] for index in rest)]
    note = _note(first, f"the options stand beside the stem, as {shown}", _OPTIONS)
    return Mapping(fields, values, item.start, item.end), note


def _note(place: Node, message: str, cure: str) -> Note:
    return Note(codes.UNKNOWN_FIELD, place.start, place.end, message, cure)
