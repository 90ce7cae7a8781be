"""Answers from single keys, told back in lines: a terminal in plain mode."""

from collections.abc import Sequence

from cps_quiz.core.drill.drill import Move
from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.explanation import LETTERS
from cps_quiz.core.questions.interaction import Arrange, ChooseOne, Interaction, Write
from cps_quiz.core.questions.response import Response
from cps_quiz.ui.drill.plain import Say
from cps_quiz.ui.listening.asked_keys import CONFIDENCES, OFFERED
from cps_quiz.ui.listening.keys import ENDED, ENTER, RESIZED, Keys
from cps_quiz.ui.listening.question_keys import OpenQuestion, press
from cps_quiz.words import drill as drill_words
from cps_quiz.words import keys as key_words

_AFTER = {
    ENTER: Move.NEXT,
    "n": Move.NEXT,
    " ": Move.NEXT,
    "u": Move.UNDO,
    "f": Move.FLAG,
    "q": Move.STOP,
    ENDED: Move.STOP,
}


class KeyAnswers:
    """Reads keys and says what each did."""

    def __init__(self, say: Say, keys: Keys) -> None:
        self.say = say
        self.keys = keys
        self._open = OpenQuestion()

    def answer(self, item: Item, order: tuple[int, ...], *, anew: bool, why: str) -> Response | Move:
        """The answer to a question that was just shown; what was chosen of it before stays, unless `anew`."""
        interaction = item.body.interaction()
        if anew:
            self._open = self._written(interaction, order) if isinstance(interaction, Write) else OpenQuestion()
            self.say(key_words.DRILL_KEYS)
        while True:
            key = self.keys.read()
            if key == RESIZED:
                continue
            reply = press(self._open, interaction, order, key)
            if not isinstance(reply, OpenQuestion):
                self._tell_chosen(interaction, key)
                return reply
            if reply.why:
                self.say(why)
            self._open = self._tell(self._open, reply._replace(why=False), item)

    def confidence(self) -> Confidence | None:
        """Wait for 1, 2, 3 or Enter."""
        while (key := self.keys.pressed()) not in {ENTER, ENDED}:
            if key in CONFIDENCES:
                return CONFIDENCES[key]
            self.say(key_words.SURE_KEYS)
        return None

    def accepts(self) -> Move:
        """Wait for Enter, n or q."""
        while (key := self.keys.read()) not in OFFERED:
            pass
        return OFFERED[key]

    def pause(self, others: Sequence[str], *, anew: bool) -> Move:
        """Wait for the learner to go on; `v` says `others`, `?` the keys."""
        keys = key_words.after_typed(others)
        if anew:
            self.say(keys)
        while (key := self.keys.read()) not in _AFTER:
            if key == "v":
                for line in others:
                    self.say(line)
            if key in {"v", "?"}:
                self.say(keys)
        self.say("")
        return _AFTER[key]

    def ended(self) -> bool:
        """A terminal can always answer."""
        return False

    def _tell(self, before: OpenQuestion, after: OpenQuestion, item: Item) -> OpenQuestion:
        if after.help:
            for key, meaning in key_words.drill_help(item):
                self.say(f"{key}: {meaning}")
            return after._replace(help=False)
        if after.hint:
            self.say(f"{drill_words.HINT} {item.hint}" if item.hint else drill_words.NO_HINT)
        if after.picked != before.picked:
            in_order = isinstance(item.body.interaction(), Arrange)
            self.say(drill_words.picked([LETTERS[place] for place in after.picked], in_order=in_order))
        if after.message:
            self.say(after.message)
        return after._replace(hint=False)

    def _tell_chosen(self, interaction: Interaction, key: str) -> None:
        if isinstance(interaction, ChooseOne) and len(key) == 1:
            self.say(drill_words.pressed(key))

    def _written(self, interaction: Write, order: tuple[int, ...]) -> OpenQuestion:
        self.say(drill_words.TO_TYPE)
        text = self.keys.line() or ""
        self.say(drill_words.POINTS_BY_LETTER)
        for place, index in enumerate(order):
            self.say(f"{LETTERS[place]}. {interaction.looks_for[index]}")
        return OpenQuestion(text=text)
