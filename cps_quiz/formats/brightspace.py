"""Brightspace (D2L) question library, as CSV."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.interaction import TO_BE_WRITTEN, Arrange, ChooseOne, ChooseSome, Option, Write
from cps_quiz.formats import Context, ForeignFileError, Format, Imported, Keep, Written
from cps_quiz.formats.exchange.labels import explained
from cps_quiz.formats.exchange.reading import Draft, Reading
from cps_quiz.formats.exchange.reflections import as_text
from cps_quiz.formats.exchange.tags import whole_stem
from cps_quiz.formats.exchange.texts import decoded
from cps_quiz.formats.exchange.weights import key_of_weights
from cps_quiz.formats.markup.html_text import from_html, inline_html, to_html

_TYPES = {"MC": "single", "MS": "multiple", "O": "order", "TF": "single"}
_STRANGE = {"WR": "an essay without points to look for and an example answer"}
_NOTED = {"points": "1", "difficulty": "1", "image": ""}
_COLUMNS = 5
_BLOCKS = ("<p>", "<ul>", "<ol>", "<ol start=")
"""How feedback begins that is HTML; no column says so."""

_MOST_IN_A_CELL = 1_000_000

Row = list[str]


def knows(data: bytes, _name: str) -> bool:
    """Whether a row near its top begins a question as Brightspace does."""
    lines = data[:20_000].decode("utf-8-sig", "replace").splitlines()
    return any(line.replace('"', "").replace(" ", "").lower().startswith("newquestion,") for line in lines)


def read(data: bytes, name: str) -> Imported:
    """The questions of a Brightspace CSV file."""
    reading = Reading("brightspace")
    csv.field_size_limit(_MOST_IN_A_CELL)
    reader = csv.reader(StringIO(decoded(data, name), newline=""))
    question: _Question | None = None
    try:
        for row in reader:
            cells = [cell.strip() for cell in row] + [""] * _COLUMNS
            key = cells[0].lower()
            if key == "newquestion":
                _finish(question)
                question = _Question(cells[1].upper(), reading, f"{name}:{reader.line_num}:1")
            elif question and key and not key.startswith("//"):
                question.take(key, cells, f"{name}:{reader.line_num}:1")
    except csv.Error as error:
        hint = "Save the sheet again as CSV."
        raise ForeignFileError(f"{name}:{reader.line_num}:1", f"this is no sound CSV ({error})", hint) from None
    _finish(question)
    return reading.result()


def _finish(question: "_Question | None") -> None:
    if question:
        question.finish()


class _Question:
    """The rows of one question."""

    def __init__(self, type_: str, reading: Reading, where: str) -> None:
        self.type = type_
        self.reading = reading
        self.where = where
        self.texts = {"id": "", "title": "", "questiontext": "", "hint": "", "feedback": "", "scoring": ""}
        self.parts: list[Option] = []
        self.weights: list[float] = []

    def take(self, key: str, cells: Row, where: str) -> None:
        if key == "option":
            self._part(cells[1], cells[2], cells[3], cells[4], where)
        elif key == "item":
            self._part("0", cells[1], cells[2], cells[3], where)
        elif key in {"true", "false"}:
            self._part(cells[1], key.capitalize(), "", cells[2], where)
        elif key in self.texts:
            self.texts[key] = self._shown(cells[1], cells[2], key, where)
        elif cells[1] != _NOTED.get(key, ""):
            self.reading.lost(key[:40], where, f"lost: {cells[1][:60]}")

    def _part(self, weight: str, text: str, markup: str, why: str, where: str) -> None:
        feedback = self._shown(why, "HTML" if why.startswith(_BLOCKS) else "", "why", where)
        self.parts.append(Option(self._shown(text, markup, "options", where), False, feedback))
        try:
            self.weights.append(float(weight or 0))
        except ValueError:
            self.weights.append(0.0)

    def _shown(self, text: str, markup: str, field: str, where: str) -> str:
        if markup.upper() != "HTML":
            return text
        text, dropped = from_html(text)
        self.reading.dropped(field, where, dropped)
        return text

    def finish(self) -> None:
        name = self.texts["title"]
        if self.type not in _TYPES:
            said = _STRANGE.get(self.type, f"our questions have no type like `{self.type[:20]}`")
            self.reading.skip(self.texts["id"] or name, self.where, said)
            return
        more = {"hint": self.texts["hint"]}
        draft = Draft(self.where, self.texts["questiontext"], _TYPES[self.type], self.texts["id"], name, more=more)
        draft = self._order(draft) if self.type == "O" else self._choice(draft)
        self.reading.add(draft)

    def _order(self, draft: Draft) -> Draft:
        if any(part.why for part in self.parts):
            self.reading.lost("why", self.where, "lost: feedback for single steps")
        return draft._replace(steps=tuple(part.text for part in self.parts), why=self.texts["feedback"])

    def _choice(self, draft: Draft) -> Draft:
        if self.type == "MS":
            type_, keys = "multiple", [weight > 0 for weight in self.weights]
            if self.texts["scoring"].lower() not in {"rightminuswrong", ""}:
                self.reading.lost("scoring", self.where, f"lost: Brightspace scores by {self.texts['scoring'][:40]}")
        else:
            type_, keys, told = key_of_weights(self.weights, several=False)
            if told:
                self.reading.lost("scoring", self.where, f"lost: {told}")
        if self.texts["feedback"]:
            self.reading.lost("feedback", self.where, f"lost: {self.texts['feedback'][:60]}")
        options = tuple(part._replace(correct=right) for part, right in zip(self.parts, keys, strict=True))
        return draft._replace(type=type_, options=options)


def write(items: Sequence[Item], context: Context) -> Written:
    """A file for "Import, Upload a file" of the question library, with a byte order mark."""
    held = StringIO(newline="")
    writer = csv.writer(held, lineterminator="\r\n")
    for item in items:
        writer.writerows([*row, *[""] * (_COLUMNS - len(row))] for row in _rows(item, context))
        writer.writerow([""] * _COLUMNS)
    return Written(held.getvalue().encode("utf-8-sig"))


def _rows(item: Item, context: Context) -> Iterator[Row]:
    interaction = item.body.interaction()
    words = " ".join(item.stem.split())
    head = [["ID", item.id], ["Title", words[:80]], ["QuestionText", *_marked(whole_stem(item))], ["Points", "1"]]
    why = ""
    match interaction:
        case ChooseOne(options):
            yield from [["NewQuestion", "MC"], *head]
            yield from (_option(option, "100" if option.correct else "0", context) for option in options)
        case ChooseSome(options):
            yield from [["NewQuestion", "MS"], *head, ["Scoring", "RightMinusWrong"]]
            yield from (_option(option, "1" if option.correct else "0", context) for option in options)
        case Arrange(steps, why):
            yield from [["NewQuestion", "O"], *head, ["Scoring", "RightMinusWrong"]]
            yield from (["Item", text, "HTML" if markup else "NOT HTML", ""] for text, markup in map(_marked, steps))
        case Write(why=_):
            yield from [["NewQuestion", "WR"], *head, ["AnswerKey", *_marked(as_text(interaction))]]
    if item.hint:
        yield ["Hint", *_marked(item.hint)]
    if why and why != TO_BE_WRITTEN:
        yield ["Feedback", *_marked(why)]


def _option(option: Option, weight: str, context: Context) -> Row:
    return ["Option", weight, *_marked(option.text), _feedback(explained(option, context))]


def _feedback(text: str) -> str:
    """Feedback, which has no column for its markup: HTML only where plain text would not do."""
    return to_html(text) if _marked(text)[1] or text.startswith(_BLOCKS) else text


def _marked(text: str) -> tuple[str, str]:
    """A text and what it is: plain as it stands, or HTML where it has emphasis, lists or paragraphs."""
    html = inline_html(text)
    is_plain = not any(tag in html for tag in ("<em>", "<strong>", "<p>", "<li>", "<br>"))
    return (text, "") if is_plain else (html, "HTML")


FORMAT = Format(
    name="brightspace",
    title="Brightspace CSV",
    suffixes=(".csv",),
    keeps={
        "scenario": Keep.AS_TEXT,
        "labels": Keep.AS_TEXT,
        "reflection": Keep.AS_TEXT,
        "topic": Keep.LOST,
        "objective": Keep.LOST,
        "level": Keep.LOST,
        "tags": Keep.LOST,
        "references": Keep.LOST,
        "set": Keep.LOST,
        "negative": Keep.LOST,
        "retired": Keep.LOST,
        "reviewed": Keep.LOST,
        "source": Keep.LOST,
    },
    knows=knows,
    read=read,
    write=write,
)
