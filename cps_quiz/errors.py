"""What can go wrong while running, and the exit code of each ending."""

from enum import IntEnum


class ExitCode(IntEnum):
    """How the program ends; documented in README.md and never changed."""

    OK = 0
    FOUND = 1
    CANNOT_RUN = 2
    BUG = 70
    INTERRUPTED = 130


class QuizError(Exception):
    """An operation that cannot go on.

    `sentence` says what is wrong, `hint` what to do about it.
    """

    exit_code = ExitCode.CANNOT_RUN

    def __init__(self, sentence: str, hint: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint


class PathNotFoundError(QuizError):
    """A file or folder that was named does not exist."""

    def __init__(self, path: str) -> None:
        super().__init__(f"There is no file or folder {path}.", "Check the spelling of the path.")


class NoBankError(QuizError):
    """What was named holds no question bank at all."""

    def __init__(self, where: str) -> None:
        super().__init__(
            f"No question bank was found in {where}.",
            "A bank is a .yaml file with `items:`; `cps-quiz bank new FILE` writes one to start from.",
        )


class BrokenBanksError(QuizError):
    """Banks that cannot be used as they are; `report` lists each problem with its place."""

    def __init__(self, report: str, count: int, paths: str) -> None:
        problems = "1 problem" if count == 1 else f"{count} problems"
        super().__init__(
            f"{report}\nThe question banks have {problems} that must be mended first.",
            f"To see each one with its reason, run cps-quiz check{paths}",
        )


class EndedElsewhereError(QuizError):
    """An exam or a drill that was ended in another window; it counts as it stood there."""

    def __init__(self, kind: str = "exam") -> None:
        look = "exam list" if kind == "exam" else "progress"
        super().__init__(f"This {kind} was ended in another window.", f"It counts as it stood there: cps-quiz {look}")


class TakenOverError(QuizError):
    """An exam or a drill that goes on in another window."""

    def __init__(self, kind: str = "exam") -> None:
        super().__init__(
            f"This {kind} was taken over by another window. All that was answered before is kept, and goes on there.",
            "From here on nothing that is pressed in this window counts.",
        )


class NotAFileError(QuizError):
    """A folder, where a file is asked for."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} is no file.", "Name one file.")


class NotOursError(QuizError):
    """A file that the program did not write stands where it is to write one."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} is there already, and cps-quiz did not write it.", "Name another file, or replace it with --force."
        )


class BrokenBlueprintError(QuizError):
    """A blueprint that cannot be used as it is; `report` lists each problem with its place."""

    def __init__(self, report: str) -> None:
        super().__init__(report, "Mend the blueprint first. The least it needs: format: 1 and blueprint: my-exam.")


class UnknownNameError(QuizError):
    """A name (of a topic, an item, ...) that nothing loaded has."""

    def __init__(self, kind: str, name: str, near: tuple[str, ...], known_by: str) -> None:
        guess = f"Did you mean {' or '.join(near)}? " if near else ""
        super().__init__(f'There is no {kind} "{name}".', f"{guess}{known_by}")


class NothingToAskError(QuizError):
    """The choice of topics, levels and so on leaves no item."""

    def __init__(self) -> None:
        super().__init__(
            "No question fits all of these choices together.",
            "Ask for fewer conditions; `cps-quiz bank list` shows what there is.",
        )


class NothingToAuditError(QuizError):
    """No item is of the kind that guessers can play with."""

    def __init__(self, fewest_options: int) -> None:
        super().__init__(
            f"There is no sound single-choice question with at least {fewest_options} options.",
            "A guesser needs options to choose from; `cps-quiz check` shows what is wrong with the others.",
        )


class WriteFailedError(QuizError):
    """A file could not be written; nothing of it is left behind."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path} could not be written: {reason}.", "Choose another place or make room there.")
