"""The reader and the schema agree on what a bank is.

A schema cannot see a field that stands twice (S002), how the YAML is written (S001, S007, S008), nor
whether an id leads anywhere or is taken (R1xx). On everything else the two must agree file by file.
"""

import json
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from reading import library

from cps_quiz.bank import schema
from cps_quiz.bank.files import shipped
from cps_quiz.bank.loading import shipped_curriculum
from cps_quiz.bank.starter import starter_text

VALIDATOR = Draft202012Validator(schema.json_schema())
SEEN_BY_BOTH = {"S003", "S004", "S005", "S006", "S009", "S010", "K201", "K202", "K203", "E301"}
Document = Any
"""Mappings, lists and texts: what YAML's failsafe view makes of a file, every scalar as written."""

MISCONCEPTION = {"name": "N", "means": "M", "harms": "H", "instead": "I"}
OPTIONS = [{"correct": "A", "why": "W"}, {"wrong": "B", "why": "W", "misconception": "rushing"}]
HEAD = {"format": "1", "bank": "b", "title": "B"}
SINGLE = {"id": "one", "topic": "sleep", "stem": "S?", "options": OPTIONS}
MULTIPLE = {"id": "two", "type": "multiple", "stem": "S?", "options": [*OPTIONS, {"correct": "C", "why": "W"}]}
ORDER = {"id": "three", "type": "order", "stem": "S?", "steps": ["a", "b", "c"], "why": "W"}
REFLECTION = {"id": "four", "type": "reflection", "stem": "S?", "looks_for": ["a"], "example": "E", "why": "W"}
FULL = {
    "id": "five",
    "type": "single",
    "scenario": "late",
    "objective": "rest",
    "level": "apply",
    "stem": "S?",
    "hint": "H?",
    "references": ["paper", "note"],
    "tags": ["night"],
    "set": "nights",
    "negative": "true",
    "retired": "false",
    "options": [{"correct": "A", "why": "W", "misconception": "own"}, *OPTIONS[1:]],
}
FULL_BANK = {
    **HEAD,
    "topic": "sleep",
    "license": "CC-BY-4.0",
    "authors": ["Jo Park", "Pat Lee"],
    "scenarios": {"late": "Dana is up late.", "early": "Dana is up early."},
    "misconceptions": {"own": {**MISCONCEPTION, "sounds_like": ["Now!"], "confused_with": ["rushing"]}},
    "references": {"paper": {"title": "T", "publisher": "P", "year": "2015", "url": "u"}, "note": {"title": "T"}},
    "items": [ORDER],
}
CURRICULUM = {
    "format": "1",
    "curriculum": "c",
    "title": "C",
    "topics": {
        "sleep": {
            "title": "Sleep",
            "summary": "S",
            "weight": "0.5",
            "objectives": {"rest": {"title": "R", "notes": "N"}, "nap": {"title": "Nap"}},
        },
        "food": {"title": "Food"},
    },
    "misconceptions": {"rushing": MISCONCEPTION},
    "references": {"paper": {"title": "T"}},
}
ONE_OF_EACH: list[Document] = [
    FULL_BANK,
    CURRICULUM,
    {**HEAD, "items": [SINGLE]},
    *({**HEAD, "topic": "sleep", "items": [item]} for item in (FULL, MULTIPLE, REFLECTION)),
]
SOUND = [
    *ONE_OF_EACH,
    {**HEAD, "items": [SINGLE, {**SINGLE, "id": "other"}]},
    {**FULL_BANK, "items": [SINGLE, MULTIPLE, ORDER, REFLECTION, FULL]},
]


def names_in(document: Document) -> set[str]:
    match document:
        case dict():
            return set(document).union(*map(names_in, document.values()))
        case list():
            return set[str]().union(*map(names_in, document))
    return set()


NAMES = sorted(names_in(SOUND) | {"colour", "Sleep well", "x_y", ""})
WORDS = [
    "",
    "  ",
    "x",
    "A text.",
    "A B",
    "-a",
    "true",
    " FALSE\n",
    "yes",
    "recall",
    " apply ",
    "order",
    " order\n",
    "essay",
]
NUMBERS = ["0", "1", "01", " 1", "2", "-1", "1.0", "0.0", ".5", "1234567890", "null"]
STRUCTURES: list[Document] = [[], ["a"], ["a", ""], ["a"] * 7, [[]], {}, {"a": "b"}, {"a": {}}, [{"a": "b"}]]
VALUES = st.sampled_from(WORDS + NUMBERS) | st.recursive(
    st.sampled_from(WORDS + NUMBERS),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=3),
    max_leaves=4,
)


def containers(document: Document) -> list[Document]:
    """Every mapping and list of a document that holds something, itself included."""
    if not isinstance(document, dict | list) or not document:
        return []
    inner = document.values() if isinstance(document, dict) else document
    return [document, *(found for value in inner for found in containers(value))]


def copied(document: Document) -> Document:
    """A copy that shares nothing within itself."""
    return json.loads(json.dumps(document))


@st.composite
def mutated(draw: st.DrawFn) -> Document:
    """A sound document with one to four things dropped, renamed, added, repeated or made another type."""
    document = copied(draw(st.sampled_from(SOUND)))
    for _ in range(draw(st.integers(1, 4))):
        there = containers(document)
        if there:
            change(draw, draw(st.sampled_from(there)))
    return document


def change(draw: st.DrawFn, place: Document) -> None:
    if isinstance(place, dict):
        change_mapping(draw, place)
    else:
        change_list(draw, place)


def change_mapping(draw: st.DrawFn, mapping: dict[str, Document]) -> None:
    field = draw(st.sampled_from(sorted(mapping)))
    match draw(st.sampled_from(["drop", "rename", "add", "replace", "replace"])):
        case "drop":
            del mapping[field]
        case "rename":
            mapping[draw(st.sampled_from(NAMES))] = mapping.pop(field)
        case "add":
            mapping[draw(st.sampled_from(NAMES))] = draw(VALUES)
        case "replace":
            mapping[field] = draw(VALUES)


def change_list(draw: st.DrawFn, entries: list[Document]) -> None:
    index = draw(st.integers(0, len(entries) - 1))
    match draw(st.sampled_from(["drop", "keep one", "repeat", "replace"])):
        case "drop":
            del entries[index]
        case "keep one":
            entries[:] = [entries[index]]
        case "repeat":
            entries += [deepcopy(entries[index]) for _ in range(draw(st.integers(1, 5)))]
        case "replace":
            entries[index] = draw(VALUES)


def written(document: Document) -> str:
    return yaml.dump(document, Dumper=yaml.CSafeDumper, default_style='"', allow_unicode=True, sort_keys=False)


def changed_once(document: Document) -> Iterator[Document]:
    """The document with each of its parts dropped in turn, and replaced by each text and structure."""
    for place in containers(document):
        for key in list(place if isinstance(place, dict) else range(len(place))):
            kept = place[key]
            for value in (*WORDS, *NUMBERS, *STRUCTURES):
                place[key] = value
                yield document
            place[key] = kept
            del place[key]
            yield document
            if isinstance(place, dict):
                place[key] = kept
            else:
                place.insert(key, kept)


def disagreement(document: Document) -> str:
    """What reader and schema say when only one of them finds fault; else nothing."""
    text = written(document)
    assert yaml.load(text, yaml.CBaseLoader) == document  # noqa: S506 - it makes texts, lists and mappings only
    loaded = library(text, "topics: {sleep: {title: Sleep}}")
    found = [d for d in loaded.diagnostics if d.path == "0.yaml" and d.code.id in SEEN_BY_BOTH]
    if bool(found) != VALIDATOR.is_valid(document):
        return ""
    return f"reader: {found}\nschema: {[error.message for error in VALIDATOR.iter_errors(document)]}\n{text}"


@pytest.mark.parametrize("document", ONE_OF_EACH)
def test_reader_and_schema_agree_on_every_document_with_one_change(document: Document) -> None:
    assert [said for changed in changed_once(copied(document)) if (said := disagreement(changed))][:3] == []


@settings(max_examples=300, deadline=None)
@given(mutated())
@example([])
@example({})
@example("text")
def test_reader_and_schema_agree_on_documents_with_many_changes(document: Document) -> None:
    assert disagreement(document) == ""


@pytest.mark.parametrize("document", SOUND)
def test_the_documents_to_start_from_are_sound(document: Document) -> None:
    assert not SEEN_BY_BOTH & {d.code.id for d in library(written(document)).diagnostics}
    assert VALIDATOR.is_valid(document)


def test_the_published_file_is_the_schema() -> None:
    assert Path(schema.__file__).with_name("schema.json").read_text(encoding="utf-8") == schema.schema_text(
        shipped_curriculum()
    )


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(json.loads(schema.schema_text()))


@pytest.mark.parametrize("path", sorted(shipped().rglob("*.yaml")), ids=lambda path: path.stem)
def test_the_shipped_files_are_valid_as_texts_and_as_editors_read_them(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert list(VALIDATOR.iter_errors(yaml.load(text, yaml.CBaseLoader))) == []  # noqa: S506
    assert list(VALIDATOR.iter_errors(yaml.safe_load(text))) == []


def test_the_bank_to_start_from_is_valid() -> None:
    assert list(VALIDATOR.iter_errors(yaml.safe_load(starter_text(Path("my-bank.yaml"))))) == []


@pytest.mark.parametrize("value", [True, 7, 1.0, -3])
def test_text_that_editors_take_for_something_else_is_valid_text(value: object) -> None:
    document = copied(SOUND[2])
    document["items"][0]["options"][0]["correct"] = value
    document["format"] = 1
    assert VALIDATOR.is_valid(document)
