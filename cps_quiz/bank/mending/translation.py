"""What is translated in one item, and the one note that says so."""

from cps_quiz.bank.mending.note import Note, renamed, words_of
from cps_quiz.source import codes
from cps_quiz.source.diagnostic import Edit, Fix
from cps_quiz.source.node import Node, Scalar


class Translation:
    """Collects what is translated in one item: pairs of words, edits, and whether all of it is certain."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pairs: dict[str, str] = {}
        self.places: list[Node] = []
        self.edits: list[Edit] = []
        self.said = ""
        self.cure = ""

    def rename(self, name: Node, ours: str) -> Node:
        """`name` under our word for it."""
        if isinstance(name, Scalar):
            self.pairs.setdefault(name.text, ours)
            self.places.append(name)
            if self.text[name.start : name.end] == name.text:
                self.edits.append(Edit(name.start, name.end, ours))
        return renamed(name, ours)

    def say(self, place: Node, said: str, cure: str, *, first: bool = False) -> None:
        """A sentence about the shape of the options; one that comes `first` takes the place of others."""
        if first:
            self.places = [place]
        elif not self.said:
            self.places.append(place)
        if first or not self.said:
            self.said, self.cure = said, cure

    def note(self) -> Note | None:
        """One note for all of it."""
        if not self.places:
            return None
        first = min(self.places, key=lambda node: node.start)
        end = first.end if isinstance(first, Scalar) else first.start + 1
        message, cure = self.said, self.cure
        if not message:
            message, cure = words_of(self.pairs)
        fix = Fix("write it in the words of this format", tuple(sorted(self.edits))) if self.edits else None
        return Note(codes.UNKNOWN_FIELD, first.start, end, message, cure, fix)
