"""E302, E304, E305, E306 and F701: what a rationale says, and whether a distractor has a label."""

import pytest
from choices import ITEM, found, single
from reading import library

from cps_quiz.bank.library import LoadedFile
from cps_quiz.core.questions.bank import Bank, Item, ItemId, Level
from cps_quiz.core.questions.interaction import MisconceptionId, Option
from cps_quiz.item_types.order import Order
from cps_quiz.item_types.single import Single
from cps_quiz.lint.rules import rules
from cps_quiz.lint.run import run
from cps_quiz.lint.selection import codes_of, selection
from cps_quiz.lint.views import FileView, ItemView

ENOUGH = "It leaves the choice with Ana, who knows best what she can carry."


def because(*whys: str) -> Item:
    """An item whose options have these rationales."""
    options = tuple(Option(f"Ask her {number}", number == 0, why) for number, why in enumerate(whys))
    return ITEM._replace(body=Single(options))


def repeated(*items: Item) -> list[str]:
    """What E305 says of a bank of `items`."""
    bank, file = Bank("bank", "Bank", items), LoadedFile("bank.yaml", "")
    views = tuple(ItemView(item, place, file, bank) for place, item in enumerate(items))
    check = rules()["E305"].each_file
    assert check
    return [finding.message for finding in check(FileView(file, bank, views))]


@pytest.mark.parametrize(
    "why",
    [
        pytest.param("Incorrect.", id="incorrect"),
        pytest.param("This is wrong because it is not correct.", id="in a circle"),
        pytest.param("Wrong answer", id="wrong answer"),
        pytest.param("Correct!", id="correct"),
        pytest.param("See above.", id="see above"),
        pytest.param("Sorry, that\u2019s not the best option.", id="curly apostrophe"),
        pytest.param("INCORRECT - there is a better choice.", id="capitals"),
        pytest.param("No. The right answer is B.", id="a letter"),
        pytest.param("Wrong: the correct answer is Ask her 0.", id="the key once more"),
        pytest.param("n/a", id="not available"),
        pytest.param("todo", id="to do"),
        pytest.param("...", id="no word at all"),
    ],
)
def test_a_verdict_alone_is_no_reason(why: str) -> None:
    assert [finding.route for finding in found("E302", because(ENOUGH, why))] == [("options", 1, "why")]


@pytest.mark.parametrize(
    "why",
    [
        pytest.param("It is her choice.", id="whose"),
        pytest.param("Wrong: she has not been asked.", id="a verdict with a reason"),
        pytest.param("It is not what she wants.", id="small words"),
        pytest.param("That skips her fear.", id="short"),
        pytest.param("Correct, because Ana decides.", id="a name"),
    ],
)
def test_a_reason_may_be_short_and_plain(why: str) -> None:
    assert found("E302", because(ENOUGH, why)) == []


def test_a_distractor_without_label_is_found() -> None:
    line = "What now? | To ask | To tell her what was best for all of the others | To leave"
    assert [(f.route, f.message) for f in found("E304", line)] == [
        (("options", 1, "wrong"), '"To tell her what was best for all of the..." has no label'),
        (("options", 2, "wrong"), '"To leave" has no label'),
    ]


def test_one_that_names_its_misconception_is_not() -> None:
    options = (Option("To ask", True, ENOUGH), Option("To leave", False, ENOUGH, MisconceptionId("leaving-alone")))
    assert found("E304", ITEM._replace(body=Single(options))) == []


@pytest.mark.parametrize("label", [{"names": "leaving-alone"}, {"objective": "walk-beside"}])
def test_one_with_another_label_is_not(label: dict[str, str]) -> None:
    options = (Option("To ask", True, ENOUGH), Option("To leave", False, ENOUGH, **label))  # type: ignore[arg-type]
    assert found("E304", ITEM._replace(body=Single(options))) == []


def test_an_item_that_asks_to_recall_may_leave_them_out() -> None:
    assert found("E304", single("What is it? | To ask | To tell | To leave")._replace(level=Level.RECALL)) == []


def test_the_rule_answers_to_its_earlier_name() -> None:
    assert codes_of("missing-misconception") == codes_of("missing-label") == {"E304"}
    assert selection((), ("missing-misconception",)).ignore == ("E304",)


def test_what_is_still_to_be_written_is_told_once() -> None:
    item = because(ENOUGH, "TODO")
    assert [f.route for f in found("F701", item)] == [("options", 1, "why")]
    assert [found(code, item) for code in ("E302", "E306")] == [[], []]
    assert repeated(item, because("It asks her what the worst of it is.", "TODO")) == []


def test_in_a_negative_item_what_is_wrong_is_what_is_right_elsewhere() -> None:
    assert found("E304", single("Which is NOT help? | To tell | To ask | To wait")._replace(negative=True)) == []


def test_where_there_are_no_misconceptions_none_is_missed() -> None:
    curriculum = "format: 1\ncurriculum: law\ntitle: Law\ntopics: {torts: {title: Torts, summary: Harm.}}\n"
    bank = (
        "format: 1\nbank: law\ntitle: Law\ntopic: torts\nitems:\n- id: a\n  stem: Which?\n  options:\n"
        "  - {correct: A duty, why: Because.}\n  - {wrong: A gift, why: Because.}\n"
    )
    assert run(library(curriculum, bank), [rules()["E304"]]) == []


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(ENOUGH, id="the same"),
        pytest.param(ENOUGH.upper(), id="case"),
        pytest.param(ENOUGH.replace(" ", "\n").rstrip("."), id="white space and punctuation"),
        pytest.param(f"\u201c{ENOUGH}\u201d", id="curly quotes"),
    ],
)
def test_a_rationale_that_stands_twice_in_a_bank_is_found(other: str) -> None:
    second = because("Ana was asked, and so she leads.", other)._replace(id=ItemId("item-2"))
    assert repeated(because(ENOUGH, "It skips her fear."), second) == ["item-1 has the same `why`"]


def test_so_is_one_that_stands_twice_in_an_item() -> None:
    assert repeated(because(ENOUGH, ENOUGH)) == ["another option of this item has the same `why`"]


def test_rationales_that_differ_by_a_word_are_not() -> None:
    assert repeated(because(ENOUGH, ENOUGH.replace("choice", "work"))) == []


@pytest.mark.parametrize(
    ("count", "says"),
    [
        pytest.param(1, ["the `why` has 1 word"], id="one word"),
        pytest.param(7, ["the `why` has 7 words"], id="seven"),
        pytest.param(8, [], id="eight"),
        pytest.param(80, [], id="eighty"),
        pytest.param(81, ["the `why` has 81 words"], id="eighty-one"),
    ],
)
def test_a_rationale_has_8_to_80_words(count: int, says: list[str]) -> None:
    steps = ITEM._replace(type="order", body=Order(("Ask", "Wait"), " ".join(["word"] * count)))
    assert [finding.message for finding in found("E306", steps)] == says
