"""What goes wrong between the engine and its server, in our own words."""

from __future__ import annotations

from collections.abc import Iterator

from retrieval.errors import IndexMissing, IndexUnavailable, IndexUnreachable

CONNECT_FAILED = 2
"""The library's own code for a server that it cannot connect to."""
NO_COLLECTION = {100, 1600}
"""No such collection, no such alias."""
NOT_LOADED = {101, 103, 106, 201, 202}
"""Not at all, or not wholly: the collection or a part of it."""
STARTING = {503, 901, 902, 903, 905}
"""A channel or a node of the server that is gone, and soon replaced."""
NOT_READY = "service not ready"
"""What the server says while it starts, with the code for anything unexpected."""
STILL_LOADING = "wait for loading collection timeout"
"""What the library says, without a code, where loading goes on."""
AWAY = {"UNAVAILABLE", "DEADLINE_EXCEEDED", "UNKNOWN", "CANCELLED"}
"""Statuses of gRPC for a server that is not there, or does not answer in time."""
REFUSED = {"UNAUTHENTICATED", "PERMISSION_DENIED"}
UNAUTHENTICATED = {1400, 1401}
"""The same as codes of the server."""
LONGEST_REASON = 200


class NotLoaded(IndexUnreachable):
    """The server has the collection on disk, but not in memory."""


def unreachable(where: str) -> IndexUnreachable:
    """A server that does not answer."""
    return IndexUnreachable(f"Milvus does not answer at {where}: see that it runs, and that milvus.uri names it.")


def failure(error: Exception, where: str) -> IndexUnavailable:
    """The error of ours that an error of the library means, for a server at `where`."""
    codes = set(_codes(error))
    if codes & (REFUSED | UNAUTHENTICATED):
        return IndexUnavailable(f"Milvus at {where} refuses the token: set PARKQA_MILVUS__TOKEN to one that may do this.")
    if codes & NO_COLLECTION:
        return IndexMissing(f"Milvus at {where} has no such index: run `parkqa reindex`.")
    reason = " ".join(str(getattr(error, "message", "") or error).split())[:LONGEST_REASON]
    if codes & NOT_LOADED or STILL_LOADING in reason:
        return NotLoaded(f"Milvus at {where} is still loading the index: ask again in a while.")
    if codes & (AWAY | STARTING | {CONNECT_FAILED}) or NOT_READY in reason:
        return unreachable(where)
    return IndexUnavailable(f"Milvus at {where} cannot do what is asked ({reason}): look into its log.")


def _codes(error: BaseException | None) -> Iterator[int | str]:
    """The codes of an error and of those that led to it: numbers of the server and of the library, names of gRPC."""
    seen: list[BaseException] = []
    while error is not None and error not in seen:  # the library raises errors as the cause of themselves
        seen.append(error)
        code = getattr(error, "code", None)
        code = code() if callable(code) else code
        yield getattr(code, "name", code)  # type: ignore[misc]
        error = error.__cause__
