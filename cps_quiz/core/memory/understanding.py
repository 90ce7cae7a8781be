"""How well each aim is understood, by what the learner's own answers tell: knowledge tracing.

An aim is understood or it is not, and each answer with its feedback may bring the step from one to the other
(Corbett & Anderson 1995, https://doi.org/10.1007/BF01099821). Understood, an unseen question is right but for a
slip; not understood, it is guessed, and the better the more of the aim was practiced, as misconceptions are
corrected. How often all that happens differs between learners. So nothing is set: each combination within wide
bounds is a `World` that foretells the answers one by one, and counts by how well it did (Bayesian model
averaging: Hoeting et al. 1999, https://doi.org/10.1214/ss/1009212519).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from math import exp, log
from typing import NamedTuple

from cps_quiz.core.memory.skills import Skill


class Idea(NamedTuple):
    """What may hold for a `share` of learners, each combination as likely as any other.

    `slips`: the chance to miss what is understood. `eases`: how often the right option is seen without
    understanding, beyond blind guessing. `learns`: the chance that an answer makes an aim understood.
    """

    share: float
    slips: Sequence[float]
    eases: Sequence[float]
    learns: Sequence[float]


IDEAS = (
    Idea(0.475, slips=(0.03, 0.1), eases=(0.0, 0.15, 0.3), learns=(0.05, 0.1, 0.2)),
    Idea(0.475, slips=(0.2, 0.3, 0.4), eases=(0.3, 0.45, 0.6), learns=(0.05, 0.1)),
    Idea(0.05, slips=(0.1,), eases=(0.0, 0.15), learns=(0.0,)),
)
"""How understanding may grow. In steps: the two levels lie as far apart as knowledge tracing takes them to (slips of
at most 0.1: Corbett & Anderson 1995). Little by little: they lie so close together that all aims are known nearly
alike, and a step brings little or nothing. Or not at all, as with somebody who only guesses. The shares are our own
choice; a few hundred answers outweigh them."""

KNOWN = (0.1, 0.3, 0.5, 0.7, 0.9)
"""The chance that an aim was understood before any practice here. Few know all or nothing: Beta(2, 2)."""

TEMPTED, HALF = 0.5, 2.0
"""How many of the guesses are right at first, before misconceptions are corrected, and the answers to an aim
after which half of that loss is made up for. Our own choice."""

KEPT, YEAR = 0.7, 365.0
"""What is still understood a year (in days) after the last answer to an aim: two thirds to three quarters (Custers
2010, https://doi.org/10.1007/s10459-008-9101-y)."""

LATEST = 400
"""Answers that are looked at, the latest ones: older ones tell little more and take time. Our own choice."""

UNLIKELY = 1e-3
"""Worlds that are so much less likely than the likeliest are left out."""

HUGE = 1e100
"""Where likelihoods are brought to a new unit, before they grow beyond what a number can be."""


class Answered(NamedTuple):
    """One or more answers to an item: `at` in days since any start, and the share of them that was right.

    `chance` is that of a blind guess, `recalled` that the item itself came to mind.
    """

    aim: Skill
    at: float
    right: float
    chance: float
    recalled: float = 0.0


class Share(NamedTuple):
    """What an aim's questions weigh in a score, and what blind guessing would bring of that."""

    weight: float
    blindly: float


class Expected(NamedTuple):
    """A mean and a variance."""

    mean: float
    variance: float


class Path(NamedTuple):
    """How likely an aim's answers are if it was not understood before, by how likely they are if it was.

    `learned` is the part where it is understood by now, `still` the part where it is not; `unit` the
    logarithm of what both are counted in.
    """

    learned: float
    still: float
    unit: float

    def likely(self, before: float) -> float:
        """The logarithm of the same, if it was understood before with a chance."""
        return self.unit + log(before * exp(-self.unit) + (1 - before) * (self.learned + self.still))

    def known(self, before: float) -> float:
        """The chance that the aim is understood by now."""
        understood = before * exp(-self.unit) + (1 - before) * self.learned
        return understood / (understood + (1 - before) * self.still)


class World(NamedTuple):
    """One combination: how likely it is by the answers, and the chance that each aim with answers is `known`."""

    likely: float
    slip: float
    ease: float
    before: float
    known: Mapping[Skill, float]


Told = Mapping[Skill, Sequence[Answered]]
"""The answers to each aim, in the order in which they were given."""

Tried = tuple[float, float, float, float, Sequence[Path]]
"""A world before it is weighed: the logarithm of how likely it is, slip, ease, before, and the path of each aim."""


class Understanding:
    """What a learner's answers tell of all aims, world by world."""

    def __init__(self, answers: Iterable[Answered], now: float, by_heart: float) -> None:
        """`now` is in days, too; `by_heart` is the chance to be right where the item itself comes to mind."""
        self._told: dict[Skill, list[Answered]] = {}
        for answer in sorted(nlargest(LATEST, answers, key=_time), key=_time):
            self._told.setdefault(answer.aim, []).append(answer)
        self._kept = {aim: KEPT ** (max(0.0, now - told[-1].at) / YEAR) for aim, told in self._told.items()}
        self.worlds = _weighed(self._told, list(_tried(self._told, by_heart)))
        self._summed: dict[Skill, tuple[float, float, float]] = {}

    def right(self, aim: Skill, chance: float) -> float:
        """The chance that an unseen question of an aim is answered right, by that of a blind guess."""
        if aim not in self._summed:
            self._summed[aim] = self._sum(aim)
        understood, blindly, by_ease = self._summed[aim]
        return understood + blindly * chance + by_ease * (1 - chance)

    def score(self, shares: Mapping[Skill, Share]) -> Expected:
        """The score to be expected of unseen questions, and the variance by what is not known of understanding."""
        mean = square = within = 0.0
        parts = [(aim, *part, self._untempted(aim), self._kept.get(aim, 1.0)) for aim, part in shares.items()]
        for likely, slip, ease, before, known in self.worlds:
            score = spread = 0.0
            for aim, weight, blindly, untempted, kept in parts:
                guessed = untempted * (blindly + (weight - blindly) * ease)
                understood = kept * known.get(aim, before)
                more = weight * (1 - slip) - guessed
                score += guessed + understood * more
                spread += understood * (1 - understood) * more * more
            mean += likely * score
            square += likely * score * score
            within += likely * spread
        return Expected(mean, max(0.0, square - mean * mean) + within)

    def _sum(self, aim: Skill) -> tuple[float, float, float]:
        """The chance to be right by understanding, and what a blind guess and one that is not count beside it."""
        understood = blindly = by_ease = 0.0
        kept, untempted = self._kept.get(aim, 1.0), self._untempted(aim)
        for likely, slip, ease, before, known in self.worlds:
            now = kept * known.get(aim, before)
            understood += likely * now * (1 - slip)
            blindly += likely * (1 - now) * untempted
            by_ease += likely * (1 - now) * untempted * ease
        return understood, blindly, by_ease

    def _untempted(self, aim: Skill) -> float:
        return untempted(len(self._told.get(aim, ())))


def untempted(answers: int) -> float:
    """The share of guesses that misconceptions leave right after so many answers to an aim."""
    return float(1 - (1 - TEMPTED) * 0.5 ** (answers / HALF))


def followed(odds: Iterable[tuple[float, float]], learns: float) -> Path:
    """The forward algorithm of knowledge tracing, over each answer's odds and the share of it that was wrong.

    The odds are how likely the answer is if the aim is not understood, by how likely it is if it is. A miss
    comes back in the same drill, so that it gives two chances to learn.
    """
    learned, still, unit = 0.0, 1.0, 0.0
    for odd, wrong in odds:
        still *= odd
        step = still * (1 - (1 - learns) * (1 - learns * wrong))
        learned += step
        still -= step
        if still > HUGE:
            learned, still, unit = learned / still, 1.0, unit + log(still)
    return Path(learned, still, unit)


def _tried(told: Told, by_heart: float) -> Iterator[Tried]:
    """How likely each world makes the answers."""
    for idea in IDEAS:
        prior = log(idea.share) - log(len(idea.slips) * len(idea.eases) * len(idea.learns))
        for slip in idea.slips:
            understood = prior + sum(
                log(_likely(one, by_heart, 1 - slip)) for answers in told.values() for one in answers
            )
            for ease in idea.eases:
                odds = [_odds(answers, by_heart, slip, ease) for answers in told.values()]
                for learns in idea.learns:
                    paths = [followed(one, learns) for one in odds]
                    for before in KNOWN:
                        likely = log(before * (1 - before)) + sum([path.likely(before) for path in paths])
                        yield understood + likely, slip, ease, before, paths


def _weighed(told: Told, tried: Sequence[Tried]) -> list[World]:
    """The worlds that are not too unlikely; their likelihoods sum to 1."""
    best = max(one[0] for one in tried)
    left = [(exp(one[0] - best), *one[1:]) for one in tried if one[0] > best + log(UNLIKELY)]
    whole = sum(one[0] for one in left)
    return [
        World(likely / whole, slip, ease, before, dict(zip(told, (one.known(before) for one in paths), strict=True)))
        for likely, slip, ease, before, paths in left
    ]


def _odds(answers: Sequence[Answered], by_heart: float, slip: float, ease: float) -> list[tuple[float, float]]:
    found = []
    for number, one in enumerate(answers):
        guessed = (one.chance + (1 - one.chance) * ease) * untempted(number)
        found.append((_likely(one, by_heart, guessed) / _likely(one, by_heart, 1 - slip), 1 - one.right))
    return found


def _likely(one: Answered, by_heart: float, unaided: float) -> float:
    """How likely an answer is, of which a share was right, by heart or else unaided."""
    right = one.recalled * by_heart + (1 - one.recalled) * unaided
    return float(right**one.right * (1 - right) ** (1 - one.right))


def _time(one: Answered) -> float:
    return one.at
