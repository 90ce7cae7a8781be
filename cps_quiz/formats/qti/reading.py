"""An `<item>` of QTI 1.2: what is asked, which choices are right, and the feedback of each."""

from collections.abc import Iterator
from re import compile as pattern

from cps_quiz.core.questions.interaction import Option
from cps_quiz.formats.exchange.reading import Draft, Reading
from cps_quiz.formats.exchange.weights import percent
from cps_quiz.formats.markup.html_text import from_html
from cps_quiz.formats.packages.xml_tree import Element

_OF_THE_QUESTION = ("general_fb", "correct", "incorrect", "general_incorrect_fb", "solution")
"""How the ids of feedback begin that belongs to no single choice."""

_TEXTS = ("mattext", "mat_formattedtext")
_LETTERS = "abcdefghij"
_ALL_POINTS = "SCORE.max"
_STRANGE = {
    "essay_question": "an essay without points to look for and an example answer",
    "text_only_question": "a text without a question",
}
_NEAR = 0.01
_ENTRY = pattern(r"(?:^|\n)(?:-|\d+\.) ")


def read_item(item: Element, reading: Reading, path: str) -> None:
    """Read one item into `reading`."""
    _Item(item, reading, path).read()


class _Item:
    def __init__(self, item: Element, reading: Reading, path: str) -> None:
        self.item = item
        self.reading = reading
        self.path = path
        self.where = self.place(item)
        named = next(iter(item.below("bbmd_asi_object_id")), None)
        self.id = item.attributes.get("ident", "") or (named.text.strip() if named else "")
        self.taken = ""
        self.title = " ".join(item.attributes.get("title", "").split())
        self.fields = {
            field.text_of("fieldlabel").strip(): field.text_of("fieldentry").strip()
            for field in item.below("qtimetadatafield")
        }

    def place(self, element: Element) -> str:
        return f"{self.path}:{element.line}:{element.column}"

    def read(self) -> None:
        responses = self.item.below("response_lid")
        kind = self.fields.get("question_type", "")
        if len(responses) != 1 or kind in _STRANGE:
            kind = kind or "this"
            said = _STRANGE.get(kind, f"our questions have no type like `{kind[:40]}`")
            self.reading.skip(self.id, self.where, said)
            return
        response = responses[0]
        name = "" if self.title in {"Question", self.id} else self.title
        draft = Draft(self.where, self._stem(response), foreign_id=self.id, name=name)
        feedback = self._feedback()
        labels = response.below("response_label")
        if response.attributes.get("rcardinality") == "Ordered":
            draft = self._order(draft, labels, feedback)
        else:
            draft = self._choice(draft, response, labels, feedback)
        self._note_rest(feedback)
        self.reading.add(draft)

    def _stem(self, response: Element) -> str:
        """The text before the choices: all material of the presentation outside of them."""
        presentation = self.item.find("presentation")
        if presentation is None:
            return ""
        return "\n\n".join(
            text for holder in _materials(presentation, response) if (text := self._text(holder, "stem"))
        )

    def _text(self, holder: Element, field: str) -> str:
        pieces = []
        for found in holder.below(*_TEXTS):
            text = found.text
            kind = found.attributes.get("texttype") or found.attributes.get("type") or "text/plain"
            if kind.lower() not in {"text/plain", "plain_text"}:
                text, dropped = from_html(text)
                self.reading.dropped(field, self.place(found), dropped)
            pieces.append(text.strip())
        if holder.below("matimage"):
            self.reading.lost(field, self.place(holder), "lost: an image")
        return "\n\n".join(piece for piece in pieces if piece)

    def _feedback(self) -> dict[str, tuple[Element, str]]:
        return {
            found.attributes.get("ident", ""): (found, self._text(found, "why"))
            for found in self.item.below("itemfeedback")
        }

    def _choice(
        self, draft: Draft, response: Element, labels: list[Element], feedback: dict[str, tuple[Element, str]]
    ) -> Draft:
        several = response.attributes.get("rcardinality") == "Multiple"
        points, whys = self._conditions()
        keys = {id_ for id_, value in points.items() if value > 0}
        if not several and len(keys) > 1:
            best = max(points.values())
            keys = {id_ for id_, value in points.items() if value == best}
        ids = [label.attributes.get("ident", "") for label in labels]
        self._note_points(points, ids, keys, several=several)
        texts = _without_letters([self._text(label, "options") for label in labels])
        explained = [self._why(id_, whys, feedback) for id_ in ids]
        if not any(explained):
            self.taken, explained = _listed_whys(texts, feedback)
        options = [Option(text, id_ in keys, why) for text, id_, why in zip(texts, ids, explained, strict=True)]
        return draft._replace(type="multiple" if several else "single", options=tuple(options))

    def _why(self, id_: str, whys: dict[str, str], feedback: dict[str, tuple[Element, str]]) -> str:
        link = whys.get(id_, f"{id_}_fb")
        return feedback[link][1] if link in feedback else ""

    def _conditions(self) -> tuple[dict[str, float], dict[str, str]]:
        """The points of each choice, and the feedback that it shows."""
        points: dict[str, float] = {}
        whys: dict[str, str] = {}
        mastery: list[str] = []
        for condition in self.item.below("respcondition"):
            variables = condition.find("conditionvar")
            chosen, avoided = _chosen(variables) if variables else ([], [])
            score = _points(condition)
            if len(chosen) == 1 and not avoided:
                link = condition.find("displayfeedback")
                link_id = link.attributes.get("linkrefid", "") if link else ""
                if link_id and not link_id.lower().startswith(_OF_THE_QUESTION):
                    whys[chosen[0]] = link_id
            if score is not None:
                self._score(points, chosen, avoided, score)
            elif condition.attributes.get("title", "").lower() in {"mastery", "correct"}:
                mastery = mastery or chosen
        if not any(value > 0 for value in points.values()):
            points |= dict.fromkeys(mastery, 100.0)
        return points, whys

    @staticmethod
    def _score(points: dict[str, float], chosen: list[str], avoided: list[str], score: float) -> None:
        if len(chosen) == 1 and not avoided:
            points[chosen[0]] = points.get(chosen[0], 0.0) + score
        elif score > 0:
            for id_ in chosen:
                points.setdefault(id_, score)

    def _note_points(self, points: dict[str, float], ids: list[str], keys: set[str], *, several: bool) -> None:
        """Tell of points that our scoring does not give."""
        whole = max((value for value in points.values()), default=0.0) * (len(keys) if several else 1)
        wrong = [value for id_, value in points.items() if id_ in ids and id_ not in keys and value]
        uneven = len({round(points[id_], 2) for id_ in keys}) > 1
        share = whole / (len(keys) or 1)
        if uneven or any(abs(value + share) > _NEAR * abs(share) for value in wrong):
            told = ", ".join(percent(points.get(id_, 0.0)) for id_ in ids)
            self.reading.lost("scoring", self.where, f"lost: points of {told}")

    def _order(self, draft: Draft, labels: list[Element], feedback: dict[str, tuple[Element, str]]) -> Draft:
        texts = {label.attributes.get("ident", ""): self._text(label, "steps") for label in labels}
        right = [found.text.strip() for found in self.item.below("varequal") if found.text.strip() in texts]
        why = feedback.get("general_fb", (self.item, ""))[1]
        return draft._replace(type="order", steps=tuple(texts[id_] for id_ in dict.fromkeys(right)), why=why)

    def _note_rest(self, feedback: dict[str, tuple[Element, str]]) -> None:
        ordered = self.item.below("response_lid")[0].attributes.get("rcardinality") == "Ordered"
        for id_, (element, text) in feedback.items():
            if text == self.taken:
                continue
            if text and id_.lower().startswith(_OF_THE_QUESTION) and not (ordered and id_ == "general_fb"):
                self.reading.lost(
                    "feedback of the question", self.place(element), f"lost: {' '.join(text.split())[:60]}"
                )
        points = self.fields.get("points_possible", "1")
        if points not in {"1", "1.0"}:
            self.reading.lost("points", self.where, f"lost: {points[:20]}")


def _materials(presentation: Element, response: Element) -> Iterator[Element]:
    """Each text outside of the choices; text right before them may stand inside `response_lid`."""
    for child in presentation.children:
        if child is response:
            yield from (part for part in child.children if part.name == "material")
        elif child.name in {"flow", "flow_mat"}:
            yield from _materials(child, response)
        elif child.name == "material":
            yield child


def _chosen(variables: Element) -> tuple[list[str], list[str]]:
    """The choices that a condition asks for, and those that it excludes."""
    chosen: list[str] = []
    avoided: list[str] = []
    for child in variables.children:
        if child.name == "varequal":
            chosen.append(child.text.strip())
        elif child.name == "not":
            avoided += _chosen(child)[0]
        elif child.name in {"and", "or"}:
            inside = _chosen(child)
            chosen += inside[0]
            avoided += inside[1]
    return chosen, avoided


def _points(condition: Element) -> float | None:
    found = condition.find("setvar")
    if found and found.text.strip() == _ALL_POINTS:
        return 100.0
    try:
        return float(found.text) if found else None
    except ValueError:
        return None


def _without_letters(texts: list[str]) -> list[str]:
    """Choices without the letters that some programs write before each of them."""
    if all(text.lower().startswith(f"{letter}. ") for letter, text in zip(_LETTERS, texts, strict=False)):
        return [text[3:].strip() for text in texts]
    return texts


def _listed_whys(texts: list[str], feedback: dict[str, tuple[Element, str]]) -> tuple[str, list[str]]:
    """Explanations that stand in one list for all choices, each behind its choice, as the R package exams writes them.

    First the whole text that they were taken out of, "" where there is none.
    """
    for _, text in feedback.values():
        entries = {}
        for entry in _ENTRY.split(text):
            first, _, rest = entry.partition("\n")
            entries[first.strip()] = " ".join(rest.split())
        if texts and all(entries.get(option) for option in texts):
            return text, [entries[option] for option in texts]
    return "", [""] * len(texts)
