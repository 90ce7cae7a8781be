"""Short prints of an item: whether it, or its key, has changed since it was answered."""

from cps_quiz.core.bank import Item
from cps_quiz.core.interaction import Arrange, ChooseOne, ChooseSome, Write

LENGTH = 16
"""Hexadecimal digits kept: 64 bits, for telling versions of one item apart."""


def fingerprint(item: Item) -> str:
    """A print of all that a learner sees of `item`."""
    scenario = item.scenario.text if item.scenario else None
    return _print([item.type, scenario, item.stem, item.body.interaction()])


def key_print(item: Item) -> str:
    """A print of what is right: the key's texts, whatever their order; the steps in order; the points."""
    match item.body.interaction():
        case ChooseOne(options) | ChooseSome(options):
            return _print(sorted(option.text for option in options if option.correct))
        case Arrange(steps):
            return _print(steps)
        case Write(looks_for):
            return _print(looks_for)


def _print(value: object) -> str:
    import json
    from hashlib import sha256

    return sha256(json.dumps(value).encode()).hexdigest()[:LENGTH]
