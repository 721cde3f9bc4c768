"""Whatever a person types and an article holds: every message keeps Telegram's rules, and every blockquote is its article's own text."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import UTC, date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.conversation.following import overview
from bot.conversation.news_feed import NewsFeed
from bot.conversation.responding import respond, respond_to_edit
from bot.conversation.response import Response
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.conversation.subjects import subject_text
from bot.conversation.typed import Typed
from bot.messages.callback_data import CallbackData
from bot.messages.message import Message
from bot.messages.utf16 import index_of
from bot.store.answers import kept
from bot.store.pushes import Find
from bot.telegram.transport.sending import LONGEST_CAPTION, keyboard
from corpus.article import Article
from retrieval.errors import QuestionTooLong
from retrieval.question.reading import MOST_CHARACTERS
from tests.fake_answerers import FakeAnswerer, quote_of, services_with
from tests.front_end import obey, press
from tests.telegram_server.rules.keyboards import keyboard_problems
from tests.telegram_server.rules.text import problems

ODD = st.sampled_from(
    [
        "😀",
        "𠮷",
        "\u202e",
        "\u200b",
        "\x00",
        "<b>",
        "*_`[",
        "&amp;",
        "\n",
        "。",
        "！”",
        "\t",
        "沐江经开区",
        "2022年",
        "那",
        "呢",
        "https://a.b/c",
    ]
)
TEXT = st.one_of(st.text(max_size=60), st.lists(st.one_of(ODD, st.text(max_size=12)), max_size=30).map("".join))
LONG = st.one_of(TEXT, st.builds(lambda piece, times: piece * times, st.text(min_size=1, max_size=9), st.integers(1, 900)))
URL = st.one_of(st.none(), st.text(max_size=40), st.text(max_size=300).map("https://example.org/{}".format))


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = draw(LONG.filter(lambda text: text.split("\n", 1)[0].strip() != ""))
    parks = tuple(draw(st.lists(st.text(min_size=1, max_size=60), max_size=5)))
    published = draw(st.none() | st.dates(date(1990, 1, 1), date(2030, 1, 1)))
    number = draw(st.integers(0, 10**6))
    return Article(f"a{number}", draw(st.none() | TEXT), text, draw(st.none() | LONG), published, draw(URL), parks, "a.txt")


def complaints(message: Message, quotable: list[str]) -> list[str]:
    entities = [{"type": e.kind, "offset": e.offset, "length": e.length} | ({"url": e.url} if e.url else {}) for e in message.entities]
    found = problems(message.text, entities)
    markup = keyboard(message.buttons)
    found += keyboard_problems(markup.to_dict()) if markup else []
    for entity in message.entities:
        quote = message.text[index_of(message.text, entity.offset) : index_of(message.text, entity.offset + entity.length)]
        if "blockquote" in entity.kind and not any(quote in text for text in quotable):
            found.append(f"not verbatim: {quote!r}")
    return found


def check(response: Response, quotable: list[str]) -> list[Message]:
    messages = [message for message in (response.edit, response.send) if message]
    assert [complaint for message in messages for complaint in complaints(message, quotable)] == []
    assert len(response.toast) <= 200
    if response.file:
        assert len(response.file.caption[:LONGEST_CAPTION].encode("utf-16-le")) // 2 <= 1024
        assert response.file.name.encode()
        assert not set(response.file.name) & set("/\\\x00\n")
    return messages


def said(services: Services, session: Session, question: str, quotable: list[str]) -> list[Message]:
    """What is replied to a message, and to its change."""
    try:
        response = respond(services, session, Typed(question, 1))
    except QuestionTooLong:
        assert len(unicodedata.normalize("NFKC", question)) > MOST_CHARACTERS
        return []
    shown = services.store.answers.get(response.answer) if response.answer else None
    changed = [respond_to_edit(services, session, Typed(question[::-1]), shown)] if shown else []
    return [message for each in (response, *changed) for message in check(each, quotable)]


@settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow], max_examples=60, deadline=None)
@given(known=st.lists(articles(), max_size=5), questions=st.lists(LONG, min_size=1, max_size=3), language=st.sampled_from(["zh", "en"]))
def test_every_message_passes(known: list[Article], questions: list[str], language: str) -> None:
    known = [replace(article, id=f"a{number}") for number, article in enumerate(known)]
    quotable = [article.text for article in known]
    services = services_with(FakeAnswerer(*known))
    services.notifies = True
    session = Session(7, 7, private=True, language=language)  # type: ignore[arg-type]
    for question in questions:
        pending = said(services, session, question, quotable)
        pressed: set[CallbackData] = set()
        while pending:
            message = pending.pop()
            assert complaints(message, quotable) == []
            for data in (button.callback_data for row in message.buttons for button in row if button.callback_data):
                if data not in pressed and len(pressed) < 40:
                    pressed.add(data)
                    assert type(data).parse(str(data)) == data
                    pending += check(press(services, session, data, question), quotable)


@settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow], max_examples=60, deadline=None)
@given(known=st.lists(articles(), min_size=1, max_size=5), subjects=st.lists(LONG, min_size=1, max_size=5))
def test_every_message_to_a_follower_passes(known: list[Article], subjects: list[str]) -> None:
    known = [replace(article, id=f"a{number}") for number, article in enumerate(known)]
    quotable = [article.text for article in known]
    services = services_with(FakeAnswerer(*known))
    session = Session(7, 7, private=True, language="zh")
    subjects = [subject for subject in subjects if len(unicodedata.normalize("NFKC", subject_text(subject))) <= MOST_CHARACTERS]
    said = [obey(services, session, f"/follow {subject}") for subject in subjects]
    follows = services.store.follows.of_chat(7)
    finds = [(following.number, Find(article.id, kept(quote_of(article)))) for following in follows for article in known]
    services.store.pushes.settle([], finds)
    news = NewsFeed(services, UTC).take((7, None))
    assert (news is not None) == bool(follows)
    said += [
        overview(services, session),
        *([news.message] if news else []),
        *(obey(services, session, f"/unfollow {subject}") for subject in subjects),
    ]
    assert [complaint for message in said for complaint in complaints(message, quotable)] == []
    assert services.store.follows.of_chat(7) == []
