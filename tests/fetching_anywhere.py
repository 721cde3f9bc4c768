"""The process that fetches pages, from the machine's own addresses too: where the servers of tests are."""

from __future__ import annotations

from bot.admin.addresses import GuardedTransport
from bot.admin.fetching_process import main

if __name__ == "__main__":
    main(GuardedTransport(lambda _: True, ports=()))
