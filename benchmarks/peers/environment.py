"""The environment of those that we are compared with: made from `requirements.txt` beside this file, in the user's cache, once."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from platformdirs import user_cache_path

REQUIREMENTS = Path(__file__).parent / "requirements.txt"
TORCH_INDEX = "https://download.pytorch.org/whl/cpu"


def peers_python() -> Path:
    """The Python that runs them; installing takes minutes the first time, and again when the requirements change."""
    folder = user_cache_path("parkqa") / "benchmarks" / "peers"
    python, made_from = folder / "bin" / "python", folder / REQUIREMENTS.name
    if not made_from.is_file() or made_from.read_bytes() != REQUIREMENTS.read_bytes():
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
        torch = next(line for line in REQUIREMENTS.read_text().splitlines() if line.startswith("torch=="))
        _install(python, "--no-deps", "--find-links", TORCH_INDEX, torch)  # the CPU build: PyPI's brings gigabytes of CUDA
        _install(python, "--requirement", str(REQUIREMENTS))
        shutil.copy(REQUIREMENTS, made_from)
    return python


def versions() -> dict[str, str]:
    """Of each package that is named in the requirements."""
    lines = (line.partition("==") for line in REQUIREMENTS.read_text().splitlines() if "==" in line)
    return {name: version for name, _, version in lines}


def _install(python: Path, *arguments: str) -> None:
    pip: list[str | Path] = [python, "-m", "pip", "install", "--disable-pip-version-check", *arguments]
    if subprocess.run(pip, check=False, stdout=sys.stderr).returncode:
        sys.exit("Those that we are compared with cannot be installed: mend what pip says above, or measure with --no-peers.")
