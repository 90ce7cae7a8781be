"""What other programs insist on in the files that are written for them."""

from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from interchange import context, single_item

from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.interaction import Option
from cps_quiz.formats import formats
from cps_quiz.item_types.multiple import Multiple
from cps_quiz.item_types.order import Order

QTI = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
ONE = single_item("Who?", "Ann", "Bob", "Eve")
SOME = ONE._replace(
    type="multiple",
    body=Multiple(tuple(Option(text, text != "d", "So.") for text in "abcd")),
)
ORDER = ONE._replace(type="order", body=Order(("one", "two"), "Because."))


def written(name: str, *items: Item) -> bytes:
    writer = formats()[name].write
    assert writer
    return writer(items, context()).data


def moodle(item: Item) -> ET.Element:
    return ET.fromstring(written("moodle", item))[1]  # noqa: S314 - our own


def test_moodle_gets_its_category_with_the_day_and_texts_marked_as_markdown() -> None:
    quiz = ET.fromstring(written("moodle", ONE))  # noqa: S314
    assert quiz.findtext("question/category/text") == "$course$/top/Practice 2026-11-26"
    question = quiz[1]
    assert {element.get("format") for element in question.iter() if element.get("format")} == {"markdown"}
    assert question.findtext("shuffleanswers") == "true"
    assert [answer.get("fraction") for answer in question.iter("answer")] == ["100", "0", "0"]


def test_moodle_scores_several_keys_as_we_do() -> None:
    question = moodle(SOME)
    assert question.findtext("single") == "false"
    assert [answer.get("fraction") for answer in question.iter("answer")] == ["33.33333"] * 3 + ["-33.33333"]


def test_moodle_gets_all_that_an_ordering_needs() -> None:
    question = moodle(ORDER)
    assert question.findtext("gradingtype") == "RELATIVE_ALL_PREVIOUS_AND_NEXT"
    assert question.findtext("shownumcorrect") == "1"
    assert question.find("partiallycorrectfeedback") is not None
    assert question.findtext("generalfeedback/text") == "Because."


def test_gift_weighs_every_wrong_option_so_that_a_percent_sign_is_text() -> None:
    text = written("gift", single_item("Who?", "Ann", "50% of us")).decode()
    assert text.startswith("$CATEGORY: $course$/top/Practice 2026-11-26\n\n// [id:q-1]")
    assert "\t=[markdown]Ann#" in text
    assert "\t~%0%[markdown]50% of us#" in text
    assert written("gift", SOME).decode().count("~%33.33333%") == 3
    assert "=" not in written("gift", SOME).decode().partition("{")[2]


def canvas(item: Item) -> ET.Element:
    package = ZipFile(BytesIO(written("canvas", item)))
    assert package.namelist() == ["imsmanifest.xml", "cps-quiz/cps-quiz.xml", "cps-quiz/assessment_meta.xml"]
    found = ET.fromstring(package.read("cps-quiz/cps-quiz.xml")).find(f".//{QTI}item")  # noqa: S314
    assert found is not None
    return found


def test_canvas_finds_the_feedback_of_each_option_where_it_looks_for_it() -> None:
    item = canvas(ONE)
    shown = [
        condition
        for condition in item.iter(f"{QTI}respcondition")
        if condition.find(f"{QTI}displayfeedback") is not None
    ]
    assert len(shown) == 3
    for condition in shown:
        variables = condition.find(f"{QTI}conditionvar")
        assert variables is not None
        assert [child.tag for child in variables] == [f"{QTI}varequal"]
    path = f"{QTI}flow_mat/{QTI}material/{QTI}mattext"
    assert [feedback.findtext(path) for feedback in item.iter(f"{QTI}itemfeedback")] == ["<p>It is so.</p>"] * 3


def test_canvas_gets_no_white_space_between_the_keys() -> None:
    both = canvas(SOME).find(f".//{QTI}and")
    assert both is not None
    assert both.text is None
    assert [child.tag.removeprefix(QTI) for child in both] == ["varequal", "varequal", "varequal", "not"]


def test_brightspace_gets_a_byte_order_mark_and_five_columns() -> None:
    data = written("brightspace", ONE, SOME, ORDER)
    assert data.startswith(b"\xef\xbb\xbfNewQuestion,MC,,,\r\n")
    rows = data.decode("utf-8-sig").split("\r\n")
    assert "Scoring,RightMinusWrong,,," in rows
    assert "Item,one,NOT HTML,," in rows
    assert "Option,100,Ann,,It is so." in rows


def test_sheets_hold_nothing_that_a_spreadsheet_would_run() -> None:
    item = single_item('=cmd|"/C calc"!A0', "@a", "-b", "+c")
    assert b"'=cmd|" in written("csv", item)
    sheet = ZipFile(BytesIO(written("xlsx", item))).read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet
    assert sheet.count(b't="inlineStr"') == sheet.count(b"<c ")
