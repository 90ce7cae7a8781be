"""Labels and words of fields as people type them: one message each, whose advice neither turns meaning nor loses work."""

# ruff: noqa: E501 - whole messages, as they are said

import pytest
from checked import as_text, checked, mended

HEAD = "format: 1\nbank: mine\ntitle: Mine\ntopic: reflection\nitems:\n"
ITEM = """\
  - id: mine-1
    stem: What helps Dana most right now?
    options:
      - correct: Ask what matters to her
        why: It starts from her own aims and keeps the choice in her hands.
      - wrong: Hand her a list of groups
        misconception: giving-advice
        why: It offers an answer before anybody knows what the question is for her.
      - wrong: Choose between two doors for her
        misconception: limiting-options
        why: Two doors sound like a choice, but Luis has picked both of them.
"""
BANK = HEAD + ITEM
POINTS = HEAD + (
    "  - id: mine-4\n    type: reflection\n    stem: What could Luis say to Ray? Write two or three sentences.\n"
    "    looks_for:\n      - It names what Ray feels\n      - It leaves the decision with Ray\n"
    "    example: That sounds heavy. What would you like to begin with this week?\n"
    "    why: Ray needs somebody who thinks with him while the choice stays his.\n"
)


def changed(*pairs: tuple[str, str], text: str = BANK) -> str:
    """The bank with each of the texts changed."""
    for before, after in pairs:
        assert before in text
        text = text.replace(before, after)
    return text


UNSURE = "write `correct:` where the option is right, `wrong:` where it is not"

KINDS = [
    pytest.param(
        changed(("wrong: Hand", "correct no: Hand")),
        f"11:9: error S003 unknown-field: `correct no` is not a field of an option; {UNSURE}",
        None,
        id="a label with a no",
    ),
    pytest.param(
        changed(("wrong: Hand", "correct-not: Hand")),
        f"11:9: error S003 unknown-field: `correct-not` is not a field of an option; {UNSURE}",
        None,
        id="a label with a not",
    ),
    pytest.param(
        changed(("wrong: Hand", "correct?: Hand")),
        f"11:9: error S003 unknown-field: `correct?` is not a field of an option; {UNSURE}",
        None,
        id="a label with a question mark",
    ),
    pytest.param(
        changed(("correct: Ask", "corrrect: Ask")),
        "9:9: error S003 unknown-field: `corrrect` is not a field of an option; did you mean `correct`?",
        BANK,
        id="a slip of a label",
    ),
    pytest.param(
        changed(("options:", "optons:"), ("wrong: Hand", "incorrect: Hand")),
        "8:5: error S003 unknown-field: this is written in another program's words: `incorrect` for `wrong`, `optons` for `options`; write `wrong:`, `options:`",
        BANK,
        id="another program's label under a slip",
    ),
    pytest.param(
        changed(
            ("stem:", "pregunta:"),
            ("options:", "opciones:"),
            (" correct:", " correcta:"),
            ("wrong:", "incorrecta:"),
            ("why:", "explicación:"),
        ),
        "7:5: error S003 unknown-field: this is written in another program's words: `pregunta` for `stem`, `opciones` for `options`, `correcta` for `correct`, `explicación` for `why`, and so on; write `stem:`, `options:`, `correct:`, `why:`",
        BANK,
        id="fields in Spanish",
    ),
    pytest.param(
        changed(("stem:", "question:"), ("options:", "réponses:"), (" correct:", " juste:"), ("wrong:", "faux:")),
        "7:5: error S003 unknown-field: this is written in another program's words: `question` for `stem`, `réponses` for `options`, `juste` for `correct`, `faux` for `wrong`; write `stem:`, `options:`, `correct:`, `wrong:`",
        BANK,
        id="fields in French",
    ),
    pytest.param(
        changed(("      - wrong: Hand her a list of groups\n", "")),
        "12:9: error S002 duplicate-field: an option has `why` twice; a line `- correct:` or `- wrong:` may be missing above it; or make one of the two",
        None,
        id="the line of an option is lost",
    ),
    pytest.param(
        BANK + ITEM.split("\n", 1)[1].replace("What helps Dana", "What else helps Dana"),
        "17:5: error S002 duplicate-field: an item has `stem` twice; a line `- id:` may be missing above it; or make one of the two",
        None,
        id="the line of an item is lost",
    ),
    pytest.param(
        changed(("title: Mine\n", "title: Mine\ntitle: Yours\n")),
        "4:1: error S002 duplicate-field: a bank has `title` twice; make one of the two",
        None,
        id="two titles",
    ),
    pytest.param(
        changed(("title: Mine\n", "title: Mine\ntitle: Mine\n")),
        "4:1: error S002 duplicate-field: a bank has `title` twice; delete one of the two",
        None,
        id="one title twice",
    ),
    pytest.param(
        changed(("wrong: Hand", "correct: Hand")),
        "11:9: error K202 several-correct-options: 2 options are correct; this one says which mistake it is: start it with `wrong:`; or add `type: multiple`",
        None,
        id="a second correct option with a label",
    ),
    pytest.param(
        changed(
            ("    options", "    why: It starts from her own aims.\n    options"),
            ("        why: It starts from her own aims and keeps the choice in her hands.\n", ""),
        ),
        "8:5: error S003 unknown-field: `why` stands beside the options, and here each option has an explanation of its own; write it as `why:` below the option that it explains",
        None,
        id="a why beside the options",
    ),
    pytest.param(
        changed(("title: Mine\n", "title: Mine\nauthors: Park, Jo\n")),
        "4:10: error S005 wrong-type: `authors` must be a list, and a text stands here; write ['Park, Jo'] for one, [Park, Jo] for several",
        None,
        id="authors with a comma",
    ),
    pytest.param(
        changed(("    stem", "    references: SAMHSA 2015, page 4\n    stem")),
        "7:17: error S005 wrong-type: `references` must be a list, and a text stands here; write [its-id] for one, [its-id, other-id] for several",
        None,
        id="a reference that is no id",
    ),
    pytest.param(
        changed(("    stem", "    level: Apply\n    stem")),
        '7:12: error S006 bad-value: `level` cannot be "Apply"; write apply',
        changed(("    stem", "    level: apply\n    stem")),
        id="a level with a capital",
    ),
    pytest.param(
        changed(("    stem", "    type: Single\n    stem")),
        '7:11: error S006 bad-value: `type` cannot be "Single"; write single',
        changed(("    stem", "    type: single\n    stem")),
        id="a type with a capital",
    ),
    pytest.param(
        changed(("    stem", "    timeLimit: 30\n    stem")),
        "7:5: error S003 unknown-field: `timeLimit` is not a field of an item; delete it: it is not used here",
        None,
        id="a time limit",
    ),
    pytest.param(
        changed(("example:", "answer:"), text=POINTS),
        "12:5: error S003 unknown-field: this is written in another program's words: `answer` for `example`; write `example:`",
        POINTS,
        id="the answer of a reflection",
    ),
    pytest.param(
        changed(("looks_for:", "points:"), text=POINTS),
        "9:5: error S003 unknown-field: this is written in another program's words: `points` for `looks_for`; write `looks_for:`",
        POINTS,
        id="the points of a reflection",
    ),
    pytest.param(
        changed(("stem:", "السؤال:")),
        "7:5: error S003 unknown-field: `السؤال` is not a field of an item; use one of: hint, id, level, negative, objective, options, references, retired, reviewed, scenario, set, source, stem, tags, topic, type",
        None,
        id="a word that nobody knows in place of the stem",
    ),
]


@pytest.mark.parametrize(("text", "message", "after"), KINDS)
def test_one_message_for_each_kind(text: str, message: str, after: str | None) -> None:
    assert checked(text).report.splitlines() == [f"a.yaml:{message}"]
    assert mended(text) == (as_text(text).text if after is None else after)
