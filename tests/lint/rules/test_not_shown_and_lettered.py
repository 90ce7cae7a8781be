"""Rules S013, K208 and W511, and what is not asked of other languages."""

import pytest
from checked import checked, lines, mended

BANK = """\
format: 1
bank: mine
title: Mine
topic: reflection
items:
  - id: mine-1
    stem: >-
      What helps Dana most right now?
    options:
      - correct: Ask what matters to her
        why: It starts from her own aims and keeps the choice in her hands.
      - wrong: Hand her a list of groups
        misconception: giving-advice
        why: It offers an answer before anybody knows what the question is for her.
      - wrong: Tell her it will pass soon
        misconception: minimizing-feelings
        why: It talks over the fear and does not ask what it is about for her.
"""


@pytest.mark.parametrize(
    "text",
    ["Use `now`.", "![face](a.png) What now?", "[here](x) is more. What now?", "Is it <b>now</b>?", "A&nbsp;plan?"],
)
def test_what_is_not_shown_is_told(text: str) -> None:
    assert lines(BANK.replace("What helps Dana most right now?", text), "W511") == ["8 W511"]


@pytest.mark.parametrize("text", ["2 < 3 and 5 > 4?", "R&D; what now?", "a | b?", "**Now** or _then_?", "#1 aim?"])
def test_what_is_shown_is_not(text: str) -> None:
    assert lines(BANK.replace("What helps Dana most right now?", text), "W511") == []


def test_letters_before_all_options_are_one_mistake() -> None:
    text = BANK.replace(": Ask", ": A. Ask").replace(": Hand", ": B. Hand").replace(": Tell", ": C. Tell")

    assert lines(text, "K208") == ["10 K208"]
    assert mended(text, "K208") == BANK


@pytest.mark.parametrize("text", ["A plan of her own", "A. Smith asks her", "1.5 hours of rest"])
def test_one_word_or_name_is_no_letter(text: str) -> None:
    assert lines(BANK.replace("Ask what matters to her", text), "K208") == []


def test_a_bank_in_another_language_is_not_read_as_english() -> None:
    text = BANK.replace("Ask what matters to her", "What helps Dana").replace("What helps Dana most", "Dana")
    other = text.replace("title:", "language: es\ntitle:")

    assert lines(text, "W505") or lines(text, "C4 W")
    assert lines(other, "C403 C404 C405 C408 W5") == []


@pytest.mark.parametrize("stem", ["ما الذي يساعد دانا الآن؟", "现在什么对达娜最有帮助？", "Τι βοηθά τη Dana τώρα;"])  # noqa: RUF001
def test_question_marks_of_other_scripts(stem: str) -> None:
    assert lines(BANK.replace("What helps Dana most right now?", stem), "W505") == []


def test_an_item_and_a_file_can_be_silenced() -> None:
    long = BANK.replace("Ask what matters to her", "Ask what matters to her at home and also at her work")

    assert lines(long, "C401") == ["10 C401"]
    assert checked(long.replace("  - id", "  # quiz: ignore[C401]\n  - id")).report == ""
    assert checked(f"# quiz: ignore-file[C401]\n{long}").report == ""


def test_a_useless_comment_is_taken_away() -> None:
    assert mended(f"# quiz: ignore-file[C401]\n{BANK}") == BANK
    assert mended(BANK.replace("her hands.", "her hands.  # quiz: ignore[E303]")) == BANK


def test_a_copy_with_its_id_is_one_mistake() -> None:
    item = BANK[BANK.index("  - id") :]

    assert lines(BANK + item) == ["18 R101"]


def test_copies_alone_are_near_duplicates() -> None:
    item = BANK[BANK.index("  - id") :]
    text = BANK + "".join(item.replace("mine-1", f"mine-{n}") for n in range(2, 22))

    assert len(lines(text, "B603")) == 20
