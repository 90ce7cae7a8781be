"""Labels and words of fields as people type them: one message each, whose advice neither turns meaning nor loses work."""

# ruff: noqa: E501 - whole messages, as they are said

import pytest
from checked import as_text, checked, mended
from small_bank import DOORS, HEAD

BANK = HEAD + DOORS
STEM = f"{HEAD}  - id: mine-1\n    stem: What helps Dana most right now?\n"
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


def own(start: str, used: str) -> str:
    """The bank with an approach of its own, which one option shows."""
    section = f"misconceptions:\n{start}    means: Doing it for her.\n    harms: It takes it away.\n    instead: Ask, then wait.\n"
    return changed(("items:\n", f"{section}items:\n"), ("giving-advice", used))


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
        changed(("correct: Ask", "“correct”: Ask")),
        "9:9: error S003 unknown-field: `“correct”` is not a field of an option; did you mean `correct`?",
        BANK,
        id="quotes of a word processor around a label",
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
        BANK + DOORS.split("\n", 1)[1].replace("What helps Dana", "What else helps Dana"),
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
    pytest.param(
        changed(("topic: reflection\n", "topic: reflection\nlanguage: Spanish\n")),
        '5:11: error S006 bad-value: "Spanish" is no language tag; write es',
        changed(("topic: reflection\n", "topic: reflection\nlanguage: es\n")),
        id="a language by its name",
    ),
    pytest.param(
        changed(("topic: reflection\n", "topic: reflection\nlanguage: Klingon\n")),
        '5:11: error S006 bad-value: "Klingon" is no language tag; write a tag of BCP 47: en, es, pt-BR',
        None,
        id="a language that nobody knows",
    ),
    pytest.param(
        changed(("    stem", "    reviewed: Jo, 2026\n    stem")),
        "7:15: error S005 wrong-type: `reviewed` must be a group of fields; write `by: ...`, `on: ...` on lines below it, indented",
        None,
        id="a review in one line",
    ),
    pytest.param(
        BANK.replace("topic: reflection\n", "")
        + DOORS.replace("mine-1", "mine-2").replace("What helps Dana", "What else helps Dana"),
        "5:5: error S004 missing-field: neither the bank nor its questions have a `topic`; add `topic: ...` at the top, below `title:`",
        None,
        id="no topic at all",
    ),
    pytest.param(
        own("  Rescuing:\n    name: Rescuing\n", "Rescuing"),
        '6:3: error S006 bad-value: "Rescuing" must be an id like `break-it-down`; write `rescuing` here and wherever it is named',
        own("  rescuing:\n    name: Rescuing\n", "rescuing"),
        id="an own approach with a capital",
    ),
    pytest.param(
        own("  rescuing:\n    name: Rescuing\n", "rescueing"),
        '18:24: error R102 unknown-misconception: no misconception is called "rescueing"; did you mean `rescuing`?',
        None,
        id="a slip of an own approach",
    ),
    pytest.param(
        own("  - id: rescuing\n    name: Rescuing\n", "rescuing"),
        "6:3: error S005 wrong-type: a list stands here, and the `misconceptions` stand below their ids; write `rescuing:` in place of `- id: rescuing`, and indent the lines below it",
        None,
        id="own approaches as a list",
    ),
    pytest.param(
        changed(
            ("items:\n", "misconceptions:\n  rescuing: Doing it for her.\nitems:\n"), ("giving-advice", "rescuing")
        ),
        "6:13: error S005 wrong-type: `rescuing` must be a group of fields; write `name: ...`, `means: ...`, `harms: ...`, `instead: ...` on lines below it, indented",
        None,
        id="an own approach as a text",
    ),
    pytest.param(
        own("  rescuing:\n    name: Rescuing\n", "rescuing")
        .replace("    name", "  name")
        .replace("    means", "  means")
        .replace("    harms", "  harms")
        .replace("    instead", "  instead"),
        "7:3: error S005 wrong-type: `name` belongs to `rescuing`; begin it and the lines below it with 4 spaces",
        own("  rescuing:\n    name: Rescuing\n", "rescuing"),
        id="an own approach that is not indented",
    ),
    pytest.param(
        changed(
            ("items:\n", "misconceptions:\nrescuing:\n  name: Rescuing\n  means: Doing it.\nitems:\n"),
            ("giving-advice", "rescuing"),
        ),
        "6:1: error S005 wrong-type: `rescuing` belongs to `misconceptions`; begin it and the lines below it with 2 more spaces",
        None,
        id="own approaches at the margin",
    ),
    pytest.param(
        changed(
            ("items:\n", "scenarios:\n  dana-lost: Dana told Luis that she feels lost.\nitems:\n"),
            ("    stem", "    scenario: Dana lost\n    stem"),
        ),
        '9:15: error S006 bad-value: "Dana lost" is the id of a situation in other letters; write dana-lost',
        changed(
            ("items:\n", "scenarios:\n  dana-lost: Dana told Luis that she feels lost.\nitems:\n"),
            ("    stem", "    scenario: dana-lost\n    stem"),
        ),
        id="a situation by a name",
    ),
    pytest.param(
        changed(
            (
                "It starts from her own aims and keeps the choice in her hands.",
                "It is the rule #2 of the code: start from her own aims.",
            )
        ),
        '10:14: warning S013 lost-comment: what stands behind # is a comment, and lost to readers: "#2 of the code: start from her own aims."; put the whole text in quotes, or the comment on a line of its own above',
        changed(
            (
                "It starts from her own aims and keeps the choice in her hands.",
                "'It is the rule #2 of the code: start from her own aims.'",
            )
        ),
        id="a rationale cut off by a number sign",
    ),
    pytest.param(
        changed(("It starts from her own aims and keeps the choice in her hands.", "This is the correct answer.")),
        '10:14: error E302 empty-why: "This is the correct answer." gives no reason; say what this choice does, and why that falls short or holds',
        None,
        id="a rationale that says nothing",
    ),
    pytest.param(
        changed(("most right now?", "most right now? (Mark all correct answers)")),
        "7:44: error K206 select-count: the stem asks for all that apply, and the item is a `single`, which takes one answer; add `type: multiple`, or ask for the best answer",
        None,
        id="all correct answers of a single",
    ),
    pytest.param(
        changed((": Ask", ": B. Ask"), (": Hand", ": A. Hand"), (": Choose", ": C. Choose")),
        "9:18: error K208 lettered-option: the texts begin with A. to C., and the program writes letters of its own before them; leave them out",
        BANK,
        id="letters in another order",
    ),
    pytest.param(
        HEAD + "  - term: Giving advice\n    definition: An answer before the question is known\n",
        "6:5: error S003 unknown-field: `term` and `definition` make a flash card, and an item here asks a question; write `id: ...` and `stem: ...`, then `options:`, and below it `- correct: ...` or `- wrong: ...` for each, with its `why: ...`",
        None,
        id="a flash card",
    ),
    pytest.param(
        f"{STEM}    options:\n      - text: Ask her\n        weight: 100\n      - text: Tell her\n        weight: 0\n",
        "9:9: error S003 unknown-field: `text` does not tell whether the option is right; write `correct: ...` or `wrong: ...` in its place, and so on for the others",
        None,
        id="options with weights",
    ),
    pytest.param(
        f"{STEM}    a: Ask her\n    b: Tell her\n    c: Leave her\n    answer: a\n",
        "8:5: error S003 unknown-field: the options stand beside the stem, as `a`, `b`, `c`; write `options:`, and below it `- correct: ...` or `- wrong: ...` for each, with its `why: ...`",
        None,
        id="letters beside the stem",
    ),
    pytest.param(
        f"{STEM}    correct: Ask her\n    distractors:\n      - Tell her\n      - Leave her\n",
        "8:5: error S003 unknown-field: the options stand beside the stem, as `correct`, `distractors`; write `options:`, and below it `- correct: ...` or `- wrong: ...` for each, with its `why: ...`",
        None,
        id="the key apart from the distractors",
    ),
    pytest.param(
        "quiz:\n  title: Mine\n  questions:\n    - question: What helps?\n      choices: [Ask, Tell]\n      answer: 0\n",
        "1:1: error S009 not-a-bank: the whole bank stands below `quiz`, and here its fields stand at the margin; write `format: 1`, `bank: my-bank`, `title: My bank`, `topic: goal-setting` and `items:` there, and the questions below it",
        None,
        id="a bank inside a field",
    ),
    pytest.param(
        '{"questions": [{"question": "What helps?", "options": ["Ask", "Tell"], "answer": "Ask"}]}\n',
        "1:1: error S009 not-a-bank: the file begins with its questions and has no header, which says what bank it is; write `format: 1`, `bank: my-bank`, `title: My bank`, `topic: goal-setting` above it",
        None,
        id="questions in JSON without a header",
    ),
    pytest.param(
        changed(("looks_for", "looks for"), text=POINTS),
        "9:5: error S003 unknown-field: field names are written with _ between their words, and here stands `looks for`; write `looks_for:`",
        POINTS,
        id="a field name with a space",
    ),
    pytest.param(
        changed(("    stem", "    objective: Ask instead of telling\n    stem")),
        '7:16: error S006 bad-value: no objective is called "Ask instead of telling"; an id like `break-it-down` belongs here; use one of: ask-dont-tell, open-questions, new-perspectives, walk-beside, honour-feelings, trust-in-self, shared-experience',
        None,
        id="an objective that there is not",
    ),
    pytest.param(
        "::Q1:: What helps Dana most right now? {\n=Ask her\n~Tell her\n}\n",
        "1:1: error S009 not-a-bank: these are questions in GIFT, as Moodle writes them, not a bank; `cps-quiz import --to new.yaml` makes a bank of it",
        None,
        id="GIFT",
    ),
    pytest.param(
        "<?xml version='1.0'?>\n<quiz></quiz>\n",
        "1:1: error S009 not-a-bank: this is XML, not a bank; `cps-quiz import --to new.yaml` makes a bank of it if it comes from Moodle, Canvas or Brightspace",
        None,
        id="XML",
    ),
    pytest.param(
        changed(("topic: reflection\n", "topic: reflection\nlanguage: en_US\n")),
        '5:11: error S006 bad-value: "en_US" is no language tag; write en-US',
        changed(("topic: reflection\n", "topic: reflection\nlanguage: en-US\n")),
        id="a language as computers name it",
    ),
    pytest.param(
        changed((" correct:", " bonne réponse:"), ("wrong:", "mauvaise réponse:")),
        "9:9: error S003 unknown-field: this is written in another program's words: `bonne réponse` for `correct`, `mauvaise réponse` for `wrong`; write `correct:`, `wrong:`",
        BANK,
        id="labels of two words in French",
    ),
    pytest.param(
        changed(("why:", "becuz:")),
        "10:9: error S003 unknown-field: `becuz` is not a field of an option; use one of: correct, misconception, names, objective, why, wrong",
        None,
        id="a field that nobody knows in each option",
    ),
    pytest.param(
        changed(("    stem", "    type: multiple\n    stem"), ("wrong: Hand", "correct: Hand")),
        "13:24: error S006 bad-value: a correct option shows no misconception; start the option with `wrong:` if it is one; else delete it, or mark the item `negative: true`",
        None,
        id="a label of one of several that are right",
    ),
    pytest.param(
        f"{STEM}    option1: Ask her\n    option2: Tell her\n    answer: 1\n",
        "8:5: error S003 unknown-field: the options stand beside the stem, as `option1`, `option2`; write `options:`, and below it `- correct: ...` or `- wrong: ...` for each, with its `why: ...`",
        None,
        id="numbered options beside the stem",
    ),
    pytest.param(
        changed(
            ("items:\n", "scenarios:\n  dana-lost: Dana feels lost.\nitems:\n"),
            ("    stem", "    scenario: dana-losst\n    stem"),
        ),
        '9:15: error R105 unknown-scenario: no scenario of this file is called "dana-losst"; did you mean `dana-lost`?',
        None,
        id="a slip of a situation",
    ),
    pytest.param(
        changed(
            ("items:\n", "scenarios:\n  - id: dana-lost\n    text: Dana feels lost.\nitems:\n"),
            ("    stem", "    scenario: dana-lost\n    stem"),
        ),
        "6:3: error S005 wrong-type: a list stands here, and the `scenarios` stand below their ids; write `dana-lost: ...` with its text in place of `- id: dana-lost` and the lines below it",
        None,
        id="situations as a list",
    ),
    pytest.param(
        changed(
            ("items:\n", "scenarios:\n  dana-1: Dana feels lost.\n  dana-2: Dana feels well.\nitems:\n"),
            ("    stem", "    scenario: dana-1\n    stem"),
        ),
        '7:3: warning R106 unused-definition: nothing in this file uses the scenario "dana-2"; use it, or delete it',
        None,
        id="a situation that nothing names, though a name is like it",
    ),
]


@pytest.mark.parametrize(("text", "message", "after"), KINDS)
def test_one_message_for_each_kind(text: str, message: str, after: str | None) -> None:
    assert checked(text).report.splitlines() == [f"a.yaml:{message}"]
    assert mended(text) == (as_text(text).text if after is None else after)


def test_words_are_counted_only_where_spaces_part_them() -> None:
    text = changed(("It starts from her own aims and keeps the choice in her hands.", "从她自己的目标出发。"))

    assert "E306" not in checked(text).report


def test_letters_of_steps_in_another_order_may_be_their_right_one() -> None:
    steps = "    type: order\n    stem: In which order?\n    steps:\n      - 2. Ask him\n      - 3. Wait\n      - 1. Listen\n    why: A.\n"

    assert "K208" not in checked(f"{HEAD}  - id: mine-3\n{steps}").report
