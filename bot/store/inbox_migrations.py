"""The tables of the inbox, step by step."""

from __future__ import annotations

from bot.store.migrations import Migrations, statements

_TABLES = statements("""
CREATE TABLE IF NOT EXISTS updates (number {integer} PRIMARY KEY, arrived {real} NOT NULL, content TEXT){strict};
CREATE INDEX IF NOT EXISTS updates_by_arrival ON updates (arrived);
CREATE TABLE IF NOT EXISTS begun (number {integer} PRIMARY KEY, times {integer} NOT NULL){strict};
CREATE TABLE IF NOT EXISTS set_aside (number {integer} NOT NULL, at {real} NOT NULL, reason TEXT NOT NULL, content TEXT NOT NULL){strict};
""")
_LINES = statements("""
ALTER TABLE updates ADD COLUMN line {integer};
ALTER TABLE updates ADD COLUMN holder {integer};
ALTER TABLE updates ADD COLUMN begun {integer} NOT NULL DEFAULT 0;
UPDATE updates SET line = 0, begun = COALESCE((SELECT times FROM begun WHERE begun.number = updates.number), 0) WHERE content IS NOT NULL;
DROP TABLE begun;
CREATE INDEX updates_by_line ON updates (line, number) WHERE content IS NOT NULL;
CREATE UNIQUE INDEX updates_one_in_work ON updates (line) WHERE holder IS NOT NULL;
CREATE TABLE processes (number {next_number}, beats {integer} NOT NULL DEFAULT 0){strict};
""")
"""What stood in the inbox before there were lines is one line. The index holds every process to one update of a chat at a time."""

INBOX = Migrations("inbox", (_TABLES, _LINES))
