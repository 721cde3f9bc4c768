"""Completes a follow-up from the question before it: 那2022年呢？, 苏州的呢, 那税收呢, what about 2023.

By patterns alone. What is carried over is always shown to the user, who can take it back.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from bot.conversation.chips import Chip, chips_of, without
from corpus.language.parks import is_kind, without_kind
from corpus.language.places import PLACE
from corpus.language.span import Span

_LEAD = re.compile(
    r"^\s*(?:那么(?![多大高少长远快])|那(?![么些个里边儿时年天种次位家])|还有|换成|再看看?|(?:and\s+)?(?:what|how)\s+about\b|and\b)[,，\s]*",
    re.IGNORECASE,
)
_TAIL = re.compile(r"(?:的话|的)?\s*(?:呢|吗|怎么样|怎样|如何)?[?？。.!！\s]*$")
_ASKS_ON = re.compile(r"呢[?？。!！\s]*$")
_POINTING = re.compile(
    r"它们?(?!山)|(?:该|这个|那个|此)(?:园区|开发区|经开区|高新区)|\b(?:it|(?:this|that|the) (?:zone|park))\b", re.IGNORECASE
)
_PLACE_NAME = re.compile(rf"{PLACE}[省市]?")
_LONGEST_ASPECT = 12
"""Characters; what is longer and begins with no 那 is a question of its own."""


def refers_back(said: str) -> bool:
    """Whether the wording itself says that it goes on from what was asked before."""
    return bool(_LEAD.match(said) or _ASKS_ON.search(said))


def stands_alone(said: str, asked_on: date) -> bool:
    """Whether anything is asked beside parks and times: 那2022年呢 is nothing that a follow-up could refer to."""
    return bool(_aspect(_LEAD.sub("", said), asked_on))


def completed(said: str, before: str, asked_on: date, parks: Collection[str]) -> str | None:
    """The whole question that a follow-up to `before` means; None where it is a question of its own.

    `parks` are the known ones: 苏州 then stands for the only park of that place, 高新区 for the one beside the park asked about.
    """
    led = _LEAD.match(said)
    body = said[led.end() :] if led else said
    asks_on = refers_back(said)
    named, carried = chips_of(body, asked_on), _carried(before, asked_on, parks)
    aspect = _aspect(body, asked_on)
    if named and not aspect:
        return _replaced(before, carried, {chip.kind: [other.text for other in named if other.kind == chip.kind] for chip in named})
    if asks_on and not named and (park := _park_called(aspect, parks) or _park_of_kind(aspect, carried, parks)):
        return _replaced(before, carried, {"park": [park]})
    if pointing := _POINTING.search(body):
        park = next((chip.text for chip in carried if chip.kind == "park"), None)
        return f"{body[: pointing.start()]}{park}{body[pointing.end() :]}" if park else None
    if asks_on and aspect and (led or len(body) <= _LONGEST_ASPECT):
        kinds = {chip.kind for chip in named}
        missing = [chip.text for chip in carried if chip.kind not in kinds]
        return f"{''.join(missing)}{_ASKS_ON.sub('', body)}" if missing else None
    return None


def _carried(before: str, asked_on: date, parks: Collection[str]) -> tuple[Chip, ...]:
    """The parks and times of the question before; where it names no park whole, a known one that it names without its kind."""
    chips = chips_of(before, asked_on)
    if any(chip.kind == "park" for chip in chips):
        return chips
    names = {name for park in parks if len(name := without_kind(park)) > 1 and name in before}
    if not names:
        return chips
    name = max(names, key=len)
    start = before.index(name)
    return (Chip("park", name, Span(start, start + len(name))), *chips)


def _aspect(text: str, asked_on: date) -> str:
    """What is asked, without the parks and times of the text."""
    while chips := chips_of(text, asked_on):
        text = without(text, chips[0])
    return _TAIL.sub("", text).strip(" 的,，")


def _park_called(name: str, parks: Collection[str]) -> str | None:
    """The park of a place that is named alone: the only known one, or the place itself where there are several or none."""
    known = [park for park in parks if name and park.startswith(name)]
    if len(known) == 1:
        return known[0]
    return name if known or _PLACE_NAME.fullmatch(name) else None


def _park_of_kind(kind: str, carried: Sequence[Chip], parks: Collection[str]) -> str | None:
    """The park of a kind that is named alone: the known one of the place that was asked about, or the only known one."""
    known = [park for park in parks if is_kind(kind) and park.endswith(kind)]
    beside = (f"{without_kind(chip.text)}{kind}" for chip in carried if chip.kind == "park")
    return next((park for park in beside if park in known), known[0] if len(known) == 1 else None)


def _replaced(before: str, carried: Sequence[Chip], new: Mapping[str, Sequence[str]]) -> str:
    """The question before with other parks, or other times, in the place of its own; at its beginning where it had none."""
    question = before
    for kind, texts in new.items():
        old = [chip for chip in carried if chip.kind == kind]
        said = "和".join(texts)
        if not old:
            question = f"{said}{question}"
            continue
        first, last = old[0].text, old[-1]
        start = question.find(first)
        end = question.find(last.text, start) + len(last.text)
        question = question[:start] + said + question[end:]
    return question
