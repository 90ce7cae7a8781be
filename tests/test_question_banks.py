"""The shipped questions keep the rules by which they were written, as far as a program can see."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from itertools import chain
from math import sqrt
from statistics import median

import pytest

from cps_quiz.bank.files import shipped
from cps_quiz.bank.loading import load
from cps_quiz.core.questions.bank import Item, Level
from cps_quiz.core.questions.interaction import Arrange, ChooseOne, ChooseSome, Option, Write
from cps_quiz.core.questions.labels import tempting
from cps_quiz.item_types import item_types
from cps_quiz.lint.english.reading_level import grade
from cps_quiz.lint.english.words import words as lint_words

LIBRARY = load([shipped()])
CURRICULUM = LIBRARY.curriculum
ITEMS = tuple(item for item in LIBRARY.items if not item.retired)
SINGLES = tuple(item for item in ITEMS if item.type == "single")

OBJECTIVES = {
    "empowerment": {
        "own-the-journey",
        "guide-not-direct",
        "invite-choices",
        "validate-feelings",
        "share-what-helps",
        "build-trust",
        "responsibility-without-blame",
        "reframe-setbacks",
        "goals-feed-ownership",
    },
    "decision-making": {
        "know-the-role",
        "inform-choices",
        "make-it-safe",
        "support-through-fear",
        "keep-the-choice-theirs",
        "full-range-of-options",
        "open-hard-talks",
        "grow-confidence",
    },
    "goal-setting": {
        "whose-goal",
        "define-the-goal",
        "break-it-down",
        "now-and-next",
        "share-experience",
        "acknowledge-first",
    },
    "reflection": {
        "ask-dont-tell",
        "open-questions",
        "new-perspectives",
        "walk-beside",
        "honour-feelings",
        "trust-in-self",
        "shared-experience",
    },
}
MISCONCEPTIONS = {
    "directing-actions",
    "giving-advice",
    "deciding-for",
    "limiting-options",
    "taking-control",
    "dictating-goals",
    "present-only-focus",
    "vague-or-oversized-goals",
    "avoiding-hard-talks",
    "encouraging-avoidance",
    "shifting-blame",
    "denying-outside-barriers",
    "minimizing-feelings",
    "facts-without-support",
    "judging",
    "leaving-alone",
}

LETTERS_NAMED = re.compile(
    r"\b(?:[Oo]ptions?|[Aa]nswers?|[Cc]hoices?) [A-F1-6]\b"
    r"|[\"'(][A-F][\"')]"
    r"|\b(?:first|second|third|fourth|last|next|previous) (?:option|answer)\b"
    r"|\b(?:option|answer|one) (?:above|below)\b"
)
LABELS = re.compile(
    r"\b(?:clients?|patients|(?:an?|the|this|your) patient|consumers?|addicts?|alcoholics?|schizophrenics?"
    r"|suffers? from|non-?compliant|mentally ill|peers?\b(?!\s+(?:specialist|support|worker|relation)))\b",
    re.IGNORECASE,
)
OFFICIAL_EXAM = re.compile(
    r"\bexam(?:s|ination|inations)?\b|\btest scores?\b|\bpass(?:ing)? (?:mark|score|rate|grade)s?\b"
    r"|\bmultiple[- ]choice\b|\b\d+ questions\b|\d ?%|\bpercent\b",
    re.IGNORECASE,
)
ABSOLUTES = re.compile(r"\b(?:always|never|only|must|every|all|none|completely|everyone|no one)\b", re.IGNORECASE)
FREQUENCIES = re.compile(
    r"\b(?:sometimes|usually|often|rarely|seldom|frequently|occasionally|generally|regularly)\b", re.IGNORECASE
)

# Stems of kind and of controlling words, fixed before any bank was scored with them.
KIND = re.compile(
    r"\b(?:support|empower|encourag|explor|validat|collaborat|listen|acknowledg|choice|choos|own|shar|strength|respect"
    r"|partner|invit|together|mutual|safe|hope)",
    re.IGNORECASE,
)
CONTROLLING = re.compile(
    r"\b(?:direct|tell|dictat|decid|limit|restrict|avoid|ignor|minimi|blam|control|insist|critici|critiqu|dismiss|judg"
    r"|strict|enforc|only|never|always|no need)",
    re.IGNORECASE,
)


def options_of(item: Item) -> tuple[Option, ...]:
    match item.body.interaction():
        case ChooseOne(options) | ChooseSome(options):
            return options
        case Arrange() | Write():
            return ()


def distractors_of(item: Item) -> list[Option]:
    return [option for option in options_of(item) if not option.correct]


def whys_of(item: Item) -> list[str]:
    match item.body.interaction():
        case ChooseOne(options) | ChooseSome(options):
            return [option.why for option in options]
        case Arrange(_, why) | Write(_, _, why):
            return [why]


def shown_texts_of(item: Item) -> Iterator[str]:
    """What a learner reads before answering."""
    yield from (item.scenario.text if item.scenario else "", item.stem, item.hint or "")
    match item.body.interaction():
        case ChooseOne(options) | ChooseSome(options):
            yield from (option.text for option in options)
        case Arrange(texts) | Write(texts):
            yield from texts


def texts_of(item: Item) -> Iterator[str]:
    yield from chain(shown_texts_of(item), whys_of(item))
    match item.body.interaction():
        case Write(_, example, _):
            yield example
        case _:
            pass


def curriculum_texts() -> Iterator[str]:
    """All that is written in the curriculum itself; titles of cited works are their authors'."""
    for topic in CURRICULUM.topics.values():
        yield from (topic.title, topic.summary)
        yield from chain.from_iterable((objective.title, objective.notes) for objective in topic.objectives)
    for m in CURRICULUM.misconceptions.values():
        yield from (m.name, m.means, m.harms, m.instead, *m.sounds_like)


def everything() -> Iterator[tuple[str, str]]:
    """Every text with where it stands."""
    yield from ((item.id, text) for item in ITEMS for text in texts_of(item))
    yield from (("curriculum", text) for text in curriculum_texts())


def matched_sets() -> dict[str, list[Item]]:
    sets = defaultdict(list)
    for _, bank in LIBRARY.banks():
        for item in bank.items:
            if item.set and not item.retired:
                sets[f"{bank.id}/{item.set}"].append(item)
    return dict(sets)


def words(text: str) -> int:
    return len(text.split())


def test_the_shipped_files_load_without_a_single_problem() -> None:
    assert LIBRARY.diagnostics == ()


def test_the_topics_and_objectives_are_all_there() -> None:
    found = {topic.id: {objective.id for objective in topic.objectives} for topic in CURRICULUM.topics.values()}
    assert found == OBJECTIVES


def test_every_objective_has_notes_to_study() -> None:
    objectives = [objective for topic in CURRICULUM.topics.values() for objective in topic.objectives]
    assert [objective.id for objective in objectives if not objective.title or words(objective.notes) < 30] == []


def test_the_notes_point_to_misconceptions_that_exist() -> None:
    notes = "\n".join(curriculum_texts())
    assert set(re.findall(r"`([a-z-]+)`", notes)) <= MISCONCEPTIONS


def test_every_objective_is_exercised() -> None:
    exercised = {(item.topic, item.objective) for item in ITEMS}
    assert [
        objective.id
        for topic in CURRICULUM.topics.values()
        for objective in topic.objectives
        if (topic.id, objective.id) not in exercised
    ] == []


def test_the_sixteen_misconceptions_are_all_there_and_told_in_full() -> None:
    assert set(CURRICULUM.misconceptions) == MISCONCEPTIONS
    for m in CURRICULUM.misconceptions.values():
        assert min(words(m.means), words(m.harms), words(m.instead)) >= 8, m.id
        assert len(m.sounds_like) >= 2, m.id
        assert m.confused_with, m.id
        assert m.id not in m.confused_with


def test_every_misconception_tempts_somewhere() -> None:
    assert MISCONCEPTIONS - frozenset().union(*map(tempting, ITEMS)) == set()


@pytest.mark.parametrize("topic", OBJECTIVES)
def test_a_topic_has_enough_items_of_every_type_most_of_them_in_a_situation(topic: str) -> None:
    items = [item for item in ITEMS if item.topic == topic]
    assert len(items) >= 60
    assert {item.type for item in items} == set(item_types())
    assert sum(item.scenario is not None for item in items) / len(items) >= 0.7
    assert len({item.level for item in items} - {None}) == 3


@pytest.mark.parametrize(
    ("kind", "low", "high"),
    [
        pytest.param("single", 0.75, 0.85, id="single"),
        pytest.param("multiple", 0.04, 0.10, id="multiple"),
        pytest.param("order", 0.04, 0.10, id="order"),
        pytest.param("reflection", 0.04, 0.10, id="reflection"),
    ],
)
def test_the_types_are_mixed_as_the_guide_asks(kind: str, low: float, high: float) -> None:
    assert low <= sum(item.type == kind for item in ITEMS) / len(ITEMS) <= high


@pytest.mark.parametrize(
    ("level", "share"),
    [
        pytest.param(Level.RECALL, 0.2, id="recall"),
        pytest.param(Level.APPLY, 0.5, id="apply"),
        pytest.param(Level.ANALYZE, 0.3, id="analyze"),
    ],
)
def test_the_levels_are_spread_as_the_guide_asks(level: Level, share: float) -> None:
    assert abs(sum(item.level is level for item in ITEMS) / len(ITEMS) - share) <= 0.05


def test_few_stems_are_negative() -> None:
    assert sum(item.negative for item in ITEMS) <= 6


def test_most_items_read_at_grade_7_or_below() -> None:
    assert median(grade_of(item) for item in ITEMS) <= 7


def grade_of(item: Item) -> float:
    scenario, stem, _, *choices = shown_texts_of(item)
    return grade((scenario, stem), [lint_words(choice) for choice in choices])


def test_items_share_no_run_of_eight_words_beyond_their_scenario_and_set() -> None:
    runs: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for item in ITEMS:
        for text in (item.stem, *(text for text in texts_of(item) if text not in shared_texts(item))):
            told = re.findall(r"[a-z0-9']+", text.casefold())
            for at in range(len(told) - 7):
                runs[tuple(told[at : at + 8])].add(item.id)
    assert {" ".join(run): ids for run, ids in runs.items() if len(ids) > 1} == {}


def shared_texts(item: Item) -> set[str]:
    """The texts that an item shares with others on purpose."""
    return {item.scenario.text if item.scenario else "", *(option.text for option in options_of(item) if item.set)}


def test_every_item_cites_what_it_rests_on() -> None:
    assert [item.id for item in ITEMS if not item.references] == []


def test_every_distractor_shows_a_misconception_of_the_curriculum_and_each_a_different_one() -> None:
    for item in ITEMS:
        shown = [option.misconception for option in distractors_of(item)]
        assert set(shown) <= MISCONCEPTIONS, item.id
        assert len(set(shown)) == len(shown), item.id


def test_every_why_says_enough_and_not_too_much() -> None:
    counts = {item.id: [words(why) for why in whys_of(item)] for item in ITEMS}
    assert {id_: found for id_, found in counts.items() if not all(15 <= count <= 60 for count in found)} == {}


def test_no_why_is_used_twice() -> None:
    counts = Counter(" ".join(why.casefold().split()) for item in ITEMS for why in whys_of(item))
    assert [why for why, count in counts.items() if count > 1] == []


def test_nothing_names_an_option_by_letter_or_place_because_options_are_shuffled() -> None:
    assert [(item.id, text) for item in ITEMS for text in texts_of(item) if LETTERS_NAMED.search(text)] == []


def test_nobody_is_called_by_a_label() -> None:
    assert [(where, text) for where, text in everything() if LABELS.search(text)] == []


def test_nothing_is_claimed_about_the_official_exam() -> None:
    assert [(where, text) for where, text in everything() if OFFICIAL_EXAM.search(text)] == []


@pytest.mark.parametrize(
    ("forbidden", "text"),
    [
        pytest.param(LETTERS_NAMED, "As option B says, wait.", id="a letter"),
        pytest.param(LETTERS_NAMED, "The first answer is kinder.", id="a place"),
        pytest.param(LABELS, "The client decides.", id="client"),
        pytest.param(LABELS, "Her peers and a peer specialist", id="peers"),
        pytest.param(OFFICIAL_EXAM, "The exam has 100 questions.", id="a number of questions"),
        pytest.param(OFFICIAL_EXAM, "You need a passing score.", id="a pass mark"),
    ],
)
def test_what_must_not_stand_in_the_banks_would_be_noticed(forbidden: re.Pattern[str], text: str) -> None:
    assert forbidden.search(text)


@pytest.mark.parametrize("text", ["a peer specialist", "Be patient.", "Choices above all", "Her peer\nspecialist"])
def test_ordinary_words_would_not(text: str) -> None:
    assert not LABELS.search(text)
    assert not LETTERS_NAMED.search(text)


def test_at_least_half_of_the_single_choices_stand_in_matched_sets() -> None:
    assert sum(item.set is not None for item in SINGLES) >= len(SINGLES) / 2


@pytest.mark.parametrize("name", matched_sets())
def test_a_matched_set_puts_the_same_options_under_situations_that_each_want_another(name: str) -> None:
    items = matched_sets()[name]
    assert 2 <= len(items) <= 4
    assert len({frozenset(option.text for option in options_of(item)) for item in items}) == 1
    keys = [option.text for item in items for option in options_of(item) if option.correct]
    assert len(set(keys)) == len(keys) == len(items)
    situations = {(item.scenario.text if item.scenario else "", item.stem) for item in items}
    assert len(situations) == len(items)


def test_situations_and_options_are_short_enough_to_hold_in_mind() -> None:
    for item in ITEMS:
        assert words(item.scenario.text if item.scenario else "") + words(item.stem) <= 60, item.id
        lengths = [words(option.text) for option in options_of(item)] or [0]
        assert max(lengths) <= 16, item.id
        assert max(lengths) - min(lengths) <= 6, item.id


def test_no_option_gives_itself_away_by_an_absolute_or_a_vague_frequency() -> None:
    options = [(item.id, option.text) for item in ITEMS for option in options_of(item)]
    assert [found for found in options if ABSOLUTES.search(found[1]) or FREQUENCIES.search(found[1])] == []


def kindness(text: str) -> int:
    return len(KIND.findall(text)) - len(CONTROLLING.findall(text))


def share_right(likes: Callable[[str], int]) -> float:
    """How often the option that `likes` scores highest is the key; ties are shared equally."""
    right = 0.0
    for item in SINGLES:
        scores = [likes(option.text) for option in options_of(item)]
        best = [option for option, score in zip(options_of(item), scores, strict=True) if score == max(scores)]
        right += sum(option.correct for option in best) / len(best)
    return right / len(SINGLES)


@pytest.mark.parametrize(
    "likes",
    [
        pytest.param(len, id="the longest option"),
        pytest.param(lambda text: -len(text), id="the shortest option"),
        pytest.param(kindness, id="the kindest words"),
    ],
)
def test_a_guesser_who_never_reads_the_question_does_no_better_than_chance(likes: Callable[[str], int]) -> None:
    chance = sum(1 / len(options_of(item)) for item in SINGLES) / len(SINGLES)
    limit = chance + 1.645 * sqrt(chance * (1 - chance) / len(SINGLES))  # one-sided 95 %
    assert share_right(likes) <= limit
