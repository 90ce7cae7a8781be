"""What the page says before, in and after a mock exam."""

from typing import Any

from cps_quiz.core.counting import counted
from cps_quiz.core.exam.certainty import TABLES, Marks
from cps_quiz.core.exam.exam import Ending, Exam, Place, Settings
from cps_quiz.core.exam.report import Part
from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.questions.response import Chosen
from cps_quiz.core.statistics.proportion import FEW, Interval
from cps_quiz.pages.practice.slots import Count, Share, gap, plural
from cps_quiz.pages.practice.stand_ins import item, numbered
from cps_quiz.words import durations, exam, exam_result


def exam_wording() -> dict[str, Any]:
    """The sentences before and in an exam."""
    clocked, free = Settings(seconds=60.0), Settings(seconds=None)
    stretched = durations.time_given(clocked._replace(factor=Share("factor")))
    place = Place(1, item())
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
        "cut_off": numbered(exam.cut_off(waiting)).replace(exam.spoken_clock(waiting), gap("clock")),
        "free_clock": exam.spoken_clock(waiting._replace(settings=free)).replace(durations.spoken(0), gap("time")),
        "all_answered": exam.asked_to_hand_in(done),
        "open": plural("count", lambda count: exam.some_open(count, gap("numbers"))),
        "on_break": exam.on_break(done)[0],
        "on_break_free": exam.on_break(done._replace(settings=free))[0],
        "time_up": exam.TIME_UP,
        "flagged": exam.FLAGGED,
        "unflagged": exam.UNFLAGGED,
        "none_before": exam.NONE_BEFORE,
        "not_kept": exam.NOT_KEPT,
        "answer_first": exam.ANSWER_FIRST,
        "you_are": {certainty.value: exam.you_are(certainty) for certainty in Confidence},
        "no_answer": exam.NO_ANSWER,
        "cells": exam.CELLS,
        "question": exam.question(Count("number")),
        "answered": exam.answered(Count("count")),
        "open_verdict": exam.verdict(place),
        "right": exam.verdict(_answered(1.0)),
        "partly": exam.verdict(_answered(0.5)),
        "wrong": exam.verdict(_answered(0.0)),
    }


def _answered(points: float) -> Place:
    return Place(1, item(points), Chosen(()))


def _before(items: Count, settings: Settings) -> list[str]:
    """What is said before an exam, with gaps for its time and target."""
    told = exam.before(items, settings._replace(target=Share("target")))
    return [sentence.replace(f"Time: {durations.time_given(settings)}", f"Time: {gap('time')}") for sentence in told]


def result_wording() -> dict[str, Any]:
    """The sentences of a result."""

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
        "how_sure": exam_result.HOW_SURE,
        "marked": [_marked(table) for table in TABLES],
        "calibrated": exam_result.calibrated(gap("certainty"), Count("right"), Count("asked")),
        "few": exam_result.few(Part("", 0, 0)),
        "few_note": exam_result.FEW_NOTE,
        "fewest": FEW,
    }


def _marked(table: Marks) -> dict[str, Any]:
    """The sentence on a table of marks, and the table."""
    return {
        "sentence": exam_result.marked(table, Count("marks"), Count("most")),
        "right": {certainty.value: mark for certainty, mark in table.right.items()},
        "wrong": {certainty.value: mark for certainty, mark in table.wrong.items()},
    }
