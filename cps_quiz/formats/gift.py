"""GIFT, Moodle's text format. Where programs disagree about it, Moodle's own reader decides."""

from collections.abc import Iterator, Sequence
from re import IGNORECASE
from re import compile as pattern
from typing import NamedTuple

from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.interaction import ChooseSome, Option, Write
from cps_quiz.formats import Context, Format, Imported, Keep, Loss, Written
from cps_quiz.formats.exchange.labels import explained, unlabelled
from cps_quiz.formats.exchange.reading import Draft, Reading
from cps_quiz.formats.exchange.reflections import as_text
from cps_quiz.formats.exchange.tags import fields_of, options_of, tags_of, whole_stem
from cps_quiz.formats.exchange.texts import decoded
from cps_quiz.formats.exchange.weights import grid_weights, key_of_weights
from cps_quiz.formats.markup.html_text import from_html
from cps_quiz.formats.markup.markdown_text import from_markdown, to_markdown

_ID = pattern(r"\[id:((?:\\\]|[^\]\x00-\x1f\x7f])+)\]")
_TAG = pattern(r"\[tag:((?:\\\]|[^\]<>`\x00-\x1f\x7f])+)\]")
_TITLE = pattern(r"::(.*?)::", 16)
_MARKUP = pattern(r"\[(html|moodle|plain|markdown)\]", IGNORECASE)
_WEIGHT = pattern(r"%(-?[0-9]{1,3}(?:\.[0-9]*)?)%")
_ANSWER = pattern(r"(?=[~=])")
_TRUTHS = {"T": True, "TRUE": True, "F": False, "FALSE": False}
_QUESTION = pattern(r"\{[^{}]*[=~][^{}]*\}|\{\s*(?:T|F|TRUE|FALSE)\s*(?:#[^{}]*)?\}")
_NO_TAG = pattern(r"[<>`\]\x00-\x1f\x7f]")

_HELD = {sign: chr(0xE000 + ord(sign)) for sign in r"\:#={}~"} | {"n": "\ue00a"}
"""What escaped signs are while the text is taken apart: characters of nobody's."""
_ESCAPE = pattern(r"\\([\\:#={}~n])")
_RELEASED = {ord(char): "\n" if sign == "n" else sign for sign, char in _HELD.items()}
_SPECIAL = pattern(r"[\\#=~{}:]")


class _Block(NamedTuple):
    """A question as written: its lines without comments, what the comments say, and its first line."""

    text: str
    comments: str
    line: int


def knows(data: bytes, name: str) -> bool:
    """Whether it is text that has answers in braces, or a name that ends as GIFT's do."""
    if name.lower().endswith((".gift", ".gift.txt")):
        return True
    if data[:1] in b"<{PK" and data[:1]:
        return False
    text = data[:200_000].decode("utf-8", "replace").replace("\\{", "").replace("\\}", "")
    return bool(_QUESTION.search(text)) or text.lstrip("\ufeff").startswith("$CATEGORY:")


def read(data: bytes, name: str) -> Imported:
    """The questions of a GIFT file."""
    reading = Reading("gift")
    for block in _blocks(decoded(data, name)):
        _Question(block, reading, f"{name}:{block.line}:1").read()
    return reading.result()


def _blocks(text: str) -> Iterator[_Block]:
    lines: list[str] = []
    comments, first = "", 0
    for number, line in enumerate([*text.split("\n"), ""], 1):
        stripped = line.strip()
        if stripped.startswith("//"):
            comments += f"{stripped}\n"
        elif stripped:
            first = first if lines else number
            lines.append(line.rstrip())
        elif lines:
            yield _Block("\n".join(lines).strip(), comments, first)
            lines, comments = [], ""


class _Question:
    """One question; what it loses goes to `reading`."""

    def __init__(self, block: _Block, reading: Reading, where: str) -> None:
        self.reading = reading
        self.where = where
        self.tags = [_unescaped(tag) for tag in _TAG.findall(block.comments)]
        found = _ID.search(block.comments)
        self.id = _unescaped(found[1]).strip() if found else ""
        self.text = _ESCAPE.sub(lambda sign: _HELD[sign[1]], block.text)
        self.title = ""
        self.markup = "moodle"

    def read(self) -> None:
        if self.text.startswith("$CATEGORY:"):
            self.text = self.text.partition("\n")[2].strip()
            if not self.text:
                return
        title = _TITLE.match(self.text)
        if title:
            self.title = _released(" ".join(title[1].split()))
            self.text = self.text[title.end() :].strip()
        start, end = self.text.find("{"), self.text.find("}")
        if not 0 <= start < end:
            self.reading.skip(self.id or self.title, self.where, "a text without a question")
            return
        before, answers, after = self.text[:start], self.text[start + 1 : end].strip(), self.text[end + 1 :].strip()
        stem = self._shown(f"{before.rstrip()} _____ {after}" if after else before, "stem", sets_markup=True)
        draft = self._answered(answers, Draft(self.where, stem, foreign_id=self.id, name=self.title))
        if draft:
            self.reading.add(draft._replace(more=fields_of(self.tags)))

    def _answered(self, answers: str, draft: Draft) -> Draft | None:
        answers, general = self._general(answers)
        head = answers.partition("#")[0].strip()
        if head.upper() in _TRUTHS and head:
            draft = draft._replace(options=self._truth(answers))
        elif answers.startswith("#") or "~" not in answers:
            self.reading.skip(self.id or self.title, self.where, _strange(answers))
            return None
        else:
            draft = self._choice(answers, draft)
        if general:
            self.reading.lost("general feedback", self.where, f"lost: {general[:60]}")
        return draft

    def _general(self, answers: str) -> tuple[str, str]:
        answers, mark, general = answers.partition("####")
        return answers.strip(), self._shown(general, "general feedback") if mark else ""

    def _truth(self, answers: str) -> tuple[Option, ...]:
        """True and false; the first feedback is for a wrong choice, the second for a right one."""
        parts = answers.split("#", 2)
        is_true = _TRUTHS[parts[0].strip().upper()]
        wrong, right = (self._shown(part, "why") for part in (*parts[1:], "", "")[:2])
        return (
            Option("True", is_true, right if is_true else wrong),
            Option("False", not is_true, wrong if is_true else right),
        )

    def _choice(self, answers: str, draft: Draft) -> Draft:
        options, weights = [], []
        several = "=" not in answers
        for part in _ANSWER.split(answers):
            if not part.strip():
                continue
            sign, text = (part[0], part[1:].strip()) if part[0] in "~=" else ("~", part.strip())
            weight = _WEIGHT.match(text)
            if weight:
                text = text[weight.end() :]
            weights.append(float(weight[1]) if weight else 100.0 * (sign == "="))
            words, _, why = text.partition("#")
            options.append(Option(self._shown(words, "options"), False, self._shown(why, "why")))
        type_, keys, told = key_of_weights(weights, several=several)
        if told:
            self.reading.lost("scoring", self.where, f"lost: {told}")
        marked = [option._replace(correct=right) for option, right in zip(options, keys, strict=True)]
        return draft._replace(type=type_, options=tuple(unlabelled(option, self.tags) for option in marked))

    def _shown(self, text: str, field: str, *, sets_markup: bool = False) -> str:
        """A text as our Markdown; one that names no markup has that of the question."""
        text = text.strip()
        named = _MARKUP.match(text)
        markup = named[1].lower() if named else self.markup
        if sets_markup:
            self.markup = markup
        text = text[named.end() :].strip() if named else text
        if markup == "markdown":
            return from_markdown(_released(text)).strip()
        text = _released(" ".join(text.split("\n"))).strip()
        if markup == "plain":
            return text
        if markup == "moodle":
            text = text.replace("\n", "<br>")
        text, dropped = from_html(text)
        self.reading.dropped(field, self.where, dropped)
        return text


def _strange(answers: str) -> str:
    if not answers:
        return "an essay without points to look for and an example answer"
    if answers.startswith("#"):
        return "our questions have no type for numbers"
    return f"our questions have no type for {'matching' if '->' in answers else 'typed answers'}"


def _released(text: str) -> str:
    return text.translate(_RELEASED)


def _unescaped(text: str) -> str:
    return text.replace("\\]", "]")


def write(items: Sequence[Item], context: Context) -> Written:
    """A GIFT file: one category with the day, every text marked as Markdown, every wrong option with a weight."""
    category = f"{context.title.replace('/', '//')} {context.day}"
    losses: list[Loss] = []
    head = f"$CATEGORY: $course$/top/{' '.join(category.split())}\n"
    blocks = [head, *(_block(item, context, losses) for item in items)]
    return Written("\n".join(blocks).encode(), tuple(losses))


def _block(item: Item, context: Context, losses: list[Loss]) -> str:
    tags = [tag for tag in tags_of(item) if not _NO_TAG.search(tag)]
    how = "lost: a tag with signs that GIFT keeps for itself"
    losses += [Loss(item.id, "tags", "", f"{how}: {tag}") for tag in tags_of(item) if tag not in tags]
    interaction = item.body.interaction()
    held = "".join(f" [tag:{tag}]" for tag in tags)
    head = f"// [id:{item.id}]{held}\n::{item.id}::{_marked(whole_stem(item))}"
    if isinstance(interaction, Write):
        return f"{head} {{####{_marked(as_text(interaction))}}}\n"
    options = options_of(item)
    signs = (
        [f"~%{weight}%" for weight in grid_weights(options)]
        if isinstance(interaction, ChooseSome)
        else ["=" if option.correct else "~%0%" for option in options]
    )
    lines = [f"\t{sign}{_answer(option, context, tags)}\n" for sign, option in zip(signs, options, strict=True)]
    return f"{head} {{\n{''.join(lines)}}}\n"


def _answer(option: Option, context: Context, tags: list[str]) -> str:
    why = explained(option, context, tags)
    return f"{_marked(option.text)}{f'#{_marked(why)}' if why else ''}"


def _marked(text: str) -> str:
    return f"[markdown]{_SPECIAL.sub(_escaped, to_markdown(text)).replace(chr(10), _NEW_LINE)}"


_NEW_LINE = "\\n"


def _escaped(sign: object) -> str:
    return f"\\{sign[0]}"  # type: ignore[index]  # a match of one sign


FORMAT = Format(
    name="gift",
    title="GIFT",
    suffixes=(".gift", ".txt"),
    keeps={
        "scenario": Keep.AS_TEXT,
        "reflection": Keep.AS_TEXT,
        "order": Keep.LOST,
        "hint": Keep.LOST,
        "reviewed": Keep.LOST,
        "source": Keep.LOST,
    },
    knows=knows,
    read=read,
    write=write,
)
