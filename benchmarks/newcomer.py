"""A newcomer on a bare machine: a clean home, nothing cached, pip's own index alone. How long it takes, and what is brought and printed.

    python -m benchmarks.newcomer [--python P] [--old-python P] [--torch-wheels FOLDER] [PATH...]

Types what README.md and docs/operations.md say into a clone of the last commit, and prints in Markdown what came of each command. It
downloads gigabytes and is no part of the tests. `--torch-wheels` serves torch's CPU build from a folder, where pytorch.org is out of reach.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

ROOT = Path(__file__).parents[1]
QUESTION = "银川经开区2022年工作会议奖励了多少家企业"
STARTER_QUESTION = "沐江经开区2024年上半年进出口总额多少"
HEAVY = "torch transformers sentence-transformers"

_NETWORK = re.compile(r".*_proxy|PIP_CERT|SSL_CERT_FILE|REQUESTS_CA_BUNDLE", re.IGNORECASE)
"""Variables without which this machine may reach no index at all."""
_DOWNLOADED = re.compile(r"^ *Downloading \S+ \(([\d.]+) (kB|MB|GB)\)", re.MULTILINE)
_MEGABYTES = {"kB": 0.001, "MB": 1.0, "GB": 1000.0}
_PIP = re.compile(
    r" *(━|Collecting|Downloading|Using cached|Requirement already|Installing|Obtaining|Preparing|Getting|Building|Checking|Looking|"
    r"Created|Stored|Processing|Attempting|Found existing|Uninstalling|Successfully (built|uninstalled)|\[notice|copying|creating|adding|"
    r"running|removing|writing|reading|listing|Link requires)"
)
_LONGEST = 40
"""Lines of one command that the page shows."""


@dataclass(frozen=True, slots=True)
class Step:
    """One command, and what came of it."""

    command: str
    exit_code: int
    seconds: float
    processor: float
    """Seconds of processor time, which a busy machine does not change much."""
    downloaded: float
    """Megabytes, as pip says them."""
    on_disk: float
    """Megabytes of home and folder afterwards, without what pip keeps for another time."""
    printed: str


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody who types commands into an empty home. `python3` is all that is there beside what every system has."""

    home: Path
    language: str
    variables: dict[str, str] = field(default_factory=dict)

    def has(self, **pythons: str) -> None:
        """Put interpreters on the path, and take those away that were there."""
        programs = self.home / "bin"
        shutil.rmtree(programs, ignore_errors=True)
        programs.mkdir(parents=True)
        for name, python in pythons.items():
            (programs / name.replace("_", ".")).symlink_to(Path(python).resolve())

    def types(self, command: str, folder: str = ".") -> Step:
        """Run a line in bash, and say on stderr that it runs."""
        print(f"$ {command}", file=sys.stderr)
        environment = {name: value for name, value in os.environ.items() if _NETWORK.fullmatch(name)} | {
            "HOME": str(self.home),
            "PATH": f"{self.home / 'bin'}:/usr/bin:/bin",
            "LANG": self.language,
            "PIP_CONFIG_FILE": os.devnull,
            **self.variables,
        }
        started, before = time.monotonic(), _processor_seconds()
        process = subprocess.run(
            ["bash", "-c", command],
            cwd=self.home / folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        seconds, processor = time.monotonic() - started, _processor_seconds() - before
        printed = process.stdout.decode("utf-8", "replace")
        downloaded = sum(float(size) * _MEGABYTES[unit] for size, unit in _DOWNLOADED.findall(printed))
        shown = command.replace(str(ROOT), "<repository>")
        return Step(shown, process.returncode, seconds, processor, downloaded, _megabytes(self.home), self._cleaned(printed))

    def _cleaned(self, printed: str) -> str:
        """Without the chatter of pip, and without the names of this machine's folders."""
        lines, left_out = [""], 0
        for line in (*printed.replace("\r", "\n").splitlines(), ""):
            if _PIP.match(line):
                left_out += 1
                continue
            if left_out:
                lines.append(f"[{left_out} lines of pip]")
                left_out = 0
            lines.append(line.rstrip())
        lines = [_shortened(line) for line in "\n".join(lines).strip("\n").splitlines()]
        if len(lines) > _LONGEST:
            lines = [*lines[:_LONGEST], f"[{len(lines) - _LONGEST} lines more]"]
        text = "\n".join(lines).replace(str(self.home.resolve()), "~").replace(str(self.home), "~").replace(str(ROOT), "<repository>")
        return re.sub(r"http://127\.0\.0\.1:\d+", "<stand-in>", text)


def _shortened(line: str) -> str:
    return line if len(line) <= 240 else f"{line[:240]}…"


def _megabytes(home: Path) -> float:
    paths = (path for path in home.rglob("*") if not path.is_symlink() and path.is_file() and ".cache/pip" not in path.as_posix())
    return sum(path.stat().st_size for path in paths) / 1e6


def _processor_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def readme(newcomer: Newcomer, python: str, old: str) -> Iterator[Step]:
    """README.md, from the clone to the first answer, and on."""
    newcomer.has(python3=python)
    yield newcomer.types(f"git clone --quiet {ROOT} parkqa")
    yield newcomer.types(f'make ask Q="{QUESTION}"', "parkqa")
    yield newcomer.types(f'make ask Q="{QUESTION}"', "parkqa")
    yield newcomer.types(f"printf '%s\\n2\\n/quit\\n' {QUESTION} | make chat", "parkqa")
    yield newcomer.types("make reindex", "parkqa")
    yield newcomer.types("source .venv/bin/activate && parkqa status && parkqa doctor", "parkqa")


def without_torch(newcomer: Newcomer, python: str, old: str) -> Iterator[Step]:
    """The same clone, without what torch brings: docs/operations.md says how."""
    newcomer.has(python3=python)
    yield newcomer.types(f".venv/bin/pip uninstall --yes {HEAVY}", "parkqa")
    yield newcomer.types("rm -r index && rm -rf ~/.cache/parkqa && make reindex", "parkqa")
    yield newcomer.types(f'make ask Q="{QUESTION}"', "parkqa")
    yield newcomer.types(".venv/bin/parkqa doctor", "parkqa")


def wheel(newcomer: Newcomer, python: str, old: str) -> Iterator[Step]:
    """The wheel in an empty virtual environment, away from the repository."""
    newcomer.has(python3=python)
    yield newcomer.types(f"git clone --quiet {ROOT} clone && python3 -m venv tools && tools/bin/pip install build")
    yield newcomer.types("tools/bin/python -m build --outdir dist clone")
    yield newcomer.types("rm -rf clone tools && python3 -m venv venv && ls dist")
    index = newcomer.variables.get("TORCH_INDEX", "https://download.pytorch.org/whl/cpu")
    yield newcomer.types(f"venv/bin/pip install --find-links {index} --index-url {index} --no-deps torch")
    yield newcomer.types("venv/bin/pip install dist/*.whl")
    yield newcomer.types("mkdir parks && cd parks && ../venv/bin/parkqa init")
    yield newcomer.types("../venv/bin/parkqa reindex", "parks")
    yield newcomer.types(f"../venv/bin/parkqa ask {STARTER_QUESTION}", "parks")
    yield newcomer.types("../venv/bin/parkqa doctor", "parks")


def old_python(newcomer: Newcomer, python: str, old: str) -> Iterator[Step]:
    """A Python that is too old, named so that no newer one on the machine is taken in its place."""
    newcomer.has(python3=old)
    yield newcomer.types(f"python3 --version && git clone --quiet {ROOT} parkqa")
    yield newcomer.types(f'make ask PYTHON=python3 Q="{QUESTION}"', "parkqa")
    yield newcomer.types("python3 -m venv venv && venv/bin/pip install ./parkqa")


def out_of_reach(newcomer: Newcomer, python: str, old: str) -> Iterator[Step]:
    """README.md where the index of torch's CPU build cannot be reached: PyPI's torch comes, with all that belongs to it."""
    newcomer.has(python3=python)
    yield newcomer.types(f"git clone --quiet {ROOT} parkqa")
    yield newcomer.types(f'TORCH_INDEX=http://127.0.0.1:9/ make ask Q="{QUESTION}"', "parkqa")


Journey = Callable[[Newcomer, str, str], Iterator[Step]]
JOURNEYS: dict[str, tuple[str, Journey]] = {
    "readme": ("The README, with torch's CPU build", readme),
    "without-torch": ("Then without torch", without_torch),
    "wheel": ("The wheel, outside the repository", wheel),
    "old-python": ("An old Python", old_python),
    "out-of-reach": ("The index of torch out of reach", out_of_reach),
}
LANGUAGES = {"readme": "zh_CN.UTF-8", "without-torch": "zh_CN.UTF-8"}
"""The others come in English."""
SAME_HOME = {"without-torch": "readme"}


def section(name: str, steps: Sequence[Step]) -> str:
    """One journey, as a piece of the page."""
    heading, journey = JOURNEYS[name]
    rows = [
        f"| {number} | {step.seconds:.0f} s | {step.processor:.0f} s | {step.downloaded:,.0f} MB"
        f" | {step.on_disk:,.0f} MB | {step.exit_code} |"
        for number, step in enumerate(steps, 1)
    ]
    table = ["| step | time | processor | downloaded | on disk then | exit code |", "|---|--:|--:|--:|--:|--:|", *rows]
    typed = [f"```\n$ {step.command}\n{step.printed}\n```" for step in steps]
    return "\n\n".join((f"## {heading}", journey.__doc__ or "", "\n".join(table), *typed))


@contextmanager
def served(folder: Path | None) -> Iterator[dict[str, str]]:
    """Variables that name an index of torch: a folder of wheels on this machine, or none."""
    if folder is None:
        yield {}
        return
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield {"TORCH_INDEX": f"http://127.0.0.1:{server.server_address[1]}/"}
    finally:
        server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *said: object) -> None:
        """Nobody reads it."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--python", default=sys.executable, help="a Python that will do")
    parser.add_argument("--old-python", default="python3.10", help="one that is too old")
    parser.add_argument("--torch-wheels", type=Path, help="a folder that stands in for pytorch.org")
    parser.add_argument("journeys", nargs="*", metavar="PATH", help=f"which: {', '.join(JOURNEYS)}; without it, all")
    given = parser.parse_args()
    names, old = given.journeys or list(JOURNEYS), shutil.which(given.old_python) or given.old_python
    with tempfile.TemporaryDirectory() as folder, served(given.torch_wheels) as variables:
        for name in names:
            home = Path(folder) / SAME_HOME.get(name, name)
            home.mkdir(exist_ok=True)
            newcomer = Newcomer(home, LANGUAGES.get(name, "en_GB.UTF-8"), variables)
            print(section(name, list(JOURNEYS[name][1](newcomer, given.python, old))), flush=True)


if __name__ == "__main__":
    main()
