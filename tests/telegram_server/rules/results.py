"""Telegram's rules for answers to inline queries and guest messages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from telegram.constants import InlineQueryResultType

from tests.telegram_server.rules.keyboards import keyboard_problems
from tests.telegram_server.rules.text import caption_problems, is_link, problems
from tests.telegram_server.wire import Json

MAX_RESULTS, MAX_OFFSET, MAX_ID = 50, 64, 64
RESULT_TYPES = {str(kind.value) for kind in InlineQueryResultType}
START_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}")


def answer_problems(parameters: Json) -> list[str]:
    """What is wrong with the parameters of answerInlineQuery."""
    results = parameters["results"]
    found = [f"RESULTS_TOO_MUCH: {len(results)}"] if len(results) > MAX_RESULTS else []
    found += [f"RESULT_ID_DUPLICATE: {name}" for name, times in Counter(str(result.get("id")) for result in results).items() if times > 1]
    for result in results:
        found += result_problems(result)
    if len(parameters.get("next_offset", "").encode()) > MAX_OFFSET:
        found.append(f"NEXT_OFFSET_INVALID: {parameters['next_offset']}")
    if parameters.get("cache_time", 0) < 0:
        found.append("cache_time is negative")
    return found + list(_button_problems(parameters.get("button")))


def result_problems(result: Json) -> list[str]:
    """What is wrong with one result, or with the message that it becomes."""
    found = [] if 1 <= len(str(result.get("id", "")).encode()) <= MAX_ID else [f"RESULT_ID_INVALID: {result.get('id')!r}"]
    kind, content = result.get("type"), result.get("input_message_content")
    if kind not in RESULT_TYPES:
        found.append(f"unknown type of a result: {kind!r}")
    if kind == "article" and not str(result.get("title", "")).strip():
        found.append("article without a title")
    if kind == "article" and content is None:
        found.append("article without a message")
    if content is not None:
        found += problems(str(content.get("message_text", "")), content.get("entities") or [])
    if "caption" in result:
        found += caption_problems(result["caption"], result.get("caption_entities") or [])
    if result.get("url") and not is_link(result["url"], ("http", "https")):
        found.append(f"ARTICLE_URL_INVALID: {result['url']}")
    return found + keyboard_problems(result.get("reply_markup"))


def _button_problems(button: Json | None) -> Iterator[str]:
    if button is None:
        return
    if not str(button.get("text", "")).strip():
        yield f"button above the results without a text: {button}"
    if ("start_parameter" in button) == ("web_app" in button):
        yield f"the button above the results does exactly one thing: {button}"
    if "start_parameter" in button and not START_PARAMETER.fullmatch(button["start_parameter"]):
        yield f"START_PARAM_INVALID: {button}"
