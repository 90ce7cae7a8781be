import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from cps_quiz.source.unsafe import UNSAFE
from cps_quiz.source.yaml_writer import Value, field, fields

SIGNS = "abc No1:.- \n#'\"\\{}[]&*!%@`|>~?,é東\u05d0\U0001f600\u00a0"
TEXT = st.text(st.sampled_from(SIGNS), max_size=140) | st.text(max_size=20).filter(lambda text: not UNSAFE.search(text))
VALUE = st.recursive(
    TEXT | st.booleans(),
    lambda inner: st.lists(st.dictionaries(st.sampled_from(["correct", "why"]), TEXT, min_size=1), min_size=1) | inner,
    max_leaves=4,
)


@settings(deadline=None)
@given(value=VALUE)
def test_what_is_written_is_read_back(value: Value) -> None:
    assert yaml.safe_load(field("name", value, 0)) == {"name": value}


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        pytest.param("What helps?", "a: What helps?", id="plain"),
        pytest.param("No", 'a: "No"', id="a truth to other tools"),
        pytest.param("2024-01-01", 'a: "2024-01-01"', id="a date to other tools"),
        pytest.param("Who: me", 'a: "Who: me"', id="a colon"),
        pytest.param("one\ntwo", "a: |-\n  one\n  two", id="lines stay lines"),
        pytest.param(["a-b", "c"], "a: [a-b, c]", id="ids in one line"),
        pytest.param(["a b", "c: d"], 'a:\n  - a b\n  - "c: d"', id="texts below each other"),
        pytest.param({"format": "csv", "id": "7"}, 'a: {format: csv, id: "7"}', id="a small group"),
        pytest.param(True, "a: true", id="a flag"),
    ],
)
def test_it_looks_as_people_write_it(value: Value, wanted: str) -> None:
    assert field("a", value, 0) == wanted


def test_a_long_text_is_folded_at_its_spaces() -> None:
    text = "word: " * 40 + "end"
    lines = fields({"why": text}, 4).split("\n")
    assert lines[0] == "    why: >-"
    assert all(line.startswith("      word:") and len(line) <= 96 for line in lines[1:])
    assert yaml.safe_load("\n".join(lines)) == {"why": text}
