"""The buttons below an answer."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from bot.conversation.callback_data import ANYONE, Press
from bot.conversation.chips import chips_of, without
from bot.messages.message import Button, Buttons
from bot.messages.one_line import one_line
from bot.store.answers import ShownAnswer
from bot.texts.wording import Texts

LABEL_LENGTH = 24
CHIPS = 4
"""Parks and times that can be taken out; a question may name any number."""
SHARED_LENGTH = 200
"""Telegram takes 256 characters in an inline query."""


def answer_buttons(
    shown: ShownAnswer, texts: Texts, opinion: bool | None = None, followed: bool | None = None, *, shares: bool = True
) -> Buttons:
    """The rows below an answer.

    `opinion` is the one that was given, where it is to be seen; `followed` is whether the chat follows the question, None where nobody can;
    `shares` is whether the question can be carried into another chat.
    """
    rows = (
        _reading(shown, texts) if shown.found else _nearest(shown, texts),
        list(_taking_out(shown, texts)),
        _last(shown, texts, opinion, followed, shares=shares),
    )
    return tuple(tuple(row) for row in rows if row)


def news_buttons(shown: ShownAnswer, texts: Texts, followed: bool | None) -> Buttons:
    """The rows below news on what is followed: its one subject, or several where `followed` is None."""
    managing = Button(texts.following.button_list, press=str(Press("follows", ANYONE)))
    last = managing if followed is None else _bell("mute", shown, followed, texts.following.button_stop, texts)
    return tuple(_reading(shown, texts)), (last,)


def again_button(token: str, texts: Texts) -> Button:
    """Asks the question once more."""
    return Button(texts.button_again, press=str(Press("again", token)))


def _reading(shown: ShownAnswer, texts: Texts) -> list[Button]:
    row = [
        Button(texts.button_context, press=str(Press("context", shown.token))),
        Button(texts.button_source, press=str(Press("source", shown.token))),
    ]
    more = Button(texts.button_more, press=str(Press("more", shown.token, shown.visible)))
    return [*row, more] if shown.quotes and len(shown.quotes) > shown.visible else row


def _nearest(shown: ShownAnswer, texts: Texts) -> list[Button]:
    """The quotes that came nearest, on demand only: they need not answer."""
    return [Button(texts.button_wider, press=str(Press("wider", shown.token)))] if shown.quotes else []


def _taking_out(shown: ShownAnswer, texts: Texts) -> Iterator[Button]:
    """The parks and times of the question, each to be taken out of it; and the way back."""
    for number, chip in islice(enumerate(chips_of(shown.question, shown.asked_on)), CHIPS):
        if without(shown.question, chip):
            label = texts.button_without.format(text=one_line(chip.text, LABEL_LENGTH))
            yield Button(label, press=str(Press("without", shown.token, number)))
    if shown.before:
        yield Button(texts.button_undo, press=str(Press("undo", shown.token)))


def _last(shown: ShownAnswer, texts: Texts, opinion: bool | None, followed: bool | None, *, shares: bool) -> list[Button]:
    good, bad = (f"{sign}{'✓' if given else ''}" for sign, given in (("👍", opinion is True), ("👎", opinion is False)))
    return [
        Button(good, press=str(Press("good", shown.token))),
        Button(bad, press=str(Press("bad", shown.token))),
        *([] if followed is None else [_bell("bell", shown, followed, texts.following.button_followed, texts)]),
        *([Button(texts.button_share, share=one_line(shown.question, SHARED_LENGTH))] if shares else []),
    ]


def _bell(verb: str, shown: ShownAnswer, followed: bool, followed_label: str, texts: Texts) -> Button:
    """Begins to follow, or stops: its number says which, so that a second press changes nothing."""
    return Button(followed_label if followed else texts.following.button_follow, press=str(Press(verb, shown.token, int(not followed))))
