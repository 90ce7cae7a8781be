"""Text of strangers made harmless, and readable where there is no Unicode.

Every text of a bank passes here before it is shown.
"""

from re import Match
from re import compile as pattern
from unicodedata import combining, normalize

_UNSAFE = pattern(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_ASCII = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2013": "-",
        "\u2014": "--",
        "\u2026": "...",
        "\u00a0": " ",
        "\u00b7": "|",
        "\u2022": "*",
        "\u2713": "+",
        "\u2717": "x",
        "\u2191": "^",
        "\u2193": "v",
        "\u2192": "->",
        "\u2501": "=",
        "\u2500": "-",
        "\u2588": "#",
        "\u2591": ".",
    }
)
"""What the program itself writes, and the usual marks of texts; other letters lose their accents."""


def safe(text: str, *, unicode: bool = True) -> str:
    """`text` with control and direction characters spelled out; in ASCII unless `unicode`.

    Line breaks stay; tabs become a space.
    """
    if not text.isprintable():
        text = _UNSAFE.sub(_spelled, text)
    if unicode or text.isascii():
        return text
    plain = normalize("NFKD", text.translate(_ASCII))
    return "".join(char for char in plain if not combining(char)).encode("ascii", "replace").decode()


def _spelled(found: Match[str]) -> str:
    char = found.group()
    if char == "\t":
        return " "
    return ascii(char)[1:-1]
