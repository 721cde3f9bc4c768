"""set_up.sh over interpreters that are not there: which Python it takes, what it installs, and what it says."""

from __future__ import annotations

import shutil
import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
FAKE_PYTHON = """#!/bin/bash
here=$(cd "$(dirname "$0")" && pwd)
case "$*" in
  *sys.version_info*) echo {version} ;;
  *'version("torch")'*) exit {torch_missing} ;;
  "-m venv"*) mkdir -p .venv/bin; cp "$0" .venv/bin/python; echo "venv {version} ${{*:3}}" >>"$LOG" ;;
  "-m pip --version") ;;
  "-m pip install"*) echo "pip ${{*:4}}" >>"$LOG"; [[ "$*" != *--index-url* ]] || exit {torch_unreachable} ;;
  *) exit 9 ;;
esac
"""
SetUp = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def set_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SetUp:
    """Runs a copy of set_up.sh with nothing on the path but these Pythons and what a shell needs."""
    folder, programs = tmp_path / "parkqa", tmp_path / "bin"
    folder.mkdir()
    programs.mkdir()
    shutil.copy(REPOSITORY / "set_up.sh", folder)
    for name in ("bash", "mkdir", "cp", "dirname"):
        found = shutil.which(name)
        assert found
        (programs / name).symlink_to(found)
    _program(programs / "uname", "#!/bin/bash\necho Linux\n")

    def run(
        pythons: dict[str, str], *extras: str, torch: bool = False, reachable: bool = True, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        for name, version in pythons.items():
            fake = FAKE_PYTHON.format(version=version, torch_missing=int(not torch), torch_unreachable=int(not reachable))
            _program(programs / name, fake)
        environment = {"PATH": str(programs), "LOG": str(tmp_path / "log"), **variables}
        return subprocess.run(["./set_up.sh", *extras], cwd=folder, env=environment, capture_output=True, text=True, check=False)

    return run


def _program(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture
def done(tmp_path: Path) -> Callable[[], list[str]]:
    return lambda: (tmp_path / "log").read_text(encoding="utf-8").splitlines()


needs_no_gpu = pytest.mark.skipif(Path("/proc/driver/nvidia").exists(), reason="this machine has a GPU")
CONSTRAINED = "pip --disable-pip-version-check --constraint constraints.txt"
TORCH = f"{CONSTRAINED} --no-deps --timeout 10 --retries 0 --find-links {{0}} --index-url {{0}} torch"
PYTORCH = "https://download.pytorch.org/whl/cpu"


def test_an_old_python_is_refused_in_a_sentence(set_up: SetUp, tmp_path: Path) -> None:
    process = set_up({"python3": "3.10"})
    assert process.returncode == 1
    assert process.stderr == "parkqa needs Python 3.11 or newer, and python3 is 3.10: install one, or name it with make PYTHON=…\n"
    assert not (tmp_path / "log").exists()


def test_no_python_at_all_is_a_sentence_too(set_up: SetUp) -> None:
    process = set_up({})
    assert (process.returncode, process.stderr.splitlines()) == (
        1,
        ["parkqa needs Python 3.11 or newer, and python3 is not there: install one, or name it with make PYTHON=…"],
    )


@pytest.mark.parametrize(
    ("pythons", "taken"),
    [
        ({"python3": "3.12"}, "3.12"),
        ({"python3": "3.10", "python3.11": "3.11"}, "3.11"),
        ({"python3": "3.9", "python3.11": "3.11", "python3.13": "3.13"}, "3.13"),
        ({"python3": "3.14"}, "3.14"),
        ({"python3": "2.7", "python3.12": "3.12"}, "3.12"),
    ],
)
def test_it_finds_a_python_that_will_do(set_up: SetUp, done: Callable[[], list[str]], pythons: dict[str, str], taken: str) -> None:
    process = set_up(pythons, torch=True)
    assert process.returncode == 0, process.stderr
    assert done() == [f"venv {taken} --clear .venv", f"{CONSTRAINED} --editable ."]


def test_the_python_that_is_named_is_the_one(set_up: SetUp, done: Callable[[], list[str]]) -> None:
    assert set_up({"python3": "3.11", "python3.12": "3.12"}, torch=True, PYTHON="python3.12").returncode == 0
    assert done()[0] == "venv 3.12 --clear .venv"
    refused = set_up({"old": "3.8"}, PYTHON="old")
    assert refused.stderr.startswith("parkqa needs Python 3.11 or newer, and old is 3.8")


def test_a_venv_stays_unless_its_python_is_another(set_up: SetUp, done: Callable[[], list[str]]) -> None:
    set_up({"python3": "3.11"}, torch=True)
    set_up({"python3": "3.13"}, torch=True)
    set_up({}, torch=True, PYTHON="python3")
    assert [line for line in done() if line.startswith("venv")] == ["venv 3.11 --clear .venv", "venv 3.13 --clear .venv"]


def test_a_venv_of_an_old_python_is_made_anew(set_up: SetUp, done: Callable[[], list[str]], tmp_path: Path) -> None:
    (tmp_path / "parkqa/.venv/bin").mkdir(parents=True)
    _program(tmp_path / "parkqa/.venv/bin/python", FAKE_PYTHON.format(version="3.10", torch_missing=0, torch_unreachable=0))
    assert set_up({"python3": "3.12"}, torch=True).returncode == 0
    assert done()[0] == "venv 3.12 --clear .venv"


@needs_no_gpu
@pytest.mark.parametrize(
    ("variables", "index"), [({}, PYTORCH), ({"TORCH_INDEX": "https://mirror.example/cpu"}, "https://mirror.example/cpu")]
)
def test_without_a_gpu_torch_comes_first_and_alone(
    set_up: SetUp, done: Callable[[], list[str]], variables: dict[str, str], index: str
) -> None:
    process = set_up({"python3": "3.11"}, "dev", **variables)
    assert process.returncode == 0, process.stderr
    assert done()[1:] == [TORCH.format(index), f"{CONSTRAINED} --editable .[dev]"]


@needs_no_gpu
def test_an_index_out_of_reach_does_not_end_it(set_up: SetUp, done: Callable[[], list[str]]) -> None:
    process = set_up({"python3": "3.11"}, reachable=False)
    assert process.returncode == 0
    assert f"No CPU build of torch can be had from {PYTORCH}; going on" in process.stderr
    assert done()[-1] == f"{CONSTRAINED} --editable ."


def test_with_a_gpu_torch_is_that_of_pypi(set_up: SetUp, done: Callable[[], list[str]], tmp_path: Path) -> None:
    _program(tmp_path / "bin/nvidia-smi", "#!/bin/bash\n")
    set_up({"python3": "3.11"})
    assert done()[1:] == [f"{CONSTRAINED} --editable ."]


def test_uv_takes_the_same_build_from_the_same_index() -> None:
    uv = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["uv"]
    (index,) = uv["index"]
    assert (index["url"], index["explicit"]) == (PYTORCH, True)
    assert uv["sources"]["torch"] == [{"index": index["name"], "marker": "sys_platform == 'linux'"}]


def test_only_development_takes_its_tools() -> None:
    text = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    with_tools = {line.split(":")[0] for line in text.splitlines() if ": $(TOOLS) ##" in line}
    assert with_tools == {"test", "lint", "pictures", "bench", "bench-full"}
