"""Texts that would like to be more than text, on the page in a real browser: they are shown, and nothing runs."""

from collections.abc import Iterator
from types import MappingProxyType

import pytest
from browser import NAMES, chromium
from practicing import Visitor, visitor

from cps_quiz.core.questions.bank import Item, ItemId, Misconception, Scenario, Source, TopicId
from cps_quiz.core.questions.curriculum import Objective, Topic
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.questions.interaction import MisconceptionId, ObjectiveId, Option
from cps_quiz.item_types.order import Order
from cps_quiz.item_types.reflection import Reflection
from cps_quiz.item_types.single import Single
from cps_quiz.pages.practice.data import Contents
from cps_quiz.pages.practice.page import practice_page

pytestmark = pytest.mark.skipif(not chromium(), reason=f"none of {', '.join(NAMES)} is on PATH")

RUN = "document.title='run'"
EVIL = (
    f"<script>{RUN}</script><img src=x onerror={RUN}></noscript><svg onload={RUN}></article>"
    f"<article id=q0><a href=javascript:{RUN}>x</a> ${{data}} {{name}} &lt;b&gt; <style>*{{display:none}}</style>"
)
ID, TOPIC, AIM = MisconceptionId("an-approach"), TopicId("a-topic"), ObjectiveId("an-aim")


def items() -> tuple[Item, ...]:
    options = (Option(f"{EVIL}1", True, EVIL), Option(f"{EVIL}2", False, EVIL, ID), Option(f"{EVIL}3", False, EVIL))
    one = Item(ItemId("one"), "single", EVIL, TOPIC, Single(options), Scenario("s", EVIL), AIM, hint=EVIL)
    steps = one._replace(id=ItemId("steps"), type="order", body=Order((f"{EVIL}1", f"{EVIL}2"), EVIL))
    own = one._replace(id=ItemId("own"), type="reflection", body=Reflection((EVIL,), EVIL, EVIL))
    return tuple(item._replace(references=("a-work",)) for item in (one, steps, own))


@pytest.fixture(scope="module")
def somebody() -> Iterator[Visitor]:
    known = Misconception(ID, EVIL, EVIL, EVIL, EVIL, (EVIL,))
    glossary = Glossary({TOPIC: EVIL}, {ID: known}, {"a-work": Source(EVIL)}, items(), MappingProxyType({AIM: EVIL}))
    topic = Topic(TOPIC, EVIL, EVIL, 1.0, (Objective(AIM, EVIL, EVIL),))
    with visitor(practice_page(Contents(EVIL, items(), (topic,), glossary))) as found:
        found.open()
        yield found


@pytest.mark.parametrize(
    "view",
    [
        "drillHome()",
        "beginDrill([ITEMS.get('one')], 1)",
        "beginDrill([ITEMS.get('one')], 1); showHint(ITEMS.get('one'), document.getElementById('hint'))",
        "beginDrill([ITEMS.get('one')], 1); document.querySelectorAll('.options button')[1].click()",
        "beginDrill([ITEMS.get('steps')], 1); document.querySelectorAll('.options button')[1].click()",
        "beginDrill([ITEMS.get('own')], 1); document.querySelector('.first').click()",
        "answered(recall('drill'), ITEMS.get('own'), [0], { written: EVIL_WORDS, points: [0] }, 1)",
        "topicView('a-topic')",
        "approachView('an-approach', notesHome)",
        "notesHome(); showFound('img', document.getElementById('found'))",
        "standingView()",
        "setAside('item', EVIL_WORDS, true); setAside('topic', EVIL_WORDS, true); answersView()",
        "answersView(); offerView(EVIL_WORDS); document.querySelector('main details').open = true",
        "examHome()",
    ],
)
def test_nothing_of_it_runs(somebody: Visitor, view: str) -> None:
    somebody.run(f"window.EVIL_WORDS = {EVIL!r}; {view}; 0")

    assert somebody.run("document.querySelectorAll('main :is(img, svg, script, style, iframe, [onerror])').length") == 0
    assert somebody.run("[...document.querySelectorAll('a')].map((one) => one.getAttribute('href'))") == ["#main"]
    assert somebody.run("document.title") == EVIL
    assert somebody.browser.seen() == ([], [])


def test_all_of_it_can_be_read(somebody: Visitor) -> None:
    somebody.run("beginDrill([ITEMS.get('one')], 1); document.querySelectorAll('.options button')[0].click(); 0")

    assert somebody.text.count("onerror") >= 9
    assert "{name}" in somebody.text
    assert "${data}" in somebody.text
