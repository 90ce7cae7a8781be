"""What the commands of `cps-quiz results` show."""

import json
from pathlib import Path

from cps_quiz.cli.wiring import complain, look, say, settings
from cps_quiz.core.counting import counted
from cps_quiz.pool.adding import Added
from cps_quiz.pool.removing import Removed


def show_added(added: Added, pool: Path) -> None:
    """What was taken in, and what was not."""
    for sentence in added.refused.sentences:
        complain(sentence)
    if added.refused.lines:
        complain(f"{counted(added.refused.lines, 'line')} left out.")
    people, answers = added.people - added.people_before, added.answers - added.answers_before
    new = "1 new person" if people == 1 else f"{people} new people"
    say(f"{new} and {counted(answers, 'new answer')}; the pool has {added.people} and {added.answers}.")
    say(f"To see what they say: cps-quiz results report --pool {pool}")


def show_removed(removed: Removed, pool: Path) -> None:
    """Who was taken out."""
    if removed.refused:
        complain(f"{counted(removed.refused, 'line')} left out, as they withdraw nothing from this programme.")
    unknown = f" {removed.unknown} who withdrew are not in it." if removed.unknown else ""
    who = "1 person was" if removed.people == 1 else f"{removed.people} people were"
    say(f"{who} taken out of {pool}; nothing of their answers is left there.{unknown}")


def show_report(
    pool: Path,
    *,
    json_: bool,
    csv: Path | None,
    html: Path | None,
    engine: str,
    banks: list[Path] | None,
    plain: bool,
) -> None:
    """The report on a pool, on the screen or in files."""
    from cps_quiz.bank.files import shipped
    from cps_quiz.bank.loading import load
    from cps_quiz.bank.saving import replace_text
    from cps_quiz.journeys.results import as_csv, as_data, report
    from cps_quiz.ui.reading.results_view import show_results

    loaded = load(banks or [*settings().banks] or [shipped()])
    view, _ = report(pool, loaded, engine)
    if csv is not None:
        replace_text(csv, as_csv(view))
        complain(f"{csv} has a line for each option of each question.")
    if html is not None:
        from cps_quiz.pages.results_page import results_page

        replace_text(html, results_page(view))
        complain(f"{html} is a page to read, to share or to print.")
    if json_:
        print(json.dumps(as_data(view), indent=2))
    elif csv is None and html is None:
        show_results(view, look(plain=plain), say)
