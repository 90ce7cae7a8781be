"""What the page gives to an instructor is what the program gives: the same answers through both, line by line."""

import base64
import hmac
import json
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from browser import NAMES, chromium
from practicing import Visitor, handed_over, page_of, practice_a_while, saved, take_in, visitor
from program import Program

from cps_quiz.bank.files import shipped
from cps_quiz.bank.loading import load
from cps_quiz.pool.contribution import pseudonym, shared_id
from cps_quiz.words import sharing as words

pytestmark = pytest.mark.skipif(not chromium(), reason=f"none of {', '.join(NAMES)} is on PATH")

PAGE = page_of(load([shipped()]))
CODE = "ma-2026"
FIELDS = {
    *("contribution", "pseudonym", "id", "item", "print", "chosen", "points", "confidence", "exam", "first_try"),
    *("number", "month"),
}
VECTORS = [
    ([0x0B] * 20, b"Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
    (
        list(b"Jefe"),
        b"what do ya want for nothing?",
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    ),
    ([0xAA] * 20, b"\xdd" * 50, "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
    ([*range(1, 26)], b"\xcd" * 50, "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"),
    (
        [0xAA] * 131,
        b"Test Using Larger Than Block-Size Key - Hash Key First",
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
    ),
    (
        [0xAA] * 131,
        (
            b"This is a test using a larger than block-size key and a larger than block-size data."
            b" The key needs to be hashed before being used by the HMAC algorithm."
        ),
        "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2",
    ),
]
"""RFC 4231, test cases 1 to 4, 6 and 7: https://www.rfc-editor.org/rfc/rfc4231"""


@pytest.fixture(scope="module")
def one_browser() -> Iterator[Visitor]:
    with visitor(PAGE) as somebody:
        somebody.open()
        yield somebody


@pytest.fixture
def somebody(one_browser: Visitor) -> Visitor:
    one_browser.open()
    one_browser.forget()
    one_browser.open()
    return one_browser


def given(somebody: Visitor, folder: Path, code: str = CODE) -> Path:
    """What the page writes for a programme, once it has shown it."""
    ask(somebody, code, "Show what would leave")
    assert somebody.heading == "What would leave"
    return handed_over(somebody, folder, "Write the file", "cps-quiz-for-instructor")


def ask(somebody: Visitor, code: str, button: str) -> None:
    somebody.tap("Your answers")
    somebody.run("document.getElementById('programme').focus()")
    somebody.write(code)
    somebody.tap(button)


def told(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def taken(run: Program, file: Path) -> None:
    assert run("history", "import", file).code == 0


def test_the_library_keeps_to_the_published_values(somebody: Visitor) -> None:
    for key, text, expected in VECTORS:
        assert hmac.digest(bytes(key), text, "sha256").hex() == expected
        assert somebody.run(f"sha256.hmac({key}, {list(text)})") == expected


def test_pseudonyms_and_ids_are_those_of_the_program(somebody: Visitor) -> None:
    for secret, code, id_ in (("0" * 64, CODE, "x"), ("ab" * 32, "Ümlaut € 𝄞", "0197/dec-1"), ("f" * 64, "a b", "é")):
        somebody.run(f"keep('secret', {json.dumps(secret)})")
        assert somebody.run(f"pseudonymIn({json.dumps(code)})") == pseudonym(secret, code)
        assert somebody.run(f"sharedId({json.dumps(code)}, {json.dumps(id_)})") == shared_id(code, id_)


def test_points_are_rounded_as_in_the_program(somebody: Visitor) -> None:
    scores = [at / of for of in (1, 2, 3, 6, 7, 8, 10, 15, 16, 2000) for at in range(of + 1)]

    assert somebody.run(f"{scores}.map(thousandths)") == [round(score, 3) for score in scores]


def test_the_same_answers_make_the_same_contribution(somebody: Visitor, run: Program, tmp_path: Path) -> None:
    practice_a_while(somebody)
    taken(run, saved(somebody, tmp_path))
    theirs = tmp_path / "theirs.jsonl"
    ended = run("history", "share", "--programme", CODE, "-o", theirs, "--yes")
    ask(somebody, f" {CODE} ", "Show what would leave")
    shown = somebody.text
    somebody.tap("All of it, word for word")
    word_for_word = somebody.run("new Promise((d) => setTimeout(() => d(document.querySelector('pre').innerText), 50))")
    ours = given(somebody, tmp_path).read_text(encoding="utf-8")

    lines = told(ours)
    assert word_for_word.splitlines() == ours.splitlines()
    assert lines == told(theirs.read_text(encoding="utf-8"))
    assert {frozenset(line) for line in lines if "undone" not in line} == {frozenset(FIELDS)}
    assert len(lines) > 60
    assert {line["confidence"] for line in lines if "item" in line} == {"sure", "unsure", "guessing", None}
    assert any(line.get("undone") for line in lines)
    assert any(line["chosen"] is None for line in lines if "item" in line)
    same = [one for one in ended.out.splitlines() if one.startswith(("Not:", "For each", "Fifty", str(len(lines) - 1)))]
    assert len(same) == 4
    assert [one for one in same if one not in shown] == []
    assert "You can take it all back later, on this page." in shown


def test_nothing_else_leaves(somebody: Visitor, tmp_path: Path) -> None:
    practice_a_while(somebody)
    text = given(somebody, tmp_path).read_text(encoding="utf-8")

    secrets = {somebody.run("recall('secret')")}
    for entry in somebody.log():
        secrets |= {entry["id"], entry["attempt"], str(entry["answered_at"]), entry["day"], str(entry["seed"])}
        secrets |= {option for option, _ in entry["chosen"]}
    assert [one for one in secrets if one in text] == []
    assert "mine" not in text


@pytest.mark.skipif(not find_spec("duckdb"), reason="duckdb is not here")
def test_a_pool_takes_the_page_and_the_program_of_one_person_as_one(
    somebody: Visitor, run: Program, tmp_path: Path
) -> None:
    practice_a_while(somebody)
    taken(run, saved(somebody, tmp_path))
    ours, theirs, pool = given(somebody, tmp_path), tmp_path / "theirs.jsonl", tmp_path / "pool"
    run("history", "share", "--programme", CODE, "-o", theirs, "--yes")
    answers = sum("item" in line for line in told(ours.read_text(encoding="utf-8")))

    added = run("results", "add", ours, "--pool", pool)
    assert (added.code, added.out.splitlines()[0]) == (
        0,
        f"1 new person and {answers} new answers; the pool has 1 and {answers}.",
    )
    again = run("results", "add", theirs, "--pool", pool)
    assert again.out.startswith(f"0 new people and 0 new answers; the pool has 1 and {answers}.")

    ask(somebody, CODE, "Show what would leave")
    somebody.tap("Write nothing")
    back = withdrawn(somebody, tmp_path)
    removed = run("results", "remove", back, "--pool", pool)
    assert removed.out.startswith("1 person was taken out of")


def withdrawn(somebody: Visitor, folder: Path) -> Path:
    somebody.tap("Your answers")
    somebody.run("document.getElementById('programme').focus()")
    somebody.write(CODE)
    return handed_over(somebody, folder, "Take back what I gave", "cps-quiz-taken-back")


@pytest.mark.parametrize("ours", ["0" * 64, "f" * 64])
def test_page_and_program_agree_on_one_secret_in_whatever_order_they_meet(
    somebody: Visitor, run: Program, tmp_path: Path, ours: str
) -> None:
    run("drill", "-n", "2", "--seed", "5", stdin="b\nb\n")
    run("history", "share", "--programme", CODE, "-o", tmp_path / "first.jsonl", "--yes")
    exported = tmp_path / "answers.jsonl"
    exported.write_text(run("history", "export").out, encoding="utf-8")
    somebody.run(f"keep('secret', '{ours}')")
    take_in(somebody, exported)
    taken(run, saved(somebody, tmp_path))
    run("history", "share", "--programme", CODE, "-o", tmp_path / "second.jsonl", "--yes")

    names = {line["pseudonym"] for line in told((tmp_path / "second.jsonl").read_text(encoding="utf-8"))}
    assert names == {somebody.run(f"pseudonymIn('{CODE}')")}


def test_an_exam_that_was_deleted_is_neither_shown_nor_shared(somebody: Visitor, run: Program, tmp_path: Path) -> None:
    run("exam", "--items", "3", "--seed", "5", stdin="a\n\nb\n")
    run("drill", "-n", "1", "--seed", "5", stdin="a\n")
    run("exam", "delete", "1", stdin="y\n")
    exported = tmp_path / "answers.jsonl"
    exported.write_text(run("history", "export").out, encoding="utf-8")
    take_in(somebody, exported)
    run("history", "share", "--programme", CODE, "-o", tmp_path / "theirs.jsonl", "--yes")
    taken_over = json.loads(run("history", "export").out.splitlines()[-1])["secret"]
    somebody.run(f"takeSecret('{taken_over}'); keep('secret', '{taken_over}')")

    assert somebody.run("allExams().length") == 0
    ours = told(given(somebody, tmp_path).read_text(encoding="utf-8"))
    theirs = told((tmp_path / "theirs.jsonl").read_text(encoding="utf-8"))
    assert sorted(ours, key=lambda line: line["id"]) == sorted(theirs, key=lambda line: line["id"])
    assert '"exam_deleted"' in somebody.run("exportText(true)")


@pytest.mark.parametrize("code", ["", "   ", "x" * 61, "tab\there", "zero\u200bwidth"])
def test_what_is_no_code_is_refused_with_a_word(somebody: Visitor, code: str) -> None:
    practice_a_while(somebody)
    somebody.tap("Your answers")
    somebody.run(f"document.getElementById('programme').value = {json.dumps(code)}")
    somebody.tap("Show what would leave")

    assert somebody.status == f"{words.NO_CODE} Ask your instructor for it."
    assert somebody.run("document.activeElement.id") == "programme"
    assert somebody.heading == "Your answers"


def test_where_nothing_is_there_is_nothing_to_give_or_to_take_back(somebody: Visitor) -> None:
    ask(somebody, CODE, "Show what would leave")
    assert somebody.status == words.NO_ANSWERS
    somebody.tap("Take back what I gave")
    assert somebody.status == words.NOTHING_SHARED


def test_it_works_where_the_browser_has_neither_storage_nor_hashes(somebody: Visitor) -> None:
    data = base64.b64encode(PAGE.encode()).decode()
    somebody.browser.open(f"data:text/html;base64,{data}", 360)
    assert somebody.run("[typeof crypto.subtle, isSecureContext]") == ["undefined", False]
    practice_a_while(somebody)
    ask(somebody, CODE, "Show what would leave")

    assert "once you close it nothing here can take the answers back" in somebody.text
    somebody.tap("All of it, word for word")
    somebody.run("new Promise((done) => setTimeout(done, 50))")
    first = json.loads(somebody.run("document.querySelector('pre').innerText.split('\\n')[0]"))
    assert first["pseudonym"] == pseudonym(somebody.run("recall('secret')"), CODE)
    assert somebody.browser.seen() == ([], [])
