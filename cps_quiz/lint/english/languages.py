"""Which language texts are written in, where it is plain that it is not English."""

from collections import Counter
from collections.abc import Iterable
from functools import cache
from unicodedata import name

from cps_quiz.lint.english.words import wordlist, words

FEWEST_WORDS = 25
"""Words needed for a verdict: about one question with its options. Our own choice, as the shares below."""

MOST_ENGLISH = 0.12
"""Share of English function words above which a text counts as English; there it is a third and more."""

FEWEST_FOREIGN = 0.16
"""Share of another language's function words that shows it."""

DIFFERENT = 5
"""Different ones of them that must stand there, so that made-up words show nothing."""


@cache
def _function_words() -> dict[str, frozenset[str]]:
    """Those of each language by its tag; what is English too counts for English."""
    rows = dict(line.split("\t") for line in wordlist("languages"))
    english = frozenset(rows.pop("en").split())
    return {"en": english, **{tag: frozenset(entries.split()) - english for tag, entries in sorted(rows.items())}}


NAMES = {
    "es": "Spanish",
    "pt": "Portuguese",
    "fr": "French",
    "de": "German",
    "it": "Italian",
    "nl": "Dutch",
    "ht": "Haitian Creole",
    "vi": "Vietnamese",
    "pl": "Polish",
    "tl": "Tagalog",
    "ru": "Russian",
    "el": "Greek",
    "ar": "Arabic",
    "he": "Hebrew",
    "zh": "Chinese",
    "ja": "Japanese",
    "ko": "Korean",
    "hi": "Hindi",
    "th": "Thai",
    "km": "Khmer",
    "hy": "Armenian",
    "am": "Amharic",
}
"""Languages that are known here, by their tags."""

_SCRIPTS = {
    "CYRILLIC": "ru",
    "GREEK": "el",
    "ARABIC": "ar",
    "HEBREW": "he",
    "CJK": "zh",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "DEVANAGARI": "hi",
    "THAI": "th",
    "KHMER": "km",
    "ARMENIAN": "hy",
    "ETHIOPIC": "am",
}
"""The language that each script is most often used for."""


def foreign_language(texts: Iterable[str]) -> str:
    """The tag of the language of `texts`, "" where it is English, or nobody can tell."""
    joined = "\n".join(texts)
    script = "" if joined.isascii() else _by_script(joined)
    return script or _by_words(words(joined))


def _by_script(text: str) -> str:
    letters = [char for char in text if char.isalpha()]
    strange = [char for char in letters if char > "\u036f" and not "\u1e00" <= char <= "\u1eff"]
    if not letters or 2 * len(strange) < len(letters):
        return ""
    scripts = Counter(_SCRIPTS.get(name(char, "").partition(" ")[0], "") for char in strange)
    if any(_SCRIPTS[kana] in scripts for kana in ("HIRAGANA", "KATAKANA")):
        return "ja"
    return scripts.most_common(1)[0][0]


def _by_words(found: tuple[str, ...]) -> str:
    if len(found) < FEWEST_WORDS:
        return ""
    counts = Counter(found)
    seen = frozenset(counts)  # two sets are met by the smaller one
    known = {tag: entries & seen for tag, entries in _function_words().items()}
    uses = {tag: sum(map(counts.__getitem__, entries)) for tag, entries in known.items()}
    if uses.pop("en") > MOST_ENGLISH * len(found):
        return ""
    tag = max(uses, key=lambda tag: uses[tag])
    return tag if uses[tag] >= FEWEST_FOREIGN * len(found) and len(known[tag]) >= DIFFERENT else ""
