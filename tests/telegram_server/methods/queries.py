"""Answers to pressed buttons, inline queries and guest messages."""

from __future__ import annotations

from typing import Any, TypeVar

from tests.telegram_server.queries import Query
from tests.telegram_server.refusals import QUERY_TOO_OLD
from tests.telegram_server.rules.results import answer_problems, result_problems
from tests.telegram_server.rules.text import is_link
from tests.telegram_server.sent import SentMessage
from tests.telegram_server.wire import Json
from tests.telegram_server.world import World

MAX_TOAST = 200

AnyQuery = TypeVar("AnyQuery", bound=Query)


def answer_callback_query(world: World, parameters: Json) -> bool:
    text = parameters.get("text", "")
    world.rule(len(text) <= MAX_TOAST, f"MESSAGE_TOO_LONG: {text}")
    world.rule("url" not in parameters or is_link(parameters["url"]), f"URL_INVALID: {parameters.get('url')}")
    press = _answered(world, world.presses, parameters["callback_query_id"])
    press.toast, press.alert, press.url = text, parameters.get("show_alert", False), parameters.get("url", "")
    if text:
        world.transcript.append(f"机器人 ✦ {text}")
    return True


def answer_inline_query(world: World, parameters: Json) -> bool:
    world.none_of(answer_problems(parameters))
    query = _answered(world, world.inline_queries, parameters["inline_query_id"])
    query.results = parameters["results"]
    query.next_offset, query.button = parameters.get("next_offset", ""), parameters.get("button")
    query.is_personal, query.cache_time = parameters.get("is_personal", False), parameters.get("cache_time", 300)
    world.transcript.append(f"机器人 ≡ {' | '.join(query.titles) or '（无结果）'}")
    return True


def answer_guest_query(world: World, parameters: Json) -> Json:
    result = parameters["result"]
    world.none_of(result_problems(result))
    summons = _answered(world, world.summons, parameters["guest_query_id"])
    summons.message = message_from(world, result, summons.chat["id"], summons.by)
    return {"inline_message_id": summons.message.inline_message_id}


def message_from(world: World, result: Json, chat_id: int, by: Json) -> SentMessage:
    """The message that a result becomes when it is sent."""
    content = result.get("input_message_content") or {}
    preview = content.get("link_preview_options") or {}
    message = SentMessage(
        message_id=0,
        chat_id=chat_id,
        text=str(content.get("message_text") or result.get("caption") or ""),
        entities=content.get("entities") or [],
        link_preview=not preview.get("is_disabled", False),
        reply_markup=result.get("reply_markup"),
        inline_message_id=f"inline-{next(world.identifiers)}",
        sender=by,
    )
    world.inline_messages[str(message.inline_message_id)] = message
    world.transcript.append(f"{by['first_name']} via 机器人 ▸ {message.text}")
    return message


def _answered(world: World, queries: dict[str, AnyQuery], number: str) -> AnyQuery:
    """A query that has just got its answer: it exists, had none before, and is not too old."""
    query = queries.get(number)
    if query is None:
        world.violations.append(f"query {number} is unknown")
    elif query.answered and query.answered_at_start == world.starts:
        world.violations.append(f"query {number} is answered already")
    if query is None or query.answered or query.is_over(world.query_seconds):
        world.refuse(QUERY_TOO_OLD)
    query.answered, query.answered_at_start = True, world.starts
    return query


METHODS: dict[str, Any] = {
    "answerCallbackQuery": answer_callback_query,
    "answerInlineQuery": answer_inline_query,
    "answerGuestQuery": answer_guest_query,
}
