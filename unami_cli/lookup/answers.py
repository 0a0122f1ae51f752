"""Which words of a sentence answer a question: those of the kind asked for that fit best, where that is sure."""

from __future__ import annotations

from collections.abc import Sequence

from unami_cli.lookup.candidates import FINDERS, MEASURED, MetWord, Sentence, Words
from unami_cli.lookup.discourse import Discourse
from unami_cli.lookup.interpretation import Unit
from unami_cli.lookup.questions import Question, Wanted
from unami_cli.lookup.ranking import Near

ANSWER, STRETCH = 0.6, 0.2
"""What words that answer add to the score of their sentence, at a fit of 1; less where anything new may answer."""
_LOOSE = (Wanted.TEXT, Wanted.REASON, Wanted.SPEECH, Wanted.PHRASE, Wanted.TRUTH)
_SURE, _FITTING, _TRUE, _DESCRIBED = 0.25, 0.2, 0.6, 0.3
"""What an answer is shown from: so much of the question in and around its sentence (less, where the answer fits well;
more and in the sentence, for yes or no); the fit of a description."""
_WELL = 0.6
"""The fit of an answer that fits well."""
_LIGHT = frozenset(
    """get got gets do did does done make makes made take takes took taken have had go goes went come comes came become
    became give gives gave use used want wanted need needed try tried find put keep kept let seem show""".split()
)
"""Verbs that say little: a sentence answers without them."""


def answer(discourse: Discourse, question: Question, number: int, met: Sequence[MetWord]) -> Words | None:
    """The words of the fact that answer best, or None where it holds none of the kind that is asked for."""
    fact = discourse.fact(number)
    if fact is None:
        return None
    sentence = Sentence(discourse, number, fact, question, met)
    found = (words for find in FINDERS[question.wanted] for words in find(sentence))
    return max(found, key=lambda words: words.fit, default=None)


def worth(question: Question, answer: Words | None) -> float:
    """What an answer adds to the score of its sentence."""
    return 0.0 if answer is None else answer.fit * (STRETCH if question.wanted in _LOOSE else ANSWER)


def sure(question: Question, near: Near, units: Sequence[Unit], answer: Words) -> bool:
    """Whether an answer is likely enough to be shown.

    Enough of the question must stand in its sentence; what the question asks to have been done must be told somewhere;
    a figure must be in the unit asked for.
    """
    if near.told < (_FITTING if answer.fit >= _WELL else _SURE) or not _done(question, near, units):
        return False
    if question.wanted is Wanted.TRUTH:
        return near.covered >= _TRUE
    if question.wanted in (Wanted.FIGURE, Wanted.OFTEN) and question.measure:
        return answer.fit >= MEASURED
    return question.wanted is not Wanted.WHO or answer.kind != "text" or answer.fit >= _DESCRIBED


def _done(question: Question, near: Near, units: Sequence[Unit]) -> bool:
    """Whether what is asked to have been done is told: not nowhere in the texts and, where a deed has a doer, a day or
    a place, not elsewhere alone.
    """
    if question.verb is None or question.verb.word in _LIGHT:
        return True
    verbs = [(unit, grade) for unit, grade in zip(units, near.grades, strict=True) if question.verb in unit.terms]
    goes_on = near.told - near.covered > 0.01
    return all(unit.options and (grade or goes_on or question.wanted not in _DEEDS) for unit, grade in verbs)


_DEEDS = (Wanted.DATE, Wanted.WHO, Wanted.PLACE, Wanted.BODY)
