"""The record of a benchmark: what was measured, how, on which machine and at which commit, in one JSON file."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from retrieval.evaluation.run_record import commit

RESULTS = Path(__file__).parent / "results"
INSTRUCTIONS = {"avx2", "avx512f", "avx512_vnni", "avx512_bf16", "amx_bf16", "amx_int8"}
"""Of a CPU, those that what we measure may use."""

WRITTEN = ("benchmarks/results", "docs")
"""What benchmarks write themselves: one that differs there from its commit measures that commit all the same."""

BUSY = 2
"""Processes that wait for a core, to each core, from which on a machine is too busy for its times to be compared with others."""


def machine() -> dict[str, Any]:
    """What the figures depend on that is not ours; the load is that of the last minute, of all that runs here."""
    processor, flags = _processor()
    pages, page = os.sysconf("SC_PHYS_PAGES"), os.sysconf("SC_PAGE_SIZE")
    return {
        "processor": processor,
        "instructions": sorted(INSTRUCTIONS & flags),
        "cores": os.cpu_count(),
        "memory GB": round(pages * page / 2**30),
        "system": platform.platform(),
        "python": platform.python_version(),
        "load": round(os.getloadavg()[0], 1),
    }


def measured(record: Mapping[str, Any]) -> str:
    """At which commit, when and on which machine, for the page; where other work kept it busy, that too."""
    given = record["machine"]
    wide = ", ".join(given["instructions"]) or "nothing wide"
    busy = "; other work kept it busy, so that shares and ratios say more than times" if given["load"] > BUSY * given["cores"] else ""
    return (
        f"Measured at `{record['commit'][:12]}` on {record['made at'][:10]}: {given['processor']}, {given['cores']} cores ({wide}), "
        f"{given['memory GB']} GB, Python {given['python']}, load at the end {given['load']}{busy}."
    )


def save(benchmark: str, config: Mapping[str, Any], figures: Mapping[str, Any], folder: Path = RESULTS) -> Path:
    """Write a record under the day and the commit that it was measured at."""
    made_at, made_of = datetime.now(UTC), commit(WRITTEN) or "unknown"
    record = {
        "benchmark": benchmark,
        "made at": made_at.isoformat(timespec="seconds"),
        "commit": made_of,
        "machine": machine(),
        "config": config,
        "figures": figures,
    }
    path = folder / f"{made_at:%Y-%m-%d}-{benchmark}-{made_of[:8]}.json"
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


def newest(benchmark: str, folder: Path = RESULTS) -> dict[str, Any] | None:
    """The newest record of a benchmark; None before the first."""
    records = [json.loads(path.read_text(encoding="utf-8")) for path in folder.glob(f"*-{benchmark}-*.json")]
    return max(records, key=lambda record: str(record["made at"]), default=None)


def _processor() -> tuple[str, set[str]]:
    """Its name and its instructions, as far as the system tells."""
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor(), set()
    told = {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in lines)}
    return told.get("model name", platform.processor()), set(told.get("flags", "").split())
