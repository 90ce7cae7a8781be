"""Answers from single keys, told back in lines: a terminal in plain mode."""

from collections.abc import Sequence

from cps_quiz.core.drill.drill import Move, shown_texts
from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.questions.asking import asked_for
from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.explanation import LETTERS
from cps_quiz.core.questions.interaction import Arrange, ChooseOne, Interaction, Write
from cps_quiz.core.questions.response import Response, Written
from cps_quiz.ui.drill.plain import Beside, Say
from cps_quiz.ui.listening.asked_keys import CONFIDENCES, OFFERED
from cps_quiz.ui.listening.keys import ENDED, ENTER, RESIZED, WRITING, Keys
from cps_quiz.ui.listening.question_keys import OpenQuestion, press
from cps_quiz.ui.pages.choosing import by_key, chosen
from cps_quiz.ui.pages.notes import marked_in_lines
from cps_quiz.ui.pages.shelf import Notebook
from cps_quiz.words import drill as drill_words
from cps_quiz.words import key_helps
from cps_quiz.words import keys as key_words
from cps_quiz.words.steps import Step

_AFTER = {
    ENTER: Move.NEXT,
    "n": Move.NEXT,
    " ": Move.NEXT,
    "u": Move.UNDO,
    "f": Move.FLAG,
    "x": Move.ASIDE,
    "q": Move.STOP,
    ENDED: Move.STOP,
}


class KeyAnswers:
    """Reads keys and says what each did."""

    def __init__(self, say: Say, keys: Keys, notebook: Notebook) -> None:
        self.say = say
        self.keys = keys
        self.notebook = notebook
        self._open = OpenQuestion()
        self._order: tuple[int, ...] = ()

    def answer(self, item: Item, order: tuple[int, ...], *, anew: bool, why: str) -> Response | Move:
        """The answer to a question that was just shown; what was chosen of it before stays, unless `anew`."""
        interaction, self._order = item.body.interaction(), order
        if anew:
            self._open = self._written(item, interaction) if isinstance(interaction, Write) else OpenQuestion()
            self.say(key_words.DRILL_KEYS)
        while True:
            key = self.keys.read()
            if key in WRITING:
                self.say(marked_in_lines(key, item, self.notebook, self.say, self.keys))
            if key == RESIZED or key in WRITING:
                continue
            reply = press(self._open, interaction, order, key, asked_for(item))
            if not isinstance(reply, OpenQuestion):
                self._tell_chosen(interaction, key)
                if isinstance(reply, Written):
                    self.notebook.keep_draft(item, "")
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

    def pause(self, beside: Beside, *, anew: bool) -> Move:
        """Wait for the learner to go on; some keys say what is `beside`, `?` the keys."""
        keys = key_words.after_typed(beside)
        if anew:
            self.say(keys)
        while (key := self.keys.read()) not in _AFTER:
            for line in beside[key]() if key in beside else ():
                self.say(line)
            if key == "?" or key in beside:
                self.say(keys)
        self.say("")
        return _AFTER[key]

    def choose(self, steps: Sequence[Step]) -> Step | None:
        """Wait for the number of a step, or a key that leaves."""
        return chosen(steps, by_key(self.keys), self.say)

    def ended(self) -> bool:
        """A terminal can always answer."""
        return False

    def _tell(self, before: OpenQuestion, after: OpenQuestion, item: Item) -> OpenQuestion:
        if after.help:
            for key, meaning in key_helps.drill_help(item):
                self.say(f"{key}: {meaning}")
            return after._replace(help=False)
        if after.hint:
            self.say(f"{drill_words.HINT} {item.hint}" if item.hint else drill_words.NO_HINT)
        interaction, order = item.body.interaction(), self._order
        if after.picked != before.picked:
            in_order = isinstance(interaction, Arrange)
            self.say(drill_words.picked([LETTERS[place] for place in after.picked], in_order=in_order))
        elif after.mark != before.mark and after.mark is not None:
            texts = interaction.looks_for if isinstance(interaction, Write) else shown_texts(interaction, order)
            self.say(f"{LETTERS[after.mark]}. {texts[after.mark]}")
        if after.message:
            self.say(after.message)
        return after._replace(hint=False)

    def _tell_chosen(self, interaction: Interaction, key: str) -> None:
        if isinstance(interaction, ChooseOne) and len(key) == 1:
            self.say(drill_words.pressed(key))

    def _written(self, item: Item, interaction: Write) -> OpenQuestion:
        """Have an answer typed, after the draft that there is; it is kept until it is handed in."""
        draft = self.notebook.draft(item)
        for line in (drill_words.begun(draft), drill_words.TO_TYPE_ON) if draft else (drill_words.TO_TYPE,):
            self.say(line)
        try:
            text = f"{draft} {self.keys.line() or ''}".strip()
        except KeyboardInterrupt as stopped:
            self.notebook.keep_draft(item, " ".join([draft, *map(str, stopped.args)]).strip())
            raise
        self.notebook.keep_draft(item, text)
        self.say(drill_words.POINTS_BY_LETTER)
        for place, index in enumerate(self._order):
            self.say(f"{LETTERS[place]}. {interaction.looks_for[index]}")
        return OpenQuestion(text=text)
