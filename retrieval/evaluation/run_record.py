"""The record of an evaluation: what its figures depend on, and the file that a later run is compared with."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from retrieval.answering.answerer import Answerer
from retrieval.errors import RunUnusable
from retrieval.factory import open_engine
from retrieval.settings import RetrievalSettings

RECORD = "run.json"


@dataclass(frozen=True, slots=True)
class EarlierRun:
    """What a comparison needs of a recorded run: by question's id, what each measure says of it."""

    name: str
    values: Mapping[str, Mapping[str, float]]


def circumstances(settings: RetrievalSettings, answerer: Answerer) -> dict[str, object]:
    """What the figures depend on beside the questions, in plain JSON types."""
    engine = open_engine(settings)
    with answerer.index.open() as (index_version, _):
        manifest = engine.manifest(index_version)
    return {
        "made at": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": commit(),
        "weights": answerer.weights.digest,
        **asdict(manifest.fingerprints),
        **manifest.counts,
        "threshold": round(answerer.threshold, 4),
        "quote length": answerer.quote_length,
        "reader": settings.reader.model_dump() if answerer.search.close_reading else None,
        "reranker": settings.reranker.model_dump() if answerer.search.reranker else None,
    }


def commit(written: Sequence[str] = ()) -> str | None:
    """The commit that this program was run from, `-dirty` behind it when files differ from it; None outside a repository of its own.

    What differs in the folders of `written`, named from the root, does not count: it is what came of running it.
    """
    git = shutil.which("git")
    if git is None:
        return None
    here = Path(__file__)

    def said(*command: str) -> str | None:
        told = subprocess.run([git, "-C", str(here.parent), *command], capture_output=True, text=True, check=False)  # noqa: S603
        return None if told.returncode else told.stdout.strip()

    if said("ls-files", "--error-unmatch", here.name) is None or (made_of := said("rev-parse", "HEAD")) is None:
        return None
    differing = said("status", "--porcelain", "--untracked-files=no", "--", ":/", *(f":(top,exclude){folder}" for folder in written))
    return f"{made_of}-dirty" if differing else made_of


def prepare_folder(folder: Path) -> None:
    """Make the folder for a record; to be called before the work whose record shall not get lost. Raises RunUnusable."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RunUnusable(f"{folder} cannot be made ({error.strerror}): name another folder.") from error


def save_record(record: Mapping[str, object], folder: Path) -> None:
    """Write run.json into the folder. Raises RunUnusable."""
    path = folder / RECORD
    try:
        path.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise RunUnusable(f"{path} cannot be written ({error.strerror}): name another folder.") from error


def load_earlier(path: Path) -> EarlierRun:
    """Read what an evaluation wrote, run.json or what it printed with --json. Raises RunUnusable."""
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        values = {str(row["id"]): {str(name): float(value) for name, value in row["measures"].items()} for row in record["outcomes"]}
        return EarlierRun(str(record["set"]), values)
    except OSError as error:
        raise RunUnusable(f"{path} cannot be read ({error.strerror}): name a run.json that evaluate wrote.") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise RunUnusable(f"{path} is not the record of an evaluation: name a run.json that evaluate wrote.") from error
