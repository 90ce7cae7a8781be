"""A key in which a slip was mended keeps its memory, one that says something else starts anew: in any order."""

import json
from collections.abc import Iterator
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from cps_quiz.bank.files import shipped
from cps_quiz.bank.loading import load
from cps_quiz.core.memory.cards import Memory, review
from cps_quiz.core.memory.stability import Grade
from cps_quiz.core.questions.bank import ItemId, TopicId
from cps_quiz.core.questions.fingerprint import key_print, key_texts, print_of_key
from cps_quiz.core.record.asked_keys import keys_in
from cps_quiz.core.record.log import Attempt, Logged, Question, Rest
from cps_quiz.journeys.asked_questions import kept
from cps_quiz.store.progress import Progress

START, DAY = 1_800_000_000_000, 86_400_000
SLIP, MENDED = "Ask what she makes of it, and wiat", "Ask what she makes of it, and wait"
TURNED, OTHER = "Ask what she makes of it, and do not wait", "Tell her what to do"
DAYS = (date(2027, 1, 15), date(2027, 1, 25))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Progress]:
    progress = Progress(tmp_path / "progress.db")
    yield progress
    progress.close()


def key(text: str) -> str:
    return print_of_key([text], in_order=False)


def question(text: str) -> Question:
    body = {"options": [{"correct": text, "why": "Opens."}, {"wrong": "Tell", "why": "Closes."}]}
    return Question(f"asked {text}", f"print {text}", json.dumps({"id": "one", "body": body}))


def answer(number: int, text: str) -> Logged:
    return Logged(
        id=f"answer-{number}",
        attempt="sitting",
        item=ItemId("one"),
        topic=TopicId("t"),
        objective=None,
        fingerprint=f"print {text}",
        key=key(text),
        response={"chosen": [0]},
        offered=(),
        chosen=((text, None),),
        score=1.0,
        self_assessed=False,
        again=0,
        confidence=None,
        cram=False,
        seed=1,
        seconds=1.0,
        answered_at=START + 10 * number * DAY,
        day=DAYS[number].isoformat(),
    )


def memory(store: Progress) -> Memory:
    found = store.past()[ItemId("one")].memory
    assert found is not None
    return found


def gone_on(text: str) -> Memory:
    first = review(None, Grade.GOOD, DAYS[0], key(text))
    return review(first, Grade.GOOD, DAYS[1], key(text))


def anew(text: str) -> Memory:
    return review(None, Grade.GOOD, DAYS[1], key(text))


CASES = [
    pytest.param(SLIP, MENDED, gone_on(MENDED), id="a slip mended"),
    pytest.param(MENDED, SLIP, gone_on(SLIP), id="a slip made"),
    pytest.param(MENDED, TURNED, anew(TURNED), id="turned around"),
    pytest.param(MENDED, OTHER, anew(OTHER), id="another key"),
    pytest.param(
        "Wait for 10 days, then ask her",
        "Wait for 14 days, then ask her",
        anew("Wait for 14 days, then ask her"),
        id="another number",
    ),
]


@pytest.mark.parametrize(("old", "new", "wanted"), CASES)
def test_a_mended_key_keeps_the_memory(store: Progress, old: str, new: str, wanted: Memory) -> None:
    attempt = Attempt("sitting", "drill", 1, START, "{}")
    for number, text in enumerate((old, new)):
        store.keep_questions([question(text)])
        store.record(answer(number, text), attempt)

    assert memory(store) == wanted
    store.rebuild()
    assert memory(store) == wanted


def test_where_the_old_text_is_not_known_the_key_starts_anew(store: Progress) -> None:
    attempt = Attempt("sitting", "drill", 1, START, "{}")
    store.record(answer(0, SLIP), attempt)
    store.keep_questions([question(MENDED)])
    store.record(answer(1, MENDED), attempt)

    assert memory(store) == anew(MENDED)


@pytest.mark.parametrize(("old", "new", "wanted"), CASES)
def test_answers_and_questions_may_come_in_any_order(tmp_path: Path, old: str, new: str, wanted: Memory) -> None:
    steps = {
        "old answer": lambda store: store.merge([(answer(0, old), None)]),
        "new answer": lambda store: store.merge([(answer(1, new), None)]),
        "old question": lambda store: store.merge_rest(Rest(questions=(question(old),))),
        "new question": lambda store: store.merge_rest(Rest(questions=(question(new),))),
    }
    for number, order in enumerate(permutations(steps)):
        store = Progress(tmp_path / f"{number}.db")
        for step in order:
            steps[step](store)
        assert memory(store) == wanted, order
        store.close()


def test_the_keys_of_all_types_are_known_from_questions_as_they_were_asked(practice: Path) -> None:
    for item in load([practice, shipped()]).items:
        assert keys_in([kept(item).text]) == {key_print(item): key_texts(item)}


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"body": 3}', '{"body": {"options": [3, {"correct": 4}], "steps": 5}}']
)
def test_a_damaged_question_tells_no_key(text: str) -> None:
    assert keys_in([text]) == {}
