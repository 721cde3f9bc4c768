from __future__ import annotations

from pathlib import Path

import pytest

from bot.store.answers import KeptQuote
from bot.store.follows import Follow, Subject
from bot.store.pushes import Find, SeenArticle
from bot.store.store import Store, open_store
from corpus.language.span import Span

PARK = Subject("银川经开区", ("银川经开区",))
QUESTION = Subject("奖励了多少家企业😀")
QUOTE = KeptQuote("a", 3, "引文𠮷", (Span(3, 5),), ("b",))


@pytest.fixture
def store() -> Store:
    return open_store(None)


def test_what_is_followed_is_there_after_a_restart(tmp_path: Path) -> None:
    store = open_store(tmp_path / "bot.sqlite")
    assert store.follows.add(5, 8, PARK, "zh-hant")
    assert not store.follows.add(5, None, PARK, "en")
    store.follows.add(6, None, PARK, "en")
    store.follows.set_quiet_hours(5, 23, 7)
    store.database.close()
    reopened = open_store(tmp_path / "bot.sqlite").follows
    assert reopened.of_chat(5) == [Follow(1, 5, 8, PARK, "zh-hant")]
    assert reopened.quiet_hours(5) == (23, 7)
    assert reopened.quiet_hours(6) is None
    assert len(reopened.by_subject()[PARK]) == 2


def test_the_number_of_a_follow_is_never_given_again(store: Store) -> None:
    store.follows.add(5, None, PARK, "zh")
    (first,) = store.follows.of_chat(5)
    store.follows.remove(5, first.number)
    store.follows.add(5, None, QUESTION, "zh")
    (second,) = store.follows.of_chat(5)
    assert second.number > first.number


def test_nobody_removes_what_another_chat_follows(store: Store) -> None:
    store.follows.add(5, None, PARK, "zh")
    store.follows.remove(6, 1)
    assert len(store.follows.of_chat(5)) == 1


def test_a_group_that_moved_takes_its_follows_along_and_keeps_those_it_has_there(store: Store) -> None:
    store.follows.add(-5, None, PARK, "zh")
    store.follows.add(-5, None, QUESTION, "zh")
    store.follows.add(-100, None, PARK, "en")
    store.follows.set_quiet_hours(-5, 0, 0)
    store.follows.move_chat(-5, -100)
    assert store.follows.of_chat(-5) == []
    assert {(follow.subject, follow.language) for follow in store.follows.of_chat(-100)} == {(PARK, "en"), (QUESTION, "zh")}
    assert store.follows.quiet_hours(-100) == (0, 0)


def test_a_closed_chat_leaves_nothing_behind(store: Store) -> None:
    store.follows.add(5, None, PARK, "zh")
    store.follows.set_quiet_hours(5, 0, 0)
    store.pushes.settle([], [(1, Find("a", QUOTE))])
    store.follows.forget_chat(5)
    assert store.pushes.waiting_places() == []
    assert store.database.rows("SELECT * FROM pushes") == []
    assert store.follows.quiet_hours(5) is None


def test_an_article_waits_once_for_each_follow_until_it_is_done(store: Store) -> None:
    store.follows.add(5, None, PARK, "zh")
    store.follows.add(5, 8, QUESTION, "zh")
    store.pushes.settle(
        [SeenArticle("a", b"x")], [(1, Find("a", QUOTE)), (1, Find("a", QUOTE)), (2, Find("a", QUOTE)), (99, Find("a", QUOTE))]
    )
    assert store.pushes.waiting_places() == [(5, None), (5, 8)]
    (push,) = store.pushes.waiting_for(5, None)
    assert (push.follow, push.quote, push.attempts) == (1, QUOTE, 0)
    store.pushes.begin([push.number])
    assert store.pushes.waiting_for(5, None)[0].attempts == 1
    store.pushes.put_back([push.number])
    assert store.pushes.waiting_for(5, None)[0].attempts == 0
    store.pushes.done([push.number])
    assert store.pushes.waiting_places() == [(5, 8)]


def test_an_article_is_known_by_its_id_and_by_its_words(store: Store) -> None:
    assert store.pushes.seen_ids() == set()
    store.pushes.settle([SeenArticle("a", b"x"), SeenArticle("b", b"y")], [])
    assert store.pushes.seen_ids() == {"a", "b"}
    assert store.pushes.has_content(b"y")
    assert not store.pushes.has_content(b"z")


def test_nothing_is_seen_when_what_was_found_cannot_be_kept(store: Store) -> None:
    store.follows.add(5, None, PARK, "zh")

    def broken() -> list[tuple[int, Find]]:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.pushes.settle([SeenArticle("a", b"x")], ((1, find) for find in (Find("a", QUOTE), broken())))  # type: ignore[misc]
    assert store.pushes.seen_ids() == set()
    assert store.pushes.waiting_places() == []
