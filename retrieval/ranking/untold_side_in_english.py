"""Whether a sentence leaves untold with what a question in English compares: 甲有员工940人 for does A employ more people than B."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.romanisation import name_in
from retrieval.question.question import Question
from retrieval.ranking.named_elsewhere import names_in_pinyin
from retrieval.ranking.telling import Telling
from retrieval.ranking.untold_side import COMPARING

_MORE = (
    r"(?:more|less|fewer|better|worse|bigger|(?:larg|great|high|low|small|fast|slow|long|short|wid|old|young|new|rich|cheap|strong|weak"
    r"|earli|lat)er)"
)
_ASKED = lazy_pattern(rf"^(?:is|are|was|were|does|do|did|has|have|had)\b(?P<first>.+?)\b{_MORE}\b.*?\bthan\b(?P<second>[^?]+)")
_WHICH = lazy_pattern(rf"^(?:which|what)\b.*?\b{_MORE}\b[^,:]*[,:](?P<first>[^?]+?)\bor\b(?P<second>[^?]+)")
_OF_TIME = lazy_pattern(
    r"^\s*(?:(?:in|at|on|during|it|they|the|a|an|by) )*(?:\d|last|previous|prior|year|month|quarter|before|plan|target|expect|forecast"
    r"|average|city|province|nation|usual|ever|half|first|second|third|fourth|one|two|three)"
)
"""What is compared with itself at another time, or with no other thing of its kind."""
_GROWN_ASKED = lazy_pattern(r"\b(?:grow|growth|grew|rise|rose|increase|fall|fell|drop|decline|shrink)\b")
_GROWTH = lazy_pattern(r"[增降减涨跌滑升翻扩缩]|%|百分点|倍|持平|[快慢]")
_ROW = "·"


class UntoldSideInEnglish:
    """Compares sentences with the two things that one question in English sets beside each other."""

    def __init__(self, question: Question) -> None:
        plain = question.plain
        asked = (_ASKED.search(plain) or _WHICH.search(plain)) if question.in_english and not question.parks[1:] else None
        if asked and _OF_TIME.match(asked["second"]):
            asked = None
        spans = [asked.span(side) for side in ("first", "second")] if asked else [(0, 0), (0, 0)]
        self._things, self._other = (
            tuple(thing.words for thing in question.things if start <= thing.start < end and thing.words[0][-1:] not in "区园")
            for start, end in spans
        )
        self._pinyin = tuple(name for name in names_in_pinyin(question) if asked and name in asked["second"].lower())
        self._grown = _GROWN_ASKED.search(plain) is not None

    def __bool__(self) -> bool:
        """Whether the question gives it anything to look for."""
        return bool(self._other or self._pinyin)

    def found_in(self, telling: Telling) -> bool:
        """Whether a sentence compares nothing, and none beside it names the other, or growth is asked and told of one at most."""
        sentence = telling.sentence
        if _ROW in sentence or COMPARING.search(sentence):
            return False
        if not self._names_other("\n".join((telling.about, telling.before, sentence, telling.after)), telling.article):
            return True
        return self._grown and any(_tells_no_growth(words, sentence) for words in (*self._things, *self._other))

    def _names_other(self, text: str, article: str) -> bool:
        if names := [name for pinyin in self._pinyin if len(name := name_in(article, pinyin)) > 1]:
            return any(name in text for name in names)
        return all(any(word in text for word in words) for words in self._other) if self._other else bool(self._pinyin)


def _tells_no_growth(words: Sequence[str], sentence: str) -> bool:
    """Whether a sentence names a thing with a figure, and tells behind it of nothing how it grew."""
    places = [place + len(word) for word in words if (place := sentence.rfind(word)) >= 0]
    return any(sentence[place : place + 1].isdigit() and _GROWTH.search(sentence, place) is None for place in places)
