"""What is on a disk after the power failed."""

from __future__ import annotations

from random import Random

from tests.recorded_writes import Cut, Disk, Named, Removed, Renamed, Step, Synced, Written, after_power_loss

BEFORE = Disk({"/i": None, "/i/CURRENT": 0}, {0: bytearray(b"old")})
REPLACED: list[Step] = [Named("/i/.new", 1), Written(1, 0, b"new"), Synced(1), Renamed("/i/.new", "/i/CURRENT"), Synced("/i")]


def current(steps: list[Step], kept: float = 0.0) -> bytes | None:
    disk = after_power_loss(BEFORE, steps, Random(1), kept)
    number = disk.names.get("/i/CURRENT")
    return None if number is None else bytes(disk.files[number])


def test_what_was_synced_is_there_and_what_was_not_need_not_be() -> None:
    assert [current(REPLACED[:steps]) for steps in range(6)] == [b"old"] * 5 + [b"new"]


def test_a_name_may_come_before_the_bytes_of_its_file() -> None:
    unsynced = [step for step in REPLACED if step != Synced(1)]
    assert current(unsynced) == b""
    assert current(unsynced, kept=1.0) == b"new"


def test_a_hole_is_nothing_but_zeros_and_a_removal_that_was_not_synced_may_come_undone() -> None:
    assert current([Written(0, 5, b"x"), Synced(0)]) == b"old\0\0x"
    assert current([Cut(0, 1), Synced(0)]) == b"o"
    assert current([Removed("/i/CURRENT")]) == b"old"
    assert current([Removed("/i/CURRENT"), Synced("/i")]) is None
