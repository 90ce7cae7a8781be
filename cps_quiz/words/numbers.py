"""Numbers in words, as they stand in lists, bars and headings."""


def out_of(some: int | str, whole: int | str) -> str:
    """`3 of 10`."""
    return f"{some} of {whole}"


def part_of(number: int, parts: int) -> str:
    """A page of several."""
    return f"part {out_of(number, parts)}"


def times(count: int) -> str:
    """How often, in words."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
