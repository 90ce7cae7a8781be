"""Running rules over what was loaded, and placing what they find."""

from collections.abc import Callable, Iterable, Iterator
from re import compile as pattern
from re import escape

from cps_quiz.bank.library import Library, LoadedFile
from cps_quiz.lint import whole_bank_process
from cps_quiz.lint.cache import Cache, file_key
from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import Answers, FileView, ItemView, views
from cps_quiz.source.diagnostic import Code, Diagnostic
from cps_quiz.source.node import Mapping, Node, Route, Scalar, locate, locate_name, text_of
from cps_quiz.source.span import START, Lines
from cps_quiz.source.yaml_reader import paused_collector


def run(
    library: Library, rules: Iterable[Rule], cache: Cache | None = None, answers: Answers | None = None
) -> list[Diagnostic]:
    """What `rules` find in the sound items of `library`, unsorted; of files that did not change from the `cache`.

    `answers` is what a group's answers say of items, for the rules that tell of it; they change while files do
    not, so the cache is left alone then.
    What was found while reading is not repeated: it stands in `library.diagnostics`.
    """
    with paused_collector():
        kept = None if cache is None or answers else _Kept(cache, library, tuple(rules))
        return _run(views(library, answers), tuple(rules), kept)


class _Kept:
    """What the rules of single items and files found in files that did not change since."""

    def __init__(self, cache: Cache, library: Library, rules: tuple[Rule, ...]) -> None:
        self.cache = cache
        codes = sorted(rule.code.id for rule in rules)
        self.context = repr((codes, bool(library.misconceptions)))

    def found(self, view: FileView, work_out: Callable[[], list[Diagnostic]]) -> list[Diagnostic]:
        """What was found in a file, or `work_out` finds now. Ids that earlier files took leave items out."""
        ids = "" if view.file.decoded is None else " ".join(item.item.id for item in view.items)
        key = file_key(view.file.path, view.file.text, self.context + ids)
        kept = self.cache.recall(key)
        if kept is None:
            kept = work_out()
            self.cache.keep(key, kept)
        return kept


def _run(files: tuple[FileView, ...], active: tuple[Rule, ...], kept: _Kept | None = None) -> list[Diagnostic]:
    place = _Placer()
    findings = whole_bank_process.start(active, tuple(item for view in files for item in view.items))
    found: list[Diagnostic] = []
    for view in files:
        if kept is None:
            found += _in_file(view, active, place)
        else:
            found += kept.found(view, lambda view=view: list(_in_file(view, active, place)))  # type: ignore[misc]
    for rule, (where, finding) in findings():
        if isinstance(where, ItemView):
            found.append(place(where.file, rule.code, finding, where.route, where.item.id))
        else:
            found.append(place(where, rule.code, finding, (), None))
    return found


def _in_file(view: FileView, rules: tuple[Rule, ...], place: "_Placer") -> Iterator[Diagnostic]:
    for rule in rules:
        for finding in rule.each_file(view) if rule.each_file else ():
            yield place(view.file, rule.code, finding, (), _item_at(view.file.node, finding.route))
    english = view.bank is None or view.bank.is_english
    for code, check in [(r.code, r.each_item) for r in rules if r.each_item and (english or not r.english)]:
        for item in view.items:
            for finding in check(item):
                yield place(view.file, code, finding, item.route, item.item.id)


class _Placer:
    """Makes diagnostics of findings; each file's lines are counted once."""

    def __init__(self) -> None:
        self._lines: dict[str, Lines] = {}

    def __call__(self, file: LoadedFile, code: Code, finding: Finding, base: Route, item: str | None) -> Diagnostic:
        """The diagnostic of `finding`, whose route starts at `base`."""
        if file.node is None:
            span = START
        else:
            if file.path not in self._lines:
                self._lines[file.path] = Lines(file.text)
            span = self._lines[file.path].span(*_find(file.text, file.node, (*base, *finding.route), finding))
        return Diagnostic(file.path, span, code, finding.message, finding.help, item, finding.fix)


def _item_at(root: Node | None, route: Route) -> str | None:
    """The id of the item that a route from the top of the file leads into."""
    item = locate(root, route[:2]) if root is not None and route[:1] == ("items",) else None
    return text_of(item, "id") or None if isinstance(item, Mapping) else None


def _find(text: str, root: Node, route: Route, finding: Finding) -> tuple[int, int]:
    """Where the phrase of `finding` stands in the text at `route`; the whole text without one."""
    node = locate_name(root, route) if finding.at_name else locate(root, route)
    if not isinstance(node, Scalar):
        return node.start, node.start + 1
    return _find_phrase(text, node, finding.phrase) or (node.start, node.end)


_WRITTEN = {"'": str.maketrans({"'": "''"}), '"': str.maketrans({'"': '\\"', "\\": "\\\\"})}
_GAP = {'"': r"(?:\\[nt]|\\?\s)+"}
"""How texts in quotes write the marks of a phrase, and how they may break its lines."""


def _find_phrase(text: str, node: Scalar, phrase: str) -> tuple[int, int] | None:
    """The first place of `phrase` as whole words, else the first place of its letters."""
    parts = phrase.translate(_WRITTEN.get(node.style, {})).split()
    letters = _GAP.get(node.style, r"\s+").join(map(escape, parts))
    start = text.find("\n", node.start) if node.style in {"|", ">"} else node.start
    for wanted in (rf"(?<!\w){letters}(?!\w)", letters) if letters else ():
        found = pattern(wanted).search(text, start, node.end)
        if found:
            return found.span()
    return None
