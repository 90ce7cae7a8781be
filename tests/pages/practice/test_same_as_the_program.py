"""The same answers on the page and in the program: scores, log lines and what is said of them are the same."""

import json
import re
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from random import Random
from typing import Any

import pytest
from browser import NAMES, chromium
from practicing import Visitor, page_of, visitor

from cps_quiz.bank.files import shipped
from cps_quiz.bank.library import Library
from cps_quiz.bank.loading import load
from cps_quiz.core.drill.drill import Answer, Turn
from cps_quiz.core.exam.blueprint import apportion
from cps_quiz.core.exam.exam import Breaks, Ending, Exam, Place, Settings
from cps_quiz.core.exam.report import FinishedExam, outcomes
from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.explanation import explain
from cps_quiz.core.questions.interaction import Arrange, ChooseOne, ChooseSome, Write, parts
from cps_quiz.core.questions.response import Arranged, Chosen, Response, Written
from cps_quiz.core.record.exam_record import to_kept
from cps_quiz.core.record.log import Circumstances, logged, plain
from cps_quiz.core.statistics.proportion import wilson
from cps_quiz.journeys.exam.past import view
from cps_quiz.pages.questions import cited
from cps_quiz.ui.drill.plain import say_explanation
from cps_quiz.words import drill as drill_words
from cps_quiz.words import feedback as feedback_words
from cps_quiz.words.durations import spoken

pytestmark = pytest.mark.skipif(not chromium(), reason=f"none of {', '.join(NAMES)} is on PATH")

TESTED = Path(__file__).parent.parent.parent / "cli"
OF_A_MACHINE = {"machine", "seq", "doubtful", "counted_at", "counted_day"}
"""What the record of a machine adds to an answer: a page has none of it."""


LIBRARIES = {
    "shipped": load([shipped()]),
    "small": load([TESTED / "practice"]),
    "sets": load([TESTED / "sets"]),
    "labels": load([Path(__file__).with_name("labels")]),
}


@pytest.fixture(scope="module", params=LIBRARIES)
def case(request: pytest.FixtureRequest) -> Iterator[tuple[Library, Visitor]]:
    library = LIBRARIES[request.param]
    with visitor(page_of(library)) as somebody:
        somebody.open()
        yield library, somebody


def responses(item: Item) -> list[Response]:
    """Every answer to a question with few, and some of the others."""
    random = Random(item.id)
    match item.body.interaction():
        case ChooseOne(options):
            return [Chosen((at,)) for at in range(len(options))]
        case ChooseSome(options):
            size = len(options)
            return [Chosen(tuple(at for at in range(size) if number >> at & 1)) for number in range(1, 1 << size)]
        case Arrange(steps):
            return [Arranged(order) for order in random.sample([*permutations(range(len(steps)))], 6)]
        case Write(points):
            return [Written("", ()), Written("My own <b>words</b>", tuple(range(len(points) // 2)))]


def pairs(library: Library) -> list[tuple[Item, Response]]:
    return [(item, response) for item in library.items if not item.retired for response in responses(item)]


def told(somebody: Visitor, script: str, cases: list[Any]) -> list[Any]:
    """What the page makes of each case; `one` is the case, `item` its item."""
    whole = (
        f"JSON.stringify({json.dumps(cases)}.map((one) => {{ const item = ITEMS.get(one.item); return {script}; }}))"
    )
    found: list[Any] = json.loads(somebody.run(whole))
    return found


def test_each_answer_makes_the_same_line_of_the_log(case: tuple[Library, Visitor]) -> None:
    library, somebody = case
    found = pairs(library)
    asked = [{"item": item.id, "response": plain(response)} for item, response in found]
    around = "{ attempt: 'x', again: 0, seed: 1, seconds: 2.5, at: 1795000000000 }"
    lines = told(somebody, f"entryOf(item, one.response, {around})", asked)

    for (item, response), line in zip(found, lines, strict=True):
        answer = Answer(Turn(item), response, item.body.score(response))
        circumstances = Circumstances(line["id"], "x", None, False, 1, 2.5, 1795000000000, line["day"])
        entry = logged(answer, circumstances)
        labels = [[label.kind.value, label.id] for label in entry.labels]
        ours = json.loads(json.dumps({**entry._asdict(), "labels": labels, "undone_at": None}))
        ours["again"], ours["score"] = int(ours["again"]), pytest.approx(ours["score"])
        assert line == {field: value for field, value in ours.items() if field not in OF_A_MACHINE}


def pieces(library: Library, item: Item, response: Response) -> list[str]:
    """What the program says of an answer, in the order of the page: what stands behind it comes first there."""
    lines: list[str] = []
    told_of = explain(item, tuple(range(parts(item.body.interaction()))), response)
    say_explanation(told_of, library.glossary, lines.append)
    options = 2 * len(told_of.options)
    lines = lines[options:] + lines[:options]
    return [piece for line in lines for piece in re.split(r"^\w\. |^\d\. |^- | \[(.*)\]$", line.strip()) if piece]


def test_each_answer_is_told_of_in_the_same_words(case: tuple[Library, Visitor]) -> None:
    library, somebody = case
    found = pairs(library)
    asked = [{"item": item.id, "response": plain(response)} for item, response in found]
    order = "Array.from({ length: partCount(item) }, (_, at) => at)"
    verdict_of = "verdictOf(item, entryOf(item, one.response, { again: 0 }))"
    script = f"[{verdict_of}, make('div', {{}}, explanation(item, {order}, one.response)).textContent]"
    for (item, response), (verdict, text) in zip(found, told(somebody, script, asked), strict=True):
        left, rest = "", squeezed(text)
        for piece in map(squeezed, pieces(library, item, response)):
            before, found_piece, rest = rest.partition(piece)
            assert found_piece, (item.id, response, piece, before)
            left += before
        own = f"{feedback_words.WROTE}{response.text}" if isinstance(response, Written) else ""
        headings = (feedback_words.RIGHT_ORDER, feedback_words.GOOD_ANSWER)
        more = {squeezed(one) for one in (cited(item, library.glossary), own, *headings)}
        for one in more:
            left, rest = left.replace(one, ""), rest.replace(one, "")
        assert set(left + rest) <= set("abcdef\u2713\u2717()"), (item.id, response, left, rest)
        answer = Answer(Turn(item), response, item.body.score(response))
        assert verdict == drill_words.verdict(answer)


def squeezed(text: str) -> str:
    """Without spaces, and without the signs of Markdown, which lines keep."""
    return re.sub(r"[\s*_-]+", "", text)


def answer_of(random: Random, item: Item) -> tuple[Response | None, Confidence | None]:
    """An answer and how sure it is, or none, or one of which it was not said."""
    response = random.choice([*responses(item), None])
    return response, random.choice([*Confidence, None]) if response else None


def test_a_result_of_an_exam_is_told_in_the_same_words(case: tuple[Library, Visitor]) -> None:
    library, somebody = case
    random = Random("exam")
    places = [
        Place(number, item, *answer_of(random, item), False, random.choice([3.0, 40.0, 125.0]))
        for number, item in enumerate([one for one in library.items if one.type != "reflection"][:40], 1)
    ]
    settings = Settings(seconds=5400.0, target=40.0, factor=1.5, certainty=True)
    exam = Exam(7, settings, tuple(places), 0, 1234.0, Breaks(1, 61.0, 0))
    finished = FinishedExam("x", 1, 0, 1, "2026-11-26", Ending.TIME, 7, settings, exam.breaks, 1234.0, outcomes(exam))
    line = {"exam": "x", "started_at": 0, "record": json.loads(to_kept(finished).record)}
    seen = view(finished, library)

    script = "[scoreSentence(one), ...headlines(one), ...missesInCommon(one).map((pair) => pair[1]),"
    script += " ...certaintySentences(one)]"
    (ours,) = told(somebody, script, [line])
    first, *rest = seen.headline()

    assert first.endswith(ours[0])
    assert ours[1:] == [*rest, *seen.misconceptions(), *seen.certainty()]
    parts_of = "([, list]) => list.map((part) => [part.name, part.right, part.asked])"
    (groups,) = told(somebody, f"resultGroups(one).map({parts_of})", [line])
    theirs = [[[name, part.right, part.asked] for name, part in group.parts] for group in seen.groups()]
    assert [sorted(group) for group in groups] == [sorted(group) for group in theirs if group]


def test_numbers_are_counted_and_written_in_the_same_way(case: tuple[Library, Visitor]) -> None:
    _, somebody = case
    shares = [at / 8 for at in range(9)] + [at / 200 for at in range(0, 200, 7)]
    times = [0.4, 1, 59, 89.4, 90, 150.5, 599, 600, 3600]
    seats: list[tuple[int, list[float]]] = [(50, [3, 1, 1.5]), (7, [1, 1, 1, 1]), (3, [0, 2, 0])]

    assert somebody.run(f"{json.dumps(shares)}.map(percent)") == [f"{one:.0%}" for one in shares]
    assert somebody.run(f"{json.dumps(times)}.map(spoken)") == [spoken(one) for one in times]
    for right, asked in ((0, 5), (2, 5), (5, 5), (33, 50)):
        assert somebody.run(f"wilson({right}, {asked})") == pytest.approx([*wilson(right, asked)])
    for seat, weights in seats:
        by_name = apportion(seat, dict(enumerate(weights)))
        assert somebody.run(f"apportion({seat}, {json.dumps(weights)})") == [*by_name.values()]
