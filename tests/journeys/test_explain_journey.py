import pytest

from cps_quiz.bank.library import Library
from cps_quiz.bank.loading import load_texts
from cps_quiz.core.questions.bank import TopicId
from cps_quiz.core.questions.search import find_misconceptions
from cps_quiz.core.record.log import Confused, Misses
from cps_quiz.errors import UnknownNameError
from cps_quiz.journeys.explain import OwnPast, explain, explain_steps, study, study_steps
from cps_quiz.source.problems import Problems

CURRICULUM = """
format: 1
curriculum: small
title: Small
topics:
  goal-setting:
    title: Goal setting
    summary: Whose goal it is.
    objectives:
      whose-goal: {title: Start from their goal, notes: "Ask **first**."}
      break-it-down: {title: Break it down, notes: "- one step"}
  reflection:
    title: Reflection
    summary: Asking well.
misconceptions:
  directing-actions:
    name: Directing
    means: Telling the person what to do.
    sounds_like: [You need to call today., Do this first.]
    harms: It wears their say away.
    instead: Ask what they have thought of.
    confused_with: [giving-advice]
  giving-advice:
    name: Giving direct advice
    means: Your opinion becomes the answer.
    harms: You become the expert.
    instead: Ask first.
  judging:
    name: Judging
    means: A setback treated as failure.
    harms: People hide what went badly.
    instead: Ask what they noticed.
"""
BANK_TOP = """
format: 1
bank: small
title: Small
topic: goal-setting
scenarios:
  dana: Dana has told her peer specialist that she just wants to feel better in her days.
items:
"""
ITEM = """
  - id: goal-{number:03}
    stem: What should Luis ask Dana first?
    {more}
    options:
      - {{correct: Ask, why: It opens.}}
      - {{wrong: Tell, misconception: {misconception}, why: It closes.}}
"""


def item(number: int, misconception: str = "directing-actions", more: str = "") -> str:
    return ITEM.format(number=number, misconception=misconception, more=more)


def library_of(*items: str) -> Library:
    texts = (("curriculum.yaml", CURRICULUM), ("bank.yaml", BANK_TOP + "".join(items)))
    library = load_texts((path, text, True, Problems()) for path, text in texts)
    assert library.diagnostics == ()
    return library


LIBRARY = library_of(item(1), item(2, more="scenario: dana"), item(3, more="retired: true"), item(4, "giving-advice"))


def test_what_is_quoted_already_gets_no_second_quotes() -> None:
    quoting = CURRICULUM.replace("You need to call today.", """'"Call today."'""")
    library = load_texts((("curriculum.yaml", quoting, True, Problems()),))
    misses = Misses(3, 2, ('"Just go."', "Go."))

    texts = explain(library, "directing", lambda _: OwnPast(misses))

    assert '**How it sounds:**\n\n- "Call today."\n- "Do this first."' in texts
    assert any(text.endswith(':\n\n- "Just go."\n- "Go."') for text in texts)


def test_a_misconception_is_explained_in_full() -> None:
    assert explain(LIBRARY, "directing") == [
        "**Directing** (directing-actions)",
        "**What it is:** Telling the person what to do.",
        '**How it sounds:**\n\n- "You need to call today."\n- "Do this first."',
        "**Why it harms:** It wears their say away.",
        "**What to do instead:** Ask what they have thought of.",
        "**Easily confused with:**\n\n- **Giving direct advice** (giving-advice). Your opinion becomes the answer.",
        (
            "**2 questions exercise it**, among them:\n\n"
            "- goal-001: What should Luis ask Dana first?\n"
            "- goal-002: Dana has told her peer specialist that she just wants to feel ..."
        ),
    ]
    assert [step.typed for step in explain_steps(LIBRARY, "directing")] == [
        "cps-quiz drill --misconception directing-actions"
    ]


def test_of_several_approaches_each_can_be_read() -> None:
    assert explain_steps(LIBRARY, "") == []
    several = explain_steps(LIBRARY, "the", ("--plain",))
    assert all(step.command[0] == "explain" and step.command[-1] == "--plain" for step in several)
    assert len(several) == len(find_misconceptions("the", LIBRARY.misconceptions.values())) > 1


def test_what_tells_two_apart_is_told_from_both_sides() -> None:
    apart = CURRICULUM.replace(
        "    confused_with: [giving-advice]\n",
        "    confused_with: [giving-advice]\n    telling_apart:\n      giving-advice: Advice can be turned down.\n",
    ).replace("    instead: Ask first.\n", "    instead: Ask first.\n    confused_with: [directing-actions]\n")
    library = load_texts((("curriculum.yaml", apart, True, Problems()),))
    assert library.diagnostics == ()
    for words in ("directing", "advice"):
        assert any("). Advice can be turned down." in text for text in explain(library, words))


def test_own_confusions_are_told_from_the_side_that_is_asked() -> None:
    confused = (Confused("directing-actions", "giving-advice", 2, 3),)  # type: ignore[arg-type]
    for words, said in (
        ("directing", "you took it for Giving direct advice 2 of 3 times."),
        ("direct advice", "you took Directing for it 2 of 3 times."),
    ):
        texts = explain(LIBRARY, words, lambda _: OwnPast(Misses(0, 0, ()), confused))
        assert f"**You, telling them apart:**\n\n- {said}" in texts


def test_what_is_unknown_of_a_misconception_is_left_out() -> None:
    told = "\n".join(explain(LIBRARY, "giving-advice"))
    assert "How it sounds" not in told
    assert "Easily confused" not in told
    assert "**1 question exercises it**" in told


def test_a_misconception_without_a_question_says_so_and_offers_no_drill() -> None:
    told = explain(LIBRARY, "judging")
    assert told[-1] == "No question exercises it yet."


def test_of_many_questions_five_are_named() -> None:
    told = "\n".join(explain(library_of(*map(item, range(1, 9))), "directing"))
    assert "**8 questions exercise it**" in told
    assert [f"goal-00{number}" for number in range(1, 9) if f"goal-00{number}" in told] == [
        f"goal-00{number}" for number in range(1, 6)
    ]


def test_words_that_mean_several_list_each_in_short() -> None:
    assert explain(LIBRARY, "ing") == [
        "**Directing** (directing-actions). Telling the person what to do.",
        "**Giving direct advice** (giving-advice). Your opinion becomes the answer.",
        "**Judging** (judging). A setback treated as failure.",
    ]


def test_no_words_list_all() -> None:
    assert [text.split("**")[1] for text in explain(LIBRARY, "")] == ["Directing", "Giving direct advice", "Judging"]


@pytest.mark.parametrize(
    ("words", "guess"),
    [
        pytest.param("directing-actoins", "directing-actions", id="an id"),
        pytest.param("Jugding", "judging", id="a name in another case"),
        pytest.param("advise", "giving-advice", id="a word of a name"),
        pytest.param("giving direct advise", "giving-advice", id="a name of several words"),
    ],
)
def test_a_typing_error_is_met_with_a_guess(words: str, guess: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        explain(LIBRARY, words)
    assert caught.value.sentence == f'There is no misconception "{words}".'
    assert caught.value.hint.startswith(f"Did you mean {guess}")
    assert caught.value.hint.endswith("There are: directing-actions, giving-advice, judging.")


def test_nothing_like_it_is_met_with_what_there_is() -> None:
    with pytest.raises(UnknownNameError) as caught:
        explain(LIBRARY, "xyzzy")
    assert caught.value.hint == "There are: directing-actions, giving-advice, judging."


def test_a_topic_is_studied_by_its_objectives_in_order() -> None:
    assert study(LIBRARY, "goal-setting") == [
        "**Goal setting**",
        "Whose goal it is.",
        "**Start from their goal**\n\nAsk **first**.",
        "**Break it down**\n\n- one step",
    ]
    assert [step.typed for step in study_steps(LIBRARY, "goal-setting")] == ["cps-quiz drill goal-setting"]


def test_one_objective_is_studied_by_itself() -> None:
    known = LIBRARY.curriculum.topics[TopicId("goal-setting")].objectives[0].id
    assert study(LIBRARY, f"goal-setting/{known}") == ["**Start from their goal**", "Ask **first**."]
    with pytest.raises(UnknownNameError, match="objective"):
        study(LIBRARY, "goal-setting/none")


def test_without_a_topic_all_are_told_with_their_aims() -> None:
    first, second = study(LIBRARY, None)
    assert first == ("**Goal setting** (goal-setting). Whose goal it is.\n\n- Start from their goal\n- Break it down")
    assert second.startswith("**Reflection** (reflection). Asking well.")
    assert [step.typed for step in study_steps(LIBRARY, None)] == [
        "cps-quiz study goal-setting",
        "cps-quiz study reflection",
    ]


def test_an_unknown_topic_is_met_with_a_guess() -> None:
    with pytest.raises(UnknownNameError) as caught:
        study(LIBRARY, "goal-seting")
    assert caught.value.hint == "Did you mean goal-setting? There are: goal-setting, reflection."
