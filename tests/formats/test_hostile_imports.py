import subprocess
import sys
from io import BytesIO
from pathlib import Path
from time import perf_counter
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from program import Program

from cps_quiz.formats import ForeignFileError, formats
from cps_quiz.formats.packages.zip_package import MOST_BYTES, MOST_FILES, Package

MOST_MB = 200

LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE quiz [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%s;" % (b"" if n == 0 else b"%d" % (n - 1)) * 10) for n in range(10))
    + b']><quiz><question type="multichoice"><name><text>&a9;</text></name></question></quiz>'
)
OUTSIDE = (
    b'<?xml version="1.0"?><!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    b'<quiz><question type="multichoice"><questiontext><text>&x;</text></questiontext></question></quiz>'
)
DEEP = b'<quiz><question type="multichoice">' + b"<a>" * 200_000 + b"</a>" * 200_000 + b"</question></quiz>"
WIDE = b'<quiz><question type="multichoice">' + b"<a/>" * 200_000 + b"</question></quiz>"


def zipped(files: dict[str, bytes]) -> bytes:
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return held.getvalue()


def many_files() -> bytes:
    return zipped({f"{number}.xml": b"" for number in range(MOST_FILES + 1)})


BOMB = zipped({"imsmanifest.xml": b"<x/>", "bomb.xml": b"\0" * (MOST_BYTES + 1)})
HOSTILE = [
    pytest.param("moodle", LAUGHS, "declares entities", id="billion laughs"),
    pytest.param("moodle", OUTSIDE, "declares entities", id="an external entity"),
    pytest.param("canvas", LAUGHS.replace(b"quiz", b"questestinterop"), "declares entities", id="laughs in QTI"),
    pytest.param("moodle", DEEP, "nest deeper than 100", id="200,000 levels"),
    pytest.param("moodle", WIDE, "over 50,000 elements", id="200,000 elements in a question"),
    pytest.param("canvas", BOMB, "unpacks to over 64 MiB", id="a zip bomb"),
    pytest.param("canvas", many_files(), "over 2,000 files", id="a zip of very many files"),
    pytest.param("canvas", zipped({"../../evil.xml": b"<x/>"}), "outside itself", id="a path that climbs out"),
    pytest.param("canvas", zipped({"/etc/evil.xml": b"<x/>"}), "outside itself", id="a path from the root"),
    pytest.param("canvas", zipped({"C:\\evil.xml": b"<x/>"}), "outside itself", id="a path on a drive"),
    pytest.param("canvas", zipped({"a\x1b[2Jb.xml": b"<x/>"}), "outside itself", id="a name that moves the cursor"),
    pytest.param("docx", zipped({"word/document.xml": DEEP}), "nest deeper", id="levels in Word"),
    pytest.param("xlsx", zipped({"xl/workbook.xml": LAUGHS}), "declares entities", id="laughs in a sheet"),
    pytest.param("moodle", b"<quiz><question", "no sound XML", id="XML that ends too early"),
    pytest.param("canvas", b"PK\x03\x04 and no more", "no sound zip file", id="a zip that ends too early"),
    pytest.param("canvas", zipped({"a.xml": b"<x/>"}), "holds no questions", id="a zip of something else"),
    pytest.param("csv", b"a,b,c\n1,2,3\n", "names no columns", id="a sheet of something else"),
    pytest.param("csv", b'stem,option 1\n"' + b"x" * 2_000_000, "no sound CSV", id="a cell of two megabytes"),
    pytest.param("text", b"\n" * 600_000, "over 500,000 lines", id="a text of very many lines"),
]


@pytest.mark.parametrize(("name", "data", "said"), HOSTILE)
def test_hostile_files_are_refused_with_their_place(name: str, data: bytes, said: str) -> None:
    reader = formats()[name].read
    assert reader
    with pytest.raises(ForeignFileError) as caught:
        reader(data, "file")
    assert caught.value.sentence.startswith("file")
    assert said in caught.value.sentence


PROGRAM = """
import re, sys
from pathlib import Path
from cps_quiz.journeys.interchange.importing import Wishes, import_files
try:
    import_files([Path(sys.argv[1])], Wishes(topic="reflection"))
except Exception as error:
    print(type(error).__name__)
status = Path("/proc/self/status").read_text()
print(int(re.search(r"VmHWM:\\s+(\\d+)", status)[1]) // 1024)
"""
"""Tells the most memory that it held itself; `getrusage` would count what its parent held when it was started."""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells how much memory a program held")
@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("laughs.xml", LAUGHS, id="laughs"),
        pytest.param("deep.xml", DEEP, id="levels"),
        pytest.param("bomb.zip", BOMB, id="bomb"),
        pytest.param("huge.xml", None, id="a gigabyte"),
    ],
)
def test_none_takes_much_memory(tmp_path: Path, name: str, data: bytes | None) -> None:
    path = tmp_path / name
    if data is None:
        with path.open("wb") as file:
            file.truncate(2**30)
    else:
        path.write_bytes(data)
    done = subprocess.run([sys.executable, "-c", PROGRAM, path], capture_output=True, text=True, check=True)
    error, memory = done.stdout.split()
    assert error in {"ForeignFileError", "QuizError"}
    assert int(memory) < MOST_MB


def test_a_package_never_reads_more_than_its_limit_in_all() -> None:
    half = b"\0" * (MOST_BYTES // 2 + 1)
    package = Package(zipped({"a": half, "b": half}), "file")
    assert len(package.read("a")) == len(half)
    with pytest.raises(ForeignFileError):
        package.read("b")
    assert package.read("not there") == b""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A. " + " " * 60_000 + "x", id="a line of spaces"),
        pytest.param("1. x\n" + "A. x\n" + "more\n" * 60_000, id="a text that goes on"),
        pytest.param("1. x\n" + "* " * 30_000, id="stars"),
        pytest.param("1. " + "a) " * 30_000, id="letters"),
    ],
)
def test_typed_texts_made_to_stall_do_not(text: str) -> None:
    reader = formats()["text"].read
    assert reader
    started = perf_counter()
    reader(text.encode(), "file.txt")
    assert perf_counter() - started < 20  # seconds; with a square of the length it would be hours


def test_a_terminal_is_safe_from_what_a_file_says(run: Program, tmp_path: Path) -> None:
    evil = '<quiz><question type="x\x1b"/></quiz>'.replace("\x1b", "&#x9b;2J\u202e")
    path = tmp_path / "evil.xml"
    path.write_text(evil, encoding="utf-8")
    done = run("import", path, "--topic", "reflection")
    assert done.code == 1
    assert "\x9b" not in done.out + done.err
    assert "\u202e" not in done.out + done.err
