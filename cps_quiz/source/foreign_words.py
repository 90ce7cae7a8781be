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
FOR_OPTION = _table(
    correct="richtig korrekt correcta correcto correcte juste correta correto certa certo",
    wrong="falsch inkorrekt incorrecta incorrecto falsa falso incorrecte fausse faux incorreta incorreto errada errado",
    why="erklarung begrundung warum explicacion porque por_que explication pourquoi explicacao",
)
