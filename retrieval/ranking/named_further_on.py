"""Whether an article names what a question asks about only behind a sentence with a figure: what it tells before is of somebody else.

A report names whom it tells of first, in its title or where it begins with them.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from retrieval.question.mention import MentionKind
from retrieval.question.question import Question
from retrieval.ranking.people import surnames
from retrieval.ranking.telling import Telling

_SHORTEST = 3
"""Characters of a name by which it is surely that one."""
_PARK = 2
"""Characters by which a park is known."""
_MARKS = '“”"《》「」'
_END = lazy_pattern(r"[。！？!?\n]")
_REFERS = lazy_pattern(r"\W*(?:(?:目前|现在|如今|[今去]年|\d+年)[,，]?)*(?:公司|企业|项目|工程|基地|厂[里区]|[该其这他她]|我们)")
"""How a sentence begins that says nothing of whom it tells."""
_FIGURE_ASKED = (Kind.NUMBER, Kind.TIME, Kind.DURATION)


class NamedFurtherOn:
    """Compares the places of sentences with those where their article names what one question asks about."""

    def __init__(self, question: Question) -> None:
        asked = question.kind in _FIGURE_ASKED and not question.in_english
        names = (str(mention.meaning).strip(_MARKS) for mention in question.of(MentionKind.NAME)) if asked else ()
        self._names = [name[:_SHORTEST] for name in names if _is_sure(name, question.parks)]

    def __bool__(self) -> bool:
        """Whether the question gives it anything to look for."""
        return bool(self._names)

    def found_in(self, telling: Telling) -> bool:
        """Whether one of its names stands behind the sentence, and neither in it nor in the title or before."""
        if _REFERS.match(telling.sentence):
            return False
        end = _END.search(telling.article, telling.start)
        told, behind = (telling.article[: end.end()], telling.article[end.end() :]) if end else (telling.article, "")
        known = f"{telling.about}\n{telling.before}\n{telling.sentence}\n{told}".lower()
        return any(name not in known and name in behind.lower() for name in self._names)


def _is_sure(name: str, parks: Sequence[str]) -> bool:
    """Whether it is long enough, no person's, and does not begin as a park does, which a report leaves out."""
    long = len(name) > _SHORTEST or (len(name) == _SHORTEST and name[0] not in surnames())
    return long and not any(name[:_PARK] in park for park in parks)
