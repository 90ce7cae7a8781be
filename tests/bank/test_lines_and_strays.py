"""Lines that are misplaced, forgotten or no part of a bank: one message each, and no mend that could be wrong."""

# ruff: noqa: E501 - whole messages, as they are said

import pytest
from checked import checked, mended, wishes
from small_bank import FIRST, HEAD, STEPS

from cps_quiz.source.identifiers import as_id

OPTIONS = FIRST[FIRST.index("    options:") :]
BANK = HEAD + FIRST + STEPS
THIRD = STEPS.replace("mine-2", "mine-3").replace("with Ray today", "with Dana now")
OUT = "".join(line[2:] for line in STEPS.splitlines(keepends=True))
NO_LABEL = "this option does not say `correct:` or `wrong:`"
NO_PART = "this line is no part of the bank; delete it, or write # before it"
UNSURE = f"{NO_PART}; if it goes on with the text above, begin it with 10 spaces"
LABEL = "begin it with `correct: ` or `wrong: `, and then its text"
PAGES = "".join(f"{number:3}  {line}\n" for number, line in enumerate(BANK.splitlines(), 1))
MAIL = "".join(f"> {line}\n" for line in BANK.splitlines())


def changed(before: str, after: str) -> str:
    assert before in BANK
    return BANK.replace(before, after)


SLIPS = [
    pytest.param(
        changed("- correct: Ask", "- Ask"), f"9:9: error S001 yaml-syntax: {NO_LABEL}; {LABEL}", None, id="no-label"
    ),
    pytest.param(
        changed("- correct: Ask what", "- Ask\n          what"),
        f"9:9: error S001 yaml-syntax: {NO_LABEL}; {LABEL}",
        None,
        id="no-label-two-lines",
    ),
    pytest.param(
        BANK.replace("- correct: ", "- ").replace("- wrong: ", "- "),
        f"9:9: error S001 yaml-syntax: {NO_LABEL} (and so on 2 more lines); {LABEL}",
        None,
        id="no-label-at-all",
    ),
    pytest.param(
        changed("- wrong: Hand", "- **wrong**: Hand"),
        f"11:9: error S001 yaml-syntax: {NO_LABEL}; write wrong: Hand her a list of groups",
        BANK,
        id="bold-label",
    ),
    pytest.param(
        changed("- correct: Ask", "- correct -> Ask"),
        f"9:9: error S001 yaml-syntax: {NO_LABEL}; write correct: Ask what matters to her",
        BANK,
        id="arrow",
    ),
    pytest.param(
        changed("- correct: Ask", "- correct -> not Ask"),
        f"9:9: error S001 yaml-syntax: {NO_LABEL}; {LABEL}",
        None,
        id="arrow-and-not",
    ),
    pytest.param(
        BANK.replace("- correct: ", "- \u2705 ").replace("- wrong: ", "- \u274c "),
        f"9:9: error S001 yaml-syntax: {NO_LABEL} (and so on 2 more lines); write correct: Ask what matters to her",
        BANK,
        id="pictures",
    ),
    pytest.param(
        changed("- correct: Ask", "\uff0d correct\uff1aAsk"),
        "9:7: error S001 yaml-syntax: a list entry begins with \uff0d in place of a hyphen; and a full-width colon \uff1a stands behind `correct` in place of a colon; begin it with `- `; write `correct: ` and then the text",
        BANK,
        id="full-width",
    ),
    pytest.param(
        changed("- correct: Ask", "- correct\n        Ask"),
        "9:9: error S001 yaml-syntax: a colon is missing behind `correct`; write `correct:`",
        BANK,
        id="label-without-colon",
    ),
    pytest.param(
        changed("options:", "options"),
        "8:5: error S001 yaml-syntax: a colon is missing behind `options`; write `options:`",
        BANK,
        id="options-without-colon",
    ),
    pytest.param(
        changed("items:", "Items"),
        "5:1: error S001 yaml-syntax: a colon is missing behind `Items`; write `items:`",
        BANK,
        id="items-without-colon",
    ),
    pytest.param(
        changed("items:\n", ""),
        "5:3: error S001 yaml-syntax: the line `items:` is missing above the first item; write `items:` on a line of its own above it",
        BANK,
        id="items-left-out",
    ),
    pytest.param(
        HEAD + FIRST + OUT + THIRD,
        "17:1: error S001 yaml-syntax: `id` stands 2 spaces too far out; begin the line with 2 spaces, like the lines that belong with it; and so move the lines below it, to line 24",
        BANK + THIRD,
        id="item-too-far-out",
    ),
    pytest.param(changed(STEPS, f"Question 2\n{STEPS}"), f"17:1: error S001 yaml-syntax: {UNSURE}", None, id="heading"),
    pytest.param(changed(STEPS, f"Page 2 of 4\n{STEPS}"), f"17:1: error S001 yaml-syntax: {UNSURE}", None, id="page"),
    pytest.param(
        changed(STEPS, f"=====\n{STEPS}"),
        f"17:1: error S001 yaml-syntax: {NO_PART}",
        changed(STEPS, f"# =====\n{STEPS}"),
        id="rule",
    ),
    pytest.param(
        changed(STEPS, f"...\n{STEPS}"),
        f"17:1: error S001 yaml-syntax: {NO_PART}",
        changed(STEPS, f"# ...\n{STEPS}"),
        id="dots",
    ),
    pytest.param(
        f"{BANK}\nAnswer Key:\n1. A\n2. B\n",
        f"26:1: error S001 yaml-syntax: {NO_PART}",
        f"{BANK}\n# Answer Key:\n# 1. A\n# 2. B\n",
        id="answer-key",
    ),
    pytest.param(
        changed("topic", "=======\ntopic"),
        "4:1: error S001 yaml-syntax: a merge left its mark here, the line =======; delete the line, and keep one version of what stands above and below it",
        BANK,
        id="merge-mark",
    ),
    pytest.param(
        changed("items:", "<!-- mine -->\nitems:"),
        "5:1: error S001 yaml-syntax: a comment begins with # here, not with <!--; write # mine",
        changed("items:", "# mine\nitems:"),
        id="html-comment",
    ),
    pytest.param(
        changed("correct: Ask what matters to her", 'correct: "Ask what matters to her",'),
        "9:43: error S001 yaml-syntax: a comma stands behind the closing quote; delete it",
        changed("correct: Ask what matters to her", 'correct: "Ask what matters to her"'),
        id="comma",
    ),
    pytest.param(
        changed("Tell her it will pass soon", r"'Don\'t worry, it will pass'"),
        "14:21: error S001 yaml-syntax: inside 'single quotes' a backslash is shown, and the apostrophe behind it ends the text here; write \"Don't worry, it will pass\"",
        changed("Tell her it will pass soon", '"Don\'t worry, it will pass"'),
        id="escaped-apostrophe",
    ),
    pytest.param(
        changed("- correct", "- - correct"),
        "9:9: error S001 yaml-syntax: two dashes stand before `correct`; delete one of the dashes",
        BANK,
        id="two-dashes",
    ),
    pytest.param(
        changed("    why: A step", "    - why: A step"),
        "24:5: error S001 yaml-syntax: a dash stands before `why`, which belongs with the lines above it; delete this dash",
        BANK,
        id="dash-before-why",
    ),
    pytest.param(
        changed("    stem: What", "    - stem: What"),
        "7:5: error S001 yaml-syntax: a dash stands before `stem`, which belongs with the lines above it; delete this dash".replace(
            "7:", "7:"
        ),
        BANK,
        id="dash-before-stem",
    ),
    pytest.param(
        changed("stem: What helps Dana most right now?", "stem:\n      Dana: I feel lost.\n      What helps most now?"),
        "7:5: error S001 yaml-syntax: the lines below `stem:` look like fields, because of their colons; write `stem: |`; then they are a text, and keep their line breaks",
        changed(
            "stem: What helps Dana most right now?", "stem: |\n      Dana: I feel lost.\n      What helps most now?"
        ),
        id="dialogue",
    ),
    pytest.param(
        changed("    stem: What helps Dana most", "   stem: Dana asks: what helps most"),
        "7:4: error S001 yaml-syntax: `stem` stands one space too far out; and a colon and a space stand inside unquoted text; begin the line with 4 spaces, like the lines that belong with it; write 'Dana asks: what helps most right now?'",
        changed("What helps Dana most right now?", "'Dana asks: what helps most right now?'"),
        id="two-slips-in-a-line",
    ),
    pytest.param(
        PAGES,
        "1:1: error S001 yaml-syntax: each line begins with its number, as it was copied from a listing (and so on 23 more lines); delete the numbers",
        BANK,
        id="line-numbers",
    ),
    pytest.param(
        MAIL,
        "1:1: error S001 yaml-syntax: each line begins with >, as mail programs quote a text (and so on 23 more lines); delete it in each line",
        BANK,
        id="quoted-mail",
    ),
]


@pytest.mark.parametrize(("text", "message", "after"), SLIPS)
def test_it_is_said_once_and_mended_where_that_is_certain(text: str, message: str, after: str | None) -> None:
    found = checked(text, wishes(ignore="B C E W")).report.splitlines()

    assert found == [f"a.yaml:{message}"]
    assert mended(text, "S R") == (text if after is None else after)


def test_the_bank_of_these_tests_is_sound() -> None:
    assert checked(BANK).report == ""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"Learning goals:\n  - one\n  - two\n{BANK}", id="a list at the top that is no greeting"),
        pytest.param(
            BANK.replace("why: A step fits only", "why: |\n      A step fits only") + "\nAnd this goes on.\n",
            id="a last paragraph at the margin",
        ),
        pytest.param(
            changed(
                "stem: What helps Dana most right now?",
                "stem:\n      Dana: I want to change. # sighs\n      Luis: Tell me.",
            ),
            id="a dialogue with a comment in it",
        ),
        pytest.param(
            changed("- wrong: Tell her it will pass soon", "- wrong time to ask"), id="an option that begins with wrong"
        ),
    ],
)
def test_what_may_be_meant_otherwise_is_told_and_not_mended(text: str) -> None:
    assert checked(text).report.count("error") >= 1
    assert mended(text) == text


def test_lists_on_one_line_are_quoted_where_they_must_be() -> None:
    text = BANK.replace("topic: reflection\n", "topic: reflection\nauthors: Dana Doe [editor]\n")

    assert checked(mended(text)).report == ""
    assert "authors: ['Dana Doe [editor]']\n" in mended(text)


def test_letters_with_accents_keep_their_letter_in_ids() -> None:
    assert as_id("Écoute") == "ecoute"
    assert as_id("Niño, sí") == "nino-si"
