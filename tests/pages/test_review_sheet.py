"""The sheet for people who review questions."""

from html import unescape

from pages import GLOSSARY, ITEMS, ONE

from cps_quiz.bank.files import shipped
from cps_quiz.bank.loading import load
from cps_quiz.core.questions.bank import Review
from cps_quiz.core.questions.interaction import Arrange
from cps_quiz.pages.review_sheet import VERDICTS, review_page

PAGE = review_page("Planning", ITEMS, GLOSSARY)


def test_every_question_is_asked_before_any_key_is_told() -> None:
    own, keys = PAGE.split("Keys and reasons")
    assert [own.count(f"<h3>{item.id}</h3>") for item in ITEMS] == [1] * len(ITEMS)
    assert [keys.count(f"<h3>{item.id}</h3>") for item in ITEMS] == [1] * len(ITEMS)
    assert "best answer" not in own
    assert "best answer" in keys


def test_every_question_has_room_for_a_verdict_and_a_comment() -> None:
    for asked, answers in VERDICTS:
        assert PAGE.count(f"{asked}: ") == len(ITEMS)
        assert all(f" {answer} " in PAGE for answer in answers)
    assert PAGE.count('class="room"') == len(ITEMS)


def test_steps_stand_in_no_order_that_gives_the_key_away() -> None:
    steps = [item for item in load([shipped()]).items if item.type == "order"]
    own = unescape(review_page("Orders", steps, GLOSSARY).split("Keys and reasons")[0])
    for item in steps:
        interaction = item.body.interaction()
        assert isinstance(interaction, Arrange)
        places = [own.index(f">{step}<") for step in interaction.steps]
        assert places != sorted(places), item.id


def test_who_has_reviewed_a_question_is_told() -> None:
    reviewed = ONE._replace(reviewed=Review("Jo Park, CPS", "2026-11-26"))
    assert "Reviewed by Jo Park, CPS on 2026-11-26." in review_page("One", [reviewed], GLOSSARY)
    assert "Reviewed by" not in PAGE
