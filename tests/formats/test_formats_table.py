import re
from pathlib import Path

import pytest

from cps_quiz.formats import Format, Keep, formats
from cps_quiz.formats.exchange.losses import FIELDS, TYPES, keeps

README = Path(__file__).parent.parent.parent / "README.md"
COLUMNS = ("why", "multiple", "order", "reflection", "id", "labels", "scenario", "hint", "topic", "level", "tags")
SIGNS = {Keep.KEPT: "yes", Keep.AS_TEXT: "text", Keep.LOST: "-"}


def row(format_: Format) -> str:
    ways = " and ".join(way for way, able in (("in", format_.read), ("out", format_.write)) if able)
    cells = [f"`{format_.name}`", format_.title, ways, *(SIGNS[keeps(format_, name)] for name in COLUMNS)]
    return f"| {' | '.join(cells)} |"


def formats_table() -> str:
    heads = ("format", "", "", *(f"`{name}`" if name in FIELDS and name != "labels" else name for name in COLUMNS))
    return "\n".join([f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}", *map(row, formats().values())])


def test_the_table_in_the_readme_is_what_the_formats_say(pytestconfig: pytest.Config) -> None:
    text = README.read_text(encoding="utf-8")
    current = re.sub(r"(?s)(?<=<!-- formats -->\n).*?(?=<!-- /formats -->)", lambda _: f"{formats_table()}\n", text)
    if pytestconfig.getoption("--snapshot-update"):
        README.write_text(current, encoding="utf-8")
    assert current == README.read_text(encoding="utf-8"), "run pytest --snapshot-update"


def test_tables_speak_of_fields_and_types_that_there_are() -> None:
    assert {name for format_ in formats().values() for name in format_.keeps} <= {*FIELDS, *TYPES}


def test_the_sheets_lose_nothing() -> None:
    assert formats()["csv"].keeps == {}
    assert formats()["xlsx"].keeps == {}
