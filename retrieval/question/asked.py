"""In which unit a question wants its number, and whether it asks how things stand now."""

from __future__ import annotations

import re

_NOW = re.compile(
    r"截[至止到](?:目前|现在|今[天日]?(?!年))|到(?:目前|现在)为止|迄今|目前|当前|现在|如今|眼下|现任|最新|最近|近期|现有|现阶段|"
    r"\b(?:now|currently|current|at present|so far|to date|latest|recently|nowadays|today)\b"
)

_UNIT = re.compile(
    r"(?:多少|几)(?:个)?(?:万亿|[万亿千百])?(元|美元|欧元|吨|亩|公顷|平方?米|平方公里|立方米|公里|千瓦时|兆瓦时|千瓦|兆瓦|千米|工作日|小时|分钟|百分点|%"
    r"|[家个人名项件条座户位台套辆场次所处种批类届层间栋份笔只种片颗本部门起例款支路站岁倍年月天米张]|单(?!位))"
)
_MONEY = re.compile(r"多少钱|花[了费]?多少|(?:多少|几)[万千百]?亿|how much (?:money|did|does|is|was)")
_PERCENT = re.compile(
    r"百分之[几多]|[占比]例|占比|占.{0,6}(?:多少|几成)$|增[速幅]是?多少|(?:增长|下降|提高)率|"
    r"percent|what (?:share|rate|proportion)|growth rate"
)
_ENGLISH_UNITS = (
    (r"compan|enterprise|firm|business|factor|startup|start-up", "家"),
    (r"people|person|worker|employee|resident|student|job|expert|talent", "人"),
    (r"project|measure|agreement|contract|patent", "项"),
    (r"vehicle|car|truck", "辆"),
    (r"ton", "吨"),
    (r"day", "天"),
    (r"year", "年"),
    (r"month", "月"),
    (r"floor", "层"),
    (r"square (?:metre|meter)", "平方米"),
    (r"square kilomet", "平方公里"),
    (r"hectare", "公顷"),
    (r"mu\b", "亩"),
    (r"yuan|rmb", "元"),
    (r"dollar", "美元"),
    (r"household", "户"),
)
_ENGLISH_COUNT = tuple((re.compile(rf"how (?:many|much) (?:[a-z-]+ ){{0,3}}?(?:{words})"), unit) for words, unit in _ENGLISH_UNITS)


def asks_about_now(plain: str) -> bool:
    """Whether a question asks how things stand now: 目前, 现任, 最新, currently."""
    return _NOW.search(plain) is not None


def unit_asked(plain: str) -> str | None:
    """What is counted, where the question names it."""
    if match := _UNIT.search(plain):
        return match[1]
    if _MONEY.search(plain):
        return "元"
    if _PERCENT.search(plain):
        return "%"
    return next((unit for pattern, unit in _ENGLISH_COUNT if pattern.search(plain)), None)
