"""An exam from its blueprint to its end, with a screen and a clock that do as the test says."""

import re
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest
from reading import library

from cps_quiz.bank.library import Library
from cps_quiz.core.exam.blueprint import LEVELS, Blueprint
from cps_quiz.core.exam.exam import Act, Breaks, Certain, Do, Ending, Exam, Go, Respond, Settings
from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.questions.bank import Item, ItemId, Level, TopicId
from cps_quiz.core.questions.interaction import Option
from cps_quiz.core.questions.response import Chosen
from cps_quiz.errors import BrokenBlueprintError, NothingToAskError, PathNotFoundError, UnknownNameError
from cps_quiz.item_types.single import Single
from cps_quiz.journeys.exam.exam import SAVE_SECONDS, Wanted, blueprint_for, draw, run_exam

BODY = Single((Option("Ask", True, "Opens."), Option("Tell", False, "Closes.")))
RIGHT = Chosen((0,))

CURRICULUM = """
format: 1
curriculum: c
title: C
topics:
  goals: {title: Goals, weight: 3}
  choices: {title: Choices}
  unused: {title: Unused}
"""


def bank(topic: str, *stems: str, name: str = "") -> str:
    items = "".join(
        f"""
  - id: {name or topic}-{number}
    stem: {stem}
    options:
      - {{correct: "Yes {number}", why: It is so.}}
      - {{wrong: "No {number}", why: It is not so.}}"""
        for number, stem in enumerate(stems)
    )
    return f"format: 1\nbank: {name or topic}\ntitle: T\ntopic: {topic}\nitems:{items}\n"


LIBRARY = library(CURRICULUM, bank("goals", "One?", "Two?"), bank("choices", "Three?"), bank("extra", "Four?"))


class FakeClock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class FakeScreen:
    """Does one act after the other, each after its seconds, and notes what it was shown."""

    def __init__(self, clock: FakeClock, *acts: tuple[float, Act], rest: float = 0.0, back: bool = True) -> None:
        self.clock = clock
        self.acts = list(acts)
        self.shown: list[Exam] = []
        self.rested = rest
        self.back = back
        self.asleep = False

    def turn(self, exam: Exam) -> Act:
        seconds, act = self.acts.pop(0)
        if seconds > 1 and not self.asleep:  # a screen comes back each second
            self.acts.insert(0, (seconds - 1, act))
            seconds, act = 1, Do.WAIT
        else:
            self.shown.append(exam)
        self.clock.now += seconds
        return act

    def note(self, sentence: str) -> None:
        raise AssertionError(sentence)

    def rest(self, exam: Exam) -> bool:
        self.shown.append(exam)
        self.clock.now += self.rested
        return self.back


class FakeKeeper:
    def __init__(self) -> None:
        self.kept: list[Exam] = []

    def moved(self, exam: Exam) -> None:
        self.kept.append(exam)

    def check(self) -> None:
        """Nobody else has it."""


def exam(seconds: float | None = 100.0) -> Exam:
    items = [Item(ItemId(name), "single", "What?", TopicId("goals"), BODY) for name in "abc"]
    return Exam.start(items, Settings(seconds), seed=1)


def finished(screen: FakeScreen, seconds: float | None = 100.0) -> tuple[Exam, Ending, list[Exam]]:
    keeper = FakeKeeper()
    end, ending = run_exam(exam(seconds), screen, keeper, screen.clock)
    return end, ending, keeper.kept


def test_an_exam_is_answered_in_any_order_and_handed_in() -> None:
    screen = FakeScreen(
        FakeClock(),
        (3, Respond(RIGHT)),
        (1, Do.FLAG),
        (1, Go(2)),
        (4, Respond(RIGHT)),
        (1, Certain(Confidence.SURE)),
        (1, Do.HAND_IN),
    )

    end, ending, kept = finished(screen)

    assert ending is Ending.HANDED_IN
    assert [place.response for place in end.places] == [RIGHT, None, RIGHT]
    assert end.flagged == (0,)
    assert end.places[2].certainty is Confidence.SURE
    assert [place.seconds for place in end.places] == [5, 0, 6]
    assert kept[-1] == end


def test_every_change_is_kept_before_it_is_shown() -> None:
    acts: list[Act] = [Respond(RIGHT), Go(1), Do.FLAG, Respond(RIGHT), Do.HAND_IN]
    screen = FakeScreen(FakeClock(), *((1.0, act) for act in acts))

    _, _, kept = finished(screen)

    def without_time(exams: Iterable[Exam]) -> list[tuple[object, ...]]:
        return [(e.at, *((p.response, p.flagged) for p in e.places)) for e in exams]

    assert without_time(kept)[: len(screen.shown)] == without_time(screen.shown)


@pytest.mark.parametrize("seconds", [pytest.param(100.0, id="timed"), pytest.param(None, id="untimed")])
def test_time_in_which_the_exam_was_not_on_the_screen_does_not_count(seconds: float | None) -> None:
    screen = FakeScreen(FakeClock(), (0.5, Do.WAIT), (7200, Respond(RIGHT)), (1, Do.HAND_IN))
    screen.asleep = True

    end, ending, _ = finished(screen, seconds)

    assert ending is Ending.HANDED_IN
    assert (end.spent, end.places[0].seconds) == (2.5, 2.5)
    assert end.breaks.away == 7199


def test_a_clock_that_is_set_back_takes_nothing_away() -> None:
    screen = FakeScreen(FakeClock(), (1, Do.WAIT), (-3600, Respond(RIGHT)), (1, Do.HAND_IN))

    end, _, _ = finished(screen)

    assert (end.spent, end.breaks.away) == (2, 0)


def test_the_clock_is_kept_every_few_seconds_while_nothing_else_happens() -> None:
    screen = FakeScreen(FakeClock(), *((1.0, Do.WAIT) for _ in range(20)), (1, Do.HAND_IN))

    _, _, kept = finished(screen)

    spent = [one.spent for one in kept]
    assert max(b - a for a, b in pairwise(spent)) <= SAVE_SECONDS
    assert len(kept) < 10


def test_at_zero_the_exam_closes_by_itself_with_the_answers_it_has() -> None:
    screen = FakeScreen(FakeClock(), (60, Respond(RIGHT)), (39, Do.WAIT), (2, Do.WAIT))

    end, ending, kept = finished(screen)

    assert ending is Ending.TIME
    assert end.places[0].response == RIGHT
    assert end.left == 0
    assert kept[-1] == end


def test_an_answer_after_zero_does_not_count() -> None:
    end, ending, _ = finished(FakeScreen(FakeClock(), (101, Respond(RIGHT))))

    assert (ending, end.open) == (Ending.TIME, (0, 1, 2))


def test_a_break_costs_no_time_and_is_told() -> None:
    screen = FakeScreen(FakeClock(), (10, Do.BREAK), (5, Do.HAND_IN), rest=1000)

    end, ending, _ = finished(screen)

    assert ending is Ending.HANDED_IN
    assert end.spent == 15
    assert end.breaks == Breaks(1, 1000, 0)


def test_a_break_that_is_interrupted_costs_no_time_either() -> None:
    class Interrupted(FakeScreen):
        def rest(self, exam: Exam) -> bool:
            super().rest(exam)
            raise KeyboardInterrupt

    keeper, clock = FakeKeeper(), FakeClock()
    with pytest.raises(KeyboardInterrupt):
        run_exam(exam(), Interrupted(clock, (10, Do.BREAK), rest=3000), keeper, clock)

    assert keeper.kept[-1].spent == 10
    assert keeper.kept[-1].breaks == Breaks(1, 3000, 0)


def test_before_a_break_the_exam_is_kept() -> None:
    class Killed(FakeScreen):
        def rest(self, exam: Exam) -> bool:
            assert keeper.kept[-1].spent == 3
            return super().rest(exam)

    keeper, clock = FakeKeeper(), FakeClock()
    run_exam(exam(), Killed(clock, (3, Do.BREAK), (0, Do.HAND_IN)), keeper, clock)


@pytest.mark.parametrize(
    "screen",
    [
        pytest.param(FakeScreen(FakeClock(), (4, Do.LEAVE)), id="from a question"),
        pytest.param(FakeScreen(FakeClock(), (4, Do.BREAK), rest=60, back=False), id="from a break"),
    ],
)
def test_leaving_keeps_the_exam_for_later(screen: FakeScreen) -> None:
    end, ending, kept = finished(screen)

    assert ending is Ending.LEFT
    assert kept[-1] == end
    assert end.spent == 4


def test_an_interruption_keeps_the_time_that_was_left() -> None:
    class Interrupted(FakeScreen):
        def turn(self, exam: Exam) -> Act:
            if self.acts:
                return super().turn(exam)
            self.clock.now += 2
            raise KeyboardInterrupt

    keeper, clock = FakeKeeper(), FakeClock()
    with pytest.raises(KeyboardInterrupt):
        run_exam(exam(), Interrupted(clock, (1, Respond(RIGHT))), keeper, clock)

    assert keeper.kept[-1].spent == 3
    assert keeper.kept[-1].places[0].response == RIGHT


def blueprint(**wanted: object) -> Blueprint:
    return blueprint_for(LIBRARY, Wanted(**wanted))  # type: ignore[arg-type]


def test_the_curriculum_weighs_the_topics_that_have_questions() -> None:
    assert blueprint() == Blueprint({TopicId("goals"): 3, TopicId("choices"): 1, TopicId("extra"): 1})


def test_the_command_line_comes_before_the_file_and_the_file_before_the_usual(tmp_path: Path) -> None:
    file = tmp_path / "short.yaml"
    file.write_text("format: 1\nblueprint: short\nitems: 20\nminutes: 25.5\ntopics: {choices: 2, goals: 1}\n")

    found = blueprint(blueprint=file, items=10, target=70)

    assert found == Blueprint({TopicId("choices"): 2, TopicId("goals"): 1}, LEVELS, 10, 25.5, 70)


def test_a_file_can_spread_the_levels(tmp_path: Path) -> None:
    file = tmp_path / "levels.yaml"
    file.write_text("format: 1\nblueprint: b\nlevels: {analyze: 2, recall: 1}\n")

    assert blueprint(blueprint=file).levels == {Level.ANALYZE: 2, Level.RECALL: 1}


def test_topics_can_be_chosen() -> None:
    assert blueprint(topics=("extra", "goals")).topics == {"goals": 3, "extra": 1}


@pytest.mark.parametrize(
    ("wanted", "error", "words"),
    [
        pytest.param(Wanted(topics=("goal",)), UnknownNameError, 'There is no topic "goal"', id="unknown topic"),
        pytest.param(Wanted(blueprint=Path("none.yaml")), PathNotFoundError, "none.yaml", id="no such file"),
    ],
)
def test_what_cannot_be_is_said(wanted: Wanted, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        blueprint_for(LIBRARY, wanted)


def test_nothing_to_ask_is_said() -> None:
    with pytest.raises(NothingToAskError):
        blueprint_for(Library((), LIBRARY.curriculum), Wanted())


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        pytest.param(
            "items: ten\n", ["1:1: error S004", "1:1: error S004", "1:8: error S006"], id="no format, no number"
        ),
        pytest.param(
            "format: 1\nblueprint: b\nitem: 10\n", ["3:1: error S003 unknown-field: `item`"], id="unknown field"
        ),
        pytest.param(
            "format: 1\nblueprint: b\nitems: 0\n", ["3:8: error S006 bad-value: `items` cannot be 0"], id="none"
        ),
        pytest.param(
            "format: 1\nblueprint: b\ntarget: 120\n",
            ["3:9: error S006 bad-value: `target` cannot be 120"],
            id="over all",
        ),
        pytest.param(
            "format: 1\nblueprint: b\nlevels: {easy: 1}\n",
            ["3:10: error S003 unknown-field: `easy`"],
            id="no such level",
        ),
        pytest.param("format: 1\nblueprint: b\ntopics: {goals: 0}\n", ["3:17: error S006"], id="no weight"),
        pytest.param("- items\n", ["1:1: error S009"], id="a list"),
        pytest.param("format: 1\nblueprint: b\nitems: 5\n]\n", ["3:8: error S006", "4:1: error S001"], id="no YAML"),
        pytest.param("", ["1:1: error S009"], id="empty"),
    ],
)
def test_a_broken_blueprint_is_told_with_its_places(tmp_path: Path, text: str, problems: list[str]) -> None:
    file = tmp_path / "b.yaml"
    file.write_text(text)

    with pytest.raises(BrokenBlueprintError) as caught:
        blueprint(blueprint=file)

    lines = caught.value.sentence.splitlines()
    assert len(lines) == len(problems)
    assert all(problem in line for problem, line in zip(problems, lines, strict=True)), lines


def test_topics_that_an_exam_cannot_ask_of_get_no_share() -> None:
    reflection = """format: 1
bank: own-words
title: T
topic: choices
items:
  - id: w
    type: reflection
    stem: Why?
    looks_for: [One, Two]
    example: So it is.
    why: It is so.
"""
    found = blueprint_for(library(CURRICULUM, bank("goals", "One?"), reflection), Wanted())

    assert found.topics == {"goals": 3}


def test_copies_are_asked_once() -> None:
    text = bank("goals", *["The same question, word for word, is it not?"] * 8, "Who calls?")
    text = re.sub(r"(Yes|No) \d", r"\1", text)

    (form,) = (draw(library(CURRICULUM, text), Blueprint({TopicId("goals"): 1}, items=2), {}, seed) for seed in (1,))

    assert len({item.stem for item in form}) == 2


def test_near_duplicates_are_kept_apart() -> None:
    stems = ["Rosa has missed the early bus to her first class. What does she say of it to Luis now?"] * 3
    text = bank("goals", *stems, "Who calls?", "When is it?").replace("Yes 1", "Yes 0").replace("Yes 2", "Yes 0")
    twins = library(CURRICULUM, text)

    forms = [draw(twins, Blueprint({TopicId("goals"): 1}, items=3), {}, seed) for seed in range(8)]

    assert all(sum(item.stem.startswith("Rosa") for item in form) == 1 for form in forms)
