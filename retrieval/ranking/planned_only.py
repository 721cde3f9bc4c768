"""Whether a sentence tells only what is meant to be, where a question asks what came of it: 实际哪天通车 and 预计2024年11月通车.

A question says so by a word for it (实际, 后来), or by how it asks: 哪天投产的, 完成投资多少, 招了多少人, 办下来了吗.
"""

from __future__ import annotations

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from retrieval.question.question import Question
from retrieval.ranking.answering_figure import shared_pairs

_RESULT_ASKED = lazy_pattern(
    r"实际(?!使用|利用|控制|到位|使|引进外|吸收)|真正|实打实|(?:到底|究竟|最终)(?!.*(?:能|会|可以|要))|后来(?![者人居])|(?:完成|结果)数"
    r"|(?<!是)(?:不要|别给我?|别说|不看|不是)(?:年度|全年)?(?:计划|目标)|(?:下来|进来|出来|[一-鿿]完)了(?:[吗没，, ]|$)"
    r"|(?:已经?|(?<![认传仿])真的?)(?:(?!多少|几|哪|什么)[^,，]){2,14}了(?:[吗没，, ]|$)|(?:有没有|是否)(?:真的?)?(?:按期|按时|如期)"
    r"|(?:按期|按时|如期)[^,，]{2,6}了?(?:[吗没，, ]|$)"
)
_PLAN = lazy_pattern(
    r"预计|力争|计划|目标|拟(?!合)|预期|争取|安排|确保|提出|原定|打算|设计|规划|有望|冲刺|任务|要求|务必|须在|接下来|下一步|要[办抓做]好|不[少低]于"
)
_RESULT = lazy_pattern(
    r"差|距|离|比(?:原|计划|目标|年|\d)|超|(?<![底前内])完成(?!后)|底完成[^，,;；]{0,6}\d|实际(?!使用|利用|到位)|跨过|落在|晚(?![期间报会上餐])|推迟|未|没|已"
    r"|同比|累计|实现|[一-鿿]了|占|不到|为[^,，;；]{0,6}的\d|竣工\d|到账|(?<!拟)中标|(?<![由从])目前[^,，;；\d]{0,4}\d|[一-鿿]后(?![要将拟计力预])[一-鿿]"
)
_BY_PLAN = lazy_pattern(r"\W*(?:按照?|根据)[^,，;；。]{0,8}(?:计划|方案|规划|安排)[,，]")
_OUTCOME = lazy_pattern(r"差|距|比(?:原|计划|目标)|超|实际|晚(?![期间报会上餐])|推迟|未|没|已|同比|[一-鿿]了|目前|[一-鿿]后")
"""What a sentence tells that begins so and tells more: 按计划，6月投产，实际晚了两个月."""
_DATE = lazy_pattern(r"\d+年(?:\d+月)?(?:\d+[日号])?|\d+月(?:\d+[日号])?|\(?[一二三四五六]\)|第\d+[届批期次]|\d+[件项个]事|\d+年后")
_FIGURE = lazy_pattern(r"\d")

_DONE_ASKED = lazy_pattern(
    r"[一-鿿]了(?:多少|几)|实际|真正|到底|究竟|最[终后]|(?:完成|结果)数"
    r"|(?:完成|达到|实现|建成|投产|开工|竣工|完工|产出|交付|招收|发放|兑付|到位|投入|盘活)(?:出来)?"
    r"(?:投资|项目|面积|标准厂房|产值|资金|房源)?了?(?:多少|几)"
)
_NOW_ASKED = lazy_pattern(r"现在|目前|如今|眼下|当前|到现在|已经?(?!来)")
_THERE_ALREADY = lazy_pattern(r"(?:已经?|现)有的|已经?[建办]成的")
"""What is asked of what there is, whether for a figure or not: 已经有的3个平台做什么."""
_OF_PLANS_STILL = lazy_pattern(r"最[大多高]|再|总投资")
_SHALL = lazy_pattern(
    r"预计|力争|计划|目标|(?<![模虚])拟(?![合奖补认入推录聘资表授任提给对])|预期|争取|确保|原定|打算|有望|冲刺|任务|瞄准"
    r"|到20\d\d年底?[,，]|(?<!现)将(?=[于在新建达有再增全陆正投会可年开引实突逐分累带形])|要(?=[达建完实新引招力提])|还要(?=[在再发把投开])"
    r"|接下来|下一步|不[少低]于|须在|要求(?=[^,，;；。]{0,20}前)"
)
_UNDER_WAY = lazy_pattern(r"正在?(?:办理?|申[请报]|谈|洽谈|筹[建备]|推进|争取|报批)")
_CAME = lazy_pattern(
    r"差|距|离|比(?:原|计划|目标|年|\d)|超过(?:原|计划|目标)|完成|实际(?!使用|利用|到位)|跨过|落在|晚(?![期间报会上餐])|推迟|延|未|没|已|同比|累计|[一-鿿]了|占(?!地|用|比)|不到"
    r"|为[^,，;；]{0,6}的\d|到账|(?<!拟)中标|(?<![由从])目前|[一-鿿]后(?![要将拟计力预])[一-鿿]|提前|当天|现场|[上下]调|实缴|先"
)
_ITEM = lazy_pattern(r"[;；。]")
_NAMING = lazy_pattern(
    rf"(?=[\d第(一二三四五六七八九十a-z])(?:{_DATE.pattern}|(?<!\d)\d+[日号]|\d期|[一二三四五六七八九十]号|\d+元以上|[a-z]\d+)"
)
"""Figures that tell no amount."""

_STEP = lazy_pattern(
    r"投产|开工|动工|交付|完工|竣工|首发|点火|建成|启用|开业|通车|投用|开园|开学|量产|达产|封顶|上线|挂牌|开通|投运|试?运[营行]|试生?产|首航|封关|验收|签约"
    r"|入驻|搬迁|开馆|开放|奠基|发射|下线|上市"
)
_SAME_STEP = (("开工", "动工", "奠基", "开建"), ("完工", "竣工", "建成"), ("试产", "试生产", "试运行"))
_SOON = lazy_pattern(r"(?:(?<![\d今去当上每年份])[本下]?月|(?<![\d今去当上每])年)底前?$|(?:下个?月|明年)[^,，]{0,8}$")
"""What stands before a step that is still to come, without a word for plans: 风雨连廊月底完工."""
_TAKEN = lazy_pattern(r"(?:的|了)$|实际|正式|真正|(?:最[终后]|到底|究竟)(?!.*(?:能|会|可以|要))")
"""What says that the step was taken: 哪天投产的."""
_WHETHER = lazy_pattern(r"了(?:没有?)?$|有没有|是否|按期|按时|如期|^(?:did|has|have|was|were|is|are)\b")
_DID = lazy_pattern(
    r"^(?:(?:on|in|since) )?(?:what|which|when)\b.*\b(?:did|was|were|has|have)\b"
    r"(?!.*\b(?:supposed|planned|due|meant|expected|scheduled)\b)|^since when\b"
)
"""How a question in English asks for the day of what was done."""
_AT_END = "?？。呀吗呢啊 "
_CLAUSE = lazy_pattern(r"[,，;；。:：]")
_SHIFTED = lazy_pattern(r"晚(?![期间报会上餐])|推迟|延|比(?:原|计划)|提前|如期")
"""From a plan to what came."""
_DIGITS = lazy_pattern(r"\d+")
_NAMED = 2
"""Pairs of characters that a clause shares with a question from which on it names what is asked."""


class PlannedOnly:
    """Compares sentences with what one question asks the outcome of."""

    def __init__(self, question: Question) -> None:
        plain, plans = question.plain.rstrip(_AT_END), question.asks_of_plans
        said = question.said.rstrip(_AT_END)
        self._plain = said
        past = question.in_english and not plans and _DID.search(plain) is not None
        self._past = past and question.kind is Kind.TIME
        self._asked = not plans and _RESULT_ASKED.search(said) is not None
        self._amount = not plans and ((question.kind is Kind.NUMBER and _asks_what_is(plain)) or _THERE_ALREADY.search(plain) is not None)
        of_step = (self._asked and _WHETHER.search(plain) is not None) or (
            not plans and question.kind is Kind.TIME and (self._past or _TAKEN.search(plain) is not None)
        )
        steps = _STEP.findall(said) if of_step else []
        self._step = steps[-1] if steps else None

    def __bool__(self) -> bool:
        """Whether the question gives it anything to look for."""
        return self._asked or self._amount or self._past or self._step is not None

    def found_in(self, sentence: str) -> bool:
        """Whether what a normalised sentence tells of it is only meant to be."""
        asked = self._asked or self._amount or self._step is not None
        if asked and _BY_PLAN.match(sentence) and not _OUTCOME.search(sentence):
            return True
        if self._asked and (
            (_begins_with_plan(sentence) and not _takes_first(self._step, sentence)) or _names_what_is_planned(self._plain, sentence)
        ):
            return True
        if self._past and _names_what_is_planned(self._plain, sentence):
            return True
        if self._amount and _plans_all(sentence):
            return True
        return self._step is not None and _plans_step(self._step, sentence)


def _asks_what_is(plain: str) -> bool:
    """Whether it asks for an amount as it is now or as it was done."""
    return _NOW_ASKED.search(plain) is not None or (_DONE_ASKED.search(plain) is not None and _OF_PLANS_STILL.search(plain) is None)


def _begins_with_plan(sentence: str) -> bool:
    """Whether all figures stand behind a word for plans, and nothing tells an outcome."""
    plan = _PLAN.search(sentence)
    if plan is None or _RESULT.search(sentence):
        return False
    return _FIGURE.search(_DATE.sub("", sentence[: plan.start()])) is None


def _names_what_is_planned(plain: str, sentence: str) -> bool:
    """Whether the clauses that name most of what is asked tell plans or what is under way, and nothing behind them tells an outcome."""
    clauses = _CLAUSE.split(sentence)
    named = [shared_pairs(_DIGITS.sub("", clause), plain) for clause in clauses]
    most = max(named)
    if most < _NAMED:
        return False
    naming = [place for place, count in enumerate(named) if count == most]
    ahead = all(_SHALL.search(clauses[place]) or _UNDER_WAY.search(clauses[place]) for place in naming)
    return ahead and not _RESULT.search("，".join(clauses[naming[0] :]))


def _plans_all(sentence: str) -> bool:
    """Whether that is so of each item of a list."""
    if _CAME.search(sentence):
        return False
    items = [item for item in _ITEM.split(sentence) if _FIGURE.search(_NAMING.sub("", item))]
    return bool(items) and all(map(_is_planned, items))


def _is_planned(item: str) -> bool:
    plan = _SHALL.search(item)
    return plan is not None and _FIGURE.search(_NAMING.sub("", item[: plan.start()])) is None


def _same_as(step: str) -> tuple[str, ...]:
    return next((names for names in _SAME_STEP if step in names), (step,))


def _takes_first(step: str | None, sentence: str) -> bool:
    """Whether a sentence with a plan tells a step before it: 5月18日动工，计划明年投用."""
    plan = _PLAN.search(sentence)
    return step is not None and plan is not None and any(name in sentence[: plan.start()] for name in _same_as(step))


def _plans_step(step: str, sentence: str) -> bool:
    """Whether a step is told, and each time behind a word for plans in its clause."""
    clauses = [clause[: clause.rindex(name)] for clause in _CLAUSE.split(sentence) for name in _same_as(step) if name in clause]
    return (
        bool(clauses)
        and _SHIFTED.search(sentence) is None
        and all((_SHALL.search(before) or _SOON.search(before)) and not _CAME.search(before) for before in clauses)
    )
