from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text

from cps_quiz.ui.drawing.page import Block, Page, draw, paginate, width_of, wrap


def console(width: int = 40, height: int = 10) -> Console:
    return Console(file=StringIO(), width=width, height=height, color_system=None)


def block(name: str, lines: int) -> Block:
    return [Text(f"{name}{at}") for at in range(lines)]


def plain(lines: Block) -> list[str]:
    return [line.plain for line in lines]


@pytest.mark.parametrize(
    ("sizes", "height", "pages"),
    [
        pytest.param([2, 2], 5, [["a0", "a1", "", "b0", "b1"]], id="fits-with-a-gap"),
        pytest.param([2, 2], 4, [["a0", "a1"], ["b0", "b1"]], id="breaks-between-blocks"),
        pytest.param([1, 3, 1], 3, [["a0"], ["b0", "b1", "b2"], ["c0"]], id="keeps-a-block-whole"),
        pytest.param([5], 2, [["a0", "a1"], ["a2", "a3"], ["a4"]], id="cuts-what-is-too-long"),
        pytest.param([3, 1], 2, [["a0", "a1"], ["a2"], ["b0"]], id="no-room-for-gap-and-next"),
        pytest.param([], 3, [[]], id="nothing"),
    ],
)
def test_blocks_are_laid_on_pages(sizes: list[int], height: int, pages: list[list[str]]) -> None:
    blocks = [block(name, size) for name, size in zip("abc", sizes, strict=False)]

    assert [plain(page) for page in paginate(blocks, height)] == pages


@given(st.lists(st.integers(1, 12), max_size=8), st.integers(1, 10))
def test_pages_hold_every_line_once_and_keep_blocks_whole(sizes: list[int], height: int) -> None:
    blocks = [block(f"{at}/", size) for at, size in enumerate(sizes)]
    pages = [plain(page) for page in paginate(blocks, height)]

    assert [line for page in pages for line in page if line] == [line for lines in blocks for line in plain(lines)]
    assert all(len(page) <= height for page in pages)
    for lines in blocks:
        if len(lines) <= height:
            assert any(set(plain(lines)) <= set(page) for page in pages)


@given(
    st.lists(st.sampled_from(["a", "word", "日本語", "antidisestablishmentarianism" * 2]), min_size=1, max_size=20),
    st.integers(20, 60),
)
def test_wrapped_lines_fit_and_lose_nothing(words: list[str], width: int) -> None:
    lines = wrap(console(), Text(" ".join(words)), width, " a  ", "    ")

    assert all(line.cell_len <= width for line in lines)
    assert "".join(line.plain[4:].replace(" ", "") for line in lines) == "".join(words)
    assert [line.plain[:4] for line in lines] == [" a  ", *["    "] * (len(lines) - 1)]


@pytest.mark.parametrize(
    ("columns", "width"),
    [pytest.param(80, 79, id="usual"), pytest.param(300, 99, id="wide"), pytest.param(5, 20, id="hardly-any")],
)
def test_lines_are_neither_too_long_nor_too_short(columns: int, width: int) -> None:
    assert width_of(console(columns)) == width


def drawn(blocks: list[Block], number: int, height: int = 8, head: str = "head") -> tuple[int, list[str]]:
    """How many pages there are, and the lines of the one that was drawn."""
    screen = console(height=height)
    page = Page([Text(head)], blocks, lambda more: [Text("space more" if more else "that is all")])
    count = draw(screen, page, number)
    assert isinstance(screen.file, StringIO)
    return count, screen.file.getvalue().splitlines()


def test_a_page_has_its_header_on_top_and_its_footer_at_the_bottom() -> None:
    count, lines = drawn([block("a", 2)], 0)

    assert count == 1
    assert lines == ["head", "", "a0", "a1", "", "", "", "that is all"]


@pytest.mark.parametrize(
    ("number", "first"),
    [
        pytest.param(0, "a0", id="first"),
        pytest.param(1, "b0", id="second"),
        pytest.param(2, "a0", id="round-to-the-first"),
        pytest.param(-1, "b0", id="last"),
    ],
)
def test_pages_go_round(number: int, first: str) -> None:
    count, lines = drawn([block("a", 4), block("b", 4)], number)

    assert count == 2
    assert lines[2] == first
    assert lines[-1] == "space more"
    assert len(lines) == 8


def test_a_screen_without_room_is_not_overrun() -> None:
    _, lines = drawn([block("a", 9)], 0, height=3)

    assert len(lines) == 3


def test_a_line_that_is_too_long_is_cut_and_pushes_nothing_off_the_screen() -> None:
    _, lines = drawn([block("a", 2)], 0, head="very " * 20)

    assert len(lines) == 8
    assert lines[0] == ("very " * 8)[:40]
    assert lines[-1] == "that is all"
