"""What on a page is not its article: what is never text, what is hidden, and what stands aside by its name and has hardly any prose.

A name alone decides nothing: an article may stand in a block of the class `main share`, a whole page in a form, and the text of a
saved WeChat page is hidden until its scripts run. What is named like an aside or hidden stays when it holds the page's prose.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.language.vocabulary import words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NEVER = frozenset(
    words(
        "script style template iframe frame object embed svg canvas select button input textarea nav head audio video noframes"
        " rt rp rtc del s strike math datalist"
    )
)
_SHY = frozenset(words("noscript form footer"))
_NAMED = frozenset(words("div ul ol section aside header table dl span"))
_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|footer|foot|sidebar|breadcrumb|breadcrumbs|crumb|crumbs|share|sharing|bdsharebuttonbox|related|recommend|relate|comment|comments|copyright|pagination|pager|toolbar|topbar|hotnews|ranking|links)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MARK = re.compile(r"[。！？；，]|[a-z][.,;](?=\s)")
"""Prose is measured by its marks: menus, headlines and counters have none."""
_ASIDE_SHARE = 0.3
_HIDDEN_SHARE = 0.5
_LINKED_SHARE = 0.5


@dataclass(slots=True)
class _Measure:
    marks: int = 0
    characters: int = 0
    linked: int = 0

    def add(self, text: str | None, *, linked: bool) -> None:
        length = len(text.strip()) if text else 0
        self.characters += length
        self.linked += length if linked else 0
        self.marks += len(_MARK.findall(text)) if text and not linked else 0


class Asides:
    """Tells for each element of one page whether it is skipped."""

    def __init__(self, root: HtmlElement, *, by_name: bool = True) -> None:
        self._measures = _measures(root)
        self._by_name = by_name
        self.prose = self._measures[root].marks
        """Marks of prose on the whole page."""

    def skips(self, element: HtmlElement, tag: str) -> bool:
        """Whether neither the element nor what is in it belongs to the article."""
        if tag in _NEVER or not isinstance(element.tag, str):
            return True
        share = self._measures[element].marks / max(self.prose, 1)
        if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
            return share <= _HIDDEN_SHARE
        return self._stands_aside(element, tag) and (share < _ASIDE_SHARE or self._is_linked(element))

    def _stands_aside(self, element: HtmlElement, tag: str) -> bool:
        if tag in _SHY:
            return element.find(".//h1") is None
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        return self._by_name and tag in _NAMED and bool(_ASIDE.search(names)) and element.find(".//h1") is None

    def _is_linked(self, element: HtmlElement) -> bool:
        measure = self._measures[element]
        return measure.linked > _LINKED_SHARE * measure.characters


def _measures(root: HtmlElement) -> dict[HtmlElement, _Measure]:
    """What each element holds of text; without recursion, since pages nest deeper than the interpreter may."""
    order: list[tuple[HtmlElement, bool]] = [(root, False)]
    for element, linked in order:
        if element.tag not in _NEVER or element is root:
            order.extend((child, linked or child.tag == "a") for child in element)
    measures = {element: _Measure() for element, _ in order}
    for element, linked in reversed(order):
        measure = measures[element]
        if isinstance(element.tag, str) and element.tag not in _NEVER:
            measure.add(element.text, linked=linked)
        if (parent := element.getparent()) in measures:
            above = measures[parent]
            above.add(element.tail, linked=linked and element.tag != "a")
            above.marks, above.characters, above.linked = (
                above.marks + measure.marks,
                above.characters + measure.characters,
                above.linked + measure.linked,
            )
    return measures
