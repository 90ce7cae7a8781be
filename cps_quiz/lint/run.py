"""Running rules over what was loaded, and placing what they find."""

from collections.abc import Iterable, Iterator
from re import compile as pattern
from re import escape

from cps_quiz.bank.library import Library, LoadedFile
from cps_quiz.lint import whole_bank_process
from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import Answers, FileView, ItemView, views
from cps_quiz.source.diagnostic import Code, Diagnostic
from cps_quiz.source.node import Mapping, Node, Route, Scalar, locate, locate_name, text_of
from cps_quiz.source.span import START, Lines
from cps_quiz.source.yaml_reader import paused_collector


def run(library: Library, rules: Iterable[Rule], answers: Answers | None = None) -> list[Diagnostic]:
    """What `rules` find in the sound items of `library`, unsorted.

    `answers` is what a group's answers say of items, for the rules that tell of it.
    What was found while reading is not repeated: it stands in `library.diagnostics`.
    """
    with paused_collector():
        return _run(views(library, answers), tuple(rules))


def _run(files: tuple[FileView, ...], active: tuple[Rule, ...]) -> list[Diagnostic]:
    place = _Placer()
    findings = whole_bank_process.start(active, tuple(item for view in files for item in view.items))
    found = [diagnostic for view in files for diagnostic in _in_file(view, active, place)]
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
    for code, check in [(rule.code, rule.each_item) for rule in rules if rule.each_item]:
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
