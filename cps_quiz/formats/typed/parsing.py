"""From typed lines to questions."""

from collections.abc import Iterable
from re import compile as pattern

from cps_quiz.core.questions.bank import TopicId
from cps_quiz.core.questions.interaction import Option
from cps_quiz.formats import Keep
from cps_quiz.formats.exchange.reading import LONGEST, Draft, Reading
from cps_quiz.formats.typed.lines import LETTERS, Found, Kind, Line, key_pairs, letters_of, understood, without_mark

KEEPS = {
    "order": Keep.LOST,
    "reflection": Keep.LOST,
    "id": Keep.LOST,
    "scenario": Keep.AS_TEXT,
    **dict.fromkeys(("labels", "objective", "level", "tags", "references", "set", "negative", "retired"), Keep.LOST),
    "reviewed": Keep.LOST,
    "source": Keep.LOST,
}
"""What people can say in typed text of the fields of an item."""

_SAME_LINE = pattern(r"(?:\s{2,}|\t)\(?([b-jB-J])[.)]\s+")
_TRUTHS = {"t": True, "true": True, "f": False, "false": False}
_NOT_ID = pattern(r"[^a-z0-9]+")
_FEWEST = 2


class _Choice:
    """An option while it is read."""

    def __init__(self, text: str, *, right: bool, strong: bool) -> None:
        self.text = text
        self.right = right
        self.strong = strong
        self.why = ""


class _Question:
    """A question while it is read."""

    def __init__(self, where: str, number: str, text: str) -> None:
        self.where = where
        self.number = number
        self.paragraphs: list[list[str]] = [[text] if text else []]
        self.options: list[_Choice] = []
        self.bullets: list[tuple[Found, bool]] = []
        self.answer = ""
        self.why: list[str] = []
        self.general: list[str] = []
        self.noted: list[str] = []
        self.texts: dict[str, str] = {}
        self.is_over = False
        self.last = "stem"

    @property
    def next_letter(self) -> str:
        return LETTERS[len(self.options)] if len(self.options) < len(LETTERS) else ""

    def blank(self) -> None:
        """An empty line ends a paragraph of the stem, and a question that has its options."""
        if self.options or self.answer:
            self.is_over = True
        elif self.paragraphs[-1]:
            self.paragraphs.append([])

    def more(self, text: str) -> None:
        """A line that goes on with the last thing."""
        if self.options and len(self.options[-1].text) + len(self.options[-1].why) > LONGEST:
            return  # too long to be taken; adding to it would only cost time
        if self.last == "option" and self.options:
            choice = self.options[-1]
            text, right = without_mark(text)
            choice.text = f"{choice.text} {text}"
            choice.right = choice.right or right
        elif self.last == "option why" and self.options:
            self.options[-1].why = f"{self.options[-1].why} {text}".strip()
        elif self.last == "why":
            self.why.append(text)
        else:
            self.paragraphs[-1].append(text)

    def stem(self) -> str:
        """The text asked; a list in it keeps its lines."""
        lines = list[str]()
        for paragraph in self.paragraphs:
            lines.append(" ".join(paragraph))
        listed = "\n".join(f"- {found.text}" for found, _ in self.bullets)
        return "\n\n".join(part for part in [*lines, listed] if part)


def read_lines(lines: Iterable[Line], reading: Reading) -> None:
    """Read all questions of `lines` into `reading`."""
    parser = _Parser()
    for line in lines:
        parser.take(line)
    for question in parser.questions:
        _finish(question, parser.keys.get(question.number, ""), reading)


class _Parser:
    def __init__(self) -> None:
        self.questions: list[_Question] = []
        self.keys: dict[str, str] = {}
        self.in_keys = False
        self.title = ""
        self.noted: list[str] = []

    @property
    def open(self) -> _Question | None:
        return self.questions[-1] if self.questions else None

    def take(self, line: Line) -> None:
        if self.in_keys and (pairs := key_pairs(line.text)):
            self.keys |= pairs
            return
        question = self.open
        next_letter = question.next_letter if question and not self._begins_anew(question) else "a"
        found = understood(line, next_letter)
        if found.kind is Kind.KEYS and self.questions:
            self.in_keys = True
        elif found.kind is Kind.BLANK:
            if question:
                question.blank()
        elif found.kind is Kind.QUESTION or (found.kind in {Kind.MORE, Kind.TITLE} and self._begins_anew(question)):
            self._begin(line, found)
        elif found.kind is Kind.NOTED and self._begins_anew(question):
            self.noted.append(found.text)
        elif question:
            self._continue(question, line, found)

    @staticmethod
    def _begins_anew(question: _Question | None) -> bool:
        """Whether the next line of text is another question: this one has its answer, or ended with an empty line."""
        return question is None or question.is_over

    def _begin(self, line: Line, found: Found) -> None:
        self.in_keys = False
        if found.kind is Kind.TITLE:
            self.title = found.text
            return
        question = _Question(line.where, found.mark, found.text)
        if self.title:
            question.texts["title"], self.title = self.title, ""
        question.noted, self.noted = self.noted, []
        self.questions.append(question)

    def _continue(self, question: _Question, line: Line, found: Found) -> None:
        match found.kind:
            case Kind.OPTION:
                self._option(question, found, strong=line.strong)
            case Kind.BOX:
                question.options.append(_Choice(found.text, right=found.starred, strong=False))
                question.last = "option"
            case Kind.BULLET:
                self._bullet(question, found, strong=line.strong)
            case Kind.ANSWER:
                question.answer = found.text
                question.is_over = True
            case Kind.WHY:
                question.why.append(found.text)
                question.last = "why"
            case Kind.OPTION_WHY:
                self._option_why(question, found)
            case Kind.GENERAL:
                self._feedback(question, found.text)
            case Kind.NOTED:
                question.noted.append(found.text)
            case Kind.HINT | Kind.TITLE | Kind.TOPIC:
                question.texts[found.kind.value] = found.text
            case _:
                question.more(found.text)

    @staticmethod
    def _option(question: _Question, found: Found, *, strong: bool) -> None:
        """An option, and those that stand behind it on the same line."""
        parts = _SAME_LINE.split(found.text)
        question.options.append(_Choice(parts[0].strip(), right=found.starred, strong=strong))
        for letter, text in zip(parts[1::2], parts[2::2], strict=True):
            if letter.lower() != question.next_letter:
                question.options[-1].text += f" {letter}. {text}"
                continue
            body, right = without_mark(text.strip())
            question.options.append(_Choice(body, right=right, strong=False))
        question.last = "option"
        question.is_over = False

    @staticmethod
    def _bullet(question: _Question, found: Found, *, strong: bool) -> None:
        if question.last == "option" and question.options:
            question.more(f"{found.mark} {found.text}")
        else:
            question.bullets.append((found, strong))

    @staticmethod
    def _option_why(question: _Question, found: Found) -> None:
        place = LETTERS.index(found.mark) if found.mark else len(question.options) - 1
        if 0 <= place < len(question.options):
            question.options[place].why = found.text
            question.last = "option why" if place == len(question.options) - 1 else "why"

    @staticmethod
    def _feedback(question: _Question, text: str) -> None:
        """`...` belongs to the option before it, else to the question."""
        if question.options:
            question.options[-1].why = text
            question.last = "option why"
        else:
            question.general.append(text)


def _finish(question: _Question, key: str, reading: Reading) -> None:
    _use_bullets(question)
    answer = question.answer or key
    if not question.options and answer.strip(" .").lower() in _TRUTHS:
        truth = _TRUTHS[answer.strip(" .").lower()]
        question.options = [_Choice("True", right=truth, strong=False), _Choice("False", right=not truth, strong=False)]
    _mark_answer(question, answer, reading)
    if not question.options:
        if question.number or answer:
            reading.skip("", question.where, "no options were found: begin each with a letter, like `A. `")
        else:
            reading.aside(question.where, question.stem())
        return
    whys = " ".join(question.why)
    if whys:
        reading.lost("why", question.where, "as text: one explanation for the question stands with its right option")
        for choice in question.options:
            choice.why = choice.why or (whys if choice.right else "")
    for text in question.general:
        reading.lost("feedback of the question", question.where, f"lost: {text[:60]}")
    for text in question.noted:
        reading.lost("settings", question.where, f"lost: {text[:60]}")
    reading.add(_draft(question))


def _draft(question: _Question) -> Draft:
    options = tuple(Option(choice.text, choice.right, choice.why) for choice in question.options)
    several = sum(option.correct for option in options) > 1
    topic = _NOT_ID.sub("-", question.texts.get("topic", "").lower()).strip("-")
    more = {"hint": question.texts.get("hint", ""), "topic": TopicId(topic)}
    type_, name = "multiple" if several else "single", question.texts.get("title", "")
    return Draft(question.where, question.stem(), type_, name=name, options=options, more=more)


def _use_bullets(question: _Question) -> None:
    """Without lettered options, the list is them; where only some signs are stars, those are the right ones."""
    if question.options or len(question.bullets) < _FEWEST:
        return
    signs = {found.mark for found, _ in question.bullets}
    for found, strong in question.bullets:
        body, right = without_mark(found.text)
        starred = found.starred or (found.mark in {"*", "+"} and len(signs) > 1)
        question.options.append(_Choice(body, right=right or starred, strong=strong))
    question.bullets = []


def _mark_answer(question: _Question, answer: str, reading: Reading) -> None:
    """Mark what the answer line names; failing that, what is bold."""
    if answer:
        places = letters_of(answer, len(question.options)) or _places_of_text(answer, question.options)
        for place in places:
            question.options[place].right = True
    strong = [choice for choice in question.options if choice.strong]
    if strong and len(strong) < len(question.options) and not any(choice.right for choice in question.options):
        for choice in strong:
            choice.right = True
        reading.lost(
            "key", question.where, "as text: no answer is named, so what is bold or marked was taken for right"
        )


def _places_of_text(answer: str, options: list[_Choice]) -> set[int]:
    wanted = _bare(answer)
    return {place for place, choice in enumerate(options) if _bare(choice.text) == wanted}


def _bare(text: str) -> str:
    return " ".join(text.lower().split()).rstrip(".")
