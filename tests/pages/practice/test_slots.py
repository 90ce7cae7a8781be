"""Sentences with gaps in the place of what is not known yet."""

from cps_quiz.core.counting import counted
from cps_quiz.pages.practice.slots import Count, Share, gap, plural


def test_a_count_is_written_as_a_gap_and_counts_as_a_number() -> None:
    assert f"{Count('asked')} of {Count('all'):>3}" == "{asked} of {all}"
    assert Count("one", 1) == 1


def test_two_counts_make_a_share() -> None:
    assert f"{Count('right') / Count('asked'):.0%}" == "{share}"
    assert f"{Share('target'):g}%" == "{target}%"


def test_one_and_many_are_told_apart_by_the_sentence_itself() -> None:
    assert plural("count", lambda n: counted(n, "day")) == {"one": "1 day", "many": "{count} days"}
    assert gap("name") == "{name}"
