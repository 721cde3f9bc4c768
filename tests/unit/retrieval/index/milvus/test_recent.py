from __future__ import annotations

from collections.abc import Sequence

from retrieval.index.milvus.recent import Recent


class Shelf:
    """Gives a new object for every number below 100, and remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []

    def read(self, keys: Sequence[int]) -> dict[int, list[int]]:
        self.asked.append(list(keys))
        return {key: [key] for key in keys if key < 100}


def test_what_is_at_hand_is_not_read_again() -> None:
    recent, shelf = Recent[int, list[int]](10), Shelf()
    first = recent.look_up([3, 1, 3], shelf.read)
    second = recent.look_up([1, 2], shelf.read)
    assert (first, second) == ({3: [3], 1: [1]}, {1: [1], 2: [2]})
    assert first[1] is second[1]
    assert shelf.asked == [[3, 1], [2]]


def test_nothing_is_asked_for_where_all_is_at_hand() -> None:
    recent, shelf = Recent[int, list[int]](10), Shelf()
    recent.look_up([1], shelf.read)
    assert recent.look_up([1], shelf.read) == {1: [1]}
    assert recent.look_up([], shelf.read) == {}
    assert shelf.asked == [[1]]


def test_what_there_is_not_is_not_in_the_result() -> None:
    assert Recent[int, list[int]](10).look_up([500, 5], Shelf().read) == {5: [5]}


def test_what_was_asked_for_last_stays() -> None:
    recent, shelf = Recent[int, list[int]](2), Shelf()
    for keys in ([1, 2], [1], [3], [1, 2]):
        recent.look_up(keys, shelf.read)
    assert shelf.asked == [[1, 2], [3], [2]]


def test_more_than_are_kept_can_be_looked_up_at_once() -> None:
    assert Recent[int, list[int]](2).look_up(range(5), Shelf().read) == {key: [key] for key in range(5)}
