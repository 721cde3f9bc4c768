"""What a question asks of a thing, in the words of respects.toml: its phone, wage or floor area, and in which measure."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.vocabulary import table
from retrieval.question.question import Question
from retrieval.question.splicing import is_chinese

GROWTH_ASKED = lazy_pattern(
    r"增速|增幅|增长率|同比|环比|增长(?:的?目标|预期|了?多少|$|了?几|了?百分)|涨了?多少|[降涨跌]幅|(?:提高|增加|减少|下降)了?多少|(?<![新净])[增降跌]了?(?:多少(?!家|个|人|户|名)|百分)"
    r"|多了百分|[涨增降]了?几个?点|变化$|(?:涨|增|升)(?:长)?(?:还是|了?没)(?:降|跌|减|下降)?|growth"
)
WHEN = lazy_pattern(
    r"(?:目标|计划|预期|同比|环比|[今去前当本]年|全年|[当上]月|累计|[上下]半年|平均|[比较](?:上年|前一年|去年)?|一共|大概|分别|\d+年|\d+月)+$"
)
"""What may stand between a thing and how much it grows."""
_ASKS_FOR = lazy_pattern(r"\b(?:how (?:much|many)|what(?:'s)?|number of|amount of)\b")
_OF_GOODS = lazy_pattern(
    r"\bhow (?:much|many)\b(?! (?:is|are|was|were)\b)(?!.*\b(?:worth|value|yuan|rmb|dollars?|usd)\b).*\b(?:ex|im)port(?:ed)?\W*$"
    r"|\b(?:ex|im)ported (?!value)"
)
"""What in a question in English may be answered in tonnes."""
_HOW_MANY = lazy_pattern(
    r"\bhow (?:many|often|long|soon)\b|\bnumber of\b|\b(?:how much|what|average|overall|clearance|processing|waiting|lead) time\b"
)
"""What asks in English for no sum of money, whatever it counts is of: how many foreign trade routes, export clearance time."""
_NO_RESPECT = (Kind.TIME, Kind.PERSON, Kind.PLACE, Kind.REASON)
"""What a question in English asks for that no word for a figure tells: where plots are auctioned, when a firm is to be listed."""
_HAN_END = lazy_pattern(r"[一-鿿]{2,4}\Z")
_LONG = 4
"""Characters of words that name a thing by themselves: 营业总收入, 产能利用率."""
_SHORTEST, _SHORTEST_OF_LONG = 2, 3
"""Characters of its end that stand for a name; of such words more: 投资 does not for 固定资产投资."""


class Respect(NamedTuple):
    """Something that may be asked of a thing."""

    asked: re.Pattern[str]
    told: re.Pattern[str]
    figure: re.Pattern[str] | None
    instead: re.Pattern[str] | None
    """What a sentence tells instead that says nothing of what is asked."""


class Name(NamedTuple):
    """What a sentence may call the thing that is asked of, by its last characters too."""

    text: str
    shortest: int = _SHORTEST


@functools.cache
def respects() -> tuple[Respect, ...]:
    """All of the table, in its order."""
    listed = table("respects.toml")
    measures = {name: lazy_pattern(pattern) for name, pattern in listed["measures"].items()}
    return tuple(
        Respect(
            lazy_pattern(each["asked"]),
            lazy_pattern(each.get("told", each["asked"])),
            measures.get(measure),
            lazy_pattern(each["instead"]) if "instead" in each else None,
        )
        for measure, respects in listed.items()
        if measure != "measures"
        for each in respects.values()
    )


def last_characters(text: str) -> str:
    """The last characters of a text, four at most."""
    before = _HAN_END.search(text)
    return before[0] if before else ""


def asked_in_english(question: Question) -> list[Respect]:
    """The respects of the first thing that has any behind a word that asks; where none asks any of the question, for it may come last.

    What is not told in the unit that is asked for is none of them.
    """
    if question.kind in _NO_RESPECT:
        return []
    asking = _ASKS_FOR.search(question.plain)
    things = [(start, [each for each in respects() if each.asked.search("，".join(words))]) for start, words in question.things]
    behind = next((found for place, found in things if asking and place >= asking.start() and found), None)
    found = [each for _, one in things for each in one] if behind is None else behind
    unit = None if question.unit is None or GROWTH_ASKED.search(question.said) else f"9{question.unit}"
    of_money = question.unit is not None or _HOW_MANY.search(question.plain) is None
    return [
        each
        for each in (_of_any_measure(each, question.plain) for each in found)
        if each.figure is None or ((unit is None or each.figure.search(unit)) and (of_money or not each.figure.search("9元")))
    ]


def _of_any_measure(respect: Respect, plain: str) -> Respect:
    """How much was exported may be told in tonnes, where no value is asked for."""
    exported = respect.asked.search("出口") or respect.asked.search("进口")
    return respect._replace(figure=None) if exported and _OF_GOODS.search(plain) else respect


def asked_in_chinese(plain: str) -> tuple[list[Respect], list[Name]]:
    """The respect whose words end last in a question; of two that end together the longer, then the one that the table has first.

    With it what names the thing that it is asked of: its own words where they are long, and those before.
    """
    found = [
        (match.end(), -match.start(), -place, match[0]) for place, each in enumerate(respects()) for match in each.asked.finditer(plain)
    ]
    if not found:
        return [], []
    _, start, place, words = max(found)
    long = [Name(words, _SHORTEST_OF_LONG)] if len(words) >= _LONG and is_chinese(words) else []
    return [respects()[-place]], [*long, Name(last_characters(WHEN.sub("", plain[:-start])))]
