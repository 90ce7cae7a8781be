"""Whether what files name exists: ids across everything that is loaded together."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from cps_quiz.bank.library import Library, LoadedFile
from cps_quiz.bank.meant_ids import mean_ids, own_approach
from cps_quiz.core.questions.bank import Bank, Item, Misconception
from cps_quiz.core.questions.curriculum import Curriculum
from cps_quiz.core.questions.interaction import ChooseOne, ChooseSome, Option
from cps_quiz.source import codes
from cps_quiz.source.diagnostic import Code
from cps_quiz.source.misspelling import guess
from cps_quiz.source.node import CUT, Route, locate
from cps_quiz.source.problems import Problems
from cps_quiz.source.span import Lines

SHIPPED_CURRICULUM = "ma-cps"
MOST_NAMES = 12
"""Topics that a help names."""

OWN_TOPIC = (
    f"or add one of your own: a file with `curriculum: mine`, `extends: {SHIPPED_CURRICULUM}` and your topic under "
    "`topics:` keeps all others"
)


class _Broken(NamedTuple):
    """A link that leads nowhere: where it stands, and what to say."""

    route: Route
    code: Code
    message: str
    help: str
    item: str | None = None


def check_links(library: Library, problems: dict[str, Problems]) -> None:
    """Note every unknown or doubled id in the `problems` of its file (by path).

    Of a curriculum that a syntax error cut off nobody can tell what it lacks.
    """
    for file in library.files:
        mean_ids(problems[file.path], library, file.decoded.bank if file.decoded else None)
    if not any(file.curriculum is not None and _is_cut(file) for file in library.files):
        for file in library.files:
            _check_file(file, library, problems[file.path])
    _check_duplicates(library, problems)


def _is_cut(file: LoadedFile) -> bool:
    return file.node is not None and file.node.end == CUT


def _check_file(file: LoadedFile, library: Library, problems: Problems) -> None:
    if file.tree is None:
        return
    for broken in _of_file(file, library):
        if problems.full or file.node is None:
            return
        problems.item = broken.item
        node = locate(file.node, broken.route)
        problems.add(broken.code, (node.start, node.end), broken.message, broken.help)


def _of_file(file: LoadedFile, library: Library) -> Iterator[_Broken]:
    if file.curriculum is not None:
        yield from _extended(file.curriculum, library)
        yield from _confusions(file.curriculum.misconceptions.values(), library)
    if file.blueprint is not None:
        for topic in file.blueprint.topics or ():
            if topic not in library.curriculum.topics:
                yield _topic(topic, ("topics", topic), library, None)
    if file.decoded is None:
        return
    bank = file.decoded.bank
    yield from _confusions(bank.misconceptions, library)
    if bank.topic is not None and bank.topic not in library.curriculum.topics:
        yield _topic(bank.topic, ("topic",), library, None)
    known = _Known(frozenset({None, "", *library.misconceptions}), frozenset({None, "", *library.objectives}))
    for place, item in zip(file.decoded.places, bank.items, strict=True):
        yield from _of_item(item, ("items", place), bank, library, known)


class _Known(NamedTuple):
    """What options may name, or leave empty: nearly all are so, and need no closer look."""

    misconceptions: frozenset[str | None]
    objectives: frozenset[str | None]


def _of_item(item: Item, route: Route, bank: Bank, library: Library, linked: _Known) -> Iterator[_Broken]:
    known = library.curriculum.topics
    if item.topic and item.topic != bank.topic and item.topic not in known:
        yield _topic(item.topic, (*route, "topic"), library, item.id)
    if item.objective and item.topic in known:
        objectives = [objective.id for objective in known[item.topic].objectives]
        if item.objective not in objectives:
            message = f'the topic {item.topic} has no objective "{item.objective}"'
            yield _Broken(
                (*route, "objective"), codes.UNKNOWN_TOPIC, message, guess(item.objective, objectives), item.id
            )
    for index, id_ in enumerate(item.references):
        if id_ and id_ not in library.references:
            message = f'no reference is called "{id_}"'
            help_ = guess(id_, library.references, "add it under `references:`")
            yield _Broken((*route, "references", index), codes.UNKNOWN_REFERENCE, message, help_, item.id)
    match item.body.interaction():
        case ChooseOne(options) | ChooseSome(options):
            for index, option in enumerate(options):
                named = option.misconception in linked.misconceptions and option.names in linked.misconceptions
                if not named or option.objective not in linked.objectives:
                    yield from _of_option(option, (*route, "options", index), library, item.id)


def _of_option(option: Option, route: Route, library: Library, item: str) -> Iterator[_Broken]:
    for name, id_ in (("misconception", option.misconception), ("names", option.names)):
        if id_ and id_ not in library.misconceptions:
            yield _misconception(id_, (*route, name), library, item)
    if option.objective and option.objective not in library.objectives:
        message = f'the curriculum "{library.curriculum.id}" has no objective "{option.objective}"'
        help_ = guess(option.objective, library.objectives)
        yield _Broken((*route, "objective"), codes.UNKNOWN_TOPIC, message, help_, item)


def _confusions(misconceptions: Collection[Misconception], library: Library) -> Iterator[_Broken]:
    for misconception in misconceptions:
        for index, other in enumerate(misconception.confused_with):
            if other and other not in library.misconceptions:
                route = ("misconceptions", misconception.id, "confused_with", index)
                yield _misconception(other, route, library, None)
        for other, _ in misconception.telling_apart:
            if other not in library.misconceptions:
                yield _misconception(other, ("misconceptions", misconception.id, "telling_apart", other), library, None)


def _misconception(id_: str, route: Route, library: Library, item: str | None) -> _Broken:
    help_ = guess(id_, library.misconceptions, own_approach(id_))
    return _Broken(route, codes.UNKNOWN_MISCONCEPTION, f'no misconception is called "{id_}"', help_, item)


def _topic(id_: str, route: Route, library: Library, item: str | None) -> _Broken:
    message = f'the curriculum "{library.curriculum.id}" has no topic "{id_}"'
    known = library.curriculum.topics
    own = f"use one of: {', '.join(sorted(known)[:MOST_NAMES])}; {OWN_TOPIC}"
    return _Broken(route, codes.UNKNOWN_TOPIC, message, guess(id_, known, own), item)


def _extended(curriculum: Curriculum, library: Library) -> Iterator[_Broken]:
    known = {file.curriculum.id for file in library.files if file.curriculum is not None} | {SHIPPED_CURRICULUM}
    if curriculum.extends and curriculum.extends not in known - {curriculum.id}:
        message = f'no curriculum is called "{curriculum.extends}"'
        yield _Broken(("extends",), codes.UNKNOWN_TOPIC, message, f"the shipped one is called `{SHIPPED_CURRICULUM}`")


def _check_duplicates(library: Library, problems: dict[str, Problems]) -> None:
    seen: dict[tuple[str, str, str], tuple[LoadedFile, Route]] = {}
    lines: dict[str, Lines] = {}
    for file in library.files:
        for noun, id_, route in _ids(file):
            among = file.path if noun == "objective" else ""  # of one curriculum; all else of all files together
            if (noun, id_, among) not in seen:
                seen[noun, id_, among] = file, route
                continue
            first, at = seen[noun, id_, among]
            if not id_ or file.node is None or first.node is None:
                continue
            there = locate(first.node, at)
            if first.path not in lines:
                lines[first.path] = Lines(first.text)
            where = f"{first.path}:{lines[first.path].span(there.start, there.end).line}"
            here = locate(file.node, route)
            problems[file.path].item = id_ if noun == "item" else None
            message = f'the id "{id_}" of this {noun} is taken by the one at {where}'
            problems[file.path].add(codes.DUPLICATE_ID, (here.start, here.end), message, "give it another id")


def _ids(file: LoadedFile) -> Iterator[tuple[str, str, Route]]:
    if file.curriculum is not None:
        yield "curriculum", file.curriculum.id, ("curriculum",)
        for topic in file.curriculum.topics.values():
            for objective in topic.objectives:
                yield "objective", objective.id, ("topics", topic.id, "objectives", objective.id)
    if file.decoded is not None:
        yield "bank", file.decoded.bank.id, ("bank",)
        for place, item in zip(file.decoded.places, file.decoded.bank.items, strict=True):
            yield "item", item.id, ("items", place, "id")
