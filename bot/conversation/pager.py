"""Lists and articles in pages, and the buttons that turn them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.conversation.services import Expired
from bot.messages.callback_data import CallbackData
from bot.messages.message import Button
from bot.texts.wording import Texts

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ListPage(Generic[T]):
    """What stands on a page, and which of all pages it is, from 0."""

    things: Sequence[T]
    number: int
    count: int

    @property
    def next(self) -> int | None:
        """The number of the page after it, if there is one."""
        return self.number + 1 if self.number + 1 < self.count else None

    def below(self, heading: str, texts: Texts) -> str:
        """A heading, with the number of the page where there are several."""
        return f"{heading}\n{texts.page_number.format(page=self.number + 1, pages=self.count)}" if self.count > 1 else heading

    def turning(self, to: Callable[[int], CallbackData], *between: Button) -> Iterator[Button]:
        """Buttons to the page before and the page after, and others between them; `to` is the callback data that turns to a page."""
        if self.number:
            yield Button(f"‹ {self.number}", callback_data=to(self.number - 1))
        yield from between
        if self.next is not None:
            yield Button(f"{self.next + 1} ›", callback_data=to(self.next))


def page_of(things: Sequence[T], number: int, size: int) -> ListPage[T]:
    """A page of so many things. Raises Expired where there is no such page; the first one there always is."""
    count = _pages(things, size)
    if number >= count:
        raise Expired
    return ListPage(things[number * size : (number + 1) * size], number, count)


def nearest_page(things: Sequence[T], number: int, size: int) -> ListPage[T]:
    """The same; the last page where there are fewer."""
    return page_of(things, min(number, _pages(things, size) - 1), size)


def _pages(things: Sequence[T], size: int) -> int:
    return max(1, -(-len(things) // size))
