"""The pages in a real browser, where this machine has one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import NAMES, Browser, chromium
from pages import GLOSSARY, ITEMS, ONE, exam_of, sat_exam, tags, view_of

from cps_quiz.bank.files import shipped
from cps_quiz.bank.loading import load
from cps_quiz.core.exam.report import outcomes
from cps_quiz.core.questions.bank import ItemId, Scenario, TopicId
from cps_quiz.pages.answer_key import key_page
from cps_quiz.pages.question_paper import question_page
from cps_quiz.pages.report_page import report_page
from cps_quiz.pages.review_sheet import review_page

PROGRAM = chromium()
pytestmark = pytest.mark.skipif(not PROGRAM, reason=f"none of {', '.join(NAMES)} is on PATH")

LONG = "Wort" * 40
LEAST_CONTRAST = 4.5
"""WCAG 2.2, 1.4.3, for text of usual size."""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    opened = Browser(PROGRAM or "", tmp_path_factory.mktemp("browser"))
    yield opened
    opened.close()


def pages() -> dict[str, str]:
    """One page of each kind, of the shipped items or of words without end."""
    library = load([shipped()])
    shipped_items = [item for item in library.items if item.type != "reflection"][:12]
    exam = exam_of(shipped_items)
    endless = ONE._replace(stem=LONG, scenario=Scenario("x", LONG), references=(LONG,), topic=TopicId(LONG))
    long = exam_of([endless])
    found = [one._replace(item=ItemId(LONG), topic=TopicId(LONG)) for one in outcomes(sat_exam())] * 10
    return {
        "questions": question_page(exam),
        "key": key_page(exam, library.glossary),
        "report": report_page(view_of(sat_exam()), {item.id: item for item in ITEMS}),
        "review": review_page("Goal setting", shipped_items, library.glossary),
        "endless-questions": question_page(long),
        "endless-key": key_page(long, GLOSSARY),
        "endless-report": report_page(view_of(long, *found), {endless.id: endless}),
    }


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    for name, page in pages().items():
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    return {path.stem: path for path in folder.iterdir()}


KINDS = ["questions", "key", "report", "review", "endless-questions", "endless-key", "endless-report"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("width", [360, 1200])
def test_a_page_opens_without_complaint_and_fits(
    browser: Browser, written: dict[str, Path], kind: str, width: int
) -> None:
    seen = browser.open(written[kind], width)

    assert seen == ([], [])
    assert browser.overflow() == 0


@pytest.mark.parametrize("kind", ["questions", "key", "report"])
@pytest.mark.parametrize(("dark", "media"), [(False, "screen"), (True, "screen"), (True, "print")])
def test_every_text_can_be_told_from_its_ground(
    browser: Browser, written: dict[str, Path], kind: str, media: str, *, dark: bool
) -> None:
    browser.open(written[kind], 700, dark=dark, media=media)
    contrasts = browser.contrasts()

    assert len(contrasts) >= len(tags(written[kind].read_text(encoding="utf-8"), "p"))
    assert [found for found in contrasts if found[0] < LEAST_CONTRAST] == []


@pytest.mark.parametrize(
    ("dark", "media", "white"), [(False, "screen", True), (True, "screen", False), (True, "print", True)]
)
def test_readers_who_like_it_dark_get_it_dark_but_print_on_white(
    browser: Browser, written: dict[str, Path], media: str, *, dark: bool, white: bool
) -> None:
    browser.open(written["report"], 700, dark=dark, media=media)
    ground = browser.run("getComputedStyle(document.documentElement).backgroundColor")
    ink = browser.run("getComputedStyle(document.body).color")

    assert (ground == "rgb(255, 255, 255)") is white
    assert (ink == "rgb(0, 0, 0)") is (media == "print")


@pytest.mark.parametrize("kind", ["questions", "key", "report"])
def test_questions_and_plots_stay_on_one_page_of_paper(browser: Browser, written: dict[str, Path], kind: str) -> None:
    browser.open(written[kind], 700, media="print")
    broken = browser.run(
        "[...document.querySelectorAll('article, figure')].filter("
        "(e) => getComputedStyle(e).breakInside !== 'avoid').length"
    )

    assert broken == 0


def spoiled(page: Path, was: str, now: str) -> Path:
    text = page.read_text(encoding="utf-8")
    assert was in text
    other = page.with_name(f"spoiled-{page.name}")
    other.write_text(text.replace(was, now, 1), encoding="utf-8")
    return other


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param("<script>document.title = 'run'</script>", id="script"),
        pytest.param("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>", id="image"),
        pytest.param("<p style='color: red'>", id="style"),
        pytest.param("<style>p { color: red }</style>", id="stylesheet"),
        pytest.param("<link rel='stylesheet' href='http://127.0.0.1:9/x.css'>", id="elsewhere"),
    ],
)
def test_what_slips_in_is_held_back(browser: Browser, written: dict[str, Path], inside: str) -> None:
    seen = browser.open(spoiled(written["questions"], "<body>", f"<body>{inside}"), 360)

    assert "Content Security Policy" in " ".join(seen.trouble)
    assert browser.run("document.title") != "run"


def test_these_tests_would_notice(browser: Browser, written: dict[str, Path]) -> None:
    wide = spoiled(written["questions"], "Question 1</h3>", "</h3><pre>" + "x" * 200 + "</pre>")
    pale = spoiled(written["report"], "--ink: #1a1a1a", "--ink: #999999")
    pale = spoiled(pale, "style-src &#x27;sha256-", "style-src 'unsafe-inline' 'x-")

    browser.open(wide, 360)
    assert browser.overflow() > 0
    browser.open(pale, 360)
    assert min(browser.contrasts())[0] < LEAST_CONTRAST
