"""`cps-quiz preview`."""

import sys
from pathlib import Path
from time import sleep
from typing import Annotated

import typer

from cps_quiz.cli.wiring import Plain, say, terminal_keys
from cps_quiz.journeys.preview import Preview, preview, stamp
from cps_quiz.ui.drawing.look import look
from cps_quiz.ui.reading.preview_screen import SECONDS, PreviewScreen, Shown, say_preview

app = typer.Typer(rich_markup_mode=None, add_completion=False)
Paths = Annotated[list[Path], typer.Argument(metavar="FILE|FOLDER...", help="Banks to look at.")]
Watch = Annotated[bool, typer.Option("--watch", help="Follow the files while they are edited.")]
Html = Annotated[Path | None, typer.Option(help="Write a page for the browser instead.")]


@app.command(name="preview")
def show_preview(paths: Paths, watch: Watch = False, html: Html = None, plain: Plain = False) -> None:
    """How questions look and what check says of them, while they are written."""
    found, seen = preview(paths), look(plain=plain)
    if html is not None:
        _write(found, html)
    elif seen.plain or not sys.stdin.isatty():
        say_preview(_shown(found), say)
        while watch and (again := _changed(paths, found)):
            found = again
            say_preview(_shown(found), say)
    else:
        from cps_quiz.ui.drawing.console import full_screen

        with terminal_keys() as keys:
            if keys is None:
                say_preview(_shown(found), say)
                return
            with full_screen() as console:
                screen = PreviewScreen(console, keys, seen, _shown(found))
                screen.run(_Follower(paths, found).again if watch else None)


class _Follower:
    """Reads the files again when one of them was written."""

    def __init__(self, paths: list[Path], found: Preview) -> None:
        self.paths = paths
        self.stamp = found.stamp

    def again(self) -> Shown | None:
        """What there is to see now; None where nothing changed."""
        if stamp([Path(path) for path, _ in self.stamp]) == self.stamp:
            return None
        found = preview(self.paths)
        self.stamp = found.stamp
        return _shown(found)


def _changed(paths: list[Path], found: Preview) -> Preview:
    while stamp([Path(path) for path, _ in found.stamp]) == found.stamp:
        sleep(SECONDS)
    return preview(paths)


def _shown(found: Preview) -> Shown:
    return Shown([(entry.item, entry.notes) for entry in found.entries], found.others, found.glossary)


def _write(found: Preview, html: Path) -> None:
    from cps_quiz.bank.saving import replace_text
    from cps_quiz.paper.preview_page import preview_page

    shown = _shown(found)
    replace_text(html, preview_page("Preview", shown.entries, shown.others, shown.glossary))
    say(f"{html} has {len(shown.entries)} questions. Open it in a browser.")
