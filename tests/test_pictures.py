"""The pictures in README show the program as it is."""

import re
from pathlib import Path

import pytest
from screens import DRAWN_FROM, FOLDER, digest, page, screens

README = Path(__file__).parent.parent / "README.md"
DRAW = "draw them anew: python tests/screens.py"


@pytest.fixture(scope="module")
def drawn() -> dict[str, str]:
    return screens()


@pytest.mark.parametrize("name", ["home", "question", "explanation", "exam-result", "check"])
def test_a_screen_of_the_terminal_is_pictured_as_it_is(drawn: dict[str, str], name: str) -> None:
    assert drawn[f"{name}.svg"] == (FOLDER / f"{name}.svg").read_text(encoding="utf-8"), DRAW


def test_the_pictures_of_the_page_were_drawn_from_this_page() -> None:
    """A browser draws letters a little otherwise on each machine, so pixels are not compared."""
    assert digest(page()) == DRAWN_FROM.read_text(encoding="utf-8").strip(), DRAW


def test_a_picture_loads_nothing(drawn: dict[str, str]) -> None:
    for text in drawn.values():
        assert "url(" not in text.replace("url(#", "")
        assert "http" not in text.replace('xmlns="http://www.w3.org/2000/svg"', "")


def test_readme_shows_every_picture_and_describes_it() -> None:
    shown = re.findall(r'<img src="\.github/screens/([^"]+)" alt="([^"]+)"', README.read_text(encoding="utf-8"))

    assert {name for name, _ in shown} == {path.name for path in FOLDER.iterdir()} - {DRAWN_FROM.name}
    assert all(len(alt.split()) > 4 for _, alt in shown)
