"""Whether a passage tells of one side of a comparison, and of no other: its park, its time, its kind of figure."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from retrieval.question.question import Question
from retrieval.question.splicing import is_chinese
from retrieval.ranking.compared_with import only_compared
from retrieval.ranking.confidence import CONTRADICTIONS, READ, UNLESS_READ
from retrieval.ranking.features import READER_ANSWERS
from retrieval.ranking.ranker import Ranked
from retrieval.text.character_pairs import character_pairs
from retrieval.text.passage_facts import SentenceFacts

LONGEST_MONTH = 31
_OF_A_MONTH = lazy_pattern(r"当月|单月|当日|单日")
"""What is told of a month or day is no figure of a longer time."""
MOST_MISSING = 0.5
"""Share of what is asked that a sentence may leave untold which neither evidence nor reader takes for the best."""
LEAST_SHARED = 0.5
"""Share of the bigrams of what is asked for that a sentence must have that tells a target of it: any park has targets."""
_GROWTH = lazy_pattern(r"增[速幅]|增长率|增长的?(?:目标|预期)|增长(?:了|有)?(?:多少|几)|growth")
_GROWN = lazy_pattern(
    r"(?:[增降涨跌减升滑落]|同比|环比|[比较](?:上|去)年|[+-])[^\d，。；,;]{0,8}[+-]?\d[\d.]*(?:%|[成倍番])|[翻降增]一?[番倍成]"
)
_RATE = lazy_pattern(r"growth|percent|占比|比重|比例|百分(?!点)")
_OFTEN_RATE = lazy_pattern(r"率|强度|份额|几成|\brate\b|\bshare\b")
_POINTS_ASKED = lazy_pattern(r"百分点|percentage point")
_PERCENTAGE = lazy_pattern(r"\d(?:\.\d+)?(?:%| ?per ?cent)|[一二三四五六七八九两\d]成")
"""No 百分点: by how much a rate differs from another is none."""
_POINTS = lazy_pattern(r"\d个?百分点|\d percentage point")
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
    if _OF_A_MONTH.search(sentence.text) and not _OF_A_MONTH.search(part.plain) and any(time.days > LONGEST_MONTH for time in part.times):
        return False
    if features["time contradicted"] or features["other time"] or (features["article of other time"] and not sentence.periods):
        return False
    behind = ranked.evidence.behind
    return part.kind is not Kind.NUMBER or any(_has_figure(part.plain, each.text) for each in (sentence, behind) if each)


def retold(part: Question, ranked: Ranked, parks: Collection[str]) -> Ranked | None:
    """A passage that was found, with the sentence of it that tells of a side and of the thing; None where none does.

    What answers best by all other evidence, or what the reader takes, may stand beside it: 其中，出口27亿元 behind 进出口总值78亿元.
    """
    return ranked if tells_of(part, ranked, parks) and tells_the_thing(part, ranked) else another_sentence(part, ranked, parks)


def another_sentence(part: Question, ranked: Ranked, parks: Collection[str]) -> Ranked | None:
    """The same with another sentence of it that tells the figure of a side; None where none does, or no figure is asked for."""
    evidence, features = ranked.evidence, ranked.evidence.features
    if part.kind is not Kind.NUMBER or features["other park"] or features["other time"]:
        return None
    for _, sentence in sorted(zip(evidence.fits, evidence.facts.sentences, strict=False), key=lambda each: -each[0]):
        if sentence.span == evidence.sentence or not _has_figure(part.plain, sentence.text) or not _may_be_of_time(part, ranked, sentence):
            continue
        if part.in_english and not any(word in sentence.text for thing in part.things for word in thing.words):
            continue
        told = evidence.contradicted_by(sentence)
        if told.get("sentence missing", 1.0) > MOST_MISSING or any(told.get(name, 0.0) >= 1 for name in (*CONTRADICTIONS, *UNLESS_READ)):
            continue
        other = Ranked(replace(evidence, sentence=sentence.span, answer=None, features={**features, **told}), ranked.score)
        if tells_of(part, other, parks):
            return other
    return None


def _may_be_of_time(part: Question, ranked: Ranked, sentence: SentenceFacts) -> bool:
    """Whether a sentence tells no time, in an article of the one asked for, or one that holds it: 6月 is not all of 上半年."""
    if not sentence.periods:
        return not ranked.evidence.features["article of other time"]
    return all(any(told.first <= time.first and time.last <= told.last for told in sentence.periods) for time in part.times)


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
    """Whether a sentence names other parks, and not the one that is asked of, or that only to compare another with it."""
    named = any(park in sentence and not only_compared(park, sentence) for park in part.parks)
    return bool(part.parks) and not named and any(park in sentence for park in parks if park not in part.parks)


def _has_figure(asked: str, sentence: str) -> bool:
    """Whether a sentence has a rate where a rate is asked for, and an amount where that is: growth is no total."""
    if _POINTS_ASKED.search(asked):
        return _POINTS.search(sentence) is not None
    if _GROWTH.search(asked) and is_chinese(sentence):
        return _GROWN.search(sentence) is not None
    patterns = (_PERCENTAGE,) if _RATE.search(asked) else (_AMOUNT, _PERCENTAGE) if _OFTEN_RATE.search(asked) else (_AMOUNT,)
    return any(pattern.search(sentence) for pattern in patterns)
