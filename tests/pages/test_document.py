from base64 import b64encode
from hashlib import sha256
from itertools import pairwise

import pytest
from pages import GLOSSARY, ITEMS, exam_of, sat_exam, tags, view_of

from cps_quiz.pages.answer_key import key_page
from cps_quiz.pages.document import page
from cps_quiz.pages.question_paper import question_page
from cps_quiz.pages.report_page import report_page

PAGES = [
    pytest.param(page("A <title>", "text"), id="empty"),
    pytest.param(question_page(exam_of()), id="questions"),
    pytest.param(key_page(exam_of(), GLOSSARY), id="key"),
    pytest.param(report_page(view_of(sat_exam()), {item.id: item for item in ITEMS}), id="report"),
]


@pytest.mark.parametrize("text", PAGES)
def test_a_page_says_what_it_is(text: str) -> None:
    (title,) = tags(text, "title")[:1]

    assert text.startswith("<!doctype html>")
    assert tags(text, "html")[0].attributes == {"lang": "en"}
    assert [tag.text for tag in tags(text, "h1")] == [title.text]
    assert tags(text, "meta")[0].attributes == {"charset": "utf-8"}
    assert {"name": "viewport", "content": "width=device-width, initial-scale=1"} in [
        tag.attributes for tag in tags(text, "meta")
    ]


@pytest.mark.parametrize("text", PAGES)
def test_a_page_may_load_and_run_nothing(text: str) -> None:
    (policy,) = [t for t in tags(text, "meta") if t.attributes.get("http-equiv") == "Content-Security-Policy"]
    (style,) = tags(text, "style")
    digest = b64encode(sha256(style.text.encode()).digest()).decode()

    assert policy.attributes["content"].split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{digest}'",
        "base-uri 'none'",
        "form-action 'none'",
    ]


@pytest.mark.parametrize("text", PAGES)
def test_a_page_names_nothing_elsewhere(text: str) -> None:
    (style,) = tags(text, "style")
    names = {name for tag in tags(text) for name in tag.attributes}

    assert not {"script", "link", "iframe", "img", "a", "form", "base", "use", "image"} & {t.name for t in tags(text)}
    assert not {name for name in names if name in {"src", "href", "style", "xlink:href"} or name.startswith("on")}
    assert not [word for word in ("url(", "@import", "http", "expression", "</") if word in style.text]


@pytest.mark.parametrize("text", PAGES)
def test_headings_go_down_one_by_one(text: str) -> None:
    levels = [int(tag.name[1]) for tag in tags(text) if tag.name in {"h1", "h2", "h3"}]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("text", PAGES)
def test_tables_and_plots_name_their_parts(text: str) -> None:
    assert all(tag.attributes["scope"] in {"col", "row"} for tag in tags(text, "th"))
    for plot in tags(text, "svg"):
        assert plot.attributes["role"] == "img"
    assert len(tags(text, "desc")) == len(tags(text, "svg"))
    assert len(tags(text, "title")) == 1 + len(tags(text, "svg"))
