"""What the page keeps in the browser, and what it says where it can keep nothing."""

import base64
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import NAMES, chromium
from practicing import Visitor, page_of, visitor

from cps_quiz.bank.loading import load

pytestmark = pytest.mark.skipif(not chromium(), reason=f"none of {', '.join(NAMES)} is on PATH")

LIBRARY = load([Path(__file__).parent.parent.parent / "cli" / "practice"])
PAGE = page_of(LIBRARY)
NOW = "ITEMS.get(recall('drill').queue[0][0])"


@pytest.fixture(scope="module")
def one_browser() -> Iterator[Visitor]:
    with visitor(PAGE) as somebody:
        somebody.open()
        yield somebody


@pytest.fixture
def somebody(one_browser: Visitor) -> Visitor:
    one_browser.open()
    one_browser.forget()
    one_browser.open()
    return one_browser


def answer_one(somebody: Visitor) -> None:
    """Go on to a question with one right option, and answer it wrongly."""
    while somebody.run(f"{NOW}.kind") != "one":
        somebody.press("s")
    key = somebody.letters_of_key()
    somebody.press(next(letter for letter in "abc" if letter != key))


def test_answers_and_the_place_in_a_drill_survive_a_reload(somebody: Visitor) -> None:
    somebody.press("Enter")
    answer_one(somebody)
    kept, queue = somebody.log(), somebody.run("JSON.stringify(recall('drill').queue)")
    assert len(kept) == 1

    somebody.open()
    assert somebody.log() == kept
    assert "A drill was cut off at question" in somebody.text
    somebody.press("Enter")
    assert somebody.run("JSON.stringify(recall('drill').queue)") == queue
    somebody.press("u")
    assert somebody.log()[0]["undone_at"]


def test_an_answer_is_kept_before_it_is_explained(somebody: Visitor) -> None:
    somebody.press("Enter")
    somebody.run("""Storage.prototype.setItem = ((set) => function (name, value) {
      set.call(this, name, value);
      if (name.includes("answer/")) window.shownThen = document.querySelector("h1").innerText;
    })(Storage.prototype.setItem)""")
    answer_one(somebody)

    assert somebody.run("window.shownThen").startswith("Question ")
    assert somebody.heading == "Not this one. Here is why."


def test_an_exam_goes_on_after_a_reload_with_the_time_that_was_left(somebody: Visitor) -> None:
    somebody.tap("Mock exam")
    somebody.run("document.getElementById('exam-size').value = '2'")
    somebody.tap("Start")
    somebody.press("Enter")
    somebody.press(*somebody.letters_of_key())
    somebody.run("EXAM.state.spent = 3000; keepExam()")
    somebody.open()
    somebody.tap("Mock exam")

    assert "A mock exam was left at question 1 of" in somebody.text
    assert "10 minutes left." in somebody.text
    somebody.press("Enter")
    assert somebody.heading.startswith("Question 1 of")
    somebody.run("EXAM.state.spent = 3599.5; tick(); EXAM.readAt -= 2000; tick()")
    assert "Time is up." in somebody.status
    assert "The exam ended because the time was up." in somebody.text
    assert somebody.run("allExams()[0].record.breaks.resumed") == 1
    assert somebody.run("allExams()[0].record.spent") == 3600


def test_another_menu_item_leaves_the_exam_and_stops_its_clock(somebody: Visitor) -> None:
    somebody.tap("Mock exam")
    somebody.run("document.getElementById('exam-size').value = '2'")
    somebody.tap("Start")
    somebody.press("Enter")
    somebody.tap("Study notes")
    somebody.run("new Promise((done) => setTimeout(done, 50))")

    assert somebody.status == "The exam is kept, and its clock stands still."
    assert somebody.run("EXAM.state") is None
    assert somebody.run("readExam().places.length") == 2


def test_forgetting_asks_once_and_leaves_nothing(somebody: Visitor) -> None:
    somebody.press("Enter")
    answer_one(somebody)
    somebody.tap("Your answers")
    somebody.tap("Forget everything")
    assert len(somebody.log()) == 1
    somebody.tap("Yes, forget everything")

    assert somebody.status == "Everything is forgotten."
    assert somebody.run("localStorage.length") == 0
    assert "0 answers and 0 mock exams are kept." in somebody.text


def test_a_full_storage_is_told_of_and_the_drill_goes_on(somebody: Visitor) -> None:
    somebody.press("Enter")
    somebody.run("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }")
    answer_one(somebody)

    assert "From here nothing is kept" in somebody.text
    assert len(somebody.log()) == 1
    somebody.tap("Your answers")
    assert "1 answer and 0 mock exams are held until you close the page." in somebody.text


def test_where_there_is_no_storage_it_runs_from_memory_and_says_so(somebody: Visitor) -> None:
    data = base64.b64encode(PAGE.encode()).decode()
    somebody.browser.open(f"data:text/html;base64,{data}", 360)

    assert "This browser keeps nothing for this page" in somebody.text
    somebody.press("Enter")
    answer_one(somebody)
    assert len(somebody.log()) == 1
    somebody.tap("Mock exam")
    somebody.tap("Start")
    assert "This browser keeps nothing for this page" in somebody.text
    assert somebody.browser.seen() == ([], [])


def test_what_others_left_in_the_storage_does_no_harm(somebody: Visitor) -> None:
    somebody.press("Enter")
    answer_one(somebody)
    junk = {"answer/1": "no json", "answer/2": "{}", "answer/3": "null", "exam/1": "[1]", "drill": "7"}
    junk |= {"exam-now": '{"places": 1}', "flags": '{"a": 1}', "letters": '"x"', "other/1": '"x"'}
    somebody.run(
        f"Object.entries({json.dumps(junk)}).forEach(([name, text]) => localStorage.setItem('cps-quiz/' + name, text))"
    )
    seen = somebody.open()
    for part in ("Mock exam", "Study notes", "Progress", "Your answers", "Practice"):
        somebody.tap(part)

    assert seen.trouble == []
    assert somebody.browser.seen().trouble == []
    assert len(somebody.log()) == 1


def test_two_windows_keep_the_answers_of_both(somebody: Visitor) -> None:
    somebody.press("Enter")
    answer_one(somebody)
    entry_id = somebody.log()[0]["id"]
    entry = {**somebody.log()[0], "id": "from-another-window"}
    somebody.run(f"localStorage.setItem('cps-quiz/answer/from-another-window', {json.dumps(json.dumps(entry))})")
    somebody.press("u")
    somebody.open()

    assert {one["id"] for one in somebody.log()} == {"from-another-window", entry_id}
