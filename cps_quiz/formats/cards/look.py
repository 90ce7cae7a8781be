"""The two sides of a card and their style: for a phone as for a desk, in light and in dark."""

from cps_quiz.item_types._options import MOST

_LETTERS = "abcdef"


def _if(field: str, inner: str, *, absent: bool = False) -> str:
    """`inner` where the field holds something, or where it does not."""
    return f"{{{{{'^' if absent else '#'}{field}}}}}{inner}{{{{/{field}}}}}"


def _value(field: str) -> str:
    return f"{{{{{field}}}}}"


def _asked(number: int) -> str:
    option = f"Option {number}"
    return _if(option, f'<div class="o"><b>{_LETTERS[number - 1]}</b><div>{_value(option)}</div></div>')


def _answered(number: int) -> str:
    option, right, label, why = (f"{part} {number}" for part in ("Option", "Right", "Label", "Why"))
    named = _if(label, f"<i>{_value(label)}.</i> ")
    marks = _if(right, '<span class="m">✓ best answer.</span> ')
    marks += _if(right, f'<span class="m">✗</span> {named}', absent=True)
    explained = f'<div class="w">{marks}{_value(why)}</div>'
    bare = _if(right, ' <span class="m">✓</span>')
    inner = f"{_value(option)}{_if(why, explained)}{_if(why, bare, absent=True)}"
    return _if(option, f'<div class="o {_value(right)}"><b>{_LETTERS[number - 1]}</b><div>{inner}</div></div>')


_HEAD = (
    '<div class="t">{{Topic}} · {{Kind}}</div>{{#Situation}}<div class="s">{{Situation}}</div>{{/Situation}}'
    '<div class="q">{{Question}}</div>'
)

FRONT = (
    f"{_HEAD}{''.join(map(_asked, range(1, MOST + 1)))}"
    '{{#Hint}}<details class="h"><summary>Hint</summary>{{Hint}}</details>{{/Hint}}'
)
"""The question, with a hint to unfold."""

BACK = (
    f'{_HEAD}<hr id="answer">{"".join(map(_answered, range(1, MOST + 1)))}'
    '{{#Points}}<div class="e"><b>A good answer</b>{{Points}}</div>{{/Points}}'
    '<div class="e"><b>Key</b> {{Key}}</div>{{#Explanation}}<div class="e">{{Explanation}}</div>{{/Explanation}}'
)
"""Every option with its mark in words and signs, its approach and its why; then the key."""

STYLE = """.card { font: 17px/1.45 system-ui, sans-serif; text-align: left; color: #1d2733; background: #fdfdfb;
  max-width: 38em; margin: 0 auto; padding: 12px; overflow-wrap: break-word; }
.t { color: #5b6673; font-size: 14px; margin-bottom: 10px; }
.s { margin-bottom: 10px; }
.q { font-weight: 600; margin-bottom: 12px; }
.o { display: flex; gap: 10px; padding: 9px 10px; margin: 7px 0; border: 1px solid #cfd6dd; border-radius: 8px; }
.o > b { color: #5b6673; }
.o.right { border: 2px solid #1f7a4d; }
.w { margin-top: 5px; color: #3c4753; }
.m { font-weight: 600; color: #a3392b; }
.right .m { color: #1f7a4d; }
.e { margin: 12px 0; }
.h { margin-top: 12px; color: #3c4753; }
ol, ul { padding-left: 1.4em; margin: 6px 0; }
p { margin: 0 0 8px; }
.nightMode.card, .night_mode.card, .nightMode .card { color: #e4e8ec; background: #1b2027; }
.nightMode .t, .night_mode .t, .nightMode .o > b, .night_mode .o > b { color: #9aa6b2; }
.nightMode .w, .night_mode .w, .nightMode .h, .night_mode .h { color: #c3ccd5; }
.nightMode .o, .night_mode .o { border-color: #46515d; }
.nightMode .o.right, .night_mode .o.right { border-color: #58c08a; }
.nightMode .m, .night_mode .m { color: #f08d7e; }
.nightMode .right .m, .night_mode .right .m { color: #6fd3a0; }
"""
