"""What word processors and keyboards put where YAML wants its own signs; found all over a file at once."""

from collections.abc import Callable, Iterator
from re import Match
from re import compile as pattern
from unicodedata import name as unicode_name

from cps_quiz.source.diagnostic import Edit
from cps_quiz.source.field_words import EVERY, LISTS, OURS, plain_name
from cps_quiz.source.slips.lines import Line, Page
from cps_quiz.source.slips.slip import Slip, slip_of_all, written
from cps_quiz.source.slips.strays import prefixes

SPACES = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
_BULLETS = "\u2010-\u2015\u2212\u2022\u2023\u25aa\u25ab\u25cf\u25cb\u25e6\u25c6\u2043\u2219\u00b7\uf0b7\uff0d*+~o"
_KEY = r"[^\W\d][\w-]{0,30}"
_ANY_SPACE = pattern(f"[{SPACES}]")
_BULLET = pattern(
    rf"( *)([{_BULLETS}]|--+|\(?(?:\d{{1,2}}|[a-hA-H])[.)])([ \t{SPACES}]*)(?=({_KEY}) ?(?::(?:\s|$)|\uff1a))"
)
_TEXT_BULLET = pattern(rf"( *)([{_BULLETS.replace('o', '')}]|\(?(?:\d{{1,2}}|[a-hA-H])[.)])([ \t{SPACES}]+)(?=\S)")
_SPACE = pattern(rf"[ \t]*[{SPACES}][ \t{SPACES}]*|[ \t{SPACES}]*-[ ]*[{SPACES}][ {SPACES}]*")
_BEHIND_COLON = pattern(rf" *(?:- +)?({_KEY}):([{SPACES}][ {SPACES}]*)")
_TAB = pattern(r" *\t[ \t]*|( *- *)\t[ \t]*")
_DASHES = "-" + _BULLETS.replace("o", "")
_COLON = pattern(rf"( *(?:[{_DASHES}] *)?)({_KEY})[ {SPACES}]*([\uff1a\ufe55\ua789\u2236=;])[ {SPACES}]*(?=\S|$)")
_NO_SPACE = pattern(rf"( *(?:- +)?)({_KEY}):(?=[^\s:/])")
_DASH = pattern(rf" *-(?=({_KEY}):(?:\s|$))")
_HIDDEN = pattern("[\u00ad\u200b\u200c\u200d\u2060]")
_FENCE = pattern(r"\s*(?:```|~~~)[\w-]*\s*")


def everywhere(page: Page) -> Iterator[Slip]:
    """Each kind of wrong sign with all its places."""
    for look in (
        *(prefixes, _fences, _hidden, _no_break_spaces, _tabs, _bullets, _bullets_of_texts),
        *(_colons, _dashes, _spaces_left_out),
    ):
        slip = look(page)
        if slip is not None:
            yield slip


def _known(name: str) -> bool:
    return plain_name(name) in EVERY


def _edits(page: Page, make: Callable[[Line], Edit | None]) -> list[Edit]:
    return [edit for line in page.lines if line.text.strip() and (edit := make(line)) is not None]


def _fences(page: Page) -> Slip | None:
    rows = [line for line in page.lines if _FENCE.fullmatch(line.text)]
    if not rows or len(rows) > 2:  # noqa: PLR2004 - more are no pair around the bank
        return None
    first, last = rows[0], rows[-1]
    end = last.start if len(rows) > 1 else len(page.text)
    outside = page.text[: first.start] + page.text[end + len(last.text) if len(rows) > 1 else end :]
    chat = any(row.strip() and not row.lstrip().startswith("#") for row in outside.splitlines())
    message = "the bank stands between marks of a chat or of Markdown: ```"
    if not chat:
        edits = tuple(Edit(row.start, min(row.end + 1, len(page.text)), "") for row in rows)
        return Slip(first.start, first.end, message, "delete the lines with ```", edits)
    edits = (Edit(0, min(first.end + 1, len(page.text)), ""), Edit(end, len(page.text), ""))
    cure = "keep only what stands between the lines with ```"
    return Slip(first.start, first.end, message, cure, edits, certain=False)


def _hidden(page: Page) -> Slip | None:
    def look(line: Line) -> Edit | None:
        head, colon, _ = line.text.partition(":")
        bad = _HIDDEN.search(head)
        if not bad or not colon or not _known(head.strip(" -")):
            return None
        return Edit(line.start, line.start + len(head), _HIDDEN.sub("", head))

    found = _edits(page, look)
    if not found:
        return None
    char = _HIDDEN.search(page.text, found[0].start)
    called = unicode_name(char.group(), "invisible").lower() if char else "invisible"
    name = found[0].text.strip(" -")
    slip = slip_of_all(
        found, f"an invisible character ({called}) stands in the field name `{name}`", f"type `{name}:` anew"
    )
    return slip and slip._replace(start=char.start() if char else slip.start)


def _no_break_spaces(page: Page) -> Slip | None:
    def look(line: Line) -> Edit | None:
        lead, behind = _SPACE.match(line.text), _BEHIND_COLON.match(line.text)
        if lead and (line.text[lead.end() :].startswith("-") or _begins_with_field(line.text[lead.end() :])):
            text = _like_dash(lead.group())
            return Edit(line.start, line.start + lead.end(), text)
        if behind and _known(behind[1]):
            return Edit(line.start + behind.start(2), line.start + behind.end(2), " ")
        return None

    found = _edits(page, look)
    message = "a no-break space, as word processors write it, stands where a space belongs"
    slip = slip_of_all(found, message, "type an ordinary space there")
    first = _ANY_SPACE.search(page.text, found[0].start) if found else None
    return slip._replace(start=first.start(), end=first.end()) if slip and first else slip


def _like_dash(lead: str) -> str:
    before, dash, behind = lead.partition("-")
    return " " * len(before) + (dash + " " * max(1, len(behind)) if dash else "")


def _begins_with_field(text: str) -> bool:
    name = text.lstrip("- ").partition(":")
    return bool(name[1]) and _known(name[0])


def _tabs(page: Page) -> Slip | None:
    return _tabs_as(page, 0)


def tabs_by_width(page: Page) -> Iterator[Slip]:
    """Tabs at the start of lines as so many columns, where they do not stand for the column of the line above."""
    yield from (slip for width in (2, 4, 8) if (slip := _tabs_as(page, width)) is not None)


def _tabs_as(page: Page, width: int) -> Slip | None:
    def look(line: Line) -> Edit | None:
        found = _TAB.match(line.text)
        if not found:
            return None
        if found[1]:
            lead = found[1].rstrip() + " "
        elif width or not _above(page, line):
            lead = found.group().expandtabs(width or 2)
        else:
            lead = " " * _above(page, line)
        return Edit(line.start, line.start + found.end(), lead)

    found = _edits(page, look)
    if not found:
        return None
    behind = "-" in page.text[found[0].start : found[0].end]
    where = "behind a dash" if behind else "at the start of a line"
    at = page.text.index("\t", found[0].start)
    slip = slip_of_all(found, f"a tab stands {where}", "type spaces there, never tabs")
    return slip and slip._replace(start=at, end=at + 1)


def _above(page: Page, line: Line) -> int:
    """The column of the field above; 0 where there is none, or it is indented by tabs itself."""
    above = page.above(page.number(line.start))
    other = page.lines[above] if above >= 0 else line
    return other.column if other.is_field and "\t" not in other.text else 0


def _bullets(page: Page) -> Slip | None:
    def look(line: Line) -> Edit | None:
        found = _BULLET.match(line.text)
        if not found or not _known(found[4]):
            return None
        width = _width(page, line) or max(2, len(found[2] + found[3]))
        return Edit(line.start + found.end(1), line.start + found.end(3), "-" + " " * (width - 1))

    found = _edits(page, look)
    if not found:
        return None
    sign = page.text[found[0].start : found[0].end].strip()
    slip = slip_of_all(found, f"a list entry begins with {sign} in place of a hyphen", "begin it with `- `")
    return slip and slip._replace(end=slip.start + len(sign))


def _bullets_of_texts(page: Page) -> Slip | None:
    """Bullets or numbers before the plain texts of a list, as in `steps:`."""
    found, column = [], -1
    for line in page.lines:
        if not line.text.strip():
            continue
        if line.is_field or line.dash or line.indent < column:
            opens = plain_name(line.key) in LISTS and line.value >= line.end
            column = line.column if opens else -1
        elif column >= 0 and (sign := _TEXT_BULLET.match(line.text)):
            found.append(Edit(line.start + sign.end(1), line.start + sign.end(3), "- "))
    if not found:
        return None
    sign_text = page.text[found[0].start : found[0].end].strip()
    slip = slip_of_all(found, f"a list entry begins with {sign_text} in place of a hyphen", "begin it with `- `")
    return slip and slip._replace(end=slip.start + len(sign_text))


def _width(page: Page, line: Line) -> int:
    """Columns up to where the next line, a further field of the same entry, begins."""
    at = page.number(line.start) + 1
    after = page.lines[at] if at < len(page.lines) else line
    return max(2, after.indent - line.indent) if after.is_field and not after.dash and after.indent > line.indent else 0


def _colons(page: Page) -> Slip | None:
    def look(line: Line) -> Edit | None:
        found = _COLON.match(line.text)
        if not found or found[2].casefold() not in OURS or _has_key(line):
            return None
        value = line.text[found.end() :].strip()
        return Edit(line.start + found.end(2), line.end, f": {written(value)}" if value else ":")

    found = _edits(page, look)
    if not found:
        return None
    shown = _COLON.match(page.text, page.text.rfind("\n", 0, found[0].start) + 1)
    sign, name = (shown[3], shown[2]) if shown else ("=", "field")
    at = shown.start(3) if shown else found[0].start
    called = "a full-width colon \uff1a" if sign == "\uff1a" else f"the sign {sign}"
    slip = slip_of_all(
        found, f"{called} stands behind `{name}` in place of a colon", f"write `{name}: ` and then the text"
    )
    return slip and slip._replace(start=at, end=at + 1)


def _has_key(line: Line) -> bool:
    return line.is_field


def _dashes(page: Page) -> Slip | None:
    def look(line: Line) -> Edit | None:
        found = _DASH.match(line.text)
        if not found or not _known(found[1]):
            return None
        return Edit(line.start + found.end(), line.start + found.end(), " ")

    found = _edits(page, look)
    slip = slip_of_all(found, "a space is missing behind the dash", "write `- ` with a space before the field")
    return slip and slip._replace(start=slip.start - 1, end=slip.start)


def _spaces_left_out(page: Page) -> Slip | None:
    names: list[str] = []

    def look(line: Line) -> Edit | None:
        found: Match[str] | None = _NO_SPACE.match(line.text)
        if not found or not _known(found[2]):
            return None
        names.append(found[2])
        return Edit(line.start + found.end(), line.end, f" {written(line.text[found.end() :].strip())}")

    found = _edits(page, look)
    if not found:
        return None
    slip = slip_of_all(found, f"a space is missing behind `{names[0]}:`", f"write `{names[0]}: ` and then the text")
    return slip and slip._replace(start=slip.start - 1, end=slip.start)
