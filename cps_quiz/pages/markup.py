"""Elements of HTML and SVG. All text in them is made safe and escaped when they are written."""

from html import escape
from typing import NamedTuple

from cps_quiz.source.safe_text import safe

_EMPTY = {"meta"}
_APART = {"section", "article", "h1", "h2", "h3", "p", "ul", "ol", "li", "table", "tr", "figure", "svg", "g", "style"}


class Element(NamedTuple):
    """A tag with its attributes and what stands inside, in their order. Attributes are escaped as text is."""

    tag: str
    attributes: tuple[tuple[str, str], ...]
    children: tuple["Node", ...]


class Verbatim(NamedTuple):
    """Text of the program itself that is written as it stands: the stylesheet."""

    text: str


Node = Element | Verbatim | str
"""What a page is made of; a `str` is text, never markup."""


def element(tag: str, *children: Node, **attributes: str | float) -> Element:
    """An element. `font_size` is the attribute font-size, `class_` is class; numbers get two decimals at most."""
    named = tuple((name.strip("_").replace("_", "-"), _value(value)) for name, value in attributes.items())
    return Element(tag, named, children)


def render(node: Node) -> str:
    """The markup of `node`, with control and direction characters of texts spelled out."""
    match node:
        case str():
            return _escaped(node)
        case Verbatim(text):
            return text
        case Element(tag, attributes, children):
            start = "".join(f' {name}="{_escaped(value)}"' for name, value in attributes)
            line = "\n" if tag in _APART else ""
            if tag in _EMPTY:
                return f"\n<{tag}{start}>"
            return f"{line}<{tag}{start}>{''.join(map(render, children))}</{tag}>"


def _escaped(text: str) -> str:
    return escape(safe(text))


def _value(value: str | float) -> str:
    return value if isinstance(value, str) else f"{round(value, 2):.12g}"
