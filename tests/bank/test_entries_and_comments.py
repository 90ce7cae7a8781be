"""Entries that are read as something else, and comments: one message each, and no mend that could be wrong."""

# ruff: noqa: E501 - whole messages, as they are said

import pytest
from checked import checked, mended, wishes
from small_bank import FIRST, STEPS
from small_bank import HEAD as WITH_ITEMS

HEAD = WITH_ITEMS.removesuffix("items:\n")
BANK = f"{HEAD}items:\n{FIRST}{STEPS}"
DEEP = "".join(f"    {line}" for line in STEPS.splitlines(keepends=True))
OWN = "misconceptions:\n  rescuing:\n    name: Rescuing\n    means: M\n    harms: H\n    instead: I\n"
USED = BANK.replace("giving-advice", "rescuing")
NAMED = USED.replace("items:", f"{OWN}items:")
HASH = "what stands behind # is a comment, and lost to readers"


def changed(before: str, after: str) -> str:
    assert before in BANK
    return BANK.replace(before, after)


SLIPS = [
    pytest.param(
        changed("      - Ask where", "       - Ask where"),
        "22:8: error S005 wrong-type: this line is read as the end of the text above it, because its dash is not below the other dashes; begin the line with 6 spaces; if it does go on with the text, put the whole in quotes",
        BANK,
        id="step-too-far-in",
    ),
    pytest.param(
        changed("Hear what", "First: hear what"),
        "21:14: error S005 wrong-type: a colon and a space stand inside unquoted text; write 'First: hear what weighs on him'",
        changed("Hear what weighs on him", "'First: hear what weighs on him'"),
        id="step-with-colon",
    ),
    pytest.param(
        changed("Hear what", "First: hear what").replace("Agree on", "Last: agree on"),
        "21:14: error S005 wrong-type: a colon and a space stand inside unquoted text (and so on 1 more line); write 'First: hear what weighs on him'",
        changed("Hear what weighs on him", "'First: hear what weighs on him'").replace(
            "Agree on one small step", "'Last: agree on one small step'"
        ),
        id="steps-with-colons",
    ),
    pytest.param(
        f"{HEAD}items:\n{FIRST}{DEEP}",
        "17:9: error S005 wrong-type: `id` stands 4 spaces too far in; begin the line with 2 spaces, like the lines that belong with it; and so move the lines below it, to line 24",
        BANK,
        id="item-among-options",
    ),
    pytest.param(
        changed("        why: It starts", "      - why: It starts"),
        "10:7: error S005 wrong-type: a dash stands before `why`, which belongs with the lines above it; delete this dash",
        BANK,
        id="dash-before-why",
    ),
    pytest.param(
        changed("        misconception: giving", "      - misconception: giving"),
        "12:7: error S005 wrong-type: a dash stands before `misconception`, which belongs with the lines above it; delete this dash",
        BANK,
        id="dash-before-misconception",
    ),
    pytest.param(
        changed("items:\n", "items:\n  -\n"),
        "6:4: error S005 wrong-type: a dash stands alone in `items`; delete this line",
        BANK,
        id="lonely-dash",
    ),
    pytest.param(
        BANK.replace(HEAD, ""),
        "1:1: error S009 not-a-bank: the file begins with its questions and has no header, which says what bank it is; write `format: 1`, `bank: my-bank`, `title: My bank`, `topic: goal-setting` above it",
        None,
        id="no-header",
    ),
    pytest.param(
        changed("stem: What helps Dana most right now?", "stem:\n      Dana: I feel lost.\n      Luis: Tell me more."),
        "7:5: error S005 wrong-type: the lines below `stem:` look like fields, because of their colons; write `stem: |`; then they are a text, and keep their line breaks",
        changed(
            "stem: What helps Dana most right now?", "stem: |\n      Dana: I feel lost.\n      Luis: Tell me more."
        ),
        id="dialogue",
    ),
    pytest.param(
        changed("correct: Ask what matters to her", "correct:\n          - Ask what matters\n          - Wait"),
        "10:11: error S005 wrong-type: `correct` must be a text, and a list stands here; write one `- correct: ...` for each of them",
        None,
        id="two-texts-in-one-option",
    ),
    pytest.param(
        changed("    stem: What", "    tags: #listening, hope\n    stem: What"),
        "7:10: error S005 wrong-type: `tags` is empty: what stands behind # is a comment, and lost; write [listening, hope]",
        None,
        id="tags-behind-a-number-sign",
    ),
    pytest.param(
        changed("a list of groups", "a list of groups # better?"),
        f'11:16: warning S013 lost-comment: {HASH}: "# better?"; put the comment on a line of its own above; if it is part of the text, put the whole text in quotes',
        None,
        id="comment-behind-text",
    ),
    pytest.param(
        changed("aims and keeps the choice", "aims and our\n          #1 aim: keep the choice"),
        f'10:14: warning S013 lost-comment: {HASH}: "#1 aim: keep the choice in her hands."; put the whole text in quotes, or the comment on a line of its own above',
        None,
        id="comment-that-ends-a-text",
    ),
    pytest.param(
        changed(
            "why: It starts from her own aims and keeps the choice in her hands.",
            "why: 'It starts from her own aims and keeps the choice in her hands today.",
        ),
        "10:14: error S001 yaml-syntax: a quote that opens here is never closed; write ' at the end too, and '' for each apostrophe inside",
        None,
        id="never-closed",
    ),
    pytest.param(
        changed("What helps Dana", "Dana is sad.\x0bWhat helps Dana"),
        "7:23: error S007 unsafe-yaml: a line break of a word processor (U+000B) stands in the text; put a space or a new line in its place",
        None,
        id="soft-line-break",
    ),
]


@pytest.mark.parametrize(("text", "message", "after"), SLIPS)
def test_it_is_said_once_and_mended_where_that_is_certain(text: str, message: str, after: str | None) -> None:
    found = checked(text, wishes(ignore="B C E K W")).report.splitlines()

    assert found == [f"a.yaml:{message}"]
    assert mended(text, "S R") == (text if after is None else after)


@pytest.mark.parametrize(
    "text",
    [
        BANK,
        NAMED,
        changed("Hear what weighs on him", "Hear what weighs\n        - and what helps - on him"),
        changed("      - wrong: Hand", "        #a note of mine\n      - wrong: Hand"),
        changed("    steps:", "    # Three steps\n    steps:"),
        changed("why: A step fits", "why: >-\n      A step fits\n      - or so -"),
    ],
)
def test_what_is_meant_so_is_left_alone(text: str) -> None:
    assert checked(text, wishes(select="S R")).report == ""


def test_windows_text_says_how_to_save_it() -> None:
    found = checked(BANK.replace("Ray today", "Ren\u00e9 today").encode("cp1252")).report.splitlines()

    assert found == [
        "a.yaml:19:50: error S008 unreadable-file: the byte 0xE9 is not UTF-8 text; save the file again with the encoding UTF-8: in Notepad under Save as, Encoding"
    ]


def test_true_or_false_is_one_warning() -> None:
    text = f"{HEAD}items:\n{FIRST}"
    two = (
        text[: text.rindex("      - wrong")]
        .replace("Ask what matters to her", "'True'")
        .replace("Hand her a list of groups", "'False'")
    )

    assert [row.split()[2] for row in checked(two).report.splitlines()] == ["W503"]


def test_an_empty_why_is_not_short_besides() -> None:
    text = changed("It starts from her own aims and keeps the choice in her hands.", "This is the correct answer.")

    assert [row.split()[2] for row in checked(text).report.splitlines()] == ["E302"]
