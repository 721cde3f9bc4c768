"""Whether a sentence leaves unnamed who supplied or made a thing, or what a fund put its money in: 电机由外省企业供货, 已投项目17个."""

from __future__ import annotations

import functools
import re

from corpus.language.lazy_pattern import lazy_pattern
from retrieval.question.question import Question
from retrieval.ranking.counted_or_named import CLASSIFIER, NAMING
from retrieval.ranking.telling import Telling, without_reply
from retrieval.text.character_pairs import character_pairs

_INVESTED_ASKED = lazy_pattern(r"基金[一-鿿]{0,2}投(?:资|了|过|向)*(?:哪|什么|谁)")
_INVESTED = lazy_pattern(r"投(?:资(?!额|总|规模|促进)|了|给|向|入|过|中|的|项目)|参股|入股|注资|[已所领跟直被]投")
_INVESTED_COUNTED = lazy_pattern(rf"投[一-鿿]{{0,4}}\d+{CLASSIFIER}")
_SUPPLIER_ASKED = lazy_pattern(r"哪一?家(?:公司|企业|厂|供应商)|谁[供提]")
_OTHERS = r"(?:外省|省外|外地|外市|市外|当地|本地|国外|境外|海外|国内|区外|区内|上游|下游)"
_SUPPLIER = lazy_pattern(rf"(?:[由向从与])(?:[几多数一\d]+家)?{_OTHERS}的?(?:几家|多家)?(?:公司|企业|厂[家商]?|供应商)")
_MAKER_ASKED = lazy_pattern(r"哪一?[家个](?:企业|公司|厂|厂家)?的(?P<kind>[一-鿿]{2,4})$")
_MADE = r"由|供|采|选|购|来自|自[一-鿿]|制造|生产|中标|牌|造|“|、|是"
_CLAUSE = lazy_pattern("[,;。]")


class UnnamedSource:
    """Compares sentences with what one question asks the supplier, the maker or the investments of."""

    def __init__(self, question: Question) -> None:
        plain = question.bare_chinese
        self._supplied = set(character_pairs(_SUPPLIER_ASKED.sub(",", plain))) if _SUPPLIER_ASKED.search(plain) else set()
        self._invested = _INVESTED_ASKED.search(plain) is not None
        made = _MAKER_ASKED.search(plain)
        self._made = made["kind"] if made else ""

    def __bool__(self) -> bool:
        """Whether the question gives it anything to look for."""
        return bool(self._supplied or self._invested or self._made)

    def found_in(self, telling: Telling) -> bool:
        """Whether a sentence tells of it without a name."""
        sentence, after = without_reply(telling.sentence), without_reply(telling.after)
        return (
            (bool(self._supplied) and self._tells_no_supplier(sentence))
            or (bool(self._made) and self._counts_made(sentence))
            or (self._invested and _tells_no_investment(sentence, after))
        )

    def _tells_no_supplier(self, sentence: str) -> bool:
        """电机由外省企业供货."""
        clauses = _CLAUSE.split(sentence)
        for clause in clauses:
            supplier = _SUPPLIER.search(clause)
            goods = self._supplied & character_pairs(clause[: supplier.start()]) if supplier else set()
            if goods:
                return not any(pair in other for other in clauses if other is not clause for pair in goods)
        return False

    def _counts_made(self, sentence: str) -> bool:
        """风机160台, for whose they are."""
        clauses = [clause for clause in _CLAUSE.split(sentence) if self._made in clause]
        return bool(clauses) and all(map(_made(self._made).search, clauses)) and not any(re.search(_MADE, clause) for clause in clauses)


def _tells_no_investment(sentence: str, after: str) -> bool:
    """由三家出资 or 已投项目17个, for what a fund put its money in."""
    if not _INVESTED.search(sentence):
        return True
    return _INVESTED_COUNTED.search(sentence) is not None and not NAMING.search(sentence) and not NAMING.search(after)


@functools.lru_cache(maxsize=64)
def _made(kind: str) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(kind)}\d+{CLASSIFIER}|\d+{CLASSIFIER}[^,;]{{0,8}}{re.escape(kind)}")
