from cps_quiz.source import codes
from cps_quiz.source.problems import Problems


def test_a_problem_gets_its_place_path_and_item() -> None:
    problems = Problems()
    problems.item = "goal-001"
    problems.add(codes.BAD_VALUE, (8, 12), "`level` cannot be so", "use recall")
    (found,) = problems.diagnostics("banks/a.yaml", "id: x\nlevel\n")
    assert (found.path, found.item, found.message, found.help) == (
        "banks/a.yaml",
        "goal-001",
        "`level` cannot be so",
        "use recall",
    )
    assert tuple(found.span) == (2, 3, 2, 6)
    assert found.code.name == "bad-value"


def test_a_thousand_problems_are_kept_and_all_are_counted() -> None:
    problems = Problems()
    for _ in range(1005):
        problems.add(codes.MISSING_FIELD, (0, 1), "message", "help")
    assert problems.count == 1005
    assert len(problems.diagnostics("a.yaml", "text")) == 1000


def test_what_quotes_a_huge_text_is_cut() -> None:
    problems = Problems()
    huge = "x" * 1_000_000
    problems.item = huge
    problems.add(codes.BAD_VALUE, (0, 1), f'"{huge}" is bad', f"not {huge}")
    (found,) = problems.diagnostics("a.yaml", "text")
    assert found.message.startswith('"xxx')
    assert all(len(text) < 1100 for text in (found.message, found.help, found.item or ""))
