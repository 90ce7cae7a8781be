"""Whatever is answered, taken back, taken up, imported and made again: the totals are those of the log alone."""

import random
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.questions.bank import Item, ItemId, TopicId
from cps_quiz.core.questions.fingerprint import fingerprint, key_print
from cps_quiz.core.questions.interaction import MisconceptionId, ObjectiveId, Option
from cps_quiz.core.record.log import Attempt, Kept, Logged
from cps_quiz.item_types.single import Single
from cps_quiz.journeys.asked_questions import kept
from cps_quiz.journeys.history import export_lines, import_lines
from cps_quiz.store.copies import back_up, put_back
from cps_quiz.store.progress import Progress

START, DAY = 1_800_000_000_000, 86_400_000

ANSWER = st.tuples(
    st.just("answer"),
    st.integers(0, 1),
    st.sampled_from("abc"),
    st.booleans(),
    st.sampled_from([0, 1, 30, -30, -30, -400_000]),
    st.booleans(),
)
OTHERS = ("end", "undo", "undo last", "import", "import old", "rebuild", "mend", "exam", "delete", "restore")
ACT = st.one_of(
    ANSWER,
    ANSWER,
    st.tuples(st.sampled_from(OTHERS), st.integers(0, 1)),
    st.tuples(st.just("clock"), st.sampled_from([-900, -3, 2, 700])),
)
ACTS = st.lists(ACT, min_size=3, max_size=20)
RECORD = (
    '{"ended_at": 1, "day": "2027-01-15", "ending": "handed in", "seed": 1, "settings": {"seconds": null, "target": 80,'
    ' "factor": 1, "certainty": false}, "breaks": {"taken": 0, "seconds": 0, "resumed": 0}, "spent": 1, "outcomes":'
    ' [{"item": "a", "topic": "t", "objective": null, "level": null, "print": "0", "response": null, "chance": 0.2,'
    ' "right": false, "tempted": [], "certainty": null, "flagged": false, "seconds": 1}]}'
)


KEYS = ("Ask what she makes of it", "Ask what she maeks of it", "Ask what she does not make of it")
"""The same key with a slip mended, or made, and another one."""


def question(item: str, key: str) -> Item:
    body = Single((Option(key, True, "It opens."), Option("Tell her", False, "It closes.", MisconceptionId("m"))))
    return Item(ItemId(item), "single", f"What is {item}?", TopicId("t"), body)


class Machine:
    """A database, its clock, and what it has exported so far."""

    def __init__(self, folder: Path, name: str) -> None:
        self.name = name
        self.path = folder / f"{name}.db"
        self.store = Progress(self.path)
        self.clock = START
        self.count = self.sittings = 0
        self.given: list[str] = []
        self.exports: list[Path] = []
        self.chance = random.Random(name)

    def sit_down(self) -> None:
        """Begin another sitting; in the one before nothing is taken back any more."""
        self.sittings += 1
        self.given.clear()

    def attempt(self, kind: str = "drill") -> Attempt:
        return Attempt(f"{self.name}-{kind}-{self.sittings}", kind, 1, self.clock, "{}")

    def entry(self, item: str, attempt: str, *, right: bool) -> Logged:
        self.count += 1
        asked = question(item, self.chance.choice([KEYS[0], *KEYS]))
        self.store.keep_questions([kept(asked)])
        return Logged(
            id=f"{self.name}-{self.count:04}",
            attempt=attempt,
            item=ItemId(item),
            topic=TopicId("t"),
            objective=self.chance.choice([None, ObjectiveId("o"), ObjectiveId("p")]),
            fingerprint=fingerprint(asked),
            key=key_print(asked),
            response={"chosen": [0]},
            offered=(MisconceptionId("m"),),
            chosen=(("Text", None if right else MisconceptionId("m")),),
            score=float(right),
            self_assessed=False,
            again=self.chance.choice([0, 0, 0, 1]),
            confidence=self.chance.choice([None, *Confidence]),
            cram=self.chance.random() < 0.1,
            seed=1,
            seconds=1.0,
            answered_at=self.clock,
            day=f"2027-{1 + self.clock // DAY % 12:02}-{1 + self.clock // DAY % 28:02}",
        )

    def export(self) -> Path:
        file = self.path.with_name(f"{self.name}-{len(self.exports)}.jsonl")
        file.write_text("".join(f"{line}\n" for line in export_lines(self.store)), encoding="utf-8")
        self.exports.append(file)
        return file

    def restore(self) -> None:
        """Put a copy of it as it is in its own place."""
        file = self.path.with_suffix(".copy")
        back_up(self.store, file, force=True)
        self.store.close()
        put_back(self.path, file, datetime.fromtimestamp(self.clock / 1000, UTC))
        self.store = Progress(self.path)


def do(machine: Machine, other: Machine, act: str, *values: object) -> None:  # noqa: C901 - a case for each act
    match [act, *values]:
        case "answer", str(item), bool(right), int(hours), bool(anew):
            if anew:
                machine.sit_down()
            machine.clock = max(1, machine.clock + hours * 3_600_000)
            entry = machine.entry(item, machine.attempt().id, right=right)
            machine.store.record(entry, machine.attempt())
            machine.given.append(entry.id)
        case ("end",):
            machine.store.end(machine.attempt().id, machine.clock)
            machine.sit_down()
        case ("restore",):
            machine.restore()
        case ("undo",) if machine.given:
            machine.store.undo(machine.given.pop(), machine.clock, machine.attempt())
        case ("undo last",):
            machine.store.undo_last(machine.clock)
        case ("import",):
            import_lines(machine.store, other.export())
        case ("import old",) if other.exports:
            import_lines(machine.store, other.exports[0])
        case ("rebuild",):
            machine.store.rebuild()
        case ("mend",):
            machine.store.mend_clocks(machine.clock)
        case ("exam",):
            attempt = machine.attempt("exam")
            entries = [machine.entry(item, attempt.id, right=item == "a") for item in "ab"]
            machine.store.finish(attempt, entries, Kept(attempt.id, machine.clock, RECORD), machine.clock)
            machine.sit_down()
        case ("delete",) if exams := machine.store.exams():
            machine.store.delete_exam(exams[-1].id, machine.clock)


def derived(store: Progress) -> object:
    return (store.past(), store.day_totals(), store.leanings("2027-01-01"), store.calibration(), store.skills())


@settings(deadline=None, max_examples=80)
@given(acts=ACTS)
def test_totals_are_those_of_the_log_alone(acts: list[tuple[str, ...]]) -> None:
    with TemporaryDirectory() as folder:
        machines = [Machine(Path(folder), name) for name in ("one", "two")]
        for act, who, *values in acts:
            if act == "clock":
                for machine in machines:
                    machine.clock = max(1, machine.clock + int(who) * DAY)
                continue
            number = int(who)
            do(machines[number], machines[1 - number], act, *values)
        for machine in machines:
            before = derived(machine.store)
            assert machine.store.agrees()
            machine.store.rebuild()
            assert derived(machine.store) == before
            ids = [entry.id for entry, _ in machine.store.log()]
            assert len(ids) == len(set(ids))
            for of in {entry.machine for entry, _ in machine.store.log()}:
                own = [entry.seq for entry, _ in machine.store.log() if entry.machine == of]
                assert own == sorted(own, key=lambda seq: seq or 0)
            machine.store.close()


@pytest.mark.parametrize("seed", range(3))
def test_imported_in_any_order_any_number_of_times_two_machines_agree(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    machines = [Machine(tmp_path, name) for name in ("one", "two")]
    for _ in range(40):
        number = chance.randrange(2)
        do(machines[number], machines[1 - number], "answer", chance.choice("abc"), chance.random() < 0.5, 1, False)
        if chance.random() < 0.2:
            do(machines[number], machines[1 - number], "undo")
    for number in (0, 1, 1, 0, 0, 1):
        do(machines[number], machines[1 - number], "import")

    logs = [[(entry, at) for entry, at in machine.store.log()] for machine in machines]
    assert logs[0] == logs[1]
    assert derived(machines[0].store) == derived(machines[1].store)
    for machine in machines:
        machine.store.close()
