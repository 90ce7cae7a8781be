"""A curriculum that extends the shipped one."""

from reading import library

OWN = "format: 1\ncurriculum: mine\ntitle: Mine\nextends: ma-cps\ntopics:\n  ethics: {title: Ethics}\n"
BANK = "format: 1\nbank: b\ntitle: B\ntopic: ethics\nitems:\n- {id: a, type: order, stem: S?, steps: [x, y], why: W}\n"


def test_it_adds_a_topic_and_keeps_the_shipped_ones() -> None:
    found = library(BANK, OWN)

    assert found.diagnostics == ()
    assert {"ethics", "goal-setting"} <= found.curriculum.topics.keys()
    assert "giving-advice" in found.misconceptions


def test_only_what_is_known_can_be_extended() -> None:
    (problem,) = library(OWN.replace("ma-cps", "other")).diagnostics

    assert (problem.code.id, problem.message) == ("R103", 'no curriculum is called "other"')
    assert problem.help == "the shipped one is called `ma-cps`"
