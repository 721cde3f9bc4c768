"""The tables of the store, step by step."""

from __future__ import annotations

import time

from sqlalchemy import Connection, inspect, text

from bot.store.migrations import KINDS, Migrations, statements

_TABLES = statements("""
CREATE TABLE IF NOT EXISTS answers (
    token TEXT PRIMARY KEY, chat {integer} NOT NULL, asker {integer}, question_message {integer}, message {integer},
    typed TEXT NOT NULL, question TEXT NOT NULL, before TEXT NOT NULL, asked_on TEXT NOT NULL, found {integer} NOT NULL,
    confidence {real} NOT NULL, index_version TEXT NOT NULL, visible {integer} NOT NULL, quotes TEXT, created_at {real} NOT NULL,
    preceding TEXT
){strict};
CREATE TABLE IF NOT EXISTS topics (
    chat {integer}, person {integer}, question TEXT NOT NULL, found {integer} NOT NULL, open {integer} NOT NULL DEFAULT 0, answer TEXT,
    seen {integer} NOT NULL DEFAULT 0, at {real} NOT NULL DEFAULT 0, PRIMARY KEY (chat, person)
){strict_by_key};
CREATE TABLE IF NOT EXISTS feedback (
    token TEXT, person {integer}, good {integer} NOT NULL, question TEXT NOT NULL, asked_on TEXT NOT NULL, article TEXT, quote TEXT,
    given_at {real} NOT NULL, PRIMARY KEY (token, person)
){strict_by_key};
CREATE TABLE IF NOT EXISTS follows (
    number {next_number}, chat {integer} NOT NULL, thread {integer}, subject TEXT NOT NULL, parks TEXT NOT NULL,
    language TEXT NOT NULL, created_at {real} NOT NULL, UNIQUE (chat, subject)
){strict};
CREATE TABLE IF NOT EXISTS quiet_hours (chat {integer} PRIMARY KEY, first {integer} NOT NULL, last {integer} NOT NULL){strict};
CREATE TABLE IF NOT EXISTS seen_articles (id TEXT PRIMARY KEY, content {bytes} NOT NULL){strict_by_key};
CREATE TABLE IF NOT EXISTS pushes (
    number {next_number}, follow {integer} NOT NULL REFERENCES follows (number) ON DELETE CASCADE, story TEXT NOT NULL,
    quote TEXT NOT NULL, attempts {integer} NOT NULL DEFAULT 0, UNIQUE (follow, story)
){strict};
CREATE TABLE IF NOT EXISTS uploads (
    token TEXT PRIMARY KEY, chat {integer} NOT NULL, person {integer} NOT NULL, message {integer}, state TEXT NOT NULL,
    files TEXT NOT NULL, sent_at {real} NOT NULL
){strict};
CREATE TABLE IF NOT EXISTS reindexes (
    token TEXT PRIMARY KEY, chat {integer} NOT NULL, before TEXT, made TEXT, upload TEXT, undone {integer} NOT NULL
){strict};
CREATE TABLE IF NOT EXISTS audit (
    at {real} NOT NULL, person {integer}, chat {integer} NOT NULL, action TEXT NOT NULL, outcome TEXT NOT NULL
){strict};
CREATE INDEX IF NOT EXISTS answers_by_question ON answers (chat, question_message);
CREATE INDEX IF NOT EXISTS answers_by_asker ON answers (chat, asker, created_at);
CREATE INDEX IF NOT EXISTS answers_by_time ON answers (created_at);
CREATE INDEX IF NOT EXISTS answers_by_words ON answers ({question}found, created_at);
CREATE INDEX IF NOT EXISTS seen_articles_by_content ON seen_articles (content);
CREATE INDEX IF NOT EXISTS uploads_by_chat ON uploads (chat, sent_at);
CREATE INDEX IF NOT EXISTS audit_by_time ON audit (at);
""")
_CAME_LATER = {
    "answers": {"preceding": "TEXT"},
    "topics": {
        "open": "INTEGER NOT NULL DEFAULT 0",
        "answer": "TEXT",
        "seen": "INTEGER NOT NULL DEFAULT 0",
        "at": "REAL NOT NULL DEFAULT 0",
    },
}
"""Columns that files from before steps were counted may lack."""


def _first_tables(connection: Connection) -> None:
    """`follows.number` is never given again: buttons of old messages name it."""
    _TABLES(connection)
    for table, columns in _CAME_LATER.items():
        there = {column["name"] for column in inspect(connection).get_columns(table)}
        for name in columns.keys() - there:
            connection.exec_driver_sql(f"ALTER TABLE {table} ADD COLUMN {name} {columns[name]}")


def _times_of_reindexes(connection: Connection) -> None:
    """What is there already counts as new: nobody knows how old it is."""
    connection.exec_driver_sql("ALTER TABLE reindexes ADD COLUMN at {real} NOT NULL DEFAULT 0".format_map(KINDS[connection.dialect.name]))
    connection.execute(text("UPDATE reindexes SET at = :now"), {"now": time.time()})


def _lists_among_answers(connection: Connection) -> None:
    """What is there already is taken for no list: its further pages say so as they did."""
    connection.exec_driver_sql(
        "ALTER TABLE answers ADD COLUMN listed {integer} NOT NULL DEFAULT 0".format_map(KINDS[connection.dialect.name])
    )


STORE = Migrations("store", (_first_tables, _times_of_reindexes, _lists_among_answers))
