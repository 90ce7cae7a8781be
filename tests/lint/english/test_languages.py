"""Which language a bank is in shows only where it is plain."""

import pytest
from checked import checked, wishes

from cps_quiz.lint.english.languages import foreign_language

SPANISH = """\
format: 1
bank: mine
title: Mine
topic: reflection
items:
  - id: mine-1
    stem: ¿Qué pregunta ayuda más a Dana en este momento?
    options:
      - correct: ¿Qué es lo que más le importa de todo esto a usted, y por qué es así para usted?
        why: La pregunta parte de lo que ella quiere y deja la decisión en sus manos.
      - wrong: Usted debería llamar hoy a la oficina para que le den una cita.
        misconception: giving-advice
        why: Es una respuesta antes de que nadie sepa cuál es la pregunta para ella.
      - wrong: ¿Prefiere llamar o escribir una carta?
        misconception: limiting-options
        why: Dos puertas parecen una elección, pero Luis ha elegido las dos por ella.
"""


def test_a_bank_in_spanish_is_told_so_once() -> None:
    (row,) = checked(SPANISH).report.splitlines()

    assert row == (
        "a.yaml:3:1: warning S004 missing-field: the texts are in Spanish, and the bank has no `language`, so it "
        "counts as English; write `language: es` on a line below `title:`, or the tag of its language if that is "
        "another one"
    )


@pytest.mark.parametrize("line", ["language: es\n", "language: en\n"])
def test_what_a_bank_says_of_itself_holds(line: str) -> None:
    assert "S004" not in checked(SPANISH.replace("topic:", f"{line}topic:")).report
    assert checked(SPANISH.replace("topic:", "language: es\ntopic:"), wishes()).report == ""


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        pytest.param("What does Dana mean when she says that it is too much for her?", "", id="one short question"),
        pytest.param("Qué ayuda más a Dana", "", id="too few words"),
        pytest.param("Respect Empathy Hope Choice Recovery Trust " * 6, "", id="English without function words"),
        pytest.param("de la pa ra ce no se te lo me " * 20, "", id="made-up words"),
        pytest.param("Quelle question aide Dana à dire ce qui compte pour elle ? " * 3, "fr", id="French"),
        pytest.param(
            "Que pergunta ajuda mais a pessoa, e por que ela não é uma resposta do Luis? " * 3, "pt", id="Portuguese"
        ),
        pytest.param(
            "Welche Frage hilft ihr, und warum ist sie nicht von dem Mann, der mit ihr spricht? " * 3, "de", id="German"
        ),
        pytest.param(
            "Ki kesyon ki ede li, epi poukisa li pa yon konsèy nan men moun ki ak li? " * 3, "ht", id="Haitian Creole"
        ),
        pytest.param("Что помогает Дане сейчас больше всего?", "ru", id="Cyrillic"),
        pytest.param("什么对她最有帮助", "zh", id="Chinese"),
        pytest.param("何が一番助けになりますか。", "ja", id="Japanese"),
        pytest.param(
            "Which word in “¿Qué es lo que más le importa?” asks for what the person wants to have most?",
            "",
            id="a quotation",
        ),
    ],
)
def test_only_what_is_plain_is_called_foreign(text: str, tag: str) -> None:
    assert foreign_language([text]) == tag
