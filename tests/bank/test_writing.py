from pathlib import Path

import pytest

from cps_quiz.bank.files import shipped
from cps_quiz.bank.library import Library
from cps_quiz.bank.loading import load, load_texts
from cps_quiz.bank.writing import bank_text, updated_text
from cps_quiz.core.questions.bank import Bank, Item, Scenario
from cps_quiz.core.questions.interaction import MisconceptionId
from cps_quiz.item_types.single import Single
from cps_quiz.source.problems import Problems


def loaded(text: str) -> Library:
    return load_texts([("bank.yaml", text, True, Problems())])


def only_bank(library: Library) -> Bank:
    return next(bank for _, bank in library.banks())


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in sorted(shipped().glob("*.yaml"))[1:]])
def test_a_shipped_bank_written_anew_is_the_same_bank(path: Path) -> None:
    bank = only_bank(load([path]))
    again = only_bank(loaded(bank_text(bank)))
    assert again.items == bank.items
    assert (again.id, again.title, again.topic, again.scenarios) == (bank.id, bank.title, bank.topic, bank.scenarios)


def updated(text: str, item: Item, *, scenarios: tuple[Scenario, ...] = (), whole: bool = False) -> str:
    library = loaded(text)
    file = library.files[0]
    assert file.decoded
    index = [one.id for one in file.decoded.bank.items].index(item.id)
    return updated_text(file, {index: item}, [], scenarios, whole=whole)


@pytest.fixture
def item(small_bank: str) -> Item:
    return only_bank(loaded(small_bank)).items[0]


def test_only_the_field_that_changed_is_touched(small_bank: str, item: Item) -> None:
    text = small_bank.replace("    stem:", "    # mine\n    stem:") + "\n# the end\n"
    assert updated(text, item._replace(stem="What now?")) == text.replace("What does Ana want?", "What now?")
    assert updated(text, item) == text


def test_fields_are_added_and_taken_away(small_bank: str, item: Item) -> None:
    with_hint = updated(small_bank, item._replace(hint="Look: again", tags=("one", "two words")))
    added = '    hint: "Look: again"\n    tags:\n      - one\n      - two words\n'
    assert with_hint == small_bank + added
    assert updated(with_hint, item) == small_bank


def test_options_change_in_place_while_they_are_the_same_kinds(small_bank: str, item: Item) -> None:
    assert isinstance(item.body, Single)
    first, second, third = item.body.options
    labelled = second._replace(misconception=MisconceptionId("giving-advice"))
    text = updated(small_bank, item._replace(body=Single((first._replace(text="To be heard"), labelled, third))))
    assert text.count("To be heard") == 1
    assert "ask before any plan is made.\n        misconception: giving-advice\n" in text.lower()
    fewer = item._replace(body=Single((third, first)))
    assert only_bank(loaded(updated(small_bank, fewer))).items[0] == fewer


@pytest.mark.parametrize("whole", [False, True])
def test_a_situation_is_added_with_the_item_that_needs_it(small_bank: str, item: Item, *, whole: bool) -> None:
    told = Scenario("told", "Ana waits.\nBen waits too.")
    text = updated(small_bank, item._replace(scenario=told), scenarios=(told,), whole=whole)
    assert only_bank(loaded(text)).items[0] == item._replace(scenario=told)


def test_new_items_stand_at_the_end_and_keep_the_indentation_of_the_others(small_bank: str, item: Item) -> None:
    flush = small_bank.replace("\n  - id", "\n- id").replace("\n    ", "\n  ")
    file = loaded(flush).files[0]
    new = item._replace(id=type(item.id)("small-002"), stem="And now?")
    text = updated_text(file, {}, [new], (), whole=False)
    assert text.startswith(flush.rstrip())
    assert [one.id for one in only_bank(loaded(text)).items] == ["small-001", "small-002"]


def test_lines_end_as_the_others_do(small_bank: str, item: Item) -> None:
    text = updated(small_bank.replace("\n", "\r\n"), item._replace(hint="x", stem="One\ntwo"))
    assert text.count("\n") == text.count("\r\n")
    assert only_bank(loaded(text)).items[0] == item._replace(hint="x", stem="One\ntwo")
