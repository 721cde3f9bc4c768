"""Processes that share an inbox are killed again and again: nothing is lost, every chat keeps its order."""

from __future__ import annotations

import multiprocessing
import time
from collections import Counter
from contextlib import closing
from multiprocessing.process import BaseProcess
from pathlib import Path
from random import Random

import pytest
from pydantic import SecretStr

from bot.store import processes
from bot.store.inbox import Arrived, inbox_in
from bot.store.postgresql import postgresql_place
from tests.postgresql import Server
from tests.trials import trials

PROCESSES = 3
CHATS = 5
PATIENCE = 120.0
FORKING = multiprocessing.get_context("fork")


def work_off(address: SecretStr, answered: Path) -> None:
    """What a bot does with its inbox, and nothing else: an answer is a line of a file."""
    inbox = inbox_in(postgresql_place(address))
    with answered.open("ab", buffering=0) as file:
        while True:
            inbox.look_around()
            claimed = inbox.claim(100)
            while claimed:
                update = claimed.pop(0)
                file.write(f"{update.line} {update.number}\n".encode())
                claimed += inbox.done(update)
            time.sleep(0.02)


def started(address: SecretStr, answered: Path) -> BaseProcess:
    process = FORKING.Process(target=work_off, args=(address, answered), daemon=True)
    process.start()
    return process


def test_what_killed_processes_held_is_done_by_others(postgresql: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "DEAD_SECONDS", 2.0)
    address, answered, chance, kills = postgresql.new_database(), tmp_path / "answered", Random(5), trials(10)
    with closing(inbox_in(postgresql_place(address))) as inbox:
        running = [started(address, answered) for _ in range(PROCESSES)]
        number = 0
        for _ in range(kills):
            for _ in range(chance.randrange(1, 6)):
                number += 1
                inbox.take([Arrived(number, "问", line=1 + chance.randrange(CHATS))], 0)
            time.sleep(chance.uniform(0, 0.2))
            killed = running.pop(chance.randrange(PROCESSES))
            killed.kill()
            killed.join()
            running.append(started(address, answered))
        end = time.monotonic() + PATIENCE
        while inbox.unhandled() and time.monotonic() < end:
            time.sleep(0.1)
        for process in running:
            process.kill()
            process.join()
        assert inbox.unhandled() == 0
    lines = [tuple(map(int, line.split())) for line in answered.read_text(encoding="utf-8").splitlines()]
    times = Counter(one for _, one in lines)
    assert set(times) == set(range(1, number + 1))
    assert sum(count - 1 for count in times.values()) <= kills  # what was done and not yet noted when its process was killed
    for chat in range(1, CHATS + 1):
        firsts = list(dict.fromkeys(one for line, one in lines if line == chat))
        assert firsts == sorted(firsts)
