"""What the page says in a drill, and of an answer."""

from typing import Any

from cps_quiz.core.drill.drill import Answer, Drill, Effect, Turn
from cps_quiz.core.drill.report import Report, TopicScore
from cps_quiz.core.memory.reasons import Reason, Weight
from cps_quiz.core.memory.skills import aim
from cps_quiz.core.questions.asking import NUMBERS
from cps_quiz.core.questions.bank import TopicId
from cps_quiz.core.questions.explanation import ExplainedOption
from cps_quiz.core.questions.interaction import MisconceptionId, Option, Write
from cps_quiz.core.questions.labels import Confusion, Label, LabelKind
from cps_quiz.core.questions.response import Chosen
from cps_quiz.core.questions.scoring import Score
from cps_quiz.pages.practice.slots import Count, Share, gap, plural
from cps_quiz.pages.practice.stand_ins import NAMES, item, numbered
from cps_quiz.words import drill, feedback, reasons


def drill_wording() -> dict[str, Any]:
    """The sentences of a drill."""

    def verdict(points: float, *, again: int = 0, chosen: tuple[int, ...] = (0,)) -> str:
        return drill.verdict(Answer(Turn(item(), again), Chosen(chosen), Score(points)))

    return {
        "right": verdict(1.0),
        "right_again": verdict(1.0, again=1),
        "partly": verdict(Share("share")),
        "half_right": drill.some_right(gap("right"), gap("of"), half=True),
        "some_right": drill.some_right(gap("right"), gap("of"), half=False),
        "numbers": NUMBERS,
        "wrong": verdict(0.0),
        "several_wrong": verdict(0.0, chosen=(0, 1)),
        "ticked": drill.ticked(Count("made"), Count("points")),
        "write": drill.how(Write((gap("point"),), "", "")),
        "once_more": drill.ONCE_MORE,
        "question": drill.question(Count("number"), Count("total")),
        "cut_off": numbered(drill.cut_off(Drill.start([item()], 0), "")),
        "right_so_far": drill.right_so_far(Count("count")),
        "flagged": drill.FLAGGED,
        "effects": {effect.name.lower(): drill.EFFECTS[effect] for effect in Effect},
        "changed": drill.CHANGED,
        "hint": drill.HINT,
        "no_hint": drill.NO_HINT,
        "skipped": drill.SKIPPED,
        "wrote": feedback.WROTE,
        "points": drill.POINTS,
        "then": drill.THEN,
        "tempted": drill.TEMPTED,
        "what_next": drill.WHAT_NEXT,
        "sure": drill.SURE_BEFORE_KEYS,
        "why": drill.WHY,
        "asked_again": drill.ASKED_AGAIN,
        "reasons": _reasons(),
        **_summary(),
    }


def _reasons() -> dict[str, Any]:
    """Why a question is asked, by what the page looks at when it chooses."""
    of = aim(item()._replace(topic=TopicId(gap("aim"))))

    def picked(weight: Weight, days: int = 0) -> str:
        return reasons.picked(Reason(weight, of, days=days), NAMES)

    return {
        "sure_miss": picked(Weight.SURE_MISS),
        "unmet_aim": picked(Weight.UNMET_AIM),
        "aim_long_ago": plural("count", lambda days: picked(Weight.AIM_LONG_AGO, days)),
        "unmet_item": picked(Weight.UNMET_ITEM),
        "item_today": picked(Weight.ITEM_LONG_AGO),
        "item_long_ago": plural("count", lambda days: picked(Weight.ITEM_LONG_AGO, days)),
    }


def _summary() -> dict[str, Any]:
    empty = Report(0, 0, (), (), 0, 0, (), 0, 0)
    right = Count("right")
    details = {
        "mended": empty._replace(mended=Count("count")),
        "skips": empty._replace(skipped=Count("count")),
        "unmet": empty._replace(unmet=Count("count")),
    }
    hits = (empty._replace(misconceptions=((MisconceptionId(gap("name")), n),)) for n in (1, Count("times")))
    once, often = (drill.tempting(report, NAMES)[0] for report in hits)
    return {
        "nothing_answered": drill.NOTHING_ANSWERED,
        "in_own_words": plural("count", drill.in_own_words),
        "score": plural("asked", lambda asked: drill.score(empty._replace(right=right, asked=asked))),
        "topic_score": drill.topic_score(gap("topic"), TopicScore(TopicId(""), right, Count("asked"))),
        "details": {name: drill.details(report)[0] for name, report in details.items()},
        "tempting": {"one": once, "many": often},
    }


def feedback_wording() -> dict[str, Any]:
    """What is said around an explanation."""
    confusion = Confusion(MisconceptionId(gap("meant")), MisconceptionId(gap("taken")))

    def mark(*, key: bool, chosen: bool) -> str:
        return feedback.mark(ExplainedOption("a", Option("", key, ""), chosen))

    def others(count: Count) -> str:
        quoted_already = f"'{gap('key')}"
        return feedback.others(item(key=quoted_already), count).replace(quoted_already, gap("key"))

    return {
        "marks": {
            "key_chosen": mark(key=True, chosen=True),
            "key": mark(key=True, chosen=False),
            "chosen": mark(key=False, chosen=True),
            "other": mark(key=False, chosen=False),
        },
        "approach": feedback.lead(Label(LabelKind.NAMES, gap("name")), NAMES),
        "practice": feedback.lead(Label(LabelKind.OBJECTIVE, gap("name")), NAMES),
        "taken_for": feedback.taken_for(confusion, NAMES),
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
