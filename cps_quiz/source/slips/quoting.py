"""Texts that YAML takes apart: quotes, signs at the start, colons and number signs inside."""

from collections.abc import Iterator
from re import compile as pattern

from cps_quiz.source.diagnostic import Edit
from cps_quiz.source.field_words import EVERY, FOR_ITEM, FOR_OPTION, LISTS, OPTION_TEXTS, TEXTS, plain_name
from cps_quiz.source.slips.lines import Page
from cps_quiz.source.slips.slip import SHORT, Slip, put_in_quotes, quoted, slip_of_all, written

_DOUBLE = pattern(r'"(?:[^"\\]|\\.|\\\n)*"', flags=16)
_SINGLE = pattern(r"'(?:[^']|'')*'")
_REST = pattern(r"\s*(?:\s#.*)?")
_SIGN = pattern(r"[&*!%@`?,\]}|>#-]")
_BLOCK_HEADER = pattern(r"[|>](?:[1-9]?[+-]?|[+-][1-9])(?:\s+#.*)?")
_MAY_BEGIN_SO = (TEXTS | OPTION_TEXTS | FOR_ITEM.keys() | FOR_OPTION.keys() | LISTS) - {"options", "items", "answers"}
"""Fields whose text may have begun with a bracket; others hold groups of fields."""

_BAD_ESCAPE = pattern(r"\\(?![0abtnvfre \"/\\N_LPxuU\n\t])")
_COMMA = pattern(r" *(?:- +)?(?:[a-z_]+: +)?(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')(?P<sign>\s*[,;])\s*")
_BOX = pattern(r"^(?P<lead> *- +)(?P<box>\[ ?[-xX\u2713\u2714 ]? ?\]|\( ?[xX*\u2022 ]? ?\)) +(?P<text>\S.*?)\s*$")
CURLY = {"\u201d": '"', "\u201c": '"', "\u2019": "'", "\u2018": "'"}


def quoting(page: Page, number: int) -> Iterator[Slip]:
    """Ways to mend the text that stands in line `number`."""
    line = page.lines[number]
    end = page.region(number)
    value = page.text[line.value : end].rstrip()
    name = plain_name(line.key or page.list_of(number))
    if not value or name not in EVERY or (line.key and name in LISTS and value[0] != "["):
        return
    first = value[0]
    if first in "\"'":
        yield from _quotes(page, line.value, value)
    elif first in "[{":
        if name in _MAY_BEGIN_SO:
            yield from _brackets(line.value, value, is_list=name in LISTS and bool(line.key))
    elif first in "|>":
        yield from _block_sign(line.value, value, line.column)
    elif _SIGN.match(first):
        yield _sign(line.value, value)
    elif ": " in value or ":\n" in value or value.endswith(":"):
        yield _colon(line.value, value)
    elif " #" in value or "\n#" in value:
        at = value.index("#")
        yield _slip(line.value + at, line.value, value, "all that stands behind # is lost")


def _slip(at: int, start: int, value: str, message: str, meant: str = "") -> Slip:
    """`value` at `start` put in quotes, or what it was meant to be; `at` is where to point."""
    meant = meant or value
    mended = quoted(meant)
    return Slip(at, at + 1, message, put_in_quotes(meant), (Edit(start, start + len(value), mended),))


def _sign(start: int, value: str) -> Slip:
    return _slip(start, start, value, f"text that begins with {value[0]} needs quotes around it")


def _colon(start: int, value: str) -> Slip:
    at = next(i for i, char in enumerate(value) if char == ":" and not value[i + 1 : i + 2].strip())
    return _slip(start + at, start, value, "a colon and a space stand inside unquoted text")


def _brackets(start: int, value: str, *, is_list: bool) -> Iterator[Slip]:
    sign, other = value[0], "]" if value[0] == "[" else "}"
    if is_list and other not in value and "\n" not in value:
        edits = (Edit(start + len(value), start + len(value), other),)
        yield Slip(start, start + 1, f"the list that {sign} opens is not closed", f"write {other} at its end", edits)
    elif not is_list:
        yield _slip(start, start, value, f"text that begins with {sign} needs quotes around it")


def _block_sign(start: int, value: str, column: int) -> Iterator[Slip]:
    head, _, rest = value.partition("\n")
    if _BLOCK_HEADER.fullmatch(head.strip()):
        return
    sign, text = head[0], head[1:].lstrip("+-").strip()
    if rest:
        mended = f"{sign}-\n{' ' * (column + 2)}{text}\n{rest}"
        cure = f"write {sign}- and begin the text on the next line, indented"
    else:
        mended = written(text)
        cure = f"write {mended}" if len(text) <= SHORT else f"delete the {sign}, and put the text in 'single quotes'"
    edits = (Edit(start, start + len(value), mended),)
    yield Slip(start, start + 1, f"text stands behind {sign} on the same line", cure, edits)


def _quotes(page: Page, start: int, value: str) -> Iterator[Slip]:
    sign = value[0]
    whole = (_DOUBLE if sign == '"' else _SINGLE).match(value)
    if sign == '"' and (bad := _BAD_ESCAPE.search(value)):
        yield _escape(start, value, bad.start())
    if whole is None:
        yield from _never_closed(start, value)
    elif value[whole.end() :].strip() in {",", ";"}:
        yield _comma(page, value[-1])
    elif not _REST.fullmatch(value, whole.end()):
        yield _behind(start, value, whole.end())


def _comma(page: Page, sign: str) -> Slip:
    """The comma that another format wants at the end of a line, on all lines."""
    found = [(line, made) for line in page.lines if (made := _COMMA.fullmatch(line.text))]
    edits = [Edit(line.start + made.start("sign"), line.start + made.end("sign"), "") for line, made in found]
    name = "comma" if sign == "," else "semicolon"
    slip = slip_of_all(edits, f"a {name} stands behind the closing quote", "delete it")
    return slip or Slip(0, 1, "", "", ())


def _escape(start: int, value: str, at: int) -> Slip:
    inner = value[1:-1] if value.endswith('"') and len(value) > 1 else value[1:]
    lone = '\\"' not in inner
    mended = quoted(inner) if lone else _BAD_ESCAPE.sub(r"\\\\", value)
    cure = f"write {mended}" if lone and len(inner) <= SHORT else "use 'single quotes', or write the backslash twice"
    message = "a backslash inside double quotes changes the letter behind it"
    return Slip(start + at, start + at + 2, message, cure, (Edit(start, start + len(value), mended),))


def _never_closed(start: int, value: str) -> Iterator[Slip]:
    sign, last = value[0], value[-1]
    name = "double" if sign == '"' else "single"
    head = value.partition("\n")[0].rstrip()
    if CURLY.get(last) == sign:
        at = start + len(value) - 1
        message = f"the text opens with a straight quote {sign} and closes with a curly one {last}"
        yield Slip(at, at + 1, message, f"write {sign} at the end too", (Edit(at, at + 1, sign),))
    elif sign == "'" and head == value:
        slip = _slip(start, start, value, "a quote that opens here is never closed")
        cure = slip.help if len(value) <= SHORT else "write ' at the end too, and '' for each apostrophe inside"
        yield slip._replace(help=cure, certain=False)
    elif head:
        inner = '\\"' if sign == '"' else "''"
        cure = f"close it with {sign}; inside {name} quotes write a quote as {inner}"
        end = start + len(value)
        yield Slip(
            start, start + 1, "a quote that opens here is never closed", cure, (Edit(end, end, sign),), certain=False
        )


def _behind(start: int, value: str, close: int) -> Slip:
    """Text behind the closing quote: of speech, or of an inner quote or apostrophe that closed it early."""
    sign = value[0]
    inner = value[1:-1]
    before, after = value[close - 2], value[close]
    escaped = sign == "'" and before == "\\"
    wraps = value.endswith(sign) and (escaped or not after.isspace() or before.isspace() or before in "([")
    if not wraps:
        return _slip(start + close, start, value, "text goes on behind the closing quote")
    if escaped:
        message = "inside 'single quotes' a backslash is shown, and the apostrophe behind it ends the text here"
        return _slip(start + close - 1, start, value, message, inner.replace("\\'", "'").replace("''", "'"))
    what = "an apostrophe" if sign == "'" and before.isalpha() and after.isalpha() else "a quote"
    meant = inner.replace("''", "'") if sign == "'" else inner.replace('\\"', '"')
    return _slip(start + close - 1, start, value, f"{what} inside the quoted text ends it here", meant)


def boxes(page: Page) -> Iterator[Slip]:
    """Options with check boxes: `- [x] Text`."""
    found = [(line, made) for line in page.lines if (made := _BOX.match(line.text))]
    if not found or not any(made["box"][1:-1].strip() for _, made in found):
        return
    edits = []
    for line, made in found:
        kind = "correct" if made["box"][1:-1].strip(" -") else "wrong"
        edits.append(Edit(line.start + made.start("box"), line.end, f"{kind}: {written(made['text'])}"))
    first = found[0][0].start + found[0][1].start("box")
    message = f"the options are marked with boxes like {found[0][1]['box']}"
    cure = "begin each option with `correct:` or `wrong:`, and give each a `why:` on a line of its own"
    certain = not any("-" in made["box"] for _, made in found)
    yield Slip(first, first + 3, message, cure, tuple(edits), certain)
