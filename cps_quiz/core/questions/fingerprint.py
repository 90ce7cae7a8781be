"""Short prints of an item: whether it, or its key, has changed since it was answered."""

from collections.abc import Iterable
from zlib import crc32

from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.interaction import Arrange, ChooseOne, ChooseSome, Write


def fingerprint(item: Item) -> str:
    """A print of what a learner reads of `item`, its answers open; labels that name approaches are not in it."""
    scenario = item.scenario.text if item.scenario else None
    return _print([item.type, scenario, item.stem, *_content(item)])


def _content(item: Item) -> list[object]:
    """Bare texts and truths, so that a print stays the same when the program's own classes change."""
    match item.body.interaction():
        case ChooseOne(options) | ChooseSome(options):
            return [(option.text, option.correct, option.why, option.misconception) for option in options]
        case Arrange(steps, why):
            return [*steps, why]
        case Write(looks_for, example, why):
            return [*looks_for, example, why]


def asked_print(item: Item) -> str:
    """A print of what is asked, without rationales and labels: the situation, the stem, the texts to choose from."""
    scenario = item.scenario.text if item.scenario else None
    return _print([item.type, scenario, item.stem, *_asked(item)])


def _asked(item: Item) -> list[str]:
    match item.body.interaction():
        case ChooseOne(options) | ChooseSome(options):
            return [option.text for option in options]
        case Arrange(steps):
            return list(steps)
        case Write():
            return []


def key_print(item: Item) -> str:
    """A print of what is right: the key's texts, whatever their order; the steps in order; the points."""
    is_choice = isinstance(item.body.interaction(), ChooseOne | ChooseSome)
    return print_of_key(key_texts(item), in_order=not is_choice)


def print_of_key(texts: Iterable[str], *, in_order: bool) -> str:
    """The same of its texts alone."""
    return _print(list(texts) if in_order else sorted(texts))


def key_texts(item: Item) -> list[str]:
    """The texts of what is right, in authored order."""
    match item.body.interaction():
        case ChooseOne(options) | ChooseSome(options):
            return [option.text for option in options if option.correct]
        case Arrange(steps):
            return list(steps)
        case Write(looks_for):
            return list(looks_for)


def _print(value: object) -> str:
    """Sixteen hexadecimal digits: two checksums tell versions apart, and hashlib costs start-up time."""
    text = repr(value).encode()
    return f"{crc32(text):08x}{crc32(text[::-1]):08x}"
