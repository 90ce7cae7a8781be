"""The most usual words for fields in German, Spanish, French and Portuguese, without their accents."""


def _table(**ours: str) -> dict[str, str]:
    """From each of the words behind one of our fields to that field."""
    return {word: name for name, words in ours.items() for word in words.split()}


FOR_BANK = _table(
    title="titulo titre",
    topic="thema tema theme",
    language="sprache idioma langue lingua",
    items="fragen preguntas perguntas",
)
FOR_ITEM = _table(
    stem="frage pregunta pergunta",
    options="antworten antwortmoglichkeiten optionen opciones respuestas reponses choix opcoes respostas alternativas",
    topic="thema tema theme",
    why="erklarung begrundung warum explicacion porque por_que explication pourquoi explicacao",
)
KEYS = _table(
    answer="antwort losung richtige_antwort respuesta respuesta_correcta"
    " reponse bonne_reponse resposta resposta_correta resposta_certa"
).keys()
"""What says beside the options which of them is right."""

FOR_OPTION = _table(
    correct="richtig korrekt correcta correcto correcte juste correta correto certa certo"
    " richtige_antwort respuesta_correcta bonne_reponse reponse_correcte resposta_correta resposta_certa",
    wrong="falsch inkorrekt incorrecta incorrecto falsa falso incorrecte fausse faux incorreta incorreto errada errado"
    " falsche_antwort respuesta_incorrecta mauvaise_reponse reponse_incorrecte resposta_incorreta resposta_errada",
    why="erklarung begrundung warum explicacion porque por_que explication pourquoi explicacao",
)
