from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from retrieval.building.lock import reindex_elsewhere, reindex_lock
from retrieval.errors import IndexNotWritten, ReindexRunning

HOLD = """
import sys, time
from pathlib import Path
from retrieval.building.lock import reindex_lock
with reindex_lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_it_is_free_again_after_use_and_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), reindex_lock(tmp_path / "index"):
        raise ZeroDivisionError
    with reindex_lock(tmp_path / "index"):
        pass
    assert [path.name for path in (tmp_path / "index").iterdir()] == ["reindex.lock"]


def test_a_second_holder_is_told_who_and_since_when(tmp_path: Path) -> None:
    holder = rf"process {os.getpid()} since \d{{4}}-\d\d-\d\d \d\d:\d\d:\d\d UTC"
    error = rf"Another reindex of {tmp_path} is running \({holder}\): wait until it ends"
    with reindex_lock(tmp_path):
        for _ in range(2):
            with pytest.raises(ReindexRunning, match=error), reindex_lock(tmp_path):
                pass


def test_a_killed_holder_does_not_block(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], cwd=Path(__file__).parents[4], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(ReindexRunning, match=f"process {holder.pid} since"), reindex_lock(tmp_path):
            pass
        holder.send_signal(signal.SIGKILL)
    with reindex_lock(tmp_path):
        pass


def test_what_was_done_is_not_undone_by_a_disk_that_deletes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.unlink", refuse)
    with reindex_lock(tmp_path / "index"):
        (tmp_path / "done").touch()
    assert (tmp_path / "done").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="locks otherwise")
@pytest.mark.parametrize("number", [errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP])
def test_a_disk_without_locks_is_said_to_be_one_and_nobody_to_be_at_work(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with reindex_lock(tmp_path):
        pass

    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("fcntl.flock", refuse)
    said = rf"no file can be locked \({os.strerror(number)}\): put it on a disk of this machine"
    with pytest.raises(IndexNotWritten, match=said), reindex_lock(tmp_path):
        pass
    assert reindex_elsewhere(tmp_path) is None


def test_who_is_at_work_is_told_from_outside(tmp_path: Path) -> None:
    assert reindex_elsewhere(tmp_path / "nowhere") is None
    with reindex_lock(tmp_path):
        assert (reindex_elsewhere(tmp_path) or "").startswith(f"process {os.getpid()} since")
    assert reindex_elsewhere(tmp_path) is None
