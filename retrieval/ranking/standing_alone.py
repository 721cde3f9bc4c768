"""How much of an article a sentence needs to be read by itself: what it points back to, all of a list, the header of a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.leaning import Counting, counting_of, leans, tells_who_said
from corpus.language.span import Span

BACK = 150
"""Characters before it that a sentence may need; one that leans on something further away is left as it is."""
WHOLE_LIST = 500
"""The same of a list or a table; of a longer one only the item is quoted."""
BETWEEN_ITEMS = 3
"""Sentences that an item of a list may have beside its first."""

_HEADING = lazy_pattern(r"(?:[（(]?[一二三四五六七八九十]+[)）]?[、.． ]?|\d+(?:\.\d+)*[.、． ])?[^\d，。；：！？,;:·|\s]{2,20}")
_NAME = lazy_pattern(r"[^，。；：！？、,;:!?|\t]{2,24}")
_NUMBER = lazy_pattern(r"[（(]?\d+[)）]?\.")
_ROW = lazy_pattern(r"[^|\n]+(?:\|[^|\n]*){2,}|[^\t\n]+(?:\t[^\t\n]*){2,}")
_OPENS = ("：", ":", "？", "?")
_OPENING, _CLOSING = "“「『（《", "”」』）》"


def with_what_it_needs(text: str, spans: Sequence[Span], wanted: Span) -> Span:
    """The span of the sentences that `wanted` overlaps, and of as many before and after as they need; `spans` are all that there are."""
    page = _Page(text, _numbered(text, spans))
    inside = [place for place, span in enumerate(page.spans) if span.overlaps(wanted)]
    first, last = page.whole(inside[0], inside[-1])
    first, last = page.quotation(first, max(page.opened(first), page.opened(last)))
    return page.span(page.leaning(first, last), last)


def _numbered(text: str, spans: Sequence[Span]) -> list[Span]:
    """The sentences, each with the number before it: “2.” ends none."""
    joined: list[Span] = []
    for span in spans:
        number = joined and _NUMBER.fullmatch(text, *joined[-1])
        joined[-1:] = [Span(joined[-1].start, span.end)] if number else [*joined[-1:], span]
    return joined


@dataclass(frozen=True, slots=True)
class _Page:
    """The sentences that a quote may take, in order. Each method widens a range of them by one kind of need."""

    text: str
    spans: Sequence[Span]

    def span(self, first: int, last: int) -> Span:
        return Span(self.spans[first].start, self.spans[last].end)

    def whole(self, first: int, last: int) -> tuple[int, int]:
        """The table or the list that the range is in, with what opens it; the range itself where there is none, or too long a one."""
        wider = self._table(first) or self._counted(first) or self._names(first) or self._lines(first)
        return (wider[0], max(last, wider[1])) if wider and self._length(*wider) <= WHOLE_LIST else (first, last)

    def opened(self, last: int) -> int:
        """What the end opens with a colon, as a heading, or by asking: the list, what is written under it, or the reply."""
        if last + 1 == len(self.spans) or not self._opens(last):
            return last
        opened = self._counted(last + 1) or self._names(last + 1) or self._lines(last + 1) or (last, last + 1)
        return opened[1] if self._length(last, opened[1]) <= WHOLE_LIST else last + 1

    def quotation(self, first: int, last: int) -> tuple[int, int]:
        """Back to where quotation marks open and on to where they close, and to who said it."""
        asked = self._length(first, last)
        while self._open(first, last) < 0 and first and self._length(first - 1, last) <= asked + BACK:
            first -= 1
        while self._open(first, last) > 0 and last + 1 < len(self.spans) and self._length(first, last + 1) <= asked + BACK:
            last += 1
        said = self._sentence(last).endswith(("”", '"')) and last + 1 < len(self.spans) and self._same_line(last)
        return first, last + (said and tells_who_said(self._sentence(last + 1)))

    def leaning(self, first: int, last: int) -> int:
        """Back to a sentence that names what the ones after it point to."""
        place = first
        while place and (leans(self._sentence(place)) or self._goes_on(place - 1)):
            place -= 1
            if self.spans[first].start - self.spans[place].start > BACK:
                return first
        return place

    def _table(self, place: int) -> tuple[int, int] | None:
        header = self._run(place, lambda sentence: _ROW.fullmatch(sentence) is not None)
        return (header, place) if header is not None else None

    def _counted(self, place: int) -> tuple[int, int] | None:
        """A list whose items are numbered or have bullets."""
        counting = counting_of(self._sentence(place))
        if counting is None:
            return None
        first = self._first_item(place, counting)
        return None if first is None else (max(0, first - 1), self._last_item(place, counting))

    def _lines(self, place: int) -> tuple[int, int] | None:
        """A list of lines that end in semicolons, after a line that ends in a colon."""
        first = last = place
        while first and not self._same_line(first - 1) and self._sentence(first - 1).endswith(("；", ";")):
            first -= 1
        while last + 1 < len(self.spans) and not self._same_line(last) and self._sentence(last).endswith(("；", ";")):
            last += 1
        opens = first > 0 and self._sentence(first - 1).endswith(("：", ":"))
        return (first - opens, last) if opens or first < last else None

    def _names(self, place: int) -> tuple[int, int] | None:
        """A list of bare names, each on a line of its own, after a line that ends in a colon."""
        first = self._run(place, self._is_name)
        if first is None or not first or not self._sentence(first - 1).endswith(("：", ":")):
            return None
        last = place
        while last + 1 < len(self.spans) and not self._same_line(last) and self._is_name(self._sentence(last + 1)):
            last += 1
        return (first - 1, last) if first < last else None

    def _is_name(self, sentence: str) -> bool:
        return _NAME.fullmatch(sentence) is not None

    def _first_item(self, place: int, counting: Counting) -> int | None:
        while not counting.begins(self._sentence(place)) or (place and counting.counts(self._sentence(place - 1))):
            if place == 0:
                return None
            place -= 1
        return place

    def _last_item(self, place: int, counting: Counting) -> int:
        last = place
        for following in range(place + 1, len(self.spans)):
            if following - last > BETWEEN_ITEMS + 1:
                break
            if counting.others.match(self._sentence(following)):
                last = following
        return last

    def _run(self, place: int, alike: Callable[[str], bool]) -> int | None:
        """The first of the sentences up to this one that are all alike; None where this one is not."""
        if not alike(self._sentence(place)):
            return None
        while place and alike(self._sentence(place - 1)):
            place -= 1
        return place

    def _sentence(self, place: int) -> str:
        return self.text[slice(*self.spans[place])]

    def _length(self, first: int, last: int) -> int:
        return self.spans[last].end - self.spans[first].start

    def _same_line(self, place: int) -> bool:
        """Whether the next sentence stands on the line on which this one ends."""
        return "\n" not in self.text[self.spans[place].end : self.spans[place + 1].start]

    def _goes_on(self, place: int) -> bool:
        """Whether a sentence was cut, and the next one is no beginning."""
        return self._same_line(place) and self._sentence(place).endswith(("，", "、", "：", ","))

    def _opens(self, place: int) -> bool:
        following = self._sentence(place + 1)
        counting = counting_of(following)
        opens_list = counting is not None and counting.begins(following) and not counting.counts(self._sentence(place))
        return opens_list or self._sentence(place).endswith(_OPENS) or self._is_heading(place)

    def _is_heading(self, place: int) -> bool:
        alone = place + 1 < len(self.spans) and not self._same_line(place) and (place == 0 or not self._same_line(place - 1))
        return alone and _HEADING.fullmatch(self._sentence(place)) is not None and self._names(place) is None

    def _open(self, first: int, last: int) -> int:
        """How many marks that open are not closed; below 0 where more are closed than open."""
        text = self.text[slice(*self.span(first, last))]
        return sum(map(text.count, _OPENING)) - sum(map(text.count, _CLOSING))
