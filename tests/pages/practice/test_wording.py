"""The words of the page are those of `words/`, with gaps that its script can fill."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import cps_quiz.pages.practice.page as page_module
from cps_quiz.core.drill.drill import Answer, Turn
from cps_quiz.core.exam.report import Part
from cps_quiz.core.questions.response import Chosen
from cps_quiz.core.questions.scoring import Score
from cps_quiz.pages.practice.wording import KEYS, wording
from cps_quiz.words import drill, exam, exam_result, practice_page

from pages import GIVING, GLOSSARY, ONE  # isort: skip

WORDS = wording()
SCRIPT = "\n".join(
    Path(page_module.__file__).with_name("script").joinpath(f"{name}.js").read_text(encoding="utf-8")
    for name in page_module.SCRIPTS
)
SUBJECTS = "|".join(WORDS)


def sentences(value: Any) -> Iterator[str]:  # noqa: ANN401 - any tree of words
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from sentences(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from sentences(inner)


def filled(sentence: str, **values: object) -> str:
    return re.sub(r"\{(\w+)\}", lambda found: str(values[found[1]]), sentence)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        pytest.param(
            filled(WORDS["drill"]["partly"], share="50%"),
            drill.verdict(Answer(Turn(ONE), Chosen((0,)), Score(0.5))),
            id="verdict",
        ),
        pytest.param(filled(WORDS["drill"]["question"], number=3, total=10), drill.question(3, 10), id="question"),
        pytest.param(filled(WORDS["drill"]["ticked"], made=1, points=3), drill.ticked(1, 3), id="ticked"),
        pytest.param(
            filled(WORDS["exam"]["open"]["many"], count=3, numbers="1, 4 to 5"),
            exam.some_open(3, "1, 4 to 5"),
            id="open",
        ),
        pytest.param(
            filled(WORDS["result"]["score"]["many"], right=7, asked=8, share="88%"),
            exam_result.score(Part("", 7, 8)),
            id="score",
        ),
        pytest.param(
            filled(WORDS["result"]["target_close"]["one"], count=1, target=80),
            exam_result.target_missed(1, 80, close=True),
            id="target",
        ),
        pytest.param(
            filled(WORDS["feedback"]["approach"], name=GLOSSARY.misconception(GIVING)),
            f"{GLOSSARY.misconception(GIVING)}.",
            id="approach",
        ),
    ],
)
def test_a_filled_sentence_is_what_the_program_says(ours: str, theirs: str) -> None:
    assert ours == theirs


def test_every_gap_is_a_name_and_nothing_of_python_is_left() -> None:
    for sentence in sentences(WORDS):
        assert "{" not in re.sub(r"\{[a-z_]+\}", "", sentence)
        assert "<" not in sentence


def test_every_word_of_the_page_is_used_by_its_script_or_its_texts() -> None:
    python = "".join(path.read_text(encoding="utf-8") for path in Path(page_module.__file__).parent.glob("*.py"))
    for name in vars(practice_page):
        if name.isupper():
            assert re.search(rf"SAY\.{name.lower()}\b", SCRIPT) or f"page_words.{name}" in python, name


def test_the_help_of_the_page_tells_of_its_keys_alone_and_of_all_of_them() -> None:
    told = {key for part in ("drill", "exam", "exam_sure") for key, _ in WORDS["keys"][part]}

    assert told == KEYS
    for key in (key for key in KEYS if len(key) == 1):
        assert re.search(rf"^    {key}: |[,{{] {key}: ", SCRIPT, re.MULTILINE), key


def test_the_script_asks_for_no_words_that_are_not_there() -> None:
    for name in re.findall(r"\bSAY\.(\w+)", SCRIPT):
        assert name in WORDS["page"], name
    for subject, name in re.findall(rf"WORDS\.({SUBJECTS})\.(\w+)", SCRIPT):
        assert name in WORDS[subject], f"{subject}.{name}"


def test_the_script_has_no_sentences_of_its_own() -> None:
    without_comments = re.sub(r"/\*.*?\*/", "", SCRIPT, flags=re.DOTALL)
    found = re.findall(r"\"[^\"\n]*\"|'[^'\n]*'", without_comments)
    spoken = [text for text in found if re.search(r"[a-z]{2,}[.!?]?\s+[A-Za-z][a-z]+ [a-z]{2,}", text)]
    assert spoken == []
