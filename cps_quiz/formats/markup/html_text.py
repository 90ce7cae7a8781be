"""From HTML to our little Markdown, and back."""

from collections.abc import Iterator
from html import escape, unescape
from html.parser import HTMLParser
from re import compile as pattern
from typing import NamedTuple

from cps_quiz.source.markdown import paragraphs

_SPACES = pattern(r"[ \t\r\n\f\v]+")
_AROUND_BREAK = pattern(r"[ \t]*\n[ \t]*")
_MANY_BREAKS = pattern(r"\n{3,}")
_BLANK_LINE = pattern(r"\n\s*\n")
_ENTRY = pattern(r"(?:[-*]|(\d{1,3})[.)])\s+")

_SIMPLE = pattern(r"\s*<p>([^<]*+)</p>\s*|[^<]*+")
"""One paragraph and nothing else, or no tag at all: most texts are so, and need no parser."""

_EMBEDDED = pattern(r"data:[^\"'\s<>]{100,}+")

LONGEST = 40_000
"""Characters of HTML that are taken apart: Python's parser can need a time that grows with the square."""

_BLOCKS = frozenset({"p", "div", "section", "article", "center", "ul", "ol", "dl"})
_OTHER_BLOCKS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "table", "tr", "dt", "dd", "hr"})
_SILENT = frozenset(
    {"span", "font", "br", "li", "tbody", "thead", "tr", "td", "th", "html", "body", "head", "small", "title"}
)
_HIDDEN = frozenset({"script", "style", "head", "title"})
_CALLED = {"img": "an image", "a": "a link", "pre": "a code block", "code": "code", "hr": "a line", "table": "a table"}
_MARKS = {"em": "\x01", "i": "\x01", "strong": "\x02", "b": "\x02"}
_STRONG = pattern("(?<![\\w*])\x02(?=\\S)([^\x01-\x04\n]+)(?<=\\S)\x04(?![\\w*])")
_EMPHASIS = pattern("(?<![\\w*])\x01(?=\\S)([^\x01-\x04\n]+)(?<=\\S)\x03(?![\\w*])")
_OUTWARD = (pattern("([\x01\x02])(\\s+)"), pattern("(\\s+)([\x03\x04])"))
_LEFT = pattern("[\x01-\x04]")


_NO_NUMBERS = -2


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= 3 else otherwise  # noqa: PLR2004


class _Reader(HTMLParser):
    """Collects text; `dropped` names what it could not keep."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.dropped: dict[str, None] = {}
        self.lists: list[int] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._note(tag)
        if tag in _HIDDEN:
            self.hidden += 1
        elif tag in _MARKS:
            self.pieces.append(_MARKS[tag])
        elif tag == "br":
            self.pieces.append("\n")
        elif tag == "li":
            self._start_entry(dict(attrs))
        elif tag == "img":
            self._image(dict(attrs))
        elif tag in {"td", "th"}:
            self.pieces.append(" ")
        elif tag in _BLOCKS or tag in _OTHER_BLOCKS:
            self.pieces.append("\n" if tag == "tr" or (self.lists and tag not in {"ul", "ol"}) else "\n\n")
            if tag in {"ul", "ol"}:
                self.lists.append(_whole(dict(attrs).get("start"), 1) - 1 if tag == "ol" else _NO_NUMBERS)

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self.hidden = max(0, self.hidden - 1)
        elif tag in _MARKS:
            self.pieces.append("\x03" if _MARKS[tag] == "\x01" else "\x04")
        elif tag in _BLOCKS or tag in _OTHER_BLOCKS:
            if tag in {"ul", "ol"} and self.lists:
                self.lists.pop()
            self.pieces.append("\n" if tag == "tr" or self.lists else "\n\n")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.pieces.append(_SPACES.sub(" ", data))

    def _start_entry(self, attributes: dict[str, str | None]) -> None:
        mark = "- "
        if self.lists and self.lists[-1] > _NO_NUMBERS:
            self.lists[-1] = _whole(attributes.get("value"), self.lists[-1] + 1)
            mark = f"{self.lists[-1]}. "
        self.pieces.append(f"\n{mark}")

    def _image(self, attributes: dict[str, str | None]) -> None:
        source = attributes.get("src") or ""
        name = attributes.get("alt") or ("" if source.startswith("data:") else source.rpartition("/")[2][:80])
        self.pieces.append(f"[image: {name}]" if name else "[image]")

    def _note(self, tag: str) -> None:
        if tag in _MARKS or tag in _BLOCKS or tag in _SILENT or tag == "style":
            return
        called = "a heading" if tag in {"h1", "h2", "h3", "h4", "h5", "h6"} else _CALLED.get(tag, f"<{tag[:20]}>")
        self.dropped[called] = None


def from_html(text: str) -> tuple[str, tuple[str, ...]]:
    """The Markdown of some HTML, and the names of what was dropped; an image leaves its name in brackets."""
    if "data:" in text:
        text = _EMBEDDED.sub("data:", text)
    if ("<" not in text and "&" not in text) or len(text) > LONGEST:
        return _SPACES.sub(" ", text).strip(), ()
    simple = _SIMPLE.fullmatch(text)
    if simple:
        return _SPACES.sub(" ", unescape(simple[1] if simple[1] is not None else text)).replace("\xa0", " ").strip(), ()
    reader = _Reader()
    reader.feed(_LEFT.sub("", text))
    reader.close()
    joined = "".join(reader.pieces).replace("\xa0", " ")
    joined = _OUTWARD[0].sub(r"\2\1", joined)
    joined = _OUTWARD[1].sub(r"\2\1", joined)
    joined = _EMPHASIS.sub(lambda found: _marked(found[1], 1), _STRONG.sub(lambda found: _marked(found[1], 2), joined))
    joined = _AROUND_BREAK.sub("\n", _LEFT.sub("", joined))
    return _MANY_BREAKS.sub("\n\n", joined).strip(), tuple(reader.dropped)


def _marked(words: str, strength: int) -> str:
    """Words between the signs of emphasis; without any where both kinds of sign stand in them."""
    sign = next((sign for sign in "*_" if sign not in words), "")
    return f"{sign * strength}{words}{sign * strength}"


def to_html(text: str) -> str:
    """HTML of a text in our Markdown: paragraphs, line breaks, emphasis, lists; all else is escaped."""
    return "".join(_block(block) for block in _BLANK_LINE.split(text.strip()))


def inline_html(text: str) -> str:
    """The same without the paragraph around a text that is only one."""
    html = to_html(text)
    one = html.startswith("<p>") and html.count("<p>") == 1 and html.endswith("</p>")
    return html[3:-4] if one else html


def _block(block: str) -> str:
    html, words, entries, ordered = [], list[str](), list[_Entry](), False
    for line in (row.strip() for row in block.split("\n")):
        entry = _ENTRY.match(line)
        if not entry:
            if entries:
                entries[-1].lines.append(line)
            else:
                words.append(line)
            continue
        if entries and bool(entry[1]) != ordered:
            html.append(_list(entries))
            entries = []
        ordered = bool(entry[1])
        entries.append(_Entry(entry[1] or "", [line[entry.end() :]]))
    return "".join([_paragraph(words), *html, _list(entries)])


class _Entry(NamedTuple):
    """An entry of a list: its number as typed, "" without one, and its lines."""

    number: str
    lines: list[str]


def _paragraph(lines: list[str]) -> str:
    return f"<p>{'<br>'.join(map(_line, lines))}</p>" if lines else ""


def _list(entries: list[_Entry]) -> str:
    if not entries:
        return ""
    if not entries[0].number:
        return f"<ul>{''.join(f'<li>{_lines(entry)}</li>' for entry in entries)}</ul>"
    first = int(entries[0].number)
    inner = "".join(
        f"<li{_counted('value', entry, place)}>{_lines(entry)}</li>" for place, entry in enumerate(entries, first)
    )
    return f"<ol{_counted('start', entries[0], 1)}>{inner}</ol>"


def _counted(attribute: str, entry: _Entry, usual: int) -> str:
    return "" if int(entry.number) == usual else f' {attribute}="{int(entry.number)}"'


def _lines(entry: _Entry) -> str:
    return "<br>".join(map(_line, entry.lines))


def _line(line: str) -> str:
    return "".join(_pieces(line))


def _pieces(line: str) -> Iterator[str]:
    mixed = "*" in line and "_" in line  # signs alone among those of emphasis could not be told apart again
    if not line or mixed or _ENTRY.match(line):  # the mark of a list would be taken off
        yield escape(line, quote=False)
        return
    for piece in paragraphs(line)[0].pieces:
        words = escape(piece.text, quote=False)
        yield (words, f"<em>{words}</em>", f"<strong>{words}</strong>")[piece.strength]
