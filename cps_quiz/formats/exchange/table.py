"""Items as rows of a sheet, without any loss, and back; and the sheets that people make themselves."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from re import compile as pattern
from typing import Any, NamedTuple
from zlib import crc32

from cps_quiz.core.questions.bank import Item, Level, Origin, Review, Scenario, TopicId
from cps_quiz.core.questions.interaction import (
    TO_BE_WRITTEN,
    Arrange,
    ChooseOne,
    ChooseSome,
    MisconceptionId,
    ObjectiveId,
    Option,
    Write,
)
from cps_quiz.formats.exchange.prints import digest, plain
from cps_quiz.formats.exchange.reading import Draft, Reading
from cps_quiz.item_types._options import MOST

ITEM_COLUMNS = (
    "id",
    "type",
    "topic",
    "objective",
    "level",
    "scenario id",
    "scenario",
    "stem",
    "hint",
    "negative",
    "retired",
    "set",
    "references",
    "tags",
    "reviewed by",
    "reviewed on",
    "source format",
    "source id",
    "source digest",
    "print",
    "why",
    "example",
)
OPTION_COLUMNS = ("option", "right", "why", "misconception", "names", "objective")
"""The columns of each option, with its number behind; steps and points stand in `option`."""

COLUMNS = (*ITEM_COLUMNS, *(f"{name} {number}" for number in range(1, MOST + 1) for name in OPTION_COLUMNS))
FEWEST_COLUMNS = 3

_OTHER_NAMES = {
    "question": "stem",
    "question text": "stem",
    "text": "stem",
    "explanation": "why",
    "feedback": "why",
    "rationale": "why",
    "correct answer": "answer",
    "correct": "answer",
    "key": "answer",
    "right answer": "answer",
    "situation": "scenario",
    "tag": "tags",
}
_OPTION_NAMES = {
    **{name: name for name in OPTION_COLUMNS},
    "answer": "option",
    "choice": "option",
    "step": "option",
    "feedback": "why",
    "explanation": "why",
    "correct": "right",
}
_NUMBERED = pattern(rf"({'|'.join(_OPTION_NAMES)}) ?([1-6a-f])")
_TEXTS = ("id", "type", "topic", "objective", "hint", "set", "stem")
_LETTERS = "abcdef"
_TRUE = frozenset({"right", "correct", "true", "yes", "x", "1"})
_APART = pattern(r"[\s,;/&]+|and")


class Row(NamedTuple):
    """A row of a sheet: its texts by column name, and how to call the place of a column."""

    values: Mapping[str, str]
    place: Callable[[str], str]


def rows(items: Iterable[Item]) -> Iterator[tuple[str, ...]]:
    """The header, then one row for each item."""
    yield COLUMNS
    for item in items:
        values = _values(item)
        yield tuple(values.get(name, "") for name in COLUMNS)


def _values(item: Item) -> dict[str, str]:
    values: dict[str, str | None] = {name: getattr(item, name) for name in _TEXTS}
    values |= {
        "level": item.level.value if item.level else "",
        "negative": "yes" if item.negative else "",
        "retired": "yes" if item.retired else "",
        "references": " ".join(item.references),
        "tags": "\n".join(item.tags),
        "print": digest(plain(item), with_topic=True),
    }
    if item.scenario:
        values |= {"scenario id": item.scenario.id, "scenario": item.scenario.text}
    if item.reviewed:
        values |= {"reviewed by": item.reviewed.by, "reviewed on": item.reviewed.on}
    if item.source:
        values |= {f"source {name}": value for name, value in item.source._asdict().items()}
    return {name: value for name, value in {**values, **_own(item)}.items() if value}


def _own(item: Item) -> dict[str, str | None]:
    match item.body.interaction():
        case ChooseOne(options) | ChooseSome(options):
            return {name: value for n, option in enumerate(options, 1) for name, value in _option(option, n).items()}
        case Arrange(steps, why):
            return {"why": why, **{f"option {n}": step for n, step in enumerate(steps, 1)}}
        case Write(looks_for, example, why):
            return {"why": why, "example": example, **{f"option {n}": p for n, p in enumerate(looks_for, 1)}}


def _option(option: Option, number: int) -> dict[str, str | None]:
    return {
        f"option {number}": option.text,
        f"right {number}": "right" if option.correct else "wrong",
        f"why {number}": option.why,
        f"misconception {number}": option.misconception,
        f"names {number}": option.names,
        f"objective {number}": option.objective,
    }


def column_name(title: str) -> str:
    """The column that a title means: one of ours, `answer`, or the title itself in small letters."""
    name = " ".join(title.lower().replace("_", " ").split()).rstrip(":")
    if name in _LETTERS and len(name) == 1:
        return f"option {_LETTERS.index(name) + 1}"
    found = _NUMBERED.fullmatch(name)
    if found:
        number = found[2] if found[2].isdigit() else str(_LETTERS.index(found[2]) + 1)
        return f"{_OPTION_NAMES[found[1]]} {number}"
    return _OTHER_NAMES.get(name, name)


def is_header(titles: Iterable[str]) -> bool:
    """Whether a row is the header of a sheet of questions."""
    names = {column_name(title) for title in titles}
    return "stem" in names and ("option 1" in names or "answer" in names)


def read_rows(found: Iterable[Row], titles: Sequence[str], reading: Reading) -> None:
    """Read each row into `reading`; a column that is none of ours is told of once for each question."""
    strange = [title for title in titles if title and column_name(title) not in {*COLUMNS, "answer"}]
    for row in found:
        if not any(row.values.values()):
            continue
        for title in strange:
            value = row.values.get(column_name(title), "")
            if value:
                reading.lost(title[:40], row.place(column_name(title)), f"lost: {value[:60]}")
        reading.add(_draft(row, reading))


def _draft(row: Row, reading: Reading) -> Draft:
    values = row.values
    texts = [values.get(f"option {number}", "") for number in range(1, MOST + 1)]
    count = max((number for number, text in enumerate(texts, 1) if text.strip()), default=0)
    type_ = values.get("type", "").strip().lower()
    draft = Draft(
        row.place("stem"),
        values.get("stem", ""),
        foreign_id=values.get("id", "").strip(),
        more=_more(values),
        base=values.get("print", "").strip(),
    )
    if type_ == "order":
        return draft._replace(type=type_, steps=tuple(texts[:count]), why=values.get("why", ""))
    if type_ == "reflection":
        points, example = tuple(texts[:count]), values.get("example", "")
        return draft._replace(type=type_, looks_for=points, example=example, why=values.get("why", ""))
    options = tuple(_read_option(values, number, text) for number, text in enumerate(texts[:count], 1))
    options = _with_answer(options, values.get("answer", ""))
    if values.get("why", "").strip():
        options = _with_shared_why(options, values["why"])
        reading.lost("why", row.place("why"), "as text: one explanation for the question stands with its right option")
    several = type_ == "multiple" or (not type_ and sum(option.correct for option in options) > 1)
    return draft._replace(type="multiple" if several else "single", options=options)


def _read_option(values: Mapping[str, str], number: int, text: str) -> Option:
    right = values.get(f"right {number}", "").strip().lower() in _TRUE
    misconception, names, objective = (values.get(f"{name} {number}", "").strip() for name in OPTION_COLUMNS[3:])
    return Option(
        text,
        right,
        values.get(f"why {number}", ""),
        MisconceptionId(misconception) if misconception else None,
        MisconceptionId(names) if names else None,
        ObjectiveId(objective) if objective else None,
    )


def _with_answer(options: tuple[Option, ...], answer: str) -> tuple[Option, ...]:
    """The options with those marked right that `answer` names by letter, by number or by text."""
    if not answer.strip():
        return options
    whole = " ".join(answer.lower().split())
    named = {index for index, option in enumerate(options) if " ".join(option.text.lower().split()) == whole}
    if not named:
        for mark in _APART.split(whole.replace(".", " ").replace(")", " ").replace("(", " ")):
            if len(mark) == 1 and mark in _LETTERS:
                named.add(_LETTERS.index(mark))
            elif mark.isdigit():
                named.add(int(mark) - 1)
    return tuple(option._replace(correct=option.correct or index in named) for index, option in enumerate(options))


def _with_shared_why(options: tuple[Option, ...], why: str) -> tuple[Option, ...]:
    return tuple(o._replace(why=why) if o.correct and o.why in {"", TO_BE_WRITTEN} else o for o in options)


def _more(values: Mapping[str, str]) -> dict[str, Any]:
    said = {name: value.strip() for name, value in values.items()}
    more: dict[str, Any] = {
        "topic": TopicId(said.get("topic", "")),
        "objective": ObjectiveId(said.get("objective", "")),
        "hint": said.get("hint", ""),
        "set": said.get("set", ""),
        "negative": said.get("negative", "").lower() in _TRUE,
        "retired": said.get("retired", "").lower() in _TRUE,
        "references": tuple(said.get("references", "").split()),
        "tags": tuple(tag for tag in said.get("tags", "").split("\n") if tag.strip()),
        "level": next((level for level in Level if level.value == said.get("level", "").lower()), None),
    }
    if said.get("scenario"):
        more["scenario"] = Scenario(said.get("scenario id") or _scenario_id(said["scenario"]), said["scenario"])
    if said.get("reviewed by") and said.get("reviewed on"):
        more["reviewed"] = Review(said["reviewed by"], said["reviewed on"])
    if all(said.get(f"source {name}") for name in Origin._fields):
        more["source"] = Origin(*(said[f"source {name}"] for name in Origin._fields))
    return more


def _scenario_id(text: str) -> str:
    return f"situation-{crc32(text.encode(errors='replace')):08x}"
