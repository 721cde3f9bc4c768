"""Whether a passage tells no cause, where a question asks for one: 当年出口下降四成 for 为什么下降.

Many causes are told without a word for it (输在电价). So whatever may be one counts as a sign, and only a sentence that repeats what is
asked lacks it: what tells a cause in no word for one mostly tells nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus.language.asking_words import Kind
from corpus.language.folding import fold
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.romanisation import name_in
from retrieval.question.mention import Mention, MentionKind
from retrieval.question.question import Question
from retrieval.ranking.named_elsewhere import names_in_pinyin
from retrieval.ranking.needed_signs import CAUSE
from retrieval.ranking.of_person import person_in_pinyin
from retrieval.ranking.telling import Telling
from retrieval.text.character_pairs import character_pairs

_WORD_FOR_WORD = r"[“”\"]|^\W*[一-鿿]{2,5}[:：]"
_WEAK = lazy_pattern(rf"[说答称]|表示|认为|坦言|{_WORD_FOR_WORD}")
"""What somebody says, word for word or not, is often a cause."""
_RANKED = r"[全国园该本省市区县我亚世华][^,，;；。]{0,8}(?:首[个家次座批条]|第[一二三\d]|最[大高早]|唯一)"
"""What is told of it is no aim: 为全区首个外资项目."""
_SIGN = lazy_pattern(
    rf"{CAUSE}|造成|[,，]系|多[为是]|理由|关键|使(?!用|命)|(?<![出转受])让(?!利)|(?<![责命])令|以[便免防]|用于|用来|从而|既|才能|才会|不然|否则|怕|担心|难以|有助|方便|不够|为的是"
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
_ENTRY = lazy_pattern(r"^(?:\d{4}年)?\d+月(?:\d+[日号])?\s")
"""How each line of a chronicle begins: those beside it are of other days."""
_ITEM = lazy_pattern(r"[;；]")
_LISTS, _GOES_ON = (
    lazy_pattern(r"^[^;；]*?(?:不足|问题|短板|困难|方面|情况)[:：,，]?(?=一是)"),
    lazy_pattern(r"\W*(?:[二三四五六]是|[②③④])"),
)
"""How a list of shortcomings begins, and how it goes on: no item of it is the cause of another."""
_FIRST = lazy_pattern(r"\W*(?:一是|①)")
_EMPTY = frozenset("要去把的了会给被是")
"""Characters that say nothing of the matter: 要搬到 is told as 搬往."""
_WHY_NOT = lazy_pattern(r"为(?:什么|何)[^，,]{0,4}[不没未]")
_DENIED = lazy_pattern(r"[不没未无难少]")
_SO_DONE = lazy_pattern(r"之所以(?P<effect>[^，,]{2,16})[，,][一-鿿]{0,3}因为")
_OWN_EFFECT = lazy_pattern(r"(?P<effect>[一-鿿]{2,12}?)(?:主要|也|都|正)?(?:得益于|源于|缘于|是因为)")
"""What a sentence tells the cause of itself."""
_EFFECT_BEFORE = lazy_pattern(r"是因为|原因(?:主要)?(?:是|在于)|归因于")
_CLAUSE = lazy_pattern(r"[，,]")
_GREW = lazy_pattern(
    r"\W*(?!同比|环比|[比较]|其中|主要|增|降|下降|减少)[一-鿿a-z]{2,12}?(?:增长|下降|减少|上升|回落|下滑|提高|增加|萎缩)[^，,\d]{0,4}\d"
)
"""A clause that tells how something of its own grew."""
_NO_THINGS, _ZONES = frozenset(("原因", "理由", "解释", "说明", "造成", "导致", "官方")), ("区", "园")
"""What a question in English says beside what it asks the cause of."""

SPOKEN_OF = 0.15
"""Share of the pairs of characters of what is asked from which on an item of a list speaks of it."""
REPEATED, NAMED = 0.6, 0.4
"""Shares of the pairs of characters of what is asked from which on a sentence repeats it, and from which on it tells of nothing else."""


class UntoldCause:
    """Looks for a cause in sentences."""

    def __init__(self, question: Question) -> None:
        asking = (question.kind, *(mention.meaning for mention in question.of(MentionKind.ASKING)))
        told = tuple(_things(question) if question.in_english else _pairs(question)) if Kind.REASON in asking else ()
        self._asked = told
        self._plain = question.said
        person = person_in_pinyin(question) if told and question.in_english else None
        self._names = (person,) if person else tuple(names_in_pinyin(question)) if told and question.in_english else ()
        self._why_not = _WHY_NOT.search(question.plain) is not None

    def __bool__(self) -> bool:
        """Whether the question gives it anything to look for."""
        return bool(self._asked)

    def found_in(self, telling: Telling) -> bool:
        """Whether there is none in a sentence that tells of what is asked, the one before and the one after it.

        A question (记者：为什么撤？) is answered behind it, and what is cut off goes on.
        """
        if self._leaves_out_name(telling):
            return True
        repeated = self._share_in(telling.sentence)
        if repeated < NAMED or telling.sentence.endswith(("?", ",", "，")) or any(map(self._may_tell, _beside(telling))):
            return False
        own = self._own_items(telling.sentence)
        if not _SIGN.search(own) or self._is_of_other(telling.sentence) or self._is_told_of_next(own):
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

    def _leaves_out_name(self, telling: Telling) -> bool:
        """Whether neither the title nor a sentence nor one beside it has any name that the question has in pinyin and the article too."""
        names = [name for pinyin in self._names if len(name := name_in(telling.article, pinyin)) > 1]
        told = "\n".join((telling.about, telling.sentence, *_beside(telling)))
        return bool(names) and not any(name[-2:] in told for name in names)

    def _is_told_of_next(self, own: str) -> bool:
        """Whether each item tells the cause of nothing but what is told next: 建材增长9%，家电下降3%，主要受出口减少影响, for 建材."""
        return all(map(self._is_told_of_next_in, _ITEM.split(own)))

    def _is_told_of_next_in(self, item: str) -> bool:
        clauses = _CLAUSE.split(item)
        shares = list(map(self._share_in, clauses))
        first = shares.index(max(shares))
        if any(map(_SIGN.search, clauses[: first + 1])):
            return False
        for clause, share in zip(clauses[first + 1 :], shares[first + 1 :], strict=True):
            if _SIGN.search(clause):
                return False
            if share < shares[first] and _GREW.match(clause):
                return True
        return True

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
        return sum(any(word in text for word in words) for words in self._asked) / len(self._asked)


def _pairs(question: Question) -> Iterator[tuple[str, ...]]:
    """What is asked in Chinese, each with the words that tell it: one pair of characters."""
    pairs = _pairs_of(question.matter) or _pairs_of(question.of(MentionKind.NAME))
    return ((pair,) for pair in sorted(pairs))


def _pairs_of(mentions: Iterable[Mention]) -> set[str]:
    pairs = {pair for mention in mentions for pair in character_pairs(fold(str(mention.meaning)))}
    return {pair for pair in pairs if _EMPTY.isdisjoint(pair)} or pairs


def _things(question: Question) -> Iterator[tuple[str, ...]]:
    """The same of a question in English: one of the Chinese words for each thing."""
    return (thing.words for thing in question.things if not (_NO_THINGS.issuperset(thing.words) or thing.words[0].endswith(_ZONES)))


def _beside(telling: Telling) -> Iterator[str]:
    """The sentences beside one that may tell its cause."""
    entry = _ENTRY.match(telling.sentence)
    yield from (text for text in (telling.before.rpartition("\n")[2], telling.after) if not (entry and _ENTRY.match(text)))
