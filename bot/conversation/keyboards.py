"""The buttons below an answer: what each carries, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from bot.conversation.chips import chips_of
from bot.conversation.holdings import key
from bot.messages.callback_data import CallbackData
from bot.messages.message import Button, Buttons
from bot.messages.one_line import one_line
from bot.messages.period import period
from bot.store.answers import ShownAnswer
from bot.texts.wording import Texts
from corpus.language.english_park_names import english_name
from retrieval.answering.missing import Missing
from retrieval.question.question import Question

LABEL_LENGTH = 24
CHIPS = 4
"""Parks and times that can be taken out; a question may name any number."""
OTHER_TIMES = 6
"""Telegram takes eight buttons in a row."""
SHARED_LENGTH = 200
"""Telegram takes 256 characters in an inline query."""


@dataclass(frozen=True, slots=True)
class OfAnswer(CallbackData):
    """Below an answer, or below what has come of such a button."""

    answer: str
    """Token of the answer, which the store knows."""


@dataclass(frozen=True, slots=True)
class AskAgain(OfAnswer):
    """Asks the same question of the index as it is by then."""

    name = "again"


@dataclass(frozen=True, slots=True)
class Undo(OfAnswer):
    """Takes the question back to its form before."""

    name = "undo"


@dataclass(frozen=True, slots=True)
class TakeOut(OfAnswer):
    """Takes a park or a time out of the question."""

    name = "without"
    chip: int
    """Its number among them, from 0, as all numbers here."""


@dataclass(frozen=True, slots=True)
class AskOfTime(OfAnswer):
    """Asks the same question of another time."""

    name = "when"
    first: int
    """Its first and last days, as ordinals."""
    last: int


@dataclass(frozen=True, slots=True)
class AskOfPark(OfAnswer):
    """Asks the same question of another park."""

    name = "where"
    park: str
    """Its key, as in `bot.conversation.holdings`."""


@dataclass(frozen=True, slots=True)
class MoreQuotes(OfAnswer):
    """Shows further quotes."""

    name = "more"
    first: int


@dataclass(frozen=True, slots=True)
class NearestQuotes(OfAnswer):
    """Shows what came nearest to a question that nothing answers."""

    name = "nearest"


@dataclass(frozen=True, slots=True)
class ReportsPage(OfAnswer):
    """Shows a page of the reports that a question asks for, or of those of one year on the park that it names."""

    name = "reports"
    page: int
    year: int = 0
    """0 for all that are asked for."""
    below: bool = False
    """Whether in a message of its own, or in the place of the one with the button."""


@dataclass(frozen=True, slots=True)
class ShowContext(OfAnswer):
    """Shows what stands around a quote."""

    name = "context"
    quote: int = 0
    width: int = 0
    in_place: bool = False
    """Whether in the place of the message with the button, or in a new one."""


@dataclass(frozen=True, slots=True)
class ShowSource(OfAnswer):
    """Shows where a quote comes from."""

    name = "source"
    quote: int = 0
    in_place: bool = False


@dataclass(frozen=True, slots=True)
class ShowPicture(OfAnswer):
    """Shows the picture of the page that a quote was read from."""

    name = "picture"
    quote: int = 0


@dataclass(frozen=True, slots=True)
class Rate(OfAnswer):
    """👍 or 👎."""

    name = "rate"
    good: bool


@dataclass(frozen=True, slots=True)
class FollowQuestion(OfAnswer):
    """Follows the question, or stops: it says which, so that a second press changes nothing."""

    name = "follow"
    on: bool
    below_news: bool = False


@dataclass(frozen=True, slots=True)
class ListFollows(CallbackData):
    """Lists what the chat follows."""

    name = "follows"


def answer_buttons(
    shown: ShownAnswer,
    question: Question,
    texts: Texts,
    opinion: bool | None = None,
    followed: bool | None = None,
    *,
    shares: bool,
    missing: Missing,
    beginnings: Buttons = (),
) -> Buttons:
    """The rows below an answer.

    `opinion` is the one that was given, where it is to be seen; `followed` is whether the chat follows the question, None where nobody can;
    `shares` is whether the question can be carried into another chat; `missing` is what there is instead where nothing was found, and
    `beginnings` are rows of what else can be asked.
    """
    rows = (
        _of_other_parks(shown, question, missing),
        _of_other_times(shown, missing, texts),
        _reading(shown, texts) if shown.found else _nearest(shown, texts),
        *beginnings,
        list(_taking_out(shown, question, texts)),
        _last(shown, texts, opinion, followed, shares=shares),
    )
    return tuple(tuple(row) for row in rows if row)


def news_buttons(shown: ShownAnswer, texts: Texts, followed: bool | None) -> Buttons:
    """The rows below news on what is followed: its one subject, or several where `followed` is None."""
    managing = Button(texts.following.button_list, callback_data=ListFollows())
    last = (
        managing
        if followed is None
        else _bell(FollowQuestion(shown.token, not followed, below_news=True), texts.following.button_stop, texts)
    )
    return tuple(_reading(shown, texts)), (last,)


def instead_buttons(shown: ShownAnswer, question: Question, texts: Texts, missing: Missing) -> Buttons:
    """The rows that lead to another form of a question: with other parks and times that there are, or without its own."""
    rows = (
        _of_other_parks(shown, question, missing),
        _of_other_times(shown, missing, texts),
        list(_taking_out(shown, question, texts)),
    )
    return tuple(tuple(row) for row in rows if row)


def again_button(token: str, texts: Texts) -> Button:
    """Asks the question once more."""
    return Button(texts.button_again, callback_data=AskAgain(token))


def picture_button(shown: ShownAnswer, quote: int, texts: Texts) -> list[Button]:
    """To the page that a quote was read from, where it was read from a picture."""
    pictured = shown.quotes is not None and quote < len(shown.quotes) and shown.quotes[quote].recognised
    return [Button(texts.button_picture, callback_data=ShowPicture(shown.token, quote))] if pictured else []


def _reading(shown: ShownAnswer, texts: Texts) -> list[Button]:
    row = [
        Button(texts.button_context, callback_data=ShowContext(shown.token)),
        Button(texts.button_source, callback_data=ShowSource(shown.token)),
        *picture_button(shown, 0, texts),
    ]
    more = Button(texts.button_more, callback_data=MoreQuotes(shown.token, shown.visible))
    return [*row, more] if shown.quotes and len(shown.quotes) > shown.visible else row


def _nearest(shown: ShownAnswer, texts: Texts) -> list[Button]:
    """The quotes that came nearest, on demand only: they need not answer."""
    return [Button(texts.button_wider, callback_data=NearestQuotes(shown.token))] if shown.quotes else []


def _of_other_parks(shown: ShownAnswer, question: Question, missing: Missing) -> list[Button]:
    return [
        Button(one_line(name_in(question, park), LABEL_LENGTH), callback_data=AskOfPark(shown.token, key(park))) for park in missing.alike
    ]


def name_in(question: Question, park: str) -> str:
    """What to call a park in the language of a question."""
    return english_name(park) if question.in_english else park


def _of_other_times(shown: ShownAnswer, missing: Missing, texts: Texts) -> list[Button]:
    """The latest of those that are told of, in order; parts of what was asked for before others."""
    chosen = sorted(missing.told, key=lambda time: any(time.lies_in(asked) for asked in missing.times))[-OTHER_TIMES:]
    return [
        Button(period(first, last, texts), callback_data=AskOfTime(shown.token, first.toordinal(), last.toordinal()))
        for first, last in sorted(chosen)
    ]


def _taking_out(shown: ShownAnswer, question: Question, texts: Texts) -> Iterator[Button]:
    """The parks and times of the question, each to be taken out of it; and the way back."""
    for number, chip in islice(enumerate(chips_of(question)), CHIPS):
        if question.without(chip):
            label = texts.button_without.format(text=one_line(chip.text, LABEL_LENGTH))
            yield Button(label, callback_data=TakeOut(shown.token, number))
    if shown.before:
        yield Button(texts.button_undo, callback_data=Undo(shown.token))


def _last(shown: ShownAnswer, texts: Texts, opinion: bool | None, followed: bool | None, *, shares: bool) -> list[Button]:
    good, bad = (f"{sign}{'✓' if given else ''}" for sign, given in (("👍", opinion is True), ("👎", opinion is False)))
    return [
        Button(good, callback_data=Rate(shown.token, good=True)),
        Button(bad, callback_data=Rate(shown.token, good=False)),
        *([] if followed is None else [_bell(FollowQuestion(shown.token, not followed), texts.following.button_followed, texts)]),
        *([Button(texts.button_share, share=one_line(shown.question, SHARED_LENGTH))] if shares else []),
    ]


def _bell(data: FollowQuestion, followed_label: str, texts: Texts) -> Button:
    """Begins to follow, or stops where it is followed already."""
    return Button(texts.following.button_follow if data.on else followed_label, callback_data=data)
