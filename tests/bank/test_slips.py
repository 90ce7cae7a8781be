"""One message for each mistake of people who never wrote YAML, at its place; mended where that is certain."""

# ruff: noqa: E501 - whole messages, as they are said

import pytest
from checked import checked, mended, wishes
from small_bank import FIRST, HEAD

BANK = HEAD + FIRST
OPTIONS = BANK[BANK.index("      - correct") :]
ITEM = BANK[: BANK.index("  - id")]

SLIPS = [
    pytest.param(
        [("Ask what matters to her", '"What matters?" she asks')],
        "9:33: error S001 yaml-syntax: text goes on behind the closing quote; write '\"What matters?\" she asks'",
        True,
        id="text-behind-quote",
    ),
    pytest.param(
        [("Ask what matters to her", '"What matters?", then wait')],
        "9:33: error S001 yaml-syntax: text goes on behind the closing quote; write '\"What matters?\", then wait'",
        True,
        id="comma-behind-quote",
    ),
    pytest.param(
        [("Ask what matters to her", "'What's it about?'")],
        '9:23: error S001 yaml-syntax: an apostrophe inside the quoted text ends it here; write "What\'s it about?"',
        True,
        id="apostrophe",
    ),
    pytest.param(
        [("Ask what matters to her", '"Say "what is it" and wait"')],
        "9:23: error S001 yaml-syntax: a quote inside the quoted text ends it here; write 'Say \"what is it\" and wait'",
        True,
        id="inner-quote",
    ),
    pytest.param(
        [("Ask what matters to her", '"Ask what matters to her\u201d')],
        '9:42: error S001 yaml-syntax: the text opens with a straight quote " and closes with a curly one \u201d; write " at the end too',
        True,
        id="curly-close",
    ),
    pytest.param(
        [("Ask what matters to her", '"Ask what matters')],
        '9:18: error S001 yaml-syntax: a quote that opens here is never closed; close it with "; inside double quotes write a quote as \\"',
        False,
        id="never-closed",
    ),
    pytest.param(
        [("Ask what matters to her", '"Ask what \\her aims are"')],
        "9:28: error S001 yaml-syntax: a backslash inside double quotes changes the letter behind it; write 'Ask what \\her aims are'",
        True,
        id="backslash",
    ),
    pytest.param(
        [("Ask what matters to her", "[Smiling] Ask what matters")],
        "9:18: error S001 yaml-syntax: text that begins with [ needs quotes around it; write '[Smiling] Ask what matters'",
        True,
        id="bracket",
    ),
    pytest.param(
        [("Ask what matters to her", "{Smiling} Ask what matters")],
        "9:18: error S001 yaml-syntax: text that begins with { needs quotes around it; write '{Smiling} Ask what matters'",
        True,
        id="brace",
    ),
    pytest.param(
        [("Ask what matters to her", "> Ask what matters")],
        "9:18: error S001 yaml-syntax: text stands behind > on the same line; write Ask what matters",
        True,
        id="greater",
    ),
    pytest.param(
        [("Ask what matters to her", "| Ask what matters")],
        "9:18: error S001 yaml-syntax: text stands behind | on the same line; write Ask what matters",
        True,
        id="pipe",
    ),
    pytest.param(
        [("Ask what matters to her", "& what matters to her")],
        "9:18: error S001 yaml-syntax: text that begins with & needs quotes around it; write '& what matters to her'",
        True,
        id="ampersand",
    ),
    pytest.param(
        [("Ask what matters to her", "*Ask* what matters")],
        "9:18: error S001 yaml-syntax: text that begins with * needs quotes around it; write '*Ask* what matters'",
        True,
        id="star",
    ),
    pytest.param(
        [("Ask what matters to her", "!Ask what matters")],
        "9:18: error S007 unsafe-yaml: text that begins with ! needs quotes around it; write '!Ask what matters'",
        True,
        id="exclamation",
    ),
    pytest.param(
        [("Ask what matters to her", "%50 of what matters")],
        "9:18: error S001 yaml-syntax: text that begins with % needs quotes around it; write '%50 of what matters'",
        True,
        id="percent",
    ),
    pytest.param(
        [("Ask what matters to her", "@dana decides")],
        "9:18: error S001 yaml-syntax: text that begins with @ needs quotes around it; write '@dana decides'",
        True,
        id="at",
    ),
    pytest.param(
        [("Ask what matters to her", "- Ask what matters")],
        "9:18: error S001 yaml-syntax: text that begins with - needs quotes around it; write '- Ask what matters'",
        True,
        id="dash",
    ),
    pytest.param(
        [("Ask what matters to her", "? Ask what matters")],
        "9:18: error S001 yaml-syntax: text that begins with ? needs quotes around it; write '? Ask what matters'",
        True,
        id="question-mark",
    ),
    pytest.param(
        [("Ask what matters to her", "`Ask` what matters")],
        "9:18: error S001 yaml-syntax: text that begins with ` needs quotes around it; write '`Ask` what matters'",
        True,
        id="backtick",
    ),
    pytest.param(
        [("Ask what matters to her", "Ask: what matters")],
        "9:21: error S001 yaml-syntax: a colon and a space stand inside unquoted text; write 'Ask: what matters'",
        True,
        id="colon",
    ),
    pytest.param(
        [("Ask what matters to her", "#1 rule")],
        "9:18: error S004 missing-field: `correct` is empty: what stands behind # is a comment, and lost; write '#1 rule'",
        True,
        id="number-sign",
    ),
    pytest.param(
        [("Ask what matters to her", "Ask about her #1 aim")],
        '9:18: warning S013 lost-comment: what stands behind # is a comment, and lost to readers: "#1 aim"; put the whole text in quotes, or the comment on a line of its own above',
        True,
        id="lost-comment",
    ),
    pytest.param(
        [("Ask what matters to her", "&friends and family help")],
        "9:18: warning S013 lost-comment: text that begins with & needs quotes around it: \"&friends\" is lost; write '&friends and family help'",
        True,
        id="lost-anchor",
    ),
    pytest.param(
        [("        why: It starts", "       why: It starts")],
        "10:8: error S001 yaml-syntax: `why` stands one space too far out; begin the line with 8 spaces, like the lines that belong with it",
        True,
        id="line-out",
    ),
    pytest.param(
        [("    options:", "     options:")],
        "8:6: error S001 yaml-syntax: `options` stands one space too far in; begin the line with 4 spaces, like the lines that belong with it",
        True,
        id="line-in",
    ),
    pytest.param(
        [("      - wrong: Hand", "       - wrong: Hand")],
        "11:8: error S001 yaml-syntax: `wrong` stands one space too far in; begin the line with 6 spaces, like the lines that belong with it",
        True,
        id="entry-in",
    ),
    pytest.param(
        [("      - wrong: Hand", "        wrong: Hand")],
        "11:9: error S005 wrong-type: a dash is missing before `wrong`, which begins a new entry; write `- wrong:`, with the dash below the dashes above it",
        True,
        id="dash-lost-in-entry",
    ),
    pytest.param(
        [("      - wrong: Hand", "      wrong: Hand")],
        "11:7: error S001 yaml-syntax: a dash is missing before `wrong`, which begins a new entry; write `- wrong:`, with the dash below the dashes above it",
        True,
        id="dash-lost-in-list",
    ),
    pytest.param(
        [("      - correct", "        correct")],
        "9:9: error S001 yaml-syntax: a dash is missing before `correct`, which begins a new entry; write `- correct:`, with the dash above the dashes below it",
        True,
        id="first-dash-lost",
    ),
    pytest.param(
        [("  - id", "    id")],
        "6:5: error S005 wrong-type: a dash is missing before `id`: each entry of a list begins with one; write `- id:`, and indent the lines that belong to it",
        True,
        id="dash-lost-before-id",
    ),
    pytest.param(
        [("      - correct", "      \u2013 correct")],
        "9:7: error S001 yaml-syntax: a list entry begins with \u2013 in place of a hyphen; begin it with `- `",
        True,
        id="en-dash",
    ),
    pytest.param(
        [("      - correct", "      \u2022 correct"), ("      - wrong", "      \u2022 wrong")],
        "9:7: error S001 yaml-syntax: a list entry begins with \u2022 in place of a hyphen (and so on 2 more lines); begin it with `- `",
        True,
        id="bullets",
    ),
    pytest.param(
        [("      - correct", "      1. correct")],
        "9:7: error S001 yaml-syntax: a list entry begins with 1. in place of a hyphen; begin it with `- `",
        True,
        id="numbers",
    ),
    pytest.param(
        [("  - id", "  -- id")],
        "6:3: error S001 yaml-syntax: a list entry begins with -- in place of a hyphen; begin it with `- `",
        True,
        id="double-dash",
    ),
    pytest.param(
        [("      - correct", "      -\u00a0correct")],
        "9:8: error S001 yaml-syntax: a no-break space, as word processors write it, stands where a space belongs; type an ordinary space there",
        True,
        id="no-break-space",
    ),
    pytest.param(
        [("    stem", "\u00a0\u00a0\u00a0\u00a0stem")],
        "7:1: error S001 yaml-syntax: a no-break space, as word processors write it, stands where a space belongs; type an ordinary space there",
        True,
        id="no-break-indent",
    ),
    pytest.param(
        [("stem: ", "stem\uff1a ")],
        "7:9: error S001 yaml-syntax: a full-width colon \uff1a stands behind `stem` in place of a colon; write `stem: ` and then the text",
        True,
        id="full-width-colon",
    ),
    pytest.param(
        [("stem: ", "stem = ")],
        "7:10: error S001 yaml-syntax: the sign = stands behind `stem` in place of a colon; write `stem: ` and then the text",
        True,
        id="equals-sign",
    ),
    pytest.param(
        [("correct: ", "correct; ")],
        "9:16: error S001 yaml-syntax: the sign ; stands behind `correct` in place of a colon; write `correct: ` and then the text",
        True,
        id="semicolon",
    ),
    pytest.param(
        [("- correct", "-\tcorrect")],
        "9:8: error S001 yaml-syntax: a tab stands behind a dash; type spaces there, never tabs",
        True,
        id="tab-behind-dash",
    ),
    pytest.param(
        [("        why: It starts", "\t\twhy: It starts")],
        "10:1: error S001 yaml-syntax: a tab stands at the start of a line; type spaces there, never tabs",
        True,
        id="tab-indent",
    ),
    pytest.param(
        [("- correct", "-correct")],
        "9:7: error S001 yaml-syntax: a space is missing behind the dash; write `- ` with a space before the field",
        True,
        id="no-space-behind-dash",
    ),
    pytest.param(
        [("correct: Ask", "correct:Ask")],
        "9:16: error S001 yaml-syntax: a space is missing behind `correct:`; write `correct: ` and then the text",
        True,
        id="no-space-behind-colon",
    ),
    pytest.param(
        [("stem: What", "stem What")],
        "7:5: error S001 yaml-syntax: a colon is missing behind `stem`; write `stem: ` and then the text",
        True,
        id="no-colon",
    ),
    pytest.param(
        [("stem:", "stem\u200b:")],
        "7:9: error S001 yaml-syntax: an invisible character (zero width space) stands in the field name `stem`; type `stem:` anew",
        True,
        id="invisible",
    ),
    pytest.param(
        [("What helps Dana most", "What helps\n    Dana most")],
        "8:5: error S001 yaml-syntax: the text of `stem` runs on here, and this line does not stand further in than its field; begin the line with 6 spaces",
        True,
        id="ran-on",
    ),
    pytest.param(
        [("- correct", "- Correct"), ("- wrong", "- Wrong")],
        "9:9: error S003 unknown-field: field names are written in small letters, and here stands `Correct`, `Wrong`; write `correct:`, `wrong:`",
        True,
        id="capitals",
    ),
    pytest.param(
        [("- id", "- ID")],
        "6:5: error S003 unknown-field: field names are written in small letters, and here stands `ID`; write `id:`",
        True,
        id="capital-id",
    ),
    pytest.param(
        [("items:", "Items:"), ("bank:", "Bank:")],
        "2:1: error S003 unknown-field: field names are written in small letters, and here stands `Bank`, `Items`; write `bank:`, `items:`",
        True,
        id="capital-top",
    ),
    pytest.param(
        [("stem:", "question:"), ("options:", "answers:")],
        "7:5: error S003 unknown-field: this is written in another program's words: `question` for `stem`, `answers` for `options`; write `stem:`, `options:`",
        True,
        id="other-words",
    ),
    pytest.param(
        [("- correct", "- right"), ("- wrong", "- incorrect")],
        "9:9: error S003 unknown-field: this is written in another program's words: `right` for `correct`, `incorrect` for `wrong`; write `correct:`, `wrong:`",
        True,
        id="right-and-incorrect",
    ),
    pytest.param(
        [
            ("- correct: Ask what matters to her", "- text: Ask\n        correct: true"),
            ("- wrong: Hand her a list of groups", "- text: Hand\n        correct: false"),
            ("- wrong: Tell her it will pass soon", "- text: Tell\n        correct: false"),
        ],
        "9:9: error S003 unknown-field: `text: ...` with `correct: true` is another program's way to mark an option; write `correct: ...` with the text itself, and so on for the others",
        True,
        id="mark-true",
    ),
    pytest.param(
        [(OPTIONS, "      A: Ask\n      B: Hand\n    answer: B\n")],
        "8:5: error S003 unknown-field: `answer` does not mark the right option here: each option does it for itself; write `- correct: ...` or `- wrong: ...`, and below each its `why: ...`",
        True,
        id="letters",
    ),
    pytest.param(
        [(OPTIONS, "      - A. Ask\n      - B. Hand\n    answer: A\n")],
        "8:5: error S003 unknown-field: `answer` does not mark the right option here: each option does it for itself; write `- correct: ...` or `- wrong: ...`, and below each its `why: ...`",
        True,
        id="letters-in-list",
    ),
    pytest.param(
        [(OPTIONS, '      - "*Ask"\n      - Hand\n')],
        "8:5: error S003 unknown-field: the right option is marked with a sign; here each option begins with what it is; write `- correct: ...` or `- wrong: ...`, and below each its `why: ...`",
        True,
        id="star-mark",
    ),
    pytest.param(
        [(OPTIONS, "      - Ask\n      - Hand\n")],
        "8:5: error S003 unknown-field: the options are texts alone; nothing in them says which is right; write `- correct: ...` or `- wrong: ...`, and below each its `why: ...`",
        False,
        id="no-mark",
    ),
    pytest.param(
        [("- correct: Ask", "- [x] Ask"), ("- wrong: ", "- [ ] ")],
        "9:9: error S001 yaml-syntax: the options are marked with boxes like [x]; begin each option with `correct:` or `wrong:`, and give each a `why:` on a line of its own",
        True,
        id="boxes",
    ),
    pytest.param(
        [("    stem", "    explanation: It helps.\n    stem")],
        "7:5: error S003 unknown-field: `explanation` stands beside the options, and here each option has an explanation of its own; write it as `why:` below the option that it explains",
        False,
        id="explanation",
    ),
    pytest.param(
        [("topic: reflection", "topic: Goal setting")],
        '4:8: error S006 bad-value: "Goal setting" is the name of a topic, and its id belongs here; write goal-setting',
        True,
        id="topic-title",
    ),
    pytest.param(
        [("giving-advice", "Giving direct advice")],
        '12:24: error S006 bad-value: "Giving direct advice" is the name of a misconception, and its id belongs here; write giving-advice',
        True,
        id="approach-name",
    ),
    pytest.param(
        [("giving-advice", "being-rude")],
        '12:24: error R102 unknown-misconception: no misconception is called "being-rude"; `cps-quiz explain` lists them; or add your own at the top of this file, under `misconceptions:`: `being-rude:` with `name`, `means`, `harms` and `instead`',
        False,
        id="own-approach",
    ),
    pytest.param(
        [("topic: reflection", "topic: ethics")],
        '4:8: error R103 unknown-topic: the curriculum "ma-cps" has no topic "ethics"; use one of: decision-making, empowerment, goal-setting, reflection; or add one of your own: a file with `curriculum: mine`, `extends: ma-cps` and your topic under `topics:` keeps all others',
        False,
        id="own-topic",
    ),
    pytest.param(
        [("    stem", "    tags: hope, trust\n    stem")],
        "7:11: error S005 wrong-type: `tags` must be a list, and a text stands here; write [hope, trust]",
        True,
        id="tags-text",
    ),
    pytest.param(
        [("giving-advice", "[giving-advice, leaving-alone]")],
        "12:24: error S005 wrong-type: `misconception` must be one id; a list stands here: keep the one `misconception` that fits best",
        False,
        id="two-approaches",
    ),
    pytest.param(
        [("stem: What helps", "stem:\n      - Dana is tired.\n      - What helps")],
        "8:7: error S005 wrong-type: `stem` must be a text, and a list stands here; write `stem: |`, and the lines below it without dashes",
        False,
        id="stem-list",
    ),
    pytest.param(
        [("    stem", "    type: order\n    stem")],
        "9:5: error S003 unknown-field: `options` belongs to an item of type `single`, and this one is of type `order`; write `steps:` here, with one text behind each dash, or change the type",
        False,
        id="order-with-options",
    ),
    pytest.param(
        [("    stem", "    type: multiple-choice\n    stem")],
        '7:11: error S006 bad-value: `type` cannot be "multiple-choice"; write `single` where one option is right, `multiple` where several are',
        False,
        id="multiple-choice",
    ),
    pytest.param(
        [(ITEM, "")],
        "1:3: error S009 not-a-bank: the file begins with its questions and has no header, which says what bank it is; write `format: 1`, `bank: my-bank`, `title: My bank`, `topic: goal-setting` and `items:` above it",
        False,
        id="no-header",
    ),
    pytest.param(
        [("format: 1", "```yaml\nformat: 1"), (" for her.\n", " for her.\n")],
        "1:1: error S001 yaml-syntax: the bank stands between marks of a chat or of Markdown: ```; delete the lines with ```",
        True,
        id="fence",
    ),
]


def written(changes: list[tuple[str, str]]) -> str:
    """The bank with each of the texts changed."""
    text = BANK
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    return text


@pytest.mark.parametrize(("changes", "message", "_mends"), SLIPS)
def test_a_mistake_is_said_once_and_in_words(changes: list[tuple[str, str]], message: str, _mends: object) -> None:
    found = checked(written(changes), wishes(ignore="C W")).report.splitlines()

    assert found == [f"a.yaml:{message}"]


@pytest.mark.parametrize(("changes", "_message", "mends"), SLIPS)
def test_what_is_certain_is_mended(changes: list[tuple[str, str]], _message: str, mends: object) -> None:
    text = written(changes)
    left = checked(mended(text), wishes(select="S R")).report

    assert (mended(text) != text) is mends
    assert (left == "") is mends


def test_a_sound_bank_has_none() -> None:
    assert checked(BANK).report == ""


def test_three_documents_are_one_mistake() -> None:
    found = checked("\n---\n".join([BANK] * 3), wishes(ignore="C W")).report.splitlines()

    assert found == [
        "a.yaml:18:1: error S001 yaml-syntax: the lines with three hyphens make 3 YAML documents of the file, and a bank is one; put each bank into a file of its own, without the line ---",
    ]


def test_an_empty_document_at_the_end_is_none() -> None:
    assert checked(f"{BANK}---\n").report == ""


def test_two_banks_in_one_file_are_one_mistake() -> None:
    found = checked(BANK + BANK.replace("mine", "yours"), wishes(ignore="C W")).report.splitlines()

    assert found == [
        "a.yaml:17:1: error S002 duplicate-field: a second bank begins here, and a file holds one; put it into a file of its own: cut it out from this line on",
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(BANK.encode("utf-16"), "the file is saved in UTF-16, not in UTF-8", id="utf-16"),
        pytest.param(BANK.encode("utf-16-le"), "the file is saved in UTF-16, not in UTF-8", id="utf-16-without-mark"),
        pytest.param(b"{\\rtf1 " + BANK.encode(), "this is an RTF file of a word processor, not plain text", id="rtf"),
        pytest.param(b"PK\x03\x04word/document.xml", "this is a Word file (.docx), not a text file", id="word"),
        pytest.param(b"PK\x03\x04a.txt", "this is a zip file, not a text file", id="zip"),
        pytest.param(b"<!DOCTYPE html>\n<p>", "this is a web page (HTML), not a bank", id="html"),
        pytest.param(
            b"<<<<<<< HEAD\nformat: 1\n=======\nformat: 1\n>>>>>>> x\n",
            "a merge left two versions here, between the lines <<<<<<< and >>>>>>>",
            id="merge",
        ),
    ],
)
def test_a_file_of_another_kind_is_named(content: bytes, message: str) -> None:
    (found,) = checked(content).report.splitlines()

    assert message in found
