"""W506: options that leave open how often."""

import pytest
from choices import found


@pytest.mark.parametrize(
    ("options", "words"),
    [
        pytest.param("Rarely | At each visit | Once a year", ["Rarely"], id="alone"),
        pytest.param("Ask him often | Ask him twice | Ask him once", ["often"], id="a short option"),
        pytest.param("Sometimes it is hers to say what comes next | It is his | It is ours", ["Sometimes"], id="opens"),
        pytest.param("She usually chooses by herself | He chooses | They choose", ["usually"], id="the key alone"),
        pytest.param(
            "He asks | He seldom asks her about it | He frequently asks her", ["seldom", "frequently"], id="several"
        ),
    ],
)
def test_a_frequency_that_decides_is_found(options: str, words: list[str]) -> None:
    assert [finding.phrase.lower() for finding in found("W506", f"What now? | {options}")] == [
        word.lower() for word in words
    ]


@pytest.mark.parametrize(
    "options",
    [
        pytest.param("She chooses | He usually chooses for the two of them | They choose", id="one distractor"),
        pytest.param(
            "They show that people who meet in small groups often come to trust each other | They show nothing",
            id="a long key",
        ),
        pytest.param('"I often felt so." | "I felt so." | "I know."', id="speech"),
        pytest.param("“Sometimes it helps to write.” | “Write it down.” | “Why?”", id="speech in curly quotes"),
        pytest.param("Nearly all of it | Half of it | None of it", id="a degree"),
    ],
)
def test_one_that_does_no_harm_is_not(options: str) -> None:
    assert found("W506", f"What now? | {options}") == []
