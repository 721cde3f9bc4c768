from __future__ import annotations

from bot.store.store import open_store
from bot.store.topics import NOBODY, Topic


def test_a_topic_is_what_was_set_last_until_it_is_forgotten() -> None:
    topics = open_store(None).topics
    assert topics.get(5, 6) is None
    topics.set(5, 6, Topic("沐江经开区税收", True, answer="abcdefgh"))
    topics.set(5, 6, Topic("那2022年呢", False, open=True))
    topics.set(5, 7, Topic("临樾高新区税收", True))
    assert topics.get(5, 6) == Topic("那2022年呢", False, open=True)
    topics.forget(5, 6)
    assert topics.get(5, 6) is None
    assert topics.get(5, 7) == Topic("临樾高新区税收", True)


def test_whoever_has_no_number_shares_a_topic() -> None:
    topics = open_store(None).topics
    topics.set(5, None, Topic("税收", True))
    assert topics.get(5, NOBODY) == Topic("税收", True)
