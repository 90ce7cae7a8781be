"""Every rule's page: it is complete, and its examples show what they say."""

import pytest
from reading import library

from cps_quiz.lint import rules as package
from cps_quiz.lint.fixing import apply_fixes
from cps_quiz.lint.manual import page
from cps_quiz.lint.rules import Rule, rules
from cps_quiz.lint.run import run
from cps_quiz.lint.selection import Selection
from cps_quiz.lint.suppression import suppress
from cps_quiz.plugins import members
from cps_quiz.source.diagnostic import Diagnostic

LONGEST_SUMMARY = 90
NO_TEXT = frozenset({"S008", "B607", "B608", "B609"})
"""What no text can show: bytes that are no text, and what a group answered."""

MEND_THEMSELVES = frozenset({"S011", "W508"})
"""Rules whose findings come with a fix."""

CONTRACT = """
S001 yaml-syntax error
S002 duplicate-field error
S003 unknown-field error
S004 missing-field error
S005 wrong-type error
S006 bad-value error
S007 unsafe-yaml error
S008 unreadable-file error
S009 not-a-bank error
S010 unsupported-format error
S011 yaml-surprise warning
S012 unused-ignore warning
S013 lost-comment warning
R101 duplicate-id error
R102 unknown-misconception error
R103 unknown-topic error
R104 unknown-reference error
R105 unknown-scenario error
R106 unused-definition warning
K201 no-correct-option error
K202 several-correct-options error
K203 no-wrong-option error
K204 duplicate-option error
K205 option-count warning
K206 select-count error
K207 reused-options warning
K208 lettered-option error
E301 missing-why error
E302 empty-why error
E303 why-names-letter error
E304 missing-label warning
E305 repeated-why warning
E306 why-length warning
E307 mixed-labels error
C401 longest-key warning
C402 shortest-key warning
C403 echoed-key warning
C404 absolute-distractors warning
C405 grammar-cue warning
C406 all-of-the-above error
C407 none-of-the-above warning
C408 tone-cue warning
C409 odd-one-out warning
W501 negative-stem warning
W502 combined-options error
W503 true-false warning
W504 fill-in-the-blank warning
W505 unfocused-stem warning
W506 vague-frequency warning
W507 reading-level warning
W508 unsorted-numbers warning
W509 person-first-language warning
W510 long-stem warning
W511 not-shown warning
B601 lopsided-key warning
B602 guessable-bank warning
B603 near-duplicate-items warning
B604 leaked-key warning
B605 uneven-topics info
B606 loaded-word info
B607 miskeyed info
B608 idle-distractor info
B609 weak-item info
F701 to-be-written error
"""
"""Code, name and severity of every rule. None of them ever changes its meaning."""

PROMISED = {line.split()[0]: line for line in CONTRACT.strip().splitlines()}
RULES = [pytest.param(rule, id=code) for code, rule in rules().items()]
WITH_BAD = [pytest.param(rule, id=code) for code, rule in rules().items() if code not in NO_TEXT]


def line_of(rule: Rule) -> str:
    return f"{rule.code.id} {rule.code.name} {rule.code.severity.value}"


def problems(text: str) -> list[Diagnostic]:
    """All that `check` reports of a text."""
    loaded = library(text)
    found = [*loaded.diagnostics, *run(loaded, rules().values())]
    return suppress(loaded.files[0], found, Selection())


def codes(text: str) -> set[str]:
    return {diagnostic.code.id for diagnostic in problems(text)}


@pytest.mark.parametrize("rule", RULES)
def test_code_name_and_severity_are_those_promised(rule: Rule) -> None:
    assert line_of(rule) == PROMISED.get(rule.code.id)


def test_every_promised_rule_is_there() -> None:
    assert set(rules()) == set(PROMISED)


def test_files_are_called_like_their_rules() -> None:
    files = {name: rule.code for name, rule in members(package, "RULE", Rule).items()}

    assert list(files) == [f"{code.id.lower()}_{code.name.replace('-', '_')}" for code in files.values()]


@pytest.mark.parametrize("rule", RULES)
def test_a_page_starts_with_one_short_sentence(rule: Rule) -> None:
    first, blank, why, *_ = page(rule).text.splitlines()

    assert first.endswith(".")
    assert len(page(rule).summary) <= LONGEST_SUMMARY
    assert "|" not in first
    assert not blank
    assert why


@pytest.mark.parametrize("rule", WITH_BAD)
def test_the_bad_example_makes_the_rule_fire(rule: Rule) -> None:
    assert rule.code.id in codes(page(rule).bad)


@pytest.mark.parametrize("rule", RULES)
def test_the_good_example_is_sound_and_does_not(rule: Rule) -> None:
    found = problems(page(rule).good)

    assert page(rule).good
    assert rule.code.id not in {diagnostic.code.id for diagnostic in found}
    assert [diagnostic for diagnostic in found if diagnostic.is_error] == []


@pytest.mark.parametrize("rule", WITH_BAD)
def test_what_the_bad_example_shows_is_told_in_clauses(rule: Rule) -> None:
    shown = [diagnostic for diagnostic in problems(page(rule).bad) if diagnostic.code == rule.code]

    assert [d.message for d in shown if not d.message or d.message.endswith(".")] == []
    assert [d.help for d in shown if not d.help or d.help.endswith(".")] == []


@pytest.mark.parametrize("rule", [param for param in WITH_BAD if param.id in MEND_THEMSELVES])
def test_a_fix_mends_the_bad_example(rule: Rule) -> None:
    bad = page(rule).bad
    mended, count = apply_fixes(bad, [problem for problem in problems(bad) if problem.code == rule.code])

    assert count
    assert codes(mended) == codes(bad) - {rule.code.id}
