"""What people type who never wrote YAML: one message where the eye should go, and --fix where it is certain."""

import pytest
from checked import as_text, checked, mended
from small_bank import DOORS, HEAD

BANK = HEAD + DOORS
SECOND = """\
  - id: mine-2
    stem: Which words show Luis that Dana feels heard today?
    options:
      - correct: You got that just as I meant it
        why: She says that his words fit what she meant, so she was heard by him.
      - wrong: Thanks for fixing it all for me
        misconception: directing-actions
        why: It thanks him for steps that he took, and not for what he heard.
      - wrong: Fine, I will do it your way now
        misconception: dictating-goals
        why: She gives in to his plan, which is something else than being heard.
"""
DEEPER = "".join(f" {line}" for line in SECOND.splitlines(keepends=True))
OUT = "".join(line[1:] for line in SECOND.splitlines(keepends=True))


@pytest.mark.parametrize(
    ("text", "message", "after"),
    [
        pytest.param(
            BANK + DEEPER,
            "a.yaml:17:4: error S001 yaml-syntax: `id` stands one space too far in; begin the line with 2 spaces, like "
            "the lines that belong with it",
            BANK + SECOND,
            id="a whole item one space too far in",
        ),
        pytest.param(
            BANK + OUT,
            "a.yaml:17:2: error S001 yaml-syntax: `id` stands one space too far out; begin the line with 2 spaces, "
            "like the lines that belong with it",
            BANK + SECOND,
            id="a whole item one space too far out",
        ),
        pytest.param(
            BANK.replace("- wrong: Hand", "~ wrong: Hand"),
            "a.yaml:11:7: error S001 yaml-syntax: a list entry begins with ~ in place of a hyphen; begin it with `- `",
            BANK,
            id="a wave for a dash",
        ),
        pytest.param(
            "Here is your question bank:\n" + BANK,
            "a.yaml:1:1: error S003 unknown-field: this line is no part of the bank; delete it, or write # before it",
            "# Here is your question bank:\n" + BANK,
            id="what a chat says above",
        ),
        pytest.param(
            BANK + "\nLet me know if you want more!\nI am glad to help.\n",
            "a.yaml:18:1: error S001 yaml-syntax: this line is no part of the bank; delete it, or write # before it",
            BANK + "\n# Let me know if you want more!\n# I am glad to help.\n",
            id="what a chat says below",
        ),
        pytest.param(
            BANK.replace("    stem", "    negative: yes\n    stem").replace("helps", "does not help"),
            'a.yaml:7:15: error S006 bad-value: `negative` cannot be "yes"; write true',
            BANK.replace("    stem", "    negative: true\n    stem").replace("helps", "does not help"),
            id="yes for true",
        ),
        pytest.param(
            HEAD + "  - id: mine-1\n    type: true/false\n    stem: It is so.\n    answer: false\n",
            'a.yaml:7:11: error S006 bad-value: `type` cannot be "true/false"; ask for the best of three or four '
            "options, in an item of type `single`",
            None,
            id="an item of a type that there is not",
        ),
        pytest.param(
            BANK.replace("    stem", "    points: 2\n    stem"),
            "a.yaml:7:5: error S003 unknown-field: `points` is not a field of an item; delete it: it is not used here",
            None,
            id="a field that is of no use here",
        ),
        pytest.param(
            BANK.replace("    stem", "    colour: red\n    stem"),
            "a.yaml:7:5: error S003 unknown-field: `colour` is not a field of an item; use one of: hint, id, level, "
            "negative, objective, options, references, retired, reviewed, scenario, set, source, stem, tags, "
            "topic, type",
            None,
            id="a field that nobody has",
        ),
        pytest.param(
            HEAD + "  - id: mine-1\n    stem: What helps?\n    options: Ask, Tell, Leave\n    answer: Ask\n",
            "a.yaml:8:14: error S003 unknown-field: `options` must be a list, and a text stands here; write each on a "
            "line of its own, as `- correct: ...` or `- wrong: ...`, and below each its `why: ...`",
            None,
            id="options on one line",
        ),
        pytest.param(
            BANK.replace("    stem", "    scenario: Dana waits for a call.\n    stem"),
            "a.yaml:7:15: error S006 bad-value: `scenario` is the id of a situation, and a text stands here; write it "
            "under `scenarios:` at the top, as `an-id: ...`, and that id here; or begin the stem with it",
            None,
            id="a situation in place of its id",
        ),
        pytest.param(
            "1. What helps Dana most?\na. Ask her\nb. Tell her\nc. Leave her\nAnswer: a\n",
            "a.yaml:1:1: error S009 not-a-bank: these are questions as people type them, not a bank; "
            "`cps-quiz import --to new.yaml` makes a bank of it",
            None,
            id="typed questions",
        ),
        pytest.param(
            "id,stem,a,b,c,answer\n1,What helps?,Ask,Tell,Leave,a\n",
            "a.yaml:1:1: error S009 not-a-bank: this is a table (CSV), not a bank; "
            "`cps-quiz import --to new.yaml` makes a bank of it",
            None,
            id="a table",
        ),
        pytest.param(
            BANK.replace("Ask what matters to her", "Ask <b>what</b> matters &amp; listen; then wait a while with her"),
            'a.yaml:9:22: warning W511 not-shown: HTML ("<b>") is shown as it is typed; write it in words; emphasis, '
            "paragraphs and lists are shown",
            None,
            id="HTML in an option",
        ),
    ],
)
def test_one_message_that_people_can_act_on(text: str, message: str, after: str | None) -> None:
    assert checked(text).report.splitlines() == [message]
    assert mended(text) == (as_text(text).text if after is None else after)
