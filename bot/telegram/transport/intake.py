"""Where updates come in, whichever way Telegram delivers them: none is lost, none is handled twice, and each chat keeps its order."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import ParamSpec, TypeVar

from telegram import Bot, Update

from bot.errors import StoreUnavailable
from bot.monitoring.log_context import handling
from bot.store.inbox import CAPACITY, Arrived, Claimed, Inbox, InboxFull
from bot.store.processes import BEAT_SECONDS
from bot.telegram.transport.updates import UnreadableUpdate, ids_of, read

logger = logging.getLogger(__name__)

MOST_AT_ONCE = 1000
"""Updates that this process may have in work: more than can wait for a search, so that whoever is too many is told so."""
MOST_BEGINNINGS = 2
"""An update at which this many processes ended is not begun by another one."""
DRAIN_SECONDS = 20
"""How long the end of the process waits for what has been accepted; the next process, or another one, does the rest."""
THREADS = 2
"""In which the inbox is written: the event loop does not wait for it."""

P = ParamSpec("P")
T = TypeVar("T")
Handle = Callable[[Update], Awaitable[None]]


class NotAccepted(Exception):
    """Updates could not be taken; Telegram should deliver them again."""


class Intake:
    """Takes updates into the inbox and has them handled: those that came here, and those that another process has left."""

    def __init__(
        self,
        bot: Bot,
        inbox: Inbox,
        *,
        handle: Handle,
        handle_again: Handle,
        turn_away: Handle,
        put_off: Handle,
        give_up: Handle,
        handled: Callable[[float], None],
        set_aside: Callable[[], None] = lambda: None,
        nothing_kept: Callable[[str], None] = lambda reason: None,
    ) -> None:
        """Four get what `handle` does not.

        `handle_again` gets what a process that ended may have handled, `turn_away` an update of a chat of which too many are waiting
        already, `put_off` what cannot be kept, so that Telegram has to deliver it again, `give_up` that at which too many processes ended.
        `handled` is told the seconds from the arrival of an update until it was done with; `set_aside` of each that nobody can handle;
        `nothing_kept` why none can be kept, each time.
        """
        self._bot = bot
        self._inbox = inbox
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="inbox")
        self._handle = handle
        self._handle_again = handle_again
        self._turn_away = turn_away
        self._put_off = put_off
        self._give_up = give_up
        self._handled = handled
        self._note_set_aside = set_aside
        self._note_nothing_kept = nothing_kept
        self._tasks: set[asyncio.Task[None]] = set()
        self._saying: set[asyncio.Task[None]] = set()
        """What puts updates off."""
        self._looking: asyncio.Task[None] | None = None
        self._unnoted: deque[Callable[[], list[Claimed]]] = deque()
        """What the inbox could not be told."""
        self._trouble = ""
        """What kept it from being looked into, so that each trouble is logged once."""
        self._accepting = asyncio.Lock()
        self._room = asyncio.Event()
        self._room.set()
        self._held_back = False
        self.unhandled = 0
        """Updates that were waiting or in work, here or in another process, when they were counted last: a moment ago."""
        self._on_duty = True
        """As far as was known when the inbox could be looked into last."""

    def has_duty(self) -> bool:
        """Whether it falls to this process to do what one of several does for all, and it can."""
        return self._on_duty and not self._trouble

    def problem(self) -> str | None:
        """What keeps updates from being taken, if anything."""
        return self._trouble or None

    async def resume(self) -> None:
        """Begin with what other processes accepted and did not finish, and go on looking for that."""
        await self._take_up()
        self._looking = asyncio.create_task(self._keep_looking())

    def hold_back(self) -> None:
        """Until `go_ahead`, take updates and begin none: another process may, and one that is killed before it can answer did not."""
        self._held_back = True

    async def go_ahead(self) -> None:
        """Begin with what waits, and from now on with what comes."""
        self._held_back = False
        await self._take_up()

    async def accept(self, updates: Sequence[Arrived]) -> None:
        """Take updates over: once this returns, Telegram may forget them. Raises NotAccepted when there is no room or no disk."""
        await asyncio.shield(self._accept(updates))  # stored or not, but not in between

    async def room(self) -> None:
        """Wait until there is room for more."""
        await self._room.wait()

    async def drain(self) -> None:
        """Let everything be finished that was accepted, for a while."""
        async with self._accepting:
            await self._finish(DRAIN_SECONDS)
            if self._looking:
                self._looking.cancel()
            with suppress(StoreUnavailable):
                await self._note()
                await self._call(self._inbox.leave)
                await self._count()
        if self.unhandled:
            logger.warning("%d updates are left for the next start", self.unhandled)

    async def _accept(self, updates: Sequence[Arrived]) -> None:
        async with self._accepting:
            if not self._room.is_set():
                raise NotAccepted(f"{self.unhandled} updates are waiting already")
            try:
                taken = await self._call(self._inbox.take, [*map(self._in_line, updates)], self._places)
            except InboxFull as error:
                self.unhandled = CAPACITY
                self._room.clear()
                raise NotAccepted(str(error)) from error
            except StoreUnavailable as error:
                self._say_later(updates)
                if self._on_duty:
                    self._note_nothing_kept(str(error))
                raise NotAccepted(str(error)) from error
            self._begin(taken.turned_away, self._turn_away)
            self._begin(taken.claimed, self._handle)

    def _say_later(self, updates: Iterable[Arrived]) -> None:
        """One of several processes does, for each of them is offered every update."""
        for update in updates if self._on_duty else ():
            task = asyncio.create_task(self._tell(self._put_off, update.content))
            self._saying.add(task)
            task.add_done_callback(self._saying.discard)

    async def _tell(self, tell: Handle, content: str) -> None:
        try:
            await tell(read(content, self._bot))
        except Exception as error:  # a courtesy: what is in the way of handling it may be in the way of this
            logger.warning("Nobody was told what becomes of an update: %s", error)

    def _in_line(self, update: Arrived) -> Arrived:
        with suppress(UnreadableUpdate):
            if chat := read(update.content, self._bot).effective_chat:
                return update._replace(line=chat.id)
        return update

    @property
    def _places(self) -> int:
        return 0 if self._held_back else MOST_AT_ONCE - len(self._tasks)

    def _begin(self, claimed: Iterable[Claimed], handle: Handle) -> None:
        for update in claimed:
            task = asyncio.create_task(self._work_off(update, handle))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _work_off(self, claimed: Claimed, handle: Handle) -> None:
        if claimed.begun > MOST_BEGINNINGS:
            await self._set_aside(claimed, "processes ended at it")
            await self._tell(self._give_up, claimed.content)
            return
        try:
            update = read(claimed.content, self._bot)
        except UnreadableUpdate as error:
            await self._set_aside(claimed, f"it cannot be read ({error})")
            return
        with handling(ids_of(update)):
            try:
                await (self._handle_again if claimed.begun > 1 else handle)(update)
            except Exception:
                logger.exception("An update was not handled")
        await self._end(partial(self._inbox.done, claimed))
        self._handled(max(0.0, time.time() - claimed.arrived))

    async def _set_aside(self, claimed: Claimed, reason: str) -> None:
        self._note_set_aside()
        logger.error("Update %d is set aside: %s", claimed.number, reason)
        await self._end(partial(self._inbox.set_aside, claimed, reason))

    async def _end(self, note: Callable[[], list[Claimed]]) -> None:
        """An update is not to be begun again: neither here, where that is tried again and again, nor by another process."""
        self._unnoted.append(note)
        try:
            await self._note()
            if not self._room.is_set():
                await self._count()
        except StoreUnavailable as error:
            self._log_once(error)

    async def _note(self) -> None:
        while self._unnoted:
            note = self._unnoted.popleft()
            try:
                following = await self._call(note)
            except StoreUnavailable:
                self._unnoted.append(note)
                raise
            self._begin(following, self._handle)

    async def _take_up(self) -> None:
        await self._look()
        if self._tasks:
            logger.info("%d updates were waiting", self.unhandled)

    async def _keep_looking(self) -> None:
        while True:
            await asyncio.sleep(BEAT_SECONDS)
            await self._look()

    async def _look(self) -> None:
        """Go on with what waits for a process, and tell what could not be told before."""
        try:
            self._on_duty = await self._call(self._inbox.look_around)
            await self._note()
            if not self._accepting.locked():  # not at the end, which only waits for what is in work
                self._begin(await self._call(self._inbox.claim, self._places), self._handle)
            await self._count()
            self._trouble = ""
        except StoreUnavailable as error:
            self._log_once(error)

    async def _count(self) -> None:
        self.unhandled = await self._call(self._inbox.unhandled)
        if self.unhandled < CAPACITY:
            self._room.set()

    async def _finish(self, seconds: float) -> None:
        """Wait for all tasks, and those that follow on them; cancel what takes longer."""
        end = time.monotonic() + seconds
        while self._tasks and (left := end - time.monotonic()) > 0:
            await asyncio.wait(self._tasks, timeout=left)
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _log_once(self, error: StoreUnavailable) -> None:
        if str(error) != self._trouble:
            logger.warning("Updates have to wait: %s", error)
        self._trouble = str(error)

    async def _call(self, method: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._pool, lambda: method(*args, **kwargs))
