"""What both kinds of file may define: misconceptions and references."""

from re import compile as pattern

from cps_quiz.core.questions.bank import Misconception, Source
from cps_quiz.core.questions.interaction import MisconceptionId
from cps_quiz.source import codes
from cps_quiz.source.fields import Fields
from cps_quiz.source.node import Scalar

MISCONCEPTION_FIELDS = frozenset({"name", "means", "sounds_like", "harms", "instead", "confused_with", "telling_apart"})
REFERENCE_FIELDS = frozenset({"title", "publisher", "year", "url"})


_TAG = pattern(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*+")


def read_language(fields: Fields) -> str:
    """The `language:` of a file as a tag of BCP 47; `en` when absent."""
    tag = fields.text("language") if "language" in fields.values else "en"
    if tag and not _TAG.fullmatch(tag):
        fields.bad_value("language", f'"{tag}" is no language tag', "write a tag of BCP 47: en, es, pt-BR")
    return tag or "en"


def read_misconceptions(fields: Fields) -> tuple[Misconception, ...]:
    """The `misconceptions:` of a file."""
    section = fields.section("misconceptions")
    if not section.values.keys().isdisjoint(MISCONCEPTION_FIELDS) and _is_out(section):
        return ()
    groups = ((id_, section.group(id_, MISCONCEPTION_FIELDS, "a misconception")) for id_ in section.values)
    return tuple(_misconception(id_, group) for id_, group in groups if group is not None)


def _is_out(section: Fields) -> bool:
    """Whether the lines of a misconception stand below its id, not further in, which is then noted."""
    for name, value in section.values.items():
        if isinstance(value, Scalar) and not value.text and name not in MISCONCEPTION_FIELDS:
            message = f"the lines below `{name}:` do not stand further in than it"
            cure = "begin each of them with two more spaces: `name`, `means`, `harms` and `instead` belong to it"
            section.add(codes.WRONG_TYPE, value, message, cure)
            return True
    return False


def _misconception(id_: str, fields: Fields) -> Misconception:
    return Misconception(
        id=MisconceptionId(id_),
        name=fields.required_text("name"),
        means=fields.required_text("means"),
        harms=fields.required_text("harms"),
        instead=fields.required_text("instead"),
        sounds_like=fields.texts("sounds_like"),
        confused_with=tuple(MisconceptionId(other) for other in fields.identifiers("confused_with")),
        telling_apart=_telling_apart(fields),
    )


def _telling_apart(fields: Fields) -> tuple[tuple[MisconceptionId, str], ...]:
    section = fields.section("telling_apart")
    return tuple((MisconceptionId(other), section.required_text(other)) for other in section.values)


def read_references(fields: Fields) -> tuple[tuple[str, Source], ...]:
    """The `references:` of a file."""
    section = fields.section("references")
    groups = ((id_, section.group(id_, REFERENCE_FIELDS, "a reference")) for id_ in section.values)
    return tuple((id_, _reference(group)) for id_, group in groups if group is not None)


def _reference(fields: Fields) -> Source:
    return Source(
        title=fields.required_text("title"),
        publisher=fields.text("publisher") or None,
        year=fields.integer("year"),
        url=fields.text("url") or None,
    )
