"""What `explain` tells of a misconception and `study` of a topic, as Markdown."""

from collections.abc import Iterable, Sequence

from cps_quiz.core.counting import counted
from cps_quiz.core.questions.bank import Item, Misconception
from cps_quiz.core.questions.curriculum import Objective, Topic
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.quoting import quoted
from cps_quiz.core.record.log import Confused, Misses
from cps_quiz.words.steps import Step

OPENING = 12
"""Words told of a question."""

NO_QUESTION = "No question exercises it yet."
APPROACHES, NOTES = "Wrong approaches", "Study notes"
MOST_STEPS = 9
"""Steps at most: each has a digit."""


def in_short(m: Misconception) -> str:
    """A misconception in a line."""
    return f"**{m.name}** ({m.id}). {m.means}"


def in_full(m: Misconception) -> list[str]:
    """All that its curriculum says of a misconception."""
    texts = [f"**{m.name}** ({m.id})", f"**What it is:** {m.means}"]
    if m.sounds_like:
        texts.append(f"**How it sounds:**\n\n{_listed(quoted(said) for said in m.sounds_like)}")
    return [*texts, f"**Why it harms:** {m.harms}", f"**What to do instead:** {m.instead}"]


def confused_with(m: Misconception, others: Iterable[Misconception], glossary: Glossary) -> str:
    """The misconceptions that are near to one, each with what tells the two apart, or else what it is."""
    rows = (f"**{other.name}** ({other.id}). {_difference(m, other, glossary)}" for other in others)
    return f"**Easily confused with:**\n\n{_listed(rows)}"


def _difference(m: Misconception, other: Misconception, glossary: Glossary) -> str:
    apart = glossary.telling_apart(m.id, other.id)
    return apart[0] if len(apart) == 1 else other.means


def own_confusions(m: Misconception, confused: Iterable[Confused], glossary: Glossary) -> str:
    """Which approaches the learner took for this one, or this one for which."""
    return f"**You, telling them apart:**\n\n{_listed(_confused(m, one, glossary) for one in confused)}"


def _confused(m: Misconception, one: Confused, glossary: Glossary) -> str:
    other = glossary.misconception(one.taken if one.meant == m.id else one.meant)
    how_often = f"{one.times} of {counted(one.of, 'time')}"
    return f"you took it for {other} {how_often}." if one.meant == m.id else f"you took {other} for it {how_often}."


def own(misses: Misses) -> str:
    """How the learner fared with a misconception that was on offer at least once."""
    times = counted(misses.offered, "time")
    if not misses.chosen:
        return f"**You and it:** it was on offer {times}, and you never chose it."
    sentence = f"**You and it:** you chose it {misses.chosen} of the {times} that it was on offer"
    if not misses.texts:
        return f"{sentence}."
    return f"{sentence}, of late as:\n\n{_listed(quoted(' '.join(text.split())) for text in misses.texts)}"


def exercised_by(count: int, named: Iterable[Item]) -> str:
    """How many questions exercise a misconception, and some of them."""
    questions = "1 question exercises" if count == 1 else f"{count} questions exercise"
    return f"**{questions} it**, among them:\n\n{_listed(f'{item.id}: {_opening(item)}' for item in named)}"


def approach_steps(found: Sequence[Misconception], carried: Sequence[str]) -> list[Step]:
    """What can be done after an approach was read; of several, to read one."""
    if len(found) == 1:
        return [Step(f"Practice telling apart: {found[0].name}", ("drill", "--misconception", found[0].id, *carried))]
    return [Step(f"Read about it: {m.name}", ("explain", m.id, *carried)) for m in found]


def topic_steps(topics: Iterable[Topic], carried: Sequence[str], *, read: bool) -> list[Step]:
    """To practice topics whose notes were read, or to `read` them."""
    if read:
        return [Step(f"Read the notes: {topic.title}", ("study", topic.id, *carried)) for topic in topics]
    return [Step(f"Practice it: {topic.title}", ("drill", topic.id, *carried)) for topic in topics]


def overview(topic: Topic) -> str:
    """A topic and its aims."""
    aims = _listed(objective.title for objective in topic.objectives)
    return f"**{topic.title}** ({topic.id}). {topic.summary}\n\n{aims}"


def note(objective: Objective) -> list[str]:
    """What there is to read about one objective; nothing without notes."""
    return [f"**{objective.title}**", objective.notes] if objective.notes else []


def notes(topic: Topic) -> list[str]:
    """All that there is to read about a topic."""
    told = [f"**{objective.title}**\n\n{objective.notes}" for objective in topic.objectives]
    return [f"**{topic.title}**", topic.summary, *told]


def _opening(item: Item) -> str:
    text = (item.scenario.text if item.scenario else item.stem).split()
    return " ".join(text[:OPENING]) + (" ..." if len(text) > OPENING else "")


def _listed(entries: Iterable[str]) -> str:
    return "\n".join(f"- {entry}" for entry in entries)
