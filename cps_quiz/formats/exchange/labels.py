"""What an option shows (its label), for programs that have no field for it.

The name stands in bold before the explanation, where people read it; a tag of the question holds
the id, so that the label can be taken back out.
"""

from collections.abc import Iterable
from re import compile as pattern

from cps_quiz.core.questions.interaction import TO_BE_WRITTEN, MisconceptionId, ObjectiveId, Option
from cps_quiz.formats import Context

PREFIXES = {"misconception": "misconception:", "names": "names:", "objective": "another-moment:"}
"""How the tag begins that holds the id, for each kind of label."""

_LEAD = pattern(r"\*\*([^*\n]+?)\.?\*\*(?:\s+|$)")
_IN_BRACKETS = pattern(r"(.*) \(([a-z0-9-]+)\)")
_NOT_ID = pattern(r"[^a-z0-9]+")
_STEM = 5
"""Letters that tell words alike: "Judging" and "judged"."""


def explained(option: Option, context: Context, tags: Iterable[str] = ()) -> str:
    """The why of `option` behind the name of its label; "" where there is neither.

    With the `tags` of the question, the name is such that `unlabelled` finds the id again among them.
    """
    why = "" if option.why == TO_BE_WRITTEN else option.why
    id_ = option.misconception or option.names or option.objective
    if not id_:
        return why
    known = context.misconceptions if option.misconception or option.names else context.objectives
    name = known.get(id_, id_).rstrip(".")
    name = " ".join(name.replace("*", "").split())
    written = f"**{name}.** {why}".strip()
    tags = list(tags)
    if (
        tags
        and unlabelled(option._replace(why=written, misconception=None, names=None, objective=None), tags) != option
    ):
        written = f"**{name} ({id_}).** {why}".strip()
    return written


def label_tags(options: Iterable[Option]) -> list[str]:
    """The tags that hold the labels of all options, each once."""
    found: dict[str, None] = {}
    for option in options:
        for kind, prefix in PREFIXES.items():
            if id_ := getattr(option, kind):
                found[f"{prefix}{id_}"] = None
    return list(found)


def unlabelled(option: Option, tags: Iterable[str]) -> Option:
    """`option` with the label that its why begins with, if one of the `tags` knows it."""
    lead = _LEAD.match(option.why)
    known = _kinds(tags) if lead else {}
    id_ = _match(lead[1], list(known)) if lead else ""
    if not lead or not id_:
        return option
    kind = known[id_]
    return option._replace(
        why=option.why[lead.end() :] or TO_BE_WRITTEN,
        misconception=MisconceptionId(id_) if kind == "misconception" else None,
        names=MisconceptionId(id_) if kind == "names" else None,
        objective=ObjectiveId(id_) if kind == "objective" else None,
    )


def _kinds(tags: Iterable[str]) -> dict[str, str]:
    """The ids that stand in tags, each with its kind of label."""
    return {
        tag.removeprefix(prefix): kind
        for tag in tags
        for kind, prefix in PREFIXES.items()
        if tag.startswith(prefix) and tag != prefix
    }


def _match(name: str, ids: list[str]) -> str:
    """The id that `name` stands for: written out behind it, or the one that shares its words; "" without one."""
    written = _IN_BRACKETS.fullmatch(name)
    if written and written[2] in ids:
        return written[2]
    words = {word[:_STEM] for word in _NOT_ID.split(name.lower()) if word}
    shared = [id_ for id_ in ids if {word[:_STEM] for word in id_.split("-")} & words]
    same = [id_ for id_ in shared if _NOT_ID.sub("-", name.lower()) == id_]
    return same[0] if same else shared[0] if len(shared) == 1 else ""
