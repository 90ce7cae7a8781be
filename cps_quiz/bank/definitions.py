"""What both kinds of file may define: misconceptions and references."""

from collections.abc import Iterator
from re import compile as pattern

from cps_quiz.core.questions.bank import Misconception, Scenario, Source
from cps_quiz.core.questions.interaction import MisconceptionId
from cps_quiz.source.field_words import plain_name
from cps_quiz.source.fields import Fields
from cps_quiz.source.node import CUT, Mapping, Node, Sequence

MISCONCEPTION_FIELDS = frozenset({"name", "means", "sounds_like", "harms", "instead", "confused_with", "telling_apart"})
REFERENCE_FIELDS = frozenset({"title", "publisher", "year", "url"})
SECTIONS = {"misconceptions": MISCONCEPTION_FIELDS, "references": REFERENCE_FIELDS}
REQUIRED = {"misconceptions": ("name", "means", "harms", "instead"), "references": ("title",)}
_NOTHING = Mapping([], [], 0, CUT)

_TAG = pattern(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*+")
_TAGS = {
    **dict.fromkeys(("english",), "en"),
    **dict.fromkeys(("spanish", "espanol", "castellano"), "es"),
    **dict.fromkeys(("portuguese", "portugues"), "pt"),
    **dict.fromkeys(("french", "francais"), "fr"),
    **dict.fromkeys(("german", "deutsch"), "de"),
    **dict.fromkeys(("italian", "italiano"), "it"),
    **dict.fromkeys(("haitian creole", "kreyol ayisyen", "kreyol"), "ht"),
    **dict.fromkeys(("chinese", "mandarin"), "zh"),
    **dict.fromkeys(("vietnamese", "tieng viet"), "vi"),
    "arabic": "ar",
    "russian": "ru",
    "polish": "pl",
    "khmer": "km",
    "korean": "ko",
    "japanese": "ja",
    "hebrew": "he",
}
"""Languages by their names, in small letters without accents."""


def read_language(fields: Fields) -> str:
    """The `language:` of a file as a tag of BCP 47; `en` when absent."""
    tag = fields.text("language") if "language" in fields.values else "en"
    if tag and not _TAG.fullmatch(tag):
        from cps_quiz.source.field_slips import note_no_tag

        dashed = tag.replace("_", "-")
        meant = dashed if _TAG.fullmatch(dashed) else _TAGS.get(plain_name(tag).replace("_", " "), "")
        note_no_tag(fields.values["language"], tag, meant, fields.problems)
        return meant or tag
    return tag or "en"


def read_misconceptions(fields: Fields) -> tuple[Misconception, ...]:
    """The `misconceptions:` of a file; one that is no group of fields is there all the same, for what names it."""
    groups = _groups(fields, "misconceptions", "a misconception")
    return tuple(_misconception(id_, group) for id_, group in groups)


def read_scenarios(fields: Fields) -> dict[str, Scenario]:
    """The `scenarios:` of a file by their ids."""
    if type(fields.values.get("scenarios")) is Sequence:
        _put_right(fields, "scenarios", frozenset())
    section = fields.section("scenarios")
    texts = ((id_, "" if not section.whole(id_) else section.required_text(id_)) for id_ in section.values)
    return {id_: Scenario(id_, text) for id_, text in texts}


def _put_right(fields: Fields, name: str, known: frozenset[str]) -> None:
    """Give the section `name` its right shape, and say what was wrong."""
    from cps_quiz.bank.mending.sections import as_section

    fields.values[name], note = as_section(fields.values[name], name, known, fields.problems.text)
    if note is not None:
        fields.problems.add(note.code, (note.start, note.end), note.message, note.help, note.fix)


def _groups(fields: Fields, name: str, noun: str) -> Iterator[tuple[str, Fields]]:
    known = SECTIONS[name]
    if name in fields.values and not _is_plain(fields.values[name]):
        _put_right(fields, name, known)
    section = fields.section(name)
    for id_ in section.values:
        yield id_, section.group(id_, known, noun, REQUIRED[name]) or Fields(_NOTHING, known, noun, fields.problems)


def _is_plain(node: Node) -> bool:
    return type(node) is Mapping and all(type(value) is Mapping for value in node.values)


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
    groups = _groups(fields, "references", "a reference")
    return tuple((id_, _reference(group)) for id_, group in groups)


def _reference(fields: Fields) -> Source:
    return Source(
        title=fields.required_text("title"),
        publisher=fields.text("publisher") or None,
        year=fields.integer("year"),
        url=fields.text("url") or None,
    )
