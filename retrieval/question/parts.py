"""Takes a question about several things apart, so that each is looked for on its own: A和B哪个更早, 2021年和2022年分别是多少, A当天B怎样.

By patterns alone. Only a question that compares, lists or ties things together is taken apart; 和 in any other stays what it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.language.comparing_words import ABOUT_TIME, AND, COMPARISON, CONJUNCTION, EACH, ENGLISH_ORDER, GENERAL
from corpus.language.lazy_pattern import lazy_pattern
from retrieval.question.clauses import ASKING, before_and_after, clauses_of
from retrieval.question.marked import Marked
from retrieval.question.same_day import tied_to_event
from retrieval.question.sides import side_by_side, sides_of

_ENGLISH_CHOICE = lazy_pattern(rf"^which\b(?P<respect>[^,:]*{ENGLISH_ORDER}[^,:]*)[,:] (?P<things>.+ or .+)$", re.IGNORECASE)
_BY_HOW_MUCH = lazy_pattern(r",?\s*and (?:by )?how much(?: more| higher| larger)?\s*(?=\?*$)", re.IGNORECASE)
"""What goes without saying where both are told."""
_OR_YEAR = lazy_pattern(r"\b(?:19|20)\d\d(?:,? or|,) (?:in )?(?:19|20)\d\d\b")
_ENGLISH_NAME = r"(?:the )?[A-Z][\w-]*(?: [A-Z&][\w-]*)*"
_ENGLISH_PAIR = lazy_pattern(rf"(?P<one>{_ENGLISH_NAME}),? and (?P<other>{_ENGLISH_NAME})")
_ENGLISH_EACH = lazy_pattern(r"\s*\b(?:each|respectively|both|compare|comparing)\b\s*", re.IGNORECASE)
_LIST_HEAD = lazy_pattern(r"^[^:：]{0,20}(?:以下|下列|下面)[^:：,，]{0,16}[:：,，?？]")
_SUMMARY = lazy_pattern(r"[之当]?[中间][,，]$|[,，]?这(?:些|[两三四五几][个件起场次项]?)(?:日期|事件|事情|事)?[中里]?[,，]?$")
_ITEM_MARK = lazy_pattern(r"(?<![\d一二三四五六七八九十])、")
_COMMA_LIST = lazy_pattern(r"[,，][^,，]+[,，](?:以及|和|与|及)")
"""甲，乙，和丙: the commas divide what is listed."""
_ITEM = lazy_pattern(r"\d[、.．]|[;；。]")
_YEAR = lazy_pattern(r"(?:19|20)\d\d年|去年|前年|今年")
_DAY_OF_YEAR = lazy_pattern(r"(?<![\d年])\d{1,2}月(?:\d{1,2}[日号])?")
_SHARED_TIME = lazy_pattern(
    r"^(?:截至|截止|到)?(?:19|20)\d\d年(?:[\d一二三四五六七八九十月日号季度上下半年初底末中旬至到-]{0,8}(?:期间)?[,，]|\d{1,2}月(?:\d{1,2}日)?|[一二三四]季度|[上下]半年)?"
)
_TIME_AT_THE_END = lazy_pattern(r"(?:(?:19|20)\d\d年|去年|前年|今年)(?:\d{1,2}月|[一二三四]季度|[上下]半年)?$")
_SHORTEST_PART = 2
"""Characters; less names no thing that could be looked for."""
_MOST_PARTS = 5
_MOST_UNEVEN = 4
"""How many times as long as the shortest thing of a list the longest may be."""


def parts_of(question: Marked) -> tuple[str, ...]:
    """The questions that a question consists of, two to five; empty when it asks about one thing."""
    if tied := tied_to_event(question.text):
        return _long_enough((tied.asked, tied.event))  # what is asked comes before what gives the day
    if listed := _LIST_HEAD.match(question.text):
        return _items(question.text[listed.end() :])
    return _english_parts(question) or _compared_or_each(question) or before_and_after(question) or clauses_of(question)


def _english_parts(marked: Marked) -> tuple[str, ...]:
    """Which opened first, A or B; how many companies did A and B each reward."""
    question = _BY_HOW_MUCH.sub("", marked.text)
    if (choice := _ENGLISH_CHOICE.match(question)) and not _OR_YEAR.search(question):
        respect = " ".join(re.sub(ENGLISH_ORDER, "", choice["respect"]).split())
        return _long_enough([f"{thing.strip()} {respect}" for thing in re.split(r",? or |, ", choice["things"].rstrip("?"))])
    pair = _ENGLISH_PAIR.search(question) if _ENGLISH_EACH.search(question) else None
    if not pair or any(park.start < pair.end("one") < park.end for park in marked.parks):  # an and that belongs to a name
        return ()
    before, after = (_ENGLISH_EACH.sub(" ", text) for text in (question[: pair.start()], question[pair.end() :]))
    return tuple(f"{before}{pair[side]}{after}".strip() for side in ("one", "other"))


def _compared_or_each(question: Marked) -> tuple[str, ...]:
    """甲和乙哪个更早, 2021年和2022年分别是多少, 甲的税收比乙多多少."""
    text = question.text
    each, comparison = EACH.search(text), COMPARISON.search(text)
    in_times = _times_with_things(question, each or comparison)
    if each and in_times:
        return in_times
    if sides := sides_of(question, times=not in_times):
        return sides
    if comparison:
        return _compared(text, comparison)
    return _each_of(text[: each.start()], text[each.end() :], question.words(question.parks)) if each else ()


def asks_about_time(question: str) -> bool:
    """Whether the parts are compared in time: then their quotes come in order of time."""
    return ABOUT_TIME.search(question) is not None


def _compared(question: str, comparison: re.Match[str]) -> tuple[str, ...]:
    """What is compared stands before the comparing words, or after them; what it is compared in goes with each part."""
    before, after = _SUMMARY.sub("", question[: comparison.start()]), question[comparison.end() :]
    if not re.search(AND, before):
        return _items(after)
    if ASKING.search(before) and not re.search(f"{CONJUNCTION}|、", before):
        return ()  # commas divide what is asked one after the other, and no things to compare
    respect = GENERAL.sub("", comparison[0] + after)
    return _with_rest(before, respect if len(respect) >= _SHORTEST_PART else "")


def _items(text: str) -> tuple[str, ...]:
    pieces = _ITEM.split(text) if _ITEM.search(text.rstrip("。")) else re.split(AND, text)
    return _long_enough(pieces)


def _with_rest(before: str, after: str, conjunction: str = AND) -> tuple[str, ...]:
    """The things that `before` lists, each with `after`; a time before them, or the only one after them, is of all without one."""
    before = before.strip(" ,，?？。的")
    if (told := _TIME_AT_THE_END.search(before)) and not _YEAR.search(before[: told.start()]):
        before, after = before[: told.start()], f"{told[0]}{after}"
    time = _SHARED_TIME.match(before)
    shared = time[0] if time else ""
    things = _listed(before[len(shared) :].strip(" ,，?？。的"), conjunction)
    told = _YEAR.search(before)
    year = told[0] if told else ""
    return tuple((_in_its_year(thing if row else shared + thing, year) or shared + thing) + after for row, thing in enumerate(things))


def _in_its_year(thing: str, year: str) -> str:
    """A thing that names its own time, a day without a year in the year of the others; empty where it names none."""
    if _YEAR.search(thing):
        return thing
    dated = _DAY_OF_YEAR.sub(lambda day: year + day[0], thing, count=1)
    return dated if dated != thing else ""


def _listed(text: str, conjunction: str) -> Sequence[str]:
    """甲、乙和丙 as its things where they are about as long; else both sides of one conjunction; empty where there is none."""
    marked = re.sub(r"[,，](?:以及|和|与|及)?", "、", text) if _COMMA_LIST.search(text) else text
    *items, rest = (item.strip(" ,，") for item in _ITEM_MARK.split(marked))
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


def _each_of(before: str, after: str, parks: Sequence[str]) -> tuple[str, ...]:
    """甲和乙的产值分别是多少 asks for the output of both, 甲的产值和税收分别是多少 for both of one."""
    first, *others = _with_rest(before, "", CONJUNCTION) or [before]
    if not others:
        return ()
    *between, last = others
    if "的" in last and not any("的" in other for other in (first, *between)):
        what = last[last.find("的") :]
        return (*(f"{other}{what}{after}" for other in (first, *between)), f"{last}{after}")
    owner = _owner(first, parks) if not any(_owner(other, parks) for other in others) else ""
    shared = _SHARED_TIME.match(before)
    time = shared[0] if shared else ""
    return (
        f"{first}{after}",
        *(f"{time if owner else ''}{owner}{other.removeprefix(time) if owner else other}{after}" for other in others),
    )


def _owner(thing: str, parks: Sequence[str]) -> str:
    """Whose the thing is: what stands before its first 的, or a park that it begins with, with the time after it."""
    time = _SHARED_TIME.match(thing)
    rest = thing[time.end() :] if time else thing
    if "的" in rest:
        return rest[: rest.find("的") + 1]
    park = next((park for park in parks if rest.startswith(park) and rest != park), "")
    own_time = _SHARED_TIME.match(rest[len(park) :]) if park else None
    return park + own_time[0] if own_time else park


def _long_enough(pieces: Sequence[str]) -> tuple[str, ...]:
    parts = tuple(part for piece in pieces if len(part := piece.strip(" ,，、?？。;；")) >= _SHORTEST_PART)
    return parts[:_MOST_PARTS] if len(parts) > 1 else ()


def _times_with_things(question: Marked, mark: re.Match[str] | None) -> tuple[str, ...]:
    """3月和5月，甲和乙分别怎样 as each thing in its own time; empty where no things are listed after times."""
    text, run = question.text, side_by_side(question.text, question.times)
    if not (run and mark and text.startswith((",", "，"), run[-1].end)):
        return ()
    things = _with_rest(text[run[-1].end : mark.start()], text[mark.end() :])
    return tuple(f"{text[: run[0].start]}{time}{thing}" for time, thing in zip(question.words(run), things, strict=False))
