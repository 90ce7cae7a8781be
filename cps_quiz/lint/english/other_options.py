"""Options that speak of the other options: what "all of the above" and "none of these" share."""

from re import IGNORECASE, Pattern
from re import compile as pattern

ANSWERS = r"(?:answers?|options?|choices?|statements?|responses?|alternatives?|possibilities)"
TRUE = r"(?:correct|right|true|valid|possible|acceptable|appropriate)"
LISTED = r"(?:preceding|foregoing|following|listed|mentioned)"
_EDGE = r"[\s.!\"'\u201c\u201d\u2018\u2019*_\[\]]*"


def whole(*wordings: str) -> Pattern[str]:
    """A pattern of whole options that have one of `wordings`; a space in them stands for any white space."""
    spread = "|".join(wordings).replace(" ", r"\s+")
    return pattern(rf"{_EDGE}(?:{spread}){_EDGE}", IGNORECASE)
