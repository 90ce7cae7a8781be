"""What a learner's past says about the drill to come: what to ask, and what to go on with."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple, Protocol

from cps_quiz.core.drill.drill import Drill
from cps_quiz.core.memory.due import RECENT, History, Mode, Past, Temptation
from cps_quiz.core.memory.picking import pick
from cps_quiz.core.memory.skills import Skill, SkillMemory
from cps_quiz.core.questions.bank import Item, ItemId, Level
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.questions.interaction import Arrange, ChooseOne, Write
from cps_quiz.core.questions.shuffle import draw
from cps_quiz.core.record.asked_keys import Keys, keeps_memory
from cps_quiz.core.record.log import Aside
from cps_quiz.errors import QuizError


class Remembered(Protocol):
    """What the store remembers. Methods raise QuizError when it cannot be read."""

    def past(self) -> Mapping[ItemId, Past]:
        """What happened with each item."""

    def skills(self) -> Mapping[Skill, SkillMemory]:
        """What is understood of each objective and misconception."""

    def temptations(self, since: str) -> tuple[Temptation, ...]:
        """Misconceptions chosen since a day (ISO date)."""


PLAIN_FIRST, LIGHT_FIRST = 3, 5
"""A newcomer's questions that ask for plain knowledge, and those before anything has to be ordered or written."""


class Practice(NamedTuple):
    """What to practice: how many items, of which past; with `seed_given` the past does not decide."""

    size: int
    seed: int
    seed_given: bool = False
    mode: Mode = Mode.USUAL

    @property
    def is_drawn(self) -> bool:
        """Whether the seed alone decides."""
        return self.seed_given and self.mode is Mode.USUAL


def history(store: Remembered, now: datetime) -> History:
    """All that picking looks at; `now` is in the learner's time zone."""
    since = (now - RECENT).date().isoformat()
    return History(store.past(), store.temptations(since), now.astimezone(UTC), now.date(), store.skills())


class NothingFlaggedError(QuizError):
    """Nothing is flagged."""

    def __init__(self) -> None:
        super().__init__("Nothing is flagged yet.", "Press f on a question to flag it: cps-quiz drill")


class NothingOfThisKindError(QuizError):
    """There is nothing due, missed or new, whichever was asked for."""

    def __init__(self, mode: Mode) -> None:
        sentence, hint = _NOTHING[mode]
        super().__init__(sentence, hint)


_NOTHING = {
    Mode.DUE: ("Nothing of this is due today.", "Meet something new: cps-quiz drill --new"),
    Mode.MISSED: ("There is nothing of this that you missed the last time.", "Go on with: cps-quiz drill"),
    Mode.NEW: ("You have met every question of this kind.", "Bring back what is due: cps-quiz drill --due"),
}


def choose(items: Sequence[Item], practice: Practice, past: History | None) -> Sequence[Item]:
    """The items to ask. A given seed promises the same drill again, so it leaves the past aside.

    Raises NothingOfThisKindError when no item is what the mode asks for.
    """
    if past is None or practice.is_drawn:
        return draw(items, practice.size, practice.seed)
    found = pick(items, past, practice.size, practice.seed, practice.mode)
    if items and not found:
        raise NothingOfThisKindError(practice.mode)
    return found if past.past else gently(found, items, practice)


def gently(found: Sequence[Item], items: Sequence[Item], practice: Practice) -> Sequence[Item]:
    """A newcomer's first drill: some that ask for plain knowledge first, what takes longest to answer later."""
    plain = [item for item in items if item.level is Level.RECALL and _is(item, ChooseOne)]
    first = draw(plain, min(PLAIN_FIRST, practice.size), practice.seed)
    rest = [item for item in found if item not in first][: practice.size - len(first)]
    light = [item for item in rest if not _is(item, Arrange, Write)][: max(0, LIGHT_FIRST - len(first))]
    return [*first, *light, *(item for item in rest if item not in light)]


def _is(item: Item, *kinds: type) -> bool:
    return isinstance(item.body.interaction(), kinds)


class AskedKeys(Protocol):
    """What the store knows of keys. Methods raise QuizError when it cannot be read."""

    def keys_of(self, items: Iterable[ItemId]) -> Keys:
        """The keys of items as they were asked, by their prints."""


def with_changes(drill: Drill, past: History | None, store: AskedKeys | None) -> Drill:
    """`drill` with a note of the items whose key says something else than the one that was learned."""
    if past is None or store is None or not past.past:
        return drill
    from cps_quiz.core.questions.fingerprint import key_print, key_texts

    asked = {turn.item.id: turn.item for turn in drill.queue}
    learned = {id_: past.past[id_].memory for id_ in asked if id_ in past.past}
    other = {id_: memory.key for id_, memory in learned.items() if memory and memory.key != key_print(asked[id_])}
    if not other:
        return drill
    keys = store.keys_of(other)
    changed = (
        id_ for id_, old in other.items() if not keeps_memory(old, key_print(asked[id_]), keys, key_texts(asked[id_]))
    )
    return drill._replace(changed=frozenset(changed))


class Asides(Protocol):
    """What was put aside. Methods raise QuizError when it cannot be read."""

    def asides(self) -> Sequence[Aside]:
        """Items and topics that were put aside, or brought back."""


def not_aside(items: Iterable[Item], store: Asides | None) -> list[Item]:
    """The items that were not put aside, themselves or with their topic."""
    there = store.asides() if store is not None else ()
    away = {(one.kind, one.id) for one in there if one.aside}
    return [item for item in items if not {("item", str(item.id)), ("topic", str(item.topic))} & away]


def with_marks(drill: Drill, flagged: frozenset[ItemId]) -> Drill:
    """`drill` with the flags that its items had before."""
    return drill._replace(flagged=drill.flagged | (flagged & {turn.item.id for turn in drill.queue}))


def with_reasons(drill: Drill, past: History | None, glossary: Glossary, practice: Practice) -> Drill:
    """`drill` with what tells why each item was picked; of items that a seed drew there is none."""
    if past is None or practice.is_drawn:
        return drill

    def told(item: Item) -> str:
        from cps_quiz.core.memory.reasons import reason
        from cps_quiz.words.reasons import picked

        return picked(reason(item, past), glossary)

    return drill._replace(reason=told)


def index(items: Iterable[Item]) -> dict[ItemId, Item]:
    """Items that may be asked, by id."""
    return {item.id: item for item in items if not item.retired}
