"""Updates as nobody should send them: every kind, with parts that are missing, inaccessible, unknown or of another type."""

from __future__ import annotations

from copy import deepcopy
from random import Random
from typing import Any

from telegram import Message, Update

Json = dict[str, Any]

USER: Json = {"id": 5, "is_bot": False, "first_name": "某人", "language_code": "zh"}
CHAT: Json = {"id": 5, "type": "private", "first_name": "某人"}
INACCESSIBLE: Json = {"chat": CHAT, "message_id": 3, "date": 0}
"""What Telegram sends of a message that has been deleted."""
MESSAGE: Json = {"message_id": 1, "date": 1_700_000_000, "chat": CHAT, "from": USER, "text": "沐江经开区2022年税收多少"}
QUERY: Json = {"id": "1", "from": USER, "chat_instance": "1", "data": "more:x", "message": MESSAGE, "query": "税收", "offset": ""}
FIELDS = sorted({name for name in Message.__slots__ if not name.startswith("_")} | {"from"})
VALUES: tuple[Any, ...] = (
    *(INACCESSIBLE, MESSAGE, USER, CHAT, {}, [], [{}], [MESSAGE], None, True, -1, 0, 2**62, 2**70, 1e300, "", "x", "\ud83d", [[1]]),
    {"poll_message": INACCESSIBLE, "option_persistent_id": "x", "option_text": "y"},
    {"message_id": 1, "date": 0, "chat": CHAT, "forum_topic_created": {"name": "x", "icon_color": 1}},
    {"type": "no such type"},
    [{"type": "bot_command", "offset": 0, "length": 90}],
    [{"type": "mention", "offset": -5, "length": 3}, {"type": "text_mention", "offset": 0, "length": 1}],
)
KINDS = [kind for kind in Update.ALL_TYPES if kind != "message"]


def strange_update(number: int, chance: Random) -> Json:
    """One update, made of a usual one by a few changes."""
    kind = chance.choice(["message"] * 10 + KINDS)
    inner = deepcopy(QUERY if "query" in kind else MESSAGE)
    for _ in range(chance.randint(1, 2)):
        place = inner
        while chance.random() < 0.3 and (deeper := [value for value in place.values() if isinstance(value, dict)]):
            place = chance.choice(deeper)
        _change(place, chance)
    return {"update_id": number, kind: inner, **({"a kind of later years": inner} if chance.random() < 0.1 else {})}


def _change(place: Json, chance: Random) -> None:
    """Takes a part away, or puts in another one."""
    if place and chance.random() < 0.3:
        place.pop(chance.choice(list(place)))
    else:
        place[chance.choice([*FIELDS, *place, "unknown"])] = deepcopy(chance.choice(VALUES))
