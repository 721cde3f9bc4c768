"""Meetings at the beginning of a year: they look back on the year before, award its best firms, and plan for their own.

What is awarded there is of the meeting's year, though it is *for* the year before; the figures that are looked back on are of that one
alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from retrieval.training.invented.lexicon import LEXICON
from retrieval.training.invented.lot import Lot
from retrieval.training.invented.naming import Park, park
from retrieval.training.invented.page import Page
from retrieval.training.invented.wording import worded, year_asked
from retrieval.training.pairs import Pair

_MEETINGS = ("工作会议", "经济工作会议", "总结表彰大会", "高质量发展大会")
_BEST = ("先进企业", "优秀企业", "纳税大户", "突出贡献企业", "重点企业", "创新型企业")
_MONEY = ("奖金", "奖励资金", "奖励")


def awards(lot: Lot) -> Iterator[Pair]:
    """One such meeting and its questions."""
    of, year = park(lot), lot.randint(2018, 2025)
    meeting, best, money = lot.one(_MEETINGS), lot.one(_BEST), lot.one(_MONEY)
    firms, paid = f"{lot.randint(5, 120)}家", f"{lot.randint(50, 4000)}万元"
    title = lot.one(
        [f"{of.short}召开{year}年{lot.one(['度', ''])}{meeting}", f"{of.short}{meeting}召开 {firms}企业受表彰", f"{of.short}表彰{best}"]
    )
    page = Page(lot, title, of, (year, lot.randint(1, 3)))
    page.say(
        lot.one(
            [
                f"日前，{of.called(lot)}召开{year}年{meeting}，总结{year - 1}年工作，部署{year}年任务。",
                f"近日，{of.called(lot)}{year}年{meeting}举行。",
            ]
        )
    )
    indicator = lot.one([each for each in LEXICON.indicators if each.is_name_only])
    name, value = lot.one(indicator.told), indicator.value(lot)
    looked_back = page.say(f"{lot.one([f'{year - 1}年', '去年'])}，{of.short}实现{name}{value}。", value) if lot.happens(0.7) else None
    awarded = page.say(_award(lot, year, best, firms), firms)
    cost = page.say(lot.one([f"，发放{money}共计{paid}。", f"，共颁发{money}{paid}。", f"，兑现{money}{paid}。"]), paid)
    if lot.happens(0.5):
        page.say(lot.one([f"会议提出，{year}年{name}增长{lot.randint(4, 12)}%以上。", "会议要求，坚持项目为王，优化营商环境。"]))
    page.ask(_asked(lot, of, year, lot.one([f"表彰了多少家{best}", f"{meeting}表彰了几家企业", f"奖励了多少家{best}"])), awarded)
    page.ask(_asked(lot, of, year, lot.one([f"{meeting}发了多少{money}", f"发放{money}多少万元", f"一共发了多少{money}"])), cost)
    page.ask(worded(lot, f"{of.called(lot)}{year - 1}年度{best}{lot.one(['有多少家', '表彰了几家', '一共多少家'])}"), awarded)
    if looked_back:
        page.ask(_asked(lot, of, year - 1, lot.one(indicator.asked)), looked_back)
    page.ask(_asked(lot, of, year, lot.one(indicator.asked)))
    page.ask(_asked(lot, of, year + lot.one([1, 1, 2, -2]), lot.one([f"表彰了多少家{best}", f"{meeting}表彰了多少家企业"])))
    page.ask(_asked(lot, of, year + lot.one([-1, -1, 1, 2]), f"{meeting}发了多少{money}"))
    page.ask(_asked(lot, lot.one([of.sister, of.elsewhere])(lot), year, f"表彰了多少家{best}"))
    return page.pairs()


def _award(lot: Lot, year: int, best: str, firms: str) -> str:
    return lot.one(
        [
            f"会议对{year - 1}年度{firms}{best}进行表彰",
            f"会上，{firms}企业获评{year - 1}年度{best}",
            f"会议表彰了{year - 1}年度{best}{firms}",
            f"大会授予{firms}企业“{year - 1}年度{best}”称号",
            f"会议对上年度{firms}{best}予以奖励",
        ]
    )


def _asked(lot: Lot, of: Park, year: int, what: str) -> str:
    when, spelt_out = year_asked(lot, year, lot.one([year, year + 1, 2026]))
    return worded(lot, f"{of.called(lot)}{when}{what}", spelt_out)
