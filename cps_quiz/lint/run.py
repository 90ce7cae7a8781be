"""Running rules over what was loaded, and placing what they find."""

from collections.abc import Callable, Iterable, Iterator

from cps_quiz.bank.cache import Cache
from cps_quiz.bank.library import Library
from cps_quiz.lint import whole_bank_process
from cps_quiz.lint.cache import keep_traces, of_file, recall_or, recall_traces
from cps_quiz.lint.placing import KeptPlaces, Placer
from cps_quiz.lint.rules import Rule
from cps_quiz.lint.views import Answers, FileView, ItemView, views
from cps_quiz.source.diagnostic import Diagnostic
from cps_quiz.source.node import Mapping, Node, Route, locate, text_of
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
        active = tuple(rules)
        files = views(library, answers)
        if cache is None or answers:
            place = Placer()
            return _run(files, active, lambda view: _in_file(view, active, place), place)
        kept, places = _Kept(cache, library, active), KeptPlaces(cache)
        kept.recall_traces(files)
        found = _run(files, active, kept.in_file, places)
        kept.keep_traces()
        places.keep()
        return found


class _Kept:
    """What is known of files that did not change since an earlier run, or is found now and kept."""

    def __init__(self, cache: Cache, library: Library, rules: tuple[Rule, ...]) -> None:
        codes = sorted(rule.code.id for rule in rules)
        self.context = repr((codes, bool(library.misconceptions)))
        self.cache = cache
        self.rules = rules
        self.place = Placer()
        self.traced: dict[str, FileView] = {}

    def recall_traces(self, views: Iterable[FileView]) -> None:
        """Recall what is compared between files."""
        for view in views:
            key = self.cache.key("traces", view.file.text, _ids(view))
            if view.items and not recall_traces(self.cache, key, view.items):
                self.traced[key] = view

    def keep_traces(self) -> None:
        """Keep what of it was not there."""
        for key, view in self.traced.items():
            keep_traces(self.cache, key, view.items)

    def in_file(self, view: FileView) -> list[Diagnostic]:
        """What the rules of single items and files find."""
        key = of_file(self.cache, view.file.path, view.file.text, self.context + _ids(view))
        return recall_or(self.cache, key, lambda: list(_in_file(view, self.rules, self.place)))


def _ids(view: FileView) -> str:
    """Ids that earlier files took leave items out."""
    return "" if view.file.decoded is None else " ".join(item.item.id for item in view.items)


def _run(
    files: tuple[FileView, ...],
    active: tuple[Rule, ...],
    in_file: Callable[[FileView], Iterable[Diagnostic]],
    place: Placer,
) -> list[Diagnostic]:
    findings = whole_bank_process.start(active, tuple(item for view in files for item in view.items))
    found = [diagnostic for view in files for diagnostic in in_file(view)]
    for rule, (where, finding) in findings():
        if isinstance(where, ItemView):
            found.append(place(where.file, rule.code, finding, where.route, where.item.id))
        else:
            found.append(place(where, rule.code, finding, (), None))
    return found


def _in_file(view: FileView, rules: tuple[Rule, ...], place: Placer) -> Iterator[Diagnostic]:
    for rule in rules:
        for finding in rule.each_file(view) if rule.each_file else ():
            yield place(view.file, rule.code, finding, (), _item_at(view.file.node, finding.route))
    english = view.bank is None or view.bank.is_english
    for code, check in [(r.code, r.each_item) for r in rules if r.each_item and (english or not r.english)]:
        for item in view.items:
            for finding in check(item):
                yield place(view.file, code, finding, item.route, item.item.id)


def _item_at(root: Node | None, route: Route) -> str | None:
    """The id of the item that a route from the top of the file leads into."""
    item = locate(root, route[:2]) if root is not None and route[:1] == ("items",) else None
    return text_of(item, "id") or None if isinstance(item, Mapping) else None
