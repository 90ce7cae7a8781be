"""Whatever a bank says comes out as text, and nothing of it as markup."""

from hypothesis import given, settings
from hypothesis import strategies as st
from pages import CHEER, ONE, STEPS, Tag, exam_of, sat_exam, tags, view_of

from cps_quiz.core.questions.bank import Item, ItemId, Misconception, Scenario, Source, TopicId
from cps_quiz.core.questions.fingerprint import fingerprint
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.questions.interaction import Option
from cps_quiz.item_types.order import Order
from cps_quiz.item_types.single import Single
from cps_quiz.pages.answer_key import key_page
from cps_quiz.pages.question_paper import question_page
from cps_quiz.pages.report_page import report_page
from cps_quiz.source.markdown import paragraphs
from cps_quiz.source.safe_text import safe

HOSTILE = (
    "<script>alert(1)</script>",
    "</style><script src=//example.org/x.js></script>",
    '"><img src=x onerror=alert(1)>',
    "' onload='alert(1)",
    "<!-- ]]> --> &lt;b&gt; &#60;i&#62; &nbsp",
    "</title></svg></main><h1>",
    "\x1b[2J\x00\x07",
    "\u202egnp.exe\u2066",
    "\ud800\udfff\ufeff",
    "javascript:alert(1)",
    "*<b>* **</p>** __&__",
    "- <li>\n- </ul>\n\n3. &amp;",
)
TEXTS = st.one_of(
    st.sampled_from(HOSTILE), st.text(max_size=40), st.text(alphabet="<>&\"'/-!* \n\\\u202ea", max_size=40)
)
KNOWN = {
    *("html", "head", "meta", "title", "style", "body", "main", "section", "article", "h1", "h2", "h3", "p", "div"),
    *("span", "strong", "em", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "figure"),
    *("svg", "desc", "rect", "path", "line", "circle", "text"),
}


def items(text: str, other: str) -> tuple[Item, ...]:
    """A question with options and one with steps, which say nothing else."""
    options = (Option(text, True, other), Option(other, False, text, CHEER))
    told = Scenario(text, other)
    first = ONE._replace(
        id=ItemId(ascii(other)),
        stem=text,
        scenario=told,
        topic=TopicId(text),
        references=(text, other),
        body=Single(options),
    )
    return first, STEPS._replace(stem=other, topic=TopicId(other), body=Order((text, other), text))


def glossary(text: str, other: str) -> Glossary:
    means = Misconception(CHEER, text, other, other, other)
    return Glossary({TopicId(text): other, TopicId(other): text}, {CHEER: means}, {text: Source(other, text, 1999)})


def prose(text: str) -> str:
    return "".join(paragraph.text for paragraph in paragraphs(safe(text))).replace("\n", "")


def plain(tag: Tag) -> str:
    return tag.text.replace("\n", "")


def is_whole(page: str) -> bool:
    """Whether a page has no element, attribute or character that its texts brought in."""
    names = {name for tag in tags(page) for name in tag.attributes}
    return (
        {tag.name for tag in tags(page)} <= KNOWN
        and len(tags(page, "style")) == len(tags(page, "h1")) == 1
        and not any(name.startswith("on") or name in {"src", "href", "style"} for name in names)
        and safe(page) == page
    )


@given(TEXTS, TEXTS)
@settings(deadline=None)
def test_a_question_paper_says_what_the_bank_says(text: str, other: str) -> None:
    page = question_page(exam_of(items(text, other)))

    assert is_whole(page)
    assert [plain(tag) for tag in tags(page, class_="stem")] == [prose(text), prose(other)]
    assert [plain(tag) for tag in tags(page, class_="scenario")] == [prose(other)]
    assert sorted(tag.text for tag in tags(page, class_="said")) == sorted([safe(text), safe(other)] * 2)


@given(TEXTS, TEXTS)
@settings(deadline=None)
def test_a_key_says_what_the_bank_says(text: str, other: str) -> None:
    page = key_page(exam_of(items(text, other)), glossary(text, other))

    assert is_whole(page)
    assert sorted(tag.text for tag in tags(page, class_="said")) == sorted([safe(text), safe(other)] * 2)
    (key,) = tags(page, class_="key")
    assert plain(key).endswith(f"\u2713 best answer{prose(other)}")
    assert f"{safe(text)}." in [tag.text for tag in tags(page, "strong")]
    source = tags(page, class_="soft")[-1].text
    assert source.startswith(f"Source: {safe(other)}")


@given(TEXTS, TEXTS)
@settings(deadline=None)
def test_a_report_says_what_the_bank_says(text: str, other: str) -> None:
    asked = items(text, other)
    seen = view_of(sat_exam())
    found = tuple(
        one._replace(item=item.id, topic=item.topic, print=fingerprint(item), response=None, tempted=(CHEER,))
        for one, item in zip(
            seen.finished.outcomes, [*asked, asked[0]._replace(id=ItemId(f"gone {text}"))], strict=True
        )
    )
    seen = view_of(exam_of([]), *found)._replace(glossary=glossary(text, other), titles={})
    page = report_page(seen, {item.id: item for item in asked})

    assert is_whole(page)
    assert sorted(tag.text for tag in tags(page, class_="said")) == sorted([safe(text), safe(other)] * 2)
    if text != other:
        assert safe(other) in tags(page, "tr")[1].text
    assert safe(f"gone {text}.") in tags(page, "section")[-1].text
