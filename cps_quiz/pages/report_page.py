"""The report of one mock exam, as a page."""

from collections.abc import Mapping, Sequence

from cps_quiz.core.counting import counted
from cps_quiz.core.exam.exam import Exam
from cps_quiz.core.exam.report import Outcome, Part, exam_again, is_same
from cps_quiz.core.questions.bank import Item, ItemId
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.pages.blocks import bullets, table
from cps_quiz.pages.charts import COLUMNS, Column, Limit, counts, shares, times
from cps_quiz.pages.document import page, section
from cps_quiz.pages.markup import Element, Node, element
from cps_quiz.pages.questions import explained, question
from cps_quiz.words import exam_result
from cps_quiz.words.durations import spoken
from cps_quiz.words.exam import STUDY_ONLY
from cps_quiz.words.exam_result import FEW_NOTE, ExamView, Group, few
from cps_quiz.words.steps import in_line

CHARTED = ("By topic", "By level")
"""Groups that are plotted too; aims are many and rest on few questions each, so they stay a table."""


def report_page(seen: ExamView, items: Mapping[ItemId, Item]) -> str:
    """The page; `items` are those of the banks now; the questions that are still the same are shown."""
    whole = seen.report.whole
    name = f"Mock exam {seen.finished.number}" if seen.finished.number else "Mock exam"
    first, *rest = seen.headline()
    return page(
        f"{name}: {whole.right} of {whole.asked} right",
        element("p", element("strong", first)),
        *(element("p", sentence) for sentence in rest),
        element("p", STUDY_ONLY, class_="soft"),
        *_groups(seen),
        *_misconceptions(seen),
        *_certainty(seen),
        _times(seen),
        *_next_steps(seen),
        *_questions(seen, items),
    )


def _groups(seen: ExamView) -> list[Element]:
    report = seen.report
    limits = [
        Limit("guessing alone", report.chance, "dashed"),
        Limit("your target", report.target / 100, "long"),
    ]
    groups = [group for group in seen.groups() if group.parts]
    found = [_group(group, limits if group.title in CHARTED else None) for group in groups]
    if any(part.few for group in groups for _, part in group.parts):
        found.append(element("p", FEW_NOTE, class_="soft"))
    return found


def _group(group: Group, limits: Sequence[Limit] | None) -> Element:
    plot = [shares(f"Right answers, {group.title.lower()}", group.parts, limits)] if limits is not None else []
    return section(group.title, *plot, _parts(group.title.removeprefix("By ").capitalize(), group.parts))


def _parts(name: str, parts: Sequence[tuple[str, Part]]) -> Element:
    rows = [
        (f"{called}{few(part)}", f"{part.right} of {part.asked}", f"{part.share:.0%}", _interval(part))
        for called, part in parts
    ]
    return table((name, "Right", "Share", "95% interval"), rows, 3)


def _interval(part: Part) -> str:
    low, high = part.interval
    return f"{low:.0%} to {high:.0%}"


def _misconceptions(seen: ExamView) -> list[Element]:
    sentences = seen.misconceptions()
    if not sentences:
        return []
    found = [(seen.glossary.misconception(id_), count) for id_, count in seen.report.misconceptions]
    plot = counts("Misconceptions in your misses", found, seen.report.misses)
    return [section(exam_result.TEMPTED, plot, bullets(sentences))]


def _certainty(seen: ExamView) -> list[Element]:
    sentences = seen.certainty()
    if not sentences:
        return []
    said = [(one.certainty.value, Part(one.certainty.value, one.right, one.asked)) for one in seen.report.calibration]
    plot = [shares("Right answers, by certainty", said), _parts("You said", said)] if said else []
    return [section(exam_result.HOW_SURE, bullets(sentences), *plot)]


def _times(seen: ExamView) -> Element:
    columns = [
        Column(number, one.seconds, missed=one.answered and not one.right, open=not one.answered)
        for number, one in enumerate(seen.finished.outcomes, 1)
    ]
    longest = max(column.seconds for column in columns)
    runs = [columns[start : start + COLUMNS] for start in range(0, len(columns), COLUMNS)]
    plots = (times(f"Time for questions {run[0].number} to {run[-1].number}", run, longest) for run in runs)
    rows = [
        (str(number), seen.glossary.topic(one.topic), ", ".join(_went(one)), f"{one.seconds:.0f}")
        for number, one in enumerate(seen.finished.outcomes, 1)
    ]
    return section("Question by question", *plots, table(("No.", "Topic", "Answer", "Seconds"), rows, 1))


def _went(one: Outcome) -> list[str]:
    """How a question went, in words: what is known of its answer."""
    return [
        ("\u2713 right" if one.right else "\u2717 missed") if one.answered else "\u25cb open",
        *([one.certainty.value] if one.certainty else []),
        *(["flagged"] if one.flagged else []),
    ]


def _next_steps(seen: ExamView) -> list[Element]:
    """What to do now."""
    steps = seen.next_steps()
    return [section(exam_result.WHAT_NEXT, bullets(map(in_line, steps)))] if steps else []


def _questions(seen: ExamView, items: Mapping[ItemId, Item]) -> list[Element]:
    """Those that are still the same, with the learner's answer; the others are named."""
    exam = exam_again(seen.finished, items)
    numbered = list(enumerate(seen.finished.outcomes, 1))
    there = [(number, one) for number, one in numbered if is_same(one, items.get(one.item))]
    shown = [_question(number, one, exam, at, seen.glossary) for at, (number, one) in enumerate(there)]
    gone = [one.item for one in seen.finished.outcomes if not is_same(one, items.get(one.item))]
    first: list[Node] = [element("p", _missing(gone))] if gone else []
    return [section("The questions", *first, *shown, class_="apart")] if first or shown else []


def _missing(gone: Sequence[ItemId]) -> str:
    are = "is" if len(gone) == 1 else "are"
    return f"{counted(len(gone), 'question')} {are} gone from your banks, or changed since: {', '.join(gone)}."


def _question(number: int, one: Outcome, exam: Exam, at: int, glossary: Glossary) -> Element:
    item = exam.places[at].item
    kind = ("right" if one.right else "wrong") if one.answered else "soft"
    heading = element("h3", f"Question {number}: ", element("span", ", ".join(_went(one)), class_=kind))
    facts = element("p", f"{glossary.topic(item.topic)}. On the screen for {spoken(one.seconds)}.", class_="soft")
    reasons = explained(item, exam.order(at), glossary, one.response)
    return element("article", heading, facts, *question(item), *reasons, class_="question")
