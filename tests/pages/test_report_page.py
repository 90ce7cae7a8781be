import pytest
from pages import GIVING, ITEMS, ONE, SOME, exam_of, said, sat_exam, tags, view_of

from cps_quiz.core.exam.report import outcomes
from cps_quiz.core.questions.bank import Item, ItemId, Level
from cps_quiz.core.questions.interaction import ChooseOne, ChooseSome, ObjectiveId
from cps_quiz.core.questions.response import Chosen
from cps_quiz.pages.report_page import report_page
from cps_quiz.words.exam_result import ExamView

SEEN = view_of(sat_exam())
BY_ID = {item.id: item for item in ITEMS}
PAGE = report_page(SEEN, BY_ID)


def row(page: str, heading: str, name: str) -> list[str]:
    """The cells behind a name."""
    return next(cells[1:] for cells in rows_of(page, heading) if cells[0] == name)


def rows_of(page: str, heading: str) -> list[list[str]]:
    section = next(tag for tag in sections(page) if f"<h2>{heading}</h2>" in tag)
    return [
        [cell.words for cell in tags(f"<div>{line}</div>") if cell.name in {"th", "td"}]
        for line in (part.split("</tr>")[0] for part in section.split("<tr>")[2:])
    ]


def sections(page: str) -> list[str]:
    return [part.split("</section>")[0] for part in page.split("<section")[1:]]


def with_parts() -> ExamView:
    """A result with levels and aims."""
    found = [one._replace(level=Level.APPLY, objective=ObjectiveId("aim")) for one in outcomes(sat_exam())[:2]]
    return view_of(exam_of([]), *found)


def test_the_headline_stands_in_full() -> None:
    paragraphs = [tag.text for tag in tags(PAGE, "p")]

    assert tags(PAGE, "h1")[0].text == "Mock exam 4: 1 of 3 right"
    assert paragraphs[: len(SEEN.headline())] == SEEN.headline()


def test_every_number_of_the_report_is_told_in_text() -> None:
    assert row(PAGE, "By topic", "Listening (few)") == ["1 of 2", "50%", "9% to 91%"]
    assert row(PAGE, "By topic", "Planning together (few)") == ["0 of 1", "0%", "0% to 79%"]
    assert row(PAGE, "How sure you were", "guessing (few)") == ["0 of 1", "0%", "0% to 79%"]
    words = said(PAGE)
    for sentence in (*SEEN.misconceptions(), *SEEN.certainty()):
        assert sentence in words


def test_levels_and_aims_are_told_too() -> None:
    page = report_page(with_parts(), {})

    assert row(page, "By level", "apply (few)") == ["1 of 2", "50%", "9% to 91%"]
    assert row(page, "By aim", "Stay with it (few)") == ["1 of 2", "50%", "9% to 91%"]


def test_every_question_has_its_answer_and_time() -> None:
    assert rows_of(PAGE, "Question by question") == [
        ["1", "Listening", "\u2713 right, sure", "12"],
        ["2", "Listening", "\u2717 missed, guessing, flagged", "75"],
        ["3", "Planning together", "\u25cb open", "3"],
    ]


def test_plots_tell_missed_from_open_questions() -> None:
    assert len(tags(PAGE, "rect", "miss")) == len(tags(PAGE, "path", "miss")) == 1
    assert len(tags(PAGE, "circle", "open")) == 1


def test_plots_show_chance_and_target() -> None:
    lines = [tag.text for tag in tags(PAGE, "text")]

    assert f"guessing alone {SEEN.report.chance:.0%}" in lines
    assert "your target 75%" in lines


def test_many_times_are_shared_out_over_several_plots() -> None:
    page = report_page(view_of(exam_of([]), *outcomes(sat_exam()) * 17), {})
    titles = [tag.text for tag in tags(page, "title") if "Time" in tag.text]

    assert titles == ["Time for questions 1 to 25", "Time for questions 26 to 50", "Time for questions 51 to 51"]


def test_a_question_is_shown_with_the_answer_that_was_given() -> None:
    first, second, third = tags(PAGE, "article")

    assert first.words.startswith("Question 1: \u2713 right, sure Listening. On the screen for 12 seconds. Rosa waits")
    assert "your choice, best answer" in first.words
    assert "your choice" in second.words
    assert "your choice" not in third.words


def test_letters_are_those_of_the_exam() -> None:
    exam = sat_exam()
    for at, article in enumerate(tags(PAGE, "article")[:2]):
        order = exam.order(at)
        key = exam.places[at].item.body.key()
        assert isinstance(key, Chosen)
        for index in key.options:
            letter = "abcdef"[order.index(index)]
            assert f"{letter} {options(exam.places[at].item)[index]} \u2713" in article.words


def options(item: Item) -> list[str]:
    interaction = item.body.interaction()
    assert isinstance(interaction, ChooseOne | ChooseSome)
    return [option.text for option in interaction.options]


@pytest.mark.parametrize(
    ("there", "told"),
    [
        pytest.param([ONE], "2 questions are gone from your banks, or changed since: some, steps.", id="two-gone"),
        pytest.param([ONE, SOME], "1 question is gone from your banks, or changed since: steps.", id="one-gone"),
        pytest.param([], "3 questions are gone from your banks, or changed since: one, some, steps.", id="all-gone"),
    ],
)
def test_questions_that_are_gone_are_named(there: list[Item], told: str) -> None:
    page = report_page(SEEN, {item.id: item for item in there})

    assert told in said(page)
    assert len(tags(page, "article")) == len(there)


def test_questions_keep_their_numbers_when_one_is_gone() -> None:
    page = report_page(SEEN, {item.id: item for item in ITEMS[1:]})

    assert [tag.text.split(":")[0] for tag in tags(page, "h3")] == ["Question 2", "Question 3"]


def test_what_was_not_asked_for_is_left_out() -> None:
    exam = sat_exam()
    calm = exam._replace(settings=exam.settings._replace(certainty=False))
    headings = [tag.text for tag in tags(report_page(view_of(calm), BY_ID), "h2")]

    assert "How sure you were" not in headings
    assert "By level" not in headings
    assert "What tempted you" in headings


def test_the_report_does_not_offer_itself() -> None:
    assert "--html" not in said(PAGE)
    assert f"cps-quiz explain {GIVING}" in said(PAGE)


def test_an_exam_that_was_not_kept_has_no_number() -> None:
    page = report_page(view_of(sat_exam(), number=0), {ItemId("one"): ONE})

    assert tags(page, "h1")[0].text == "Mock exam: 1 of 3 right"
