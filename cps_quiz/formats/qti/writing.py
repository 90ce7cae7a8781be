"""A quiz in QTI 1.2 as Canvas reads it.

Each option has a `respcondition` of its own with nothing but a `varequal`, and its feedback stands
in `itemfeedback/flow_mat/material/mattext`: written otherwise, Canvas loses the feedback, or takes
the wrong option for the key.
"""

from collections.abc import Iterator, Sequence
from html import escape

from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.interaction import TO_BE_WRITTEN, Arrange, ChooseOne, ChooseSome, Option, Write
from cps_quiz.formats import Context
from cps_quiz.formats.exchange.labels import explained
from cps_quiz.formats.exchange.reflections import as_text
from cps_quiz.formats.exchange.tags import whole_stem
from cps_quiz.formats.exchange.weights import percent
from cps_quiz.formats.markup.harmless import for_xml
from cps_quiz.formats.markup.html_text import to_html

_TOP = '<?xml version="1.0" encoding="UTF-8"?>\n'
_QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_OUTCOMES = '<outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>\n'


def assessment(id_: str, items: Sequence[Item], context: Context) -> str:
    """The file with the questions."""
    head = (
        f'{_TOP}<questestinterop xmlns="{_QTI}" xmlns:xsi="{_XSI}" '
        f'xsi:schemaLocation="{_QTI} http://www.imsglobal.org/xsd/ims_qtiasiv1p2p1.xsd">\n'
        f'<assessment ident="{id_}" title="{_attribute(context.title)}">\n<section ident="root_section">\n'
    )
    return "".join([head, *(_item(item, context) for item in items), "</section>\n</assessment>\n</questestinterop>\n"])


def _item(item: Item, context: Context) -> str:
    words = " ".join(item.stem.split())
    return "".join(
        [
            f'<item ident="{item.id}" title="{_attribute(words[:100])}">\n',
            *_content(item, context),
            "</item>\n",
        ]
    )


def _content(item: Item, context: Context) -> Iterator[str]:
    stem = f"<material>{_html(whole_stem(item))}</material>\n"
    match item.body.interaction():
        case ChooseOne(options):
            yield _metadata("multiple_choice_question")
            yield f"<presentation>\n{stem}{_choices(options, 'Single')}</presentation>\n"
            yield _processing(options, _of_one(options))
            yield from _feedbacks(options, context)
        case ChooseSome(options):
            yield _metadata("multiple_answers_question")
            yield f"<presentation>\n{stem}{_choices(options, 'Multiple')}</presentation>\n"
            yield _processing(options, _of_some(options))
            yield from _feedbacks(options, context)
        case Arrange(steps, why):
            yield _metadata("ordering_question")
            yield f"<presentation>\n{stem}{_steps(steps)}</presentation>\n{_order(steps)}"
            if why != TO_BE_WRITTEN:
                yield _feedback("general_fb", why)
        case Write() as interaction:
            yield _metadata("essay_question")
            yield (
                f'<presentation>\n{stem}<response_str ident="response1" rcardinality="Single"><render_fib>'
                '<response_label ident="answer1" rshuffle="No"/></render_fib></response_str>\n</presentation>\n'
                f'<resprocessing>\n{_OUTCOMES}{_always()}<respcondition continue="No"><conditionvar><other/>'
                "</conditionvar></respcondition>\n</resprocessing>\n"
            )
            yield _feedback("general_fb", as_text(interaction))


def _metadata(kind: str) -> str:
    fields = {"question_type": kind, "points_possible": "1.0"}
    inner = "".join(
        f"<qtimetadatafield><fieldlabel>{name}</fieldlabel><fieldentry>{value}</fieldentry></qtimetadatafield>"
        for name, value in fields.items()
    )
    return f"<itemmetadata><qtimetadata>{inner}</qtimetadata></itemmetadata>\n"


def _choices(options: tuple[Option, ...], cardinality: str) -> str:
    labels = "".join(_label(f"o{number}", option.text) for number, option in enumerate(options, 1))
    return _response(f'<response_lid ident="response1" rcardinality="{cardinality}"><render_choice>', labels)


def _steps(steps: tuple[str, ...]) -> str:
    """The steps in an order that gives nothing away: by their texts."""
    numbered = sorted(enumerate(steps, 1), key=lambda pair: pair[1])
    labels = "".join(_label(f"o{number}", step) for number, step in numbered)
    return _response('<response_lid ident="response1" rcardinality="Ordered"><render_choice>', labels)


def _response(opening: str, labels: str) -> str:
    return f"{opening}\n{labels}</render_choice></response_lid>\n"


def _label(id_: str, text: str) -> str:
    return f'<response_label ident="{id_}"><material>{_html(text)}</material></response_label>\n'


def _processing(options: tuple[Option, ...], scoring: str) -> str:
    shown = "".join(
        f'<respcondition continue="Yes"><conditionvar><varequal respident="response1">o{number}</varequal>'
        f'</conditionvar><displayfeedback feedbacktype="Response" linkrefid="o{number}_fb"/></respcondition>\n'
        for number in range(1, len(options) + 1)
    )
    return f"<resprocessing>\n{_OUTCOMES}{shown}{scoring}</resprocessing>\n"


def _of_one(options: tuple[Option, ...]) -> str:
    right = next(number for number, option in enumerate(options, 1) if option.correct)
    return (
        f'<respcondition continue="No"><conditionvar><varequal respident="response1">o{right}</varequal>'
        '</conditionvar><setvar action="Set" varname="SCORE">100</setvar></respcondition>\n'
    )


def _of_some(options: tuple[Option, ...]) -> str:
    """All right ones and no other, as Canvas writes it; it gives parts of the points by its own rule."""
    parts = "".join(
        f'<varequal respident="response1">o{number}</varequal>'
        if option.correct
        else f'<not><varequal respident="response1">o{number}</varequal></not>'
        for number, option in enumerate(options, 1)
    )
    return (
        f'<respcondition continue="No"><conditionvar><and>{parts}</and></conditionvar>'
        '<setvar action="Set" varname="SCORE">100</setvar></respcondition>\n'
    )


def _order(steps: tuple[str, ...]) -> str:
    right = "".join(f'<varequal respident="response1">o{number}</varequal>' for number in range(1, len(steps) + 1))
    return (
        f'<resprocessing>\n{_OUTCOMES}{_always()}<respcondition continue="No"><conditionvar>{right}</conditionvar>'
        f'<setvar action="Set" varname="SCORE">{percent(100)}</setvar></respcondition>\n</resprocessing>\n'
    )


def _always() -> str:
    return (
        '<respcondition continue="Yes"><conditionvar><other/></conditionvar>'
        '<displayfeedback feedbacktype="Response" linkrefid="general_fb"/></respcondition>\n'
    )


def _feedbacks(options: tuple[Option, ...], context: Context) -> Iterator[str]:
    for number, option in enumerate(options, 1):
        yield _feedback(f"o{number}_fb", explained(option, context))


def _feedback(id_: str, text: str) -> str:
    return f'<itemfeedback ident="{id_}"><flow_mat><material>{_html(text)}</material></flow_mat></itemfeedback>\n'


def _html(text: str) -> str:
    return f'<mattext texttype="text/html">{escape(to_html(for_xml(text)), quote=False)}</mattext>'


def _attribute(text: str) -> str:
    return escape(for_xml(text))


def meta(id_: str, count: int, context: Context) -> str:
    """What Canvas wants to know of the quiz."""
    return (
        f'{_TOP}<quiz identifier="{id_}" xmlns="http://canvas.instructure.com/xsd/cccv1p0" xmlns:xsi="{_XSI}" '
        'xsi:schemaLocation="http://canvas.instructure.com/xsd/cccv1p0 https://canvas.instructure.com/xsd/cccv1p0.xsd">\n'
        f"<title>{_attribute(context.title)}</title>\n<description></description>\n"
        "<shuffle_answers>true</shuffle_answers>\n<scoring_policy>keep_highest</scoring_policy>\n"
        f"<quiz_type>practice_quiz</quiz_type>\n<points_possible>{count}.0</points_possible>\n"
        "<show_correct_answers>true</show_correct_answers>\n<allowed_attempts>-1</allowed_attempts>\n</quiz>\n"
    )


def manifest(id_: str, context: Context) -> str:
    """The list of the package's files."""
    content = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
    return (
        f'{_TOP}<manifest identifier="{id_}-manifest" xmlns="{content}" '
        'xmlns:imsmd="http://www.imsglobal.org/xsd/imsmd_v1p2">\n'
        "<metadata><schema>IMS Content</schema><schemaversion>1.1.3</schemaversion><imsmd:lom><imsmd:general>"
        f"<imsmd:title><imsmd:string>{_attribute(context.title)}</imsmd:string></imsmd:title></imsmd:general>"
        "</imsmd:lom></metadata>\n<organizations/>\n<resources>\n"
        f'<resource identifier="{id_}" type="imsqti_xmlv1p2"><file href="{id_}/{id_}.xml"/>'
        f'<dependency identifierref="{id_}-meta"/></resource>\n'
        f'<resource identifier="{id_}-meta" type="associatedcontent/imscc_xmlv1p1/learning-application-resource" '
        f'href="{id_}/assessment_meta.xml"><file href="{id_}/assessment_meta.xml"/></resource>\n'
        "</resources>\n</manifest>\n"
    )
