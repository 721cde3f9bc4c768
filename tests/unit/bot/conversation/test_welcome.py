from __future__ import annotations

import re
from dataclasses import replace

import pytest

from bot.admin.services import AdminServices
from bot.conversation.session import Session
from bot.settings.language import Language
from bot.settings.settings import Settings
from bot.texts import TEXTS
from tests.fake_answerers import FakeAnswerer, services_with
from tests.front_end import obey

ANNA = Session(7, 7, private=True, language="zh")
EVERYBODYS = ["ask", "new", "latest", "sources", "about", "follow", "following", "privacy", "forget", "help", "start"]
ADMINS = ["reindex", "status", "rejected", "gaps", "feedback"]


@pytest.fixture
def services() -> AdminServices:
    return AdminServices(services_with(FakeAnswerer()), Settings())


def listed(text: str) -> list[str]:
    return re.findall(r"(?m)^· /([a-z]+)(?::|\s)", text)


@pytest.mark.parametrize("language", TEXTS)
def test_the_help_lists_every_command_to_whom_it_is_for(services: AdminServices, language: Language) -> None:
    anna, texts = replace(ANNA, language=language), TEXTS[language]
    everybodys = obey(services, anna, "/help").text
    assert everybodys.startswith(f"{texts.help}\n\n{texts.help_commands}\n· /ask")
    assert listed(everybodys.removeprefix(texts.help)) == EVERYBODYS
    admins = obey(services, replace(anna, admin=True), "/help").text
    assert admins.startswith(f"{everybodys}\n\n{texts.help_admin}\n")
    assert listed(admins.removeprefix(everybodys)) == ADMINS
    assert len(admins) < 4096
    assert obey(services, replace(anna, admin=True, private=False), "/help").text == everybodys


def test_a_terminal_lists_what_is_of_use_there(services: AdminServices) -> None:
    text = obey(services, replace(ANNA, terminal=True), "/help").text
    assert text.startswith(TEXTS["zh"].terminal.help)
    assert listed(text) == ["new", "latest", "sources", "about", "follow", "following", "help"]


def test_every_command_is_described(services: AdminServices) -> None:
    assert {*EVERYBODYS, *ADMINS, "unfollow"} == set(TEXTS["zh"].commands)


def test_a_link_leads_to_what_it_is_about(services: AdminServices) -> None:
    texts = TEXTS["zh"]
    introduced = texts.start.format(example=texts.examples.made_up)
    assert obey(services, ANNA, "/start").text == introduced
    assert obey(services, ANNA, "/start nonsense").text == introduced
    assert obey(services, ANNA, "/start help") == obey(services, ANNA, "/help")
    assert obey(services, ANNA, "/start ask").text == texts.inline.ask_here
    assert obey(services, ANNA, "/start q_gone_0").text == texts.link_expired
