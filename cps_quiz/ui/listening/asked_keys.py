"""What a key means where one thing is asked: an offer, or how sure the learner was."""

from cps_quiz.core.drill.drill import Move
from cps_quiz.core.memory.cards import Confidence
from cps_quiz.ui.listening.keys import ENDED, ENTER

OFFERED = {ENTER: Move.NEXT, "n": Move.SKIP, "q": Move.STOP, ENDED: Move.STOP}
"""NEXT takes up what is offered, SKIP does not, STOP leaves."""

CONFIDENCES = {"1": Confidence.SURE, "2": Confidence.UNSURE, "3": Confidence.GUESSING}
