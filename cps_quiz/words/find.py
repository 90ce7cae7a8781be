"""What a search says."""

from cps_quiz.core.questions.bank import Item

LONGEST = 90
"""Letters told of what was found."""

ANSWER, PRACTICE, FLAG = "Show the answer", "Practice it", "Flag it, or take the flag away"

NOTHING = "Nothing has these words."


def title(words: str) -> str:
    """Above what was found."""
    return f"Found for: {words}"


def opening(item: Item) -> str:
    """How a question begins."""
    return " ".join((item.scenario.text if item.scenario else item.stem).split())


def hit(kind: str, line: str) -> str:
    """Something that was found, in a line."""
    text = " ".join(line.split())
    short = text if len(text) <= LONGEST else f"{text[: text.rfind(' ', 0, LONGEST)]} ..."
    return f"{kind.capitalize()}: {short}"
