"""Telegram's rules for messages, for the local server and for tests that need no server."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

ENTITY_TYPES = {"blockquote", "expandable_blockquote", "bold", "text_link", "italic", "code", "pre"}


def problems(text: str, entities: list[Json]) -> list[str]:
    """What Telegram would not take, or would silently show differently, about a message."""
    units = text.encode("utf-16-le")
    length = len(units) // 2
    found = []
    if not text.strip():
        found.append("message text is empty")
    if length > 4096:
        found.append(f"message is too long: {length}")
    if len(entities) > 100:
        found.append(f"too many entities: {len(entities)}")
    for entity in entities:
        start, end = entity["offset"], entity["offset"] + entity["length"]
        if entity["type"] not in ENTITY_TYPES:
            found.append(f"unknown entity type: {entity}")
        if not 0 <= start < end <= length:
            found.append(f"entity outside of the text: {entity}")
        if any(0 < edge < length and 0xDC00 <= int.from_bytes(units[2 * edge : 2 * edge + 2], "little") <= 0xDFFF for edge in (start, end)):
            found.append(f"entity splits a character: {entity}")
        if entity["type"] == "text_link" and not str(entity.get("url", "")).startswith(("http://", "https://")):
            found.append(f"link without an address: {entity}")
    return found


def user_entities(text: str) -> list[Json]:
    """The commands and mentions that Telegram would mark in a user's message."""
    entities = []
    position = 0
    for word in text.split(" "):
        if position == 0 and word.startswith("/") and len(word) > 1:
            entities.append({"type": "bot_command", "offset": 0, "length": len(word.split("\n")[0])})
        if word.startswith("@") and len(word) > 1:
            entities.append({"type": "mention", "offset": position, "length": len(word)})
        position += len(word.encode("utf-16-le")) // 2 + 1
    return entities
