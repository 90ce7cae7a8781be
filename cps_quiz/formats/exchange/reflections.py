"""A question to be answered in one's own words, as one text for programs that hold no points to tick."""

from cps_quiz.core.questions.interaction import TO_BE_WRITTEN, Write


def as_text(interaction: Write) -> str:
    """The points, the example and why, in our Markdown."""
    points = "\n".join(f"- {point}" for point in interaction.looks_for)
    why = "" if interaction.why == TO_BE_WRITTEN else f"\n\n{interaction.why}"
    return f"A good answer:\n\n{points}\n\nFor example: {interaction.example}{why}"
