"""Running rules over what was loaded, and placing what they find."""

from collections.abc import Iterable, Iterator
from re import compile as pattern
from re import escape

from cps_quiz.bank.library import Library, LoadedFile
from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import FileView, views
from cps_quiz.source.diagnostic import Code, Diagnostic
from cps_quiz.source.node import Node, Route, Scalar, locate
from cps_quiz.source.span import START, Lines


def run(library: Library, rules: Iterable[Rule]) -> list[Diagnostic]:
    """What `rules` find in the sound items of `library`, unsorted.

    What was found while reading is not repeated: it stands in `library.diagnostics`.
    """
    active = tuple(rules)
    files = views(library)
    place = _Placer()
    found = [diagnostic for view in files for diagnostic in _in_file(view, active, place)]
    items = tuple(item for view in files for item in view.items)
    for rule in active:
        for item, finding in rule.together(items) if rule.together else ():
            found.append(place(item.file, rule.code, finding, item.route, item.item.id))
    return found


def _in_file(view: FileView, rules: tuple[Rule, ...], place: "_Placer") -> Iterator[Diagnostic]:
    for rule in rules:
        for finding in rule.each_file(view) if rule.each_file else ():
            yield place(view.file, rule.code, finding, (), None)
    checks = [(rule.code, rule.each_item) for rule in rules if rule.each_item]
    for item in view.items:
        for code, check in checks:
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
            span = self._lines[file.path].span(*_find(file.text, file.node, (*base, *finding.route), finding.phrase))
        return Diagnostic(file.path, span, code, finding.message, finding.help, item, finding.fix)


def _find(text: str, root: Node, route: Route, phrase: str) -> tuple[int, int]:
    """Where `phrase` stands in the text at `route`; the whole text when it cannot be found there."""
    node = locate(root, route)
    if not isinstance(node, Scalar):
        return node.start, node.start + 1
    if phrase:
        spread = r"\s+".join(map(escape, phrase.split()))
        found = pattern(rf"(?<!\w){spread}(?!\w)|{spread}").search(text, node.start, node.end)
        if found:
            return found.span()
    return node.start, node.end
