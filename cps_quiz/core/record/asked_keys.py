"""The keys of questions as they were asked, as far as a log has them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

Keys = dict[str, list[str]]
"""The texts of keys, by their prints."""


def keys_in(questions: Iterable[str]) -> Keys:
    """The keys of questions, each as the JSON that a `Question` holds; one that is damaged is passed over."""
    from cps_quiz.core.questions.fingerprint import print_of_key

    possible = (one for question in questions for one in _possible(_told(question).get("body")))
    return {print_of_key(texts, in_order=in_order): texts for texts, in_order in possible}


def item_of(question: str) -> str | None:
    """The id of the item that was asked; None for a question that is damaged."""
    id_ = _told(question).get("id")
    return id_ if isinstance(id_, str) else None


def keeps_memory(old: str, new: str, keys: Keys, texts: Sequence[str] | None = None) -> bool:
    """Whether what was learned under the print `old` holds under `new`, whose texts may be handed in."""
    texts = keys.get(new) if texts is None else texts
    if old not in keys or texts is None:
        return False
    from cps_quiz.core.questions.nearly_alike import nearly_alike

    return nearly_alike(keys[old], texts)


def _told(question: str) -> dict[str, Any]:
    import json

    try:
        told = json.loads(question)
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _possible(body: object) -> Iterator[tuple[list[str], bool]]:
    """What the fields of an item hold that may be its key, and whether their order counts."""
    if isinstance(body, dict):
        options = [one for one in _list(body.get("options")) if isinstance(one, dict)]
        right = [one["correct"] for one in options if "correct" in one]
        for texts, in_order in ((right, False), (_list(body.get("steps")), True), (_list(body.get("looks_for")), True)):
            if texts and all(isinstance(text, str) for text in texts):
                yield texts, in_order


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
