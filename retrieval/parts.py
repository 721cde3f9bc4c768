"""Takes a question about several things apart, so that each is looked for on its own: A和B哪个更早, 2021年和2022年分别是多少, A当天B怎样.

By patterns alone. Only a question that compares, lists or ties things together is taken apart; 和 in any other stays what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from corpus.parks import find_parks
from retrieval.passage import Span
from retrieval.time_expression import find_times

_CONJUNCTION = r"(?:以及|和|与|跟|及|还是|\band\b|\bor\b)"
_AND = rf"(?:{_CONJUNCTION}|[、,，])"
_BETWEEN = re.compile(rf"\s*(?:{_AND}\s*){{1,2}}")
_SAME = r"(?:都|均)?(?:是否|是不是)?(?:都|均)?(?:是)?(?:发生)?(?:在|于)?同一(?:个)?(?:天|日|周|星期|月|年|季度|地方|城市|场)"
_ORDER = r"(?:早|晚|先|后|高|低|多|少|大|小|快|慢|长|短|强|好)"
_WHICH = rf"(?:哪|谁)[^?？,，]{{0,10}}?(?:更|较|最|先|后|在前|在后)[^?？,，]{{0,4}}?{_ORDER}?"
_ENGLISH_ORDER = r"\b(?:earlier|later|first|last|higher|lower|larger|smaller|bigger|longer|shorter|fewer|better|newer|older|more|less)\b"
_COMPARISON = re.compile(
    rf"{_SAME}|{_WHICH}|(?:更|最){_ORDER}[^?？]{{0,6}}(?:哪|谁)|(?:谁|孰)先(?:谁|孰)后|(?<![年期])相比|^(?:请问?)?(?:比较|对比)(?:一下)?|"
    rf"\bwhich\b.*{_ENGLISH_ORDER}"
)
"""What compares: 哪个更早, 是否在同一天, 相比."""
_EACH = re.compile(r"分别|各(?:自|是|有|为)|\s*\brespectively\b")
_THAN = re.compile(rf"{_ORDER}(?:了|出)?(?=多少|几)")
_ENGLISH_CHOICE = re.compile(rf"^which\b(?P<respect>[^,]*{_ENGLISH_ORDER}[^,]*), (?P<things>.+ or .+)$", re.IGNORECASE)
_SAME_DAY = re.compile(r"(?:的)?(?:当天|同一天|当日|同日|那天|当月|同月|当年|同年)[,，]")
_LIST_HEAD = re.compile(r"^[^:：]{0,20}(?:以下|下列|下面)[^:：,，]{0,16}[:：,，?？]")
_SUMMARY = re.compile(r"[,，]?这(?:些|[两三四五几][个件起场次项]?)(?:日期|事件|事情|事)?[中里]?[,，]?$")
_ITEM_MARK = re.compile(r"(?<![\d一二三四五六七八九十])、")
_ITEM = re.compile(r"\d[、.．]|[;；。]")
_YEAR = re.compile(r"(?:19|20)\d\d年|去年|前年|今年")
_WITHIN_YEAR = re.compile(r"第?[一二三四1-4]季度|[上下]半年|[\d一二三四五六七八九十]+月")
_SHARED_TIME = re.compile(r"^(?:截至|截止|到)?(?:19|20)\d\d年(?:[^,，]{0,8}[,，]|\d{1,2}月(?:\d{1,2}日)?|[一二三四]季度|[上下]半年)?")
_GENERAL = re.compile(
    rf"{_SAME}|相比|对比|比较|一下|请问?|(?:这|那)?(?:两|三|几)?个?(?:事件|事情|件事)|发生|举行|(?:哪|谁)(?:一|个|家|件|者|项|座|次|场|年)*|(?:更|较|最)?{_ORDER}|分别|"
    r"之间|两者|中|得|的|是|在|吗|呢|[?？,，。:：]|\s"
)
"""What a comparison says beside what is compared: left out of 哪个事件发生更早, but 产值 stays of 哪个产值更高."""
_ABOUT_TIME = re.compile(r"[早晚先后]|同一个?[天日周月年季]|时间|\b(?:earlier|later|first)\b")
_SHORTEST_PART = 2
"""Characters; less names no thing that could be looked for."""
_MOST_PARTS = 5
_MOST_UNEVEN = 4
"""How many times as long as the shortest thing of a list the longest may be."""
_ANY_DAY = date(2000, 1, 1)
"""Where a time stands in a question is the same on every day."""


def parts_of(question: str) -> tuple[str, ...]:
    """The questions that a question consists of, two to five; empty when it asks about one thing."""
    if tied := _SAME_DAY.search(question):
        return _long_enough((question[tied.end() :], question[: tied.start()]))  # what is asked comes before what gives the day
    if choice := _ENGLISH_CHOICE.match(question):
        respect = " ".join(re.sub(_ENGLISH_ORDER, "", choice["respect"]).split())
        return _long_enough([f"{thing.strip()} {respect}" for thing in re.split(r",? or |, ", choice["things"].rstrip("?"))])
    if listed := _LIST_HEAD.match(question):
        return _items(question[listed.end() :])
    each, comparison = _EACH.search(question), _COMPARISON.search(question)
    if apart := _times_apart(question, each, comparison) or (_parks_apart(question) if each or comparison else ()):
        return apart
    if comparison:
        return _compared(question, comparison)
    return _each_of(question[: each.start()], question[each.end() :]) if each else _park_than_park(question)


def asks_about_time(question: str) -> bool:
    """Whether the parts are compared in time: then their quotes come in order of time."""
    return _ABOUT_TIME.search(question) is not None


def _compared(question: str, comparison: re.Match[str]) -> tuple[str, ...]:
    """What is compared stands before the comparing words, or after them; what it is compared in goes with each part."""
    before, after = _SUMMARY.sub("", question[: comparison.start()]), question[comparison.end() :]
    if not re.search(_AND, before):
        return _items(after)
    respect = _GENERAL.sub("", comparison[0] + after)
    return _with_rest(before, respect if len(respect) >= _SHORTEST_PART else "")


def _items(text: str) -> tuple[str, ...]:
    pieces = _ITEM.split(text) if _ITEM.search(text.rstrip("。")) else re.split(_AND, text)
    return _long_enough(pieces)


def _with_rest(before: str, after: str, conjunction: str = _AND) -> tuple[str, ...]:
    """The things that `before` lists, each with `after`; a time at the beginning holds for all."""
    time = _SHARED_TIME.match(before)
    shared = time[0] if time else ""
    things = _listed(before[len(shared) :].strip(" ,，?？。的"), conjunction)
    return tuple(f"{'' if _YEAR.match(thing) else shared}{thing}{after}" for thing in things)


def _listed(text: str, conjunction: str) -> Sequence[str]:
    """甲、乙和丙 as its things where they are about as long; else both sides of one conjunction; empty where there is none."""
    *items, rest = (item.strip(" ,，") for item in _ITEM_MARK.split(text))
    for things in ([*items, *(_sides(rest, conjunction) or [rest])], [*items, rest]):
        lengths = [len(thing) for thing in things]
        if items and min(lengths) >= _SHORTEST_PART and max(lengths) <= _MOST_UNEVEN * min(lengths):
            return things[:_MOST_PARTS]
    return _sides(text, conjunction)


def _sides(text: str, conjunction: str) -> Sequence[str]:
    """Both sides of the conjunction nearest to the middle."""
    sides = [(text[: match.start()].strip(" ,，"), text[match.end() :].strip()) for match in re.finditer(conjunction, text)]
    sides = [pair for pair in sides if min(map(len, pair)) >= _SHORTEST_PART]
    return min(sides, key=lambda pair: abs(len(pair[0]) - len(pair[1])), default=())


def _each_of(before: str, after: str) -> tuple[str, ...]:
    """甲和乙的产值分别是多少 asks for the output of both."""
    *others, last = _with_rest(before, "", _CONJUNCTION) or [before]
    what = last[last.find("的") :] if "的" in last and not any("的" in other for other in others) else ""
    return (*(f"{other}{what}{after}" for other in others), f"{last}{after}") if others else ()


def _long_enough(pieces: Sequence[str]) -> tuple[str, ...]:
    parts = tuple(part for piece in pieces if len(part := piece.strip(" ,，、?？。;；")) >= _SHORTEST_PART)
    return parts[:_MOST_PARTS] if len(parts) > 1 else ()


def _times_apart(question: str, each: re.Match[str] | None, comparison: re.Match[str] | None) -> tuple[str, ...]:
    """The question once with each of several times that stand beside each other; 上半年 after 2022年 is of that year.

    Where as many things follow (3月和5月，甲和乙分别怎样), each time goes with its thing; where such things are compared, with both.
    """
    run = _side_by_side(question, [time.span for time in find_times(question, _ANY_DAY)])
    if not run:
        return ()
    times = [question[span.start : span.end] for span in run]
    if year := _YEAR.match(times[0]):
        times = [f"{year[0]}{time}" if _WITHIN_YEAR.match(time) else time for time in times]
    if (mark := each or comparison) and question.startswith((",", "，"), run[-1].end):
        things = _with_rest(question[run[-1].end : mark.start()], question[mark.end() :])
        if things:
            return tuple(f"{question[: run[0].start]}{time}{thing}" for time, thing in zip(times, things, strict=False)) if each else ()
    return _with_each(question, run, times)


def _parks_apart(question: str) -> tuple[str, ...]:
    """The question once with each of several parks that stand beside each other."""
    run = _side_by_side(question, list(_park_spans(question)))
    return _with_each(question, run, [question[span.start : span.end] for span in run])


def _park_than_park(question: str) -> tuple[str, ...]:
    """甲园区的税收比乙园区多多少 is 甲园区的税收多少 and 乙园区的税收多少."""
    for one, other in pairwise(_park_spans(question)):
        between, after = question[one.end : other.start], question[other.end :]
        if between.endswith("比") and _THAN.search(after):
            asked = between.removesuffix("比") + _THAN.sub("", after)
            return tuple(f"{question[: one.start]}{question[park.start : park.end]}{asked}" for park in (one, other))
    return ()


def _park_spans(question: str) -> Iterator[Span]:
    parks = find_parks(None, re.sub("对比|比较?", " ", question))  # else 税收比云澜经开区 would be a park
    names = "|".join(re.escape(park) for park in sorted(parks, key=len, reverse=True))
    return (Span(*match.span()) for match in (re.finditer(names, question) if names else ()))


def _side_by_side(question: str, spans: Sequence[Span]) -> list[Span]:
    """The first two or more spans with only conjunctions between them; empty where there are none."""
    run: list[Span] = []
    for span in spans:
        if not run or _BETWEEN.fullmatch(question[run[-1].end : span.start]):
            run.append(span)
        elif len(run) > 1:
            break
        else:
            run = [span]
    return run if len(run) > 1 else []


def _with_each(question: str, run: Sequence[Span], things: Sequence[str]) -> tuple[str, ...]:
    """The question with one of the things in place of their list, without the words that compare."""
    if not run:
        return ()
    before, after = _without_comparing(question[: run[0].start]), _without_comparing(question[run[-1].end :])
    return tuple(f"{before}{thing}{after}" for thing in things[:_MOST_PARTS])


def _without_comparing(text: str) -> str:
    """哪个产值更高 → 产值."""
    return _COMPARISON.sub(lambda match: _GENERAL.sub("", match[0]), _EACH.sub("", text))
