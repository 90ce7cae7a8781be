from collections.abc import Iterable
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cps_quiz.core.drill.drill import Answer, Drill, Effect, Move
from cps_quiz.core.drill.report import Report, report
from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.questions.bank import Item, ItemId, TopicId
from cps_quiz.core.questions.interaction import MisconceptionId, Option
from cps_quiz.core.questions.response import Chosen, Response, Written
from cps_quiz.core.record.drill_text import from_text
from cps_quiz.core.record.log import Aside, Attempt, Circumstances, Logged, Question, Waiting, logged
from cps_quiz.core.record.marks import Flag
from cps_quiz.errors import TakenOverError
from cps_quiz.item_types.reflection import Reflection
from cps_quiz.item_types.single import Single
from cps_quiz.journeys.drill.drill import Rules, run
from cps_quiz.journeys.drill.keeping import Keeper, Notices
from cps_quiz.words.steps import Step

OPTIONS = (
    Option("Ask", True, "It opens."),
    Option("Tell", False, "It closes.", MisconceptionId("directing-actions")),
)


def item(name: str) -> Item:
    return Item(ItemId(name), "single", "What now?", TopicId("goal-setting"), Single(OPTIONS))


def drill_of(names: str) -> Drill:
    return Drill.start(map(item, names), seed=1)


class FakeScreen:
    """Does what its script says, word by word, and keeps what it was shown.

    At a question `right`, `wrong` and `written` answer, other words are moves, and `^C`
    interrupts. After the script it answers right and goes on.
    """

    def __init__(self, script: str) -> None:
        self.script = script.split()
        self.shown: list[str] = []
        self.drills: list[Drill] = []
        self.reports: list[Report] = []
        self.told: list[Effect] = []

    def offer(self, offered: str) -> Move:
        raise AssertionError(offered)

    def ask(self, drill: Drill) -> Response | Move:
        self._show(f"{drill.queue[0].item.id}?", drill)
        word = self._word("right")
        replies: dict[str, Response] = {"right": Chosen((0,)), "wrong": Chosen((1,)), "written": Written("Hm.", (0,))}
        return replies.get(word) or Move(word)

    def confidence(self, drill: Drill) -> Confidence | None:
        self._show(f"{drill.queue[0].item.id} sure?", drill)
        return Confidence(self._word("sure"))

    def feedback(self, drill: Drill, answer: Answer) -> Move:
        assert answer.turn is drill.queue[0]
        self._show(f"{answer.turn.item.id}{'+' if answer.score.full else '-'}", drill)
        return Move(self._word("next"))

    def tell(self, effect: Effect) -> None:
        self.told.append(effect)

    def note(self, sentence: str) -> None:
        raise AssertionError(sentence)

    def next_step(self, report: Report, steps: list[Step]) -> Step | None:  # noqa: ARG002
        return steps[0] if steps else None

    def summary(self, report: Report, steps: list[Step]) -> None:  # noqa: ARG002
        self.reports.append(report)

    def _show(self, what: str, drill: Drill) -> None:
        self.shown.append(what)
        self.drills.append(drill)

    def _word(self, otherwise: str) -> str:
        word = self.script.pop(0) if self.script else otherwise
        if word == "^C":
            raise KeyboardInterrupt
        return word


class FakeStore:
    """Notes what it is told between what `screen` shows; with `over`, another window has taken the drill over."""

    owner = "window"
    waiting: Waiting | None = None
    moved = False

    def __init__(self, screen: FakeScreen, *, over: bool = False) -> None:
        self.shown = screen.shown
        self.over = over
        self.kept: list[Logged] = []
        self.left: Attempt | None = None
        self.flags: list[Flag] = []

    def record(self, entry: Logged, attempt: Attempt) -> bool:
        self._note(f"keep {entry.item}", attempt)
        self.kept.append(entry)
        return False

    def undo(self, answer: str, at: int, attempt: Attempt) -> None:
        assert at == milliseconds_of_now()
        self._note("take back", attempt)
        assert self.kept.pop().id == answer

    def save(self, attempt: Attempt) -> bool:
        self._note("save", attempt)
        return True

    def end(self, attempt: Attempt, at: int) -> None:
        assert at == milliseconds_of_now()
        assert all(entry.attempt == attempt.id for entry in self.kept)
        self._note("end", None)

    def keep_questions(self, questions: Iterable[Question]) -> None:
        assert list(questions)

    def keep_flag(self, flag: Flag) -> None:
        self.flags.append(flag)

    def put_aside(self, aside: Aside) -> None:
        self._note(f"aside {aside.id}", self.left)

    def check(self, attempt: str) -> None:
        assert attempt

    def _note(self, what: str, left: Attempt | None) -> None:
        if self.over:
            raise TakenOverError("drill")
        self.shown.append(what)
        self.left = left


def keeper(store: FakeStore | None) -> Keeper:
    return Keeper(store, now, lambda: 1.0, Notices(pytest.fail, pytest.fail))


def no_steps(_report: Report) -> list[Step]:
    return []


def now() -> datetime:
    return datetime(2026, 3, 1, 23, 30, tzinfo=UTC)


def milliseconds_of_now() -> int:
    return 1_772_407_800_000


@pytest.mark.parametrize(
    ("script", "told"),
    [
        pytest.param("flag flag", [Effect.FLAGGED, Effect.UNFLAGGED], id="flag at a question"),
        pytest.param("right flag flag", [Effect.FLAGGED, Effect.UNFLAGGED], id="flag in the feedback"),
        pytest.param("undo", [Effect.NOTHING_TO_UNDO], id="nothing to undo"),
        pytest.param("skip undo", [Effect.NOTHING_TO_UNDO], id="a skip is not undone"),
        pytest.param("right undo undo", [Effect.UNDONE, Effect.NOTHING_TO_UNDO], id="undo in the feedback"),
        pytest.param("right next undo", [Effect.UNDONE], id="undo at the next question"),
        pytest.param("right next skip", [], id="what is seen anyway"),
    ],
)
def test_the_screen_is_told_what_came_of_a_move(script: str, told: list[Effect]) -> None:
    screen = FakeScreen(script)
    run_unkept(drill_of("ab"), screen)

    assert screen.told == told


def run_unkept(drill: Drill, screen: FakeScreen) -> Drill:
    return run(drill, screen, keeper(None), no_steps).drill


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
    run_unkept(drill_of(names), screen)
    assert screen.shown == shown.split()
    assert len(screen.reports) == 1


def test_an_undone_miss_leaves_no_trace() -> None:
    screen = FakeScreen("wrong undo right next")
    drill = run_unkept(drill_of("ab"), screen)
    assert [(answer.turn.item.id, answer.score.full) for answer in drill.answers] == [("a", True), ("b", True)]
    assert screen.reports[0].misconceptions == ()
    assert (screen.reports[0].right, screen.reports[0].asked) == (2, 2)


def test_flags_outlive_undoing() -> None:
    screen = FakeScreen("flag right flag flag next flag right next undo undo right next right next right next")
    drill = run_unkept(drill_of("abc"), screen)
    assert drill.flagged == {"a", "b"}
    assert screen.reports[0].flagged == ("a", "b")


def test_the_feedback_shows_a_flag_that_was_just_set() -> None:
    screen = FakeScreen("right flag next")
    run_unkept(drill_of("a"), screen)
    assert [bool(drill.flagged) for drill in screen.drills] == [False, False, True]


def test_the_feedback_is_given_the_order_in_which_the_question_was_shown() -> None:
    screen = FakeScreen("wrong next right next wrong next")
    run_unkept(drill_of("ab"), screen)
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
        run_unkept(drill_of("ab"), screen)
    assert [(told.asked, told.unmet) for told in screen.reports] == [(answered, 2 - answered)]


@pytest.mark.parametrize(
    ("script", "told"),
    [
        pytest.param(
            "right next right next", "a? keep a, a+ b? keep b, b+ end", id="an answer, before it is explained"
        ),
        pytest.param("right stop", "a? keep a, a+ end", id="a stop, which ends the sitting"),
        pytest.param("right undo wrong stop", "a? keep a, a+ take back, a? keep a, a- end", id="an answer taken back"),
        pytest.param("undo stop", "a? a? end", id="nothing where nothing can be taken back"),
        pytest.param("skip flag stop", "a? save, b? save, b? end", id="skips and flags"),
        pytest.param("right flag stop", "a? keep a, a+ save, a+ end", id="a flag in the feedback"),
    ],
)
def test_what_happens_is_kept_at_once(script: str, told: str) -> None:
    screen = FakeScreen(script)
    run(drill_of("ab"), screen, keeper(FakeStore(screen)), no_steps)
    assert " ".join(screen.shown) == told.replace(",", "")


def test_what_is_put_aside_does_not_come_again_in_this_drill() -> None:
    screen = FakeScreen("wrong next aside right undo right next right")
    left = run(drill_of("abc"), screen, keeper(FakeStore(screen)), no_steps).drill

    assert screen.told == [Effect.ASIDE, Effect.UNDONE]
    assert {answer.turn.item.id for answer in left.answers} == {"a", "c"}
    assert screen.shown.count("aside b") == 1
    assert screen.shown.count("b?") == 1


def test_a_missed_question_that_is_put_aside_where_it_is_explained_does_not_come_back() -> None:
    screen = FakeScreen("wrong aside next right next")
    left = run(drill_of("ab"), screen, keeper(FakeStore(screen)), no_steps).drill

    assert screen.told == [Effect.ASIDE]
    assert screen.shown.count("a?") == 1
    assert screen.shown.count("aside a") == 1
    assert left.skipped == ()
    assert [answer.turn.item.id for answer in left.answers] == ["a", "b"]


def test_undoing_after_that_takes_the_answer_back_and_does_not_ask_it_again() -> None:
    screen = FakeScreen("wrong aside undo right next")
    left = run(drill_of("ab"), screen, keeper(FakeStore(screen)), no_steps).drill

    assert screen.told == [Effect.ASIDE, Effect.UNDONE]
    assert [answer.turn.item.id for answer in left.answers] == ["b"]
    assert left.turn is None


def test_the_last_question_can_be_put_aside_where_it_is_explained() -> None:
    screen = FakeScreen("right aside next")
    run(drill_of("a"), screen, keeper(FakeStore(screen)), no_steps)

    assert screen.told == [Effect.ASIDE]


@pytest.mark.parametrize(
    ("script", "asked", "flagged"),
    [
        pytest.param("wrong ^C", "b c a", "", id="in the feedback of a miss"),
        pytest.param("right next flag skip ^C", "c", "b", id="after a skip and a flag"),
        pytest.param("wrong flag next right undo ^C", "b c a", "a", id="after undoing"),
    ],
)
def test_an_interrupted_drill_is_left_to_be_resumed_where_it_stood(script: str, asked: str, flagged: str) -> None:
    screen = FakeScreen(script)
    store = FakeStore(screen)
    drill = drill_of("abc")
    with pytest.raises(KeyboardInterrupt):
        run(drill, screen, keeper(store), no_steps)
    assert store.left is not None
    items = {turn.item.id: turn.item for turn in drill.queue}
    resumed = from_text(store.left.plan, store.left.seed, items, store.kept)
    assert [turn.item.id for turn in resumed.queue] == asked.split()
    assert resumed.flagged == set(flagged)
    assert report(resumed) == screen.reports[0]


def test_a_kept_answer_knows_its_time_and_the_learners_own_day() -> None:
    screen = FakeScreen("right")
    store = FakeStore(screen)
    run(drill_of("a"), screen, keeper(store), no_steps)
    (entry,) = store.kept
    assert (entry.day, entry.answered_at, entry.seconds) == ("2026-03-01", milliseconds_of_now(), 0.0)


def test_a_drill_that_was_taken_over_stops_before_it_explains() -> None:
    screen = FakeScreen("right")
    with pytest.raises(TakenOverError):
        run(drill_of("abc"), screen, keeper(FakeStore(screen, over=True)), no_steps)
    assert screen.shown == ["a?"]
    assert len(screen.reports) == 1


def test_a_drill_that_was_taken_up_in_the_middle_can_be_undone_from_its_start() -> None:
    screen = FakeScreen("undo undo undo stop")
    answered = drill_of("abc").respond(Chosen((1,))).respond(Chosen((0,)))
    store = FakeStore(screen)
    keeping = keeper(store)
    store.kept = [
        logged(answer, Circumstances(name, "earlier", None, False, 1, 1.0, 0, "2026-03-01"))
        for name, answer in zip("xy", answered.answers, strict=True)
    ]
    keeping.resume("earlier", ["x", "y"])

    left = run(answered, screen, keeping, no_steps).drill

    assert screen.told == [Effect.UNDONE, Effect.UNDONE, Effect.NOTHING_TO_UNDO]
    assert left.queue == drill_of("abc").queue
    assert (store.kept, left.answers) == ([], ())


def test_confidence_is_asked_before_the_feedback_and_kept() -> None:
    screen = FakeScreen("right unsure next wrong sure stop")
    store = FakeStore(screen)
    run(drill_of("ab"), screen, keeper(store), no_steps, Rules(confidence=True))
    assert " ".join(screen.shown) == "a? a sure? keep a a+ b? b sure? keep b b- end"
    assert [entry.confidence for entry in store.kept] == [Confidence.UNSURE, Confidence.SURE]


def test_a_flag_outlasts_the_drill_and_so_does_its_being_taken_away() -> None:
    screen = FakeScreen("flag right flag stop")
    store = FakeStore(screen)
    run(drill_of("ab"), screen, keeper(store), no_steps)
    assert store.flags == [
        Flag(ItemId("a"), True, milliseconds_of_now()),
        Flag(ItemId("a"), False, milliseconds_of_now()),
    ]


def test_no_question_is_asked_after_the_time() -> None:
    screen = FakeScreen("right next wrong next")
    ends = iter([False, False, True])
    ended = run(drill_of("abc"), screen, keeper(None), no_steps, Rules(over=lambda: next(ends)))
    assert screen.shown == ["a?", "a+", "b?", "b-"]
    assert len(ended.drill.answers) == 2
    assert len(screen.reports) == 1


def test_the_step_that_was_chosen_is_handed_on_and_the_summary_is_not_told_twice() -> None:
    screen, step = FakeScreen("right next"), Step("More questions", ("drill",))
    ended = run(drill_of("a"), screen, keeper(None), lambda _report: [step])
    assert ended.step == step
    assert screen.reports == []


def test_nobody_is_asked_how_sure_they_are_of_a_reflection() -> None:
    body = Reflection(("Asks",), '"Hm."', "It counts.")
    reflection = Item(ItemId("r"), "reflection", "What would you say?", TopicId("reflection"), body)
    screen = FakeScreen("written next")
    run(Drill.start([reflection], seed=1), screen, keeper(None), no_steps, Rules(confidence=True))
    assert screen.shown == ["r?", "r+"]


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
        if self.script and self.script[0] in {"right", "wrong", "skip", "aside"}:
            self.script[0] = "next"
        return self._noted(drill, super().feedback(drill, answer))

    def _noted(self, drill: Drill, reply: Response | Move) -> Move:
        assert isinstance(reply, Move)
        if reply is Move.UNDO:
            del self.standing[-1:]
        if reply is Move.FLAG:
            self.flagged ^= {drill.queue[0].item.id}
        return reply


@settings(deadline=None)
@given(names=st.integers(1, 5), words=WORDS)
def test_any_sequence_of_moves_ends_with_each_standing_answer_counted_once(names: int, words: list[str]) -> None:
    screen = ModelScreen(words)
    drill = run_unkept(drill_of("abcde"[:names]), screen)
    assert [(answer.turn.item.id, answer.score.full) for answer in drill.answers] == screen.standing
    assert drill.flagged == screen.flagged
    assert screen.reports == [report(drill)]
    assert drill.turn is None or "stop" in words
