"""The page as one file: template, style, script, texts and data. It loads nothing, and only its own script may run."""

import json
from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files
from string import Template

from cps_quiz.pages.document import stylesheet
from cps_quiz.pages.markup import render
from cps_quiz.pages.practice.data import Contents, page_data
from cps_quiz.pages.practice.texts import texts
from cps_quiz.source.safe_text import safe
from cps_quiz.words import practice_page as page_words

SCRIPTS = (
    *("start", "markup", "questions", "scoring", "record", "lines", "keeping", "choosing", "totals", "sharing"),
    *("steering", "asking", "explaining", "asides", "sure", "drill_home", "drill", "drill_feedback", "drill_summary"),
    *("exam_setup", "exam_clock", "exam", "exam_end", "result", "reading", "standing"),
    *("sharing_view", "answers", "menu"),
)
"""The parts of the script in their order; together they are one, and all of them see each other."""


def practice_page(contents: Contents) -> str:
    """The text of the file."""
    style, script = f"{stylesheet()}{_own('practice.css')}", _script()
    return Template(_own("practice.html")).substitute(
        policy=escape(_policy(style, script)),
        title=escape(safe(contents.title)),
        too_old=escape(page_words.TOO_OLD),
        style=style,
        texts="".join(map(render, texts(contents))),
        data=_as_json(page_data(contents)),
        script=script,
    )


def _as_json(data: object) -> str:
    """JSON in ASCII that no text of can end the element that it stands in."""
    return json.dumps(data, separators=(",", ":")).replace("<", "\\u003c")


@cache
def _script() -> str:
    """Our own script, then the library, which is wanted late only: js-sha256, with the licence that goes with it."""
    library = [f"/*\n{_own('library/sha256-LICENSE.txt')}*/", _own("library/sha256.min.js")]
    return "\n".join([*(_own(f"script/{name}.js") for name in SCRIPTS), *library])


@cache
def _own(name: str) -> str:
    return files("cps_quiz.pages.practice").joinpath(name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """Nothing may be loaded, and no other script or style may count."""
    rules: Sequence[str] = (
        "default-src 'none'",
        f"style-src {_allowed(style)}",
        f"script-src {_allowed(script)}",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(rules)


def _allowed(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
