"""What the page says, as data for its script: the sentences of `words/`, with gaps where the script fills in."""

from typing import Any, NamedTuple

from cps_quiz.core.counting import counted
from cps_quiz.core.drill.drill import Answer, Drill, Effect, Turn
from cps_quiz.core.drill.report import Report, TopicScore
from cps_quiz.core.exam.exam import Ending, Exam, Place, Settings
from cps_quiz.core.exam.report import Part
from cps_quiz.core.memory.standing import Leaning
from cps_quiz.core.questions.bank import Item, ItemId, TopicId
from cps_quiz.core.questions.explanation import ExplainedOption
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.questions.interaction import ChooseOne, MisconceptionId, Option, Write
from cps_quiz.core.questions.labels import Confusion, Label, LabelKind
from cps_quiz.core.questions.response import Chosen, Response
from cps_quiz.core.questions.scoring import Score
from cps_quiz.core.record.log import Confused
from cps_quiz.core.statistics.proportion import FEW, Interval
from cps_quiz.pages.practice.slots import Count, Share, gap, plural
from cps_quiz.words import drill, durations, exam, exam_result, feedback, home, keys, practice_page, progress
from cps_quiz.words.numbers import out_of

_NAMES = Glossary({}, {}, {})
"""Knows nothing, so that an id is its own title: the gap for it."""


class _Body(NamedTuple):
    """What an answer of so many points is about, and that no question is behind."""

    points: float = 1.0
    options: tuple[Option, ...] = ()

    def interaction(self) -> ChooseOne:
        return ChooseOne(self.options)

    def key(self) -> Response:
        return Chosen(())

    def score(self, response: Response) -> Score:  # noqa: ARG002 - known beforehand
        return Score(self.points)


def _item(points: float = 1.0, key: str = "") -> Item:
    return Item(ItemId("x"), "single", "", TopicId("x"), _Body(points, (Option(key, True, ""),)))


def wording() -> dict[str, Any]:
    """All sentences, by subject and name."""
    own = {name.lower(): value for name, value in vars(practice_page).items() if name.isupper()}
    return {
        "page": own,
        "drill": _drill(),
        "feedback": _feedback(),
        "exam": _exam(),
        "result": _result(),
        "progress": _progress(),
        "keys": {
            "drill": _steering(keys.DRILL_HELP),
            "set": keys.SET_HELP,
            "exam": _steering(keys.EXAM_HELP),
            "choose_one": keys.CHOOSE_ONE_AT_LEAST,
            "still_to_place": keys.still_to_place(Count("steps")),
        },
    }


def _steering(rows: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    """The keys of a terminal that a page has too: it scrolls by itself."""
    return [(key, meaning) for key, meaning in rows if key != "space"]


def _drill() -> dict[str, Any]:
    def verdict(points: float, *, again: int = 0, chosen: tuple[int, ...] = (0,)) -> str:
        return drill.verdict(Answer(Turn(_item(), again), Chosen(chosen), Score(points)))

    return {
        "right": verdict(1.0),
        "right_again": verdict(1.0, again=1),
        "partly": verdict(Share("share")),
        "wrong": verdict(0.0),
        "several_wrong": verdict(0.0, chosen=(0, 1)),
        "ticked": drill.ticked(Count("made"), Count("points")),
        "write": drill.how(Write((gap("point"),), "", "")),
        "once_more": drill.ONCE_MORE,
        "question": drill.question(Count("number"), Count("total")),
        "cut_off": _numbered(drill.cut_off(Drill.start([_item()], 0))),
        "right_so_far": drill.right_so_far(Count("count")),
        "flagged": drill.FLAGGED,
        "effects": {effect.name.lower(): drill.EFFECTS[effect] for effect in Effect},
        "changed": drill.CHANGED,
        "hint": drill.HINT,
        "no_hint": drill.NO_HINT,
        "skipped": drill.SKIPPED,
        "wrote": drill.WROTE,
        "points": drill.POINTS,
        "then": drill.THEN,
        "tempted": drill.TEMPTED,
        "what_next": drill.WHAT_NEXT,
        **_summary(),
    }


def _summary() -> dict[str, Any]:
    empty = Report(0, 0, (), (), 0, 0, (), 0, 0)
    right = Count("right")
    details = {
        "mended": empty._replace(mended=Count("count")),
        "reflected": empty._replace(reflections=Count("count")),
        "skips": empty._replace(skipped=Count("count")),
        "unmet": empty._replace(unmet=Count("count")),
    }
    hits = (empty._replace(misconceptions=((MisconceptionId(gap("name")), n),)) for n in (1, Count("times")))
    once, often = (drill.tempting(report, _NAMES)[0] for report in hits)
    return {
        "no_score": drill.score(empty),
        "score": plural("asked", lambda asked: drill.score(empty._replace(right=right, asked=asked))),
        "topic_score": drill.topic_score(gap("topic"), TopicScore(TopicId(""), right, Count("asked"))),
        "details": {name: drill.details(report)[0] for name, report in details.items()},
        "tempting": {"one": once, "many": often},
    }


def _feedback() -> dict[str, Any]:
    confusion = Confusion(MisconceptionId(gap("meant")), MisconceptionId(gap("taken")))

    def mark(*, key: bool, chosen: bool) -> str:
        return feedback.mark(ExplainedOption("a", Option("", key, ""), chosen))

    def others(count: Count) -> str:
        quoted_already = f"'{gap('key')}"
        return feedback.others(_item(key=quoted_already), count).replace(quoted_already, gap("key"))

    return {
        "marks": {
            "key_chosen": mark(key=True, chosen=True),
            "key": mark(key=True, chosen=False),
            "chosen": mark(key=False, chosen=True),
            "other": mark(key=False, chosen=False),
        },
        "approach": feedback.lead(Label(LabelKind.NAMES, gap("name")), _NAMES),
        "practice": feedback.lead(Label(LabelKind.OBJECTIVE, gap("name")), _NAMES),
        "taken_for": feedback.taken_for(confusion, _NAMES),
        "you_put_it_at": feedback.you_put_it_at(Count("place")),
        "others": plural("count", others),
        "key_there": feedback.key_there(gap("key")),
        **{
            name.lower(): getattr(feedback, name)
            for name in (
                *("INSTEAD", "RIGHT_ORDER", "GOOD_ANSWER", "WHY", "TELLING_APART", "EXAMPLE"),
                *("YOU_TOO", "YOURS_TOO", "NOT_IN_YOURS"),
            )
        },
    }


def _exam() -> dict[str, Any]:
    clocked, free = Settings(seconds=60.0), Settings(seconds=None)
    stretched = durations.time_given(clocked._replace(factor=Share("factor")))
    place = Place(1, _item())
    waiting, done = Exam(0, clocked, (place,)), Exam(0, clocked, (place._replace(response=Chosen((0,))),))
    return {
        "before": plural("items", lambda items: _before(items, clocked)[0]),
        "free": _before(Count("items"), free)[2],
        "clocked": _before(Count("items"), clocked)[2],
        "study_only": exam.STUDY_ONLY,
        "no_limit": durations.time_given(free),
        "stretched": stretched.replace(durations.spoken(60.0), gap("time")),
        "seconds": plural("count", lambda n: counted(n, "second")),
        "minutes": plural("count", lambda n: counted(n, "minute")),
        "short": durations.SHORT,
        "long": durations.LONG,
        "left": exam.warned(600.0).replace(durations.spoken(600.0).capitalize(), gap("time")),
        "clock": exam.clock(waiting).replace(exam.minutes(60.0), gap("time")),
        "no_clock": exam.clock(waiting._replace(settings=free)),
        "cut_off": _numbered(exam.cut_off(waiting)).replace(exam.spoken_clock(waiting), gap("clock")),
        "free_clock": exam.spoken_clock(waiting._replace(settings=free)).replace(durations.spoken(0), gap("time")),
        "all_answered": exam.asked_to_hand_in(done),
        "open": plural("count", lambda count: exam.some_open(count, gap("numbers"))),
        "on_break": exam.on_break(done)[0],
        "on_break_free": exam.on_break(done._replace(settings=free))[0],
        "time_up": exam.TIME_UP,
        "flagged": exam.FLAGGED,
        "unflagged": exam.UNFLAGGED,
        "none_before": exam.NONE_BEFORE,
        "no_answer": exam.NO_ANSWER,
        "cells": exam.CELLS,
        "question": exam.question(Count("number")),
        "answered": exam.answered(Count("count")),
        "open_verdict": exam.verdict(place),
        "right": exam.verdict(_answered(1.0)),
        "partly": exam.verdict(_answered(0.5)),
        "wrong": exam.verdict(_answered(0.0)),
    }


def _numbered(sentence: str) -> str:
    """A sentence about the first question of one, with gaps for both numbers."""
    return sentence.replace(out_of(1, 1), out_of(gap("number"), gap("total")))


def _answered(points: float) -> Place:
    return Place(1, _item(points), Chosen(()))


def _before(items: Count, settings: Settings) -> list[str]:
    """What is said before an exam, with gaps for its time and target."""
    told = exam.before(items, settings._replace(target=Share("target")))
    return [sentence.replace(f"Time: {durations.time_given(settings)}", f"Time: {gap('time')}") for sentence in told]


def _result() -> dict[str, Any]:
    class Whole(Part):
        """Its interval is a pair of gaps."""

        @property
        def interval(self) -> Interval:
            return Interval(Share("low"), Share("high"))

    def whole(asked: Count) -> Whole:
        return Whole("", Count("right"), asked)

    target = Share("target")
    return {
        "title": exam_result.HOW_IT_WENT,
        "score": plural("asked", lambda asked: exam_result.score(whole(asked))),
        "worth": exam_result.worth(whole(Count("asked")), Share("chance")),
        "target_met": exam_result.target_met(target),
        "target_close": plural("count", lambda n: exam_result.target_missed(n, target, close=True)),
        "target_missed": plural("count", lambda n: exam_result.target_missed(n, target, close=False)),
        "left_open": plural("count", exam_result.left_open),
        "time_up": exam_result.ended_because(Ending.TIME),
        "time": exam_result.time_taken(gap("spent"), gap("given"), gap("each"), clocked=True),
        "time_free": exam_result.time_taken(gap("spent"), gap("given"), gap("each"), clocked=False),
        "time_unused": exam_result.time_taken(gap("spent"), gap("given"), None, clocked=True),
        "breaks": plural("count", lambda n: exam_result.breaks(n, gap("time"))),
        "misses": exam_result.shared_by_misses(gap("name"), Count("count"), Count("misses")),
        "one_miss": exam_result.shared_by_misses(gap("name"), 1, 1),
        "tempted": exam_result.TEMPTED,
        "groups": exam_result.GROUPS,
        "few": exam_result.few(Part("", 0, 0)),
        "few_note": exam_result.FEW_NOTE,
        "fewest": FEW,
    }


def _progress() -> dict[str, Any]:
    def tempting(offered: int, then: int, lately: int) -> str:
        chosen, offered_lately = Count("chosen", then + lately), offered // 2
        one = Leaning(MisconceptionId(""), Count("offered", offered), chosen, offered_lately, lately)
        return progress.tempting_sentence(gap("name"), one)

    def confused(of: Count) -> str:
        one = Confused(MisconceptionId(""), MisconceptionId(""), Count("times"), of)
        return progress.confused_sentence(gap("meant"), gap("taken"), one)

    return {
        "same": {"one": tempting(1, 0, 1), "many": tempting(20, 5, 5)},
        "less": tempting(20, 5, 0),
        "more": tempting(20, 0, 5),
        "confused": plural("of", confused),
        "tempting": progress.TEMPTING_ON_OFFER,
        "nothing_tempted": progress.NOTHING_TEMPTED,
        "confusions": progress.CONFUSED,
        "mock_exams": progress.MOCK_EXAMS,
        "change": progress.CHANGE,
        "streak": {
            "none": home.streak(0, 0),
            **{
                f"{days}_{answers}": home.streak(Count("days", days), Count("answers", answers) if answers else 0)
                for days in (1, 2)
                for answers in (0, 1, 2)
            },
        },
        "counts": {
            noun.replace(" ", "_"): {"one": counted(1, noun), "many": counted(Count("count"), noun)}
            for noun in ("answer", "new answer", "line", "mock exam", "new mock exam")
        },
    }
