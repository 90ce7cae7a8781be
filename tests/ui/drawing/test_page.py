from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text

from cps_quiz.ui.drawing.look import Look
from cps_quiz.ui.drawing.page import Block, Page, lay_out, width_of, wrap
from cps_quiz.ui.drawing.screen import draw, footer_lines
from cps_quiz.ui.drawing.scroll import END, Scroll
from cps_quiz.ui.drawing.writer import Writer


def console(width: int = 40, height: int = 10) -> Console:
    return Console(file=StringIO(), width=width, height=height, color_system=None)


def block(name: str, lines: int) -> Block:
    return [Text(f"{name}{at}") for at in range(lines)]


def plain(lines: Block) -> list[str]:
    return [line.plain for line in lines]


def paginate(blocks: list[Block], height: int) -> list[Block]:
    """The parts, each without the empty line that goes before the next one."""
    lines, starts = lay_out(Page([], blocks, str), height)
    ends = [*(start for start in starts[1:]), len(lines)]
    parts = [lines[start:end] for start, end in zip(starts, ends, strict=True)]
    return [part[:-1] if part and not part[-1].plain else part for part in parts]


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


def drawn(page: Page, scroll: Scroll, height: int = 8) -> tuple[Scroll, list[str]]:
    """What is known of the page, and the lines that were drawn."""
    screen = console(height=height)
    shown = draw(Writer(screen, Look(plain=False, unicode=True), 39), page, scroll)
    assert isinstance(screen.file, StringIO)
    return shown, screen.file.getvalue().splitlines()


def page(*blocks: Block, head: str = "head") -> Page:
    return Page([Text(head)], [*blocks], lambda more: "space more|q stop" if more else "q stop")


def test_a_page_has_its_header_on_top_and_its_footer_at_the_bottom() -> None:
    shown, lines = drawn(page(block("a", 20)), Scroll(), 24)
    assert shown == Scroll()
    assert lines[:3] == ["head", "", "a0"]
    assert lines[-1] == " q stop"
    assert len(lines) == 24


@pytest.mark.parametrize(
    ("top", "first", "part"),
    [
        pytest.param(0, "a0", "part 1 of 2", id="first"),
        pytest.param(5, "b0", "part 2 of 2", id="second"),
        pytest.param(2, "a2", "part 1 of 2", id="from-the-middle"),
        pytest.param(END, "b0", "part 2 of 2", id="last"),
        pytest.param(-9, "a0", "part 1 of 2", id="never-above-the-first-line"),
    ],
)
def test_a_page_is_shown_from_any_line(top: int, first: str, part: str) -> None:
    shown, lines = drawn(page(block("a", 4), block("b", 4)), Scroll(top))
    assert shown.starts == (0, 5)
    assert lines[1].strip() == part
    assert lines[2] == first
    assert lines[-1] == (" space more · q stop" if shown.more else " q stop")
    assert len(lines) == 8


def test_a_part_ends_where_the_next_one_begins() -> None:
    _, lines = drawn(page(block("a", 3), block("b", 4)), Scroll())
    assert [line for line in lines if line.startswith(("a", "b"))] == ["a0", "a1", "a2"]


def test_a_note_stands_above_the_keys_of_every_part() -> None:
    for top in (0, END):
        _, lines = drawn(page(block("a", 4), block("b", 4))._replace(note=[Text("a note")]), Scroll(top))
        assert lines[-2] == "a note"
        assert len(lines) == 8


@pytest.mark.parametrize(
    ("height", "kept"),
    [pytest.param(12, 6, id="all"), pytest.param(9, 4, id="some"), pytest.param(5, 2, id="two-at-least")],
)
def test_where_room_is_short_the_beginning_of_what_is_folded_is_left_out(height: int, kept: int) -> None:
    fold = [Text(f"of the situation line {at} in full length") for at in range(6)]
    lines, _ = lay_out(page(block("a", 1), block("b", 2))._replace(fold=fold, together=2), height)
    shown = [line.plain for line in lines if line.plain and line.plain[0] not in "ab"]
    assert len(shown) == kept
    assert shown[-1] == fold[-1].plain
    assert shown[0].startswith("of the" if kept == 6 else " (s shows all) ... ")
    assert all(len(line) <= 40 for line in shown)


def test_a_block_that_is_too_long_is_cut_before_a_marked_line_and_its_part_is_known() -> None:
    lines = block("a", 9)
    marked = [lines[0], lines[3], lines[6]]
    assert lay_out(page(lines)._replace(marked=marked), 5).starts == (0, 3, 6)
    shown, _ = drawn(page(lines)._replace(marked=marked), Scroll(), 8)
    assert shown.places == (0, 1, 2)
    assert shown.to(2).top == 6
    assert shown.to(0) == shown


@pytest.mark.parametrize(
    ("width", "most", "lines"),
    [
        pytest.param(39, 3, [" a answer · ? help · h hint · f flag", " q stop"], id="all"),
        pytest.param(39, 1, [" a answer · ? help · h hint · q stop"], id="the-last-but-one-gives-way"),
        pytest.param(20, 1, [" a answer · q stop"], id="how-to-leave-stays"),
    ],
)
def test_the_keys_take_only_so_many_lines(width: int, most: int, lines: list[str]) -> None:
    writer = Writer(console(), Look(plain=False, unicode=True), width)
    assert plain(footer_lines(writer, "a answer|? help|h hint|f flag|q stop", most)) == lines


def test_a_screen_without_room_is_not_overrun() -> None:
    _, lines = drawn(page(block("a", 9)), Scroll(), height=3)
    assert len(lines) == 3
    assert lines[-1] == " space more · q stop"


def test_a_line_that_is_too_long_is_cut_and_pushes_nothing_off_the_screen() -> None:
    _, lines = drawn(page(block("a", 2), head="very " * 20), Scroll())
    assert len(lines) == 8
    assert lines[0] == ("very " * 8)[:40]
    assert lines[-1] == " q stop"


def first_part(page: Page, height: int) -> list[str]:
    lines, starts = lay_out(page, height)
    return [line.plain for line in lines[: (*starts, len(lines))[1]] if line.plain]


@pytest.mark.parametrize(
    ("loose", "height", "kept"),
    [
        pytest.param(False, 9, 0, id="whole-blocks-only"),
        pytest.param(True, 9, 5, id="cut-where-much-room-is-left"),
        pytest.param(True, 6, 2, id="two-lines-at-least"),
        pytest.param(True, 5, 0, id="little-room-stays-empty"),
    ],
)
def test_a_block_is_cut_rather_than_much_room_left_empty(loose: bool, height: int, kept: int) -> None:  # noqa: FBT001
    shown = first_part(page(block("a", 3), block("b", 8))._replace(loose=loose), height)
    assert shown == [f"a{at}" for at in range(3)] + [f"b{at}" for at in range(kept)]


def test_steps_are_cut_between_two_of_them_and_the_first_stays_with_its_heading() -> None:
    steps = block("b", 7)
    marked = [steps[1], steps[3], steps[5]]
    shown = first_part(page(block("a", 3), steps)._replace(loose=True, marked=marked), 9)
    assert shown[3:] == ["b0", "b1", "b2", "b3", "b4"]
    assert first_part(page(steps)._replace(loose=True, marked=marked), 2) == ["b0", "b1"]
