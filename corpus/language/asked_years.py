"""Years as only questions write them: 23工业总产值, 机械22年交了多少税, 二三年双11, 2023工业总产值 are of 2023年.

In a report 23 before a thing may be a count of it, and 22年 behind a word how long something lasted. Nobody asks with such a count, and
there are few lengths of time that people ask with.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.language.chinese_times import NO_YEAR
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.numerals import HAN_DIGITS, digit_by_digit
from corpus.language.rewriting import Edit
from corpus.language.span import Span
from corpus.language.written_years import FIGURES, NO_YEAR_BEFORE

_SHORT = "(?:1[5-9]|2[0-9])"
"""As years they are asked about; less is more often a count."""
_HAN_SHORT = f"(?:一[五六七八九]|二[{HAN_DIGITS}])"
_NO_YEAR_BEFORE = rf"{NO_YEAR_BEFORE}%a-z{HAN_DIGITS}前号编月日作成建办创签限每干待住等免有的~–—-"
"""What stands before a count, the number of something or a length of time."""
_LASTING = (
    r"(?:[以之]?[后前](?![半一二三两四头])|来(?!了)|[间内里期历限]|左右|以[上下]|多(?![了出少还])|发展|回顾|大?庆|合同|使用|产权|租(?!金)|经验|规划|时间|[一-鿿]?龄|折旧|回收|特许|[运经]营权"
    r"|变[化迁]|了|吗|如一日|风雨|奋斗|巨变|成就|一遇|老|[级制]|回本|质保|保修|才?能|可以|会|就|不[变涨]|免|[0-9一二三四五六七八九十]+个月)"
)
"""What follows a length of time."""
_OF_A_YEAR = (
    rf"(?:{FIGURES}|总产|产[值量]|销售|净利|营业|纳税|税收|工作会|签[约了]|引[进资]|技术合同|成交|集装箱|货[运物]|旅游|游客|接待|发明|裁员|招[了聘工]"
    r"|[卖交发开做办]了|双十?[一1]|[春夏秋冬]季|进口|出口|外[资贸商]|投资|融资|保税|海关|竣工|投产|新[设增引注])"
)
"""What is asked of a year, and would stand behind a measure word where it is counted."""
_NAMED_NEXT = rf"{NO_YEAR}[一-鿿]{{1,4}}(?:经开|高新|综保|保税|园区|开发区)"
_BEGINS = rf"(?:(?<![{_NO_YEAR_BEFORE}])|(?<=综保)|(?<=[一二三四]期))"
_YEAR = lazy_pattern(
    rf"{_BEGINS}(?:(?P<bare>{_SHORT})(?=的?{_OF_A_YEAR}|{_NAMED_NEXT})"
    rf"|(?P<short>{_SHORT}|{_HAN_SHORT})(?=年(?:的{_OF_A_YEAR}|(?!的|{_LASTING})[一-鿿])))"
    rf"|(?<=比)(?P<compared>{_SHORT}|{_HAN_SHORT})(?=年(?![以之]?前|来|多年))"
    rf"|(?<![0-9a-z.%-])(?<![0-9],)(?P<whole>20[0-9]{{2}}){NO_YEAR}(?=[一-鿿])(?![年度届级版号和与及至到跟多余]|平(?!均|台))"
)


def asked_years_in_full(text: str) -> Iterator[Edit]:
    """The edits, in order, that write such years in four digits with 年; the text is half width, lower case and simplified, and Chinese."""
    for match in _YEAR.finditer(text):
        if short := match["short"] or match["compared"]:
            yield Edit(Span(*match.span()), f"20{digit_by_digit(short):02d}")
        else:
            yield Edit(Span(*match.span()), f"{match['whole'] or '20' + match['bare']}年")
