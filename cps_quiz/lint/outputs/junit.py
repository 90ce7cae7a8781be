"""JUnit XML, which most CI servers show: a test case for each problem, or one that all is well."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from cps_quiz.lint.outputs import Output
from cps_quiz.source.diagnostic import Diagnostic, Severity
from cps_quiz.source.safe_text import safe


def _render(diagnostics: Sequence[Diagnostic], texts: Mapping[str, str]) -> str:
    found = {path: list(group) for path, group in groupby(diagnostics, key=lambda d: d.path)}
    suites = Element("testsuites", name="cps-quiz check")
    for path in sorted(texts):
        _suite(suites, path, found.get(path, []))
    _count(suites, diagnostics, sum(max(1, len(found.get(path, []))) for path in texts))
    indent(suites)
    return tostring(suites, encoding="unicode", xml_declaration=True) + "\n"


def _suite(suites: Element, path: str, diagnostics: Sequence[Diagnostic]) -> None:
    suite = SubElement(suites, "testsuite", name=safe(path))
    _count(suite, diagnostics, max(1, len(diagnostics)))
    if not diagnostics:
        SubElement(suite, "testcase", name="all well", classname=safe(path))
    for d in diagnostics:
        name = f"{d.code.id} {d.code.name} {d.span.line}:{d.span.column}"
        case = SubElement(suite, "testcase", name=name, classname=safe(path), file=safe(path), line=str(d.span.line))
        text = safe(f"{path}:{d.span.line}:{d.span.column}: {d.message}; {d.help}")
        if d.code.severity is Severity.INFO:
            SubElement(case, "system-out").text = text
        else:
            SubElement(case, "failure", message=safe(d.message), type=d.code.severity.value).text = text


def _count(element: Element, diagnostics: Sequence[Diagnostic], tests: int) -> None:
    failures = sum(diagnostic.code.severity is not Severity.INFO for diagnostic in diagnostics)
    element.set("tests", str(tests))
    element.set("failures", str(failures))
    element.set("errors", "0")


OUTPUT = Output(name="junit", render=_render)
