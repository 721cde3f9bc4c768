"""What a sentence must hold that is to answer a question, whatever it is about: a day for 哪天, 每 for 人均, a ceiling for 最多能补多少."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from retrieval.question.question import Question


class _Need(NamedTuple):
    kind: Kind
    asked: re.Pattern[str]
    sign: re.Pattern[str]


ONE_CLAUSE = r"^[^,，。;；]*$"
"""What may be a row of a table, whose head tells what its figures are and in which unit."""
CAUSE = (
    "因|由于|受|导致|得益|源[于自]|来自|主要[是在]|缘于|归|拖累|影响|带动|所致|考虑|看[中重好]|发现|违反|不足|退休|卡在|为[了规]|避免|靠|出于|以便|为何|为什么"
    "|[说答称]|表示|认为|解释|坦言"
)
"""What may tell a cause; whoever speaks may."""
_ANY_TIME = (
    r"\d[年月日号天点时]|\d{1,2}[:：./-]\d|(?<!\d)(?:19|20)\d\d(?!\d)|[今昨明当次前后去同翌][天日年月]|[上中下]旬|[初底末夕节月季期后暑寒春夏秋冬五]|周|星期|礼拜|旦"
    r"|国庆|端午|中秋|[春秋]分|[冬夏]至|[一二两三四五六七八九十]点|[上中下]午|[早晚]|随[时到]|每|即日|常年|以来|同时|世纪|半年"
)
_DAY = (
    r"\d[月日号天]|(?<!\d)\d{1,2}[./-]\d|[今昨明当次前后]天|[当同]日|[上中下]旬|[年月][初底]|[周月年]末|周[一二三四五六日]|星期|礼拜|旦|国庆|端午|中秋|[春秋]分|[冬夏]至"
    r"|[一-鿿]{2}[日节](?![能约目点水余])|春节|除夕|开学"
)
_YEAR = r"(?<![\d.])(?:19|20)\d\d(?![\d.]*[元万亿家个人名吨台件户亩平米公])|(?<!\d)\d\d年|[今去前当后同翌次明]年|五|世纪|\d+前"
_GROWTH_ASKED = (
    r"增速|增幅|增长率|同比|环比|[降涨跌]幅"
    r"|[增涨降跌](?:长)?了?(?:多少|几|百分)(?![家个人户名])|(?:提高|增加|减少|下降)了?(?:多少|几)(?![家个人户名])"
)
_GROWTH = rf"[增降减涨跌滑升翻倍扩落提缩快慢比较多少由从]|环比|[+-]\d|持平|{ONE_CLAUSE}"
"""Of what grows."""
_PER_ASKED = r"(?:人均|亩均|户均|生均|地均|车均)(?!评价)|平均每|每一?(?:[人亩户平名张台辆吨度件]|个(?!月))(?!年)"
_PHONE_ASKED = r"电话|手机号|联系方式|热线|号码"
_PHONE = r"\d{5}|\d{3,4}-\d{3,}|[3-9]\d{2,3} \d{4}|分机|(?<![\d.])1(?:1\d|2[02])(?![\d.万亿元%家人])"
"""Also numbers in need: 110, 119, 120."""
_GOODS_ASKED = r"多少[万亿](?:台|辆|块|吨|套|只|片|颗|件|部|箱|艘|架|公斤|千瓦时|立方米|平方米|人次?|户|亩)"
"""Of goods, areas and people no sum of money tells how many."""
_RANK = r"第\d|第[一二三四五六七八九十]|[位名]次?|首|前[列十茅]|榜|排|\d强|冠|列"
_PAST = r"[上前头]一?年|去年|往年|[上前]一?个?[月季]|同期|年初|[以之]前|过去|原|计划|目标|预期|三年|\d"
_DIFFERENCE_ASKED = (
    rf"比(?![例重赛率])(?!{_PAST})[^,，]{{2,14}}?[高低多少快慢贵短长早晚大小][了出上]?(?:多少|几)(?!人口)"
    rf"|(?:[高低快慢]于|[高低多]出|领先|落后|跑[赢输])(?!{_PAST})[^,，]{{2,10}}?(?:多少|几)|(?:跟[^,，]{{2,14}}|相)差(?:距|了)?(?:多少|几)"
)
_DIFFERENCE = (
    r"[高低快慢多少大小早晚长短优]于|[高低快慢多少贵早晚长短]出|领先|落后|差|跑[赢输]|超|百分点|倍|比(?!上一?年|上月|去年|年初|[例重率])"
    r"|[高低快慢多少]\d|较(?!上一?年|上月|去年|年初)|提速|缩短|压缩|节省|省[下了]|便宜"
)
"""By how much one is more than another, not than it was."""
_BEFORE_ASKED = (
    r"(?:没|未)[^,，]{1,4}(?:[之以]前|前)[^,，]{0,14}(?:多少|几|多大|多久)"
    r"|(?:搬家?|搬迁|扩建|改造|扩容|迁址|整治|合并)(?:[之以])?前[^,，]{0,14}(?:多少|几|多大|多久)"
    r"|(?:原先|原来|以前|此前|压[缩减]之?前|调整之?前|改革之?前|提速之?前)[^,，]{0,8}(?:多少|几|多久|多长)"
)
_BEFORE = r"[由从]|原|此前|过去|以前|之前|[搬迁建造容址治并]前|曾|比|[老旧](?:标准|办法|政策|规定)|[减少增压缩短提][^至到为,，]{0,4}\d"
_PIECE = "[斤台辆件份张平亩度吨块只瓶盒支套艘架箱枚头杯颗]"
_PRICE_OF_ONE_ASKED = rf"(?<![第每])[一1]{_PIECE}[^,，]{{0,12}}多少钱|多少钱[一1]{_PIECE}"
_PRICE_OF_ONE = rf"每|单价|均价|售价|/|[一1]{_PIECE}|各|价|元起|卖(?:到|出)?\d|免|统一|{ONE_CLAUSE}"
_BUILDER_ASKED = r"(?:谁|哪一?[家个](?:公司|单位|企业)?)(?:在|来|负责)?(?:施工|承建)|施工单位|承建单位|施工方|承建方"
_BUILDER = r"施工|承建|承包|总包|中标|代建|建设单位|建工|由[^,，。;；]{2,}|负责|公司|集团|[局院]"
_BUYER_ASKED = r"(?:卖|供|销|交付|供货|供应|配套)给(?:了|过)?(?:谁|哪|什么)"
_BUYER = (
    r"给|客户|供|销(?!售收入|售额|量)|卖|出口|采购|用户|配套|买|交付|签|合作|进入|为[一-鿿]{2,12}(?:提供|生产|代工|加工)"
    r"|订单(?:来自|由)|装[到上在]|用[于在]|应用|走进|[、：:]"
)
_BEFORE_OFFICE_ASKED = (
    r"(?:之前|以前|此前|过去)(?:是?在|当|任|做)[^,，]{0,4}(?:哪[里儿]?|哪个(?:地方|单位|部门)|什么[^国]*)(?:当|任|做|工作|$)"
)
_BEFORE_OFFICE = (
    r"曾|历任|此前|之前|以前|先后|来自|从|由(?!.{0,8}兼)|工作过"
    r"|原(?:任|为|是|系|在)|时任|年?至|毕业|出身|干了|做过|当过|前身|调来|退伍|转业|在[^,，]{2,12}工作"
)
_NEEDS = tuple(
    _Need(kind, lazy_pattern(asked), lazy_pattern(sign))
    for kind, asked, sign in (
        (Kind.CONTACT, _PHONE_ASKED, _PHONE),
        (Kind.CONTACT, r"网址|官网|网站|公众号|邮箱|e-?mail", r"www|http|@|网|公众号|小程序|邮|微信"),
        (Kind.TIME, r"哪一?[天日](?!然)|几月几[日号]", _DAY),
        (Kind.TIME, r"哪一?年|几几年", _YEAR),
        (Kind.NUMBER, _GROWTH_ASKED, _GROWTH),
    )
)
_OF_CHINESE = tuple(
    _Need(kind, lazy_pattern(asked), lazy_pattern(sign))
    for kind, asked, sign in (
        (Kind.TIME, r"什么时|何时|哪一?[年月]|几月|时间|日期", _ANY_TIME),
        (Kind.NUMBER, _PER_ASKED, r"均|每|单[位价]|/|一[人亩户平个名张台辆吨度]|各|按|人"),
        (Kind.NUMBER, r"平均|均价", r"均|每|/|人一|一般|多在|之间|至|价|整体"),
        (
            Kind.NUMBER,
            r"(?:最[多高]|上限|封顶|顶格)(?:[能给补奖是贴到拿领]|可以?|不?超过|享受|资助|支持|[赔罚扣借贷])?(?:多少|几)|(?<![期体楼栋构])封顶(?![时后前仪那])|上限",
            r"最|不[超高大]|[封到]顶|[上为]限|以[内下]|至多|至\d|[~-]\d|≤|超",
        ),
        (
            Kind.NUMBER,
            r"(?:最[低少]|至少|下限|门槛)(?:[要得是]|需要?|达到)?(?:多少|几)",
            r"最|不[低少]|起|至少|下限|以上|达|满|超|≥|门槛|须|要|高于",
        ),
        (
            Kind.NUMBER,
            r"几米|多少(?:米|公里|千米)|几公里|(?<!收)(?<!收有)(?<!收入)(?<!收入有)(?<![值额价率薪资税温分位本比费奖补度])(?<![值额价率薪资税温分位本比费奖补度][有能])多[高深宽](?!的?(?:学历|[级端层新效度]|标准))|层高|全长",
            r"\d(?:米|公里|千米|里|厘米|毫米|k?m)",
        ),
        (Kind.NUMBER, r"几[毛角块]|几分钱", rf"\d[元毛角分块]|免|不收|{ONE_CLAUSE}"),
        (Kind.NUMBER, r"(?:几|多少)分(?![钟之公])", rf"\d分(?![钟之公])|{ONE_CLAUSE}"),
        (Kind.NUMBER, _PRICE_OF_ONE_ASKED, _PRICE_OF_ONE),
        (
            Kind.NUMBER,
            r"(?:报考|报名|应聘)[^,，]{0,14}(?:多少|几)[个名位]?人|(?:多少|几)[个名位]?人(?:报名|报考|应聘)",
            rf"报|考|应聘|简历|竞争|{ONE_CLAUSE}",
        ),
        (Kind.NUMBER, r"几比几", r"\d[:：∶比]\d"),
        (Kind.NUMBER, _GOODS_ASKED, rf"(?<![第\d.])\d[\d.]*(?![\d.]|[万亿]?(?:元|美元|欧元|港元)|%|个?百分点|[年月日号季])|{ONE_CLAUSE}"),
        (Kind.NUMBER, r"人民币", r"\d[元块]"),
        (Kind.NUMBER, _DIFFERENCE_ASKED, _DIFFERENCE),
        (Kind.NUMBER, _BEFORE_ASKED, _BEFORE),
        (Kind.DURATION, _BEFORE_ASKED, _BEFORE),
        (Kind.RANK, r"", _RANK),
        *((kind, r"几楼|哪一?[层楼]", r"[层楼]|\df") for kind in (Kind.NUMBER, Kind.PLACE, Kind.OTHER)),
        *((kind, r"哪一?条(?:路|街|道)", r"[路街道巷弄线]") for kind in (Kind.PLACE, Kind.OTHER, Kind.LIST, Kind.NUMBER)),
        *((kind, _BUILDER_ASKED, _BUILDER) for kind in (Kind.PERSON, Kind.ORGANISATION, Kind.LIST, Kind.OTHER)),
        *((kind, _BUYER_ASKED, _BUYER) for kind in (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.LIST, Kind.OTHER)),
        *((kind, _BEFORE_OFFICE_ASKED, _BEFORE_OFFICE) for kind in (Kind.PLACE, Kind.OTHER, Kind.LIST)),
        *((kind, r"专业(?:要求|是什么|有什么|限)", r"专业|学历|不限|学") for kind in (Kind.OTHER, Kind.LIST)),
        *((kind, r"哪个?(?:考点|考场)|考点在|考点是", r"考点|考场|[中小]学|学院|学校|大学|地点|地址|楼|路") for kind in Kind),
        *((kind, r"(?:报名|停车|挂号|入场|参展|摊位|培训|检测)费", r"元|块|费|免") for kind in (Kind.NUMBER, Kind.OTHER)),
    )
)
"""What it must hold for a question in Chinese, which says in so many words what it asks."""
_COUNT_ASKED = (
    r"\bhow many (?!(?:[a-z]+ )?(?:yuan|rmb|dollars|usd|euros?|percent|points|times|years?|months?|days|weeks|quarters)\b)"
    r"|\bnumber of (?!years|months)"
)
_COUNT = (
    r"(?<![第\d.])\d[\d.]*(?![\d.]|[余多]?[万亿]?[余多]?(?:元|美元|欧元|港元|日元|块)|%|个?百分点|[年月日号季])"
    r"|[一二两三四五六七八九十百千半几数]+[余多]?[家个名人项条台辆户位批所]|[免不未没无零独唯]"
)
_ANY_CAUSE = r"造成|理由|目的|旨在|[，,]系|多[为是]|才|以致|[“”\"]"
_SEVERAL_ASKED = r"\b(?:which|what|name the) (?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) "
_OF_ENGLISH = (
    _Need(Kind.REASON, lazy_pattern(r""), lazy_pattern(rf"{CAUSE}|{_ANY_CAUSE}")),
    _Need(Kind.LIST, lazy_pattern(_SEVERAL_ASKED), lazy_pattern(rf"[、和与及；;·|“:：]|{ONE_CLAUSE}")),
    _Need(Kind.TIME, lazy_pattern(r"\bborn\b"), lazy_pattern(r"出生|年生|生于|月生|\d岁")),
    _Need(
        Kind.NUMBER, lazy_pattern(r""), lazy_pattern(r"(?<!\d)(?!(?:19|20)\d\d(?!\d))\d|[一二两三四五六七八九十百千半]|[免不未没无]|翻番")
    ),
    _Need(
        Kind.DURATION,
        lazy_pattern(r""),
        lazy_pattern(
            r"(?:\d|[一二两三四五六七八九十几半])个?(?:多|余)?(?:年|月|周|星期|季|工作日|天|日|小?时|分钟?|秒|届|学期|米|公里)|[当即]|长期|永久|随时|[至到]\d"
        ),
    ),
    _Need(Kind.PERSON, lazy_pattern(r"\bfounded\b"), lazy_pattern("创|立|发起|[兴举开]办")),
    _Need(Kind.NUMBER, lazy_pattern(_COUNT_ASKED), lazy_pattern(rf"{_COUNT}|{ONE_CLAUSE}")),
    _Need(Kind.RANK, lazy_pattern(r""), lazy_pattern(_RANK)),
)
"""What it must hold for a question in English, of whose words less is known."""


def needed_signs(question: Question) -> Iterator[re.Pattern[str]]:
    """Patterns of which a sentence without a match does not answer."""
    needs = [(need, question.said) for need in (*_NEEDS, *(() if question.in_english else _OF_CHINESE))]
    needs += [(need, question.plain) for need in (_OF_ENGLISH if question.in_english else ())]
    yield from (need.sign for need, asked in needs if question.kind is need.kind and need.asked.search(asked))
