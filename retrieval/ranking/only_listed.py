"""Whether a sentence only lists what is asked about beside others, of which it tells more: 其余为建材、食品 tells no output of 建材.

Nor does 奶粉、面膜、保健品，其中奶粉占三成 tell the share of 面膜, or 甲、乙等5家 whoever is one of the five beside 甲 and 乙.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from retrieval.question.mention import MentionKind
from retrieval.question.question import Question
from retrieval.ranking.telling import Telling
from retrieval.text.character_pairs import character_pairs

_ITEM = lazy_pattern(r"[;；。\n]")
_FIGURE = lazy_pattern(r"\d|[一二三四五六七八九两半][成半]")
_REST = lazy_pattern(r"(?<![一-鿿\d])(?:其余|余下|剩下|剩余)[^，,;；。:：\d]*(?=[，,;；。]|$)")
"""What is left of a list, without a figure."""
_REST_ASKED = lazy_pattern(r"其余|余下|剩|其他|另外")
_OF_WHICH = lazy_pattern(r"(?P<list>[^，,;；。:：\n\d]*、[^，,;；。:：\n\d]*)[，,;；。\n]+其中[，,]?(?P<one>[^;；。\n]*)")
"""A list without figures, and what is told of one of it."""
_LISTED = lazy_pattern(r"[、和与及]")
_BEFORE, _BEHIND = 4, 6
"""Characters of the first item of a list, before which a sentence says something else, and of the last, behind which it goes on."""
_BESIDE = lazy_pattern(
    r"除了?(?P<named>[^，,]{2,30}?)(?:以外|之外|外)?[，,]?(?:还|其余|其他|其它|另外?|剩下)[^，,]{0,12}(?:哪|谁|什么|啥|几|多少)"
)
"""Who asks for those of a list that were not named."""
_AND_OTHERS = lazy_pattern(
    r"(?P<list>[^，,;；。:：]+?)等(?:\d+|[两二三四五六七八九十]+)[余多]?(?:个|家|所|类|项|种|位|名|条|款|座|户|处)(?P<rest>[^;；。]*)"
)
_TELLS_ALL = lazy_pattern(r"[:：(（、]|分别|包括|还有|以及")


class OnlyListed:
    """Compares sentences with the one thing of a list that a question asks about."""

    def __init__(self, question: Question) -> None:
        figure_asked = (question.kind is Kind.NUMBER or question.only_names) and _REST_ASKED.search(question.plain) is None
        matter = (mention.text.lower() for mention in question.of(MentionKind.MATTER, MentionKind.NAME))
        self._matter = set().union(*map(character_pairs, matter)) if figure_asked else set[str]()
        beside = _BESIDE.search(question.plain)
        self._named = character_pairs(beside["named"]) if beside else set[str]()

    def __bool__(self) -> bool:
        """Whether the question gives it anything to look for."""
        return bool(self._matter or self._named)

    def found_in(self, telling: Telling) -> bool:
        """Whether a sentence names it in a list and tells only of others."""
        if self._named and self._names_no_other(telling.sentence):
            return True
        return bool(self._matter) and (self._is_of_rest(telling.sentence) or self._is_beside_one(telling))

    def _names_no_other(self, sentence: str) -> bool:
        """Whether a list of nothing but what the question knows goes on with how many there are: 甲、乙等5家."""
        return any(
            all(self._named & character_pairs(item) for item in _LISTED.split(match["list"])) and not _TELLS_ALL.search(match["rest"])
            for match in _AND_OTHERS.finditer(sentence)
        )

    def _is_of_rest(self, sentence: str) -> bool:
        """Whether it is named alone in what is left of a list, and no figure follows."""
        return any(
            self._is_named_once((match[0],), sentence) and not _FIGURE.search(_ITEM.split(sentence[match.start() :])[0])
            for match in _REST.finditer(sentence)
        )

    def _is_beside_one(self, telling: Telling) -> bool:
        """Whether figures are told of another thing of its list alone; the list may stand in the sentence before."""
        before = telling.before.rpartition("\n")[2] + "\n" if telling.sentence.startswith("其中") else ""
        text = before + telling.sentence
        if "、" not in text or "其中" not in text:  # to look for the rest takes long
            return False
        return any(self._tells_of_one(match, text) for match in _OF_WHICH.finditer(text))

    def _tells_of_one(self, match: re.Match[str], text: str) -> bool:
        first, *between, last = _LISTED.split(match["list"])
        items = (first[-_BEFORE:], *between, last[:_BEHIND])
        one, others = match["one"], text[: match.start("one")] + text[match.end("one") :]
        if not _FIGURE.search(one) or _FIGURE.search(others) or not self._is_named_once(items, text):
            return False
        return any(pair in one for item in items for pair in character_pairs(item) - self._matter)

    def _is_named_once(self, parts: Sequence[str], text: str) -> bool:
        """Whether something that is asked about is named in parts of a text and nowhere else in it."""
        return any(text.count(pair) == 1 and any(pair in part for part in parts) for pair in self._matter)
