"""What the page says, as data for its script: the sentences of `words/`, with gaps where the script fills in."""

from typing import Any

from cps_quiz.core.counting import counted
from cps_quiz.core.memory.standing import Leaning
from cps_quiz.core.questions.interaction import MisconceptionId
from cps_quiz.core.record.log import Confused
from cps_quiz.pages.practice.drill_wording import drill_wording, feedback_wording
from cps_quiz.pages.practice.exam_wording import exam_wording, result_wording
from cps_quiz.pages.practice.slots import Count, gap, plural
from cps_quiz.words import home, key_helps, keys, practice_page, progress
from cps_quiz.words import sharing as sharing_words


def wording() -> dict[str, Any]:
    """All sentences, by subject and name."""
    own = {name.lower(): value for name, value in vars(practice_page).items() if name.isupper()}
    return {
        "page": own,
        "drill": drill_wording(),
        "feedback": feedback_wording(),
        "exam": exam_wording(),
        "result": result_wording(),
        "progress": _progress(),
        "sharing": _sharing(),
        "keys": {
            "drill": _steering(key_helps.DRILL_HELP),
            "set": key_helps.SET_HELP,
            "exam": _steering(key_helps.EXAM_HELP, but="x"),
            "exam_sure": _steering(key_helps.exam_help(certainty=True), but="x"),
            "sure": keys.SURE_KEYS,
            "choose_one": keys.CHOOSE_ONE_AT_LEAST,
            "still_to_place": keys.still_to_place(Count("steps")),
        },
    }


KEYS = {
    *("a b c ...", "enter", "backspace", "h", "w", "f", "s", "x", "u", "q"),
    *("enter n right", "p left", "g", "o", "l", "t", "1 2 3"),
}
"""The keys of a terminal that the page has too, as their help names them."""


def _steering(rows: tuple[tuple[str, str], ...], but: str = "") -> list[tuple[str, str]]:
    """The rows of a help for keys that the page has, but one."""
    return [(key, meaning) for key, meaning in rows if key in KEYS and key != but]


def _sharing() -> dict[str, Any]:
    programme, spread, file = gap("programme"), gap("spread"), gap("file")
    return {
        "would_go": plural("count", lambda count: sharing_words.would_go(count, programme, spread)),
        "of_month": sharing_words.of_month(gap("month"), Count("answers")),
        "each": sharing_words.EACH,
        "not": sharing_words.NOT,
        "left_open": sharing_words.left_open(Count("count")),
        "taken_back": plural("count", sharing_words.taken_back),
        "unprinted": sharing_words.unprinted(Count("count")),
        "fingerprint": sharing_words.FINGERPRINT,
        "no_answers": sharing_words.NO_ANSWERS,
        "no_code": sharing_words.NO_CODE,
        "nothing_shared": sharing_words.NOTHING_SHARED,
        "written": plural("count", lambda count: sharing_words.written(file, count)),
        "takes_back": sharing_words.takes_back(file, programme),
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
        "right_when": plural("asked", lambda asked: progress.right_when(gap("certainty"), Count("right"), asked)),
        "right_when_title": progress.RIGHT_WHEN,
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
            for noun in ("answer", "new answer", "line", "exam", "mock exam", "new mock exam")
        },
    }
