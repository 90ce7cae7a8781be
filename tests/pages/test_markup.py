import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import tags

from cps_quiz.pages.markup import Verbatim, element, render
from cps_quiz.source.safe_text import safe


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("<b>&amp;</b>", "&lt;b&gt;&amp;amp;&lt;/b&gt;", id="markup"),
        pytest.param('"it\'s"', "&quot;it&#x27;s&quot;", id="quotes"),
        pytest.param("a\x1b[2Jb", r"a\x1b[2Jb", id="control"),
        pytest.param("\u202egnp.", r"\u202egnp.", id="direction"),
        pytest.param("\ud800", r"\ud800", id="half-a-pair"),
        pytest.param("a\nb", "a\nb", id="line-break"),
    ],
)
def test_texts_and_attributes_are_escaped(text: str, written: str) -> None:
    assert render(element("b", text, class_=text)) == f'<b class="{written}">{written}</b>'


def test_names_of_attributes_are_those_of_html() -> None:
    assert (
        render(element("i", class_="a", text_anchor="b", viewBox="c"))
        == '<i class="a" text-anchor="b" viewBox="c"></i>'
    )


@pytest.mark.parametrize(
    ("number", "written"),
    [
        pytest.param(3, "3", id="whole"),
        pytest.param(2 / 3, "0.67", id="rounded"),
        pytest.param(1e6, "1000000", id="large"),
        pytest.param(1e-9, "0", id="small"),
    ],
)
def test_numbers_are_plain(number: float, written: str) -> None:
    assert render(element("i", x=number)) == f'<i x="{written}"></i>'


def test_only_what_is_verbatim_stands_as_it_is() -> None:
    assert render(element("b", Verbatim("a > b"), "a > b")) == "<b>a > ba &gt; b</b>"


@given(st.text(), st.text())
def test_any_text_is_read_back_as_it_was_made_safe(text: str, attribute: str) -> None:
    (found,) = tags(render(element("b", text, class_=attribute)))

    assert (found.text, found.attributes["class"]) == (safe(text), safe(attribute))
