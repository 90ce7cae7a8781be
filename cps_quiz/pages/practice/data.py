"""What the script of the page is told beside the texts, which it reads where they stand."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from cps_quiz.core.drill.drill import GAP, shown_order
from cps_quiz.core.exam.blueprint import ITEMS, LEVELS, MINUTES, TARGET
from cps_quiz.core.exam.exam import WARNINGS, Ending
from cps_quiz.core.exam.report import chance
from cps_quiz.core.memory.due import RECENT
from cps_quiz.core.memory.standing import FEWEST_OFFERS
from cps_quiz.core.questions.bank import Item, ItemId, Misconception, TopicId
from cps_quiz.core.questions.curriculum import Topic
from cps_quiz.core.questions.fingerprint import asked_print, fingerprint, key_print
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.questions.interaction import Arrange, ChooseOne, ChooseSome, Interaction, Option, Write
from cps_quiz.core.questions.labels import label_of
from cps_quiz.core.record.shareable import LONGEST_CODE
from cps_quiz.pages.practice.wording import wording
from cps_quiz.source.markdown import paragraphs
from cps_quiz.source.safe_text import safe
from cps_quiz.words import feedback as feedback_words


class Contents(NamedTuple):
    """What goes into a page. `alike` gives items that ask nearly the same one id: an exam has one of them at most."""

    title: str
    items: Sequence[Item]
    topics: Sequence[Topic]
    glossary: Glossary
    alike: Mapping[ItemId, ItemId] = MappingProxyType({})


def contents_of(
    title: str,
    items: Sequence[Item],
    topics: Mapping[TopicId, Topic],
    glossary: Glossary,
    alike: Mapping[ItemId, ItemId],
) -> Contents:
    """The contents of a page about `items`, with those topics alone that they are of."""
    there = {item.topic for item in items}
    known = [topic for id_, topic in topics.items() if id_ in there]
    unknown = [Topic(id_, id_) for id_ in sorted(there - topics.keys())]
    return Contents(title, items, (*known, *unknown), glossary, alike)


def page_data(contents: Contents) -> dict[str, Any]:
    """All that the script is told, ready for JSON; lists stand in the order of the texts."""
    return {
        "items": [_item(item, contents.alike.get(item.id)) for item in contents.items],
        "topics": [_topic(topic) for topic in contents.topics],
        "approaches": [_approach(known) for known in contents.glossary.misconceptions.values()],
        "objectives": {id_: safe(title) for id_, title in contents.glossary.objectives.items()},
        "settings": {
            "gap": GAP,
            "items": ITEMS,
            "minutes": MINUTES,
            "target": TARGET,
            "warnings": WARNINGS,
            "levels": {level.value: weight for level, weight in LEVELS.items()},
            "endings": {ending.name.lower(): ending.value for ending in Ending},
            "recent_days": RECENT.days,
            "fewest_offers": FEWEST_OFFERS,
            "longest_code": LONGEST_CODE,
        },
        "words": wording(),
    }


def order_on_paper(item: Item) -> tuple[int, ...]:
    """The order in which the parts of an item stand among the texts, as an order of steps would give itself away."""
    return shown_order(item.body.interaction(), 0, item.id)


def _item(item: Item, alike: ItemId | None) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": item.id,
        "topic": item.topic,
        "objective": item.objective,
        "level": item.level.value if item.level else None,
        "scenario": item.scenario.id if item.scenario else None,
        "set": item.set,
        "alike": alike,
        "negative": item.negative,
        "prints": [fingerprint(item), key_print(item), asked_print(item)],
        "chance": chance(item.body.interaction()),
        "order": order_on_paper(item),
        **_body(item.body.interaction()),
    }
    return {name: value for name, value in told.items() if value}


def _body(interaction: Interaction) -> dict[str, Any]:
    match interaction:
        case ChooseOne(options):
            return {"kind": "one", "options": [_option(option) for option in options]}
        case ChooseSome(options):
            return {"kind": "some", "options": [_option(option) for option in options]}
        case Arrange():
            return {"kind": "order"}
        case Write():
            return {"kind": "write"}


def _option(option: Option) -> list[Any]:
    """1 for the key or 0, and its label if it has one: kind and id."""
    label = label_of(option)
    return [int(option.correct), *([label.kind.value, label.id] if label else [])]


def _topic(topic: Topic) -> dict[str, Any]:
    return {"id": topic.id, "title": safe(topic.title), "weight": topic.weight}


def _approach(known: Misconception) -> dict[str, Any]:
    return {
        "id": known.id,
        "name": safe(known.name),
        "means": _plain(known.means),
        "behind": _plain(f"{feedback_words.behind(known)} {known.harms}"),
        "instead": _plain(known.instead),
        "apart": {id_: _plain(sentence) for id_, sentence in known.telling_apart},
    }


def _plain(text: str) -> str:
    """A text of the curriculum without its emphasis."""
    return " ".join(paragraph.text for paragraph in paragraphs(safe(text)))
