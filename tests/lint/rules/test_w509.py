"""W509: labels for people."""

import pytest
from choices import found, single
from reading import library

from cps_quiz.core.questions.bank import Item
from cps_quiz.lint.english.labels import labels
from cps_quiz.lint.english.words import wordlist
from cps_quiz.lint.rules import rules
from cps_quiz.lint.run import run

FIELD = "Luis is a peer specialist. "


def about(text: str) -> Item:
    return single(f"{text} What now? | To ask | To tell")


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        pytest.param("Dana is an addict.", "addict", id="addict"),
        pytest.param("He is a recovering alcoholic.", "recovering alcoholic", id="alcoholic"),
        pytest.param("Schizophrenics come here.", "Schizophrenics", id="schizophrenics"),
        pytest.param("Dana is bipolar.", "is bipolar", id="is bipolar"),
        pytest.param("It is for the mentally ill.", "the mentally ill", id="the mentally ill"),
        pytest.param("It is a shelter for the homeless.", "the homeless", id="the homeless"),
        pytest.param("He was a junkie.", "junkie", id="junkie"),
        pytest.param("Dana suffers from depression.", "suffers from depression", id="suffers from"),
        pytest.param("Dana has suffered from severe anxiety.", "suffered from severe anxiety", id="suffered from"),
        pytest.param("Her son, who suffers from it, calls.", "who suffers from", id="who suffers from"),
        pytest.param("Her brother committed suicide.", "committed suicide", id="committed suicide"),
        pytest.param("She is a frequent flyer at the hospital.", "frequent flyer", id="frequent flyer"),
        pytest.param("Her urine test was dirty.", "test was dirty", id="a dirty test"),
        pytest.param("She tested clean.", "tested clean", id="tested clean"),
        pytest.param("She has been clean for a year.", "been clean", id="been clean"),
        pytest.param("He has a history of substance abuse.", "substance abuse", id="substance abuse"),
        pytest.param("He is a drug abuser.", "drug abuser", id="drug abuser"),
        pytest.param("She is wheelchair-bound.", "wheelchair-bound", id="wheelchair-bound"),
        pytest.param("Her behavior is attention-seeking.", "attention-seeking", id="attention-seeking"),
    ],
)
def test_a_label_is_found_wherever_it_stands(text: str, phrase: str) -> None:
    assert [finding.phrase for finding in found("W509", about(text))] == [phrase]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Dana is in recovery from an addiction.", id="addiction"),
        pytest.param("She goes to Alcoholics Anonymous.", id="Alcoholics Anonymous"),
        pytest.param("She gave up alcoholic drinks.", id="alcoholic drinks"),
        pytest.param('Dana says, "I am an addict."', id="speech"),
        pytest.param("Dana says, “I\u2019m an addict.”", id="speech in curly quotes"),
        pytest.param("She asks about bipolar disorder.", id="bipolar disorder"),
        pytest.param("SAMHSA is the Substance Abuse and Mental Health Services Administration.", id="SAMHSA"),
        pytest.param("She stays in the homeless shelter.", id="the homeless shelter"),
        pytest.param("The plan suffers from haste.", id="a plan suffers"),
        pytest.param("She wears clean clothes and cleans the kitchen.", id="clean clothes"),
        pytest.param("She got clean sheets.", id="got clean sheets"),
        pytest.param("The dishes are dirty.", id="dirty dishes"),
        pytest.param("She talks about a suicide in the family.", id="suicide"),
        pytest.param("She has frequent flyer miles.", id="frequent flyer miles"),
    ],
)
def test_other_words_are_not(text: str) -> None:
    assert found("W509", about(FIELD + text)) == []


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        pytest.param("The client is late.", "client", id="client"),
        pytest.param("Clients come first.", "Clients", id="clients"),
        pytest.param("The patient is late.", "The patient", id="patient"),
        pytest.param("He sees six patients.", "patients", id="patients"),
        pytest.param("Consumers choose.", "Consumers", id="consumers"),
        pytest.param("He asks his peer.", "his peer", id="his peer"),
        pytest.param("Her peer says little.", "Her peer", id="her peer"),
        pytest.param("A peer asks for help.", "A peer", id="a peer asks"),
        pytest.param("It is the peer's goal.", "the peer's", id="the peer's"),
        pytest.param("He helps a peer plan.", "helps a peer", id="helps a peer"),
        pytest.param("He helps peers plan.", "helps peers", id="helps peers"),
        pytest.param("She is non-compliant.", "non-compliant", id="non-compliant"),
    ],
)
def test_a_role_as_a_label_is_found_in_items_about_peer_support(text: str, phrase: str) -> None:
    assert [finding.phrase for finding in found("W509", about(FIELD + text))] == [phrase]
    assert found("W509", about(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Her peer specialist is late.", id="peer specialist"),
        pytest.param("She likes peer support and her peer support group.", id="peer support"),
        pytest.param("A peer worker asks.", id="peer worker"),
        pytest.param("A peer-run center opens.", id="peer-run"),
        pytest.param("She talks with her peers at school.", id="peers as equals"),
        pytest.param("He speaks as a peer.", id="as a peer"),
        pytest.param("Be patient.", id="be patient"),
        pytest.param("He is a patient, kind listener.", id="a patient listener"),
        pytest.param("He has a patient way.", id="a patient way"),
        pytest.param("She reads about consumer protection.", id="consumer protection"),
        pytest.param('"You are my client," he says.', id="speech"),
    ],
)
def test_the_same_words_as_no_label_are_not(text: str) -> None:
    assert found("W509", about(FIELD + text)) == []


def test_it_says_what_to_say_instead() -> None:
    (finding,) = found("W509", about(f"{FIELD}The client is late."))
    assert finding.help == 'say instead: "the person", or the name'


def test_every_text_of_an_item_is_read() -> None:
    item = single("Is Dana an addict? | An addict | No addict")._replace(hint="What does an addict want?")
    routes = [("stem",), ("hint",), ("options", 0, "correct"), ("options", 1, "wrong")]
    assert [finding.route for finding in found("W509", item)] == routes


def test_a_scenario_is_found_once_at_its_own_place() -> None:
    text = (
        "format: 1\nbank: x\ntitle: X\ntopic: goal-setting\nscenarios:\n  talk: Dana, a client, is late.\nitems:\n"
    ) + "".join(
        f"- id: item-{n}\n  scenario: talk\n  stem: What should her peer specialist do?\n"
        "  options: [{correct: Ask, why: So.}, {wrong: Tell, why: No.}]\n"
        for n in (1, 2)
    )
    assert [(d.span.line, d.span.column) for d in run(library(text), [rules()["W509"]])] == [(6, 17)]


def test_every_label_has_what_to_look_for_what_is_wrong_and_what_to_say() -> None:
    for name in ("labels", "role-labels"):
        assert {len(line.split("\t")) for line in wordlist(name)} == {4}


def test_a_text_without_labels_is_not_asked_for_its_field() -> None:
    def never() -> bool:
        raise AssertionError

    assert list(labels([(("stem",), "Dana is late.")], "dana is late.", never)) == []
