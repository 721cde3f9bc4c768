"""Environments of those that we are compared with: each made from files of requirements, in the user's cache, once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from platformdirs import user_cache_path

REQUIREMENTS = Path(__file__).parent / "requirements.txt"
TORCH_INDEX = "https://download.pytorch.org/whl/cpu"


def peers_python() -> Path:
    """The Python that runs them."""
    return python_of("peers", REQUIREMENTS)


def python_of(environment: str, *requirements: Path) -> Path:
    """The Python of an environment; installing takes minutes the first time, and again when a file of requirements changes."""
    folder, wanted = user_cache_path("parkqa") / "benchmarks" / environment, "".join(map(Path.read_text, requirements))
    python, made_from = folder / "bin" / "python", folder / REQUIREMENTS.name
    if not made_from.is_file() or made_from.read_text() != wanted:
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
        torch = next(line for line in wanted.splitlines() if line.startswith("torch=="))
        _install(python, "--no-deps", "--find-links", TORCH_INDEX, torch)  # the CPU build: PyPI's brings gigabytes of CUDA
        _install(python, *(argument for path in requirements for argument in ("--requirement", str(path))))
        made_from.write_text(wanted)
    return python


def versions(*requirements: Path) -> dict[str, str]:
    """Of each package that has one in the requirements; without any, in those of the peers."""
    text = "".join(map(Path.read_text, requirements or (REQUIREMENTS,)))
    lines = (line.partition("==") for line in text.splitlines() if "==" in line)
    return {name.partition("[")[0]: version for name, _, version in lines}


def _install(python: Path, *arguments: str) -> None:
    pip: list[str | Path] = [python, "-m", "pip", "install", "--disable-pip-version-check", *arguments]
    if subprocess.run(pip, check=False, stdout=sys.stderr).returncode:
        sys.exit("Those that we are compared with cannot be installed: mend what pip says above, or measure with --no-peers.")
