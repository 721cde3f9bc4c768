"""How the bot receives updates: by asking, or at its webhook."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

from tests.telegram_server.refusals import OTHER_POLLER, WEBHOOK_IS_ACTIVE, Conflict
from tests.telegram_server.updates import EVERY_KIND
from tests.telegram_server.wire import Json
from tests.telegram_server.world import World

SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
LOCAL = {"127.0.0.1", "localhost"}


async def get_updates(world: World, parameters: Json) -> list[Json]:
    limit = parameters.get("limit", 100)
    world.rule(1 <= limit <= 100, f"limit of updates: {limit}")
    _choose_kinds(world, parameters)
    if world.webhook.url:
        raise Conflict(WEBHOOK_IS_ACTIVE)
    world.poller = turn = object()
    world.updates.confirm(parameters.get("offset", 0))  # and whoever polled until now is sent away
    if seconds := parameters.get("timeout", 0):
        with suppress(TimeoutError):
            await world.news.wait_for(lambda: bool(world.updates.pending) or world.poller is not turn, seconds)
    if world.poller is not turn:
        raise Conflict(OTHER_POLLER)
    return world.updates.first(limit)


async def set_webhook(world: World, parameters: Json) -> bool:
    if not parameters.get("url"):
        return await delete_webhook(world, parameters)
    address = urlsplit(parameters["url"])
    local = address.scheme == "http" and address.hostname in LOCAL
    world.rule(local or address.scheme == "https", "bad webhook: An HTTPS URL must be provided for webhook")
    secret, connections = parameters.get("secret_token", ""), parameters.get("max_connections", 40)
    world.rule(not secret or bool(SECRET.fullmatch(secret)), "secret token contains unallowed characters or is too long")
    world.rule(1 <= connections <= 100, f"max_connections: {connections}")
    _choose_kinds(world, parameters)
    if parameters.get("drop_pending_updates"):
        world.updates.pending.clear()
    world.poller = None
    world.news.tell()
    await world.webhook.start(parameters["url"], secret, connections)
    return True


async def delete_webhook(world: World, parameters: Json) -> bool:
    if parameters.get("drop_pending_updates"):
        world.updates.pending.clear()
    await world.webhook.stop()
    world.news.tell()
    return True


def get_webhook_info(world: World, _: Json) -> Json:
    return world.webhook.info


def _choose_kinds(world: World, parameters: Json) -> None:
    kinds = parameters.get("allowed_updates")
    unknown = set(kinds or ()) - EVERY_KIND
    world.rule(not unknown, f"unknown kinds of updates: {sorted(unknown)}")
    world.updates.choose_kinds(kinds)


METHODS: dict[str, Any] = {
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
