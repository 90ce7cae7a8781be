"""The shipped questions keep the rules by which they were written, as far as a program can see."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from itertools import chain
from math import sqrt
from pathlib import Path
from statistics import median

import pytest

from cps_quiz.bank.files import shipped
from cps_quiz.bank.loading import load
from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.interaction import Arrange, ChooseOne, ChooseSome, Option, Write
from cps_quiz.core.questions.labels import label_of, options_of, tempting
from cps_quiz.lint.english.reading_level import grade
from cps_quiz.lint.english.words import words as lint_words

LIBRARY = load([shipped()])
CURRICULUM = LIBRARY.curriculum
ITEMS = tuple(item for item in LIBRARY.items if not item.retired)
SINGLES = tuple(item for item in ITEMS if item.type == "single")
FAMILIES = {"concept": 80, "best-response": 144, "name-it": 48, "several": 16, "order": 16, "own-words": 16}
"""How many items of each family there are: 25, 45, 15 and 15 % of 320, as the guide asks."""

LEVELS = {"concept": {"recall"}, "best-response": {"apply"}, "name-it": {"analyze"}}
STANDARDS = re.compile(
    r"core-competencies-(?:[ivx]+|recovery-oriented|person-centered|voluntary)|practice-guidelines-\d+|ethics-\d"
    r"|values-\d+|transcom-guidelines|ma-code-preamble|kiva-principles"
)

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


def test_the_notes_name_misconceptions_as_they_are_called() -> None:
    names = {m.name for m in CURRICULUM.misconceptions.values()}
    notes = "\n".join(objective.notes for topic in CURRICULUM.topics.values() for objective in topic.objectives)
    named = {" ".join(bold.split()) for bold in re.findall(r"\*\*([A-Z][^*]+)\*\*", notes)}
    assert names <= named
    assert "`" not in notes


def test_the_sixteen_misconceptions_are_all_there_and_told_in_full() -> None:
    assert set(CURRICULUM.misconceptions) == MISCONCEPTIONS
    for m in CURRICULUM.misconceptions.values():
        assert min(words(m.means), words(m.harms), words(m.instead)) >= 8, m.id
        assert len(m.sounds_like) >= 2, m.id
        assert m.confused_with, m.id
        assert m.id not in m.confused_with
        assert set(m.confused_with) <= {other for other, _ in m.telling_apart}, m.id
        assert all(m.id in CURRICULUM.misconceptions[other].confused_with for other in m.confused_with), m.id
        assert all(m.id in dict(CURRICULUM.misconceptions[other].telling_apart) for other, _ in m.telling_apart), m.id


def family(item: Item) -> str:
    return item.tags[0] if item.tags else ""


def test_there_are_as_many_items_as_the_guide_asks_for_in_every_family_and_topic() -> None:
    assert Counter(map(family, ITEMS)) == FAMILIES
    assert Counter(item.topic for item in ITEMS) == dict.fromkeys(OBJECTIVES, len(ITEMS) // len(OBJECTIVES))


def test_families_are_of_the_type_and_level_that_they_say() -> None:
    types = {"several": "multiple", "order": "order", "own-words": "reflection"}
    for item in ITEMS:
        assert item.type == types.get(family(item), "single"), item.id
        assert item.level is not None, item.id
        assert item.level.value in LEVELS.get(family(item), {"apply", "analyze"}), item.id


def test_about_twelve_stems_are_negative() -> None:
    negative = [item for item in ITEMS if item.negative]
    assert 10 <= len(negative) <= 16
    assert {family(item) for item in negative} <= {"concept", "best-response"}


def test_files_hold_what_can_be_read_at_one_sitting() -> None:
    counts = {bank.id: len(bank.items) for _, bank in LIBRARY.banks()}
    assert {id_: count for id_, count in counts.items() if not 12 <= count <= 24} == {}
    assert [bank.id for file, bank in LIBRARY.banks() if Path(file.path).stem != bank.id] == []


def test_keys_of_replies_seldom_ask() -> None:
    keys = [o.text for item in ITEMS if family(item) == "best-response" for o in options_of(item) if o.correct]
    assert sum(asks(key) for key in keys) / len(keys) <= 0.35


def test_a_question_mark_gives_no_reply_away() -> None:
    for item in ITEMS:
        if family(item) == "best-response":
            (key,) = (option for option in options_of(item) if option.correct)
            assert any(asks(option.text) is asks(key.text) for option in distractors_of(item)), item.id


def asks(text: str) -> bool:
    return text.rstrip('"\u201d').endswith("?")


def test_most_items_read_at_grade_7_or_below_and_none_above_9() -> None:
    assert median(grade_of(item) for item in ITEMS) <= 7
    assert {item.id: grade_of(item) for item in ITEMS if grade_of(item) > 9} == {}


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


def test_every_item_cites_its_article_and_a_standard_by_its_section() -> None:
    for item in ITEMS:
        assert any(reference.startswith("article-") for reference in item.references), item.id
        assert any(STANDARDS.fullmatch(reference) for reference in item.references), item.id
    assert all(LIBRARY.references[id_].title for item in ITEMS for id_ in item.references)


def test_every_wrong_option_has_its_label_and_no_misconception_stands_twice_in_an_item() -> None:
    for item in ITEMS:
        if item.level is not None and item.level.value != "recall" and not item.negative:
            assert all(label_of(option) for option in distractors_of(item)), item.id
        assert len(set(tempting(item))) == len(tempting(item)), item.id


def test_good_practices_at_another_moment_are_few() -> None:
    wrong = [option for item in ITEMS for option in distractors_of(item)]
    assert 0 < sum(option.objective is not None for option in wrong) <= len(wrong) / 6


def test_items_that_ask_which_approach_it_is_name_one_with_every_option() -> None:
    for item in ITEMS:
        names = [option.names for option in options_of(item)]
        assert all(names) if family(item) == "name-it" else not any(names), item.id
        assert len(set(names)) == len(names) or not any(names), item.id


def test_no_misconception_takes_more_than_an_eighth_of_the_labels() -> None:
    labels = Counter(m for item in ITEMS for m in tempting(item))
    assert max(labels.values()) <= sum(labels.values()) / 8


def test_nobody_is_said_to_have_reviewed_what_nobody_has() -> None:
    assert [item.id for item in ITEMS if item.reviewed] == []


@pytest.mark.parametrize(("correct", "most"), [pytest.param(True, 45, id="keys"), pytest.param(False, 32, id="others")])
def test_a_why_is_short_enough_to_be_read_with_the_others(*, correct: bool, most: int) -> None:
    counts = {o.text: words(o.why) for item in ITEMS for o in options_of(item) if o.correct is correct}
    assert {text: count for text, count in counts.items() if not 8 <= count <= most} == {}


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


def test_matched_sets_are_few_and_small() -> None:
    sets = Counter((item.topic, item.set) for item in ITEMS if item.set)
    assert len(sets) <= 8
    assert set(sets.values()) <= {2}


def test_an_option_stands_in_two_items_at_most() -> None:
    texts = Counter(text for item in ITEMS for text in {option.text for option in options_of(item)})
    assert {text: count for text, count in texts.items() if count > 2} == {}


def test_situations_and_options_are_short_enough_to_hold_in_mind() -> None:
    assert median(words(item.stem) for item in ITEMS) <= 35
    for item in ITEMS:
        assert words(item.scenario.text if item.scenario else "") + words(item.stem) <= 60, item.id
        lengths = [words(option.text) for option in options_of(item)] or [0]
        assert max(lengths) <= 16, item.id
        assert max(lengths) - min(lengths) <= 6, item.id


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
