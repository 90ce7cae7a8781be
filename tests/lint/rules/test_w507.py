"""W507 and W510: how hard and how long an item reads."""

import pytest
from choices import found, single

from cps_quiz.core.questions.bank import Scenario
from cps_quiz.lint.english.reading_level import grade, syllables
from cps_quiz.lint.english.words import words as text_words

SYLLABLES = {
    1: "a goal asked helped makes hopes used judged says three where share whole while your through "
    "week's don't can't won't they're piece friends house league vague view tried freed shoes fruit juice",
    2: "little table choices decide wanted wishes voices feeling being science quiet lion social "
    "question region something every movement safely likely homeless schedule simple handled didn't rhythm ocean "
    "boss's client patient giant poem chaos value argue react houses colleague unique employ cruel ruin",
    3: "idea decided area specialist example opinion beautiful curious piano video period medicine everyone terrible "
    "understand audience influence suicide genuine museum theory remembered determine tourism employee",
    4: "reality recovery autonomy experience empowerment medication society anxiety biology situation continuous",
    5: "individual capitalism",
    6: "self-determination responsibility",
}


@pytest.mark.parametrize(
    ("word", "count"),
    [pytest.param(word, count, id=word) for count, line in SYLLABLES.items() for word in line.split()],
)
def test_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


PLAIN = (
    "Dana sits down. She is tired. She has not slept. She wants to rest. What should Luis say to her now, and why so?"
)
HARD = (
    "Subsequent to a preliminary articulation of multidimensional psychosocial difficulties, which intervention would "
    "most appropriately facilitate prioritization of immediate necessities?"
)


def test_plain_sentences_read_easily_and_long_words_in_long_sentences_do_not() -> None:
    choices = ("Ask her what would help tonight.", "Tell her that it will get better.")
    assert grade([PLAIN], map(text_words, choices)) < 3
    assert grade([HARD], map(text_words, choices)) > 12


def test_words_of_the_field_count_for_two_syllables() -> None:
    text = f"{PLAIN} She needs {{}}."
    assert grade([text.format("empowerment")], ()) == grade([text.format("coffee")], ())


def test_options_of_a_word_or_two_are_read_as_one_list() -> None:
    words = ("Validation", "Dependency", "Indifference", "Isolation")
    assert grade([PLAIN], map(text_words, words)) == pytest.approx(grade([f"{PLAIN} {', '.join(words)}."], ()))


def test_a_few_words_are_not_judged() -> None:
    assert (
        grade(["Organizational interdependencies?"], map(text_words, ("Institutional responsibilities", "Rest"))) == 0
    )


def test_the_message_tells_the_grade() -> None:
    (finding,) = found("W507", f"{HARD} | {HARD} | {HARD}")
    assert finding.message.startswith("scenario, stem and options read at grade 2")
    assert found("W507", f"{PLAIN} | Ask her | Tell her | Leave her") == []


@pytest.mark.parametrize(
    ("scenario", "stem", "says"),
    [
        pytest.param(0, 60, [], id="sixty"),
        pytest.param(0, 61, ["the stem has 61 words"], id="sixty-one"),
        pytest.param(40, 20, [], id="sixty with the scenario"),
        pytest.param(41, 20, ["scenario and stem have 61 words"], id="sixty-one with the scenario"),
    ],
)
def test_scenario_and_stem_have_sixty_words_at_most(scenario: int, stem: int, says: list[str]) -> None:
    item = single(" ".join(["word"] * stem) + " | To ask | To tell")
    if scenario:
        item = item._replace(scenario=Scenario("talk", " ".join(["word"] * scenario)))
    assert [finding.message for finding in found("W510", item)] == says
