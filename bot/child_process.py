"""Child processes of the bot: our own code, none of our secrets, and an end when nobody waits for them any more."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import sysconfig
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import bot
from bot.settings.secrets import without_secrets

LINE_LIMIT = 1 << 20
"""Bytes of a line on stderr; of a longer one only the end is heard."""
CHUNK = 1 << 16
TERMINATE_SECONDS = 10
"""How long a process may take to end when it is told to; then it is killed."""


class TooMuchSaid(Exception):
    """A process has written more than anybody expects of it."""


def our_command(module: str, *arguments: str) -> tuple[str, ...]:
    """Runs one of our modules. The working directory, from which relative settings count, is no place to import from (`-P`)."""
    return (sys.executable, "-P", "-m", module, *arguments)


def child_environment(*, for_index: bool = False) -> dict[str, str]:
    """Our environment without secrets, in which a child finds the packages that this process runs, wherever those came from.

    A child `for_index` may log in to the server that the index lies in.
    """
    inherited = without_secrets(os.environ, for_index=for_index)
    paths = [path for path in inherited.get("PYTHONPATH", "").split(os.pathsep) if path]  # an empty one is the working directory
    ours = str(Path(bot.__file__).resolve().parents[1])
    if ours != sysconfig.get_path("purelib"):  # what is installed is found anyway, after Python's own modules
        paths.insert(0, ours)
    return {**inherited, "PYTHONPATH": os.pathsep.join(paths)}


def run_in_foreground(command: Sequence[str], *, for_index: bool = False) -> int:
    """Run a command to its end, with what is typed and shown here; its exit code. An interrupt reaches it as well."""
    return subprocess.run(command, env=child_environment(for_index=for_index), check=False).returncode  # noqa: S603 - our own


def output_of(command: Sequence[str], seconds: float) -> bytes | None:
    """What a command writes to stdout; None where it fails or takes longer. Blocks."""
    try:
        ended = subprocess.run(command, env=child_environment(), capture_output=True, timeout=seconds, check=False)  # noqa: S603 - our own
    except subprocess.TimeoutExpired:
        return None
    return None if ended.returncode else ended.stdout


async def run_child(
    command: Sequence[str],
    output: bytearray,
    *,
    given: bytes = b"",
    hear: Callable[[str], None] = lambda line: None,
    seconds: float | None = None,
    most: int | None = None,
    for_index: bool = False,
) -> int:
    """Run a command to its end; its exit code, which is negative where a signal has ended it.

    It reads `given` on stdin. What it writes to stdout is added to `output` as it comes; each line on stderr is told to `hear`.
    Raises TimeoutError after `seconds` in which nothing was heard, TooMuchSaid after `most` bytes of output. Then, and when cancelled, the
    process is ended too.
    """
    process = await asyncio.create_subprocess_exec(
        *command,
        stdin=PIPE,
        stdout=PIPE,
        stderr=PIPE,
        limit=LINE_LIMIT,
        env=child_environment(for_index=for_index),
        start_new_session=True,
    )
    try:
        async with asyncio.timeout(seconds) as limit:

            def heard(line: str) -> None:
                if seconds is not None:
                    limit.reschedule(asyncio.get_running_loop().time() + seconds)
                hear(line)

            await asyncio.gather(_give(process, given), _collect(process, output, most), _follow(process, heard))
            return await process.wait()
    finally:
        await _end(process)


async def _give(process: Process, content: bytes) -> None:
    assert process.stdin is not None  # noqa: S101 - a pipe was asked for
    with suppress(ConnectionError):  # it reads no further
        process.stdin.write(content)
        await process.stdin.drain()
    process.stdin.close()


async def _collect(process: Process, output: bytearray, most: int | None) -> None:
    assert process.stdout is not None  # noqa: S101
    while chunk := await process.stdout.read(CHUNK):
        output += chunk
        if most is not None and len(output) > most:
            raise TooMuchSaid


async def _follow(process: Process, hear: Callable[[str], None]) -> None:
    assert process.stderr is not None  # noqa: S101
    while line := await _line(process.stderr):
        hear(line.decode("utf-8", "replace").strip())


async def _line(stream: asyncio.StreamReader) -> bytes:
    """The next line, a blank one in place of one that is absurdly long; nothing at the end."""
    try:
        return await stream.readline()
    except ValueError:
        return b"\n"


async def _end(process: Process) -> None:
    if process.returncode is not None:
        return
    try:
        process.terminate()
        await asyncio.wait_for(process.wait(), TERMINATE_SECONDS)
    except (ProcessLookupError, TimeoutError):
        pass
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
