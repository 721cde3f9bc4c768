from __future__ import annotations

from bot.telegram.transport.typing_ahead import Typing


def test_typing_on_overtakes_what_is_still_waiting() -> None:
    typing = Typing()
    with typing.asking(1) as first, typing.asking(2) as somebody_else:
        assert not first.overtaken
        with typing.asking(1) as second:
            assert first.overtaken
            assert not second.overtaken
        assert first.overtaken
        assert not somebody_else.overtaken


def test_nothing_is_kept_of_who_has_stopped_typing() -> None:
    typing = Typing()
    with typing.asking(1):
        pass
    assert typing._latest == {}
