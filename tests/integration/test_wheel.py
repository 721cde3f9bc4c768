"""The source distribution and the wheel that is built of it: installed into an empty environment, it answers away from the repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.integration.command_line import REPOSITORY

PACKAGES = ("bot", "corpus", "retrieval")
ABOUT = ("pyproject.toml", "README.md", "LICENSE")
QUESTION = "沐江经开区2024年上半年进出口总额多少"


def done(*command: str | Path, folder: Path, **variables: str) -> str:
    inherited = {name: value for name, value in os.environ.items() if not name.upper().startswith(("PARKQA_", "PYTHON"))}
    process = subprocess.run(
        [*map(str, command)], cwd=folder, env=inherited | variables, capture_output=True, encoding="utf-8", timeout=300, check=False
    )
    assert process.returncode == 0, process.stdout + process.stderr
    return process.stdout


class Built(NamedTuple):
    """What `python -m build` makes: the wheel is built of the source distribution, not of the folder."""

    source: Path
    wheel: Path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """With the setuptools that is here, from what would be in a clone: nothing is downloaded."""
    source = tmp_path_factory.mktemp("source")
    for name in PACKAGES:
        shutil.copytree(REPOSITORY / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ABOUT:
        shutil.copy(REPOSITORY / name, source)
    done(sys.executable, "-m", "build", "--no-isolation", "--outdir", "dist", ".", folder=source)
    (packed,), (wheel,) = (source / "dist").glob("*.tar.gz"), (source / "dist").glob("*.whl")
    return Built(packed, wheel)


@pytest.fixture(scope="module")
def scripts(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment that has the wheel, and the packages it needs from this one, but not this one's parkqa."""
    environment = tmp_path_factory.mktemp("environment")
    done(sys.executable, "-m", "venv", "--without-pip", environment, folder=environment)
    python = environment / "bin/python"
    done(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", built.wheel, folder=environment)
    packages = done(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", folder=environment).strip()
    Path(packages, "needed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")  # a path in it is not looked into for .pth
    return environment / "bin"


def code() -> set[str]:
    return {path.relative_to(REPOSITORY).as_posix() for name in PACKAGES for path in (REPOSITORY / name).rglob("*.py")}


def test_all_that_runs_is_in_it_and_nothing_else(built: Built) -> None:
    with zipfile.ZipFile(built.wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
        metadata = archive.read(next(name for name in archive.namelist() if name.endswith("/METADATA"))).decode()
    assert code() - names == set()
    assert {name.split("/")[0] for name in names} == set(PACKAGES)
    assert [name for name in names if name.startswith("corpus/articles")] == []
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert f"Version: {project['version']}" in metadata.splitlines()
    assert built.wheel.name == f"parkqa-{project['version']}-py3-none-any.whl"


def test_the_source_distribution_holds_what_a_wheel_is_built_of(built: Built) -> None:
    folder = built.source.name.removesuffix(".tar.gz")
    with tarfile.open(built.source) as archive:
        names = {member.name.removeprefix(f"{folder}/") for member in archive if member.isfile()}
    with zipfile.ZipFile(built.wheel) as wheel:
        installed = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert (installed | set(ABOUT)) - names == set()
    assert folder == built.wheel.name.removesuffix("-py3-none-any.whl")
    assert {name.split("/")[0] for name in names} <= {*PACKAGES, *ABOUT, "PKG-INFO", "setup.cfg", "parkqa.egg-info"}


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
