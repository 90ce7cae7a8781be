"""The page for everyone: axe-core finds nothing, in every view, light, dark and in forced colours; it fits and is big
enough to touch; and without scripts it can be read."""

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from browser import NAMES, chromium
from practicing import Visitor, page_of, visitor

import cps_quiz.pages.practice
from cps_quiz.bank.files import shipped
from cps_quiz.bank.loading import load
from cps_quiz.core.questions.bank import ItemId

pytestmark = pytest.mark.skipif(not chromium(), reason=f"none of {', '.join(NAMES)} is on PATH")

LIBRARY = load([shipped()])
LONG = "Wort" * 40
LEAST_PIXELS = 44
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

SAMPLE = """(() => {
  beginDrill(DATA.items, 12);
  for (let at = 0; at < 9; at += 1) {
    const drill = recall("drill");
    const [id] = drill.queue[0];
    const item = ITEMS.get(id);
    const order = shownOrder(item, drill.seed, 0);
    const given = { write: { written: "x", points: [] }, order: { arranged: order } }[item.kind];
    answered(drill, item, order, given || { chosen: [order[at % 3]] }, 1);
  }
  prepareExam({ topic: "", size: 6, minutes: 30, factor: 1, untimed: false });
  document.querySelector("button.first").click();
  document.querySelectorAll(".options button")[1].click();
  flagPlace();
  finishNow(SETTINGS.endings.handed_in);
  prepareExam({ topic: "", size: 6, minutes: 30, factor: 1, untimed: true, certainty: true });
  document.querySelector("button.first").click();
  for (const at of [0, 1, 2, 3]) {
    EXAM.state.at = at;
    examQuestion();
    for (const one of document.querySelectorAll(".options button")) one.click();
    beCertain(SURE[at % 3]);
  }
  finishNow(SETTINGS.endings.handed_in);
})()"""
"""Some practice and an exam, so that every view has something to show."""

KIND = "beginDrill(DATA.items.filter((item) => item.kind === '%s'), 1)"
AXE = [(320, False, False), (768, True, False), (1280, False, True), (320, True, True)]
"""Widths, whether dark, and whether colours are forced."""

FIRST = "document.querySelector('.first').click()"
SIT = f"prepareExam({{ topic: '', size: 6, minutes: 30, factor: 1, untimed: false }}); {FIRST}"
VIEWS = {
    "home": "drop('drill'); drillHome()",
    "cut-off": "beginDrill(DATA.items, 3); drillHome()",
    "one": KIND % "one",
    "some": f"{KIND % 'some'}; document.querySelectorAll('.options button')[1].click()",
    "order": f"{KIND % 'order'}; document.querySelectorAll('.options button')[1].click()",
    "write": KIND % "write",
    "points": f"{KIND % 'write'}; {FIRST}",
    "explained": f"{KIND % 'one'}; document.querySelectorAll('.options button')[1].click()",
    "hint": "beginDrill(DATA.items.filter((item) => textsOf(item).hint), 1);"
    " document.querySelector('.tools button').click()",
    "keys": f"{KIND % 'one'}; keysShown()",
    "summary": "drillSummary(recall('drill') || { answers: [], skipped: [], total: 1, queue: [] })",
    "exam-home": "examHome()",
    "exam": f"{SIT}; document.querySelectorAll('.options button')[1].click()",
    "overview": f"{SIT}; overview()",
    "hand-in": f"{SIT}; askToHandIn()",
    "break": f"{SIT}; takeBreak()",
    "result": "resultView(allExams()[0])",
    "walk": f"resultView(allExams()[0]); {FIRST}",
    "notes": "notesHome(); showFound('the', document.getElementById('found'))",
    "topic": "topicView(DATA.topics[0].id)",
    "approach": "approachView(DATA.approaches[0].id, notesHome)",
    "progress": "standingView()",
    "sure": "sureView(recall('drill') || { answers: [], skipped: [], total: 1, queue: [] }, () => {})",
    "exam-sure": f"{SIT.replace('untimed: false', 'untimed: false, certainty: true')};"
    " for (const at of Array(6).keys()) document.querySelectorAll('.options button')[at]?.click();"
    " beCertain('unsure')",
    "sure-result": "resultView(allExams().find((line) => line.record.settings.certainty))",
    "answers": "setAside('item', DATA.items[0].id, true); setAside('topic', DATA.topics[0].id, true); answersView()",
    "offer": "offerView('ma-2026'); document.querySelector('main summary').click()",
    "forget": "askToForget()",
}


@cache
def axe() -> str | None:
    """The script of axe-core that axe-playwright-python carries, if that is there; Playwright is not needed."""
    found = find_spec("axe_playwright_python")
    where = Path(found.origin).with_name("axe.min.js") if found and found.origin else None
    return where.read_text(encoding="utf-8") if where and where.exists() else None


@pytest.fixture(scope="module")
def one_browser() -> Iterator[Visitor]:
    with visitor(page_of(LIBRARY)) as somebody:
        somebody.open()
        somebody.run(SAMPLE)
        yield somebody


@pytest.fixture(scope="module")
def endless() -> Iterator[Visitor]:
    """A page on which every text is one word without end."""
    long = [item._replace(id=ItemId(item.id), stem=LONG, hint=LONG) for item in LIBRARY.items if item.type != "x"]
    with visitor(page_of(LIBRARY, long).replace("<title>Practice page", f"<title>{LONG}")) as somebody:
        somebody.open()
        somebody.run(SAMPLE)
        yield somebody


def shown(somebody: Visitor, view: str) -> None:
    somebody.run(f"stand(); VIEW.leave = null; {VIEWS[view]}; 0")


@pytest.mark.skipif(not axe(), reason="axe-core is not here: pip install --no-deps axe-playwright-python")
@pytest.mark.parametrize(("width", "dark", "forced"), AXE)
def test_axe_finds_nothing_in_any_view(one_browser: Visitor, width: int, *, dark: bool, forced: bool) -> None:
    one_browser.open(width, dark=dark, forced=forced)
    one_browser.run(f"{axe()}; 0")
    found: dict[str, Any] = {}
    for view in VIEWS:
        shown(one_browser, view)
        options = {"runOnly": STANDARDS, "resultTypes": ["violations"]}
        told = json.loads(one_browser.run(f"axe.run(document, {json.dumps(options)}).then((r) => JSON.stringify(r))"))
        assert told["passes"]
        for one in told["violations"]:
            found[f"{view}: {one['id']}"] = [node["html"][:160] for node in one["nodes"]]
    assert found == {}


@pytest.mark.skipif(not axe(), reason="axe-core is not here: pip install --no-deps axe-playwright-python")
def test_axe_would_notice(one_browser: Visitor) -> None:
    one_browser.open(320)
    one_browser.run(f"{axe()}; 0")
    one_browser.run("document.getElementById('main').append(document.createElement('input')); 0")
    told = json.loads(one_browser.run("axe.run(document).then((r) => JSON.stringify(r.violations.map((v) => v.id)))"))

    assert "label" in told


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_fits_and_is_big_enough_to_touch(one_browser: Visitor, view: str, width: int) -> None:
    if one_browser.run("innerWidth") != width:
        one_browser.open(width)
    shown(one_browser, view)
    small = one_browser.run(f"""[...document.querySelectorAll("button, select, input, textarea, summary, .tick")]
      .filter((one) => one.checkVisibility() && !one.closest(".tick input") && one.type !== "checkbox")
      .map((one) => [one.getBoundingClientRect(), one.outerHTML.slice(0, 120)])
      .filter(([box]) => Math.min(box.width, box.height) < {LEAST_PIXELS})""")

    assert small == []
    assert one_browser.browser.overflow() == 0


@pytest.mark.parametrize("view", VIEWS)
def test_text_of_twice_the_size_fits(one_browser: Visitor, view: str) -> None:
    if one_browser.run("innerWidth") != 640:
        one_browser.open(640)
    one_browser.run("document.documentElement.style.fontSize = '200%'; 0")
    shown(one_browser, view)

    assert one_browser.browser.overflow() == 0


@pytest.mark.parametrize("view", ["home", "one", "explained", "exam", "walk", "notes"])
def test_words_without_end_are_broken(endless: Visitor, view: str) -> None:
    if endless.run("innerWidth") != 320:
        endless.open(320)
    shown(endless, view)

    assert endless.browser.overflow() == 0


@pytest.mark.parametrize("dark", [False, True])
def test_every_text_can_be_told_from_its_ground(one_browser: Visitor, *, dark: bool) -> None:
    one_browser.open(768, dark=dark)
    for view in ("one", "some", "explained", "result", "progress"):
        shown(one_browser, view)
        assert [found for found in one_browser.browser.contrasts() if found[0] < 4.5] == []


def test_the_focus_can_be_seen_and_goes_through_every_control(one_browser: Visitor) -> None:
    one_browser.open(768)
    shown(one_browser, "one")
    met = []
    for _ in range(20):
        one_browser.press("Tab")
        met.append(one_browser.run("document.activeElement.innerText"))
        style = one_browser.run("getComputedStyle(document.activeElement).outlineStyle")
        if met[-1] == "Keys":
            break
        assert style == "solid" or not met[-1]

    assert sum(text[:2] in {"a\n", "b\n", "c\n", "d\n", "a ", "b ", "c ", "d "} for text in met) >= 3
    assert "Skip" in met


def test_nothing_moves_for_those_who_do_not_want_it() -> None:
    style = Path(cps_quiz.pages.practice.__file__).with_name("practice.css").read_text(encoding="utf-8")
    outside = re.sub(r"@media \(prefers-reduced-motion: no-preference\) \{.*?\n\}", "", style, flags=re.DOTALL)

    assert "transition" in style
    assert not re.search(r"transition|animation|scroll-behavior", outside)


def test_without_scripts_the_questions_are_there_with_their_answers_folded(one_browser: Visitor) -> None:
    one_browser.browser.call("Emulation.setScriptExecutionDisabled", value=True)
    try:
        one_browser.browser.open(one_browser.page, 320)
        assert "Scripts are off here" in one_browser.run("document.body.innerText")
        assert one_browser.run("document.querySelectorAll('article').length") > len(LIBRARY.items)
        assert one_browser.run("document.querySelectorAll('details[open]').length") == 0
        assert one_browser.run("document.querySelector('article .why').checkVisibility()") is False
        assert one_browser.browser.overflow() == 0
    finally:
        one_browser.browser.call("Emulation.setScriptExecutionDisabled", value=False)
