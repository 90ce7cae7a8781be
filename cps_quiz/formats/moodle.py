"""Moodle XML, as Moodle 4 reads and writes it."""

from collections.abc import Iterator, Sequence
from html import escape

from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.interaction import TO_BE_WRITTEN, Arrange, ChooseOne, ChooseSome, Option, Write
from cps_quiz.formats import Context, Format, Imported, Keep, Loss, Written
from cps_quiz.formats.exchange.labels import explained, unlabelled
from cps_quiz.formats.exchange.reading import Draft, Reading
from cps_quiz.formats.exchange.reflections import as_text
from cps_quiz.formats.exchange.tags import fields_of, tags_of, whole_stem
from cps_quiz.formats.exchange.weights import grid_weights, key_of_weights, single_weights
from cps_quiz.formats.markup.harmless import for_xml
from cps_quiz.formats.markup.html_text import from_html
from cps_quiz.formats.markup.markdown_text import from_markdown, to_markdown
from cps_quiz.formats.packages.xml_tree import Element, elements

LONGEST_TAG = 50
"""Moodle cuts off the rest of a tag."""

_USUAL = {"defaultgrade": {"", "1", "1.0", "1.0000000"}, "penalty": {"", "0", "0.0000000", "0.3333333", "0.33333"}}
_COMBINED = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")
_STOCK = {"", "Your answer is correct.", "Your answer is partially correct.", "Your answer is incorrect."}
_SAME_ORDER = {"RELATIVE_ALL_PREVIOUS_AND_NEXT", "4"}


def knows(data: bytes, _name: str) -> bool:
    """Whether it is XML with `<quiz>` near its top."""
    return b"<quiz" in data[:4096] and b"<question" in data


def read(data: bytes, name: str) -> Imported:
    """The questions of a Moodle XML file."""
    reading = Reading("moodle")
    for question in elements(data, frozenset({"question"}), name):
        _Question(question, reading, name).read()
    return reading.result()


class _Question:
    """One `<question>`; what it loses goes to `reading`."""

    def __init__(self, element: Element, reading: Reading, path: str) -> None:
        self.element = element
        self.reading = reading
        self.path = path
        self.where = self.place(element)
        self.type = element.attributes.get("type", "")
        self.id = element.text_of("idnumber").strip()
        self.title = " ".join(element.text_of("name", "text").split())

    def place(self, element: Element) -> str:
        return f"{self.path}:{element.line}:{element.column}"

    def read(self) -> None:
        if self.type == "category":
            return
        if self.type not in {"multichoice", "truefalse", "ordering"}:
            self.reading.skip(self.id or self.title, self.where, _strange(self.type))
            return
        tags = [" ".join(tag.text_of("text").split()) for tag in self._tags()]
        more = {**fields_of(tag for tag in tags if tag), "hint": self._hint()}
        draft = Draft(self.where, self._text("questiontext"), foreign_id=self.id, name=self.title, more=more)
        draft = self._ordering(draft) if self.type == "ordering" else self._choice(draft, tags)
        self._note_rest()
        self.reading.add(draft)

    def _tags(self) -> Iterator[Element]:
        group = self.element.find("tags")
        return group.all("tag") if group else iter(())

    def _choice(self, draft: Draft, tags: list[str]) -> Draft:
        several = self.type == "multichoice" and self.element.text_of("single").strip().lower() in {"false", "0"}
        answers = list(self.element.all("answer"))
        weights = [_number(answer.attributes.get("fraction", "0")) for answer in answers]
        type_, keys, told = key_of_weights(weights, several=several)
        if told:
            self.reading.lost("scoring", self.where, f"lost: {told}")
        options = []
        for answer, right in zip(answers, keys, strict=True):
            text = self._inner(answer, answer, "options")
            why = self._inner(feedback, feedback, "why") if (feedback := answer.find("feedback")) else ""
            text = text.capitalize() if self.type == "truefalse" else text
            options.append(unlabelled(Option(text, right, why), tags))
        general = self._text("generalfeedback")
        if general:
            self.reading.lost("general feedback", self.where, f"lost: {_shortened(general)}")
        return draft._replace(type=type_, options=tuple(options))

    def _ordering(self, draft: Draft) -> Draft:
        steps = tuple(self._inner(answer, answer, "steps") for answer in self.element.all("answer"))
        grading = self.element.text_of("gradingtype").strip()
        if grading not in _SAME_ORDER:
            self.reading.lost("scoring", self.where, f"lost: Moodle scores the order by {grading or 'another rule'}")
        if self.element.text_of("selecttype").strip() not in {"ALL", ""}:
            self.reading.lost("steps", self.where, "lost: Moodle shows a part of the steps only")
        return draft._replace(type="order", steps=steps, why=self._text("generalfeedback"))

    def _hint(self) -> str:
        hints = [text for hint in self.element.all("hint") if (text := self._inner(hint, hint, "hint"))]
        if len(hints) > 1:
            self.reading.lost("hint", self.where, f"lost: {len(hints) - 1} of {len(hints)} hints")
        return hints[0] if hints else ""

    def _text(self, name: str) -> str:
        found = self.element.find(name)
        return self._inner(found, found, name) if found else ""

    def _inner(self, holder: Element, at: Element, field: str) -> str:
        raw = holder.text_of("text") or holder.text
        where = self.place(at)
        if next(holder.all("file"), None):
            self.reading.lost(field, where, "lost: a file")
        match holder.attributes.get("format", "html"):
            case "markdown":
                return from_markdown(raw)
            case "plain_text":
                return raw
            case "moodle_auto_format":
                raw = raw.strip().replace("\n", "<br>")
        text, dropped = from_html(raw)
        self.reading.dropped(field, where, dropped)
        return text

    def _note_rest(self) -> None:
        for field, usual in _USUAL.items():
            value = self.element.text_of(field).strip()
            if value not in usual:
                self.reading.lost(field, self.where, f"lost: {field} {value[:20]}")
        for field in _COMBINED:
            if (text := self._text(field)) not in _STOCK:
                self.reading.lost(field, self.where, f"lost: {_shortened(text)}")


def _strange(type_: str) -> str:
    if type_ == "description":
        return "a text without a question"
    if type_ == "essay":
        return "an essay without points to look for and an example answer"
    return f"our questions have no type like `{type_[:40]}`"


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:57]}..."  # noqa: PLR2004 - a line of a report


def write(items: Sequence[Item], context: Context) -> Written:
    """A question bank in a category of its own, named after `context`: Moodle adds, and never updates."""
    category = f"$course$/top/{context.title.replace('/', '//')} {context.day}"
    losses: list[Loss] = []
    rows = [
        '<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n',
        f'<question type="category"><category>{_plain(category)}</category></question>\n',
    ]
    for item in items:
        rows += _question(item, context, losses)
    return Written("".join([*rows, "</quiz>\n"]).encode(), tuple(losses))


def _question(item: Item, context: Context, losses: list[Loss]) -> Iterator[str]:
    tags = tags_of(item)
    type_, single, body, general = _body(item, context, tags)
    yield f'<question type="{type_}">\n'
    yield f"<name>{_plain(_title(item))}</name>\n"
    yield f'<questiontext format="markdown">{_text(whole_stem(item))}</questiontext>\n'
    yield f'<generalfeedback format="markdown">{_text(general)}</generalfeedback>\n'
    yield f"<defaultgrade>1</defaultgrade>\n<penalty>0</penalty>\n<hidden>0</hidden>\n<idnumber>{item.id}</idnumber>\n"
    yield single
    yield from body
    if item.hint:
        yield f'<hint format="markdown">{_text(item.hint)}</hint>\n'
    losses += [_cut(item, tag) for tag in tags if len(tag) > LONGEST_TAG]
    yield f"<tags>{''.join(f'<tag>{_plain(tag)}</tag>' for tag in tags)}</tags>\n</question>\n"


def _body(item: Item, context: Context, tags: list[str]) -> tuple[str, str, list[str], str]:
    """Moodle's type, its settings, its answers, and the general feedback."""
    match item.body.interaction():
        case ChooseOne(options):
            answers = _answers(options, single_weights(options), context, tags)
            return "multichoice", _choice_settings("true"), answers, ""
        case ChooseSome(options):
            answers = _answers(options, grid_weights(options), context, tags)
            return "multichoice", _choice_settings("false"), answers, ""
        case Arrange(steps, why):
            answers = [_step(number, step) for number, step in enumerate(steps, 1)]
            return "ordering", _ORDER_SETTINGS.format(count=len(steps)), answers, "" if why == TO_BE_WRITTEN else why
        case Write() as interaction:
            told = as_text(interaction)
            answers = [f'<graderinfo format="markdown">{_text(told)}</graderinfo>\n']
            return "essay", _ESSAY_SETTINGS, answers, told


def _step(number: int, text: str) -> str:
    return f'<answer fraction="{number}" format="markdown">{_text(text)}</answer>\n'


def _cut(item: Item, tag: str) -> Loss:
    return Loss(item.id, "tags", "", f"lost: Moodle cuts a tag at {LONGEST_TAG} characters: {tag}")


def _answers(options: tuple[Option, ...], weights: list[str], context: Context, tags: list[str]) -> list[str]:
    return [
        f'<answer fraction="{weight}" format="markdown">{_text(option.text)}'
        f'<feedback format="markdown">{_text(explained(option, context, tags))}</feedback></answer>\n'
        for option, weight in zip(options, weights, strict=True)
    ]


def _title(item: Item) -> str:
    words = " ".join(item.stem.split())
    return f"{item.id}: {words if len(words) <= 80 else words[:77] + '...'}"  # noqa: PLR2004 - a line of a list


def _text(text: str) -> str:
    """A text of ours inside `<text>`."""
    return _plain(to_markdown(text))


def _plain(text: str) -> str:
    return f"<text>{escape(for_xml(text), quote=False)}</text>"


def _combined() -> str:
    return "".join(f'<{name} format="markdown"><text></text></{name}>\n' for name in _COMBINED)


def _choice_settings(single: str) -> str:
    return (
        f"<single>{single}</single>\n<shuffleanswers>true</shuffleanswers>\n<answernumbering>abc</answernumbering>\n"
        f"<showstandardinstruction>0</showstandardinstruction>\n{_combined()}"
    )


_ORDER_SETTINGS = (
    "<layouttype>VERTICAL</layouttype>\n<selecttype>ALL</selecttype>\n<selectcount>{count}</selectcount>\n"
    "<gradingtype>RELATIVE_ALL_PREVIOUS_AND_NEXT</gradingtype>\n<showgrading>SHOW</showgrading>\n"
    f"<numberingstyle>none</numberingstyle>\n{_combined()}<shownumcorrect>1</shownumcorrect>\n"
)
_ESSAY_SETTINGS = (
    "<responseformat>editor</responseformat>\n<responserequired>1</responserequired>\n"
    "<responsefieldlines>10</responsefieldlines>\n<attachments>0</attachments>\n"
    "<attachmentsrequired>0</attachmentsrequired>\n"
)

FORMAT = Format(
    name="moodle",
    title="Moodle XML",
    suffixes=(".xml",),
    keeps={
        "scenario": Keep.AS_TEXT,
        "reflection": Keep.AS_TEXT,
        "reviewed": Keep.LOST,
        "source": Keep.LOST,
    },
    knows=knows,
    read=read,
    write=write,
)
