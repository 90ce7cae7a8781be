"""What can go wrong with a pool of answers."""

from pathlib import Path

from cps_quiz.errors import QuizError


class ExtraMissingError(QuizError):
    """An optional extra is not installed."""

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(
            f"This needs {package}, which is not installed.", f"Install it with: pip install 'cps-quiz[{extra}]'"
        )


class NoPoolError(QuizError):
    """The folder holds no pool."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"There is no pool of answers in {folder}.",
            f"Make one from what candidates hand you: cps-quiz results add FILE --pool {folder}",
        )


class PoolDamagedError(QuizError):
    """What stands in the folder of a pool is not what the program wrote."""

    def __init__(self, folder: Path, what: str) -> None:
        super().__init__(
            f"The pool in {folder} is damaged: {what}.",
            "Move the folder away and add the candidates' files again; they are all that it was made from.",
        )


class PoolChangedError(QuizError):
    """Another process changed the pool meanwhile."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"The pool in {folder} was changed by another program meanwhile.", "Run the command again.")


class OtherProgrammeError(QuizError):
    """Contributions of another programme, in which people have other pseudonyms."""

    def __init__(self, folder: Path, programme: str, other: str) -> None:
        super().__init__(
            f'The pool in {folder} is of the programme "{programme}", and these files are of "{other}".',
            "Keep one pool for each programme: the same person would count twice.",
        )
