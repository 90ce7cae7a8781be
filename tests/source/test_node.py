import pytest

from cps_quiz.source.node import Mapping, Node, Route, Scalar, Sequence, locate, size, text_of


def scalar(text: str) -> Scalar:
    return Scalar(text, 0, len(text), "")


WHY, FIRST, SECOND = scalar("Because."), scalar("first"), scalar("second")
OPTION = Mapping([scalar("why")], [WHY], 0, 9)
OPTIONS = Sequence([OPTION, FIRST], 0, 9)
ITEM = Mapping([Sequence([], 0, 0), scalar("options"), scalar("options")], [SECOND, OPTIONS, SECOND], 0, 9)


@pytest.mark.parametrize(
    ("route", "node"),
    [
        pytest.param((), ITEM, id="nowhere"),
        pytest.param(("options",), OPTIONS, id="the-first-of-two-fields-of-one-name"),
        pytest.param(("options", 1), FIRST, id="entry"),
        pytest.param(("options", 0, "why"), WHY, id="deep"),
        pytest.param(("options", 0, "misconception"), OPTION, id="absent-field-leads-to-its-mapping"),
        pytest.param(("options", 7, "why"), OPTIONS, id="absent-entry-leads-to-its-list"),
        pytest.param(("stem", "x", 1), ITEM, id="absent-at-once"),
        pytest.param(("options", 1, 0), FIRST, id="into-a-text"),
        pytest.param(("options", "why"), OPTIONS, id="field-of-a-list"),
        pytest.param((0,), ITEM, id="entry-of-a-mapping"),
    ],
)
def test_a_route_leads_to_the_nearest_node_that_exists(route: Route, node: Node) -> None:
    assert locate(ITEM, route) is node


def test_the_text_of_a_field_is_without_white_space_around_it() -> None:
    node = Mapping([Sequence([], 0, 0), scalar("id"), scalar("id")], [WHY, scalar(" a\n"), scalar("b")], 0, 9)
    assert text_of(node, "id") == "a"


def test_a_field_that_is_no_text_reads_as_none_at_all() -> None:
    assert text_of(ITEM, "options", "absent") == ""
    assert text_of(ITEM, "type", "single") == "single"


@pytest.mark.parametrize(
    ("node", "count"),
    [
        pytest.param(FIRST, 1, id="text"),
        pytest.param(Sequence([], 0, 0), 1, id="empty-list"),
        pytest.param(Mapping([FIRST], [SECOND], 0, 0), 3, id="field-and-value"),
        pytest.param(OPTIONS, 5, id="nested"),
        pytest.param(scalar("x" * 2500), 3, id="long-text"),
    ],
)
def test_size_counts_values_and_fields_and_long_texts_more_than_once(node: Node, count: int) -> None:
    assert size(node, 100) == count


def test_counting_stops_past_the_most() -> None:
    doubled: Node = FIRST
    for _ in range(60):
        doubled = Sequence([doubled, doubled], 0, 0)
    assert 10 < size(doubled, 10) < 20
