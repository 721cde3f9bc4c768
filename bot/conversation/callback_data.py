"""The callback data of everybody's buttons: one type for each kind of button, with what it needs to know."""

from __future__ import annotations

from dataclasses import dataclass

from bot.messages.callback_data import CallbackData


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
class MoreQuotes(OfAnswer):
    """Shows further quotes."""

    name = "more"
    first: int


@dataclass(frozen=True, slots=True)
class NearestQuotes(OfAnswer):
    """Shows what came nearest to a question that nothing answers."""

    name = "nearest"


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
class ReadArticle(OfAnswer):
    """Shows a page of a quote's article."""

    name = "page"
    quote: int
    page: int


@dataclass(frozen=True, slots=True)
class SendArticle(OfAnswer):
    """Sends a quote's article as a file."""

    name = "send"
    quote: int


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
class LatestPage(CallbackData):
    """Turns a page of the newest reports."""

    name = "latest"
    page: int


@dataclass(frozen=True, slots=True)
class ParksPage(CallbackData):
    """Turns a page of the parks."""

    name = "parks"
    page: int


@dataclass(frozen=True, slots=True)
class ParkPage(CallbackData):
    """Shows a page of the reports on a park."""

    name = "park"
    park: str
    """Its key, as in `bot.conversation.holdings`."""
    page: int = 0


@dataclass(frozen=True, slots=True)
class OfReport(CallbackData):
    """About a report that no question led to."""

    report: str
    """Key of the article's id."""


@dataclass(frozen=True, slots=True)
class ShowReport(OfReport):
    """Shows its card."""

    name = "report"
    in_place: bool = False


@dataclass(frozen=True, slots=True)
class ReadReport(OfReport):
    """Shows a page of it."""

    name = "read"
    page: int = 0


@dataclass(frozen=True, slots=True)
class SendReport(OfReport):
    """Sends it as a file."""

    name = "file"


@dataclass(frozen=True, slots=True)
class ListFollows(CallbackData):
    """Lists what the chat follows."""

    name = "follows"


@dataclass(frozen=True, slots=True)
class FollowsPage(CallbackData):
    """Turns a page of that list."""

    name = "followed"
    page: int


@dataclass(frozen=True, slots=True)
class Unfollow(CallbackData):
    """Stops following something in the list."""

    name = "unfollow"
    follow: int
    """Its number in the store."""


@dataclass(frozen=True, slots=True)
class SetQuietHours(CallbackData):
    """Chooses the hours in which nothing is sent."""

    name = "quiet"
    choice: int
    page: int
    """Of the list in which it stands."""
