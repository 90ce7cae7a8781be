"""All texts of the page as HTML: shown as they stand where scripts are off, and read by the script where they are on.

Each article holds one thing under a number of its own. What the script reads stands in elements of
a class; the rest is for people.
"""

from collections.abc import Iterator

from cps_quiz.core.questions.bank import Item, Misconception
from cps_quiz.core.questions.curriculum import Topic
from cps_quiz.core.questions.explanation import LETTERS, explain
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.questions.interaction import Arrange, ChooseOne, ChooseSome, Write, parts
from cps_quiz.pages.blocks import bullets, prose
from cps_quiz.pages.markup import Element, Node, element
from cps_quiz.pages.practice.data import Contents, order_on_paper
from cps_quiz.pages.questions import cited, key_letters, question
from cps_quiz.words import exam as exam_words
from cps_quiz.words import explain as explain_words
from cps_quiz.words import feedback as feedback_words
from cps_quiz.words import practice_page as page_words


def texts(contents: Contents) -> Iterator[Element]:
    """Topics, questions and approaches."""
    yield element("p", page_words.WITHOUT_SCRIPT)
    yield element("h2", page_words.PRACTICE)
    for number, item in enumerate(contents.items):
        yield _article(f"q{number}", exam_words.question(number + 1), *_question(item, contents.glossary))
    yield element("h2", page_words.NOTES)
    for number, topic in enumerate(contents.topics):
        yield _article(f"t{number}", topic.title, *_notes(topic))
    yield element("h2", page_words.APPROACHES)
    for number, known in enumerate(contents.glossary.misconceptions.values()):
        yield _article(f"a{number}", known.name, *_approach(known, contents.glossary))


def _article(id_: str, heading: str, *inside: Node) -> Element:
    return element("article", element("h3", heading), *inside, id=id_, class_="question")


def _question(item: Item, glossary: Glossary) -> Iterator[Node]:
    interaction, order = item.body.interaction(), order_on_paper(item)
    yield from question(item)
    if not isinstance(interaction, Write):
        yield element("ol", *(element("li", text) for text in _parts(item, order)), type="a", class_="parts")
    if item.hint:
        yield _folded(page_words.HINT_BUTTON, *prose(item.hint), class_="hint")
    yield _folded(page_words.FOLDED, *_answer(item, order, glossary))


def _parts(item: Item, order: tuple[int, ...]) -> list[str]:
    match item.body.interaction():
        case ChooseOne(options) | ChooseSome(options):
            return [options[index].text for index in order]
        case Arrange(steps):
            return [steps[index] for index in order]
        case Write():
            return []


def _answer(item: Item, order: tuple[int, ...], glossary: Glossary) -> Iterator[Node]:
    interaction = item.body.interaction()
    told = explain(item, tuple(range(parts(interaction))), None)
    match interaction:
        case ChooseOne() | ChooseSome():
            by_index = {LETTERS.index(entry.letter): entry for entry in told.options}
            for at, index in enumerate(order):
                entry = by_index[index]
                lead = feedback_words.lead(entry.label, glossary)
                mark = feedback_words.mark(entry)
                heading = f"{LETTERS[at]}: {f'{mark}.' if mark else ''} {lead}".strip()
                why = element("div", *prose(feedback_words.why(entry.option.why)), class_="why")
                yield element("p", element("strong", heading))
                yield why
        case Arrange(_, why):
            yield element("p", f"{feedback_words.RIGHT_ORDER} {key_letters(interaction, order)}.")
            yield element("div", *prose(feedback_words.why(why)), class_="why")
        case Write(points, example, why):
            yield element("p", feedback_words.GOOD_ANSWER)
            yield element("div", bullets(points), class_="points")
            yield element("p", element("strong", feedback_words.WHY))
            yield element("div", *prose(feedback_words.why(why)), class_="why")
            yield element("p", element("strong", feedback_words.EXAMPLE))
            yield element("div", *prose(example), class_="example")
    if source := cited(item, glossary):
        yield element("p", source, class_="source")


def _folded(heading: str, *inside: Node, **attributes: str) -> Element:
    return element("details", element("summary", heading), *inside, **attributes)


def _notes(topic: Topic) -> Iterator[Node]:
    yield element("div", *prose(topic.summary), class_="summary")
    for one in topic.objectives:
        yield _folded(one.title, *prose(one.notes), class_="aim")


def _approach(known: Misconception, glossary: Glossary) -> Iterator[Node]:
    _name, *told = explain_words.in_full(known)
    others = [glossary.misconceptions[id_] for id_ in known.confused_with if id_ in glossary.misconceptions]
    if others:
        told.append(explain_words.confused_with(known, others, glossary))
    yield element("div", *(part for text in told for part in prose(text)), class_="full")
