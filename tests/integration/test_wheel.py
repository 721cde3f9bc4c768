"""The wheel, built and installed into an empty virtual environment, answers away from the repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from pathlib import Path

import pytest

from tests.integration.command_line import REPOSITORY

PACKAGES = ("bot", "corpus", "retrieval")
QUESTION = "沐江经开区2024年上半年进出口总额多少"


def done(*command: str | Path, folder: Path, **variables: str) -> str:
    inherited = {name: value for name, value in os.environ.items() if not name.upper().startswith(("PARKQA_", "PYTHON"))}
    process = subprocess.run(
        [*map(str, command)], cwd=folder, env=inherited | variables, capture_output=True, encoding="utf-8", timeout=300, check=False
    )
    assert process.returncode == 0, process.stdout + process.stderr
    return process.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built with the setuptools that is here, from what would be in a clone: nothing is downloaded."""
    source = tmp_path_factory.mktemp("source")
    for name in PACKAGES:
        shutil.copytree(REPOSITORY / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(REPOSITORY / name, source)
    done(sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--no-index", "-w", "dist", ".", folder=source)
    (built,) = (source / "dist").iterdir()
    return built


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment that has the wheel, and the packages it needs from this one, but not this one's parkqa."""
    environment = tmp_path_factory.mktemp("environment")
    done(sys.executable, "-m", "venv", "--without-pip", environment, folder=environment)
    python = environment / "bin/python"
    done(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel, folder=environment)
    packages = done(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", folder=environment).strip()
    Path(packages, "needed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")  # a path in it is not looked into for .pth
    return environment / "bin"


def test_all_that_runs_is_in_it_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
        metadata = archive.read(next(name for name in archive.namelist() if name.endswith("/METADATA"))).decode()
    code = {path.relative_to(REPOSITORY).as_posix() for name in PACKAGES for path in (REPOSITORY / name).rglob("*.py")}
    assert code - names == set()
    assert {name.split("/")[0] for name in names} == set(PACKAGES)
    assert [name for name in names if name.startswith("corpus/articles")] == []
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert f"Version: {project['version']}" in metadata.splitlines()
    assert wheel.name == f"parkqa-{project['version']}-py3-none-any.whl"


def test_it_begins_indexes_and_answers(scripts: Path, tmp_path: Path, bundled_cache: Path) -> None:
    places = {"HOME": str(tmp_path / "home"), "XDG_CACHE_HOME": str(bundled_cache), "XDG_STATE_HOME": str(tmp_path / "state")}

    def parkqa(*arguments: str) -> str:
        return done(scripts / "parkqa", *arguments, "--lang", "zh", folder=folder, **places)

    folder = tmp_path / "parks"
    folder.mkdir()
    installed = done(scripts / "python", "-c", "import bot, pathlib; print(pathlib.Path(bot.__file__))", folder=folder)
    assert Path(installed).is_relative_to(scripts.parent)
    parkqa("init")
    assert sorted(path.name for path in folder.iterdir()) == ["articles", "parkqa.yaml"]
    assert "索引已更新到版本 000001：文章 3 篇" in parkqa("reindex")
    assert "138.2亿元" in parkqa("ask", QUESTION)
    parkqa("backup", "everything.tar.gz")
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    parkqa("restore", str(tmp_path / "parks/everything.tar.gz"))
    assert "138.2亿元" in parkqa("ask", QUESTION)
