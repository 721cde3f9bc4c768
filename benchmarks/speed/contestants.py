"""Who takes part: parkqa, the floor, and those that we are compared with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path

from benchmarks.peers.environment import peers_python
from benchmarks.speed.floor import LIGHT, TORCH
from benchmarks.speed.ours import NOT_READING, READING
from benchmarks.speed.remote import Program
from retrieval.models.bundled_embedder import fastest_precision
from retrieval.models.bundled_model import unpacked_folder
from retrieval.models.nano_model import model_file

OURS, FLOOR = "parkqa", "raw"


@dataclass(frozen=True, slots=True)
class Way:
    """A program in one of its modes: what questions are put to."""

    program: str
    mode: str

    @property
    def name(self) -> str:
        return f"{self.program}, {self.mode}"


def programs(*, peers: bool) -> dict[str, Program]:
    """All of them by name, over the same weights in the precision that is fastest here."""
    model = {"model": str(unpacked_folder(model_file(), user_cache_path("parkqa"), fastest_precision()))}
    ours = {
        OURS: Program("benchmarks.speed.ours", modes=(NOT_READING, READING)),
        FLOOR: Program("benchmarks.speed.floor", options=model, modes=(LIGHT, TORCH)),
    }
    if not peers:
        return ours
    python: Path = peers_python()
    both = ("dense", "hybrid")
    return ours | {
        "LangChain FAISS": Program("benchmarks.peers.langchain_faiss", python, model),
        "txtai": Program("benchmarks.peers.txtai_embeddings", python, model, both),
        "Haystack": Program("benchmarks.peers.haystack_stores", python, model, both),
    }


def ways(taking_part: dict[str, Program]) -> list[Way]:
    """Each program in each of its modes."""
    return [Way(name, mode) for name, program in taking_part.items() for mode in program.modes]
