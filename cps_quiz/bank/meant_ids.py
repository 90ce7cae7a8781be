"""Names and titles where an id belongs: which id they mean, and how to add what is not there yet."""

from collections.abc import Mapping
from re import compile as pattern

from cps_quiz.bank.library import Library
from cps_quiz.core.questions.bank import Bank
from cps_quiz.source import codes
from cps_quiz.source.diagnostic import Edit, Fix
from cps_quiz.source.identifiers import as_id
from cps_quiz.source.problems import Problem, Problems

_FIELD = pattern(r"`(topic|misconception|names|objective)` must be an id\b")
CLOSE = 0.75
"""How alike a title must be to be suggested, as difflib counts. Our own bound."""


def own_approach(id_: str) -> str:
    """How a bank adds a misconception of its own."""
    name = id_ if id_ and id_.isascii() and " " not in id_ else "its-id"
    return (
        f"`cps-quiz explain` lists them; or add your own at the top of this file, under `misconceptions:`: `{name}:` "
        "with `name`, `means`, `harms` and `instead`"
    )


def mean_ids(problems: Problems, library: Library, bank: Bank | None) -> None:
    """Where a name stands for an id that there is, say which; mend it where the name is the very one.

    `bank` is that of the file, whose items tell which topic an objective is one of.
    """
    problems.amend(codes.BAD_VALUE, lambda problem: _amended(problem, problems.text, library, bank))


def _amended(problem: Problem, text: str, library: Library, bank: Bank | None) -> Problem:
    found = _FIELD.match(problem.message)
    if not found:
        return problem
    field, said = found[1], text[problem.start : problem.end].strip().strip("'\"").strip()
    titles = _titles(field, library)
    exact = titles.get(_folded(said)) or next((id_ for id_ in titles.values() if id_ == as_id(said)), None)
    if exact == said:
        return problem
    if exact:
        message = f'"{said}" is the name of a {_noun(field)}, and its id belongs here'
        fix = Fix(f"write {exact}", (Edit(problem.start, problem.end, exact),))
        return problem._replace(message=message, help=f"write {exact}", fix=fix)
    from difflib import get_close_matches

    close = get_close_matches(_folded(said)[:80], titles, n=1, cutoff=CLOSE)
    message = f'no {_noun(field)} is called "{said}"; an id like `break-it-down` belongs here'
    if close:
        return problem._replace(message=message, help=f"did you mean `{titles[close[0]]}`?")
    if field in {"topic", "objective"}:
        known = library.curriculum.topics if field == "topic" else _objectives(problem, library, bank)
        return problem._replace(message=message, help=f"use one of: {', '.join(known)}" if known else problem.help)
    return problem._replace(message=message, help=own_approach(""))


def _objectives(problem: Problem, library: Library, bank: Bank | None) -> list[str]:
    """The objectives of the topic of the item that the problem is in."""
    item = next((item for item in bank.items if item.id == problem.item), None) if bank else None
    topic = library.curriculum.topics.get(item.topic) if item else None
    return [objective.id for objective in topic.objectives] if topic else []


def _noun(field: str) -> str:
    return "misconception" if field == "names" else field


def _titles(field: str, library: Library) -> Mapping[str, str]:
    """Ids by their titles, in small letters."""
    if field == "topic":
        return {_folded(topic.title): topic.id for topic in library.curriculum.topics.values()} | {
            _folded(id_): id_ for id_ in library.curriculum.topics
        }
    if field == "objective":
        return {_folded(title): id_ for id_, title in library.objectives.items()}
    return {_folded(approach.name): approach.id for approach in library.misconceptions.values()} | {
        _folded(id_): id_ for id_ in library.misconceptions
    }


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("\u2019", "'").split()).rstrip(".")
