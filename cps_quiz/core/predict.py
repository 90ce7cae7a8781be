from typing import NamedTuple


class Tries(NamedTuple):
    asked: int
    right: int
class Reviews(NamedTuple):
    asked: int
    right: int
    expected: float
