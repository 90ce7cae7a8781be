"""The rules of `check`, for people to read."""

from cps_quiz.journeys.drill.drill import unknown
from cps_quiz.lint.manual import Page, page
from cps_quiz.lint.rules import rules
from cps_quiz.lint.selection import codes_of


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


def _full(about: Page) -> str:
    return f"{about.code.id} {about.code.name} ({about.code.severity.value})\n\n{about.text}"
