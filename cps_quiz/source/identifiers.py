"""Ids: small letters, digits and single hyphens."""

from re import compile as pattern
from unicodedata import combining, normalize

KEBAB = "[a-z0-9]+(?:-[a-z0-9]+)*"
IDENTIFIER = pattern(KEBAB.replace("+", "++").replace(")*", ")*+"))
"""The whole of an id; it never looks back, which would cost 60 bytes a letter."""

_NOT_IN_ID = pattern(r"[^a-z0-9]+")


def as_id(text: str) -> str:
    """The id that `text` is most like: `Dana is lost` gives `dana-is-lost`, and `Écoute` gives `ecoute`."""
    letters = "".join(char for char in normalize("NFKD", text.casefold()) if not combining(char))
    return _NOT_IN_ID.sub("-", letters).strip("-")
