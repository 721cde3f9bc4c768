"""Takes a question about several things apart, so that each is looked for on its own: A和B哪个更早, 2021年和2022年分别是多少, A当天B怎样.

By patterns alone. Only a question that compares, lists or ties two things together is taken apart; 和 in any other stays what it is.
"""

from __future__ import annotations

import re

from corpus.parks import find_parks

_CONJUNCTION = r"(?:以及|和|与|跟|及|还是|\band\b|\bor\b)"
_AND = rf"(?:{_CONJUNCTION}|[、,，])"
_SAME = r"(?:都|均)?(?:是否|是不是)?(?:都|均)?(?:是)?(?:发生)?(?:在|于)?同一(?:个)?(?:天|日|周|星期|月|年|季度|地方|城市|场)"
_ORDER = r"(?:早|晚|先|后|高|低|多|少|大|小|快|慢|长|短|强|好)"
_WHICH = rf"(?:哪|谁)[^?？,，]{{0,10}}?(?:更|较|最|先|后|在前|在后)[^?？,，]{{0,4}}?{_ORDER}?"
_COMPARISON = re.compile(
    rf"{_SAME}|{_WHICH}|(?:更|最){_ORDER}[^?？]{{0,6}}(?:哪|谁)|(?:谁|孰)先(?:谁|孰)后|相比|\bwhich\b.*\b(?:earlier|first|later|more|larger|higher)\b"
)
_EACH = re.compile(r"分别|各(?:自|是|有|为)|\brespectively\b")
_SAME_DAY = re.compile(r"(?:的)?(?:当天|同一天|当日|同日|那天|当月|同月|当年|同年)[,，]")
_LIST_HEAD = re.compile(r"^[^:：]{0,20}(?:以下|下列|下面)[^:：,，]{0,16}[:：,，?？]")
_ITEM = re.compile(r"\d[、.．]|[;；。]")
_TIMES = re.compile(rf"(?P<one>(?:19|20)\d\d年|去年|前年|今年){_AND}(?P<other>(?:19|20)\d\d年|去年|前年|今年)")
_SHARED_TIME = re.compile(r"^(?:截至|截止|到)?(?:19|20)\d\d年(?:[^,，]{0,8}[,，]|\d{1,2}月(?:\d{1,2}日)?|[一二三四]季度|[上下]半年)?")
_GENERAL = re.compile(
    rf"{_SAME}|相比|比较|(?:这|那)?(?:两|三|几)?个?(?:事件|事情|件事)|发生|举行|(?:哪|谁)(?:一|个|家|件|者|项|座|次|场|年)*|(?:更|较|最)?{_ORDER}|分别|"
    r"之间|两者|中|得|的|是|在|吗|呢|[?？,，。:：]|\s"
)
_ABOUT_TIME = re.compile(r"[早晚先后]|同一个?[天日周月年季]|时间|当[天日月]|\b(?:earlier|later|first)\b")
_SHORTEST_PART = 2
"""Characters; less names no thing that could be looked for."""
_MOST_PARTS = 5


def parts_of(question: str) -> tuple[str, ...]:
    """The questions that a question consists of, two to five; empty when it asks about one thing."""
    if tied := _SAME_DAY.search(question):
        return _long_enough((question[: tied.start()], question[tied.end() :]))
    if (each := _EACH.search(question)) and (apart := _times_apart(question) or _parks_apart(question)):
        return apart
    if comparison := _COMPARISON.search(question):
        return _compared(question, comparison)
    return _halves(question[: each.start()], question[each.end() :], _CONJUNCTION) if each else ()


def asks_about_time(question: str) -> bool:
    """Whether the parts are compared in time: then their quotes come in order of time."""
    return _ABOUT_TIME.search(question) is not None


def _compared(question: str, comparison: re.Match[str]) -> tuple[str, ...]:
    """What is compared stands before the comparing words, or in a list after them; what it is compared in goes with each part."""
    if listed := _LIST_HEAD.match(question):
        return _items(question[listed.end() :])
    before, after = question[: comparison.start()], question[comparison.end() :]
    if not re.search(_AND, before):
        return _items(after)
    respect = _GENERAL.sub("", comparison[0] + after)
    return _halves(before, respect if len(respect) >= _SHORTEST_PART else "")


def _items(text: str) -> tuple[str, ...]:
    pieces = _ITEM.split(text) if _ITEM.search(text.rstrip("。")) else re.split(_AND, text)
    return _long_enough(tuple(pieces))


def _halves(before: str, after: str, conjunction: str = _AND) -> tuple[str, ...]:
    """Both sides of the conjunction nearest to the middle of `before`, each with `after`; a time at the beginning holds for both."""
    time = _SHARED_TIME.match(before)
    shared = time[0] if time else ""
    rest = before[len(shared) :].strip(" ,，?？。的")
    sides = [(rest[: match.start()], rest[match.end() :]) for match in re.finditer(conjunction, rest)]
    sides = [pair for pair in sides if min(len(side.strip()) for side in pair) >= _SHORTEST_PART]
    best = min(sides, key=lambda pair: abs(len(pair[0]) - len(pair[1])), default=())
    return tuple(f"{shared}{side.strip()}{after}" for side in best)


def _long_enough(pieces: tuple[str, ...]) -> tuple[str, ...]:
    parts = tuple(part for piece in pieces if len(part := piece.strip(" ,，、?？。;；")) >= _SHORTEST_PART)
    return parts[:_MOST_PARTS] if len(parts) > 1 else ()


def _times_apart(question: str) -> tuple[str, ...]:
    match = _TIMES.search(question)
    return _with_each(question, match.span(), (match["one"], match["other"])) if match else ()


def _parks_apart(question: str) -> tuple[str, ...]:
    """The question once with each of two parks that stand beside each other."""
    parks = find_parks(None, question)
    beside = (re.search(rf"({re.escape(one)}){_AND}({re.escape(other)})", question) for one in parks for other in parks)
    match = next(filter(None, beside), None)
    return _with_each(question, match.span(), (match[1], match[2])) if match else ()


def _with_each(question: str, span: tuple[int, int], things: tuple[str, str]) -> tuple[str, ...]:
    return tuple(_EACH.sub("", f"{question[: span[0]]}{thing}{question[span[1] :]}") for thing in things)
