from io import BytesIO
from zipfile import ZipFile

from cps_quiz.formats import Imported, formats
from cps_quiz.formats.exchange.tags import options_of

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NUMBERING = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="8"><w:abstractNumId w:val="1"/></w:num>
</w:numbering>"""
STYLES = f"""<w:styles {W}><w:style w:styleId="Choice"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr>
</w:pPr></w:style></w:styles>"""


def paragraph(text: str, *, level: int | None = None, list_: int = 7, style: str = "", run: str = "") -> str:
    number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_}"/></w:numPr>' if level is not None else ""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    words = "".join(f"<w:t>{part}</w:t>" for part in text.split("|"))
    return f"<w:p><w:pPr>{named}{number}</w:pPr><w:r><w:rPr>{run}</w:rPr>{words}</w:r></w:p>"


def read(*paragraphs: str) -> Imported:
    held = BytesIO()
    with ZipFile(held, "w") as package:
        package.writestr("word/document.xml", f"<w:document {W}><w:body>{''.join(paragraphs)}</w:body></w:document>")
        package.writestr("word/numbering.xml", NUMBERING)
        package.writestr("word/styles.xml", STYLES)
    format_ = formats()["docx"]
    assert format_.read
    assert format_.knows
    assert format_.knows(held.getvalue(), "x.docx")
    return format_.read(held.getvalue(), "x.docx")


def brief(found: Imported) -> list[list[str]]:
    return [[f"{'+' if o.correct else '-'} {o.text}" for o in options_of(one.item)] for one in found.items]


def test_numbers_and_letters_that_word_counts_by_itself_are_seen() -> None:
    found = read(
        paragraph("Who |is it?", level=0),
        paragraph("Ann", level=1),
        paragraph("Bob", level=1),
        paragraph("Answer: b"),
        paragraph("And who else?", level=0),
        paragraph("Eve", style="Choice"),
        paragraph("Kim", style="Choice"),
        paragraph("Answer: A"),
    )
    assert [one.item.stem for one in found.items] == ["Who is it?", "And who else?"]
    assert brief(found) == [["- Ann", "+ Bob"], ["+ Eve", "- Kim"]]
    assert [one.where for one in found.items] == ["x.docx:paragraph 1", "x.docx:paragraph 5"]


def test_a_bold_option_is_the_right_one_where_no_answer_is_named_and_that_is_told() -> None:
    found = read(
        paragraph("1. Who?", run="<w:b/>"),
        paragraph("a) Ann"),
        paragraph("b) Bob", run="<w:b/>"),
        paragraph("2. Where?"),
        paragraph("a) here", run='<w:highlight w:val="yellow"/>'),
        paragraph("b) there", run='<w:b w:val="0"/>'),
    )
    assert brief(found) == [["- Ann", "+ Bob"], ["+ here", "- there"]]
    assert {loss.field for loss in found.losses} == {"key"}


def test_a_list_of_bullets_under_a_question_is_its_options() -> None:
    found = read(
        paragraph("1. Who?"), paragraph("Ann", level=0, list_=8), paragraph("*Bob", level=0, list_=8), paragraph("2. x")
    )
    assert brief(found) == [["- Ann", "+ Bob"]]
