"""Whole sittings on the page, in a real browser: with keys and with fingers, narrow and wide."""

from collections.abc import Iterator

import pytest
from browser import NAMES, chromium
from practicing import Visitor, page_of, visitor

from cps_quiz.bank.files import shipped
from cps_quiz.bank.loading import load

pytestmark = pytest.mark.skipif(not chromium(), reason=f"none of {', '.join(NAMES)} is on PATH")

LIBRARY = load([shipped()])
WIDTHS = (320, 768, 1280)
NOW = "ITEMS.get(recall('drill').queue[0][0])"
"""The item that is asked now."""


@pytest.fixture(scope="module")
def one_browser() -> Iterator[Visitor]:
    with visitor(page_of(LIBRARY)) as somebody:
        somebody.open()
        yield somebody


@pytest.fixture
def somebody(one_browser: Visitor) -> Visitor:
    one_browser.open()  # an exam that is left is kept as its page goes
    one_browser.forget()
    one_browser.open()
    return one_browser


def answer_by_keys(somebody: Visitor, *, right: bool = True) -> None:
    """Answer what is asked, whatever its type."""
    kind = somebody.run(f"{NOW}.kind")
    if kind == "write":
        somebody.run("document.querySelector('textarea').focus()")
        somebody.write("I would ask what matters to them.")
        somebody.tap("See a good answer")
        somebody.press("a", "Enter")
        return
    letters = somebody.letters_of_key()
    if not right:
        others = [letter for letter in "abcd" if letter not in letters]
        letters = letters[::-1] if kind == "order" else others[0]
    somebody.press(*letters)
    if kind != "one":
        somebody.press("Enter")


def goes_on(somebody: Visitor) -> bool:
    """Whether Enter leads to another question."""
    somebody.press("Enter")
    return bool(somebody.run("Boolean(recall('drill'))"))


@pytest.mark.parametrize("width", WIDTHS)
def test_a_drill_by_keys_alone(somebody: Visitor, width: int) -> None:
    somebody.open(width)
    somebody.press("Enter")
    assert somebody.heading.startswith("Question 1 of 10.")

    answer_by_keys(somebody, right=False)
    asked = 1
    while goes_on(somebody):
        answer_by_keys(somebody)
        asked += 1
        assert asked < 20

    log = somebody.log()
    again = [entry for entry in log if entry["again"]]
    assert len(log) == asked == 10 + len(again)
    assert len({entry["objective"] for entry in log if not entry["again"]}) == 10
    missed = [entry["item"] for entry in log[:1] if entry["score"] < 1 and not entry["self_assessed"]]
    assert [entry["item"] for entry in again] == missed
    assert "at the first try" in somebody.heading
    assert somebody.browser.seen() == ([], [])


def answer_by_touch(somebody: Visitor) -> None:
    """Answer what is asked, choosing what is right."""
    several = somebody.run(f"{NOW}.kind") != "one"
    shown = somebody.options
    for letter in somebody.letters_of_key():
        somebody.tap(f"{letter} {shown['abcdef'.index(letter)]}")
    if several:
        somebody.tap("Hand in")


@pytest.mark.parametrize("width", WIDTHS)
def test_a_drill_by_touch(somebody: Visitor, width: int) -> None:
    somebody.open(width, touch=True)
    somebody.run("document.getElementById('topic').value = 'reflection'")
    somebody.run("document.getElementById('size').value = '5'")
    somebody.tap("Start")
    for _ in range(12):
        if somebody.run("!recall('drill')"):
            break
        if somebody.run("Boolean(document.querySelector('textarea'))"):
            somebody.tap("See a good answer")
            somebody.tap("Done")
        else:
            answer_by_touch(somebody)
        assert "Right" in somebody.heading or "You ticked" in somebody.heading
        somebody.tap("Next")

    assert len(somebody.log()) == 5
    assert {entry["topic"] for entry in somebody.log()} == {"reflection"}
    assert somebody.heading.startswith(("5 of 5", "4 of 4", "3 of 3"))
    assert somebody.hands == {"touch"}
    assert somebody.browser.seen() == ([], [])


@pytest.mark.parametrize("width", WIDTHS)
def test_a_mock_exam_from_its_start_to_its_review(somebody: Visitor, width: int) -> None:
    somebody.open(width)
    somebody.tap("Mock exam")
    somebody.run("document.getElementById('exam-size').value = '6'")
    somebody.tap("Start")
    assert "A mock exam of 6 questions. Time: 60 minutes. Target: 80%." in somebody.text
    somebody.press("Enter")
    for number in range(1, 7):
        assert somebody.heading == f"Question {number} of 6"
        if number != 3:
            somebody.press(*somebody.letters_of_key())
        if number == 5:
            somebody.press("f")
            assert somebody.status == "Flagged."
        somebody.press("Enter")
    assert somebody.heading == "Overview"
    assert "3 ." in somebody.text
    somebody.press("s")
    assert "1 question is open: 3. Hand in all the same?" in somebody.text
    somebody.press("x")
    somebody.press("t")
    assert "on a break" in somebody.text
    somebody.press("Enter", "s", "Enter")

    assert somebody.heading == "5 of 6 questions right (83%)."
    assert "That meets your target of 80%." in somebody.text
    assert "1 break" in somebody.text
    assert len(somebody.log()) == 5
    somebody.press("m")
    assert somebody.heading == "Question 3. Left open."
    somebody.press("Enter")
    somebody.tap("Progress")
    assert "5 of 6 questions right (83%)." in somebody.text
    assert somebody.browser.seen() == ([], [])


@pytest.mark.parametrize("width", WIDTHS)
def test_a_mock_exam_by_touch_alone(somebody: Visitor, width: int) -> None:
    somebody.open(width, touch=True)
    somebody.tap("Mock exam")
    somebody.tap("How many questions")
    somebody.run("document.activeElement.select()")  # as the long press on a phone does
    somebody.write("6")
    somebody.tap("Start")
    assert "A mock exam of 6 questions. Time: 60 minutes. Target: 80%." in somebody.text
    somebody.tap("Start")
    for number in range(1, 7):
        assert somebody.heading == f"Question {number} of 6"
        shown = somebody.options
        letters = somebody.letters_of_key()
        if number in {1, 5}:  # chosen wrongly at first, then taken back
            somebody.tap(f"a {shown[0]}")
            somebody.tap("Take answer back")
        if number != 3:
            for letter in letters:
                somebody.tap(f"{letter} {shown['abcdef'.index(letter)]}")
        if number in {2, 4}:
            somebody.tap("Flag")
            assert somebody.status == "Flagged."
        somebody.tap("Next")
    assert somebody.heading == "Overview"
    assert tags(somebody, ".cells button > [aria-hidden]") == ["1 x", "2 x!", "3 .", "4 x!", "5 x", "6 x"]
    somebody.tap("4 x!")
    assert somebody.heading == "Question 4 of 6"
    somebody.tap("Flag")
    somebody.tap("Back")
    assert somebody.heading == "Question 3 of 6"
    somebody.tap("Hand in")
    assert "1 question is open: 3. Hand in all the same?" in somebody.text
    somebody.tap("Not yet")
    somebody.tap("Break")
    somebody.tap("Go on")
    somebody.tap("Hand in")
    somebody.tap("Hand in now")

    assert somebody.heading == "5 of 6 questions right (83%)."
    somebody.tap("See the 1 flagged")
    assert somebody.heading == "Question 2. Right."
    somebody.tap("Next")
    somebody.tap("See the 1 not right")
    assert somebody.heading == "Question 3. Left open."
    somebody.tap("Back to the result")
    somebody.tap("See all questions")
    for number in range(1, 7):
        assert somebody.heading.startswith(f"Question {number}. ")
        somebody.tap("Next")
    assert somebody.heading == "5 of 6 questions right (83%)."
    assert len(somebody.log()) == 5
    assert somebody.hands == {"touch"}
    assert somebody.browser.overflow() == 0
    assert somebody.browser.seen() == ([], [])


def test_on_a_phone_whatever_is_told_is_in_sight(somebody: Visitor) -> None:
    """However far down the question is scrolled; and it lies over nothing that comes first."""
    somebody.open(320, touch=True)
    somebody.run("beginDrill(DATA.items.filter((item) => item.kind === 'some' && textsOf(item).hint), 1)")
    inside = "((one) => one.top >= 0 && one.bottom <= innerHeight)(%s.getBoundingClientRect())"
    for button, place in (("Hand in", "#status"), ("Undo", "#status"), ("Why this", "#hint"), ("Hint", "#hint")):
        somebody.tap(button)
        assert somebody.run(inside % f"document.querySelector('{place}')"), button
        assert somebody.run(f"document.querySelector('{place}').textContent"), button
    somebody.run("document.querySelector('.options button').click()")
    somebody.tap("Hand in")
    somebody.run("announce('A word')")
    covered = "document.getElementById('status').getBoundingClientRect().bottom"
    assert somebody.run(f"{covered} <= document.querySelector('h1').getBoundingClientRect().top")


def tags(somebody: Visitor, selector: str) -> list[str]:
    found: list[str] = somebody.run(f"[...document.querySelectorAll('{selector}')].map((one) => one.innerText)")
    return found


def test_an_answer_is_explained_with_the_approach_and_what_to_do_instead(somebody: Visitor) -> None:
    somebody.press("Enter")
    tempts = f"{NOW}.kind === 'one' && tempting({NOW}).length > 0"
    while not somebody.run(tempts):
        somebody.press("s")
    wrong = somebody.run(f"shownOrder({NOW}, recall('drill').seed, 0).findIndex((index) => temptation({NOW}, index))")
    somebody.press("abcdef"[wrong])

    assert somebody.heading == "Not this one. Here is why."
    assert "Behind your choice: " in somebody.text
    assert "Instead: " in somebody.text
    assert somebody.status.startswith("Behind your choice: ")
    assert somebody.run("document.activeElement.id") == "heading"
    marks = somebody.run("[...document.querySelectorAll('.explained .mark')].map((mark) => mark.textContent)")
    assert marks == ["\u2717 your choice", "\u2713 best answer"]


def test_undo_skip_flag_hint_and_stop(somebody: Visitor) -> None:
    somebody.press("Enter", "u")
    assert somebody.status == "There is nothing to undo."
    first = somebody.heading, somebody.run("recall('drill').queue[0][0]")
    somebody.press("f")
    assert somebody.run("flags()") == [first[1]]
    answer_by_keys(somebody)
    somebody.press("u")
    assert (somebody.heading, somebody.run("recall('drill').queue[0][0]")) == first
    assert somebody.status == "Your last answer is taken back."
    assert [entry["undone_at"] is None for entry in somebody.log()] == [False]
    somebody.press("s")
    assert somebody.heading.startswith("Question 2 of 10.")
    somebody.press("h")
    assert somebody.status
    somebody.press("q")
    assert somebody.heading.startswith("No question was answered this time.")
    assert "1 skipped." in somebody.text
    somebody.tap("Practice")
    somebody.run("document.getElementById('kind').value = 'flagged'")
    somebody.tap("Start")
    assert somebody.heading.startswith("Question 1 of 1.")


def test_letters_can_be_switched_off_and_never_act_where_one_writes(somebody: Visitor) -> None:
    somebody.tap("Study notes")
    somebody.run("document.getElementById('search').focus()")
    somebody.press("q", "s")
    assert somebody.heading == "Study notes"
    somebody.tap("Your answers")
    somebody.run("document.getElementById('letters').click()")
    somebody.tap("Practice")
    somebody.tap("Start")
    somebody.press("a", "s", "q")
    assert somebody.heading.startswith("Question 1 of 10.")
    assert somebody.log() == []


def test_the_keys_are_shown_in_a_dialog_that_closes(somebody: Visitor) -> None:
    somebody.press("Enter", "?")
    assert somebody.run("document.querySelector('dialog').open")
    assert "skip the question" in somebody.run("document.querySelector('dialog').innerText")
    somebody.press("s")
    assert somebody.run("recall('drill').skipped") == []
    somebody.press("Escape")
    somebody.run("new Promise((done) => setTimeout(done, 50))")  # a dialog tells of its end a little later
    assert somebody.run("document.querySelector('dialog')") is None


def test_notes_approaches_and_search(somebody: Visitor) -> None:
    somebody.tap("Study notes")
    somebody.run("document.getElementById('search').focus()")
    somebody.write("directing")
    assert "found." in somebody.status
    somebody.tap("Directing")
    assert "What to do instead:" in somebody.text
    somebody.press("q")
    somebody.tap("Goal setting")
    goal = next(topic for id_, topic in LIBRARY.curriculum.topics.items() if id_ == "goal-setting")
    for objective in goal.objectives:
        assert objective.title in somebody.text
    somebody.tap("Study notes")
    somebody.run("document.getElementById('search').focus()")
    somebody.write("no such word anywhere")
    assert somebody.status == "Nothing was found. Try another word."


def test_what_was_written_in_own_words_is_shown_as_it_is(somebody: Visitor) -> None:
    somebody.run("beginDrill(DATA.items.filter((item) => item.kind === 'write'), 1)")
    somebody.run("document.querySelector('textarea').focus()")
    somebody.write("<img src=x onerror=document.title='run'>")
    somebody.tap("See a good answer")
    somebody.tap("Done")

    assert "<img src=x onerror=document.title='run'>" in somebody.text
    assert somebody.run("document.querySelectorAll('img').length") == 0
    assert somebody.run("document.title") != "run"
