"""The words by which a question compares or lists things: 哪个更早, 分别, 是否在同一天, 相比, which … first."""

from __future__ import annotations

import re

from corpus.language.lazy_pattern import lazy_pattern

CONJUNCTION = r"(?:以及|和|与|跟|及|还是|\band\b|\bor\b)"
AND = rf"(?:{CONJUNCTION}|[、,，])"
_BOTH = "(?:都|(?<![平人亩户年月日])均)"
"""均 that means all of them: not that of 平均, 人均."""
_SAME = rf"{_BOTH}?(?:是否|是不是)?{_BOTH}?(?:是)?(?:发生)?(?:在|于)?同(?:一个?(?:天|日|周|星期|月|年|季度|地方|城市|场)|年同月|年|月)"
_FIRST = "(?<![率首优领争抢])先(?![进生锋行])"
"""先 that compares: not that of 率先, 优先, 领先, 先进."""
_ORDER = rf"(?:早|晚|{_FIRST}|后|高|低|多|少|大|小|快|慢|长|短|强|好|近|远)"
_MORE = rf"(?:更|较|最|{_FIRST}|在前|在后)"
_WHICH = rf"(?:哪|谁)[^?？,，]{{0,16}}?{_MORE}[^?？,，]{{0,4}}?{_ORDER}?"
_WHICH_AT_THE_END = rf"(?:哪一?[个家座年]|谁)[^?？,，]{{0,8}}?{_ORDER}(?:一?些|一点)?(?=[呢啊]*(?:[?？,，;；。]|$))"
"""哪个奖金多, 谁高: without a 更 where nothing follows in its clause."""
_ALL = (
    rf"(?:这些事件?)?(?:是否|是不是)?{_BOTH}(?:是)?(?:发生)?(?:在|于)?"
    r"[^?？,，]{0,14}?(?:年|月|日|季度|周|期间)(?:期间|内|里|中)?[^?？,，]{0,4}吗?[?？]*$"
)
_SEQUENCE = r"(?:这些)?(?:事件)?[,，]?(?:从早到晚|按时间|时间先后|发生的?先后|先后)[^?？,，]{0,4}(?:顺序|排序|排列)(?:是什么|是怎样|如何)?"
_ENGLISH_FIRST = r"first(?![ -](?:quarter|half|(?:[a-z]+|\d+) (?:quarter|month)s))"
ENGLISH_ORDER = (
    rf"\b(?:earlier|later|{_ENGLISH_FIRST}|last|higher|lower|larger|smaller|bigger|longer"
    r"|shorter|fewer|better|newer|older|more|less)\b"
)
_WHICH_MONTHS = r"(?:是|分别)?在?哪[两三]个?[年月天日](?:发生)?"
_WHOLLY = rf"{_SAME}|{_ALL}|{_SEQUENCE}|{_WHICH_MONTHS}"
"""What compares and says nothing that a part could be looked for with."""
COMPARISON = lazy_pattern(
    rf"{_WHOLLY}|{_WHICH}|{_WHICH_AT_THE_END}|(?:更|最){_ORDER}[^?？]{{0,6}}(?:哪|谁)|(?:谁|孰)先(?:谁|孰)后|(?<![年期])相比|^(?:比较|对比)(?:一下)?|"
    rf"\bwhich\b.*{ENGLISH_ORDER}"
)
"""What compares: 哪个更早, 是否在同一天, 相比."""
EACH = lazy_pattern(
    r"分别|各(?:自|是|有|为)|各(?![类种个项区园级地界方部单县市国乡镇村街年季月行大处])(?=[一-鿿]{1,6}(?:多少|几[个家]))|\s*\brespectively\b"
)
VERSUS = r"对比|(?<![a-z])(?:vs\b\.?|v\.s\.|versus\b|pk(?![a-z]))"
"""Stands between what it compares."""
BESIDE = rf"比|较|有没有|(?:高|低|多|少|大|小)于|{VERSUS}|[与和跟同]|(?<![a-z])(?:compared (?:with|to)|than|and|with)(?![a-z])"
"""What stands before the second of two things that are compared."""
TO_COMPARE = lazy_pattern(
    rf"(?:的|做个?|进行|作)*(?:{VERSUS}|(?:对比|相?比较|比一[比下])(?=(?:一下|情况|如何|怎么?样)?[?？。!！\s]*$))(?:一下|情况|如何|怎么?样)?"
    r"|(?:(?<=年)|(?<=[区园])|^)相?比(?:起来|怎么?样|如何)?(?=[,，?？呢\s]|$)|(?:高|低|多|少|大|小)(?=还是)"
    r"|(?:(?<=年)|(?<=[区园])|^)更?(?:高|低|多|少|大|小)(?:一?些|一点)?(?=[?？呢啊]*$)"
    r"|\b(?:the )?difference(?: (?:in|of))?\b|\bbetween\b(?= ?$)"
    r"|(?<![a-z])compar(?:e|ed|ing|ison)(?![a-z])(?: (?:with|to|of|between))?",
    re.IGNORECASE,
)
"""What says that things are compared, and nothing of what in."""
DIFFERENCE = lazy_pattern(
    rf"(?<!增)(?:{_ORDER}|相?差)(?:了|出)?(?:多少|几)个?百分点|"
    rf"(?<!增){_ORDER}(?:了|出)?(?:多少|几(?=[个家项户件成倍亿万千百]))|(?:更|还|要)?(?:高|低|多|少|大|小)了?[吗不没](?:[高低多少大小])?(?=[?？呢啊]*$)"
    r"|(?<![顺逆误温偏价时])(?:相|的)?差(?:了)?(?:多少|多大|多远|几(?=[个家项户件成倍亿万千百])|距|异|别|额)(?:是?(?:多少|多大|几何)|有多大)?"
)
"""What asks by how much two things differ: 多多少, 差多少, 高吗."""
ENGLISH_MORE = r"\b(?:more|less|fewer|higher|lower|larger|smaller|bigger|greater|faster|slower)\b"
MORE_THAN = lazy_pattern(rf"{ENGLISH_MORE}(?=[^?]*\bthan\b(?!\s+\d{{1,3}}\b))", re.IGNORECASE)
"""How much more … than, higher than: not more than 500."""
EACH_YEAR = lazy_pattern(
    r"(?:历年来?|逐年|各个?年(?:度|份)?|(?:分|按)年度|每一?年度?(?!产|均|平均|可|能|将)|(?:这|近|最近|过去)(?:几|些|两三)年来?(?:里|间|以来)?|近年来?)的?"
    r"|\b(?:over the (?:past |last )?years|(?:for |in )?(?:each|every) year|year by year|by year|yearly|annually)\b",
    re.IGNORECASE,
)
"""历年, 每年, 这几年: asks for one after the other, or may."""
SURELY_EACH_YEAR = lazy_pattern(r"历年|逐年|各个?年|(?:分|按)年度|over the|each|every|year by|by year", re.IGNORECASE)
TREND = lazy_pattern(
    r"(?<!什么)(?<!哪些)(?:的|有)?(?:是?(?:怎么|怎样|如何))?(?:变化|走势|变动|趋势)(?:情况|趋势|走势|如何|怎么?样|曲线)*(?=[?？。!！呢的\s]*$)"
    r"|\b(?:the )?(?:trend|development) (?:of|in)\b|\b(?:changed?|develop(?:ed)?|evolved?)\b(?=\W*$)"
    r"|\bhow (?:did|has|have) (?=.*\b(?:changed?|develop(?:ed)?|evolved?)\b)",
    re.IGNORECASE,
)
"""变化, 走势: asks how something went on."""
GENERAL = lazy_pattern(
    rf"{_WHOLLY}|相比|对比|比较|一下|请问?|(?:这|那)?(?:两|三|几)?个?(?:事件|事情|件事)|发生|举行|(?:哪|谁)(?:一|个|家|件|者|项|座|次|场|年)*|(?:更|较|最)?{_ORDER}|分别|"
    r"之间|两者|中|(?:[定设发给拿花]|增长|上涨)?得|的|是|在|吗|呢|[?？,，。:：]|\s"
)
"""What a comparison says beside what is compared: left out of 哪个事件发生更早, but 产值 stays of 哪个产值更高."""
ABOUT_TIME = lazy_pattern(
    rf"[早晚]|{_FIRST}|(?<!最)后(?!勤)|同一个?[天日周月年季]|同[年月]|时间|何时|什么时候|\b(?:earlier|later|{_ENGLISH_FIRST}|before|after)\b"
)
