"""Whether a passage tells no cause, where a question in Chinese asks for one: 当年出口下降四成 for 为什么下降.

Many causes are told without a word for it (输在电价). So whatever may be one counts as a sign, and only a sentence that repeats what is
asked lacks it: what tells a cause in no word for one mostly tells nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus.language.asking_words import Kind
from corpus.language.folding import fold
from corpus.language.lazy_pattern import lazy_pattern
from retrieval.question.mention import Mention, MentionKind
from retrieval.question.question import Question
from retrieval.ranking.needed_signs import CAUSE
from retrieval.ranking.telling import Telling
from retrieval.text.character_pairs import character_pairs

_WORD_FOR_WORD = r"[“”\"]|^\W*[一-鿿]{2,5}[:：]"
_WEAK = lazy_pattern(rf"[说答称]|表示|认为|坦言|{_WORD_FOR_WORD}")
"""What somebody says, word for word or not, is often a cause."""
_RANKED = r"[全国园该本省市区县我亚世华][^,，;；。]{0,8}(?:首[个家次座批条]|第[一二三\d]|最[大高早]|唯一)"
"""What is told of it is no aim: 为全区首个外资项目."""
_SIGN = lazy_pattern(
    rf"{CAUSE}|理由|关键|使(?!用|命)|让(?!利)|(?<![责命])令|以[便免防]|用于|用来|从而|既|才能|才会|不然|否则|怕|担心|难以|有助|方便|不够|为的是"
    r"|而是|没法|[,，]一是|解释|有关|查明|查[下出]来"
    rf"|(?:^|[,，;；。:：])为(?![止期主首])(?!{_RANKED})[一-鿿]|{_WORD_FOR_WORD}"
)
_SURE = lazy_pattern(
    r"因(?!此)|由于|得益|源[于自]|缘于|导致|拖累|所致|受[^,。;]{1,14}影响|主要[是在]|为了|考虑|看[中重好]|卡在|靠|为何|为什么|在于"
    r"|使得|从而|以便|否则|怕|担心|难以"
)
"""What tells one in the sentences beside: there somebody may speak of anything."""
_OF_OTHER = lazy_pattern(r"^\W*(?P<effect>[^,，;；。:：]{2,14})的(?:关键|原因|理由)[,，是在]")
"""A sentence that begins with what it tells the cause of."""
_ENTRY = lazy_pattern(r"^\d+月\d+[日号]\s")
"""How each line of a chronicle begins: those beside it are of other days."""
_ITEM = lazy_pattern(r"[;；]")
_LISTS, _GOES_ON = (
    lazy_pattern(r"^[^;；]*?(?:不足|问题|短板|困难|方面|情况)[:：,，]?(?=一是)"),
    lazy_pattern(r"\W*(?:[二三四五六]是|[②③④])"),
)
"""How a list of shortcomings begins, and how it goes on: no item of it is the cause of another."""
_FIRST = lazy_pattern(r"\W*(?:一是|①)")
_EMPTY = frozenset("要去把的了会给被是")
"""Characters that say nothing of the matter: 要送去 is told as 送往."""
_WHY_NOT = lazy_pattern(r"为(?:什么|何)[^，,]{0,4}[不没未]")
_DENIED = lazy_pattern(r"[不没未无难少]")
_SO_DONE = lazy_pattern(r"之所以(?P<effect>[^，,]{2,16})[，,][一-鿿]{0,3}因为")
_OWN_EFFECT = lazy_pattern(r"(?P<effect>[一-鿿]{2,12}?)(?:主要|也|都|正)?(?:得益于|源于|缘于|是因为)")
"""What a sentence tells the cause of itself."""
_EFFECT_BEFORE = lazy_pattern(r"是因为|原因(?:主要)?(?:是|在于)|归因于")

SPOKEN_OF = 0.15
"""Share of the pairs of characters of what is asked from which on an item of a list speaks of it."""
REPEATED, NAMED = 0.6, 0.4
"""Shares of the pairs of characters of what is asked from which on a sentence repeats it, and from which on it tells of nothing else."""


class UntoldCause:
    """Looks for a cause in sentences."""

    def __init__(self, question: Question) -> None:
        asking = (question.kind, *(mention.meaning for mention in question.of(MentionKind.ASKING)))
        asked = Kind.REASON in asking and not question.in_english
        told = _pairs(question.matter) or _pairs(question.of(MentionKind.NAME))
        self._pairs = told if asked else set()
        self._plain = question.plain
        self._why_not = _WHY_NOT.search(question.plain) is not None

    def __bool__(self) -> bool:
        """Whether the question gives it anything to look for."""
        return bool(self._pairs)

    def found_in(self, telling: Telling) -> bool:
        """Whether there is none in a sentence that tells of what is asked, the one before and the one after it.

        A question (记者：为什么撤？) is answered behind it, and what is cut off goes on.
        """
        repeated = self._share_in(telling.sentence)
        if repeated < NAMED or telling.sentence.endswith(("?", ",", "，")) or any(map(self._may_tell, _beside(telling))):
            return False
        own = self._own_items(telling.sentence)
        if not _SIGN.search(own) or self._is_of_other(telling.sentence):
            return True
        return repeated >= REPEATED and (not _SIGN.search(_WEAK.sub("", own)) or self._is_the_cause(telling.sentence))

    def _may_tell(self, beside: str) -> bool:
        """Whether a sentence beside it tells a cause, and not that of another thing."""
        own = _OWN_EFFECT.search(beside)
        rest = beside[: own.start()] + beside[own.end() :] if own and not self._share_in(own["effect"]) else beside
        return _SURE.search(rest) is not None

    def _own_items(self, sentence: str) -> str:
        """Of a list the items that repeat what is asked; the whole sentence where they are none, or where the next ones may tell why."""
        items = _ITEM.split(_LISTS.sub("", sentence))
        own = [item for item in items if self._share_in(item) >= SPOKEN_OF or _SURE.search(item)]
        listed = any(map(_GOES_ON.match, items)) and not any(map(_FIRST.match, items))
        return sentence if listed or not own else "；".join(own)

    def _is_the_cause(self, sentence: str) -> bool:
        """Whether what is asked is itself told as the cause of something: 总量回落是因为生产线迁走, for 为什么迁走."""
        signs = list(_EFFECT_BEFORE.finditer(sentence))
        return bool(signs) and not self._share_in(sentence[: signs[-1].start()]) and self._share_in(sentence[signs[-1].end() :]) >= REPEATED

    def _is_of_other(self, sentence: str) -> bool:
        """Whether it tells the cause of another thing: 提前投产的关键是模块化施工 for 为什么选择这里, 之所以搬来 for 为什么不搬来."""
        done = _SO_DONE.search(sentence)
        if done and self._why_not and not _DENIED.search(done["effect"]):
            return True
        match = _OF_OTHER.match(sentence)
        return match is not None and not any(pair in self._plain for pair in character_pairs(match["effect"]))

    def _share_in(self, text: str) -> float:
        return sum(pair in text for pair in self._pairs) / len(self._pairs)


def _pairs(mentions: Iterable[Mention]) -> set[str]:
    pairs = {pair for mention in mentions for pair in character_pairs(fold(str(mention.meaning)))}
    return {pair for pair in pairs if _EMPTY.isdisjoint(pair)} or pairs


def _beside(telling: Telling) -> Iterator[str]:
    """The sentences beside one that may tell its cause."""
    entry = _ENTRY.match(telling.sentence)
    yield from (text for text in (telling.before.rpartition("\n")[2], telling.after) if not (entry and _ENTRY.match(text)))
