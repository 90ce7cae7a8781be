"""Running rules over what was loaded, and placing what they find."""

from collections.abc import Iterable

from cps_quiz.bank.cache import Cache
from cps_quiz.bank.library import Library, LoadedFile
from cps_quiz.lint.applying import Found, apply
from cps_quiz.lint.cache import keep, keep_stems, keep_traces, memory, of_file, recall, recall_stems, recall_traces
from cps_quiz.lint.english.words import STEMS
from cps_quiz.lint.placing import KeptPlaces, Placer
from cps_quiz.lint.rules import Rule
from cps_quiz.lint.traces import Traces
from cps_quiz.lint.views import Answers, FileView, ItemView, views
from cps_quiz.source.diagnostic import Diagnostic
from cps_quiz.source.node import Mapping, Route, locate, text_of
from cps_quiz.source.yaml_reader import paused_collector

GROWTH = 1.05
"""Stems are kept anew when there are so many times as many: most changes bring a few."""


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
        items = tuple(item for view in files for item in view.items)
        place = Placer()
        if cache is None or answers:
            applied = apply(active, files, items)
            return [d for found in (*applied.in_files, applied.in_bank) for d in _placed(place, found)]
        kept, places = _Kept(cache, library, active), KeptPlaces(cache)
        known = kept.recall(files)
        changed = [view for view in files if view.file.path not in known]
        applied = apply(active, changed, items, tuple(kept.untraced.values()))
        for view, rows in zip(changed, applied.in_files, strict=True):
            known[view.file.path] = kept.keep(view, _placed(place, rows))
        kept.keep_traces(applied.traces)
        in_bank = _placed(places, applied.in_bank)
        places.keep()
        return [diagnostic for view in files for diagnostic in known[view.file.path]] + in_bank


def _placed(place: Placer, found: Iterable[Found]) -> list[Diagnostic]:
    return [
        place(where.file, rule.code, finding, where.route, where.item.id)
        if isinstance(where, ItemView)
        else place(where, rule.code, finding, (), _item_at(where, finding.route))
        for rule, where, finding in found
    ]


def _item_at(file: LoadedFile, route: Route) -> str | None:
    """The id of the item that a route from the top of the file leads into."""
    item = locate(file.node, route[:2]) if route[:1] == ("items",) and file.node is not None else None
    return text_of(item, "id") or None if isinstance(item, Mapping) else None


class _Kept:
    """What an earlier run found of files that did not change since, and what is kept for a later one."""

    def __init__(self, cache: Cache, library: Library, rules: tuple[Rule, ...]) -> None:
        codes = sorted(rule.code.id for rule in rules)
        self.context = repr((codes, bool(library.misconceptions)))
        self.cache = cache
        self.stems = 0
        self.untraced: dict[str, FileView] = {}
        self.ids: dict[str, str] = {}

    def recall(self, views: Iterable[FileView]) -> dict[str, list[Diagnostic]]:
        """What the rules of single items and files found, by path; items get what is compared between files."""
        self.stems = recall_stems(self.cache)
        known = {}
        for view in views:
            ids = self.ids[view.file.path] = _ids(view)
            traces = self.cache.key("traces", view.file.text, ids)
            if view.items and not recall_traces(self.cache, traces, view.items):
                self.untraced[traces] = view
            for first in view.items[:1]:
                first.memory = memory(self.cache, traces)
            found = recall(self.cache, self._key(view))
            if found is not None:
                known[view.file.path] = found
        return known

    def keep(self, view: FileView, found: list[Diagnostic]) -> list[Diagnostic]:
        """Keep what was found in a file now."""
        keep(self.cache, self._key(view), found)
        return found

    def keep_traces(self, found: Iterable[Traces]) -> None:
        """Keep those that were not there, and the stems."""
        for (key, view), traces in zip(self.untraced.items(), found, strict=True):
            keep_traces(self.cache, key, view.items, traces)
        if len(STEMS) > GROWTH * self.stems:
            keep_stems(self.cache)

    def _key(self, view: FileView) -> str:
        return of_file(self.cache, view.file.path, view.file.text, self.context + self.ids[view.file.path])


def _ids(view: FileView) -> str:
    """Ids that earlier files took leave items out."""
    return "" if view.file.decoded is None else " ".join(item.item.id for item in view.items)
