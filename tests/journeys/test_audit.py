import json

import pytest

from cps_quiz.bank.library import Library
from cps_quiz.bank.loading import load_texts
from cps_quiz.errors import NothingToAuditError
from cps_quiz.journeys.audit import as_data, as_text, audit
from cps_quiz.source.problems import Problems

HEAD = "format: 1\nbank: {}\ntitle: Bank\ntopic: goal-setting\nitems:\n"


def item(name: str, *options: str, more: str = "") -> str:
    """An item whose first option is the key."""
    kinds = ["correct", *["wrong"] * (len(options) - 1)]
    shown = "".join(f"      - {{{kind}: {text}, why: So.}}\n" for kind, text in zip(kinds, options, strict=True))
    return f"  - id: {name}\n    stem: What now?\n{more}    options:\n{shown}"


def loaded(**banks: str) -> Library:
    texts = ((f"{name}.yaml", HEAD.format(name) + items, True, Problems()) for name, items in banks.items())
    return load_texts(texts)


EASY = "".join(item(f"easy-{n:02}", f"Listen maybe {n}", f"Tell {n}", f"Rush {n}", f"Never {n}") for n in range(20))
MIXED = (
    item("fine-1", "Ask now", "Asks me")
    + item("fine-2", "Ask now", "Ask me", "Ask it")
    + item("fine-3", "Ask now", "Ask me", "Ask it", more="    retired: true\n")
)


def test_single_items_with_three_options_play_and_the_others_are_counted() -> None:
    found = audit(loaded(easy=EASY, mixed=MIXED))
    assert (found.items, found.others, found.files) == (21, 1, ("easy.yaml", "mixed.yaml"))


def test_each_guesser_has_a_row_of_shares() -> None:
    rows = {row.guesser: row for row in audit(loaded(easy=EASY)).rows}

    assert len(rows) == 12
    assert (rows["longest option"].right, rows["position 2"].right) == (1, 0)
    assert rows["longest option"].beats_chance
    assert not rows["position 2"].beats_chance
    assert {row.chance for row in rows.values()} == {0.25}
    assert rows["position 1"].limit == 0.5  # 11 or more of 20: 0.0039; 10 or more: 0.0139; 0.05/12 lies between


def test_items_fall_to_those_who_name_the_key_alone() -> None:
    found = audit(loaded(easy=EASY, mixed=MIXED))

    assert found.readers == 8
    assert len(found.fallen) == 20
    assert found.fallen[0].item == "easy-00"
    assert {"longest option", "kindest tone", "words of other keys"} <= set(found.fallen[0].guessers)
    assert "position 1" not in found.fallen[0].guessers


def test_the_text_says_it_in_aligned_lines_of_eighty_columns() -> None:
    lines = as_text(audit(loaded(easy=EASY, mixed=MIXED)), bars=True).splitlines()

    assert lines[0] == "21 single-choice items with at least 3 options, in 2 files."
    assert lines[1] == "Left aside: 1 of other kinds."
    assert lines[3].startswith("guesser                right  chance   limit  | chance, ] limit")
    assert any(line.startswith("longest option") and line.endswith("BEATS CHANCE") for line in lines)
    assert max(map(len, lines)) < 80


def test_a_bar_reaches_past_the_limit_where_the_guesser_does() -> None:
    lines = as_text(audit(loaded(easy=EASY)), bars=True).splitlines()
    bars = {line[:20].strip(): line.split()[-3] for line in lines[3:15]}

    assert bars["longest option"] == "━━━━|━━━]━━━━━━━━"
    assert bars["position 2"] == "────|───]────────"


def test_without_bars_there_are_only_words_and_numbers() -> None:
    text = as_text(audit(loaded(easy=EASY)), bars=False)

    assert text.isascii()
    assert "|" not in text
    assert "longest option        100.0%   25.0%   50.0%  BEATS CHANCE\n" in text


@pytest.mark.parametrize(
    ("library", "sentence"),
    [
        pytest.param(loaded(easy=EASY), "6 of 12 guessers got further than luck explains.", id="guessable"),
        pytest.param(loaded(mixed=MIXED), "None of 11 guessers got further than luck explains.", id="fair"),
        pytest.param(loaded(mixed=MIXED), "With fewer than 20 items luck explains nearly everything.", id="few items"),
        pytest.param(loaded(mixed=MIXED), "No item falls to half of the 8 guessers", id="no easy item"),
        pytest.param(loaded(easy=EASY), "guessers who read the options (10 of 20):", id="many easy items"),
    ],
)
def test_the_verdict_is_a_sentence(library: Library, sentence: str) -> None:
    assert sentence in as_text(audit(library), bars=False)


def test_the_data_can_be_written_as_json() -> None:
    data = as_data(audit(loaded(easy=EASY)))

    assert json.loads(json.dumps(data)) == data
    assert set(data) == {"items", "files", "guessers", "fallen"}
    assert set(data["guessers"][0]) == {"guesser", "right", "chance", "limit", "beats_chance"}
    assert data["fallen"][0]["path"] == "easy.yaml"


@pytest.mark.parametrize(
    "items",
    [
        pytest.param(item("two-1", "Ask now", "Asks me"), id="two options"),
        pytest.param(item("bad-1", "Ask now", "", "It"), id="with an error"),
        pytest.param(item("old-1", "Ask now", "Me", "It", more="    retired: true\n"), id="retired"),
    ],
)
def test_where_no_item_counts_it_says_so(items: str) -> None:
    with pytest.raises(NothingToAuditError, match="at least 3 options"):
        audit(loaded(bank=items))
