"""A PostgreSQL server of the tests' own: started from the system's programs, with its data in a temporary folder."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from pydantic import SecretStr

from tests.free_port import free_port

PASSWORD = "an-invented/password"
IN_ADDRESS = "an-invented%2Fpassword"
INSTALLED = Path("/usr/lib/postgresql")
"""Where Debian keeps what a server needs."""
USERS = ("postgres", "nobody")
"""The server refuses to run as root."""


class NoServer(Exception):
    """There is none on this machine; the message says why."""


class Server:
    """A running server. Stopping and starting it again keeps what it holds."""

    def __init__(self, folder: Path, programs: Path, user: str | None) -> None:
        self._folder, self._programs, self._user = folder, programs, user
        self._numbers = count(1)
        self._port = free_port()
        secret = folder / "password"
        secret.write_text(PASSWORD, encoding="utf-8")
        self._run("initdb", "-D", self._data, "-U", "parkqa", "-A", "scram-sha-256", "--pwfile", str(secret), "-E", "UTF8", "--no-sync")
        self.start()

    def start(self) -> None:
        options = f"-p {self._port} -k {self._folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=60"
        log = str(self._folder / "log")
        self._run("pg_ctl", "-D", self._data, "-l", log, "-w", "-t", "120", "-o", options, "start")

    def stop(self, mode: str = "fast") -> None:
        self._run("pg_ctl", "-D", self._data, "-w", "-t", "120", "-m", mode, "stop")

    def new_database(self) -> SecretStr:
        """The address of a database with nothing in it."""
        name = f"some_{next(self._numbers)}"
        command = ("-h", str(self._folder), "-p", str(self._port), "-U", "parkqa", "-d", "postgres", "-qc", f"CREATE DATABASE {name}")
        self._run("psql", *command, environment={"PGPASSWORD": PASSWORD})
        return SecretStr(f"postgresql://parkqa:{IN_ADDRESS}@127.0.0.1:{self._port}/{name}")

    @property
    def _data(self) -> str:
        return str(self._folder / "data")

    def _run(self, program: str, *arguments: str, environment: dict[str, str] | None = None) -> None:
        done = subprocess.run(
            [str(self._programs / program), *arguments],
            user=self._user,
            cwd=self._folder,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C"} | (environment or {}),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if program != "pg_ctl" else subprocess.DEVNULL,
            stderr=subprocess.STDOUT if program != "pg_ctl" else subprocess.DEVNULL,
            text=True,
            check=False,
        )
        if done.returncode:
            raise NoServer(f"{program} failed: {(done.stdout or '').strip() or (self._folder / 'log').read_text(encoding='utf-8')}")


@contextmanager
def running_server() -> Iterator[Server]:
    """Raises NoServer where there is none."""
    programs = _programs()
    user = _user() if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="postgresql-"))
    try:
        if user:
            shutil.chown(folder, user)
        server = Server(folder, programs, user)
        try:
            yield server
        finally:
            server.stop("immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    found = [path.parent for path in sorted(INSTALLED.glob("*/bin/initdb"))]
    if not found and (initdb := shutil.which("initdb")):
        found = [Path(initdb).resolve().parent]
    if not found:
        raise NoServer("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    return found[-1]


def _user() -> str:
    for name in USERS:
        try:
            return pwd.getpwnam(name).pw_name
        except KeyError:
            continue
    raise NoServer("PostgreSQL does not run as root, and there is no other user")
