"""The methods of the Bot API, by topic. Each takes the world and the decoded parameters and gives the result."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.telegram_server.methods import chats, documents, edits, menus, messages, queries, receiving
from tests.telegram_server.wire import Json
from tests.telegram_server.world import World

Method = Callable[[World, Json], Any]
METHODS: dict[str, Method] = {
    **messages.METHODS,
    **documents.METHODS,
    **edits.METHODS,
    **queries.METHODS,
    **chats.METHODS,
    **menus.METHODS,
    **receiving.METHODS,
}
