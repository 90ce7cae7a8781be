"""A blueprint may lie beside the banks: it is no bank, and `check` says what is wrong with it."""

import pytest
from reading import library, places, unmarked

CURRICULUM = "format: 1\ncurriculum: c\ntitle: C\ntopics:\n  goals: {title: Goals}\n"
SOUND = "format: 1\nblueprint: short\nitems: 20\nminutes: 25\ntarget: 75\ntopics: {goals: 2}\nlevels: {recall: 1}\n"


def test_a_sound_blueprint_is_no_problem_and_brings_no_items() -> None:
    found = library(CURRICULUM, SOUND)

    assert found.diagnostics == ()
    assert found.items == ()


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("«S009»format: 1\nblueprints: short\n", id="misspelt"),
        pytest.param("format: 1\nblueprint: short\nitems: «S006»ten\n", id="no number"),
        pytest.param("format: 1\nblueprint: short\ntarget: «S006»101\n", id="over all"),
        pytest.param("format: 1\nblueprint: «S006»My exam\n", id="no id"),
        pytest.param("format: 1\nblueprint: short\nlevels: {«S003»easy: 1}\n", id="no level"),
        pytest.param("format: 1\nblueprint: short\ntopics: «S005»[goals]\n", id="no weights"),
        pytest.param("format: «S010»2\nblueprint: short\n", id="newer"),
        pytest.param("«S004»blueprint: short\n", id="no format"),
        pytest.param("format: 1\nblueprint: short\ntopics: {goals: 1, gaols: «R103»2}\n", id="no topic"),
    ],
)
def test_what_is_wrong_is_placed(marked: str) -> None:
    text, expected = unmarked(marked)

    assert places(library(CURRICULUM, text).diagnostics) == expected
