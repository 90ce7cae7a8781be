"""Files made to do harm: each is loaded by a process of its own, whose time and memory are measured."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import NamedTuple

import pytest
from reading import Place, library, places, unmarked

PROGRAM = Path(__file__).parent / "measured_load.py"
HEAD = "format: 1\nbank: b\ntitle: B\ntopic: goal-setting\n"


class Most(NamedTuple):
    """What a file may cost: about five times the seconds of a machine of 2024, where harm would be minutes."""

    seconds: int
    mebibytes: int


SMALL, MIDDLE, LARGE = Most(2, 64), Most(3, 160), Most(15, 512)


class Spent(NamedTuple):
    """What loading a file took, and the problems it found."""

    seconds: float
    mebibytes: float
    problems: list[Place]


def load_measured(path: Path) -> Spent:
    # The shell stands between: a process begins with the peak memory of the one that started it.
    command = ["sh", "-c", '"$@"; exit $?', "sh", sys.executable, str(PROGRAM), str(path)]
    done = subprocess.run(command, capture_output=True, check=True, timeout=60)
    found = json.loads(done.stdout)
    return Spent(
        found["seconds"], found["mebibytes"], [(code, line, column) for code, line, column in found["problems"]]
    )


def laughs() -> str:
    tenfold = (f"  l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]\n" for n in range(1, 10))
    return f"references:\n  l0: &l0 [{', '.join(['ha'] * 10)}]\n{''.join(tenfold)}"


@pytest.mark.parametrize(
    ("pieces", "most", "codes"),
    [
        pytest.param(lambda: ["#" * 17 * 2**20], SMALL, {"S007"}, id="17-mebibytes"),
        pytest.param(lambda: [HEAD, "\n" * 4_000_000], SMALL, {"S004"}, id="4-million-lines"),
        pytest.param(lambda: [HEAD, laughs()], SMALL, {"S005", "S007"}, id="billion-laughs"),
        pytest.param(lambda: [HEAD, "items:\n- &a [*a, *a]\n"], SMALL, {"S001", "S005"}, id="alias-of-itself"),
        pytest.param(
            lambda: [HEAD, "x: &x ", "x" * 8_000_000, "\nitems:\n", "- {id: x, level: *x, set: *x}\n" * 3_000],
            SMALL,
            {"S003", "S006", "S007"},
            id="8-million-letters-6000-times",
        ),
        pytest.param(lambda: [HEAD, "items: ", "[" * 10_000], SMALL, {"S005", "S007"}, id="10000-brackets"),
        pytest.param(lambda: [HEAD, "items: ", "{a: " * 10_000], SMALL, {"S005", "S007"}, id="10000-braces"),
        pytest.param(lambda: [HEAD, "items:\n", "- " * 10_000, "x\n"], SMALL, {"S005", "S007"}, id="10000-dashes"),
        pytest.param(
            lambda: ["".join(" " * n + "a:\n" for n in range(5_000))], SMALL, {"S007"}, id="5000-indentations"
        ),
        pytest.param(lambda: [HEAD, "x: [", "1," * 5_000_000, "]\n"], LARGE, {"S003", "S007"}, id="5-million-entries"),
        pytest.param(
            lambda: [HEAD, "items:\n- {id: a", *(f", field{n}: 1" for n in range(100_000)), "}\n"],
            MIDDLE,
            {"S003"},
            id="100000-unknown-fields",
        ),
        pytest.param(lambda: [HEAD, "a: 1\n" * 100_000], MIDDLE, {"S002"}, id="one-field-100000-times"),
        pytest.param(lambda: [HEAD, "items:\n", "- {id: a}\n" * 10_000], MIDDLE, {"S004"}, id="one-id-10000-times"),
        pytest.param(
            lambda: [
                *(HEAD, "references: {", *(f"r{n}: {{title: T}}," for n in range(20_000))),
                *("}\nitems:\n- {id: a, references: [", *(f"x{n}," for n in range(2_000)), "]}\n"),
            ],
            MIDDLE,
            {"S004", "R104"},
            id="2000-unknown-among-20000-references",
        ),
        pytest.param(
            lambda: [HEAD, "license: x\nbank: ", "a-" * 4_000_000], SMALL, {"S002", "S004", "S006"}, id="endless-id"
        ),
        pytest.param(
            lambda: [HEAD, "items: ", "\x07" * 4_000_000], MIDDLE, {"S007"}, id="4-million-control-characters"
        ),
        pytest.param(
            lambda: [HEAD, "items: ", "\u202e" * 2_000_000], MIDDLE, {"S007"}, id="2-million-direction-changes"
        ),
        pytest.param(lambda: [HEAD, "items:\n", "- !!python/tuple []\n" * 50_000], SMALL, {"S007"}, id="50000-tags"),
        pytest.param(lambda: [HEAD, "items:\n", "- id: @\n" * 400_000], SMALL, {"S001"}, id="400000-syntax-errors"),
        pytest.param(lambda: ["--- a\n" * 30_000], SMALL, {"S001"}, id="30000-documents"),
    ],
)
def test_a_hostile_file_is_reported_in_bounded_time_and_memory(
    tmp_path: Path, pieces: Callable[[], list[str]], most: Most, codes: set[str]
) -> None:
    hostile = tmp_path / "hostile.yaml"
    with hostile.open("w", encoding="utf-8") as file:
        file.writelines(pieces())
    spent = load_measured(hostile)
    assert {code for code, _, _ in spent.problems} == codes
    assert len(spent.problems) <= 1000
    assert spent.mebibytes < most.mebibytes
    assert spent.seconds < most.seconds


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no endless device")
def test_an_endless_device_is_read_to_16_mebibytes() -> None:
    spent = load_measured(Path("/dev/zero"))
    assert spent.problems == [("S007", 1, 1)]
    assert spent.mebibytes < SMALL.mebibytes


def test_an_endless_pipe_is_read_to_16_mebibytes(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = Thread(target=write_on_and_on, args=(pipe,), daemon=True)
    writer.start()
    spent = load_measured(pipe)
    writer.join(timeout=10)
    assert spent.problems == [("S007", 1, 1)]
    assert spent.mebibytes < SMALL.mebibytes


def write_on_and_on(pipe: Path) -> None:
    with suppress(BrokenPipeError), pipe.open("wb", buffering=0) as file:
        while file.write(b"a: b\n" * 10_000):
            pass


def test_no_code_of_a_file_is_run(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    attack = f"!!python/object/apply:os.system ['touch {trace}']"
    text, expected = unmarked(f"{HEAD}license: «S005 S007»{attack}\nitems:\n- «S005 S007»{attack}\n")
    assert sorted(places(library(text).diagnostics)) == sorted(expected)
    assert not trace.exists()
