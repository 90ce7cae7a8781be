"""What is loaded together: files, their banks and curricula, and one view over all."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from cps_quiz.bank.decoded import BlueprintFile, DecodedBank
from cps_quiz.core.questions.bank import Bank, Item, Misconception, Source
from cps_quiz.core.questions.curriculum import Curriculum
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.questions.interaction import MisconceptionId, ObjectiveId
from cps_quiz.source.diagnostic import Diagnostic
from cps_quiz.source.node import Node
from cps_quiz.source.problems import Problems


class Unread:
    """The tree of a text without problems, read when somebody asks for it."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def node(self) -> Node | None:
        """The tree."""
        from cps_quiz.source.yaml_reader import read_tree

        return read_tree(self._text, Problems())


class LoadedFile(NamedTuple):
    """One file: its text and tree, and the bank, curriculum or blueprint that it holds.

    The tree is None when the file could not be read as YAML at all.
    """

    path: str
    text: str
    tree: Node | Unread | None = None
    decoded: DecodedBank | None = None
    curriculum: Curriculum | None = None
    blueprint: BlueprintFile | None = None

    @property
    def node(self) -> Node | None:
        """The tree, read now if nobody asked for it before."""
        return self.tree.node if isinstance(self.tree, Unread) else self.tree


class Library:
    """Files loaded together with the curriculum that goes with them.

    `files` are those that were asked for; the shipped curriculum, where it fills in, is not one.
    """

    def __init__(
        self, files: tuple[LoadedFile, ...], curriculum: Curriculum, diagnostics: tuple[Diagnostic, ...] = ()
    ) -> None:
        self.files = files
        self.curriculum = curriculum
        self.diagnostics = diagnostics

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The items of all banks, in the order of the files; retired ones too."""
        return tuple(item for _, bank in self.banks() for item in bank.items)

    def banks(self) -> Iterator[tuple[LoadedFile, Bank]]:
        """The files that hold a bank, each with it."""
        return ((file, file.decoded.bank) for file in self.files if file.decoded)

    @cached_property
    def misconceptions(self) -> Mapping[MisconceptionId, Misconception]:
        """The curriculum's misconceptions and those that banks bring, by id."""
        own = (m for _, bank in self.banks() for m in bank.misconceptions)
        return {**self.curriculum.misconceptions, **{m.id: m for m in own}}

    @cached_property
    def references(self) -> Mapping[str, Source]:
        """The curriculum's references and those of the banks, by id."""
        own = (pair for _, bank in self.banks() for pair in bank.references)
        return {**self.curriculum.references, **dict(own)}

    @cached_property
    def objectives(self) -> Mapping[ObjectiveId, str]:
        """The titles of the curriculum's objectives, by id."""
        return {objective.id: objective.title for t in self.curriculum.topics.values() for objective in t.objectives}

    @property
    def glossary(self) -> Glossary:
        """Titles and explanations for the screens."""
        titles = {id_: topic.title for id_, topic in self.curriculum.topics.items()}
        return Glossary(titles, self.misconceptions, self.references, self.items, self.objectives)
