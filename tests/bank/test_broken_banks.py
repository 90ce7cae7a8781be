"""«S006» stands right before the place of a problem with that code; the text is read without these marks."""

import pytest
from reading import library, places, unmarked

CURRICULUM = """\
format: 1
curriculum: c
title: C
topics:
  sleep: {title: Sleep, objectives: {rest: {title: Rest}}}
misconceptions:
  rushing: {name: Rushing, means: M, harms: H, instead: I}
references:
  book: {title: Book}
"""
BANK = "format: 1\nbank: b\ntitle: B\ntopic: sleep\n"
OPTIONS = "options: [{correct: A, why: W}, {wrong: B, why: W}]"
ITEMS = f"items:\n- id: one\n  stem: S?\n  {OPTIONS}\n"

FILES = [
    pytest.param("«S009»", id="empty"),
    pytest.param("«S009»# nothing but a comment\n", id="only-comments"),
    pytest.param("«S009»just words\n", id="a-text"),
    pytest.param("«S009»- a\n- b\n", id="a-list"),
    pytest.param("«S009»name: CI\non: push\n", id="neither-bank-nor-curriculum"),
    pytest.param("format: «S010»2\nbank: B B\nitms: x\n", id="newer-format-and-nothing-else"),
    pytest.param(f"format: «S006»one\nbank: b\ntitle: B\ntopic: sleep\n{ITEMS}", id="format-in-words"),
    pytest.param(f"format: «S006»1.0\nbank: b\ntitle: B\ntopic: sleep\n{ITEMS}", id="format-with-a-point"),
    pytest.param(f"format: «S006»0\nbank: b\ntitle: B\ntopic: sleep\n{ITEMS}", id="format-zero"),
    pytest.param(f"format: «S006»[1]\nbank: b\ntitle: B\ntopic: sleep\n{ITEMS}", id="format-a-list"),
    pytest.param(f"«S004»bank: b\ntitle: B\ntopic: sleep\n{ITEMS}", id="no-format"),
    pytest.param(f"«S004»format: 1\ntitle: B\ntopic: sleep\n{ITEMS}", id="no-bank-id"),
    pytest.param(f"«S004»format: 1\nbank: b\ntopic: sleep\n{ITEMS}", id="no-title"),
    pytest.param("«S004»format: 1\nbank: b\ntitle: B\n", id="no-items"),
    pytest.param(f"format: 1\nbank: b\ntitle: B\nitems:\n- «S004»id: one\n  stem: S?\n  {OPTIONS}\n", id="no-topic"),
    pytest.param("«S004 S004 S004»items:«S005»\n", id="all-missing-at-once"),
    pytest.param(f"{BANK}items: «S006»[]\n", id="no-item"),
    pytest.param(f"{BANK}items: «S005»many\n", id="items-a-text"),
    pytest.param(f"{BANK}items:\n  «S005»one: {{stem: S}}\n", id="items-a-mapping"),
    pytest.param(f"{BANK}{ITEMS}- «S005»two\n- «S005»[three]\n-«S005»\n", id="entries-that-are-no-items"),
    pytest.param(f"{BANK}{ITEMS}«S001»---\nbank: c\n", id="second-document"),
    pytest.param(f"{BANK}{ITEMS}- id: two\n  stem: One«S001»: two\n", id="colon-in-text"),
    pytest.param(f"{BANK}{ITEMS}- id: two\n  stem: «S001»'open\n  {OPTIONS}\n", id="quote-never-closed"),
    pytest.param(f"{BANK}{ITEMS}- id: two\n  stem: S\n «S001»{OPTIONS}\n", id="wrong-indentation"),
    pytest.param(f"{BANK}items:\n- id: one\n  options:\n  - correct: A\n  - «S001»@b\n", id="cut-off-options"),
    pytest.param(f"{BANK}items:\n- id: one\n  type: order\n  steps: [a, «S001»%b\n", id="cut-off-steps"),
    pytest.param(f"{BANK}scenarios: {{a: A, b: «S001»@b\n{ITEMS}", id="cut-off-scenarios"),
    pytest.param(f"{BANK}scenarios: {{ «S001»@b\n{ITEMS}", id="scenarios-cut-off-at-once"),
    pytest.param(f"{BANK}items:\n- «S005 S007»!!python/object/apply:os.system [echo]\n", id="tag"),
    pytest.param(f"{BANK}{ITEMS}- id: two\n  stem: ab«S007»\u202ec\n  {OPTIONS}\n", id="right-to-left-override"),
    pytest.param(f'{BANK}{ITEMS}- id: two\n  stem: «S007»"\\e[2J"\n  {OPTIONS}\n', id="escape-sequence"),
]

TOP = [
    pytest.param("title: «S005»[B]", id="title-a-list"),
    pytest.param("title:«S004»", id="title-empty"),
    pytest.param("bank: «S006»My bank", id="bank-id-no-id"),
    pytest.param("bank: «S005»{a: b}", id="bank-id-a-mapping"),
    pytest.param("topic: «S006»Sleep", id="topic-no-id"),
    pytest.param("topic: «R103»slep", id="unknown-topic"),
    pytest.param("license:«S004»", id="license-empty"),
    pytest.param("authors: «S005»Jo Park", id="authors-a-text"),
    pytest.param("authors: «S006»[]", id="no-author"),
    pytest.param("authors: [Jo, «S005»{name: Pat}]", id="author-a-mapping"),
    pytest.param("«S003»autors: [Jo]", id="unknown-field"),
    pytest.param("title: B\n«S002»title: C", id="field-twice"),
    pytest.param("«S002»format: 1\n«S002»format: 1", id="field-three-times"),
    pytest.param("«S005»[a]: b", id="field-name-a-list"),
    pytest.param("scenarios: «S005»[a]", id="scenarios-a-list"),
    pytest.param("scenarios:«S005»", id="scenarios-empty"),
    pytest.param("scenarios: «S006»{}", id="no-scenario"),
    pytest.param("scenarios: {«S006»At Home: text}", id="scenario-no-id"),
    pytest.param("scenarios: {home: «S005»[text]}", id="scenario-a-list"),
    pytest.param("scenarios: {home: «S004»}", id="scenario-empty"),
    pytest.param("scenarios: {home: a, «S002»home: b}", id="scenario-twice"),
    pytest.param("references: {paper: «S005»Title}", id="reference-a-text"),
    pytest.param("references: {paper: {«S004»url: u}}", id="reference-without-title"),
    pytest.param("references: {paper: {title: T, year: «S006»soon}}", id="reference-year"),
    pytest.param("references: {paper: {title: T, «S003»author: A}}", id="reference-unknown-field"),
    pytest.param("misconceptions: {own: {«S004 S004 S004 S004»sounds_like: [a]}}", id="misconception-of-nothing"),
    pytest.param(
        "misconceptions: {own: {name: N, means: M, harms: H, instead: I, confused_with: [«R102»hurry]}}",
        id="misconception-confused-with-nothing",
    ),
    pytest.param(
        "misconceptions: {own: {name: N, means: M, harms: H, instead: I, confused_with: [«S006»A, «R102»b]}}",
        id="misconception-confused-with-no-id",
    ),
]

IN_ITEM = [
    pytest.param("«S003»tpye: single", id="unknown-field"),
    pytest.param("type: «S006»essay", id="unknown-type"),
    pytest.param("type: «S005»[single]", id="type-a-list"),
    pytest.param("type:«S004»", id="type-empty"),
    pytest.param("level: «S006»hard", id="unknown-level"),
    pytest.param("level:«S004»", id="level-empty"),
    pytest.param("level: «S005»[apply]", id="level-a-list"),
    pytest.param("negative: «S006»yes", id="negative-yes"),
    pytest.param("retired: «S006»1", id="retired-one"),
    pytest.param("topic: «R103»slep", id="unknown-topic"),
    pytest.param("topic: «S006»Sleep!", id="topic-no-id"),
    pytest.param("objective: «R103»resting", id="unknown-objective"),
    pytest.param("objective: «S005»{a: b}", id="objective-a-mapping"),
    pytest.param("scenario: «R105»home", id="unknown-scenario"),
    pytest.param("scenario: «S006»At home", id="scenario-no-id"),
    pytest.param("references: [book, «R104»bok]", id="unknown-reference"),
    pytest.param("references: «S005»book", id="references-a-text"),
    pytest.param("references: [«S006»Book]", id="reference-no-id"),
    pytest.param("references: [«S005»[a], book, «R104»bok]", id="unknown-reference-after-a-wrong-one"),
    pytest.param("tags: [a, «S005»[b]]", id="tag-a-list"),
    pytest.param("set: «S006»A set", id="set-no-id"),
    pytest.param("hint:«S004»", id="hint-empty"),
    pytest.param("«S002»stem: Again?", id="stem-twice"),
    pytest.param("«S003»steps: [a, b]", id="field-of-another-type"),
]

THE_OPTIONS = [
    pytest.param("«S005»A", id="options-a-text"),
    pytest.param("«S006»[]", id="no-option"),
    pytest.param("[«S005»A, {correct: A, why: W}, {wrong: B, why: W}]", id="option-a-text"),
    pytest.param("[{correct: A, «S003»wyh: W, why: W}, {wrong: B, why: W}]", id="unknown-field"),
    pytest.param("[{«E301»correct: A}, {wrong: B, why: W}]", id="no-why"),
    pytest.param("[{correct: A, why: «E301»}, {wrong: B, why: W}]", id="empty-why"),
    pytest.param("[{correct: A, why: «S005»[W]}, {wrong: B, why: W}]", id="why-a-list"),
    pytest.param("[{correct: A, why: W}, {wrong: «S004», why: W}]", id="empty-text"),
    pytest.param("[{correct: A, why: W}, {wrong: B, why: W}, {«S004»why: W}]", id="neither-correct-nor-wrong"),
    pytest.param("[{correct: A, «S005»wrong: B, why: W}, {wrong: C, why: W}]", id="both-correct-and-wrong"),
    pytest.param("[{correct: A, why: W}, {wrong: B, why: W, «S005»wrong: C}]", id="wrong-twice"),
    pytest.param("[{correct: A, why: W}, {wrong: B, why: W, misconception: «R102»rush}]", id="unknown-misconception"),
    pytest.param("[{correct: A, why: W}, {wrong: B, why: W, misconception: «S006»Rush}]", id="misconception-no-id"),
    pytest.param(
        "[{correct: A, why: W, misconception: «S006»rushing}, {wrong: B, why: W}]", id="key-with-misconception"
    ),
    pytest.param("[{correct: A, why: W}, {wrong: B, why: W, names: «R102»rush}]", id="unknown-approach-named"),
    pytest.param("[{correct: A, why: W}, {wrong: B, why: W, objective: «R103»sleep}]", id="unknown-objective"),
    pytest.param("[{correct: A, why: W, objective: «S006»rest}, {wrong: B, why: W}]", id="key-with-objective"),
    pytest.param(
        "[{correct: A, why: W}, {wrong: B, why: W, misconception: rushing, objective: «S006»rest}]", id="two-labels"
    ),
    pytest.param("«K201»[{wrong: A, why: W}, {wrong: B, why: W}]", id="no-correct"),
    pytest.param("«K203»[{correct: A, why: W}]", id="no-wrong"),
    pytest.param("«K203»[{correct: A, why: W}, {correct: B, why: W}]", id="all-correct"),
    pytest.param("«K202»[{correct: A, why: W}, {correct: B, why: W}, {wrong: C, why: W}]", id="several-correct"),
    pytest.param(f"«S006»[{{correct: A, why: W}}{', {wrong: B, why: W}' * 6}]", id="seven-options"),
    pytest.param("«K201»[{«E301»wrong: A}, {«E301»wrong: B, misconception: «R102»x}]", id="several-problems-at-once"),
]

ITEM = [
    pytest.param(f"- «S004»stem: S?\n  {OPTIONS}", id="no-id"),
    pytest.param(f"- id: «S006»One\n  stem: S?\n  {OPTIONS}", id="id-no-id"),
    pytest.param(f"- «S004»id: one\n  {OPTIONS}", id="no-stem"),
    pytest.param("- «S004»id: one\n  stem: S?", id="no-options"),
    pytest.param(f"- id: one\n  stem: S?\n  {OPTIONS}\n- id: «R101»one\n  stem: S?\n  {OPTIONS}", id="same-id-twice"),
    pytest.param("- «S004 S004 S004»level: apply", id="only-a-level"),
    pytest.param(f"- id: one\n  stem: S?\n  reviewed: «S005»Jo\n  {OPTIONS}", id="reviewed-by-a-text"),
    pytest.param(f"- id: one\n  stem: S?\n  reviewed: {{by: Jo, on: «S006»soon}}\n  {OPTIONS}", id="reviewed-soon"),
    pytest.param(f"- id: one\n  stem: S?\n  reviewed: {{«S004»by: Jo}}\n  {OPTIONS}", id="reviewed-on-no-day"),
    pytest.param("-«S005»", id="nothing"),
    pytest.param("- «E301 S004»id: one\n  type: order\n  stem: S?", id="order-of-nothing"),
    pytest.param("- {id: one, type: order, stem: S?, why: W, steps: «S006»[a]}", id="one-step"),
    pytest.param("- {id: one, type: order, stem: S?, why: W, steps: «S006»[a, b, c, d, e, f, g]}", id="seven-steps"),
    pytest.param("- {id: one, type: order, stem: S?, why: W, steps: [a, b, «S005»{c: d}]}", id="step-a-mapping"),
    pytest.param(
        "- {id: one, type: order, stem: S?, why: W, steps: [a, b], «S003»options: x}", id="order-with-options"
    ),
    pytest.param("- {«E301 S004 S004»id: one, type: reflection, stem: S?}", id="reflection-of-nothing"),
    pytest.param("- {id: one, type: reflection, stem: S?, looks_for: «S006»[], example: E, why: W}", id="no-points"),
    pytest.param(
        "- {id: one, type: reflection, stem: S?, looks_for: «S006»[a, b, c, d, e, f, g], example: E, why: W}",
        id="seven-points",
    ),
    pytest.param("- {id: one, type: reflection, stem: S?, looks_for: [a], example: «S004», why: W}", id="no-example"),
    pytest.param(
        "- {id: one, type: multiple, stem: S?, options: «K203»[{correct: A, why: W}]}", id="multiple-all-right"
    ),
]

CURRICULA = [
    pytest.param("«S004 S004»format: 1\ncurriculum: c\n", id="nothing-taught"),
    pytest.param("«S004 S004 S004»topics: {a: {title: A}}\n", id="only-topics"),
    pytest.param("format: 1\ncurriculum: «S006»C C\ntitle: C\ntopics: {a: {title: A}}\n", id="id-no-id"),
    pytest.param("format: 1\ncurriculum: c\ntitle: C\ntopics: «S005»[a]\n", id="topics-a-list"),
    pytest.param("format: 1\ncurriculum: c\ntitle: C\ntopics: «S006»{}\n", id="no-topic"),
    pytest.param("format: 1\ncurriculum: c\ntitle: C\ntopics: {a: «S005»A}\n", id="topic-a-text"),
    pytest.param("format: 1\ncurriculum: c\ntitle: C\ntopics: {a: {«S004»summary: A}}\n", id="topic-without-title"),
    pytest.param("format: 1\ncurriculum: c\ntitle: C\ntopics: {a: {title: A, weight: «S006»0}}\n", id="weight-zero"),
    pytest.param(
        "format: 1\ncurriculum: c\ntitle: C\ntopics: {a: {title: A, objectives: {b: «S005»B}}}\n", id="objective"
    ),
    pytest.param("format: 1\ncurriculum: c\ntitle: C\ntopics: {a: {title: A}}\n«S003»scenarios: x\n", id="bank-field"),
    pytest.param(
        "format: 1\ncurriculum: c\ntitle: C\ntopics:\n  a: {title: A, objectives: {x: {title: X}}}\n"
        "  b: {title: B, objectives: {x: «R101»{title: X}}}\n",
        id="objective-of-two-topics",
    ),
    pytest.param(
        "format: 1\ncurriculum: c\ntitle: C\ntopics: {a: {title: A}}\nmisconceptions:\n"
        "  m: {name: M, means: M, harms: H, instead: I, telling_apart: {n: «R102»So.}}\n",
        id="telling-apart-from-nothing",
    ),
]


def check(text: str, *others: str) -> None:
    """Read a marked text; what is found must stand at its marks, and nowhere else."""
    clean, expected = unmarked(text)
    found = [d for d in library(clean, *others).diagnostics if d.path == "0.yaml"]
    assert sorted(places(found)) == sorted(expected)
    for sentence in (sentence for d in found for sentence in (d.message, d.help)):
        assert sentence.strip()
        assert not sentence.endswith(".")
        assert "\n" not in sentence


@pytest.mark.parametrize("text", FILES)
def test_broken_files(text: str) -> None:
    check(text, CURRICULUM)


@pytest.mark.parametrize("line", TOP)
def test_broken_fields_of_a_bank(line: str) -> None:
    replaced = line.partition(":")[0]
    head = "".join(kept for kept in BANK.splitlines(keepends=True) if not kept.startswith(f"{replaced}:"))
    check(f"{head}{line}\n{ITEMS}", CURRICULUM)


@pytest.mark.parametrize("line", IN_ITEM)
def test_broken_fields_of_an_item(line: str) -> None:
    check(f"{BANK}items:\n- id: one\n  stem: S?\n  {line}\n  {OPTIONS}\n", CURRICULUM)


@pytest.mark.parametrize("options", THE_OPTIONS)
def test_broken_options(options: str) -> None:
    check(f"{BANK}items:\n- id: one\n  stem: S?\n  options: {options}\n", CURRICULUM)


@pytest.mark.parametrize("item", ITEM)
def test_broken_items(item: str) -> None:
    check(f"{BANK}items:\n{item}\n", CURRICULUM)


@pytest.mark.parametrize("text", CURRICULA)
def test_broken_curricula(text: str) -> None:
    check(text)


def test_every_code_of_reading_has_a_broken_bank() -> None:
    tables = [*FILES, *TOP, *IN_ITEM, *THE_OPTIONS, *ITEM, *CURRICULA]
    shown = {code for row in tables for code, _, _ in unmarked(str(row.values[0]))[1]}
    in_texts = {f"S{number:03}" for number in range(1, 11)} - {"S008"}
    assert shown == in_texts | {"R101", "R102", "R103", "R104", "R105", "K201", "K202", "K203", "E301"}
