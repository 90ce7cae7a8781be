"""The file that `export page` writes: whole, closed to everything outside, and harmless whatever a bank says."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from html import unescape

from hypothesis import given, settings
from hypothesis import strategies as st
from practicing import contents, page_of

from cps_quiz.bank.files import shipped
from cps_quiz.bank.loading import load
from cps_quiz.core.questions.bank import Item, ItemId, Scenario, TopicId
from cps_quiz.core.questions.curriculum import Topic
from cps_quiz.core.questions.fingerprint import asked_print, fingerprint, key_print
from cps_quiz.core.questions.interaction import Option
from cps_quiz.item_types.single import Single
from cps_quiz.pages.practice.data import Contents, page_data
from cps_quiz.pages.practice.page import practice_page
from cps_quiz.source.safe_text import safe

from pages import CHEER, GLOSSARY, ONE  # isort: skip

LIBRARY = load([shipped()])
PAGE = page_of(LIBRARY)
MOST_BYTES = 1_000_000

HOSTILE = (
    "</script><script>alert(1)</script>",
    "</noscript><img src=x onerror=alert(1)>",
    "<article id=q0>",
    "$script ${title}",
    '"><style>*{display:none}</style>',
    "<!--<script>",
    "\u2028\u2029 \u202e",
)
TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(alphabet="<>&\"'/-!* \n\\\u202ea$", max_size=40))


def inside(page: str, start: str, end: str) -> str:
    found = re.search(rf"{start}(.*?){end}", page, re.DOTALL)
    assert found
    return found[1]


def policy(page: str) -> str:
    return unescape(inside(page, 'Content-Security-Policy" content="', '"'))


def test_the_page_of_the_shipped_banks_is_small_enough() -> None:
    assert len(PAGE.encode()) <= MOST_BYTES


def test_nothing_is_loaded_from_elsewhere() -> None:
    assert re.findall(r"\b(?:src|srcset|action|poster|data)\s*=", PAGE) == []
    assert re.findall(r"@import|url\(|import\(|fetch\(|XMLHttpRequest|WebSocket|sendBeacon|eval\(", PAGE) == []
    assert "http://" not in PAGE.replace("http://www.w3.org", "")


def test_only_its_own_script_and_style_may_count() -> None:
    for kind, text in (
        ("style", inside(PAGE, "<style>", "</style>")),
        ("script", inside(PAGE, "<script>", "</script>")),
    ):
        digest = b64encode(sha256(text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy(PAGE)
    assert policy(PAGE).startswith("default-src 'none';")
    assert "unsafe" not in policy(PAGE)


def test_every_item_is_told_with_the_prints_of_the_program() -> None:
    data = page_data(contents(LIBRARY))

    for item, told in zip(LIBRARY.items, data["items"], strict=True):
        assert told["prints"] == [fingerprint(item), key_print(item), asked_print(item)]
        assert told["id"] == item.id


def test_without_scripts_each_question_stands_there_with_its_answer_folded() -> None:
    texts = inside(PAGE, "<noscript>", "</noscript>")
    questions = texts.split("<article ")[1 : len(LIBRARY.items) + 1]

    for item, text in zip(LIBRARY.items, questions, strict=True):
        open_part, _, folded = text.partition("<details><summary>The answer, and why</summary>")
        assert item.stem.split()[0] in unescape(open_part)
        assert "the key" not in open_part
        assert folded


def item(text: str, other: str) -> Item:
    options = (Option(text, True, other), Option(other, False, text, CHEER))
    told = Scenario("x", other)
    return ONE._replace(
        id=ItemId(text), stem=text, hint=other, scenario=told, topic=TopicId(other), body=Single(options)
    )


@given(TEXTS, TEXTS)
@settings(deadline=None, max_examples=40)
def test_whatever_a_bank_says_stays_text(text: str, other: str) -> None:
    one = item(text, other)
    topic = Topic(TopicId(other), text, other)
    page = practice_page(Contents(text, (one,), (topic,), GLOSSARY))

    assert page.count("<script") == 2 + PAGE.count("<script") - 2
    assert page.count("</script>") == PAGE.count("</script>")
    assert page.count("<noscript>") == page.count("</noscript>") == 1
    assert page.count("<style>") == 1
    assert len(re.findall(r'<article id="q\d+"', page)) == 1
    data = json.loads(inside(page, 'id="data">', "</script>"))
    assert data["topics"][0]["title"] == safe(text)
    assert safe(page) == page
