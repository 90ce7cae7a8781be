"""What other programs call the types of questions, and what to write here."""

_ONE_OR_SOME = "write `single` where one option is right, `multiple` where several are"
_CURES = {
    **dict.fromkeys(("multiple choice", "mcq", "mc", "choice", "radio", "best answer", "one answer"), _ONE_OR_SOME),
    **dict.fromkeys(
        ("multiple response", "multiple answer", "multiple answers", "multi", "checkbox", "select all", "several"),
        "write `multiple`",
    ),
    **dict.fromkeys(("ordering", "sequence", "sorting", "steps", "ranking"), "write `order`"),
    **dict.fromkeys(("essay", "open", "short answer", "text", "free text"), "write `reflection`"),
    **dict.fromkeys(
        ("true false", "true/false", "tf"), "ask for the best of three or four options, in an item of type `single`"
    ),
}


def cure_of_type(name: str) -> str:
    """What to write for another program's type; "" for a word that nobody knows."""
    return _CURES.get(name.casefold().replace("-", " ").replace("_", " "), "")
