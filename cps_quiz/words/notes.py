"""What is said about a learner's own notes, and about what is wrong with a question."""

from pathlib import Path

from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.interaction import Write
from cps_quiz.core.record.marks import OwnWords

YOUR_NOTE = "Your note on this question:"
WHAT_IS_WRONG = "What is wrong with this question? A few words for its author:"
TYPE_A_LINE = "Type a line and Enter; Enter alone leaves it as it is."
UNCHANGED = "Nothing was written."
NOTE_KEPT = "Your note is kept."
NOTE_GONE = "Your note is taken away."
NOT_KEPT = "Your note could not be kept."
FLAG_NOT_KEPT = "That could not be kept."


MARKED = "Your notes and flags"
NOTHING_MARKED = "Nothing is flagged, and there are no notes yet: f flags a question, N writes a note."
OWN_WORDS = "In your own words"
NO_OWN_WORDS = "You have not answered in your own words yet."


def own_answer(one: OwnWords, item: Item | None) -> str:
    """An answer in own words beside the question, the points that it makes, and the example, as Markdown."""
    interaction = item.body.interaction() if item else None
    if item is None or not isinstance(interaction, Write):
        return f"**{one.day}**\n\n{one.text}"
    points = "\n".join(
        f"- {point}{' (yours too)' if at in one.points else ''}" for at, point in enumerate(interaction.looks_for)
    )
    return (
        f"**{one.day}** {item.stem}\n\n**You wrote:** {one.text}\n\n{points}\n\n**An example:** {interaction.example}"
    )


def put_aside(item: str) -> str:
    """That a question is not asked any more."""
    return f"Put aside: after this it is not asked any more, until cps-quiz bank back {item}"


def marked(opening: str, note: str, flagged: bool) -> str:  # noqa: FBT001
    """A question that is flagged or has a note, as Markdown."""
    flag = "**Flagged.** " if flagged else ""
    return f"{flag}{opening}" + (f"\n\n**Your note:** {note}" if note else "")


def now(note: str) -> str:
    """The note that there is."""
    return f"Now: {note}"


def reported(path: Path) -> str:
    """Where a word to the author was written."""
    return f"Thank you. It stands in {path}; send that file to the author of the questions."


def entry(day: str, item: str, print_: str, text: str) -> str:
    """What the author gets to read."""
    return f"{day} · question {item} · print {print_}\n{text}\n\n"
