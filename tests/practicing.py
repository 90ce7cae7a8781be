"""Practices on a page in a real browser, with keys and with fingers, as people do."""

import json
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from browser import HEIGHT, SECONDS, Browser, Seen, chromium

from cps_quiz.bank.library import Library
from cps_quiz.core.questions.bank import Item
from cps_quiz.pages.practice.data import Contents, contents_of
from cps_quiz.pages.practice.page import practice_page

HAND_OVERS, SWIPES = 5, 12
FINGER, STEPS = 600, 12
"""Pixels that a finger moves at once at most, and in how many steps; the window has HEIGHT of them."""

_CODES = {"Enter": 13, "Backspace": 8, "Escape": 27, "Tab": 9, " ": 32, "ArrowRight": 39, "ArrowLeft": 37}
_TEXTS = {"Enter": "\r", "Tab": "", "Backspace": "", "Escape": "", "ArrowRight": "", "ArrowLeft": ""}

_PLACE = """(() => {
  const named = (one) => (one.innerText || one.textContent).trim().replace(/\\s+/g, " ");
  const all = [...document.querySelectorAll("button, summary, label")].filter((one) => one.checkVisibility());
  const wanted = %s;
  const found = all.find((one) => named(one) === wanted) || all.find((one) => named(one).startsWith(wanted));
  if (!found) return JSON.stringify([wanted, all.map(named)]);
  if (%s) found.scrollIntoView({ block: "center" });
  const box = found.getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const top = document.elementFromPoint(x, y);
  const free = found.contains(top);
  return JSON.stringify({ x, y, free, off: Math.round(y - innerHeight / 2) });
})()"""
"""Where something of a name is, whether nothing lies over it, and how far below the middle of the window."""

_TOUCHES = """(() => {
  window.touched = [];
  addEventListener("click", (event) => window.touched.push(event.pointerType), true);
  addEventListener("keydown", (event) => window.touched.push(event.key), true);
})()"""

_STILL = """new Promise((done) => {
  let before = NaN;
  const look = () => {
    if (scrollY === before) done();
    before = scrollY;
    setTimeout(look, 60);
  };
  look();
})"""
"""Waits until a page that was thrown moves no more."""


class Visitor:
    """Somebody who practices on a page."""

    def __init__(self, browser: Browser, page: Path) -> None:
        self.browser = browser
        self.page = page

    def open(self, width: int = 800, *, dark: bool = False, forced: bool = False, touch: bool = False) -> Seen:
        """Open the page, or open it again.

        On a busy machine the browser hands over what was kept a moment later: then it is opened once more.
        """
        self.browser.call("Emulation.setTouchEmulationEnabled", enabled=touch)
        self.touch = touch
        kept = self._kept()
        for _ in range(HAND_OVERS):
            seen = self.browser.open(self.page, width, dark=dark, forced=forced, mobile=touch)
            self.run(_TOUCHES)
            if kept <= self._kept():
                break
            self.run("new Promise((done) => setTimeout(done, 500))")
        return seen

    def _kept(self) -> set[str]:
        """The names of what is in the storage and known to the page; nothing where there is neither."""
        known = "Object.keys(localStorage).filter((name) => HELD.has(name.slice(PREFIX.length)))"
        return set(self.run(f"(() => {{ try {{ return {known} }} catch {{ return [] }} }})()"))

    def forget(self) -> None:
        """Leave nothing of an earlier visit."""
        self.browser.run("localStorage.clear()")

    def run(self, script: str) -> Any:  # noqa: ANN401 - whatever the script gives
        return self.browser.run(script)

    @property
    def heading(self) -> str:
        return str(self.run("document.querySelector('h1').innerText"))

    @property
    def text(self) -> str:
        return str(self.run("document.getElementById('page').innerText"))

    @property
    def status(self) -> str:
        return str(self.run("document.getElementById('status').textContent"))

    @property
    def options(self) -> list[str]:
        found: list[str] = self.run("[...document.querySelectorAll('.options .said')].map((one) => one.textContent)")
        return found

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            told = {"key": key, "windowsVirtualKeyCode": _CODES.get(key, ord(key[0].upper()))}
            self.browser.call("Input.dispatchKeyEvent", type="keyDown", text=_TEXTS.get(key, key), **told)
            self.browser.call("Input.dispatchKeyEvent", type="keyUp", **told)

    def write(self, text: str) -> None:
        """Type into the field that has the focus."""
        self.browser.call("Input.insertText", text=text)

    def tap(self, name: str) -> None:
        """Tap or click what is called so, or begins so; a finger scrolls there first if it must."""
        place = self._place(name)
        for _ in range(SWIPES if self.touch else 0):
            if place["free"]:
                break
            self._swipe(place["off"])
            place = self._place(name)
        assert place["free"], f"something lies over {name}: {place}"
        place = {"x": place["x"], "y": place["y"]}
        if self.touch:
            before = self.run("window.touched.length")
            self.browser.call("Input.dispatchTouchEvent", type="touchStart", touchPoints=[place])
            self.browser.call("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])
            ends = time.monotonic() + SECONDS
            while self.run("window.touched.length") == before:  # the click comes after the touch
                assert time.monotonic() < ends, f"touching {name} did nothing"
            return
        for kind in ("mousePressed", "mouseReleased"):
            self.browser.call("Input.dispatchMouseEvent", type=kind, button="left", clickCount=1, **place)

    @property
    def hands(self) -> set[str]:
        """What has acted on the page since it was opened: "touch", "mouse", and keys by their names."""
        return set(self.run("window.touched"))

    def _place(self, name: str) -> dict[str, Any]:
        place = json.loads(self.run(_PLACE % (json.dumps(name), json.dumps(not self.touch))))
        assert isinstance(place, dict), place
        return place

    def _swipe(self, down: int) -> None:
        """Move the page under a finger, so that what is `down` pixels below the middle comes nearer to it."""
        way = max(-FINGER, min(FINGER, down))
        x, start = self.run("innerWidth / 2"), HEIGHT / 2 + way / 2
        for at in range(STEPS + 1):
            points = [{"x": x, "y": start - way * at / STEPS}]
            self.browser.call("Input.dispatchTouchEvent", type="touchMove" if at else "touchStart", touchPoints=points)
        self.browser.call("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])
        self.run(_STILL)

    def log(self) -> list[dict[str, Any]]:
        """The answers that the page keeps, oldest first, those too that were taken back."""
        found: list[dict[str, Any]] = json.loads(self.run("JSON.stringify(allEntries(true))"))
        return found

    def letters_of_key(self) -> str:
        """The letters of the key of the question that is shown, as a person who knows would find them."""
        script = """(() => {
          const shown = [...document.querySelectorAll('.options .said')].map((one) => one.textContent);
          const item = DATA.items.find((one) => one.kind !== 'write'
            && document.querySelector('.stem').textContent === textsOf(one).stem.map((n) => n.textContent).join('')
            && textsOf(one).parts.every((text) => shown.includes(text)));
          const parts = textsOf(item).parts;
          const key = item.options ? keyOf(item) : parts.map((_, index) => index);
          return key.map((index) => LETTERS[shown.indexOf(parts[index])]).join('');
        })()"""
        return str(self.run(script))


@contextmanager
def visitor(page: str) -> Iterator[Visitor]:
    """Somebody with a browser of their own, before a page of that text."""
    with TemporaryDirectory() as home:
        file = Path(home, "practice.html")
        file.write_text(page, encoding="utf-8")
        browser = Browser(chromium() or "", Path(home, "profile"))
        try:
            yield Visitor(browser, file)
        finally:
            browser.close()


def contents(library: Library, items: Iterable[Item] | None = None, title: str = "Practice page") -> Contents:
    """What a page about `items` of a library holds, of all that may be asked without them."""
    chosen = [item for item in library.items if not item.retired] if items is None else list(items)
    return contents_of(title, chosen, library.curriculum.topics, library.glossary, {})


def page_of(library: Library, items: Iterable[Item] | None = None) -> str:
    """A page about them."""
    return practice_page(contents(library, items))


def practice_a_while(somebody: Visitor) -> None:
    """Answer many questions, the first part of each wrongly as often as not, take one back, sit an exam.

    The seed is a drill's that has questions of every type.
    """
    somebody.run("""(() => {
      freshSeed = () => 3000000001;
      beginDrill(DATA.items, 50);
      for (let at = 0; at < 60 && recall("drill"); at += 1) {
        const drill = recall("drill");
        if (!drill.queue.length) break;
        const [id, again] = drill.queue[0];
        const item = ITEMS.get(id);
        const order = shownOrder(item, drill.seed, again);
        const some = { chosen: [at % 2 || !item.options ? order[0] : keyOf(item)[0]] };
        const arranged = at % 2 ? order : [...order].sort();
        const given = { write: { written: "mine", points: [0] }, order: { arranged } };
        const sure = item.kind === "write" ? null : [...SURE, null][at % 4];
        answered(drill, item, order, given[item.kind] || some, 3.25, sure);
      }
      undone(recall("drill"));
      prepareExam({ topic: "", size: 20, minutes: 30, factor: 1, untimed: false, certainty: true });
    })()""")
    somebody.press("Enter")
    for number, letter in enumerate("abcdabcdabcdabcdabc"):
        somebody.press(letter, *("123" if number % 4 else "")[number % 3 :][:1], "n")
    somebody.press("s", "Enter")


def saved(somebody: Visitor, folder: Path) -> Path:
    """What the button writes, as the browser saves it."""
    somebody.tap("Your answers")
    return handed_over(somebody, folder, "Save my answers to a file", "cps-quiz-answers")


def handed_over(somebody: Visitor, folder: Path, button: str, kind: str) -> Path:
    """The file of a name like `kind` that a button writes."""
    somebody.browser.call("Page.setDownloadBehavior", behavior="allow", downloadPath=str(folder))
    somebody.tap(button)
    ends = time.monotonic() + SECONDS
    while not (found := [*folder.glob(f"{kind}-*.jsonl")]):
        assert time.monotonic() < ends, "nothing was saved"
        somebody.run("new Promise((done) => setTimeout(done, 50))")
    return found[0]


def take_in(somebody: Visitor, file: Path) -> None:
    """Choose a file in the page's own field."""
    somebody.tap("Your answers")
    found = somebody.browser.call("Runtime.evaluate", expression="document.getElementById('file')")
    somebody.browser.call("DOM.setFileInputFiles", files=[str(file)], objectId=found["result"]["objectId"])
    ends = time.monotonic() + 20
    while not somebody.status:
        assert time.monotonic() < ends
        somebody.run("new Promise((done) => setTimeout(done, 50))")
