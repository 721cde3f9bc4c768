"""What the store promises, of a file and of PostgreSQL alike."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import inspect, select

from bot.errors import StoreUnavailable
from bot.store.answers import FORGET_SECONDS, KEEP_SECONDS, Answers
from bot.store.audit import FORGET_SECONDS as FORGET_AUDIT_SECONDS
from bot.store.audit import AuditLine
from bot.store.database import TABLES, Place
from bot.store.feedback import Opinion
from bot.store.follows import Follow, Subject
from bot.store.inbox import UPDATES
from bot.store.inbox_migrations import INBOX
from bot.store.migrations import migrate
from bot.store.postgresql import postgresql_place
from bot.store.pushes import PUSHES, Find, SeenArticle
from bot.store.reindexes import Reindex
from bot.store.sqlite_file import file_place
from bot.store.store import Store, store_in
from bot.store.store_migrations import STORE
from bot.store.topics import NOBODY, Topic
from bot.store.uploads import Finding, FoundArticle, StagedFile, new_upload
from corpus.reading.source_file import Rejection
from corpus.reason import Reason, ReasonCode
from tests.postgresql import Server
from tests.shown_answers import QUOTE, SHOWN

PARK = Subject("银川经开区", ("银川经开区",))
QUESTION = Subject("奖励了多少家企业😀")
YEARS = 2 * 400 * 86_400


@pytest.fixture(params=["SQLite", "PostgreSQL"])
def place(request: pytest.FixtureRequest) -> Place:
    if request.param == "SQLite":
        return file_place(None, "a killed process", "It", "")
    server: Server = request.getfixturevalue("postgresql")
    return postgresql_place(server.new_database())


@pytest.fixture
def store(place: Place) -> Iterator[Store]:
    store = store_in(place)
    yield store
    store.database.close()


def test_an_answer_comes_back_as_it_was_kept(store: Store) -> None:
    store.answers.keep(SHOWN)
    assert store.answers.get(SHOWN.token) == SHOWN
    store.answers.sent(SHOWN.token, 8)
    expected = replace(SHOWN, message=8)
    assert store.answers.to_question(SHOWN.chat, 7) == expected
    assert store.answers.in_message(SHOWN.chat, 8) == expected
    assert store.answers.get("unknown") is None
    store.answers.keep(replace(expected, question="另一个"))
    again = store.answers.get(SHOWN.token)
    assert again
    assert again.question == "另一个"


def test_what_no_database_takes_is_kept_as_an_unreadable_character(store: Store) -> None:
    strange = replace(SHOWN, typed="银川\ud83d经开区\0", question="\udcff银川", preceding="\udc00")
    store.answers.keep(strange)
    assert store.answers.get(SHOWN.token) == replace(SHOWN, typed="银川�经开区�", question="�银川", preceding="�")
    assert store.follows.add(-1, None, Subject("银川\ud83d", ("银川\ud83d",)), "zh-hans")
    assert not store.follows.add(-1, None, Subject("银川\ud83d"), "zh-hans")
    [follow] = store.follows.of_chat(-1)
    assert follow.subject == Subject("银川�", ("银川�",))


def test_quotes_expire_before_questions_do(store: Store) -> None:
    store.answers.keep(SHOWN)
    later = Answers(store.database, clock=lambda: SHOWN.created_at + KEEP_SECONDS + 1)
    assert later.get(SHOWN.token) == replace(SHOWN, quotes=None)
    later.prune()
    assert store.answers.get(SHOWN.token) == replace(SHOWN, quotes=None)
    Answers(store.database, clock=lambda: SHOWN.created_at + FORGET_SECONDS + 1).prune()
    assert store.answers.get(SHOWN.token) is None


def test_a_group_that_moved_keeps_its_answers(store: Store) -> None:
    store.answers.keep(replace(SHOWN, message=8))
    store.answers.move_chat(SHOWN.chat, -100)
    assert store.answers.get(SHOWN.token) == replace(SHOWN, chat=-100, message=None, question_message=None)


def test_what_was_asked_in_vain_and_not_answered_later(store: Store) -> None:
    asked = [("甲", False, 1.0), ("乙", False, 2.0), ("甲", True, 3.0), ("丙", True, 4.0), ("丙", False, 5.0), ("乙", False, 6.0)]
    for number, (question, found, at) in enumerate(asked):
        store.answers.keep(replace(SHOWN, token=str(number), question=question, found=found, created_at=at))
    assert [(one.question, one.asked_at) for one in store.answers.unanswered(10)] == [("乙", 6.0), ("丙", 5.0), ("乙", 2.0)]
    assert len(store.answers.unanswered(2)) == 2


def test_the_number_of_a_follow_is_never_given_again(store: Store) -> None:
    store.follows.add(5, None, PARK, "zh")
    (first,) = store.follows.of_chat(5)
    store.follows.remove(5, first.number)
    store.follows.add(5, None, QUESTION, "zh")
    (second,) = store.follows.of_chat(5)
    assert second.number > first.number


def test_nobody_removes_what_another_chat_follows(store: Store) -> None:
    store.follows.add(5, None, PARK, "zh")
    store.follows.remove(6, 1)
    assert len(store.follows.of_chat(5)) == 1


def test_a_group_that_moved_takes_its_follows_along_and_keeps_those_it_has_there(store: Store) -> None:
    store.follows.add(-5, None, PARK, "zh")
    store.follows.add(-5, None, QUESTION, "zh")
    store.follows.add(-100, None, PARK, "en")
    store.follows.set_quiet_hours(-5, 0, 0)
    store.follows.move_chat(-5, -100)
    assert store.follows.of_chat(-5) == []
    assert {(follow.subject, follow.language) for follow in store.follows.of_chat(-100)} == {(PARK, "en"), (QUESTION, "zh")}
    assert store.follows.quiet_hours(-100) == (0, 0)


def test_a_closed_chat_leaves_nothing_behind(store: Store) -> None:
    store.follows.add(5, None, PARK, "zh")
    store.follows.set_quiet_hours(5, 0, 0)
    store.pushes.settle([], [(1, Find("a", QUOTE))])
    store.follows.forget_chat(5)
    assert store.pushes.waiting_places() == []
    assert store.database.rows(select(PUSHES)) == []
    assert store.follows.quiet_hours(5) is None


def test_an_article_waits_once_for_each_follow_until_it_is_done(store: Store) -> None:
    store.follows.add(5, None, PARK, "zh")
    store.follows.add(5, 8, QUESTION, "zh")
    store.pushes.settle(
        [SeenArticle("a", b"x")], [(1, Find("a", QUOTE)), (1, Find("a", QUOTE)), (2, Find("a", QUOTE)), (99, Find("a", QUOTE))]
    )
    assert store.pushes.waiting_places() == [(5, None), (5, 8)]
    (push,) = store.pushes.waiting_for(5, None)
    assert (push.follow, push.quote, push.attempts) == (1, QUOTE, 0)
    store.pushes.begin([push.number])
    assert store.pushes.waiting_for(5, None)[0].attempts == 1
    store.pushes.put_back([push.number])
    assert store.pushes.waiting_for(5, None)[0].attempts == 0
    store.pushes.done([push.number])
    assert store.pushes.waiting_places() == [(5, 8)]


def test_an_article_is_known_by_its_id_and_by_its_words(store: Store) -> None:
    assert store.pushes.seen_ids() == set()
    store.pushes.settle([SeenArticle("a", b"x"), SeenArticle("b", b"y")], [])
    assert store.pushes.seen_ids() == {"a", "b"}
    assert store.pushes.has_content(b"y")
    assert not store.pushes.has_content(b"z")


def test_nothing_is_seen_when_what_was_found_cannot_be_kept(store: Store) -> None:
    store.follows.add(5, None, PARK, "zh")

    def broken() -> list[tuple[int, Find]]:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.pushes.settle([SeenArticle("a", b"x")], ((1, find) for find in (Find("a", QUOTE), broken())))  # type: ignore[misc]
    assert store.pushes.seen_ids() == set()
    assert store.pushes.waiting_places() == []


def test_a_topic_is_what_was_set_last_until_it_is_forgotten(store: Store) -> None:
    topics = store.topics
    assert topics.get(5, 6) is None
    topics.set(5, 6, Topic("沐江经开区税收", True, answer="abcdefgh"))
    topics.set(5, 6, Topic("那2022年呢", False, open=True))
    topics.set(5, 7, Topic("临樾高新区税收", True))
    assert topics.get(5, 6) == Topic("那2022年呢", False, open=True)
    topics.forget(5, 6)
    assert topics.get(5, 6) is None
    assert topics.get(5, 7) == Topic("临樾高新区税收", True)


def test_whoever_has_no_number_shares_a_topic(store: Store) -> None:
    topics = store.topics
    topics.set(5, None, Topic("税收", True))
    assert topics.get(5, NOBODY) == Topic("税收", True)


def test_lines_are_kept_for_a_year_or_so(store: Store) -> None:
    now = time.time()
    lines = [
        AuditLine(now - FORGET_AUDIT_SECONDS - 1, 7, 7, "reindex", "begun"),
        AuditLine(now, None, -5, "the command /reindex", "refused"),
    ]
    for line in lines:
        store.audit.add(line)
    assert store.audit.all() == lines
    store.prune()
    assert store.audit.all() == lines[1:]


def test_every_table_about_people_is_pruned(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.time()
    for moment in (now - YEARS, now):
        monkeypatch.setattr(time, "time", lambda moment=moment: moment)
        person = 1 if moment == now else 2
        store.feedback.give(Opinion("t", person, True, "问", "2024-03-01", None, None, moment))
        store.topics.set(5, person, Topic("问", True))
        store.uploads.keep(new_upload(5, person, moment))
        store.reindexes.keep(Reindex(f"reindex {person}", 5, None, "000001", None))
    store.prune()
    assert [opinion.person for opinion in store.feedback.all()] == [1]
    assert [store.topics.get(5, person) is not None for person in (1, 2)] == [True, False]
    assert [store.uploads.latest_open(5, person) is not None for person in (1, 2)] == [True, False]
    assert [store.reindexes.get(f"reindex {person}") is not None for person in (1, 2)] == [True, False]


def test_an_upload_comes_back_as_it_was_kept(store: Store) -> None:
    uploads = store.uploads
    rejected = Rejection("x.jsonl:3", Reason(ReasonCode.LINE_TOO_LONG, {"limit": 20.0}))
    article = FoundArticle("甲", None, None, ("甲区",), near_duplicate="乙")
    file = StagedFile("a.jsonl", "x.jsonl", Finding((article,), 1, (rejected,)))
    upload = new_upload(7, 7, 100.0).with_file(0, file)
    uploads.keep(upload)
    assert uploads.get(upload.token) == upload


def test_of_two_uploads_in_one_second_the_open_one_is_the_latest(store: Store) -> None:
    taken, waiting = (replace(new_upload(7, 7, 100.0), state=state) for state in ("taken", "open"))
    store.uploads.keep(waiting)
    store.uploads.keep(taken)
    assert store.uploads.latest_open(7, 7) == waiting


def test_a_reindex_comes_back_as_it_was_kept(store: Store) -> None:
    reindex = Reindex("twelvechars2", 6, "000001", None, "twelvechars1")
    store.reindexes.keep(reindex)
    store.reindexes.keep(reindex._replace(undone=True))
    assert store.reindexes.get("twelvechars2") == reindex._replace(undone=True)


def test_an_opinion_replaces_the_earlier_one(store: Store) -> None:
    opinion = Opinion("t", 6_123_456_789, True, "问", "2024-03-01", None, None, 5.0)
    store.feedback.give(opinion)
    store.feedback.give(opinion._replace(good=False))
    assert store.feedback.all() == [opinion._replace(good=False)]
    assert store.feedback.given("t", 6_123_456_789) is False
    store.forget(6_123_456_789, None)
    assert store.feedback.all() == []


def test_quiet_hours_and_follows_come_back(store: Store) -> None:
    assert store.follows.add(5, 8, PARK, "zh-hant")
    assert not store.follows.add(5, None, PARK, "en")
    store.follows.set_quiet_hours(5, 23, 7)
    assert store.follows.of_chat(5) == [Follow(1, 5, 8, PARK, "zh-hant")]
    assert store.follows.numbered([1, 99]) == store.follows.of_chat(5)
    assert store.follows.quiet_hours(5) == (23, 7)
    assert store.follows.quiet_hours(6) is None


def test_a_transaction_is_whole_or_nothing(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.database.transaction():
        store.topics.set(5, 6, Topic("税收", True))
        raise ZeroDivisionError
    assert store.topics.get(5, 6) is None


def test_an_error_says_nothing_of_what_people_wrote(store: Store) -> None:
    with pytest.raises(StoreUnavailable) as failed:
        store.topics.set(5, 6, Topic(None, True, answer="我的秘密"))  # type: ignore[arg-type] - what a damaged table does
    assert "秘密" not in str(failed.value)
    assert "\n" not in str(failed.value)


def test_the_steps_make_every_table_with_its_columns_and_keys(place: Place) -> None:
    with place.engine.begin() as connection:
        for migrations in (STORE, INBOX):
            if connection.dialect.name == "sqlite":  # where a file holds one part
                connection.exec_driver_sql("PRAGMA user_version = 0")
            migrate(connection, migrations)
        made = inspect(connection)
        assert set(made.get_table_names()) - {"migrations"} == set(TABLES.tables) > {UPDATES.name}
        for name, table in TABLES.tables.items():
            assert [column["name"] for column in made.get_columns(name)] == [column.name for column in table.columns]
            assert made.get_pk_constraint(name)["constrained_columns"] == [column.name for column in table.primary_key]


def test_opening_it_again_changes_nothing(place: Place) -> None:
    store_in(place).follows.add(5, None, PARK, "zh")
    assert len(store_in(place).follows.of_chat(5)) == 1
