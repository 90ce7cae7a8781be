"""From what rules find to diagnostics with lines and columns."""

from re import compile as pattern
from re import escape

from cps_quiz.bank.cache import Cache
from cps_quiz.bank.library import LoadedFile
from cps_quiz.lint.rules import Finding
from cps_quiz.source.diagnostic import Code, Diagnostic
from cps_quiz.source.node import Node, Route, Scalar, locate, locate_name
from cps_quiz.source.span import START, Lines, Span


class Placer:
    """Makes diagnostics of findings; each file's lines are counted once."""

    def __init__(self) -> None:
        self._lines: dict[str, Lines] = {}

    def __call__(self, file: LoadedFile, code: Code, finding: Finding, base: Route, item: str | None) -> Diagnostic:
        """The diagnostic of `finding`, whose route starts at `base`."""
        span = self.span(file, (*base, *finding.route), finding)
        code = code if finding.severity is None else code._replace(severity=finding.severity)
        return Diagnostic(file.path, span, code, finding.message, finding.help, item, finding.fix)

    def span(self, file: LoadedFile, route: Route, finding: Finding) -> Span:
        """Where `route` leads from the top of the file."""
        if file.node is None:
            return START
        if file.path not in self._lines:
            self._lines[file.path] = Lines(file.text)
        return self._lines[file.path].span(*_find(file.text, file.node, route, finding))


class KeptPlaces(Placer):
    """The same for findings in files that may be unread: places that were found once need no tree again."""

    def __init__(self, cache: Cache) -> None:
        super().__init__()
        self._cache = cache
        self._known: dict[str, tuple[str, dict[str, Span]]] = {}
        self._grown: set[str] = set()

    def span(self, file: LoadedFile, route: Route, finding: Finding) -> Span:
        """Where `route` leads, as it was found before or is found now."""
        if file.path not in self._known:
            key = self._cache.key("places", file.text)
            self._known[file.path] = key, self._cache.recall(key, _restored) or {}
        known = self._known[file.path][1]
        name = repr((route, finding.phrase, finding.at_name))
        if name not in known:
            known[name] = super().span(file, route, finding)
            self._grown.add(file.path)
        return known[name]

    def keep(self) -> None:
        """Keep what was found now."""
        for path in self._grown:
            self._cache.keep(*self._known[path])


def _restored(data: dict[str, list[int]]) -> dict[str, Span]:
    return {name: Span(*place) for name, place in data.items()}


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
    if not phrase:
        return None
    parts = phrase.translate(_WRITTEN.get(node.style, {})).split()
    letters = _GAP.get(node.style, r"\s+").join(map(escape, parts))
    start = text.find("\n", node.start) if node.style in {"|", ">"} else node.start
    for wanted in (rf"(?<!\w){letters}(?!\w)", letters) if letters else ():
        found = pattern(wanted).search(text, start, node.end)
        if found:
            return found.span()
    return None
