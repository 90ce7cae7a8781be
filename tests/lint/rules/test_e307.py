"""E307, and what other rules leave alone where options name approaches."""

import pytest
from choices import ITEM, found

from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.interaction import MisconceptionId, Option
from cps_quiz.item_types.single import Single


def name_it(*labels: dict[str, str], texts: tuple[str, ...] = ("The list", "The last word", "The aim")) -> Item:
    """An item whose first option is the key, with these labels."""
    options = tuple(
        Option(text, at == 0, "It says so.", **{name: MisconceptionId(id_) for name, id_ in label.items()})  # type: ignore[arg-type]
        for at, (text, label) in enumerate(zip(texts, labels, strict=True))
    )
    return ITEM._replace(body=Single(options))


NAMES = ({"names": "limiting-options"}, {"names": "deciding-for"}, {"names": "dictating-goals"})


def test_all_options_that_name_approaches_are_in_order() -> None:
    assert found("E307", name_it(*NAMES)) == []


def test_items_without_names_are_no_concern() -> None:
    assert found("E307", name_it({}, {"misconception": "deciding-for"}, {"objective": "whose-goal"})) == []


@pytest.mark.parametrize(
    ("labels", "route"),
    [
        pytest.param((*NAMES[:2], {"misconception": "judging"}), ("options", 2, "misconception"), id="both kinds"),
        pytest.param(({}, *NAMES[1:]), ("options", 0, "correct"), id="none on the key"),
        pytest.param((*NAMES[:2], NAMES[0]), ("options", 2, "names"), id="the key's own"),
    ],
)
def test_mixed_labels_are_found_where_they_stand(labels: tuple[dict[str, str], ...], route: tuple[object, ...]) -> None:
    assert [finding.route for finding in found("E307", name_it(*labels))] == [route]


@pytest.mark.parametrize(
    ("code", "texts"),
    [
        pytest.param("C405", ("What is left", "Deciding for her", "Naming her aim"), id="grammar"),
        pytest.param("C408", ("Support her choice", "Control her", "Force her"), id="tone"),
    ],
)
def test_names_of_approaches_need_not_be_of_one_form_or_tone(code: str, texts: tuple[str, ...]) -> None:
    assert found(code, name_it(*NAMES, texts=texts)) == []
    assert found(code, name_it({}, {}, {}, texts=texts)) != []
