"""Whether a sentence tells only what several have together, where one of them is asked about: 桂园、兰园共90套 for 桂园有多少套."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from retrieval.question.question import Question

_ITEM = r"[^，。；：,;:、和与及\d]{2,12}"
_JOINT = lazy_pattern(
    rf"(?P<first>{_ITEM})(?P<others>(?:、{_ITEM}){{0,6}}[、和与及]{_ITEM})"
    r"(?:等?(?:[两二三四五六七八九十]|\d{1,2})[家国地店区园市县镇者])?(?P<more>[^，。；：,;:、\d]{0,10}[，,])?[^，。；：,;:、\d]{0,6}"
    r"(?:合计|共计|总共|一共|(?<!公)共(?![同建享创]))[^，。；：,;:、\d]{0,6}\d"
)
_BETWEEN = lazy_pattern(r"[、和与及]")
_TOGETHER_ASKED = lazy_pattern(r"合计|[总一]共|共有|共计|加起来|等|哪[些几两三]|几家|分别")
_HOW_MANY = lazy_pattern(r"多少|几|多大")
"""What follows is counted, and named in every list of it."""
_SHORTEST = 2
"""Characters of a name."""
_BEFORE_SHORT, _BEHIND_SHORT = lazy_pattern(r"(?:^|[在到向对从与和为中的“])$"), lazy_pattern(r"[共等两三四五六七八九十国家地店区合总一]|$")
"""What stands beside a name of two characters: 在上海, 巴西三国."""


class JointFigure:
    """Compares sentences with the one thing whose figure a question asks for."""

    def __init__(self, question: Question) -> None:
        asked = question.kind is Kind.NUMBER and _TOGETHER_ASKED.search(question.said) is None
        self._plain = _HOW_MANY.split(question.said)[0] if asked else ""

    def __bool__(self) -> bool:
        """Whether the question gives it anything to look for."""
        return bool(self._plain)

    def found_in(self, sentence: str) -> bool:
        """Whether a normalised sentence names it among others in a list, and tells nothing but what all of them have."""
        return any(self._is_one_of(match["first"], match["others"], sentence[match.end() :]) for match in _JOINT.finditer(sentence))

    def _is_one_of(self, first: str, others: str, rest: str) -> bool:
        *between, last = [item for item in _BETWEEN.split(others) if item] or [""]
        named = [self._end_of(first), *(item if item in self._plain else "" for item in between), self._begin_of(last)]
        asked = [name for name in named if name]
        return 0 < len(asked) < len(named) and not any(name in rest for name in asked)

    def _end_of(self, item: str) -> str:
        """By how much of its end a question names the first of a list, before which the sentence says something else."""
        name = self._longest(item[-length:] for length in _lengths(item))
        return name if len(name) != _SHORTEST or _BEFORE_SHORT.search(item[: -len(name)]) else ""

    def _begin_of(self, item: str) -> str:
        """By how much of its beginning it names the last, behind which the sentence goes on."""
        name = self._longest(item[:length] for length in _lengths(item))
        return name if len(name) != _SHORTEST or _BEHIND_SHORT.match(item[len(name) :]) else ""

    def _longest(self, names: Iterable[str]) -> str:
        """The first of names that the question has; the longest come first."""
        return next((name for name in names if name in self._plain), "")


def _lengths(item: str) -> range:
    return range(len(item), _SHORTEST - 1, -1)
