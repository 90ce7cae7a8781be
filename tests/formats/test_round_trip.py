import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from interchange import TWO_WAY, comes_back, context, expected, sent, shipped_library, shown, single_item

from cps_quiz.core.questions.bank import Item, ItemId, Level, Scenario, TopicId
from cps_quiz.core.questions.interaction import MisconceptionId, ObjectiveId, Option
from cps_quiz.formats import formats
from cps_quiz.formats.exchange.losses import can_hold, losses
from cps_quiz.item_types.multiple import Multiple
from cps_quiz.item_types.order import Order
from cps_quiz.item_types.single import Single


@pytest.mark.parametrize("name", TWO_WAY)
def test_every_shipped_item_comes_back_but_for_what_the_table_says(name: str) -> None:
    library = shipped_library()
    format_, told = formats()[name], context(library)
    items = [item for item in library.items if can_hold(format_, item)]
    back = {read.item.id: read.item for read in sent(format_, items, told).items}
    wanted = {item.id: expected(format_, item, told) for item in items if comes_back(format_, item)}
    assert {item.type for item in items if item.id not in wanted} <= {"reflection"}
    assert len(wanted) >= 288  # all but order and reflection
    assert {id_: item._replace(source=None) for id_, item in back.items()} == wanted


def test_formats_that_come_and_go_are_these() -> None:
    assert TWO_WAY == ("brightspace", "canvas", "csv", "gift", "moodle", "xlsx")


SIGNS = "ab Z09'\"~=#{}:\\%$<>&;/*_-+.!?()[]|^`@,\u00e9\u05d0\u0627\u6771\U0001f600"
WORDS = st.text(st.sampled_from(SIGNS), min_size=1, max_size=25).map(lambda text: " ".join(text.split())).filter(bool)
PLAIN_ID = st.sampled_from(["m-one", "m-two", "third-one"])


def options(right: bool) -> st.SearchStrategy[Option]:  # noqa: FBT001 - it is what the options are
    label = st.sampled_from(["misconception", "objective", ""]) if not right else st.just("")
    return st.builds(_option, WORDS, st.just(right), WORDS, label, PLAIN_ID)


def _option(text: str, right: bool, why: str, label: str, id_: str) -> Option:  # noqa: FBT001
    return Option(
        text,
        right,
        why,
        misconception=MisconceptionId(id_) if label == "misconception" else None,
        objective=ObjectiveId(f"aim-{id_}") if label == "objective" else None,
    )


CHOICES = st.tuples(options(right=True), st.lists(options(right=False), min_size=1, max_size=4))
BODIES = st.one_of(
    CHOICES.map(lambda pair: ("single", Single((*pair[1], pair[0])))),
    st.tuples(CHOICES, options(right=True)).map(
        lambda found: ("multiple", Multiple((found[1], *found[0][1], found[0][0])))
    ),
    st.tuples(st.lists(WORDS, min_size=2, max_size=6), WORDS).map(
        lambda pair: ("order", Order(tuple(pair[0]), pair[1]))
    ),
)
ITEMS = st.builds(
    lambda kind, stem, hint, scenario, level, tags: Item(
        ItemId("some-item-1"),
        kind[0],
        stem,
        TopicId("reflection"),
        kind[1],
        scenario=Scenario("told", scenario) if scenario else None,
        hint=hint,
        level=level,
        tags=tuple(tags),
        set="a-set",
        negative=True,
    ),
    BODIES,
    WORDS,
    st.none() | WORDS,
    st.none() | WORDS,
    st.sampled_from([None, *Level]),
    st.lists(st.from_regex(r"[a-z]{1,8}( [a-z]{1,8})?", fullmatch=True), max_size=2),
)


@pytest.mark.parametrize("name", TWO_WAY)
@settings(max_examples=60, deadline=None)
@given(item=ITEMS)
def test_any_item_comes_back_but_for_what_the_table_says(name: str, item: Item) -> None:
    format_ = formats()[name]
    told = context()._replace(
        misconceptions={"m-one": "Mono", "m-two": "Two *or* more"}, objectives={"aim-m-one": "Aim."}
    )
    if not comes_back(format_, item):
        assert list(losses(format_, [item])) or not can_hold(format_, item)
        return
    found = sent(format_, [item], told)
    assert found.skipped == ()
    assert _shown(found.items[0].item) == _shown(expected(format_, item, told))


def _shown(value: object) -> object:
    """Every text as it is seen: which of two signs marks emphasis is no difference."""
    if isinstance(value, Item):
        return _shown(tuple(value._replace(source=None)))
    if isinstance(value, tuple):
        return tuple(map(_shown, value))
    return shown(value) if isinstance(value, str) else value


TORTURE = [
    pytest.param("~=#{}:\\ and \\n \\~ \\\\=", id="signs of GIFT"),
    pytest.param("[html]<p>not a paragraph</p>", id="a mark of GIFT"),
    pytest.param("%50% of people, ~%100%all", id="percents"),
    pytest.param("a ]]> b <![CDATA[ c", id="the end of CDATA"),
    pytest.param("<script>alert(1)</script> &amp; &lt; <b>b</b>", id="HTML"),
    pytest.param("# no heading, `no code`, [no](link), > no quote", id="Markdown of others"),
    pytest.param("*so* and **more** and _this_ * 3", id="emphasis"),
    pytest.param("one\n\ntwo\nthree\n\n- four\n- five\n\n1. six\n2. seven", id="lines and lists"),
    pytest.param("3. not one", id="a lone number"),
    pytest.param('=cmd|"/C calc"!A0', id="a formula"),
    pytest.param("@SUM(A1)", id="a formula with @"),
    pytest.param("-1+1", id="a formula with a minus"),
    pytest.param("'quoted' \"twice\" \u2019\u201c", id="quotes"),
    pytest.param("_x0041_ {{c1::x}} [sound:x] ::title::", id="codes of sheets and cards"),
    pytest.param(
        "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 \U0001f469\u200d\U0001f680 \u6771",
        id="letters of the world",
    ),
    pytest.param("// no comment", id="a comment of GIFT"),
    pytest.param("NewQuestion,MC,,", id="a row of Brightspace"),
]


@pytest.mark.parametrize("name", TWO_WAY)
@pytest.mark.parametrize("text", TORTURE)
def test_no_text_is_too_odd_for_any_format(name: str, text: str) -> None:
    format_, told = formats()[name], context()
    item = single_item(text, text, f"not {text}", "neither", why=text)
    found = sent(format_, [item, item._replace(id=ItemId("next"))], told)
    assert [_shown(one.item) for one in found.items] == [
        _shown(expected(format_, one, told)) for one in (item, item._replace(id=ItemId("next")))
    ]


@pytest.mark.parametrize("name", TWO_WAY)
def test_characters_that_may_not_be_are_taken_out_on_the_way_in_and_told(name: str) -> None:
    format_ = formats()[name]
    item = single_item("What\u202e now\u200f?", "a\x9bb", "c")
    found = sent(format_, [item], context())
    assert found.items[0].item.stem == "What now?"
    assert {loss.how for loss in found.losses} >= {"lost: the invisible character U+202E"}
