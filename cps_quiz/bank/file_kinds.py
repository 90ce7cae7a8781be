"""Files of another kind, told by their first bytes, and what to do with them."""

from re import IGNORECASE, MULTILINE
from re import compile as pattern
from typing import NamedTuple

from cps_quiz.source import codes
from cps_quiz.source.diagnostic import Code

_HEAD = 4096
_COMMENTS = pattern(rb"(?:\xef\xbb\xbf)?(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*")
_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_SAVE_AS_TEXT = "copy the text into a text editor, and save it there as plain text with the encoding UTF-8"
_IMPORT = "`cps-quiz import --to new.yaml` makes a bank of the questions in it"
_IMPORT_OR_TEXT = f"{_IMPORT}; if it is a bank itself, {_SAVE_AS_TEXT}"
_BINARY = (
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or PowerPoint file", _SAVE_AS_TEXT),
    (b"%PDF-", "a PDF file", _SAVE_AS_TEXT),
    (b"\x89PNG", "an image", "a bank is text; write the questions out"),
    (b"\xff\xd8\xff", "an image", "a bank is text; write the questions out"),
    (b"GIF8", "an image", "a bank is text; write the questions out"),
    (b"\x1f\x8b", "a compressed file (gzip)", "unpack it first, and check what was in it"),
    (b"SQLite format 3", "a database", "a bank is a text file; `cps-quiz bank new` writes one to start from"),
)
_IN_ZIP = (
    (b"word/", "a Word file (.docx)", _IMPORT_OR_TEXT),
    (b"xl/", "an Excel file (.xlsx)", _IMPORT_OR_TEXT),
    (b"imsmanifest.xml", "a package of a course (.zip)", _IMPORT),
    (b"ppt/", "a PowerPoint file (.pptx)", _SAVE_AS_TEXT),
    (b"opendocument", "a LibreOffice file", _SAVE_AS_TEXT),
    (b"collection.anki", "an Anki deck", "a bank is a text file; `cps-quiz bank new` writes one to start from"),
)
_HTML = pattern(rb"<(?:!doctype\s+html|html|head|body|div|table|p|h[1-6]|span|meta)\b", IGNORECASE)


_OURS = pattern(
    rb"^[ \t]*(?:- *)?(?:format|bank|items|title|topics?|questions|scenarios|curriculum|blueprint|id|stem|options)\s*:"
    rb"|^[\[{]|^[ \t]*- ",
    IGNORECASE | MULTILINE,
)
_TYPED = pattern(rb"^[ \t]*\(?[A-Fa-f][.)][ \t]+\S", MULTILINE)
_GIFT = pattern(rb"^[ \t]*[=~]", MULTILINE)
FEWEST_TYPED, FEWEST_COLUMNS = 2, 3
"""Lettered lines, or signs between columns, that show what a file is where no line has a field."""


class Stranger(NamedTuple):
    """A file that is no YAML text: what to say of it."""

    code: Code
    message: str
    help: str


def stranger(content: bytes) -> Stranger | None:
    """What kind of other file `content` is; None for what may well be text in UTF-8."""
    wide = _wide(content)
    if wide:
        message = f"the file is saved in {wide}, not in UTF-8"
        cure = "save it again with the encoding UTF-8: in Notepad under Save as, Encoding"
        return Stranger(codes.UNREADABLE_FILE, message, cure)
    if content.startswith(b"PK\x03\x04"):
        for sign, what, cure in _IN_ZIP:
            if sign in content:
                return Stranger(codes.UNREADABLE_FILE, f"this is {what}, not a text file", cure)
        return Stranger(
            codes.UNREADABLE_FILE, "this is a zip file, not a text file", "unpack it first, and check what was in it"
        )
    for sign, what, cure in _BINARY:
        if content.startswith(sign):
            return Stranger(codes.UNREADABLE_FILE, f"this is {what}, not a text file", cure)
    return _other_text(content[:_HEAD])


def _wide(content: bytes) -> str:
    """UTF-16 or UTF-32, by its mark or by the zero bytes between ASCII letters; else ""."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return name
    head = content[:_HEAD]
    zeros = head.count(0)
    if len(head) < 4 or zeros * 3 < len(head):  # noqa: PLR2004 - fewer bytes tell nothing
        return ""
    letters = bytes(byte for byte in head if byte)
    if sum(byte in b"\t\n\r" or byte >= 32 for byte in letters) < 0.95 * len(letters):  # noqa: PLR2004
        return ""
    return "UTF-32" if zeros * 3 > 2 * len(head) else "UTF-16"


def _other_text(head: bytes) -> Stranger | None:
    text = head[_COMMENTS.match(head).end() :]  # type: ignore[union-attr]  # it matches nothing at all, too
    if text.startswith(rb"{\rtf"):
        return Stranger(codes.NOT_A_BANK, "this is an RTF file of a word processor, not plain text", _SAVE_AS_TEXT)
    if _HTML.match(text):
        cure = "save the bank itself: on a web page, choose Raw or Download"
        return Stranger(codes.NOT_A_BANK, "this is a web page (HTML), not a bank", cure)
    if text.startswith((b"<?xml", b"<quiz", b"<questestinterop")):
        cure = "`cps-quiz import --to new.yaml` makes a bank of it if it comes from Moodle, Canvas or Brightspace"
        return Stranger(codes.NOT_A_BANK, "this is XML, not a bank", cure)
    if not _OURS.search(text):
        return _importable(text)
    return None


def _importable(text: bytes) -> Stranger | None:
    """Questions in a form that `import` reads."""
    cure = "`cps-quiz import --to new.yaml` makes a bank of it"
    if b"{" in text and len(_GIFT.findall(text)) >= FEWEST_TYPED:
        return Stranger(codes.NOT_A_BANK, "these are questions in GIFT, as Moodle writes them, not a bank", cure)
    if len(_TYPED.findall(text)) >= FEWEST_TYPED:
        return Stranger(codes.NOT_A_BANK, "these are questions as people type them, not a bank", cure)
    first, _, rest = text.partition(b"\n")
    for sign in (b",", b";", b"\t"):
        if first.count(sign) >= FEWEST_COLUMNS and rest.partition(b"\n")[0].count(sign) >= first.count(sign):
            return Stranger(codes.NOT_A_BANK, "this is a table (CSV), not a bank", cure)
    return None
