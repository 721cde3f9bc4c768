from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.building.lock import reindex_elsewhere, reindex_lock
from retrieval.building.rollback import roll_back
from retrieval.errors import IndexIncompatible, ReindexRunning, VersionPruned, VersionSuperseded
from tests.fakes import HashingEmbedder
from tests.workshop import Workshop

NORTH = "北山园区去年引进项目\n北山园区去年引进了三十六个工业项目。总投资九十亿元,其中外资项目五个。\n"
SOUTH = "南岸园区表彰企业\n南岸园区表彰了十二家企业。\n"


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    """Two versions: north, then north and south."""
    workshop = Workshop(tmp_path)
    workshop.put("north.txt", NORTH)
    workshop.reindex()
    workshop.put("south.txt", SOUTH)
    workshop.reindex()
    return workshop


def restored(workshop: Workshop, made: str | None = "000002", before: str | None = "000001") -> None:
    roll_back(workshop.engine, workshop.directory.root, made=made, before=before, restore=(workshop.corpus / "south.txt").unlink)


def test_the_version_before_is_asked_again_and_the_next_reindex_does_not_bring_the_article_back(workshop: Workshop) -> None:
    restored(workshop)
    assert list(workshop.indexed()) == ["north"]
    assert workshop.reindex().version is None
    assert list(workshop.indexed()) == ["north"]
    workshop.put("south.txt", SOUTH)
    assert workshop.reindex().version == "000003"
    assert list(workshop.indexed()) == ["north", "south"]


def test_what_made_no_version_is_only_taken_out_of_the_corpus(workshop: Workshop) -> None:
    restored(workshop, made=None)
    assert not (workshop.corpus / "south.txt").exists()
    assert workshop.engine.current() == "000002"


def test_a_later_version_is_not_undone_by_undoing_an_earlier_one(workshop: Workshop) -> None:
    workshop.put("south.txt", SOUTH.replace("十二", "十三"))
    workshop.reindex()
    with pytest.raises(VersionSuperseded, match="000002 is no longer in use"):
        restored(workshop)
    assert (workshop.corpus / "south.txt").exists()


@pytest.mark.parametrize("before", ["000000", None])
def test_a_version_that_is_gone_cannot_come_back(workshop: Workshop, before: str | None) -> None:
    with pytest.raises(VersionPruned, match="before 000002"):
        restored(workshop, before=before)
    assert (workshop.corpus / "south.txt").exists()


def test_a_version_that_could_not_be_asked_does_not_come_back(workshop: Workshop) -> None:
    workshop.embedder = HashingEmbedder(8)
    workshop.reindex(full=True)
    with pytest.raises(IndexIncompatible, match="000002"):
        restored(workshop, made="000003", before="000002")


def test_nothing_is_undone_while_a_reindex_runs(workshop: Workshop) -> None:
    root = workshop.directory.root
    assert reindex_elsewhere(root) is None
    with reindex_lock(root):
        assert str(reindex_elsewhere(root)).startswith("process ")
        with pytest.raises(ReindexRunning):
            restored(workshop)
    assert (workshop.corpus / "south.txt").exists()
    assert reindex_elsewhere(root / "nowhere") is None
