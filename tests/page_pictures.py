"""Draws the pictures of the practice page in README anew: python tests/page_pictures.py."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from practicing import Visitor, page_of, visitor

from cps_quiz.bank.files import shipped
from cps_quiz.bank.loading import load

FOLDER = Path(__file__).parent.parent / ".github" / "screens"

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


def draw(somebody: Visitor, folder: Path) -> None:
    """Draw each picture as the first screen that somebody sees."""
    for width, dark, script in PICTURES:
        somebody.open(width, dark=dark)
        somebody.forget()
        somebody.run(f"{script}; scrollTo(0, 0); document.activeElement.blur()")
        somebody.browser.picture(folder / f"page-{width}.png", whole=False)


if __name__ == "__main__":
    with visitor(page_of(load([shipped()]))) as somebody:
        draw(somebody, FOLDER)
