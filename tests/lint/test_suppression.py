"""Comments that silence a rule at one place."""

import pytest
from checked import checked, lines, wishes

HEAD = "format: 1\nbank: a\n"
WHYS = """\
format: 1
bank: a
title: A
topic: goal-setting
items:
  - id: a-1
    stem: What does Ana want?
    options:
      - correct: To be asked
        why: Nobody but Ana can say what she wants, so the question comes first.
      - wrong: To be told
        why: {why}
      - wrong: To be left
        why: It takes her silence for an answer. Stay and ask what she sees.
"""


def with_why(why: str) -> str:
    return WHYS.replace("{why}", why)


def helps(text: str) -> list[str]:
    """What is said about comments: message; help."""
    rows = checked(text, wishes("S011 S012 E30")).report.splitlines()
    return [row.partition("unused-ignore: ")[2] for row in rows if "S012" in row]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("title: No  # quiz: ignore[S011]", id="end of the line"),
        pytest.param("title: No  #quiz:ignore[S011]", id="without spaces"),
        pytest.param("title: No\t#  quiz:  ignore[ S011 ]  because it is a name", id="with more of them, and a reason"),
        pytest.param("# quiz: ignore[S011]\ntitle: No", id="line above"),
        pytest.param("# quiz: ignore[S011]\n# why: it is a name\ntitle: No", id="above another comment"),
        pytest.param("title: No  # quiz: ignore[yaml-surprise]", id="name"),
        pytest.param("title: No  # quiz: ignore[S]", id="prefix"),
        pytest.param("title: No  # quiz: ignore[s011]", id="small letters"),
        pytest.param("title:  # quiz: ignore[S011]\n  No", id="at the field"),
        pytest.param("title:\n  No  # quiz: ignore[S011]", id="at the text"),
        pytest.param("title:\n  # quiz: ignore[S011]\n  No", id="between field and text"),
        pytest.param("authors: [No, off]  # quiz: ignore[S011]", id="all of the line"),
        pytest.param("authors:\n  # quiz: ignore[S011]\n  - No", id="above an entry of a list"),
        pytest.param("authors: ['# quiz', No] # quiz: ignore[S011]", id="after a text with such a mark"),
    ],
)
def test_a_comment_silences(text: str) -> None:
    assert lines(f"{HEAD}{text}\n", "S011 S012") == []
    assert lines(f"{HEAD}{text}\n".replace("\n", "\r\n"), "S011 S012") == []
    assert lines(f"{HEAD}{text}", "S011 S012") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("title: No\n# quiz: ignore[S011]", ["3 S011", "4 S012"], id="line below"),
        pytest.param("# quiz: ignore[S011]\n\ntitle: No", ["3 S012", "5 S011"], id="a blank line between"),
        pytest.param("# quiz: ignore[S011]\nlicense: x\ntitle: No", ["3 S012", "5 S011"], id="two lines above"),
        pytest.param("title: No  # quiz: ignore[E303]", ["3 S011"], id="a rule that is not selected"),
        pytest.param("title: No  # quiz: ignore[S006]", ["3 S011"], id="another rule that is not selected"),
        pytest.param("title: No  # quiz: ignore", ["3 S011", "3 S012"], id="no rule"),
        pytest.param("title: No  # quiz: ignore[]", ["3 S011", "3 S012"], id="empty brackets"),
        pytest.param("title: No  # quiz: ignore[X9]", ["3 S011", "3 S012"], id="unknown rule"),
        pytest.param("title: No  # quiz: ignore[S011, X9]", ["3 S012"], id="one of two unknown"),
        pytest.param("title: No  # quiz: ignore[S011", ["3 S011", "3 S012"], id="bracket left open"),
        pytest.param("title: No# quiz: ignore[S011]", [], id="no comment but part of the text"),
        pytest.param("title: A  # quiz: ignore[S011]", ["3 S012"], id="nothing to silence"),
        pytest.param("title: A  # quiz: ignore[S]", ["3 S012"], id="nothing to silence with a prefix"),
        pytest.param("title: 'No'  # no quiz: ignore[S011]", [], id="another comment"),
        pytest.param("title: '# quiz: ignore[X9]'", [], id="inside quotes"),
        pytest.param('title: "a\n  # quiz: ignore[X9]\n  b"', [], id="inside quotes over lines"),
        pytest.param("title: |\n  # quiz: ignore[X9]\n  b", [], id="inside block text"),
        pytest.param("# quiz: ignore[S011]", ["3 S012"], id="end of the file"),
    ],
)
def test_where_it_does_not_and_what_is_said(text: str, found: list[str]) -> None:
    assert lines(f"{HEAD}{text}\n", "S011 S012") == found
    assert lines(f"{HEAD}{text}\n".replace("\n", "\r\n"), "S011 S012") == found


@pytest.mark.parametrize(
    "why",
    [
        pytest.param(">-  # quiz: ignore[E303]\n          It skips her,\n          as option B does.", id="folded"),
        pytest.param("|  # quiz: ignore[E303]\n          It skips her,\n          as option B does.", id="literal"),
        pytest.param("# quiz: ignore[E303]\n          It skips her,\n          as option B does.", id="plain"),
        pytest.param('"It skips her,\n          as option B does."  # quiz: ignore[E303]', id="after the last line"),
    ],
)
def test_a_text_of_several_lines_is_silenced_at_its_header_or_at_the_line_of_the_problem(why: str) -> None:
    assert lines(with_why(why), "E303 S012") == []
    assert lines(with_why(why).replace("\n", "\r\n"), "E303 S012") == []


def test_inside_a_block_text_it_is_text() -> None:
    text = with_why("|-\n          It skips her, as option B does.\n          # quiz: ignore[E303]")

    assert lines(text, "E303 S012") == ["13 E303"]


def test_several_codes_silence_several_rules() -> None:
    why = "option B  # quiz: ignore[E303, why-length]"

    assert lines(with_why("option B"), "E303 E306 S012") == ["12 E303", "12 E306"]
    assert lines(with_why(why), "E303 E306 S012") == []


def test_of_several_codes_the_useless_one_is_named() -> None:
    assert helps(with_why("It skips her, as option B does now and then.  # quiz: ignore[E303, E306]")) == [
        "nothing here needs E306 to be ignored; delete it"
    ]


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        pytest.param(
            "ignore", "the comment names no rule; write the code in brackets: # quiz: ignore[E303]", id="none"
        ),
        pytest.param(
            "ignore[X9]", 'the comment names "X9", which is no rule; `cps-quiz rule` lists the rules', id="X9"
        ),
        pytest.param("ignore[E303]", "nothing here needs E303 to be ignored; delete it", id="unused"),
    ],
)
def test_a_useless_comment_is_reported_with_the_cure(comment: str, said: str) -> None:
    assert helps(f"{HEAD}title: A  # quiz: {comment}\n") == [said]


def test_a_useless_comment_can_itself_be_ignored() -> None:
    assert lines(f"{HEAD}title: A  # quiz: ignore[S011]\n", "S", "S012 S004") == []


def test_a_comment_silences_what_reading_found(small_bank: str) -> None:
    text = small_bank.replace("    options:", "    level: none  # quiz: ignore[S006]\n    options:")

    assert lines(text, "S") == []


def test_thousands_of_comments_each_silence_their_own_line() -> None:
    count = 3000
    text = f"{HEAD}authors:\n" + "  - no  # quiz: ignore[S011]\n" * count + "  - off\n"

    assert lines(text, "S011 S012") == [f"{count + 4} S011"]
