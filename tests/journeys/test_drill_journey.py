import pytest
from hypothesis import given
from hypothesis import strategies as st

from cps_quiz.bank.decode_bank import DecodedBank
from cps_quiz.bank.library import Library, LoadedFile
from cps_quiz.core.bank import Bank, Item, ItemId, Level, Misconception, TopicId
from cps_quiz.core.curriculum import Curriculum, Topic
from cps_quiz.core.drill import Answer, Drill, Move, Wanted
from cps_quiz.core.interaction import MisconceptionId, Option
from cps_quiz.core.report import Report, report
from cps_quiz.core.response import Chosen, Response
from cps_quiz.errors import NothingToAskError, UnknownNameError
from cps_quiz.item_types.single import Single
from cps_quiz.journeys.drill import prepare, run

OPTIONS = (
    Option("Ask", True, "It opens."),
    Option("Tell", False, "It closes.", MisconceptionId("directing-actions")),
)


def item(name: str, topic: str = "goal-setting", level: Level | None = None) -> Item:
    return Item(ItemId(name), "single", "What now?", TopicId(topic), Single(OPTIONS), level=level)


def drill_of(names: str) -> Drill:
    return Drill.start(map(item, names), seed=1)


class FakeScreen:
    """Does what its script says, word by word, and keeps what it was shown.

    At a question `right` and `wrong` answer, other words are moves, and `^C` interrupts. After
    the script it answers right and goes on.
    """

    def __init__(self, script: str) -> None:
        self.script = script.split()
        self.shown: list[str] = []
        self.drills: list[Drill] = []
        self.reports: list[Report] = []

    def ask(self, drill: Drill) -> Response | Move:
        self._show(f"{drill.queue[0].item.id}?", drill)
        word = self._word("right")
        return Chosen((0 if word == "right" else 1,)) if word in {"right", "wrong"} else Move(word)

    def feedback(self, drill: Drill, answer: Answer) -> Move:
        assert answer.turn is drill.queue[0]
        self._show(f"{answer.turn.item.id}{'+' if answer.score.full else '-'}", drill)
        return Move(self._word("next"))

    def summary(self, report: Report) -> None:
        self.reports.append(report)

    def _show(self, what: str, drill: Drill) -> None:
        self.shown.append(what)
        self.drills.append(drill)

    def _word(self, otherwise: str) -> str:
        word = self.script.pop(0) if self.script else otherwise
        if word == "^C":
            raise KeyboardInterrupt
        return word


@pytest.mark.parametrize(
    ("names", "script", "shown"),
    [
        pytest.param("ab", "right next right next", "a? a+ b? b+", id="every answer is followed by its feedback"),
        pytest.param("ab", "wrong next right next right", "a? a- b? b+ a? a+", id="a miss comes back"),
        pytest.param("ab", "skip right", "a? b? b+", id="skip"),
        pytest.param("ab", "stop", "a?", id="stop at a question"),
        pytest.param("ab", "right stop", "a? a+", id="stop after an answer"),
        pytest.param("a", "flag right", "a? a? a+", id="a flag asks the same again"),
        pytest.param("a", "right flag flag next", "a? a+ a+ a+", id="a flag in the feedback shows it again"),
        pytest.param("a", "next right", "a? a? a+", id="going on from an open question asks it again"),
        pytest.param("ab", "right undo wrong", "a? a+ a? a- b? b+ a? a+", id="undo in the feedback"),
        pytest.param("ab", "right next undo wrong", "a? a+ b? a? a- b? b+ a? a+", id="undo at the next question"),
        pytest.param(
            "abc",
            "right next right next undo undo",
            "a? a+ b? b+ c? b? a? a+ b? b+ c? c+",
            id="undo twice goes back two",
        ),
        pytest.param("a", "undo right", "a? a? a+", id="nothing to undo"),
        pytest.param("ab", "right next skip", "a? a+ b?", id="skipping the last one ends it"),
        pytest.param(
            "abc", "right next skip undo", "a? a+ b? c? a? a+ b? b+ c? c+", id="undo past a skip asks both again"
        ),
        pytest.param("a", "right undo", "a? a+ a? a+", id="undo after the last answer goes on"),
    ],
)
def test_each_move_leads_where_it_should(names: str, script: str, shown: str) -> None:
    screen = FakeScreen(script)
    run(drill_of(names), screen)
    assert screen.shown == shown.split()
    assert len(screen.reports) == 1


def test_an_undone_miss_leaves_no_trace() -> None:
    screen = FakeScreen("wrong undo right next")
    drill = run(drill_of("ab"), screen)
    assert [(answer.turn.item.id, answer.score.full) for answer in drill.answers] == [("a", True), ("b", True)]
    assert screen.reports[0].misconceptions == ()
    assert (screen.reports[0].right, screen.reports[0].asked) == (2, 2)


def test_flags_outlive_undoing() -> None:
    screen = FakeScreen("flag right flag flag next flag right next undo undo right next right next right next")
    drill = run(drill_of("abc"), screen)
    assert drill.flagged == {"a", "b"}
    assert screen.reports[0].flagged == ("a", "b")


def test_the_feedback_shows_a_flag_that_was_just_set() -> None:
    screen = FakeScreen("right flag next")
    run(drill_of("a"), screen)
    assert [bool(drill.flagged) for drill in screen.drills] == [False, False, True]


def test_the_feedback_is_given_the_order_in_which_the_question_was_shown() -> None:
    screen = FakeScreen("wrong next right next wrong next")
    run(drill_of("ab"), screen)
    questions, feedbacks = screen.drills[::2], screen.drills[1::2]
    assert [drill.order() for drill in questions] == [drill.order() for drill in feedbacks]


@pytest.mark.parametrize(
    ("script", "answered"),
    [
        pytest.param("^C", 0, id="at the first question"),
        pytest.param("right next ^C", 1, id="at a later question"),
        pytest.param("right ^C", 1, id="in the feedback: the answer counts"),
    ],
)
def test_an_interruption_tells_the_summary_and_goes_on(script: str, answered: int) -> None:
    screen = FakeScreen(script)
    with pytest.raises(KeyboardInterrupt):
        run(drill_of("ab"), screen)
    assert [(told.asked, told.unmet) for told in screen.reports] == [(answered, 2 - answered)]


WORDS = st.lists(st.sampled_from(["right", "wrong", *(move.value for move in Move)]), max_size=40)


class ModelScreen(FakeScreen):
    """Keeps by itself which answers stand and what is flagged; in the feedback, takes only moves that fit there."""

    def __init__(self, words: list[str]) -> None:
        super().__init__(" ".join(words))
        self.standing: list[tuple[str, bool]] = []
        self.flagged: set[str] = set()

    def ask(self, drill: Drill) -> Response | Move:
        reply = super().ask(drill)
        if isinstance(reply, Chosen):
            self.standing.append((drill.queue[0].item.id, reply == Chosen((0,))))
            return reply
        return self._noted(drill, reply)

    def feedback(self, drill: Drill, answer: Answer) -> Move:
        if self.script and self.script[0] in {"right", "wrong", "skip"}:
            self.script[0] = "next"
        return self._noted(drill, super().feedback(drill, answer))

    def _noted(self, drill: Drill, reply: Response | Move) -> Move:
        assert isinstance(reply, Move)
        if reply is Move.UNDO:
            del self.standing[-1:]
        if reply is Move.FLAG:
            self.flagged ^= {drill.queue[0].item.id}
        return reply


@given(names=st.integers(1, 5), words=WORDS)
def test_any_sequence_of_moves_ends_with_each_standing_answer_counted_once(names: int, words: list[str]) -> None:
    screen = ModelScreen(words)
    drill = run(drill_of("abcde"[:names]), screen)
    assert [(answer.turn.item.id, answer.score.full) for answer in drill.answers] == screen.standing
    assert drill.flagged == screen.flagged
    assert screen.reports == [report(drill)]
    assert drill.turn is None or "stop" in words


def library_of(*items: Item) -> Library:
    """A library of one bank; its curriculum has two topics, one of them without a question."""
    topics = {TopicId(id_): Topic(TopicId(id_), id_) for id_ in ("goal-setting", "reflection")}
    known = {
        MisconceptionId(id_): Misconception(MisconceptionId(id_), id_, "It is.", "It harms.", "Ask.")
        for id_ in ("directing-actions", "judging")
    }
    decoded = DecodedBank(Bank("bank", "Bank", items), tuple(range(len(items))), frozenset())
    return Library((LoadedFile("bank.yaml", "", decoded=decoded),), Curriculum("c", "C", topics, known, {}))


LIBRARY = library_of(
    item("a", level=Level.RECALL),
    item("b", level=Level.APPLY),
    item("c")._replace(retired=True, level=Level.ANALYZE),
    item("d", topic="first-aid"),
)


@pytest.mark.parametrize(
    ("wanted", "count", "ids"),
    [
        pytest.param(Wanted(), 10, {"a", "b", "d"}, id="everything but what is retired"),
        pytest.param(Wanted(topics=frozenset({TopicId("goal-setting")})), 10, {"a", "b"}, id="a topic"),
        pytest.param(Wanted(topics=frozenset({TopicId("first-aid")})), 10, {"d"}, id="a topic that only the bank has"),
        pytest.param(Wanted(level=Level.APPLY), 10, {"b"}, id="a level"),
        pytest.param(
            Wanted(misconception=MisconceptionId("directing-actions")), 10, {"a", "b", "d"}, id="a misconception"
        ),
    ],
)
def test_a_drill_is_prepared_of_what_is_wanted(wanted: Wanted, count: int, ids: set[str]) -> None:
    drill = prepare(LIBRARY, wanted, count, seed=1)
    assert {turn.item.id for turn in drill.queue} == ids
    assert drill.total == len(ids)


def test_a_drill_is_as_long_as_wanted_and_the_same_for_the_same_seed() -> None:
    assert prepare(LIBRARY, Wanted(), 2, seed=4) == prepare(LIBRARY, Wanted(), 2, seed=4)
    assert prepare(LIBRARY, Wanted(), 2, seed=4).total == 2


@pytest.mark.parametrize(
    ("wanted", "sentence", "hint"),
    [
        pytest.param(
            Wanted(topics=frozenset({TopicId("goal-seting")})),
            'There is no topic "goal-seting".',
            "Did you mean goal-setting? There are: first-aid, goal-setting, reflection.",
            id="a topic mistyped",
        ),
        pytest.param(
            Wanted(misconception=MisconceptionId("jugding")),
            'There is no misconception "jugding".',
            "Did you mean judging? There are: directing-actions, judging.",
            id="a misconception mistyped",
        ),
        pytest.param(
            Wanted(topics=frozenset({TopicId("xyzzy")})),
            'There is no topic "xyzzy".',
            "There are: first-aid, goal-setting, reflection.",
            id="nothing like it",
        ),
        pytest.param(
            Wanted(topics=frozenset(map(TopicId, ("xg", "xc", "xf", "xb", "xe", "xd", "xa", "reflection")))),
            'There is no topic "xa".',
            "There are: first-aid, goal-setting, reflection.",
            id="of several the first in order, on every run",
        ),
    ],
)
def test_an_unknown_name_is_told_with_what_there_is(wanted: Wanted, sentence: str, hint: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        prepare(LIBRARY, wanted, 10, seed=1)
    assert (caught.value.sentence, caught.value.hint) == (sentence, hint)


@pytest.mark.parametrize(
    "wanted",
    [
        pytest.param(Wanted(topics=frozenset({TopicId("reflection")})), id="a topic without questions"),
        pytest.param(Wanted(level=Level.ANALYZE), id="a level of retired ones only"),
        pytest.param(Wanted(misconception=MisconceptionId("judging")), id="a misconception that tempts nowhere"),
        pytest.param(
            Wanted(topics=frozenset({TopicId("first-aid")}), level=Level.APPLY), id="conditions that exclude each other"
        ),
    ],
)
def test_a_drill_of_nothing_is_an_error(wanted: Wanted) -> None:
    with pytest.raises(NothingToAskError):
        prepare(LIBRARY, wanted, 10, seed=1)
