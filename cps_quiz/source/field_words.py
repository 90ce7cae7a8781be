"""The words that fields are called by, here and in other programs."""

from unicodedata import combining, normalize

from cps_quiz.source import foreign_words

OURS = frozenset(
    [
        "format",
        "bank",
        "title",
        "topic",
        "license",
        "authors",
        "references",
        "misconceptions",
        "scenarios",
        "items",
        "language",
        "extends",
        "id",
        "type",
        "stem",
        "scenario",
        "objective",
        "level",
        "hint",
        "tags",
        "negative",
        "set",
        "retired",
        "reviewed",
        "options",
        "steps",
        "looks_for",
        "example",
        "correct",
        "wrong",
        "why",
        "misconception",
        "names",
        "by",
        "on",
        "publisher",
        "year",
        "url",
        "curriculum",
        "topics",
        "objectives",
        "summary",
        "weight",
        "notes",
        "name",
        "means",
        "sounds_like",
        "harms",
        "instead",
        "confused_with",
        "telling_apart",
        "blueprint",
        "minutes",
        "target",
        "levels",
        "source",
        "digest",
    ]
)
"""Every field of the format."""

LISTS = frozenset(
    ["items", "options", "steps", "looks_for", "references", "tags", "authors", "sounds_like", "confused_with"]
)
"""Fields that hold a list."""

TEXTS = frozenset(
    [
        "stem",
        "hint",
        "correct",
        "wrong",
        "why",
        "example",
        "title",
        "name",
        "means",
        "harms",
        "instead",
        "summary",
        "notes",
        "publisher",
        "license",
    ]
)
"""Fields that hold a text that people read."""

FOR_BANK = {
    "questions": "items",
    "cards": "items",
    "quiz": "bank",
    "id": "bank",
    "name": "title",
    "heading": "title",
    "subject": "topic",
    "category": "topic",
    "author": "authors",
    "licence": "license",
    "version": "format",
    "lang": "language",
    "cases": "scenarios",
    "situations": "scenarios",
    "sources": "references",
    **foreign_words.FOR_BANK,
}
FOR_ITEM = {
    "question": "stem",
    "question_text": "stem",
    "prompt": "stem",
    "text": "stem",
    "body": "stem",
    "ask": "stem",
    "answers": "options",
    "choices": "options",
    "alternatives": "options",
    "responses": "options",
    "answer_options": "options",
    "answer_choices": "options",
    "identifier": "id",
    "number": "id",
    "nr": "id",
    "question_id": "id",
    "kind": "type",
    "question_type": "type",
    "case": "scenario",
    "situation": "scenario",
    "vignette": "scenario",
    "subject": "topic",
    "category": "topic",
    "tag": "tags",
    "labels": "tags",
    "keywords": "tags",
    "clue": "hint",
    "tip": "hint",
    "refs": "references",
    "sources": "references",
    "difficulty": "level",
    "explanation": "why",
    "rationale": "why",
    "feedback": "why",
    "reason": "why",
    "because": "why",
    "sequence": "steps",
    "order": "steps",
    "sample_answer": "example",
    "model_answer": "example",
    "rubric": "looks_for",
    "criteria": "looks_for",
    **foreign_words.FOR_ITEM,
}
FOR_REFLECTION = {"answer": "example", "points": "looks_for", **FOR_ITEM}
FOR_OPTION = {
    "right": "correct",
    "true": "correct",
    "right_answer": "correct",
    "correct_answer": "correct",
    "correct_option": "correct",
    "key": "correct",
    "incorrect": "wrong",
    "false": "wrong",
    "wrong_answer": "wrong",
    "wrong_option": "wrong",
    "incorrect_answer": "wrong",
    "not_correct": "wrong",
    "distractor": "wrong",
    "distracter": "wrong",
    "explanation": "why",
    "rationale": "why",
    "feedback": "why",
    "reason": "why",
    "because": "why",
    "explain": "why",
    "comment": "why",
    "mistake": "misconception",
    "approach": "misconception",
    "wrong_approach": "misconception",
    **foreign_words.FOR_OPTION,
}
OPTION_TEXTS = frozenset({"text", "option", "choice", "answer", "label", "content", "value", "body"})
"""What other programs call the text of an option, beside a mark that says whether it is right."""

MARKS = {
    "correct": True,
    "right": True,
    "true": True,
    "is_correct": True,
    "iscorrect": True,
    "is_right": True,
    "key": True,
    "wrong": False,
    "incorrect": False,
    "is_wrong": False,
    "is_incorrect": False,
}
"""Fields that say with yes or no whether an option is right, and what yes means."""

KEYS = frozenset(
    [
        "answer",
        "answers_key",
        "answer_key",
        "correct",
        "correct_answer",
        "correct_answers",
        "correct_option",
        "right_answer",
        "key",
        "solution",
        *foreign_words.KEYS,
    ]
)
"""Fields of an item that say by letter, number or text which option is right."""

NOT_HERE = frozenset(
    [
        "points",
        "point",
        "score",
        "marks",
        "grade",
        "timelimit",
        "timer",
        "time",
        "seconds",
        "duration",
        "shuffle",
        "randomize",
        "shuffleanswers",
        "shuffleoptions",
    ]
)
"""What other programs keep beside a question and no question has here, without underscores."""

EVERY = OURS | FOR_BANK.keys() | FOR_ITEM.keys() | FOR_OPTION.keys() | OPTION_TEXTS | MARKS.keys() | KEYS


def plain_name(name: str) -> str:
    """A field name in small letters without accents, words joined by underscores, without what cannot be seen."""
    shown = "".join(char for char in name if char.isprintable() and char not in "\u00ad\u200b\u200c\u200d\u2060\ufeff")
    if not shown.isascii():
        shown = "".join(char for char in normalize("NFKD", shown) if not combining(char))
    return "_".join(shown.replace("-", " ").replace("_", " ").casefold().split())
