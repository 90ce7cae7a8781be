"""Showing a preview: on a screen, in lines, or as a page."""

import sys
from collections.abc import Sequence
from pathlib import Path
from time import sleep

from cps_quiz.cli.wiring import say, terminal_keys
from cps_quiz.journeys.preview import Preview, preview, stamp
from cps_quiz.ui.drawing.look import Look
from cps_quiz.ui.reading.preview_screen import SECONDS, PreviewScreen, Shown, say_preview


def show(paths: Sequence[Path], look: Look, *, watch: bool) -> None:
    """Show what there is to see at `paths`, again whenever one of the files was written if they are watched."""
    follower = _Follower(paths, preview(paths))
    if look.plain or not (sys.stdin.isatty() and sys.stdout.isatty()):
        _say(follower, watch=watch)
        return
    with terminal_keys() as keys:
        if keys is None:
            _say(follower, watch=watch)
            return
        from cps_quiz.ui.drawing.console import full_screen

        with full_screen() as console:
            PreviewScreen(console, keys, look, follower.shown).run(follower.again if watch else None)


def _say(follower: "_Follower", *, watch: bool) -> None:
    say_preview(follower.shown, say)
    while watch:
        sleep(SECONDS)
        shown = follower.again()
        if shown is not None:
            say_preview(shown, say)


class _Follower:
    """Reads the files again when one of them was written."""

    def __init__(self, paths: Sequence[Path], found: Preview) -> None:
        self.paths = paths
        self.stamp = found.stamp
        self.shown = _shown(found)

    def again(self) -> Shown | None:
        """What there is to see now; None where nothing changed."""
        if stamp([Path(path) for path, _ in self.stamp]) == self.stamp:
            return None
        found = preview(self.paths)
        self.stamp = found.stamp
        return _shown(found)


def _shown(found: Preview) -> Shown:
    return Shown([(entry.item, entry.notes) for entry in found.entries], found.others, found.glossary)


def write_page(paths: Sequence[Path], html: Path) -> None:
    """Write a page for the browser."""
    from cps_quiz.bank.saving import replace_text
    from cps_quiz.core.counting import counted
    from cps_quiz.pages.preview_page import preview_page

    shown = _shown(preview(paths))
    replace_text(html, preview_page("Preview", shown.entries, shown.others, shown.glossary))
    say(f"{html} has {counted(len(shown.entries), 'question')}. Open it in a browser.")
