from __future__ import annotations

import pytest
import telegram

from bot.settings.sections import BotSettings
from bot.settings.settings import Settings
from bot.telegram.context import BotData
from bot.texts import TEXTS


def data(*admins: int, language: str = "zh") -> BotData:
    settings = Settings(bot=BotSettings(admins=admins, language=language))  # type: ignore[arg-type]
    return BotData(settings, services=None, reindex_command=())  # type: ignore[arg-type]


def person(number: int, code: str | None = None) -> telegram.User:
    return telegram.User(number, "某人", is_bot=False, language_code=code)


@pytest.mark.parametrize(("user", "admin"), [(person(5), True), (person(6), False), (None, False)])
def test_admins_are_those_in_the_settings(user: telegram.User | None, admin: bool) -> None:
    assert data(5).is_admin(user) is admin


def test_without_admins_in_the_settings_nobody_is_one() -> None:
    assert not data().is_admin(person(0))


def test_language_of_the_user_or_else_the_settings() -> None:
    assert data().texts_for(person(1, "en")) is TEXTS["en"]
    assert data().texts_for(None) is TEXTS["zh"]
    assert data(language="en").texts_for(person(1)) is TEXTS["en"]
    assert data(language="en").texts_for(person(1), typed="多少家企业") is TEXTS["zh"]


@pytest.mark.parametrize(("stand_in", "person"), [(False, 5), (True, None)])
def test_who_writes_in_the_name_of_a_group_or_channel_is_nobody_in_particular(stand_in: bool, person: int | None) -> None:
    sender = telegram.User(5, "Group", is_bot=stand_in)
    assert data().session(sender, telegram.Chat(-1, "supergroup")).person == person
