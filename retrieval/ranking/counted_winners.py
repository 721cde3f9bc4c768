"""Whether a sentence only counts the winners of the prize that a question asks for, or tells of another one: 另有5个项目获三等奖."""

from __future__ import annotations

import functools
import re

from corpus.language.lazy_pattern import lazy_pattern
from retrieval.question.question import Question
from retrieval.ranking.counted_or_named import CLASSIFIER
from retrieval.ranking.telling import Telling, without_reply

_GRADE = r"(?:特等|[一二三四]等|优秀|优胜|鼓励|提名|人气|入围|单项)奖"
_GRADE_ASKED, _WHO = lazy_pattern(_GRADE), lazy_pattern(r"谁|哪[几些家个位支]|哪[两三四五六七八九十\d]|叫什么|名单|什么(?:项目|团队|企业)")
_GRADE_OTHERWISE = lazy_pattern(r"第[\d一二三四]|[冠亚季]军|[金银铜][奖牌]")
_SIGNS, _LIST_ELSEWHERE = lazy_pattern(r"[^一-鿿\da-z、“《]"), lazy_pattern(r":?名单(?:见|附|另|详见)[^,;]*")
_ITEM, _CLAUSE = lazy_pattern("[;。]"), lazy_pattern("[,;。]")
_WINNERS = lazy_pattern(r"[、“《由]|授予|颁|归|(?<!\d):(?!\d)")


class CountedWinners:
    """Compares sentences with the prize whose winners one question asks for."""

    def __init__(self, question: Question) -> None:
        plain = question.bare_chinese
        grades = set(_GRADE_ASKED.findall(plain)) if _WHO.search(plain) else set()
        self._grade = grades.pop() if len(grades) == 1 else ""

    def __bool__(self) -> bool:
        """Whether the question gives it anything to look for."""
        return bool(self._grade)

    def found_in(self, telling: Telling) -> bool:
        """Whether a sentence counts them, or names those of another prize."""
        sentence = without_reply(telling.sentence)
        return self._counts_winners(sentence) or self._tells_other_grade(sentence)

    def _tells_other_grade(self, sentence: str) -> bool:
        """一等奖 for 二等奖."""
        return self._grade not in sentence and _GRADE_ASKED.search(sentence) is not None and not _GRADE_OTHERWISE.search(sentence)

    def _counts_winners(self, sentence: str) -> bool:
        """另有5个项目获三等奖, 三等奖6个: each clause that tells of the prize."""
        items = [item for item in _ITEM.split(sentence) if self._grade in item]
        return bool(items) and all(map(self._counts_winners_in, items))

    def _counts_winners_in(self, item: str) -> bool:
        before, _, behind = item.rpartition(self._grade)
        clause, behind = _SIGNS.sub("", _CLAUSE.split(before)[-1]), _LIST_ELSEWHERE.sub("", behind)
        return _only_counted().match(clause) is not None and not _WINNERS.search(behind) if clause else _counts_behind(behind)


def _counts_behind(behind: str) -> bool:
    """三等奖6个 or 三等奖2000元, and nobody who won it."""
    return re.match(rf"\(?(?:共?\d+{CLASSIFIER}|(?:奖金|奖励)?每?[人个项]?各?\d+元)", behind) is not None and not _WINNERS.search(behind)


@functools.cache
def _only_counted() -> re.Pattern[str]:
    """How a clause begins that tells how many won a prize."""
    return re.compile(rf"(?:另外?|还有?|此外|共有?|其余|其他|有|评出|产生|决出)*\d+{CLASSIFIER}[^、“《]{{0,8}}$")
