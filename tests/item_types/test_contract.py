"""What every item type keeps; a new one needs no more here than its samples."""

import json
from itertools import combinations, permutations
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from reading import library, tree

from cps_quiz.bank.schema import json_schema
from cps_quiz.core.questions.bank import Body
from cps_quiz.core.questions.interaction import (
    Arrange,
    ChooseOne,
    ChooseSome,
    Interaction,
    MisconceptionId,
    Option,
    Write,
    parts,
)
from cps_quiz.core.questions.response import Arranged, Chosen, Response, Written
from cps_quiz.item_types import ItemType, item_types
from cps_quiz.item_types.multiple import Multiple
from cps_quiz.item_types.order import Order
from cps_quiz.item_types.reflection import Reflection
from cps_quiz.item_types.single import Single
from cps_quiz.source.fields import Fields
from cps_quiz.source.node import Mapping
from cps_quiz.source.problems import Problems

RIGHT = Option("Ask: what now?", correct=True, why="It asks.")
ALSO_RIGHT = Option("# Listen", correct=True, why="- It listens.")
WRONG = Option("No", correct=False, why="1.0", misconception=MisconceptionId("rushing"))
ALSO_WRONG = Option("2024-01-01", correct=False, why="null\n\nTwo paragraphs: *both* 'quoted'.")

SAMPLES: dict[str, list[Body]] = {
    "single": [Single((RIGHT, WRONG)), Single((WRONG, ALSO_WRONG, RIGHT, WRONG, ALSO_WRONG, WRONG))],
    "multiple": [Multiple((RIGHT, WRONG)), Multiple((WRONG, RIGHT, ALSO_WRONG, ALSO_RIGHT, RIGHT))],
    "order": [Order(("First: ask", "Then @listen"), "So it is."), Order(tuple("abcdef"), "Because.")],
    "reflection": [
        Reflection(("It asks.",), "I'd ask: why?", "Yes."),
        Reflection(tuple("abcdef"), "Two\n\nlines", "No"),
    ],
}
TYPES = [pytest.param(item_type, id=name) for name, item_type in item_types().items()]
BODIES = [
    pytest.param(item_types()[name], body, id=f"{name}-{number}")
    for name, bodies in SAMPLES.items()
    for number, body in enumerate(bodies)
]
ALONE = [pytest.param(row.values[1], id=row.id) for row in BODIES]
SCHEMA = json_schema()


def empty_response(interaction: Interaction) -> Response:
    match interaction:
        case ChooseOne() | ChooseSome():
            return Chosen(())
        case Arrange():
            return Arranged(())
        case Write():
            return Written("", ())


def all_responses(interaction: Interaction) -> list[Response]:
    count = parts(interaction)
    subsets = [subset for size in range(count + 1) for subset in combinations(range(count), size)]
    match interaction:
        case ChooseOne() | ChooseSome():
            return [Chosen(subset) for subset in subsets]
        case Arrange():
            return [Arranged(order) for order in permutations(range(count))]
        case Write(_, example):
            return [Written(example, subset) for subset in subsets]


def problems_of(item_type: ItemType, own: dict[str, Any]) -> tuple[set[str], bool]:
    """What the reader finds wrong with an item of these own fields, and whether the schema accepts it."""
    item = {"id": "one", "type": item_type.name, "topic": "sleep", "stem": "S?", **own}
    bank = {"format": "1", "bank": "b", "title": "B", "items": [item]}
    found = library(yaml.dump(bank), "topics: {sleep: {title: Sleep}}").diagnostics
    ours = {d.code.id for d in found if d.path == "0.yaml"} - {"R102"}
    return ours, Draft202012Validator(SCHEMA).is_valid(bank)


def test_every_type_has_samples() -> None:
    assert item_types().keys() == SAMPLES.keys()


@pytest.mark.parametrize("item_type", TYPES)
def test_a_type_lives_in_a_file_of_its_name(item_type: ItemType) -> None:
    assert item_type.decode.__module__ == f"cps_quiz.item_types.{item_type.name}"


@pytest.mark.parametrize(("item_type", "body"), BODIES)
def test_decoding_undoes_encoding(item_type: ItemType, body: Body) -> None:
    text = yaml.dump(item_type.encode(body), allow_unicode=True)
    problems = Problems()
    node = tree(text).node
    assert isinstance(node, Mapping)
    decoded = item_type.decode(Fields(node, frozenset(item_type.schema), "an item", problems))
    assert decoded == body
    assert problems.diagnostics("x.yaml", text) == []


@pytest.mark.parametrize(("item_type", "body"), BODIES)
def test_restoring_undoes_encoding(item_type: ItemType, body: Body) -> None:
    restored = item_type.restore(json.loads(json.dumps(item_type.encode(body))))
    assert type(restored) is type(body)
    assert restored == body


@pytest.mark.parametrize(("item_type", "body"), BODIES)
def test_reader_and_schema_accept_what_is_encoded(item_type: ItemType, body: Body) -> None:
    assert problems_of(item_type, item_type.encode(body)) == (set(), True)


@pytest.mark.parametrize("body", ALONE)
def test_its_own_key_makes_every_point(body: Body) -> None:
    assert body.score(body.key()).points == 1.0
    assert body.score(body.key()).full


@pytest.mark.parametrize("body", ALONE)
def test_nothing_chosen_makes_no_point(body: Body) -> None:
    nothing = empty_response(body.interaction())
    assert type(nothing) is type(body.key())
    assert body.score(nothing).points == 0.0
    assert not body.score(nothing).full


@pytest.mark.parametrize("body", ALONE)
def test_a_response_of_another_kind_makes_no_point(body: Body) -> None:
    responses: list[Response] = [Chosen((0, 1)), Arranged((0, 1)), Written("text", (0, 1))]
    others = [response for response in responses if type(response) is not type(body.key())]
    assert [body.score(response).points for response in others] == [0.0, 0.0]


@pytest.mark.parametrize("body", ALONE)
def test_of_all_responses_only_the_key_makes_every_point(body: Body) -> None:
    scores = {response: body.score(response) for response in all_responses(body.interaction())}
    assert all(0.0 <= score.points <= 1.0 for score in scores.values())
    full = [response for response, score in scores.items() if score.full]
    assert full == [body.key()]


@pytest.mark.parametrize(("item_type", "body"), BODIES)
def test_schema_and_reader_agree_on_what_must_be_there(item_type: ItemType, body: Body) -> None:
    own = item_type.encode(body)
    assert own.keys() <= item_type.schema.keys()
    for name in own:
        found, accepted = problems_of(item_type, {field: value for field, value in own.items() if field != name})
        assert accepted == (found == set()) == (name not in item_type.required)


@pytest.mark.parametrize("item_type", TYPES)
def test_schema_and_reader_know_the_same_fields(item_type: ItemType) -> None:
    own = item_type.encode(SAMPLES[item_type.name][0])
    strange = {name for other in item_types().values() for name in other.schema} | {"colour"}
    for name in strange - item_type.schema.keys():
        assert problems_of(item_type, {**own, name: "x"}) == ({"S003"}, False)
