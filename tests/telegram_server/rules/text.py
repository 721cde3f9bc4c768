"""Telegram's rules for text and its entities."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from urllib.parse import urlsplit

from telegram.constants import MessageEntityType

from tests.telegram_server.rules.parameters import is_whole
from tests.telegram_server.wire import Json, units

MAX_TEXT, MAX_CAPTION, MAX_ENTITIES = 4096, 1024, 100
ENTITY_TYPES = {str(kind.value) for kind in MessageEntityType}
BLOCKQUOTES = {"blockquote", "expandable_blockquote"}
MONOSPACE = {"code", "pre"}
NEEDS = {"text_link": "url", "text_mention": "user", "custom_emoji": "custom_emoji_id", "date_time": "unix_time"}


def problems(text: str, entities: list[Json]) -> list[str]:
    """What Telegram would not take, or would silently show differently, about a message."""
    found = [] if text.strip() else ["message text is empty"]
    if not is_whole(text):
        found.append("strings must be encoded in UTF-8")
    if units(text) > MAX_TEXT:
        found.append(f"message is too long: {units(text)}")
    return found + entity_problems(text, entities)


def caption_problems(caption: str, entities: list[Json]) -> list[str]:
    """The same about the words under a file, which need not be there."""
    found = [f"message caption is too long: {units(caption)}"] if units(caption) > MAX_CAPTION else []
    return found + entity_problems(caption, entities)


def entity_problems(text: str, entities: list[Json]) -> list[str]:
    """What is wrong with the entities of a text of any length."""
    found = [f"too many entities: {len(entities)}"] if len(entities) > MAX_ENTITIES else []
    for entity in entities:
        found += _problems_of(entity, text)
    for one, other in combinations(entities, 2):
        if max(one["offset"], other["offset"]) < min(_end(one), _end(other)):
            found += _problems_of_pair(one, other)
    return found


def is_link(address: object, schemes: tuple[str, ...] = ("http", "https", "tg")) -> bool:
    """Whether a client would open it."""
    if not isinstance(address, str) or any(character.isspace() or not character.isprintable() for character in address):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in schemes and bool(parts.netloc)


def user_entities(text: str) -> list[Json]:
    """The commands and mentions that Telegram would mark in a user's message."""
    entities = []
    position = 0
    for word in text.split(" "):
        if position == 0 and word.startswith("/") and len(word) > 1:
            entities.append({"type": "bot_command", "offset": 0, "length": units(word.split("\n")[0])})
        if word.startswith("@") and len(word) > 1:
            entities.append({"type": "mention", "offset": position, "length": units(word)})
        position += units(word) + 1
    return entities


def _problems_of(entity: Json, text: str) -> Iterator[str]:
    kind, start, end = entity["type"], entity["offset"], _end(entity)
    if kind not in ENTITY_TYPES:
        yield f"unknown entity type: {entity}"
    if not 0 <= start < end <= units(text):
        yield f"entity outside of the text: {entity}"
    if any(_inside_character(text, edge) for edge in (start, end)):
        yield f"entity splits a character: {entity}"
    if kind in NEEDS and not entity.get(NEEDS[kind]):
        yield f"{NEEDS[kind]} is missing: {entity}"
    if kind == "text_link" and not is_link(entity.get("url")):
        yield f"link without an address: {entity}"


def _problems_of_pair(one: Json, other: Json) -> Iterator[str]:
    kinds = {one["type"], other["type"]}
    if kinds <= BLOCKQUOTES:
        yield f"a quote inside of a quote: {one}, {other}"
    elif kinds & MONOSPACE and not kinds & BLOCKQUOTES:
        yield f"an entity inside of monospaced text: {one}, {other}"


def _inside_character(text: str, edge: int) -> bool:
    """Whether a position lies between the two halves of a surrogate pair."""
    encoded = text.encode("utf-16-le", "surrogatepass")
    return 0 < edge < len(encoded) // 2 and 0xDC00 <= int.from_bytes(encoded[2 * edge : 2 * edge + 2], "little") <= 0xDFFF


def _end(entity: Json) -> int:
    return int(entity["offset"]) + int(entity["length"])
