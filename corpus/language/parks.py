"""The development zones that an article names.

A zone's name is a proper name and a kind (银川 + 经开区). The kind is found by pattern; the proper name is what stands before it,
back to the last word that cannot belong to a name. Where it holds a province or city, it begins there; otherwise the wording that
recurs in the article decides where it begins.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.park_kinds import CHINESE_KIND, ENGLISH_KIND, Doubt, ParkKind, english_kind, kinds_in_chinese
from corpus.language.places import PLACE, PLACES
from corpus.language.romanisation import romanise
from corpus.language.script import lightly_simplified
from corpus.language.span import Span
from corpus.language.vocabulary import any_of, word_list

_KIND = lazy_pattern(CHINESE_KIND)
_ENGLISH = lazy_pattern(rf"\b(?P<name>(?:(?!The )[A-Z][\w'-]{{1,30}} ){{1,5}})(?=[A-Z])(?P<kind>(?i:{ENGLISH_KIND}))\b")
_CAPITAL = lazy_pattern("[A-Z]")
"""Without one, the long patterns of English are spared."""
_ENGLISH_END = lazy_pattern(rf" {ENGLISH_KIND}\Z", re.IGNORECASE)
_NAME = lazy_pattern(r"[\u4e00-\u9fff（）()·—“”]*\Z")
_STOP = lazy_pattern(f"(?=({CHINESE_KIND}[和与及跟比的内]|{any_of(word_list('not_in_park_names.txt'))}))")
_KIND_BEFORE_NAME = lazy_pattern(rf"\A{CHINESE_KIND}(?=[\u4e00-\u9fff]{{2}})")
"""As in 国家级经开区云澜经济技术开发区."""
_INDUSTRIES = lazy_pattern(f"(?:{any_of(word_list('industries.txt'))})+")
"""What a park is for, and no name of its own."""
_PLACE = lazy_pattern(PLACE)
_PLACE_START = lazy_pattern(PLACES)
_ADMINISTRATIVE = lazy_pattern(rf"({PLACE})(?:市$|[省市](?={PLACE}))")
_APPOINTED = lazy_pattern(r"任(?=[\u4e00-\u9fff]{2,}\Z)")
_OFFICE = lazy_pattern("(?:党?工委|管委会|管理委员会|党委)?[^，。；、]{0,4}?(?:书记|主任|委员|局长|部长|处长)")
"""What somebody is appointed to, behind a park: 任岚川经开区党工委书记."""
_VERBS = ("任", "说", "谈", "跟")
"""What stands between somebody and a kind without a name: 沈望舒任高新区党工委书记."""
_LIST = lazy_pattern(r"(?:[\u4e00-\u9fff]{2,6}、){1,8}\Z")
_LIST_REACH = 60
_OF_ALL = lazy_pattern("等?(?:[两二三四五六七八九十]|\\d+)[个家]|[两三四五六]地|分别|之间|均|都")
"""What is said of several, behind the last of them."""
_REACH = 18
"""Characters before a kind among which its name is looked for."""
_SHORT_NAME, _LONGEST_NAME = 3, 12
_MOST = 5
_EXTENT = 50_000
"""Characters in which names are looked for; far more than an article has."""
_TITLE_WEIGHT = 3
_ByLength = Callable[[int], Counter[str]]
_Recurs = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class ParkMention:
    """One place where a text names a park: `name` is the proper name, `written` the whole as it is spelled there."""

    span: Span
    name: str
    kind: ParkKind
    written: str

    @property
    def park(self) -> str:
        """What is the same for all writings of one park."""
        return f"{self.name}{self.kind.short}"


def find_parks(title: str | None, text: str) -> tuple[str, ...]:
    """Return the zones named in title and text, most mentioned first, at most five.

    A full name and its short form (云澜经济技术开发区, 云澜经开区) are one park, spelled as in its longest form that occurs.
    """
    whole = f"{title}\n{text}" if title else text
    weights: Counter[str] = Counter()
    spellings: dict[str, set[str]] = {}
    for mention in (each for found in find_park_mentions(whole, titled=bool(title)) for each in (*_listed_with(found, whole), found)):
        weights[mention.park] += _TITLE_WEIGHT if title and mention.span.start < len(title) else 1
        spellings.setdefault(mention.park, set()).add(mention.written)
    ranked = _ranked(weights)
    kept = [park for park in ranked if not (_is_of_industries(park) or _is_translated(park, ranked))] or ranked
    return tuple(max(spellings[park], key=lambda form: (len(form), form)) for park in kept)


def _is_of_industries(park: str) -> bool:
    """Whether a name says what a park is for, and not which one it is: 冷链物流园."""
    name, kind = split_park(park)
    return bool(_INDUSTRIES.fullmatch(name)) and kind in kinds_in_chinese() and not kinds_in_chinese()[kind].official


def _is_translated(park: str, parks: Iterable[str]) -> bool:
    """Whether a name in English is that of another one of these: Yunlan Economic Zone beside 云澜经开区."""
    latin = without_kind(park).replace(" ", "").lower()
    names = (without_kind(other) for other in parks) if latin.isascii() else ()
    return any(romanise(name) == latin for name in names if not name.isascii())


def find_park_mentions(text: str, *, titled: bool = False) -> Iterator[ParkMention]:
    """Yield every mention of a park: those in Chinese in reading order, then those in English.

    With `titled` the text begins with a title, and what that begins with is taken for a name more readily.
    """
    text = text[:_EXTENT]
    plain = lightly_simplified(text)
    kinds = list(_KIND.finditer(plain))
    endings, wordings = _endings(plain, kinds), _wordings(plain)
    last: ParkMention | None = None
    for match in kinds:
        if last and plain[last.span.end : match.start()] in {"(", "（"}:
            kind = kinds_in_chinese()[match[0]]
            last = ParkMention(Span(*match.span()), last.name, kind, last.name + match[0])
        else:
            last = _mention(text, plain, match, endings, _sure(wordings, plain if titled else ""))
        if last:
            yield last
    for match in _ENGLISH.finditer(text) if _CAPITAL.search(text) else ():
        span = Span(match.start("name"), match.end())
        yield ParkMention(span, match["name"], english_kind(match["kind"]), text[slice(*span)])


def _listed_with(mention: ParkMention, text: str) -> list[ParkMention]:
    """The parks before one whose kind stands once for all of them: 甲川、乙川、丙川经开区."""
    plain = lightly_simplified(text[max(0, mention.span.start - _LIST_REACH) : mention.span.start])
    run = _LIST.search(plain) if mention.kind.official else None
    if run is None:
        return []
    items = run[0].split("、")[:-1]
    first = _wording_before(plain, run.start() + len(items[0]))
    items[0] = first if first and items[0].endswith(first) else items[0]
    goes_on = text.startswith(("、", "和", "等"), mention.span.end)
    alike = not goes_on and all(len(item) == len(mention.name) == 2 for item in items)
    if not (alike or _OF_ALL.match(text, mention.span.end) or all(map(_PLACE.fullmatch, items))) or not all(map(_could_be_name, items)):
        return []
    kind = mention.written.removeprefix(without_kind(mention.written))
    return [ParkMention(mention.span, item, mention.kind, item + kind) for item in items]


def _could_be_name(item: str) -> bool:
    return 2 <= len(item) <= 4 and (
        bool(_PLACE.fullmatch(item)) or not (_STOP.search(item) or _INDUSTRIES.fullmatch(item) or _KIND.search(item))
    )


def _mention(text: str, plain: str, match: re.Match[str], endings: Mapping[str, int], recurs: _Recurs) -> ParkMention | None:
    """Return the park that one mention of a kind belongs to; None when it has no name (全区, 整个园区)."""
    kind = kinds_in_chinese()[match[0]]
    wording = _wording_before(plain, match.start())
    if _OFFICE.match(plain, match.end()) and (appointed := _APPOINTED.search(wording)) and not _PLACE_START.search(wording):
        wording = wording[appointed.end() :]
    bare = wording.rstrip("“（(")
    placed = [place.start() for place in _PLACE_START.finditer(bare)]
    begin = _at_its_place(bare, placed[-1]) if placed else _where_it_recurs(bare, kind, endings)
    name = _ADMINISTRATIVE.sub(r"\1", bare[begin:])
    span = Span(match.start() - len(wording) + begin, match.end())
    if not _is_name(name) or (_is_doubtful(name, kind) and not placed and not recurs(name)):
        return None
    exact = plain[slice(*span)] == name + match[0]
    return ParkMention(span, name, kind, text[slice(*span)] if exact else name + match[0])


def _sure(wordings: _ByLength, titled: str) -> _Recurs:
    """What tells whether a wording is a name, though it stands before a kind that makes many a phrase: it recurs, or begins the title."""
    return lambda name: wordings(len(name))[name] >= 2 or (titled.startswith(name) and not _INDUSTRIES.fullmatch(name))


def _wording_before(plain: str, kind: int) -> str:
    """Return what stands before the kind, back to the last word that cannot belong to a name."""
    run = _NAME.search(plain, max(0, kind - _REACH), kind)
    start = run.start() if run else kind
    after_figure = plain[max(0, start - 1) : start].isdigit()  # the 年 of 2022年
    wording = plain[start + after_figure : kind]
    places = [match.span() for match in _PLACE.finditer(wording)]
    stops = (match for match in _STOP.finditer(wording) if not _inside(match.start(), places))
    wording = wording[max((stop.end(1) for stop in stops), default=0) :].lstrip("）)”—·（(“")
    return _KIND_BEFORE_NAME.sub("", wording)


def _inside(position: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in spans)


def _at_its_place(name: str, place: int) -> int:
    """Return where a name begins that holds a place: there, unless nothing follows."""
    return place if len(name) - place > 1 else 0


def _where_it_recurs(name: str, kind: ParkKind, endings: Mapping[str, int]) -> int:
    """Return where the ending of a name begins that recurs twice as often as the whole, when there is one."""
    best, seen = 0, endings.get(name + kind.short, 0)
    for start in range(1, len(name) - 1):
        count = endings.get(name[start:] + kind.short, 0)
        if count >= 2 * max(1, seen):
            best, seen = start, count
    return best


def _endings(plain: str, kinds: Iterable[re.Match[str]]) -> Counter[str]:
    """Count the wordings that end in a kind, in its short form: 读青岚工业园, 青岚工业园, 岚工业园."""
    counted: Counter[str] = Counter()
    for match in kinds:
        before, short = plain[max(0, match.start() - _REACH) : match.start()], kinds_in_chinese()[match[0]].short
        counted.update(before[start:] + short for start in range(len(before)))
    return counted


def _wordings(plain: str) -> _ByLength:
    """Count all wordings of a length, in one pass over the text, when that length is first asked for."""
    return functools.cache(lambda length: Counter(plain[start : start + length] for start in range(len(plain) - length + 1)))


def _is_name(name: str) -> bool:
    if name.endswith((*_VERBS, "—", "·")):
        return False
    return 2 <= len(name) <= _LONGEST_NAME and name.count("（") == name.count("）") and not re.search("[“”]", name)


def _is_doubtful(name: str, kind: ParkKind) -> bool:
    if kind.doubtful is not Doubt.NONE and _INDUSTRIES.fullmatch(name):
        return True
    return kind.doubtful is Doubt.ALL_NAMES or (kind.doubtful is Doubt.SHORT_NAMES and len(name) <= _SHORT_NAME)


def _ranked(mentions: Mapping[str, int]) -> list[str]:
    """Return the parks by mentions; one that is the end of another one is that one's short form and adds to it."""
    longer = _longer_names(mentions)
    merged: Counter[str] = Counter()
    for park, count in mentions.items():
        merged[longer.get(park, park)] += count
    most = max(merged.values(), default=0)
    return [park for park, count in merged.most_common(_MOST) if count * 4 >= most or count >= 3]


def _longer_names(mentions: Mapping[str, int]) -> dict[str, str]:
    """Return for each park that is the end of others the most mentioned of these."""
    longer: dict[str, str] = {}
    for park, count in mentions.items():
        for ending in (park[start:] for start in range(1, len(park))):
            if ending in mentions and (ending not in longer or count > mentions[longer[ending]]):
                longer[ending] = park
    return longer


def split_park(park: str) -> tuple[str, str]:
    """Return a park's proper name and the short form of its kind: 云澜, 经开区 for 云澜经济技术开发区; no kind where none is known."""
    if park[-1:].isascii() and (match := _ENGLISH_END.search(park)):
        return park[: match.start()], english_kind(match[0].strip()).short
    kinds = [match for match in _KIND.finditer(park) if match.end() == len(park) and match.start()]
    return (park[: kinds[-1].start()], kinds_in_chinese()[kinds[-1][0]].short) if kinds else (park, "")


def without_kind(park: str) -> str:
    """Return a park's proper name: 云澜 for 云澜经开区; the whole where it ends in no known kind."""
    return split_park(park)[0]
