"""Draws the pictures in README anew: python tests/screens.py.

Screens of the terminal are drawn from the real program in a pseudo-terminal of 80x24, the page from Chromium.
"""

import io
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parent))

from browser import chromium
from past import Tried, keep
from practicing import Visitor, page_of, visitor
from program import Program, Terminal
from pyte.screens import Char
from rich.console import Console
from rich.style import Style
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from cps_quiz.bank.files import shipped
from cps_quiz.bank.loading import load
from cps_quiz.core.questions.labels import options_of, tempting
from cps_quiz.item_types.single import Single

from pages import tags  # isort: skip

FOLDER = Path(__file__).parent.parent / ".github" / "screens"
DRAWN_FROM = FOLDER / "page-drawn-from.txt"
"""SHA-256 of the page whose pictures lie beside it."""

TODAY, SEED = datetime(2027, 3, 1, 10, tzinfo=UTC), "3"
FREE_DAY = 5
"""So many days ago the learner last did nothing."""

MISSED, LEFT_OPEN = {4, 9, 10, 15}, 17
"""Questions of the exam, by their number."""

BROKEN = """\
format: 1
bank: support
title: Support
topic: reflection
items:
  - id: rest-day
    stem: Ana says she has no energy left for the group. What helps her most
    options:
      - correct: You ask her what would make room for some rest.
        why: It leaves the choice with her, and asks what the group is worth to her now.
      - wrong: You tell her to skip it for a week or two.
        misconception: giving-advise
        why: Option B takes the choice away from her.
"""
"""A bank as somebody may write their first one."""

THEME = TerminalTheme(
    (24, 27, 32),
    (222, 226, 232),
    [
        *((24, 27, 32), (242, 128, 128), (133, 204, 133), (232, 196, 104)),
        *((138, 180, 248), (208, 160, 240), (120, 205, 215), (222, 226, 232)),
    ],
)
"""Ground, text, and the eight colours of a terminal, each with a contrast of 7 or more."""

FORMAT = """\
<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace;
  font-size: {char_height}px; line-height: {line_height}px }}
.{unique_id}-title {{ font: bold 18px sans-serif }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""
"""Rich's own, without fonts that would be loaded from elsewhere."""


@contextmanager
def learner() -> Iterator[Program]:
    """The program with a steady clock, and with two weeks of practice behind it."""
    with TemporaryDirectory() as folder:
        home = Path(folder, "home")
        home.mkdir()
        program = Program(home, (sys.executable, str(Path(__file__).with_name("steady.py"))))
        program.environment |= {"STEADY_DAY": TODAY.date().isoformat(), "TZ": "UTC"}
        keep(home, shipped(), TODAY, practiced())
        yield program
        program.close()


def practiced() -> Iterator[Tried]:
    """What the learner answered: a few questions on most days, one in four wrongly."""
    items = [item for item in load([shipped()]).items if isinstance(item.body, Single) and tempting(item)]
    for number, item in enumerate(items[::3][:60]):
        wrong = next(option.text for option in options_of(item) if option.misconception)
        days_ago = 1 + number // 5
        yield Tried(item.id, days_ago + (days_ago > FREE_DAY), wrong if number % 4 == 1 else None)


def terminals(program: Program) -> Iterator[tuple[str, str, Terminal]]:
    """Each screen: its name, what was typed for it, and the terminal."""
    home = program.terminal()
    home.wait("enter start")
    yield "home", "cps-quiz", home

    drill = program.terminal("drill", "goal-setting", "--seed", SEED)
    drill.wait("q stop")
    yield "question", "cps-quiz drill goal-setting", drill
    answer_wrongly(drill)
    yield "explanation", "cps-quiz drill goal-setting", drill

    yield "exam-result", "cps-quiz exam --items 20", exam(program)

    (program.home / "support.yaml").write_text(BROKEN, encoding="utf-8")
    check = program.terminal("check", "support.yaml")
    check.end()
    check.stream.feed(check.error.replace("\n", "\r\n").encode())  # a terminal shows both
    yield "check", "cps-quiz check support.yaml", check


def answer_wrongly(drill: Terminal) -> None:
    for letter in "abcd":
        drill.press(letter)
        drill.wait_for(lambda: "Not this one" in drill.words or " Right." in drill.words)
        if "Not this one" in drill.words:
            return
        drill.press("u", "a-d answer", "q stop")


def exam(program: Program) -> Terminal:
    """An exam of which a few questions were missed, and one was left open."""
    program("exam", "print", "--items", "20", "--seed", SEED, "--folder", program.home)
    text = next(program.home.glob("*-key.html")).read_text(encoding="utf-8")
    keys = [re.findall(r"\b[a-f]\b", tag.words) for tag in tags(text, "h3")]
    sat = program.terminal("exam", "--items", "20", "--seed", SEED)
    sat.press("\r", "1 of 20", "q leave")
    for number, key in enumerate(keys, 1):
        wrong = number in MISSED and len(key) == 1
        for letter in "" if number == LEFT_OPEN else [chr(ord("a") + (key == ["a"]))] if wrong else key:
            sat.press(letter, "q leave")
        sat.press("\r", f"{number + 1} of 20" if number < len(keys) else "s hand in")
    sat.press("s", "Hand in all the same?")
    sat.press("\r", "q leave")
    return sat


def svg(name: str, title: str, terminal: Terminal) -> str:
    """A terminal as it stands, drawn by Rich."""
    terminal.settle()
    screen = terminal.screen
    console = Console(record=True, width=screen.columns, file=io.StringIO(), force_terminal=True, legacy_windows=False)
    for row in range(screen.lines):
        cells = [screen.buffer[row][column] for column in range(screen.columns)]
        runs = [(style, "".join(cell.data for cell in run)) for style, run in groupby(cells, key=style_of)]
        console.print(Text.assemble(*((text, style) for style, text in runs)), no_wrap=True, crop=True)
    return console.export_svg(title=title, theme=THEME, code_format=FORMAT, unique_id=name)


def style_of(cell: Char) -> Style:
    colors = {"default": None, "brown": "yellow"}
    front, back = (colors.get(color, color if color.isalpha() else f"#{color}") for color in (cell.fg, cell.bg))
    return Style(color=front, bgcolor=back, bold=cell.bold, italic=cell.italics, underline=cell.underscore)


def screens() -> dict[str, str]:
    """Each screen of the terminal as SVG, by the name of its file."""
    with learner() as program:
        return {f"{name}.svg": svg(name, title, terminal) for name, title, terminal in terminals(program)}


def page() -> str:
    """The page that is pictured."""
    return page_of(load([shipped()]))


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


ASKED = (
    "DATA.items.find((item) => item.topic === 'goal-setting' && item.level === 'apply' && tempting(item).length === 3)"
)
"""The question that is asked, and answered wrongly."""

QUESTION = f"""(() => {{
  const drill = {{ id: "x", seed: 3, total: 10, queue: [[{ASKED}.id, 0]], answers: [], skipped: [] }};
  keep("drill", drill);
  askNow(drill);
}})()"""
WRONG = f"""(() => {{
  const item = {ASKED};
  const at = shownOrder(item, 3, 0).findIndex((index) => temptation(item, index));
  document.querySelectorAll(".options button")[at].click();
}})()"""
EXAM = """(() => {
  window.freshSeed = () => 7;
  const exam = { topic: "", size: 12, minutes: 15, factor: 1, untimed: false };
  prepareExam(exam);
  document.querySelector(".first").click();
  for (const at of [0, 1, 2, 4]) {
    EXAM.state.at = at;
    examQuestion();
    document.querySelectorAll(".options button")[at % 3].click();
    if (at === 2) flagPlace();
  }
  goTo(2);
})()"""

PICTURES = ((320, False, QUESTION), (768, False, f"{QUESTION}; {WRONG}"), (1280, True, EXAM))
"""Width, whether it is dark, and what is shown."""


def draw_page(somebody: Visitor, folder: Path) -> None:
    """Draw each picture as the first screen that somebody sees."""
    for width, dark, script in PICTURES:
        somebody.open(width, dark=dark)
        somebody.forget()
        somebody.open(width, dark=dark)
        somebody.run(f"{script}; scrollTo(0, 0); document.activeElement.blur()")
        somebody.browser.picture(folder / f"page-{width}.png", whole=False)


def main() -> None:
    for name, text in screens().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    if not chromium():
        sys.exit("There is no Chromium here: the pictures of the page stay as they were.")
    text = page()
    with visitor(text) as somebody:
        draw_page(somebody, FOLDER)
    DRAWN_FROM.write_text(f"{digest(text)}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
