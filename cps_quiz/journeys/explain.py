"""What a misconception is, and the study notes of a topic: Markdown texts to be shown."""

from collections.abc import Callable

from cps_quiz.bank.library import Library
from cps_quiz.core.counting import counted
from cps_quiz.core.questions.bank import Item, Misconception, TopicId
from cps_quiz.core.questions.curriculum import Topic
from cps_quiz.core.questions.interaction import MisconceptionId
from cps_quiz.core.questions.labels import exercised
from cps_quiz.core.questions.search import find_misconceptions, near
from cps_quiz.core.quoting import quoted
from cps_quiz.core.record.log import Misses
from cps_quiz.errors import UnknownNameError
from cps_quiz.journeys.drill.drill import unknown

EXAMPLES = 5
"""Questions named of those that exercise a misconception."""

Own = Callable[[MisconceptionId], Misses | None]
"""The learner's own misses of a misconception; None when nothing is known of them."""


def explain(library: Library, words: str, own: Own = lambda _: None) -> list[str]:
    """All there is to say about the misconception that `words` mean, or a choice of several.

    Raises UnknownNameError when they mean none.
    """
    known = library.misconceptions
    found = find_misconceptions(words, known.values()) if words else tuple(known.values())
    if not found:
        raise UnknownNameError("misconception", words, _near(words, library), f"There are: {', '.join(known)}.")
    return [_in_short(m) for m in found] if len(found) > 1 else _in_full(found[0], library, own(found[0].id))


def _near(words: str, library: Library) -> tuple[str, ...]:
    names = {m.name.casefold(): m.id for m in library.misconceptions.values()}
    wanted = words.casefold()
    by_id = near(wanted.replace(" ", "-"), library.misconceptions)
    by_word = near(wanted, [word for name in names for word in name.split()])
    named = (id_ for name, id_ in names.items() if any(word in name.split() for word in by_word))
    by_name = (names[name] for name in near(wanted, names))
    return tuple(dict.fromkeys([*by_id, *by_name, *named]))[:3]


def _in_short(m: Misconception) -> str:
    return f"**{m.name}** ({m.id}). {m.means}"


def _in_full(m: Misconception, library: Library, own: Misses | None) -> list[str]:
    others = [library.misconceptions[id_] for id_ in m.confused_with if id_ in library.misconceptions]
    texts = [f"**{m.name}** ({m.id})", f"**What it is:** {m.means}"]
    if m.sounds_like:
        texts.append("**How it sounds:**\n\n" + "\n".join(f"- {quoted(said)}" for said in m.sounds_like))
    texts += [f"**Why it harms:** {m.harms}", f"**What to do instead:** {m.instead}"]
    if others:
        texts.append("**Easily confused with:**\n\n" + "\n".join(f"- {_in_short(other)}" for other in others))
    if own is not None and own.offered:
        texts.append(_own(own))
    return [*texts, *_questions(m, library)]


def _own(misses: Misses) -> str:
    times = counted(misses.offered, "time")
    if not misses.chosen:
        return f"**You and it:** it was on offer {times}, and you never chose it."
    sentence = f"**You and it:** you chose it {misses.chosen} of the {times} that it was on offer"
    if not misses.texts:
        return f"{sentence}."
    return f"{sentence}, of late as:\n\n" + "\n".join(f"- {quoted(' '.join(text.split()))}" for text in misses.texts)


def _questions(m: Misconception, library: Library) -> list[str]:
    items = [item for item in library.items if not item.retired and m.id in exercised(item)]
    if not items:
        return ["No question exercises it yet."]
    rows = "\n".join(f"- {item.id}: {_opening(item)}" for item in items[:EXAMPLES])
    count = "1 question exercises" if len(items) == 1 else f"{len(items)} questions exercise"
    return [f"**{count} it**, among them:\n\n{rows}", f"Practice them: cps-quiz drill --misconception {m.id}"]


def _opening(item: Item, words: int = 12) -> str:
    text = (item.scenario.text if item.scenario else item.stem).split()
    return " ".join(text[:words]) + (" ..." if len(text) > words else "")


def study(library: Library, topic: str | None) -> list[str]:
    """The notes of a topic; without one, what topics there are.

    Raises UnknownNameError for a topic that the curriculum lacks.
    """
    topics = library.curriculum.topics
    if topic is None:
        return [*map(_overview, topics.values()), "Read one: cps-quiz study TOPIC"]
    if topic not in topics:
        raise unknown("topic", topic, topics)
    chosen = topics[TopicId(topic)]
    notes = [f"**{objective.title}**\n\n{objective.notes}" for objective in chosen.objectives]
    return [f"**{chosen.title}**", chosen.summary, *notes, f"Practice it: cps-quiz drill {chosen.id}"]


def _overview(topic: Topic) -> str:
    aims = "\n".join(f"- {objective.title}" for objective in topic.objectives)
    return f"**{topic.title}** ({topic.id}). {topic.summary}\n\n{aims}"
