from __future__ import annotations

from sqlalchemy import select

from bot.conversation.command import Arguments
from bot.conversation.responding import respond
from bot.conversation.routes import dispatcher_for
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.conversation.typed import Typed
from bot.store.answers import ANSWERS
from bot.store.feedback import Opinion
from bot.store.follows import Subject
from bot.store.topics import TOPICS
from bot.texts.zh import ZH
from tests.fake_answerers import FakeAnswerer, services_with

PRIVATE = Session(5, 5, True, "zh")
IN_GROUP = Session(5, -100, False, "zh")
OTHER = Session(6, -100, False, "zh")


def after_talking() -> Services:
    """Two people have asked, in private and in a group, and given opinions; both places follow something."""
    services = services_with(FakeAnswerer())
    for session in (PRIVATE, IN_GROUP, OTHER):
        response = respond(services, session, Typed("园区面积多大？", message=session.person))
        assert response.answer
        services.store.feedback.give(Opinion(response.answer, session.person or 0, True, "问", "2024-03-01", None, None, 4e9))
        services.store.follows.add(session.chat, None, Subject("园区"), "zh")
    return services


def said(services: Services, session: Session, command: str) -> str:
    message = dispatcher_for(services).obey(session, command, Arguments()).send
    assert message
    return message.text


def test_everything_of_one_person_is_forgotten_and_nothing_of_others() -> None:
    services = after_talking()
    assert said(services, PRIVATE, "forget") == ZH.privacy.forgotten
    asked = services.store.database.rows(select(ANSWERS.c.asker))
    topics = services.store.database.rows(select(TOPICS.c.person))
    assert ([row["asker"] for row in asked], [row["person"] for row in topics]) == ([6], [6])
    assert [opinion.person for opinion in services.store.feedback.all()] == [6]
    assert [services.store.follows.of_chat(chat) != [] for chat in (5, -100)] == [False, True]


def test_in_a_group_what_it_follows_stays() -> None:
    services = after_talking()
    said(services, IN_GROUP, "forget")
    assert [services.store.follows.of_chat(chat) != [] for chat in (5, -100)] == [True, True]
    assert [opinion.person for opinion in services.store.feedback.all()] == [6]


def test_whoever_has_no_number_is_told_so() -> None:
    services = after_talking()
    assert said(services, Session(None, -100, False, "zh"), "forget") == ZH.privacy.nobody
    assert len(services.store.feedback.all()) == 3


def test_what_is_kept_is_said_with_its_days() -> None:
    text = said(after_talking(), PRIVATE, "privacy")
    assert "60 天" in text
    assert "400 天" in text
