"""Small files as other programs write them, and what has to be read of each."""

import pytest

from cps_quiz.core.questions.bank import Item
from cps_quiz.formats import Imported, formats
from cps_quiz.formats.exchange.tags import options_of

TO_WRITE = "TODO"


def read(name: str, text: str) -> Imported:
    reader = formats()[name].read
    assert reader
    return reader(text.encode(), f"file.{name}")


def brief(item: Item) -> list[str]:
    """The options in order, the right ones with a plus, each with its why unless that is to be written."""
    return [
        f"{'+' if option.correct else '-'} {option.text}{'' if option.why == TO_WRITE else f' | {option.why}'}"
        for option in options_of(item)
    ]


def only(name: str, text: str) -> Item:
    found = read(name, text)
    assert found.skipped == ()
    assert len(found.items) == 1
    return found.items[0].item


GIFT = [
    pytest.param("Who? {~Ann ~Bob =no one}", ["- Ann", "- Bob", "+ no one"], id="one right"),
    pytest.param("Who? {=a#Yes ~b#No}", ["+ a | Yes", "- b | No"], id="feedback for each"),
    pytest.param("So?{FALSE#was wrong#was right}", ["- True | was wrong", "+ False | was right"], id="false"),
    pytest.param("So?{T#was wrong}", ["+ True", "- False | was wrong"], id="one feedback is for the wrong choice"),
    pytest.param(r"Five? {~ \= 2 + 2 = \= 2 + 3}", ["- = 2 + 2", "+ = 2 + 3"], id="escapes"),
    pytest.param(r"Sign? {~\~ #\~ one = \ # none}", ["- ~ | ~ one", "+ \\ | none"], id="a lone backslash is one"),
    pytest.param("[html]<p>Sun?</p>{=<b>E</b> ~<i>W</i>}", ["+ **E**", "- *W*"], id="the question's markup"),
    pytest.param("Some {~%50%a ~%-50%b ~%50%c}", ["+ a", "- b", "+ c"], id="weights"),
]


@pytest.mark.parametrize(("text", "wanted"), GIFT)
def test_gift_is_read_as_moodle_reads_it(text: str, wanted: list[str]) -> None:
    assert brief(only("gift", text)) == wanted


def test_gift_takes_ids_tags_titles_and_text_around_the_answers() -> None:
    item = only("gift", "// [id:q-7] [tag:topic:reflection] [tag:two words]\n::Title::Roses are {=red ~blue} and more")
    assert (item.id, item.topic, item.tags, item.stem) == (
        "q-7",
        "reflection",
        ("two words",),
        "Roses are _____ and more",
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("Essay? {}", "an essay", id="essay"),
        pytest.param("Born? {#1822}", "numbers", id="number"),
        pytest.param("Match {=a -> b =c -> d}", "matching", id="matching"),
        pytest.param("Typed {=a =b}", "typed answers", id="short answer"),
        pytest.param("Just a text.", "without a question", id="description"),
        pytest.param("x {=1 ~2 ~3 ~4 ~5 ~6 ~7}", "7 options", id="seven options"),
    ],
)
def test_what_cannot_be_taken_is_skipped_with_its_place(text: str, said: str) -> None:
    found = read("gift", f"$CATEGORY: x\n\n{text}")
    assert [skip.where for skip in found.skipped] == ["file.gift:3:1"]
    assert said in found.skipped[0].how


def test_scoring_that_we_do_not_have_is_told() -> None:
    losses = read("gift", "Continents? {~%50%Africa ~%50%Asia ~%-100%China}").losses
    assert [(loss.field, loss.where) for loss in losses] == [("scoring", "file.gift:1:1")]
    assert "50, 50, -100" in losses[0].how


MOODLE = """<?xml version="1.0"?>
<quiz><question type="category"><category><text>x</text></category></question>
<question type="multichoice"><name><text>Capital</text></name>
<questiontext format="html"><text><![CDATA[<p>Which <b>one</b>?</p><img src="a.png">]]></text></questiontext>
<generalfeedback format="html"><text>Nice</text></generalfeedback><defaultgrade>3</defaultgrade>
<single>true</single><idnumber>cap-1</idnumber>
<answer fraction="100" format="html"><text>Bern &amp;amp; more</text>
<feedback format="html"><text>Yes.</text></feedback></answer>
<answer fraction="50" format="plain_text"><text>2 &lt; 3</text></answer>
<tags><tag><text>level:apply</text></tag></tags></question>
<question type="essay"><name><text>E</text></name></question></quiz>"""


def test_moodle_is_read_with_what_it_loses_and_where() -> None:
    found = read("moodle", MOODLE)
    item = found.items[0].item
    assert (item.id, item.stem, found.items[0].where) == (
        "cap-1",
        "Which **one**?\n\n[image: a.png]",
        "file.moodle:3:1",
    )
    assert brief(item) == ["+ Bern & more | Yes.", "- 2 < 3"]
    assert item.level
    lost = {(loss.field, loss.how) for loss in found.losses}
    assert ("defaultgrade", "lost: defaultgrade 3") in lost
    assert ("general feedback", "lost: Nice") in lost
    assert ("questiontext", "lost: an image") in lost
    assert any(field == "scoring" for field, _ in lost)
    assert [(skip.item, skip.where) for skip in found.skipped] == [("E", "file.moodle:11:1")]


def test_a_moodle_question_without_an_idnumber_is_known_by_its_name() -> None:
    first = read("moodle", MOODLE.replace("<idnumber>cap-1</idnumber>", "")).items[0].item
    again = read("moodle", MOODLE.replace("<idnumber>cap-1</idnumber>", "").replace("Which", "What")).items[0].item
    assert first.id == again.id
    assert first.id.startswith("capital-")


QTI = """<?xml version="1.0"?><!DOCTYPE questestinterop SYSTEM "x.dtd">
<questestinterop><assessment><section><item ident="i1" title="Question"><presentation>
<material><mattext texttype="text/html">&lt;p&gt;Which?&lt;/p&gt;</mattext></material>
<response_lid ident="r" rcardinality="Single"><render_choice>
<response_label ident="1"><material><mattext>A &amp; a</mattext></material></response_label>
<response_label ident="2"><material><mattext>B</mattext></material></response_label>
</render_choice></response_lid></presentation><resprocessing>
<respcondition continue="Yes"><conditionvar><varequal>1</varequal></conditionvar>
<displayfeedback linkrefid="1_fb"/></respcondition>
<respcondition><conditionvar><varequal>2</varequal></conditionvar><setvar action="Set">100</setvar>
<displayfeedback linkrefid="correct_fb"/></respcondition></resprocessing>
<itemfeedback ident="1_fb"><flow_mat><material><mattext>No.</mattext></material></flow_mat></itemfeedback>
<itemfeedback ident="correct_fb"><flow_mat><material><mattext>Fine</mattext></material></flow_mat></itemfeedback>
</item></section></assessment></questestinterop>"""


def test_canvas_is_read_with_the_feedback_of_each_answer() -> None:
    found = read("canvas", QTI)
    assert brief(found.items[0].item) == ["- A & a | No.", "+ B"]
    assert [(loss.field, loss.how) for loss in found.losses] == [("feedback of the question", "lost: Fine")]


def test_explanations_in_one_list_for_all_answers_go_to_each() -> None:
    entries = "".join(f"<li>{option}<br>{why}</li>" for option, why in (("A &amp; a", "Not so."), ("B", "Yes.")))
    listed = f'<mattext texttype="text/html"><![CDATA[<ul>{entries}</ul>]]>'
    text = QTI.replace("<mattext>No.", "<mattext>").replace("<mattext>Fine", listed)
    found = read("canvas", text)
    assert brief(found.items[0].item) == ["- A & a | Not so.", "+ B | Yes."]
    assert found.losses == ()


BRIGHTSPACE = """\
//A COMMENT,,,,
NewQuestion,MC,,,
ID,bs-1,,,
Title,A title,,,
QuestionText,Which <b>one</b>?,HTML,,
Points,5,,,
Option,100,This,,Yes
Option,50,That,HTML,No
Hint,Look again,,,
,,,,
NewQuestion,O,,,
ID,bs-2,,,
QuestionText,Order,,,
Scoring,RightMinusWrong,,,
Item,one,NOT HTML,,
Item,two,NOT HTML,,
Feedback,Because,,,
"""


def test_brightspace_is_read_by_its_rows() -> None:
    found = read("brightspace", BRIGHTSPACE)
    choice, order = (one.item for one in found.items)
    assert (choice.id, choice.stem, choice.hint) == ("bs-1", "Which **one**?", "Look again")
    assert brief(choice) == ["+ This | Yes", "- That | No"]
    assert tuple(order.body) == (("one", "two"), "Because")  # type: ignore[arg-type]
    assert {(loss.field, loss.where) for loss in found.losses} == {
        ("points", "file.brightspace:6:1"),
        ("scoring", "file.brightspace:2:1"),
    }


TYPED = [
    pytest.param("1. Who?\n a) Ann\n b) Bob\n    and Eve\nAnswer: b", ["- Ann", "+ Bob and Eve"], id="an answer line"),
    pytest.param("1) Who?\nA. Ann\n*B. Bob", ["- Ann", "+ Bob"], id="a star before the letter"),
    pytest.param("Question 1: Who?\nA) Ann\nB) *Bob", ["- Ann", "+ Bob"], id="a star before the text"),
    pytest.param("Who?\nA. Ann\nB. Bob\nANSWER: A", ["+ Ann", "- Bob"], id="Aiken"),
    pytest.param("1. Who?\n*a. Ann\n@ Yes.\nb. Bob\n@ No.", ["+ Ann | Yes.", "- Bob | No."], id="Respondus"),
    pytest.param("1. Who?\n*a) Ann\n... Yes.\nb) Bob", ["+ Ann | Yes.", "- Bob"], id="text2qti"),
    pytest.param("1. Who?\n[*] Ann\n[ ] Bob\n[*] Eve", ["+ Ann", "- Bob", "+ Eve"], id="boxes"),
    pytest.param("1. Who?\n- Ann\n- Bob\n* Eve", ["- Ann", "- Bob", "+ Eve"], id="a list with a star"),
    pytest.param("1. Who? (a) Ann", [], id="no options of its own"),
    pytest.param("1. Who?\n(a) Ann   (b) Bob   (c) Eve\nAns: Eve", ["- Ann", "- Bob", "+ Eve"], id="on one line"),
    pytest.param("1. Who?\na. Ann\nb. Bob\nc. Eve\nAnswers: a and c", ["+ Ann", "- Bob", "+ Eve"], id="two keys"),
    pytest.param("1. So?\nAnswer: True", ["+ True", "- False"], id="true or false"),
    pytest.param("1. Who?\na. Ann\nb. Bob (correct)", ["- Ann", "+ Bob"], id="a word behind"),
    pytest.param("1. Who?\na. Ann\nb. Bob\n\nAnswer key\n1. B", ["- Ann", "+ Bob"], id="a key at the end"),
    pytest.param("1. Who?\na. Ann\nb. Bob\nAnswer: b\nWhy A: Not her.", ["- Ann | Not her.", "+ Bob"], id="one why"),
    pytest.param("1. I. Newton\nI. think\na. x\nb. y\nAnswer: a", ["+ x", "- y"], id="an I that is no option"),
]


@pytest.mark.parametrize(("text", "wanted"), TYPED)
def test_typed_questions_are_read_as_people_mean_them(text: str, wanted: list[str]) -> None:
    found = read("text", text)
    assert [brief(one.item) for one in found.items] == ([wanted] if wanted else [])


def test_a_text_tells_places_and_leaves_headings_aside() -> None:
    found = read("text", "Week one\n\n1. Who?\na. Ann\nb. Bob\nAnswer: b\n\n2. Where?\na. here\nb. there\n")
    assert [one.where for one in found.items] == ["file.text:3:1"]
    assert [(loss.item, loss.how) for loss in found.losses] == [("", "lost: Week one")]
    assert [(skip.where, skip.how) for skip in found.skipped] == [("file.text:8:1", "no option is marked as right")]


def test_one_explanation_stands_with_the_right_option() -> None:
    item = only(
        "text", "1. Who?\na. Ann\nb. Bob\nAnswer: b\nExplanation: He was there.\nHint: Think\nTopic: Reflection"
    )
    assert brief(item) == ["- Ann", "+ Bob | He was there."]
    assert (item.hint, item.topic) == ("Think", "reflection")


def test_sheets_that_people_make_are_read_by_their_titles() -> None:
    item = only("csv", "Question;A;B;C;Answer;Note\nWho?;Ann;Bob;'=1+1;b;x\n")
    assert brief(item) == ["- Ann", "+ Bob", "- =1+1"]
    assert [loss.field for loss in read("csv", "Question,A,B,Answer,Note\nWho?,Ann,Bob,B,x\n").losses] == ["Note"]
