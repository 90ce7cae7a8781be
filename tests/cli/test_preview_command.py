"""`cps-quiz preview` shows what can be shown, and what check says of it."""

from pathlib import Path

from program import Program

BANK = """\
format: 1
bank: mine
title: Mine
topic: reflection
items:
  - id: mine-1
    stem: What helps Dana most right now?
    options:
      - correct: Ask what matters to her in her own life and also at work
        why: It starts from her own aims and keeps the choice in her hands.
      - wrong: Hand her a list of groups
        misconception: giving-advice
        why: It offers an answer before anybody knows what the question is for her.
      - wrong: Ask if it will pass soon
        misconception: minimizing-feelings
        why: It talks over the fear and does not ask what it is about for her.
  - id: mine-2
    stem: "What now?" she asks
"""


def test_sound_items_are_shown_beside_what_check_says(run: Program, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(BANK, encoding="utf-8")
    ended = run("preview", "a.yaml", cwd=tmp_path)

    assert ended.code == 0
    assert "mine-1 · 1 of 1" in ended.out
    assert "9:18: warning C401 the key has 56 characters" in ended.out
    assert "1 problem outside of the questions shown:\na.yaml:18:22: error S001" in ended.out


def test_a_page_holds_the_same(run: Program, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(BANK, encoding="utf-8")
    ended = run("preview", "a.yaml", "--html", "p.html", cwd=tmp_path)

    assert (ended.code, ended.out) == (0, "p.html has 1 question. Open it in a browser.\n")
    assert "the key has 56 characters" in (tmp_path / "p.html").read_text(encoding="utf-8")


def test_a_broken_item_does_not_keep_others_from_bank_show(run: Program, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(BANK, encoding="utf-8")

    assert run("bank", "show", "mine-1", "--bank", "a.yaml", cwd=tmp_path).code == 0


STEPS = """\
format: 1
bank: steps
title: Steps
topic: reflection
items:
  - id: steps-1
    type: order
    stem: In which order does Luis go on with Ray?
    steps:
      - Hear what weighs on him
      - Ask where he would like to begin
      - Agree on one small step
    why: A step fits only when Ray has been heard and has chosen where to begin.
"""


def test_steps_do_not_stand_in_their_right_order_before_they_are_explained(run: Program, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(STEPS, encoding="utf-8")
    shown = run("preview", "a.yaml", cwd=tmp_path).out

    asked, explained = shown.split("Put all in order")
    assert "a. Hear what weighs on him\nb. Ask" not in asked
    assert "1. Hear what weighs on him\n2. Ask where he would like to begin\n3. Agree" in explained
