"""Which options are right, where an item says so apart from them: by letter, number, text or mark."""

from re import compile as pattern
from typing import NamedTuple

from cps_quiz.source.node import Mapping, Node, Scalar, Sequence

_LABEL = pattern(
    r"\s*(?P<star>\*|\u2713|\u2714|\u2705|\u2611|\[[xX]\])?\s*\(?(?P<label>[A-Ha-h]|[1-9])[.):\]]\s+(?P<text>\S.*)",
    flags=16,
)
_STAR = pattern(r"\s*(?P<mark>\*(?!\*)|\u2713|\u2714|\u2705|\u2611|\[[xX]\]|\([xX*]\))\s*(?P<text>\S.*?)\s*", flags=16)
_CROSS = pattern(r"\s*(?P<mark>\u2717|\u2718|\u274c|\u2610|\u2612|\[ ?\]|\( ?\))\s*(?P<text>\S.*?)\s*", flags=16)
_BEHIND = pattern(
    r"(?P<text>.*?\S)\s*[(\[](?P<not>not |in)?(?:correct|right|true|key)(?: answer)?[)\]]\s*", flags=16 | 2
)
_TOKENS = pattern(r"\s*(?:[,;/&]|\band\b)\s*")

YES = frozenset({"true", "yes", "y", "1", "x", "right", "correct", "\u2713"})
NO = frozenset({"false", "no", "n", "0", "wrong", "incorrect"})


class Choice(NamedTuple):
    """One option as another program writes it; `right` is None where only the item may tell."""

    label: str
    text: str
    right: bool | None
    node: Scalar


def choice(node: Scalar, label: str = "") -> Choice:
    """What a text says of itself: its letter, its mark."""
    text, right = node.text.strip(), None
    for made, verdict in ((_STAR, True), (_CROSS, False)):
        found = made.fullmatch(text)
        if found:
            text, right = found["text"], verdict
            break
    found = _LABEL.fullmatch(text)
    if found:
        label = label or found["label"]
        right = True if found["star"] else right
        text = found["text"]
    found = _BEHIND.fullmatch(text)
    if found:
        text, right = found["text"], not found["not"]
    return Choice(label.strip("().: ").upper(), text.strip(), right, node)


def resolve(choices: list[Choice], key: Node | None) -> list[bool] | None:
    """For each of the choices whether it is right; None where that is not certain."""
    if key is not None:
        found = _named(choices, key)
        marked = [index for index, one in enumerate(choices) if one.right]
        if found is None or (marked and set(marked) != found):
            return None
        return [index in found for index in range(len(choices))]
    if any(one.right for one in choices):
        return [bool(one.right) for one in choices]
    return None


def _named(choices: list[Choice], key: Node) -> set[int] | None:
    words = _words(choices, key)
    labels = {one.label: index for index, one in enumerate(choices) if one.label}
    texts = {_folded(one.text): index for index, one in enumerate(choices)}
    found = set()
    for word in words:
        token = word.strip("().:'\" ").upper()
        if _folded(word) in texts:
            found.add(texts[_folded(word)])
        elif token in labels:
            found.add(labels[token])
        elif not labels and len(token) == 1 and "A" <= token <= "H" and ord(token) - 65 < len(choices):
            found.add(ord(token) - 65)
        elif labels and token.isdigit() and not any(label.isdigit() for label in labels):
            return None
        else:
            return None
    return found or None


def _words(choices: list[Choice], key: Node) -> list[str]:
    if isinstance(key, Sequence):
        return [node.text for node in key.items if isinstance(node, Scalar)]
    if not isinstance(key, Scalar):
        return []
    if _folded(key.text) in {_folded(one.text) for one in choices}:
        return [key.text]
    stripped = choice(key).text if len(key.text) > 3 else key.text  # noqa: PLR2004 - "A. text", not "A"
    if _folded(stripped) in {_folded(one.text) for one in choices}:
        return [stripped]
    return [word for word in _TOKENS.split(key.text) if word]


def _folded(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")


def truth(node: Node) -> bool | None:
    """What a mark like `true` says; None for a text that says neither."""
    word = node.text.strip().casefold() if isinstance(node, Scalar) else ""
    return True if word in YES else False if word in NO else None


def field(group: Mapping, names: "dict[str, int] | frozenset[str]") -> int | None:
    """The index of the first field of `group` that is called one of `names`, in any spelling."""
    from cps_quiz.source.field_words import plain_name

    for index, name in enumerate(group.fields):
        if isinstance(name, Scalar) and plain_name(name.text) in names:
            return index
    return None
