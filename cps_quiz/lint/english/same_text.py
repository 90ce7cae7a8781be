"""Whether two short texts say the same."""

from re import compile as pattern

_EMPHASIS = pattern(r"(?<![\w*])\*{1,2}(?=\S)([^*]+)\*{1,2}(?!\w)")
_TECHNICAL = pattern(r"[<>=+*/\\|{}\[\]$^~_#@&%`]|(?<!\w)[-\u2212]\w")
"""Signs of formulas and commands, where case and punctuation carry meaning."""

_PUNCTUATION = pattern(
    r"[\"\u201c\u201d\u2018()!?;:\u2026]|(?<!\w)['\u2019]|['\u2019](?!\w)|[.,](?!\d)|[-\u2013\u2014](?!\d)"
)


_OTHERS = bytes(byte for byte in range(128) if not chr(byte).isalnum())


def spelt(text: str) -> bytes:
    """The letters and digits of `text` alone: texts that are `folded` into the same have the same ones."""
    if text.isascii():
        return text.encode().lower().translate(None, _OTHERS)
    return "".join(filter(str.isalnum, text.casefold())).encode(errors="surrogatepass")


def folded(text: str) -> str:
    """`text` without case, spacing, quotation marks and sentence punctuation; signs that carry meaning stay."""
    plain = _EMPHASIS.sub(r"\1", text)
    if _TECHNICAL.search(plain):
        return " ".join(plain.split()).rstrip(".")
    return " ".join(_PUNCTUATION.sub(" ", plain.casefold()).replace("\u2019", "'").split())
