"""What is said to an instructor about a group's answers."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from cps_quiz.core.counting import counted
from cps_quiz.core.questions.bank import Item, TopicId
from cps_quiz.core.questions.explanation import LETTERS
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.questions.interaction import MisconceptionId
from cps_quiz.core.questions.labels import options_of
from cps_quiz.core.results.concerns import Concern, Kind
from cps_quiz.core.results.items import ItemResult, OptionResult
from cps_quiz.core.results.report import ApproachResult, ExamResult, Results, tempting_most
from cps_quiz.core.results.shown import ShownShare
from cps_quiz.core.statistics.distractors import Verdict
from cps_quiz.core.statistics.group import Version
from cps_quiz.words.results_notes import NOTES

FIRST = "Look at this first"
ITEMS = "Each question"
APPROACHES = "Approaches that tempt, by topic and month"
EXAMS = "Can the mock exam's scores be trusted?"
HOW = "How to read this"
NOTHING_FIRST = "Nothing stands out so far."
NO_ITEMS = "No question has answers of ten people yet: too few to show anything."
NO_APPROACHES = "No approach was met by ten people in one topic and month yet: too few."
NO_EXAMS = "Nothing can be said: reliability needs first exams of one length from 20 people or more."

HEADINGS = {
    Kind.KEY: "Keys to look at",
    Kind.WEAK: "Questions that do not separate",
    Kind.IDLE: "Wrong answers that nobody takes",
}
TO_DO = {
    Kind.KEY: "is the key wrong, or are both right?",
    Kind.WEAK: "look for two meanings.",
    Kind.IDLE: "put in a mistake that people make.",
}
TEMPTING = "Approaches that tempt most"
TEMPTING_TO_DO = "talk them through with the group."
NOT_SURE = "May be chance."
MOST_ON_TOP = 2
"""Approaches on top of the report."""


class ResultsView(NamedTuple):
    """A report with what the banks say of its questions: items by version, and their places (file:line)."""

    programme: str
    results: Results
    items: Mapping[Version, Item]
    places: Mapping[Version, str]
    glossary: Glossary

    def headline(self) -> str:
        """Whose answers these are."""
        found = self.results
        return (
            f"{counted(found.answers, 'answer')} of {counted(found.people, 'person').replace('persons', 'people')}"
            f' in the programme "{self.programme}".'
        )

    def held_back(self) -> list[str]:
        """What is not shown, and why."""
        found = self.results
        said = []
        if found.few:
            said.append(f"Not shown, as fewer than ten people answered: {counted(found.few, 'question')}.")
        if found.held:
            said.append(
                "Not shown anew, as fewer than ten people changed since an earlier report:"
                f" {counted(found.held, 'part')}."
            )
        return said

    def place(self, item: ItemResult) -> str:
        """Where a question stands in its bank."""
        return self.places.get(item.version, "not in your banks in this text")

    def concern(self, concern: Concern) -> str:
        """What is to be looked at."""
        item = concern.item
        about = f"{item.version.item} ({item.setting}, n = {item.n})"
        match concern.kind:
            case Kind.KEY:
                return f"{about}: option {letter(concern.option)} looks like the key."
            case Kind.WEAK:
                return f"{about}: r = {with_interval(item)}."
            case Kind.IDLE:
                return f"{about}: option {letter(concern.option)} is chosen by {self._share(concern).told}."

    def doubt(self, concern: Concern) -> str:
        """That it may be chance; empty where it is not."""
        return "" if concern.sure else NOT_SURE

    def approach(self, one: ApproachResult) -> str:
        """How an approach tempts."""
        name = self.glossary.misconception(MisconceptionId(one.approach))
        topic = self.glossary.topic(TopicId(one.topic))
        return f"{name} ({topic}, {one.month}, n = {one.n}): {share_with_interval(one.chosen)}."

    def approach_name(self, one: ApproachResult) -> str:
        """An approach with its topic and month."""
        return f"{self.glossary.misconception(approach_id(one))}, {self.topic_name(one)}, {one.month}"

    def topic_name(self, one: ApproachResult) -> str:
        """The topic of what an approach did."""
        return self.glossary.topic(TopicId(one.topic))

    def top(self) -> Iterator[tuple[str, list[tuple[str, str]], str]]:
        """What stands on top: a heading, sentences each with its place, what to do."""
        for kind in Kind:
            found = [one for one in self.results.concerns if one.kind is kind]
            if found:
                said = [(" ".join(filter(None, (self.concern(c), self.doubt(c)))), self.place(c.item)) for c in found]
                yield HEADINGS[kind], said, TO_DO[kind]
        if most := tempting_most(self.results.approaches, MOST_ON_TOP):
            yield TEMPTING, [(self.approach(one), "") for one in most], TEMPTING_TO_DO

    def option_text(self, version: Version, number: int | None) -> str:
        """An option's words; empty where they are not known."""
        options = options_of(self.items[version]) if version in self.items else ()
        return options[number].text if number is not None and number < len(options) else ""

    @staticmethod
    def _share(concern: Concern) -> ShownShare:
        return next(option.share for option in concern.item.options if option.number == concern.option)


APPROACH_HEADS = ("Approach", "Topic", "Month", "n", "Chosen of offered", "Twice or more")
APPROACH_NUMBERS = 3
OPTION_HEADS = ("Option", "Verdict", "Share", "r")


def letter(number: int | None) -> str:
    """The letter of an option in the bank's order."""
    if number is None:
        return "open"
    return LETTERS[number] if number < len(LETTERS) else str(number + 1)


def share_with_interval(shown: ShownShare) -> str:
    """`62% (48% to 74%)`, or what is told of it."""
    if shown.value is None:
        return shown.told
    return f"{shown.told} ({shown.low:.0%} to {shown.high:.0%})"


def with_interval(item: ItemResult) -> str:
    """`.31 (.12 to .48)`, or that it cannot be told."""
    if item.discrimination is None or item.interval is None:
        return "cannot be told"
    low, high = item.interval
    return f"{decimal(item.discrimination)} ({decimal(low)} to {decimal(high)})"


def decimal(value: float) -> str:
    """Two decimals."""
    return f"{value + 0.0:.2f}"


def judged(option: OptionResult) -> str:
    """What is said of an option."""
    if option.number is None:
        return "left open"
    if option.key:
        return "key"
    return {Verdict.WORKS: "works", Verdict.DOES_NOT: "does not work"}.get(
        option.verdict or Verdict.CANNOT_TELL, "cannot tell"
    )


def exam(one: ExamResult) -> str:
    """What is known of an exam's reliability."""
    forms = "the same form for all" if one.same_form else "another form for each"
    about = f"{one.items} questions, {one.n} people, {forms}: mean score {one.mean:.1f}."
    if one.reliability is None or one.interval is None or one.error is None:
        return f"{about} Nothing can be said of its reliability: the scores do not vary enough."
    method = "KR-20 (alpha), Feldt's interval" if one.same_form else "KR-21, bootstrap interval"
    low, high = one.interval
    return (
        f"{about} Reliability {decimal(one.reliability)} ({decimal(low)} to {decimal(high)}; {method})."
        f" Standard error of measurement: {one.error:.1f} questions in the group,"
        f" {one.person_error:.1f} for one person near the mean."
    )


def approach_id(one: ApproachResult) -> MisconceptionId:
    """The id of an approach."""
    return MisconceptionId(one.approach)


def picture_title(setting: str) -> str:
    """What the picture of all questions shows."""
    return "Right answers in exams" if setting == "exam" else "Right answers at first tries in drills"


def pictured(item: ItemResult) -> str:
    """A question in the picture of all."""
    return f"{item.version.item} (n = {item.n})"


def item_title(item: ItemResult) -> str:
    """The heading of a question."""
    return f"{item.version.item} ({item.setting}, n = {item.n})"


def option_title(view: ResultsView, item: ItemResult, option: OptionResult) -> str:
    """An option by its letter and its words."""
    text = view.option_text(item.version, option.number)
    return f"{letter(option.number)}  {text}" if text else letter(option.number)


def more(heading: str, count: int) -> str:
    """A heading that tells that there are more of a kind than are shown."""
    return f"{heading} ({count} more)" if count > 0 else heading


def all_of_it(lines: int) -> str:
    """Where the rest is."""
    return f"{lines} more lines: add --plain; or --html FILE for a page with pictures."


def to_do(heading: str, cure: str) -> str:
    """What something is, and what to do about it."""
    return f"{heading}: {cure}"


def item_line(item: ItemResult, place: str) -> str:
    """A question and its place."""
    return f"{item.version.item} ({item.setting}, n = {item.n}), {place}"


def facility(item: ItemResult) -> str:
    """How easy it is."""
    shrunk = f", with the bank {item.facility_shrunk:.0%}" if item.facility_shrunk is not None else ""
    return f"right {share_with_interval(item.facility)}{shrunk}"


def discrimination(item: ItemResult) -> str:
    """How it goes with the rest."""
    shrunk = f", with the bank {decimal(item.discrimination_shrunk)}" if item.discrimination_shrunk is not None else ""
    return f"r {with_interval(item)}{shrunk}"


def option_line(option: OptionResult) -> str:
    """An option, its share and what is said of it."""
    r = f", r {decimal(option.r)}" if option.r is not None else ""
    return f"{letter(option.number)}  {share_with_interval(option.share)}{r}: {judged(option)}"


def sentences(view: ResultsView) -> Iterator[str]:
    """The whole report, line after line."""
    found = view.results
    yield view.headline()
    yield f"{FIRST}."
    top = list(view.top())
    for heading, said, cure in top:
        yield to_do(heading, cure)
        yield from (" ".join(filter(None, pair)) for pair in said)
    if not top:
        yield NOTHING_FIRST
    yield EXAMS
    yield from map(exam, found.exams) if found.exams else [NO_EXAMS]
    yield f"{APPROACHES}."
    yield from map(view.approach, found.approaches) if found.approaches else [NO_APPROACHES]
    yield f"{ITEMS}."
    for item in found.items:
        yield f"{item_line(item, view.place(item))}: {facility(item)}; {discrimination(item)}."
        yield from (f"  {option_line(option)}." for option in item.options)
    if not found.items:
        yield NO_ITEMS
    yield from view.held_back()
    yield f"{HOW}."
    yield from NOTES
