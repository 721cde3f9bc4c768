"""What goes over the wire: JSON, and text measured as Telegram measures it."""

from __future__ import annotations

import json
from typing import Any

Json = dict[str, Any]

NUMBERS = {
    "chat_id",
    "message_id",
    "message_thread_id",
    "offset",
    "limit",
    "timeout",
    "draft_id",
    "user_id",
    "cache_time",
    "max_connections",
}
FLAGS = {"drop_pending_updates", "is_personal", "show_alert", "disable_notification", "protect_content", "is_big"}
OBJECTS = {
    *("entities", "caption_entities", "reply_markup", "reply_parameters", "link_preview_options", "allowed_updates"),
    *("results", "result", "button", "commands", "scope", "menu_button", "reaction"),
}


def units(text: str) -> int:
    """The length of a text in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, offset: int, length: int) -> str:
    """The part of a text that an entity with this offset and length marks."""
    return text.encode("utf-16-le", "surrogatepass")[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")


def decoded(name: str, value: str) -> Any:  # noqa: ANN401 - whatever the parameter's type is
    """A parameter of a request. Raises ValueError when it is not what its name asks for."""
    if name in OBJECTS:
        return json.loads(value)
    if name in FLAGS:
        return value.lower() == "true"
    if name in NUMBERS and not value.startswith("@"):
        return int(value)
    return value
