"""Numbers in sentences."""


def counted(count: int, noun: str) -> str:
    """`1 day`, `3 days`."""
    return f"1 {noun}" if count == 1 else f"{count} {noun}s"
