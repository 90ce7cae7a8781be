"""The rules of `check`, for people to read."""

import json

from cps_quiz.journeys.drill.drill import unknown
from cps_quiz.lint.manual import Page, page
from cps_quiz.lint.rules import rules
from cps_quiz.lint.selection import codes_of, known_codes


def all_rules() -> str:
    """A line for each rule: code, name, severity, what it finds."""
    pages = [page(rule) for rule in rules().values()]
    width = max(len(about.code.name) for about in pages)
    return "\n".join(_row(about, width) for about in pages)


def _row(about: Page, width: int) -> str:
    code = about.code
    return f"{code.id}  {code.name:{width}}  {code.severity.value:7}  {about.summary}"


def manual_page(word: str) -> str:
    """The page of the rule of that code or name; those of a prefix one after another.

    Raises UnknownNameError for a word that is neither.
    """
    codes = sorted(codes_of(word))
    if not codes:
        raise unknown("rule", word, [rule.code.name for rule in rules().values()])
    return "\n\n".join(_full(page(rules()[code])) for code in codes)


def rules_as_json(word: str | None = None) -> str:
    """The rules of a code, name or prefix, all of them without one, for another program.

    Raises UnknownNameError for a word that is none of these.
    """
    codes = sorted(rules()) if word is None else sorted(known_codes(word))
    return json.dumps([_as_data(page(rules()[code])) for code in codes], indent=2)


def _as_data(about: Page) -> dict[str, str]:
    return {
        "code": about.code.id,
        "name": about.code.name,
        "severity": about.code.severity.value,
        "summary": about.summary,
        "explanation": about.text,
        "bad": about.bad,
        "good": about.good,
    }


def _full(about: Page) -> str:
    return f"{about.code.id} {about.code.name} ({about.code.severity.value})\n\n{about.text}"
