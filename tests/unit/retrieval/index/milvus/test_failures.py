from __future__ import annotations

from enum import Enum

import pytest

from bot.texts.sentences import in_language
from retrieval.errors import IndexMissing, IndexUnavailable, IndexUnreachable
from retrieval.index.milvus.failures import NotLoaded, failure

WHERE = "http://milvus:19530"


class Status(Enum):
    UNAVAILABLE = 14
    DEADLINE_EXCEEDED = 4
    UNAUTHENTICATED = 16


class RpcError(Exception):
    """As gRPC raises it: with its status behind a method."""

    def __init__(self, status: Status) -> None:
        super().__init__("")
        self._status = status

    def code(self) -> Status:
        return self._status


class ServerError(Exception):
    """As Milvus's library raises it."""

    def __init__(self, code: object, message: str = "") -> None:
        super().__init__(message)
        self.code, self.message = code, message


def caused(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "kind", "remedy"),
    [
        (ServerError(2), IndexUnreachable, "see that it runs"),
        (ServerError(Status.UNAVAILABLE), IndexUnreachable, "see that it runs"),
        (RpcError(Status.DEADLINE_EXCEEDED), IndexUnreachable, "see that it runs"),
        (caused(ServerError(2), RpcError(Status.UNAUTHENTICATED)), IndexUnavailable, "PARKQA_MILVUS__TOKEN"),
        (ServerError(1401, "not permitted"), IndexUnavailable, "PARKQA_MILVUS__TOKEN"),
        (ServerError(100, "collection not found"), IndexMissing, "parkqa reindex"),
        (ServerError(101, "not loaded"), NotLoaded, "ask again"),
        (ServerError(103, "not fully loaded"), NotLoaded, "ask again"),
        (ServerError(503, "channel not available"), IndexUnreachable, "see that it runs"),
        (ServerError(1, "service not ready[proxy=7]: Abnormal"), IndexUnreachable, "see that it runs"),
        (ServerError(1, "wait for loading collection timeout, collection: parkqa_1"), NotLoaded, "ask again"),
        (ServerError(65535, "disk\n  full"), IndexUnavailable, "(disk full)"),
    ],
)
def test_what_goes_wrong_is_said_in_one_line_with_a_remedy(error: Exception, kind: type[IndexUnavailable], remedy: str) -> None:
    said = failure(error, WHERE)
    assert type(said) is kind
    assert remedy in str(said)
    assert WHERE in str(said)
    assert "\n" not in str(said)
    assert "Milvus" in in_language(str(said), "zh")
    assert in_language(str(said), "zh") != str(said)


def test_an_error_may_be_its_own_cause() -> None:
    error = ServerError(100)
    assert type(failure(caused(error, error), WHERE)) is IndexMissing
