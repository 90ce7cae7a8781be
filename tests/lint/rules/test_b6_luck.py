"""B601, B602, B605, B606: what a bank as a whole gives away."""

from collections.abc import Iterable

import pytest
from whole_banks import found_in_file, found_together, item, matched_set, views

from cps_quiz.core.questions.bank import Item, TopicId

LONG, SHORT, EVEN = "Q? | four | two | two", "Q? | one | four | four", "Q? | key | aaa | bbbb | cc"


@pytest.mark.parametrize(
    ("items", "messages"),
    [
        # Of 12 with three options, 8 or more: 0.019; of 20, 12 or more: 0.013, 11 or more: 0.038.
        pytest.param(
            [item(LONG)] * 12 + [item("Q? | aaa | aaa | aaa")] * 8,
            ["the key is the longest option in 12 of 20 items, and chance allows 7"],
            id="longest: only items with one longest option count for chance",
        ),
        pytest.param(
            [item(LONG)] * 12 + [item("Q? | two | four | two")] * 8,
            ["the key is the longest option in 12 of 20 items, and chance allows 11"],
            id="longest, just above the limit",
        ),
        pytest.param([item(LONG)] * 11 + [item("Q? | two | four | two")] * 9, [], id="longest, at the limit"),
        pytest.param(
            [item(SHORT)] * 20,
            ["the key is the shortest option in 20 of 20 items, and chance allows 11"],
            id="shortest",
        ),
        pytest.param([item(LONG)] * 8 + [item("Q? | two | four | two")] * 16, [], id="a third of them"),
        pytest.param([item(EVEN)] * 24, [], id="in the middle"),
        pytest.param([item("Q? | four | four | two")] * 24, [], id="as long as another"),
        pytest.param([item(LONG)] * 19, [], id="too few items"),
        pytest.param([item("Q? | four | two")] * 24, [], id="two options"),
    ],
)
def test_lopsided_keys(items: list[Item], messages: list[str]) -> None:
    found = found_in_file("B601", views(items))

    assert [finding.message for finding in found] == messages
    assert all(finding.route == ("bank",) for finding in found)


def first_is_key(count: int) -> list[Item]:
    return [item(f"Q? | a{n} | b{n} | c{n}") for n in range(10, 10 + count)]


def rotating(count: int) -> list[Item]:
    return [item(f"Q? | x{n} | y{n} | z{n}", key=n % 3) for n in range(10, 10 + count)]


def test_a_guesser_beyond_luck_is_named_with_its_share_and_the_limit() -> None:
    ((path, finding),) = found_together("B602", views(first_is_key(20)))

    assert path == "bank.yaml"
    assert finding.route == ("bank",)
    assert finding.message == (
        'a guesser by "position 1" gets 100.0% of 20 items; chance is 33.3%, and luck explains up to 60.0%'
    )
    assert "another order" in finding.help


@pytest.mark.parametrize(
    "items",
    [
        pytest.param(first_is_key(19), id="too few items"),
        pytest.param(rotating(30), id="no trick works"),
        pytest.param(
            [each for n in range(8) for each in matched_set(f"set-{n}", "ABC", "Yes", "No", "Maybe")], id="sets"
        ),
    ],
)
def test_a_bank_that_luck_explains(items: list[Item]) -> None:
    assert found_together("B602", views(items)) == []


def test_banks_are_judged_together_and_the_one_most_to_blame_is_named() -> None:
    fair, guessable = views(rotating(12), "fair.yaml"), views(first_is_key(18), "guessable.yaml")
    assert [path for path, _ in found_together("B602", (*fair, *guessable))] == ["guessable.yaml"]


def topics(**counts: int) -> list[Item]:
    return [item("Q? | a | b | c")._replace(topic=TopicId(topic)) for topic, n in counts.items() for _ in range(n)]


@pytest.mark.parametrize(
    ("items", "found"),
    [
        pytest.param(topics(goals=20, feelings=4), [("item-21", "feelings", "4 items")], id="one of two"),
        pytest.param(topics(goals=12, hope=12, feelings=1), [("item-25", "feelings", "1 item,")], id="one of three"),
        pytest.param(topics(feelings=4, goals=20), [("bank.yaml", "feelings", "4 items")], id="the topic of the bank"),
        pytest.param(topics(goals=15, feelings=5), [], id="half the mean"),
        pytest.param(topics(goals=20), [], id="one topic"),
        pytest.param(topics(goals=8, feelings=1), [], id="a bank just begun"),
    ],
)
def test_uneven_topics(items: list[Item], found: list[tuple[str, str, str]]) -> None:
    got = found_together("B605", views(items))

    assert [where for where, _ in got] == [where for where, _, _ in found]
    for (_, finding), (_, topic, count) in zip(got, found, strict=True):
        assert finding.message.startswith(f'the topic "{topic}" has {count}')
        assert finding.route == ("topic",)


def worded(in_keys: int, in_distractors: int, word: str = "Empowering") -> list[Item]:
    keys = [item(f"Q? | {word} her | Dusk{n} | Dawn{n}") for n in range(in_keys)]
    return keys + [item(f"Q? | Noon{n} | {word} her | Dawn{n}") for n in range(in_distractors)]


@pytest.mark.parametrize(
    ("items", "messages"),
    [
        pytest.param(
            worded(9, 1), ['"empowering" stands in keys in 90% of its uses, in options of 10 items'], id="9 of 10"
        ),
        pytest.param(
            [*worded(4, 0), *worded(4, 0, "They empower")],
            ['"empowering" stands in keys in 100% of its uses, in options of 8 items'],
            id="a word in all its forms",
        ),
        pytest.param(worded(7, 0), [], id="seven items"),
        pytest.param(worded(6, 4), [], id="60 %"),
        pytest.param(worded(10, 20), [], id="as often as chance"),
        pytest.param([item("Q? | Empower her | Empower them | Empower us")] * 10, [], id="in all options"),
        pytest.param(worded(9, 0, "With"), [], id="a function word"),
        pytest.param(
            [each for n in range(9) for each in matched_set(f"set-{n}", "ABC", "Empower her", "Wait", "Go")],
            [],
            id="once the key of each set",
        ),
        pytest.param(
            [each for n in range(9) for each in matched_set(f"set-{n}", "A", "Empower her", "Wait", "Go")],
            ['"empower" stands in keys in 100% of its uses, in options of 9 items'],
            id="the key of each set",
        ),
        pytest.param(
            [each for _ in range(9) for each in matched_set("one-set", "A", "Empower her", "Wait", "Go")],
            [],
            id="a set counts once",
        ),
    ],
)
def test_loaded_words(items: list[Item], messages: list[str]) -> None:
    assert [finding.message for _, finding in found_together("B606", views(items))] == messages


def test_a_loaded_word_is_shown_as_it_is_written() -> None:
    where, finding = found_together("B606", views([item("Q? | Dusk | Empowering | Dawn"), *worded(9, 0)]))[0]
    assert (where, finding.route, finding.phrase) == ("item-2", ("options", 0, "correct"), "Empowering")


def in_files(*banks: Iterable[Item]) -> int:
    seen = tuple(view for number, bank in enumerate(banks) for view in views(bank, f"{number}.yaml"))
    return len(found_together("B606", seen))


def test_words_are_counted_over_all_banks() -> None:
    assert (in_files(worded(4, 0)), in_files(worded(4, 0), worded(4, 0))) == (0, 1)
