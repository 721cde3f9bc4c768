"""Whether a text speaks of what is meant to be, or of what is."""

from __future__ import annotations

import re

from corpus.language.lazy_pattern import lazy_pattern

_PLAN = lazy_pattern(
    r"目标|预期|预计|计划|力争|拟(?![奖补认入推录聘资表授])|(?<!现)将(?![近军])|争取(?![到了]|[^，,。；;\d]{0,10}资金(?:\d|多少))|规划|到20\d\d|\bwill\b|\bplans?\b|\btarget|\bexpected\b"
)


def speaks_of_plans(text: str) -> bool:
    """Whether a sentence tells of what is meant to be: 预计, 目标, 到2025年."""
    return _PLAN.search(text) is not None


_HEAD = lazy_pattern(
    r"任务[书单]|任务清单|目标任务|军令状|新目标|工作安排|(?:重点|着力|要)抓好[^，,。；;]{0,4}[件项个][^，,。；;]{0,2}[:：]|[把将](?:20\d\d年|今年)定[为位]|这样[干定]|新的一年"
)
"""What announces a list of what is meant to be."""
_AIM = lazy_pattern(
    r"(?<![主重需])要(?:增长|达到?|突破|完成(?!数)|签约|开工|竣工|投产|招引|交付|培育|盘活|办[好成]|实现|超过|新[增签引]|力争|引进|建成|迈|稳在|跨|冲|保持在|做到|净增|提[高升]?到)"
    r"|(?<![\d一-鿿])年内(?:要|再|完成|建成|实现|达到|新增|新建|引进|开工|竣工|投产|启动|培育|全部|基本)"
    r"|确保|瞄准|有望|冲刺|保底|力保|打算|想(?:法|办成|做成|干成)|预算安排|定的是|提出[，,：:]$|(?:年内|引进|新增|实现|完成|建成|培育)[^，。；]*不[少低]于|建成后|达产后|投产后|满产后|全部达产|建设规模"
    r"|(?<!同比)(?:增长|达到?|突破|超过)[^，。；]{0,8}以上[，,；;。]?$"
)
_SET = lazy_pattern(r"目标|预期|力争|新年|(?<![\d一-鿿])年内")
"""What a year is begun with; a project is planned at any time."""


def announces(clause: str) -> bool:
    """Whether a clause tells of what is meant to be, also where only its verb says so: 要增长8%, 建成后年产60万台."""
    return speaks_of_plans(clause) or announces_list(clause) or _AIM.search(clause) is not None


def announces_list(clause: str) -> bool:
    """Whether what follows, though no word says so, is meant to be: 亮出“任务书”：税收28亿元."""
    return _HEAD.search(clause) is not None


def sets_aims(clause: str) -> bool:
    """Whether a clause tells what a year is meant to bring; where it names none, the one that it is written in."""
    return announces_list(clause) or _SET.search(clause) is not None


_ASKED = lazy_pattern(
    r"打算|原定|想(?:[在到][^，,。？?]{0,8}?把|把|要?[做干收签引达拿建冲让把新到多争修盘招投卖拉赚挣搞花融扩]|完成|实现|办成)|(?<![缓脉俯])冲(?![压击突上]|锋)|奔着|任务|希望|盘子|确保|瞄准"
    r"|(?<![指规认评审核鉴判确稳固])定[了下在]|\b(?:goals?|aim(?:s|ed|ing)?|hop(?:e|es|ed|ing)|intend(?:s|ed)?|want(?:s|ed)?(?! to know)"
    r"|must(?=.*\b(?:in|by) 20\d\d\b)|shoot(?:s|ing)? for|set out to|ambitions?|objectives?)\b"
)
"""Words by which people ask for a target."""
_TO_BE = lazy_pattern(
    r"(?<![主重需只])要(?![求素闻点务])|准备|安排(?!了)|明年|后年|(?:估计|预判|预测|展望)[^，,。？?]*?能(?![源力耗])"
    r"|\b(?:planned|planning|due|going to|scheduled|budget(?:ing|ed)? for|forecasts?|supposed to|next year)\b"
)
_RESULT = lazy_pattern(
    r"实际(?!使用|利用|到位)|(?:完成|结果)数|后来(?![者人居])|最后(?!一)|最终|到头来|一年下来|结果|兑现|超额|(?<!定)了多少|(?:目标|任务|计划)[^，,。？?]{0,8}?(?:完成|实现|达成|落实)(?:了(?![吗没])|得|情况|率)"
    r"|(?:下来|进来|出来|[改办修搬建]完)了[吗没]|(?<!是)(?:不要|别给我?|别说|不看|不是)(?:年度|全年)?(?:计划|目标)|\d[\d.]*[万亿]?[元美家个项亩吨台]{0,2}的?(?:年度)?(?:目标|任务)[^，,]{0,4}完成(?:多少|几)"
    r"|\b(?:actual(?!ly? (?:used|utili[sz]|paid|use\b|foreign))|really"
    r"|in the end|end(?:ed)? up|final|achieved?\b|missed?\b|real (?:figure|number)|did .*\b(?:meet|hit|get to)\b)"
)
"""What asks for a result, also where a plan is named: 任务最后完成多少."""


def asks_of_aims(question: str) -> bool:
    """Whether a question in plain form asks for a target and no result: 原定多少, 想收多少, 全年任务."""
    aims = re.search(r"目标|计划|预期|力争|争取(?![^，,]{0,10}资金)|target", question) or _ASKED.search(question)
    return aims is not None and _RESULT.search(question) is None


def asks_of_plans(question: str) -> bool:
    """Whether a question in plain form asks for anything that is meant to be."""
    told = announces(question) or _ASKED.search(question) or _TO_BE.search(question)
    return bool(told) and _RESULT.search(question) is None
