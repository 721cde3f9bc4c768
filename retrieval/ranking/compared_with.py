"""Whether a sentence names a park only as what another is compared with: 增速高于沐江经开区1.3个百分点 tells no growth of 沐江经开区."""

from __future__ import annotations

from itertools import pairwise

from corpus.language.lazy_pattern import lazy_pattern

_BEYOND = lazy_pattern(r"(?:[高低快慢多少大小强优]于|超[过出]|领先于?|落后于?|赶超|反超|追[上平]|不[及如]|仅次于)$")
_THAN = lazy_pattern(r"[比较]$")
_MORE = lazy_pattern(r"[^,，;；。\d]{0,6}?[高低快慢多少大小强差增下上减]")
_LONGEST = 4
"""Characters of what stands before it then."""


def only_compared(park: str, sentence: str) -> bool:
    """Whether that is so of every place where a normalised sentence names a park, by its normalised name."""
    around = sentence.split(park)
    return len(around) > 1 and all(_is_compared(before[-_LONGEST:], after) for before, after in pairwise(around))


def _is_compared(before: str, after: str) -> bool:
    return _BEYOND.search(before) is not None or (_THAN.search(before) is not None and _MORE.match(after) is not None)
