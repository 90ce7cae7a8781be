"""How soon the first question of the page to practice on can be answered, on a machine that is four times slower."""

import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parent.parent))

from browser import Browser, chromium
from measure import Result, compared, in_turn, table
from practicing import page_of

from cps_quiz.bank.files import shipped
from cps_quiz.bank.library import Library
from cps_quiz.bank.loading import load
from cps_quiz.core.questions.bank import Item, ItemId

RUNS = 9
SLOWER = 4
LIMITS = {320: 500, 1000: 2000}
"""Milliseconds until the first question, by how many there are."""

_READY = """new Promise((done) => {
  document.querySelector("button.first").click();
  if (!document.querySelector(".options, textarea")) throw new Error("no question");
  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())));
})"""
_SHOWN = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"


def many(library: Library, count: int) -> list[Item]:
    """The shipped items, again and again under new ids."""
    items = [item for item in library.items if not item.retired]
    return [items[at % len(items)]._replace(id=ItemId(f"{items[at % len(items)].id}-{at}")) for at in range(count)]


def milliseconds(browser: Browser, page: Path, script: str) -> float:
    """From opening the page until what the script waits for."""
    browser.run("try { localStorage.clear() } catch {}")
    browser.open(page, 360)
    return float(browser.run(script))


def benchmark() -> list[Result]:
    program = chromium()
    if program is None:
        raise SystemExit("There is no Chromium.")
    library, found = load([shipped()]), []
    with TemporaryDirectory() as home:
        browser = Browser(program, Path(home, "profile"))
        browser.call("Emulation.setCPUThrottlingRate", rate=SLOWER)
        for count, limit in LIMITS.items():
            text = page_of(library, many(library, count))
            ours, floor = Path(home, f"{count}.html"), Path(home, f"{count}-floor.html")
            ours.write_text(text, encoding="utf-8")
            floor.write_text(text[: text.rindex("<script>")], encoding="utf-8")
            pairs = in_turn(
                lambda: milliseconds(browser, ours, _READY),  # noqa: B023 - called at once
                lambda: milliseconds(browser, floor, _SHOWN),  # noqa: B023
                RUNS,
            )
            name = f"{count} items, first question (limit {limit} ms, page {len(text.encode()) / 1e6:.2f} MB)"
            found.append(compared(name, pairs, "ms"))
            print(f"{name}: {median(one for one, _ in pairs):.0f} ms, highest {max(one for one, _ in pairs):.0f} ms")
        browser.close()
    return found


if __name__ == "__main__":
    print(table(benchmark()))
