"""The reports that a question asks for, by park, company and time, in pages; where there are none, why, and which there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from bot.conversation.action import Action, below_answer
from bot.conversation.keyboards import ReportsPage, instead_buttons
from bot.conversation.pager import page_of
from bot.conversation.parks_meant import parks_meant, reports_on
from bot.conversation.report_list import ENTRIES, list_page, report_entries
from bot.conversation.reports_wanted import reports_wanted
from bot.conversation.response import Response, shown_where
from bot.conversation.services import Expired, Services
from bot.conversation.session import Session
from bot.messages.message import Message
from bot.messages.missing_line import missing_line, times_line
from bot.messages.one_line import one_line
from bot.store.answers import ShownAnswer
from bot.texts.wording import Texts
from retrieval.answering.missing import Missing, ToldTime
from retrieval.answering.reports import years_told
from retrieval.index.engine import Headline
from retrieval.question.mention import MentionKind
from retrieval.question.question import Question
from retrieval.question.understanding import named_times

NAME_LENGTH = 60
_PASSAGES = 200
"""Among which reports that mention a name are looked for."""


def requested_page(services: Services, shown: ShownAnswer, question: Question, texts: Texts) -> Message:
    """The first page of what is asked for; or why there is none. Raises IndexUnavailable."""
    if _find(services, question):
        return _page(services, shown, question, texts, ReportsPage(shown.token, 0))
    missing = _missing(services, question)
    return Message(missing_line(missing, texts, in_english=question.in_english)).with_buttons(
        *instead_buttons(shown, question, texts, missing)
    )


def turn(services: Services, session: Session, shown: ShownAnswer, data: ReportsPage) -> Response:
    """Another page, or the first one of a year. Raises Expired, IndexUnavailable."""
    page = _page(services, shown, services.question(shown), services.texts(session, shown.typed), data)
    return shown_where(page, below=data.below)


def _page(services: Services, shown: ShownAnswer, question: Question, texts: Texts, data: ReportsPage) -> Message:
    found = _find(services, question)
    if data.year:
        found = [headline for headline in found if headline.published and headline.published.year == data.year]
    if not found:
        raise Expired
    page = page_of(found, data.page, ENTRIES)
    times = (_year(data.year),) if data.year else _asked_times(question)
    heading = _heading(list(_subjects(question)), times_line(times, texts), len(found), texts)
    turning = page.turning(lambda to: ReportsPage(shown.token, to, data.year))
    rows = () if data.year else instead_buttons(shown, question, texts, Missing())
    return list_page(page, heading, report_entries(services, page.things), texts, turning, *rows)


def _heading(subjects: Sequence[str], times: str, count: int, texts: Texts) -> str:
    browsing = texts.browsing
    if not subjects:
        return (browsing.of_times if times else browsing.latest).format(times=times, count=count)
    named = texts.comma.join(one_line(subject, NAME_LENGTH) for subject in subjects)
    return browsing.of_park.format(park=browsing.in_time.format(subject=named, times=times) if times else named, count=count)


def _subjects(question: Question) -> Iterator[str]:
    """The parks, places and names that the reports are to be about, as they were typed."""
    yield from (mention.rightly_written for mention in question.of(MentionKind.PARK, MentionKind.PLACE))
    yield from _names(question)


def _names(question: Question) -> Sequence[str]:
    wanted = reports_wanted(question)
    return wanted.names if wanted else ()


def _find(services: Services, question: Question) -> list[Headline]:
    """The reports on one of the parks that mention every name and are of one of the times, the newest first."""
    found, times = _of_subjects(services, question), _asked_times(question)
    return [headline for headline in found if _is_of(headline, times)] if times else found


def _of_subjects(services: Services, question: Question) -> list[Headline]:
    found = _on_parks(services, question)
    for name in _names(question):
        mentioning = _mentioning(services, name)
        found = [headline for headline in found if headline.id in mentioning]
    return found


def _on_parks(services: Services, question: Question) -> list[Headline]:
    holdings, subjects = services.holdings(), question.of(MentionKind.PARK, MentionKind.PLACE)
    if not subjects:
        return list(holdings.headlines)
    return reports_on(holdings, list(dict.fromkeys(park for mention in subjects for park in parks_meant(services, mention))))


def _mentioning(services: Services, name: str) -> set[str]:
    """Ids of the reports that have a name, in whichever script."""
    analyzer = services.answerer.analyzer
    plain = analyzer.normalize(name)
    with services.answerer.index.open() as (_, snapshot):
        rows = snapshot.search_lexical(analyzer.terms(plain), _PASSAGES)
        articles = {(article := snapshot.passage(row.position).article).id: article for row in rows}
    return {id_ for id_, article in articles.items() if plain in analyzer.normalize(f"{article.title or ''}\n{article.text}")}


def _asked_times(question: Question) -> list[ToldTime]:
    """The times asked for; those that end on the day of asking, as 最近三天 does, among them."""
    return [ToldTime(time.first, time.last) for time in named_times(question)]


def _is_of(headline: Headline, times: Sequence[ToldTime]) -> bool:
    """Whether a report was published in one of the times, or its title tells of a year that is all of one."""
    return any(_published_in(headline, time) or _whole_years(time) & years_told(headline) for time in times)


def _published_in(headline: Headline, time: ToldTime) -> bool:
    return headline.published is not None and time.first <= headline.published <= time.last


def _whole_years(time: ToldTime) -> set[int]:
    return {
        year for year in range(time.first.year, time.last.year + 1) if time.first <= _year(year).first and _year(year).last <= time.last
    }


def _missing(services: Services, question: Question) -> Missing:
    """Why there is no such report: none on that park, none with that name, none of that time though of others."""
    of = next((mention.rightly_written for mention in question.of(MentionKind.PARK, MentionKind.PLACE)), None)
    if not _on_parks(services, question):
        return Missing(park=of, alike=services.answerer.missing(question).alike)
    found = _of_subjects(services, question)
    if not found:
        return Missing(of=of, word=next(iter(_names(question)), None))
    years = sorted({headline.published.year for headline in found if headline.published})
    return Missing(of=of, times=tuple(_asked_times(question)), told=tuple(map(_year, years)))


def _year(year: int) -> ToldTime:
    return ToldTime(date(year, 1, 1), date(year, 12, 31))


ACTIONS: Sequence[Action[Services, Any]] = (below_answer(ReportsPage, turn),)
