"""An exam-prep quiz for future Massachusetts Certified Peer Specialists."""

__version__ = "0.2.0"
RELEASED = 1_795_219_200_000
"""2026-11-21, the day of the first release, in milliseconds since 1970: a clock that says less is wrong."""
