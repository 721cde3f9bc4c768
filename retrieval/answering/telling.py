"""Whether a passage tells of one side of a comparison, and of no other: its park, its time, its kind of figure."""

from __future__ import annotations

from collections.abc import Callable, Collection

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from retrieval.question.question import Question
from retrieval.ranking.confidence import READ, UNLESS_READ
from retrieval.ranking.features import READER_ANSWERS
from retrieval.ranking.ranker import Ranked
from retrieval.text.character_pairs import character_pairs

LEAST_SHARED = 0.5
"""Share of the bigrams of what is asked for that a sentence must have that tells a target of it: any park has targets."""
_RATE = lazy_pattern(r"增[速幅]|增长率|增长(?:了|有)?(?:多少|几)|growth|percent|占比|比重|比例|百分")
_PERCENTAGE = lazy_pattern(r"\d(?:\.\d+)?(?:%|个?百分点)")
_AMOUNT = lazy_pattern(r"(?<![\d.])\d[\d,.]*(?![\d,.]|%|个?百分点|年|月|日)")
_TOGETHER = lazy_pattern(r"[两三四]区|各园区|合计")
"""What is said of several parks together is a figure of none of them."""


def tells_of(part: Question, ranked: Ranked, parks: Collection[str]) -> bool:
    """Whether nothing says that a passage is of another park or time than a part of a question, or of another kind of figure.

    `parks` are all that are known, normalised.
    """
    features, sentence = ranked.evidence.features, ranked.evidence.told
    if part.parks and _TOGETHER.search(sentence.text) and not _TOGETHER.search(part.plain):
        return False
    if features["other park"] or _is_of_other_park(part, sentence.text, parks):
        return False
    if features["time contradicted"] or features["other time"] or (features["article of other time"] and not sentence.periods):
        return False
    behind = ranked.evidence.behind
    return part.kind is not Kind.NUMBER or any(_has_figure(part.plain, each.text) for each in (sentence, behind) if each)


def tells_the_thing(part: Question, ranked: Ranked) -> bool:
    """Whether nothing says that a passage which was read tells another thing of the same park and time: 进出口总额 beside 出口额.

    What answers a question by itself all the same cannot stand beside the figure of another park or time; nor can a sentence without one
    that announces it, where the reader has not taken the one behind.
    """
    features = ranked.evidence.features
    if part.kind is Kind.NUMBER and not _has_figure(part.plain, ranked.evidence.told.text):
        return False
    if any(features[name] >= 1 for name in UNLESS_READ):
        return False
    return features["sentence missing"] < 1 or features[READER_ANSWERS] > READ


def plans(part: Question, ranked: Ranked, normalize: Callable[[str], str]) -> bool:
    """Whether a sentence tells what is meant to be of the very thing that a part asks for."""
    sentence = ranked.evidence.told
    asked = normalize("".join(str(mention.meaning) for mention in part.matter))
    pairs = character_pairs(asked)
    shared = sum(pair in sentence.text for pair in pairs)
    return any(period.planned for period in sentence.periods) and (part.in_english or shared >= LEAST_SHARED * len(pairs))


def _is_of_other_park(part: Question, sentence: str, parks: Collection[str]) -> bool:
    """Whether a sentence names other parks, and not the one that is asked of."""
    return bool(part.parks) and not any(park in sentence for park in part.parks) and any(park in sentence for park in parks)


def _has_figure(asked: str, sentence: str) -> bool:
    """Whether a sentence has a rate where a rate is asked for, and an amount where that is: growth is no total."""
    return (_PERCENTAGE if _RATE.search(asked) else _AMOUNT).search(sentence) is not None
