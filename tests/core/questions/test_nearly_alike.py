"""The threshold between a slip that was mended and a key that says something else, on the shipped questions."""

import random
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import combinations

import pytest

from cps_quiz.bank.files import shipped
from cps_quiz.bank.loading import load
from cps_quiz.core.questions.fingerprint import key_texts
from cps_quiz.core.questions.interaction import Arrange, ChooseOne, ChooseSome
from cps_quiz.core.questions.nearly_alike import ALIKE, nearly_alike

ITEMS = load([shipped()]).items
KEYS = [text for item in ITEMS for text in key_texts(item)]


def choices() -> list[Sequence[str]]:
    """The texts that stand beside each other in each item."""
    found: list[Sequence[str]] = []
    for item in ITEMS:
        match item.body.interaction():
            case ChooseOne(options) | ChooseSome(options):
                found.append([option.text for option in options])
            case Arrange(steps):
                found.append(steps)
    return found


def with_slip(text: str, chance: random.Random) -> str:
    """A letter lost, doubled, exchanged with the next, or another one, within one of the longer words."""
    words = text.split(" ")
    place = chance.choice(sorted(range(len(words)), key=lambda at: len(words[at]))[-3:])
    word = words[place]
    at = chance.randrange(1, len(word) - 1)
    words[place] = chance.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + chance.choice("etaoinsr") + word[at + 1 :],
        ]
    )
    return " ".join(words)


def ratio(old: str, new: str) -> float:
    return SequenceMatcher(None, old.casefold(), new.casefold(), autojunk=False).ratio()


def test_slips_in_the_shipped_keys_stand_on_one_side_and_other_options_on_the_other() -> None:
    chance = random.Random(1)
    slips = [(key, with_slip(with_slip(key, chance), chance)) for key in KEYS for _ in range(3)]
    others = [pair for texts in choices() for pair in combinations(texts, 2)]

    assert min(ratio(*pair) for pair in slips) > ALIKE + 0.02
    assert max(ratio(*pair) for pair in others) < ALIKE - 0.1
    assert not any(nearly_alike([old], [new]) for old, new in others)


def test_a_mended_slip_is_nearly_alike() -> None:
    chance = random.Random(2)
    slips = [(with_slip(key, chance), key) for key in KEYS]

    alike = sum(nearly_alike([old], [new]) for old, new in slips)

    # one in ten stands in a word of weight itself ("nobdoy"): such a key starts anew, to be sure
    assert alike / len(slips) > 0.9


@pytest.mark.parametrize("word", ["not", "never", "no", "only"])
def test_a_word_that_turns_the_key_around_is_never_a_slip(word: str) -> None:
    for key in KEYS:
        words = key.split(" ")
        for at in range(len(words) + 1):
            changed = " ".join([*words[:at], word, *words[at:]])
            assert not nearly_alike([key], [changed])
            assert not nearly_alike([changed], [key])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ask again within 10 days of the meeting", "Ask again within 14 days of the meeting"),
        ("Ask again within three days of the meeting", "Ask again within five days of the meeting"),
        ("Say that he can decide about the plan himself", "Say that he can't decide about the plan himself"),
        ("Say that he is able to decide about the plan", "Say that he is unable to decide about the plan"),
        ("Tell the story in a careful way that fits the talk", "Tell the story in a careless way that fits the talk"),
        ("Ask what she wants before the meeting with the team", "Ask what she wants after the meeting with the team"),
        (
            "Share it with some of the people on the treatment team",
            "Share it with all of the people on the treatment team",
        ),
    ],
)
def test_what_says_something_else_is_not_nearly_alike(old: str, new: str) -> None:
    assert ratio(old, new) > 0.85, "the letters alone would hardly tell"
    assert not nearly_alike([old], [new])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ask what she makes of it now", "Ask what she makes of it now."),
        ("ask what she makes of it now", "Ask what she makes of it now"),
        ("Recieve the news with her, and wait", "Receive the news with her, and wait"),
        ("Don\u2019t hurry: ask what she makes of it", "Don't hurry: ask what she makes of it"),
    ],
)
def test_slips_of_spelling_case_and_marks_are_nearly_alike(old: str, new: str) -> None:
    assert nearly_alike([old], [new])


def test_another_number_of_texts_or_another_order_is_another_key() -> None:
    one, two = "Ask what she makes of it", "Wait until he has finished"

    assert nearly_alike([one, two], [one, two])
    assert not nearly_alike([one, two], [two, one])
    assert not nearly_alike([one], [one, two])
