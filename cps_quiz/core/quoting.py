"""Words of others in sentences of ours."""

_OPENING = ('"', "'", "\N{LEFT DOUBLE QUOTATION MARK}", "\N{LEFT SINGLE QUOTATION MARK}")


def quoted(text: str) -> str:
    """`text` in quotes, unless it begins with one of its own."""
    return text if text.startswith(_OPENING) else f'"{text}"'
