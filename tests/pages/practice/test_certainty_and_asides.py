"""How sure one is, and what is put aside: on the page as in the terminal, and from one to the other."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import NAMES, chromium
from practicing import Visitor, page_of, saved, take_in, visitor
from program import Program

from cps_quiz.bank.loading import load

pytestmark = pytest.mark.skipif(not chromium(), reason=f"none of {', '.join(NAMES)} is on PATH")

BANKS = Path(__file__).parent.parent.parent / "cli" / "practice"
LIBRARY = load([BANKS])
NOW = "ITEMS.get(recall('drill').queue[0][0])"
SINGLES = "DATA.items.filter((item) => item.kind === 'one')"


@pytest.fixture(scope="module")
def one_browser() -> Iterator[Visitor]:
    with visitor(page_of(LIBRARY)) as somebody:
        somebody.open()
        yield somebody


@pytest.fixture
def somebody(one_browser: Visitor) -> Visitor:
    one_browser.open()
    one_browser.forget()
    one_browser.open()
    return one_browser


def asks_sure(somebody: Visitor) -> None:
    somebody.tap("Ask me after each answer how sure I was")


@pytest.mark.parametrize(("key", "said"), [("1", "sure"), ("2", "unsure"), ("3", "guessing"), ("Enter", None)])
def test_a_drill_asks_how_sure_one_was_before_it_tells_anything(somebody: Visitor, key: str, said: str | None) -> None:
    asks_sure(somebody)
    somebody.run(f"beginDrill({SINGLES}, 1)")
    somebody.press(somebody.letters_of_key())

    assert somebody.heading == "How sure were you of your answer?"
    assert "Right." not in somebody.text
    assert somebody.log() == []
    somebody.press("z")
    assert somebody.status == "Press 1, 2 or 3, or Enter to pass."
    somebody.press(key)
    assert somebody.heading == "Right."
    assert [entry["confidence"] for entry in somebody.log()] == [said]


def test_it_is_said_by_touch_too_and_never_asked_of_own_words(somebody: Visitor) -> None:
    somebody.open(320, touch=True)
    asks_sure(somebody)
    somebody.run("beginDrill(DATA.items.filter((item) => item.kind === 'write'), 1)")
    somebody.tap("See a good answer")
    somebody.tap("Done")
    assert somebody.heading.startswith("You ticked")
    somebody.run(f"beginDrill({SINGLES}, 1)")
    letter = somebody.letters_of_key()
    somebody.tap(f"{letter} {somebody.options['abcd'.index(letter)]}")
    somebody.tap("2 unsure")

    assert somebody.log()[-1]["confidence"] == "unsure"
    assert somebody.hands == {"touch"}


def test_the_choice_is_remembered_and_travels(somebody: Visitor, run: Program, tmp_path: Path) -> None:
    asks_sure(somebody)
    somebody.open()
    assert somebody.run("document.getElementById('ask-sure').checked")
    assert run("history", "import", saved(somebody, tmp_path)).code == 0
    shown = run("drill", "-n", "1", "--seed", "3", "--bank", BANKS / "curriculum.yaml", "--bank", BANKS / "single.yaml",
                stdin="a\n1\n").out  # fmt: skip

    assert "How sure were you?" in shown
    exported = run("history", "export").out
    somebody.forget()
    somebody.open()
    file = tmp_path / "exported.jsonl"
    file.write_text(exported, encoding="utf-8")
    take_in(somebody, file)
    assert somebody.run("asksSure()")
    assert [entry["confidence"] for entry in somebody.log()] == ["sure"]


def test_what_was_wrong_though_sure_comes_first_and_a_right_guess_as_a_miss(somebody: Visitor) -> None:
    cases = {
        "sure-miss": {"score": 0, "confidence": "sure"},
        "new": None,
        "miss": {"score": 0, "confidence": None},
        "right-guess": {"score": 1, "confidence": "guessing"},
        "right": {"score": 1, "confidence": "sure"},
    }
    ranks = somebody.run(f"Object.values({json.dumps(cases)}).map(urgency)")

    assert ranks == [0, 1, 2, 2, 3]


def test_progress_tells_how_often_one_was_right_when_sure(somebody: Visitor, run: Program, tmp_path: Path) -> None:
    asks_sure(somebody)
    somebody.run(f"beginDrill({SINGLES}, 2)")
    somebody.press(somebody.letters_of_key(), "1")
    somebody.press("Enter")
    key = somebody.letters_of_key()
    somebody.press(next(letter for letter in "ab" if letter != key), "1")
    somebody.tap("Progress")

    assert "When sure: right 1 of 2 times." in somebody.text
    run("history", "import", saved(somebody, tmp_path))
    theirs = json.loads(run("progress", "--json").out)["calibration"]
    ours = json.loads(somebody.run("JSON.stringify(totals().calibration)"))
    assert {one["certainty"]: {"asked": one["asked"], "right": one["right"]} for one in ours} == theirs


def test_an_exam_marks_by_certainty_as_the_program_does(somebody: Visitor, run: Program, tmp_path: Path) -> None:
    somebody.tap("Mock exam")
    somebody.tap("Say how sure I am of each answer")
    somebody.run("document.getElementById('exam-size').value = '4'")
    somebody.tap("Start")
    somebody.press("Enter", "1")
    assert somebody.status == "Answer first, then say how sure you are."
    somebody.press(*somebody.letters_of_key())
    somebody.tap("1 sure")
    assert somebody.status == "You are sure."
    somebody.press("n")
    somebody.press(*somebody.letters_of_key(), "3", "p")
    assert somebody.run("document.querySelector('#certainty [aria-pressed=true]').innerText") == "1 sure"
    somebody.press("?")
    assert "how sure you are of your answer" in somebody.run("document.querySelector('dialog').innerText")
    somebody.press("Escape")
    somebody.run("new Promise((done) => setTimeout(done, 50))")
    somebody.press("s", "Enter")

    told = somebody.text
    assert "Marked by certainty, standard (+1 +2 +3, wrong 0 -2 -6; sure pays from 80% on): 4 of" in told
    assert "When sure: 1 of 1 right (100%)." in told
    assert run("history", "import", saved(somebody, tmp_path)).code == 0
    theirs = run("exam", "show", "1", "--bank", BANKS).out.splitlines()
    marked = [line for line in theirs if line.startswith(("Marked by", "When "))]
    assert len(marked) == 4
    assert [line for line in marked if line not in told] == []
    assert [entry["confidence"] for entry in somebody.log()] == ["sure", "guessing"]


def test_another_answer_takes_the_certainty_of_the_one_before_away(somebody: Visitor) -> None:
    somebody.run("prepareExam({ topic: '', size: 1, minutes: 9, factor: 1, untimed: true, certainty: true })")
    somebody.press("Enter")
    somebody.run(f"EXAM.state.places[0].item = ({SINGLES})[0].id; examQuestion()")
    somebody.press("a", "2", "a")
    assert somebody.run("EXAM.state.places[0].certainty") == "unsure"
    somebody.press("b")
    assert somebody.run("EXAM.state.places[0].certainty") is None


def test_an_exam_without_an_answer_is_not_kept(somebody: Visitor) -> None:
    somebody.run("prepareExam({ topic: '', size: 2, minutes: 9, factor: 1, untimed: false })")
    somebody.press("Enter", "s", "Enter")

    assert somebody.status == "No question was answered, so this exam is not kept."
    assert somebody.run("allExams().length") == 0


def test_a_question_that_is_put_aside_is_asked_no_more_until_it_is_brought_back(somebody: Visitor) -> None:
    somebody.run(f"beginDrill({SINGLES}, 2)")
    item = somebody.run(f"{NOW}.id")
    key = somebody.letters_of_key()
    somebody.press(next(letter for letter in "ab" if letter != key), "Enter")  # a miss, which would come back
    somebody.press(somebody.letters_of_key(), "Enter")
    assert somebody.heading.startswith("Once more")
    somebody.press("x")

    assert somebody.status.startswith("Put aside: it is not asked any more.")
    assert "at the first try" in somebody.heading
    assert somebody.run(f"askable(DATA.items).some((item) => item.id === '{item}')") is False
    somebody.run("beginDrill(DATA.items, 1000)")
    assert item not in [id_ for id_, _ in somebody.run("recall('drill').queue")]
    most = somebody.run("longestForm(DATA.items, DATA.topics, 1000)")
    drawn = f"Array.from({{ length: 20 }}, (_, seed) => drawForm(DATA.items, DATA.topics, {most}, new Map(), seed))"
    forms = somebody.run(f"{drawn}.flat().map((item) => item.id)")
    assert len(forms) == 20 * most > 0
    assert item not in forms

    somebody.open()
    somebody.tap("Your answers")
    assert "What you put aside" in somebody.text
    assert somebody.run(f"stemOf(ITEMS.get('{item}'))") in somebody.text.replace("\n", " ")
    somebody.tap("Ask it again")
    assert somebody.status == "It is asked again."
    assert "What you put aside" not in somebody.text
    assert somebody.run(f"askable(DATA.items).some((item) => item.id === '{item}')")


def test_an_exam_goes_without_a_topic_that_is_put_aside(somebody: Visitor) -> None:
    topic = somebody.run("DATA.topics[0].id")
    somebody.run(f"setAside('topic', '{topic}', true)")
    somebody.run("prepareExam({ topic: '', size: 50, minutes: 9, factor: 1, untimed: false })")
    somebody.press("Enter")

    topics = somebody.run("EXAM.state.places.map((place) => ITEMS.get(place.item).topic)")
    assert topics
    assert topic not in topics


def test_undo_does_not_bring_back_what_was_put_aside(somebody: Visitor) -> None:
    somebody.run("beginDrill(DATA.items.filter((item) => item.kind !== 'write'), 3)")
    somebody.press(*somebody.letters_of_key(), *(["Enter"] if somebody.run(f"{NOW}.kind") != "one" else []))
    somebody.press("Enter")
    item = somebody.run(f"{NOW}.id")
    somebody.press("x", "u")

    assert somebody.status == "Your last answer is taken back."
    assert item not in [id_ for id_, _ in somebody.run("recall('drill').queue")]


def test_what_is_put_aside_is_so_in_the_program_and_the_other_way_round(
    somebody: Visitor, run: Program, tmp_path: Path
) -> None:
    one, other = somebody.run(f"({SINGLES}).slice(0, 2).map((item) => item.id)")
    topic = somebody.run("DATA.topics[0].id")
    somebody.run(f"setAside('item', '{one}', true)")
    assert run("history", "import", saved(somebody, tmp_path)).code == 0
    drill = run("drill", "-n", "50", "--new", "--bank", BANKS, stdin="")
    assert somebody.run(f"stemOf(ITEMS.get('{one}'))")[:30] not in drill.out

    run("bank", "aside", other, "--bank", BANKS)
    run("bank", "aside", topic, "--bank", BANKS)
    run("bank", "back", one, "--bank", BANKS)
    file = tmp_path / "exported.jsonl"
    file.write_text(run("history", "export").out, encoding="utf-8")
    take_in(somebody, file)
    away = somebody.run("recallAll('aside').filter((line) => line.on).map((line) => line.aside)")
    assert sorted(away) == sorted([other, topic])
    assert somebody.run(f"askable(DATA.items).every((item) => item.topic !== '{topic}')")
