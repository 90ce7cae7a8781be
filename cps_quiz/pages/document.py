"""A page of HTML in one file: it loads nothing, and no script may run in it."""

from base64 import b64encode
from functools import cache
from importlib.resources import files

from cps_quiz.pages.markup import Element, Node, Verbatim, element, render

GENERATOR = "cps-quiz: a page that may be replaced"
"""Stands in every page, and tells those that the program wrote from others."""


def page(title: str, *body: Node) -> str:
    """The text of the file; `title` is its heading too."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_policy()),
        element("meta", name="generator", content=GENERATOR),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", title),
        element("style", Verbatim(stylesheet())),
    )
    main = element("main", element("h1", title), *body)
    return f"<!doctype html>{render(element('html', head, element('body', main), lang='en'))}\n"


def section(heading: str, *children: Node, **attributes: str) -> Element:
    """A part of a page under its heading."""
    return element("section", element("h2", heading), *children, **attributes)


@cache
def stylesheet() -> str:
    """The style of all pages."""
    return files("cps_quiz.pages").joinpath("paper.css").read_text(encoding="utf-8")


def _policy() -> str:
    """Nothing may be loaded or run, and of styles only our own: a style that slipped in would not count."""
    from hashlib import sha256

    digest = b64encode(sha256(stylesheet().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
