"""A question on paper: what is asked, its key, and why each of its parts is right or not."""

from cps_quiz.core.questions.bank import Item, Source
from cps_quiz.core.questions.explanation import LETTERS, ExplainedOption, Explanation, explain
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.questions.interaction import Arrange, ChooseOne, ChooseSome, Interaction, Write
from cps_quiz.core.questions.response import Response
from cps_quiz.pages.blocks import bullets, prose
from cps_quiz.pages.markup import Element, Node, element
from cps_quiz.words import feedback as feedback_words


def question(item: Item) -> list[Node]:
    """The situation, if there is one, and what is asked."""
    told: list[Node] = []
    if item.scenario:
        told.append(element("div", *prose(item.scenario.text), class_="scenario"))
    return [*told, element("div", *prose(item.stem), class_="stem")]


def key_letters(interaction: Interaction, order: tuple[int, ...]) -> str:
    """The letters of the key when the parts stand in `order`: "c", "a and d", for steps "b, a, c"; "" for a text."""
    match interaction:
        case ChooseOne(options) | ChooseSome(options):
            return " and ".join(LETTERS[at] for at, index in enumerate(order) if options[index].correct)
        case Arrange(steps):
            return ", ".join(LETTERS[order.index(index)] for index in range(len(steps)))
        case Write():
            return ""


def explained(item: Item, order: tuple[int, ...], glossary: Glossary, response: Response | None = None) -> list[Node]:
    """Every part of an item with its mark and its reason, by the letters of `order`; then what it cites."""
    told = explain(item, order, response)
    shown: list[Node] = []
    if told.options:
        by_letter = sorted(told.options, key=lambda entry: entry.letter)
        shown.append(element("ul", *(_option(one, glossary) for one in by_letter), class_="plain explained"))
    for confusion in told.confusions:
        shown.append(element("p", feedback_words.taken_for(confusion, glossary)))
        shown += _led(f"{feedback_words.TELLING_APART}:", "\n\n".join(glossary.telling_apart(*confusion)))
    if told.steps:
        shown += [element("p", feedback_words.RIGHT_ORDER), _steps(told, order)]
    if told.points:
        shown += [element("p", feedback_words.GOOD_ANSWER), bullets(point.text for point in told.points)]
    for lead, text in ((feedback_words.WHY, feedback_words.why(told.why)), (feedback_words.EXAMPLE, told.example)):
        shown += _led(lead, text) if text else []
    source = cited(item, glossary)
    return [*shown, element("p", source, class_="soft")] if source else shown


def _option(entry: ExplainedOption, glossary: Glossary) -> Element:
    option, kind = entry.option, "option"
    told = feedback_words.mark(entry)
    mark = element("span", f"\u2717 {told}".strip(), class_="mark soft")
    if option.correct:
        kind, mark = "option key", element("span", f"\u2713 {told}", class_="mark right")
    said = element("span", option.text, class_="said")
    lead, text = feedback_words.lead(entry.label, glossary), feedback_words.why(option.why)
    why = _led(lead, text) if lead else prose(text)
    return element("li", _letter(entry.letter), " ", said, " ", mark, *why, class_=kind)


def _led(lead: str, text: str) -> list[Element]:
    """Prose with some strong words before its first paragraph."""
    found, words = prose(text), element("strong", lead)
    if found and found[0].tag == "p":
        return [element("p", words, " ", *found[0].children), *found[1:]]
    return [element("p", words), *found]


def _steps(told: Explanation, order: tuple[int, ...]) -> Element:
    steps = (
        step(
            LETTERS[order.index(one.place - 1)],
            f"{one.text}{f' ({feedback_words.you_put_it_at(one.given)})' if one.given else ''}",
        )
        for one in told.steps
    )
    return element("ul", *steps, class_="plain")


def step(letter: str, text: str) -> Element:
    """A step under its letter."""
    return element("li", _letter(letter), " ", element("span", text, class_="said"), class_="step")


def lettered(letter: str, text: str) -> Element:
    """An option under its letter, with a box to tick."""
    return element(
        "li", element("span", class_="box"), _letter(letter), " ", element("span", text, class_="said"), class_="option"
    )


def name_lines(*names: str) -> Element:
    """Lines to write on, each behind its name."""
    lines = (element("span", name, " ", element("span", class_="blank")) for name in names)
    return element("p", *lines, class_="names")


def _letter(letter: str) -> Element:
    return element("span", letter, class_="letter")


def cited(item: Item, glossary: Glossary) -> str:
    """What an item cites, in a sentence; "" when it cites nothing."""
    works = [_work(glossary.references.get(id_), id_) for id_ in item.references]
    return f"Source: {'; '.join(works)}." if works else ""


def _work(source: Source | None, id_: str) -> str:
    if source is None:
        return id_
    return ", ".join(str(part) for part in (source.title, source.publisher, source.year) if part)
