"""Reports on a year or a part of it: a handful of indicators, their growth, perhaps what is planned for the next year."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from corpus.language.romanisation import romanise
from corpus.language.span import Span
from retrieval.training.invented.lexicon import LEXICON, Figure, without
from retrieval.training.invented.lot import Lot
from retrieval.training.invented.naming import Park, park
from retrieval.training.invented.page import Page
from retrieval.training.invented.wording import PARTS, WHOLE, time_asked, worded
from retrieval.training.pairs import Pair

TOTAL, GROWTH, TARGET, RANK, NEW = "total", "growth", "target", "rank", "new"
_ENDINGS = {
    GROWTH: ("增速", "增长多少", "涨了百分之几", "同比增长多少", "增幅", "比上年增长多少", "增长率"),
    TARGET: ("目标", "目标是多少", "计划达到多少", "定的目标", "要达到多少", "预期目标多少"),
    RANK: ("排第几", "排名第几", "在全省排第几", "全市排多少位"),
    NEW: ("净增多少", "新增多少", "比上年多了多少", "增加了几个"),
}
_IN_ENGLISH = 0.05


@dataclass(frozen=True, slots=True)
class _Time:
    """A year or a part of it, and the year in which somebody asks for it."""

    year: int
    part: str
    asked_in: int


@dataclass(slots=True)
class _Report:
    """What has been told so far, and where."""

    lot: Lot
    park: Park
    year: int
    part: str
    page: Page
    told: dict[tuple[Figure, str], Span] = field(default_factory=dict)
    """Of the report's own time, by indicator and measure."""
    earlier: dict[Figure, Span] = field(default_factory=dict)
    """Totals of the year before."""
    targets: dict[Figure, Span] = field(default_factory=dict)
    """Totals of the next year."""
    grows: bool = False
    """Whether any growth is planned for the next year."""

    @property
    def published(self) -> int:
        return self.year + (self.part in (WHOLE, "1—11月"))


def report(lot: Lot) -> Iterator[Pair]:
    """One report and its questions."""
    told, indicators = _begun(lot), lot.some(LEXICON.indicators, 6, 2)
    ends = ("；",) if lot.happens(0.3) else ("，", "，", "；", "。")
    for indicator in indicators:
        _tell(told, indicator)
        told.page.say(lot.one(ends))
    told.page.end_with("。")
    if told.part == WHOLE and lot.happens(0.4):
        _plan(told, indicators)
    _ask(told, indicators)
    return told.page.pairs()


def _begun(lot: Lot) -> _Report:
    """A report with its title and first words, of which one at least says its time."""
    of, year = park(lot), lot.randint(2018, 2025)
    part = lot.one([WHOLE, WHOLE, WHOLE, *PARTS])
    published = year + (part in (WHOLE, "1—11月"))
    words = lot.one(PARTS[part].told)
    dated = [f"{of.short}{year}年{words}经济运行情况", f"{of.full}{year}年{words}主要指标", f"{year}年{words}{of.short}发展综述"]
    undated = [f"{of.short}召开经济工作会议", f"{of.short}交出亮眼成绩单", f"高质量发展看{of.short}", f"{of.full}：跑出加速度"]
    relative = ("去年" if published > year else "今年") + words
    by_title = lot.happens(0.25)
    title = lot.one(dated if by_title else [*dated, *undated, *undated])
    when = (words or "全年") if by_title else lot.one([f"{year}年{words}", f"{year}年{words}", relative])
    month = lot.randint(1, 3) if published > year else lot.randint(7, 12)
    page = Page(lot, title, of, (published, month))
    name = of.called(lot)
    page.say(lot.one([f"{when}，{name}坚持稳中求进，", f"记者从{name}获悉，{when}，", f"{when}，全区上下奋力拼搏，", f"{when}，{name}"]))
    return _Report(lot, of, year, part, page)


def _tell(told: _Report, indicator: Figure) -> None:
    """An indicator's total, and perhaps its growth, its rank, what is new, or the year before."""
    lot, page = told.lot, told.page
    name, value = lot.one(indicator.told), indicator.value(lot)
    did = lot.one(["达到", "总数达", "增至", "共"] if indicator.counts else ["完成", "实现", "达到", "", "为"])
    inverted = did in ("完成", "实现") and lot.happens(0.5)
    told.told[indicator, TOTAL] = page.say(f"{did}{name}{value}" if inverted else f"{name}{did}{value}", value)
    if told.part == WHOLE and lot.happens(0.12):
        before = indicator.value(lot)
        told.earlier[indicator] = page.say(lot.one([f"（{told.year - 1}年为{before}）", f"，{told.year - 1}年为{before}"]), before)
    if indicator.counts and lot.happens(0.3):
        new = f"{lot.randint(2, 60)}{indicator.unit}"
        told.told[indicator, NEW] = page.say(lot.one([f"，净增{new}", f"，比上年增加{new}"]), new)
    elif lot.happens(0.55):
        share = f"{lot.uniform(0.4, 38):.1f}%"
        way = lot.one(["增长", "增长", "增长", "下降"])
        told.told[indicator, GROWTH] = page.say(lot.one([f"，同比{way}{share}", f"，比上年{way}{share}", f"，{way}{share}"]), share)
    if lot.happens(0.1):
        rank = f"第{lot.randint(1, 12)}位"
        told.told[indicator, RANK] = page.say(lot.one([f"，居全市{rank}", f"，排全省同类园区{rank}"]), rank)


def _plan(told: _Report, indicators: Sequence[Figure]) -> None:
    """What is planned for the next year, in totals or in growth, of what was told and of what was not."""
    lot, page = told.lot, told.page
    next_year = told.year + 1
    page.say(lot.one([f"今年，{told.park.short}的主要预期目标是：", f"{next_year}年，全区计划", f"展望{next_year}年，全区力争"]))
    for indicator in lot.some([*indicators, *without(LEXICON.indicators, indicators)[:2]], 3, 1):
        name = lot.one(indicator.told)
        if lot.happens(0.6):
            value = indicator.value(lot)
            told.targets[indicator] = page.say(f"{name}{lot.one(['达到', '突破', '完成'])}{value}，", value)
        else:
            page.say(f"{name}增长{lot.randint(4, 20)}%以上，")
            told.grows = True
    page.end_with("。")


def _ask(told: _Report, indicators: Sequence[Figure]) -> None:
    """What it tells, and the same of another year, park, part of the year, indicator or measure."""
    lot, page, year = told.lot, told.page, told.year
    time = _Time(year, told.part, lot.one([year + 1, year + 1, year, 2026]))
    for indicator, earlier in list(told.earlier.items())[:1]:
        page.ask(_question(told, indicator, TOTAL, _Time(year - 1, WHOLE, year)), earlier)
    for indicator, target in list(told.targets.items())[:1]:
        page.ask(_question(told, indicator, TARGET, _Time(year + 1, WHOLE, year + 1)), target)
        page.ask(_question(told, indicator, TOTAL, _Time(year + 1, WHOLE, year + 2)))
    for (indicator, measure), place in lot.some(list(told.told.items()), 3, 3):
        page.ask(_question(told, indicator, measure, time), place)
    indicator = lot.one(indicators)
    for trap in lot.some(
        [_another_year, _another_park, _another_indicator, _another_indicator, _another_part, _another_measure, _untold], 4, 4
    ):
        if question := trap(told, indicator, indicators, time):
            page.ask(question)


def _another_year(told: _Report, indicator: Figure, _: Sequence[Figure], time: _Time) -> str | None:
    away = told.lot.one([1, 2, -2] if indicator in told.earlier else [-1, 1, -1, 1, 2, -2])
    if away == 1 and (told.targets or told.grows):
        return None
    return _question(told, indicator, TOTAL, replace(time, year=told.year + away))


def _another_park(told: _Report, indicator: Figure, _: Sequence[Figure], time: _Time) -> str:
    other = told.lot.one([told.park.sister, told.park.elsewhere])(told.lot)
    return _question(told, indicator, TOTAL, time, other)


def _another_indicator(told: _Report, _: Figure, indicators: Sequence[Figure], time: _Time) -> str:
    silent = without(LEXICON.indicators, [*indicators, *told.targets])
    return _question(told, told.lot.one(silent), told.lot.one([TOTAL, TOTAL, GROWTH]), time)


def _another_part(told: _Report, indicator: Figure, _: Sequence[Figure], time: _Time) -> str:
    return _question(told, indicator, TOTAL, replace(time, part=told.lot.one([part for part in PARTS if part != told.part])))


def _another_measure(told: _Report, indicator: Figure, _: Sequence[Figure], time: _Time) -> str | None:
    possible = (GROWTH, RANK, TARGET, *((NEW,) if indicator.counts else ()))
    lacking = [measure for measure in possible if (indicator, measure) not in told.told]
    if indicator in told.targets or told.grows:
        lacking = [measure for measure in lacking if measure in (RANK, NEW)]
    return _question(told, indicator, told.lot.one(lacking), time) if lacking else None


def _untold(told: _Report, _indicator: Figure, _indicators: Sequence[Figure], _time: _Time) -> str:
    return worded(told.lot, told.park.called(told.lot) + told.lot.one(LEXICON.words["untold_of_parks"]))


_TRAPS: tuple[Callable[[_Report, Figure, Sequence[Figure], _Time], str | None], ...] = (
    _another_year,
    _another_park,
    _another_indicator,
    _another_indicator,
    _another_part,
    _another_measure,
    _untold,
)


def _question(told: _Report, indicator: Figure, measure: str, time: _Time, of: Park | None = None) -> str:
    """Asks for one measure of an indicator."""
    lot, of = told.lot, of or told.park
    if measure == TOTAL and time.part == WHOLE and lot.happens(_IN_ENGLISH):
        name = f"{romanise(of.place).capitalize()} {of.in_english}"
        what = lot.one(indicator.english)
        return lot.one([f"{what} of {name} in {time.year}", f"what was the {what} of {name} in {time.year}?", f"{name} {time.year} {what}"])
    when, spelt_out = time_asked(lot, time.year, time.part, time.asked_in)
    park_named, what = of.called(lot), _asked_for(lot, indicator, measure)
    return worded(lot, lot.one([f"{park_named}{when}{what}"] * 3 + [f"{when}{park_named}{what}", f"{park_named}{when}的{what}"]), spelt_out)


def _asked_for(lot: Lot, indicator: Figure, measure: str) -> str:
    """The indicator, and what of it."""
    name = lot.one(indicator.asked)
    if measure != TOTAL:
        return (name if indicator.is_name_only else lot.one(indicator.told)) + lot.one(_ENDINGS[measure])
    if not indicator.is_name_only:
        return name
    counted = [f"有几{indicator.unit}", f"多少{indicator.unit}"] if indicator.counts else [f"多少{indicator.unit}"]
    return name + lot.one(["", "多少", "是多少", "有多少", "达到多少", *counted])
