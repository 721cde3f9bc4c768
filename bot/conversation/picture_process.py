"""The process that draws a page for the chat: whatever its file holds, the bot stays up.

The corpus folder, the path in it and the page come as arguments; a JPEG goes out on stdout.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from bot.child_process import our_command, output_of

MEMORY = 2 << 30
"""Bytes of addresses."""
SECONDS = 20


def picture_of(folder: Path, path: str, page: int) -> bytes | None:
    """A page of a file of the corpus, counted from 1; None where it cannot be drawn. Blocks."""
    return output_of(our_command("bot.conversation.picture_process", str(folder), path, str(page)), SECONDS)


def main() -> None:
    """Draw one page; the exit code says whether that went well."""
    from corpus.errors import UnreadableFile
    from corpus.reading.confined import confine
    from corpus.reading.limits import limit_memory
    from corpus.reading.page_picture import page_picture

    confine()
    limit_memory(MEMORY)
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    try:
        sys.stdout.buffer.write(page_picture(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])))
    except (UnreadableFile, OSError, ImportError) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
