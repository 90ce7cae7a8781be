"""Banks as YAML: new ones whole, existing ones changed only where their items changed.

Comments, quotes and order of what stays are the author's.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from cps_quiz.bank.library import LoadedFile
from cps_quiz.core.questions.bank import Bank, Item, Scenario
from cps_quiz.item_types import item_types
from cps_quiz.source.diagnostic import Edit
from cps_quiz.source.node import CUT, Node, Scalar, locate
from cps_quiz.source.node import Mapping as Group
from cps_quiz.source.node import Sequence as Entries
from cps_quiz.source.yaml_writer import after_colon, entry, field, fields

Data = dict[str, Any]

_FLAGS = ("negative", "retired")


def item_data(item: Item, topic: str | None) -> Data:
    """The fields of an item as they stand in a bank whose own topic is `topic`."""
    own = item_types()[item.type].encode(item.body)
    data: Data = {
        "id": item.id,
        "type": "" if item.type == "single" else item.type,
        "scenario": item.scenario.id if item.scenario else "",
        "topic": "" if item.topic == topic else item.topic,
        "objective": item.objective,
        "level": item.level.value if item.level else "",
        "stem": item.stem,
        "hint": item.hint,
        **own,
        "references": list(item.references),
        "tags": list(item.tags),
        "set": item.set,
        **{name: getattr(item, name) for name in _FLAGS},
        "reviewed": item.reviewed._asdict() if item.reviewed else None,
        "source": item.source._asdict() if item.source else None,
    }
    return {name: value for name, value in data.items() if value}


def bank_text(bank: Bank) -> str:
    """The YAML of a whole new bank."""
    head: Data = {"format": 1, "bank": bank.id, "title": bank.title}
    if bank.topic:
        head["topic"] = bank.topic
    texts = [fields(head, 0)]
    if bank.scenarios:
        texts.append(f"scenarios:\n{fields({s.id: s.text for s in bank.scenarios}, 2)}")
    items = "\n\n".join(f"  - {entry(item_data(item, bank.topic), 4)}" for item in bank.items)
    return "\n\n".join([*texts, f"items:\n{items}"]) + "\n"


def updated_text(
    file: LoadedFile, changed: Mapping[int, Item], new: Sequence[Item], scenarios: Sequence[Scenario], *, whole: bool
) -> str:
    """The text of a bank with items changed (by their index) and added, and with further scenarios.

    Changed items keep what stands around their changed fields, or with `whole` are written anew.
    """
    if file.decoded is None or file.node is None:
        return file.text
    edits: list[Edit] = []
    bank = file.decoded.bank
    for index, item in changed.items():
        node = locate(file.node, ("items", file.decoded.places[index]))
        before, after = item_data(bank.items[index], bank.topic), item_data(item, bank.topic)
        edits += [_anew(file.text, node, after)] if whole else _group_edits(file.text, node, before, after)
    if new:
        edits.append(_appended(file, [item_data(item, bank.topic) for item in new]))
    if scenarios:
        edits.append(_with_scenarios(file, scenarios))
    return _applied(file.text, edits)


def _applied(text: str, edits: list[Edit]) -> str:
    pieces, at = [], 0
    line_end = "\r\n" if "\r\n" in text else "\n"
    for edit in sorted(edits):
        pieces += [text[at : edit.start], edit.text.replace("\n", line_end)]
        at = edit.end
    return "".join([*pieces, text[at:]])


def _column(text: str, offset: int) -> int:
    return offset - (text.rfind("\n", 0, offset) + 1)


def _end(text: str, node: Node) -> int:
    """Where the value ends; libyaml ends a block at the next thing that follows."""
    end = node.end
    if isinstance(node, Group) and text[end - 1 : end] != "}":
        return _end(text, node.values[-1])
    if isinstance(node, Entries) and text[end - 1 : end] != "]":
        return _end(text, node.items[-1])
    return node.start + len(text[node.start : end].rstrip()) if end != CUT else len(text.rstrip())


def _anew(text: str, node: Node, data: Data) -> Edit:
    return Edit(node.start, _end(text, node), entry(data, _column(text, node.start)))


def _group_edits(text: str, node: Node, before: Data, after: Data) -> list[Edit]:
    """Edits from `before` to `after` inside a group of fields."""
    if not isinstance(node, Group) or text[node.start] == "{":
        return [_anew(text, node, after)] if before != after else []
    indent = _column(text, node.start)
    edits: list[Edit] = []
    for name, value in zip(node.fields, node.values, strict=True):
        if name[0] not in after:
            if name is node.fields[0]:
                return [_anew(text, node, after)]
            if name[0] in before:
                start = text.rfind("\n", 0, name.start)
                edits.append(Edit(start, _end(text, value), ""))
        elif before.get(str(name[0])) != after[str(name[0])]:
            edits += _value_edits(text, value, before.get(str(name[0])), after[str(name[0])], name.end, indent)
    known = {name[0] for name in node.fields}
    added = "".join(f"\n{field(name, value, indent)}" for name, value in after.items() if name not in known)
    return [*edits, Edit(_end(text, node), _end(text, node), added)] if added else edits


def _value_edits(text: str, node: Node, before: Any, after: Any, name_end: int, indent: int) -> list[Edit]:  # noqa: ANN401, PLR0913, PLR0917 - data
    same_shape = isinstance(node, Entries) and isinstance(before, list) and len(before) == len(after) == len(node.items)
    if same_shape and all(map(_same_kind, before, after)) and isinstance(node, Entries):
        pairs = zip(node.items, before, after, strict=True)
        return [edit for part, old, new in pairs for edit in _group_edits(text, part, old, new)]
    colon = text.index(":", name_end)
    return [Edit(colon + 1, _end(text, node), after_colon(after, indent))]


def _same_kind(before: Any, after: Any) -> bool:  # noqa: ANN401
    """Whether both are options that are right, or both wrong."""
    return isinstance(before, dict) and isinstance(after, dict) and ("correct" in before) == ("correct" in after)


def _appended(file: LoadedFile, items: list[Data]) -> Edit:
    node = locate(file.node, ("items",)) if file.node else None
    if not isinstance(node, Entries):
        return Edit(0, 0, "")
    indent = _column(file.text, node.start)
    at = _end(file.text, node)
    return Edit(at, at, "".join(f"\n\n{' ' * indent}- {entry(data, indent + 2)}" for data in items))


def _with_scenarios(file: LoadedFile, scenarios: Sequence[Scenario]) -> Edit:
    texts = {scenario.id: scenario.text for scenario in scenarios}
    node = locate(file.node, ("scenarios",)) if file.node else None
    if isinstance(node, Group) and node is not file.node and node.fields:
        indent = _column(file.text, node.start)
        at = _end(file.text, node)
        return Edit(at, at, f"\n{fields(texts, indent)}")
    at = _place_of_items(file)
    return Edit(at, at, f"scenarios:\n{fields(texts, 2)}\n\n")


def _place_of_items(file: LoadedFile) -> int:
    if isinstance(file.node, Group):
        for name in file.node.fields:
            if isinstance(name, Scalar) and name.text == "items":
                return name.start
    return 0
