"""What a reindex and its workers say to each other over HTTP.

Each request and each reply is signed with a secret that both know, so that neither takes anything from strangers; it is never sent.
Passages and vectors can be read on the way: the connection belongs in a network of one's own.
"""

from __future__ import annotations

import hmac
import json
from dataclasses import asdict, dataclass

import numpy as np

from retrieval.models.embedder import Vectors

STATE, PASSAGES = "/state", "/passages"
"""Paths: who is there, and passages to embed."""
NONCE, SIGNATURE = "Parkqa-Nonce", "Parkqa-Signature"
"""Headers. A reply is signed together with what the request drew by chance: none that was heard before passes for it."""
OTHER_SECRET, OTHER_MODEL = 403, 409
"""Statuses of a refusal."""


def signature(secret: str, nonce: str, said: str, body: bytes) -> str:
    """Of a request, where `said` is its path, or of a reply, where it is the path and the status."""
    return hmac.new(secret.encode(), f"{said}\n{nonce}\n".encode() + body, "sha256").hexdigest()


def of_reply(path: str, status: int) -> str:
    """What is signed of a reply beside its body."""
    return f"{path} {status}"


@dataclass(frozen=True, slots=True)
class WorkerState:
    """What a worker says of itself."""

    model: str
    """The fingerprint of its embedder."""
    embedded: int
    """Passages since it began."""
    busy: bool

    def as_bytes(self) -> bytes:
        return json.dumps(asdict(self)).encode()


def state_from(body: bytes) -> WorkerState:
    """What `as_bytes` gave. Raises ValueError."""
    try:
        plain = json.loads(body)
        return WorkerState(str(plain["model"]), int(plain["embedded"]), bool(plain["busy"]))
    except (TypeError, KeyError) as error:
        raise ValueError("it is no state of a worker") from error


@dataclass(frozen=True, slots=True)
class Batch:
    """Passages to embed, in the form that models read."""

    model: str
    """The fingerprint of the embedder that it has to be."""
    texts: tuple[str, ...]
    done: int
    """Of all the passages of the reindex."""
    total: int

    def as_bytes(self) -> bytes:
        return json.dumps(asdict(self)).encode()


def batch_from(body: bytes) -> Batch:
    """What `as_bytes` gave. Raises ValueError."""
    try:
        plain = json.loads(body)
        return Batch(str(plain["model"]), tuple(map(str, plain["texts"])), int(plain["done"]), int(plain["total"]))
    except (TypeError, KeyError) as error:
        raise ValueError("it is no batch of passages") from error


def vectors_as_bytes(vectors: Vectors) -> bytes:
    """As the cache of vectors keeps them."""
    return vectors.astype("<f4").tobytes()


def vectors_from(body: bytes, rows: int, dimension: int) -> Vectors:
    """So many vectors of unit length. Raises ValueError where it is anything else."""
    vectors: Vectors = np.frombuffer(body, dtype="<f4").reshape(rows, dimension).astype(np.float32)
    if not np.isclose(np.einsum("ij,ij->i", vectors, vectors), 1.0, atol=1e-3).all():
        raise ValueError("they are not of unit length")
    return vectors
