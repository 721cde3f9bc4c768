from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

TRY = """
import socket, sys
from corpus.reading.confined import confine
confine()
print(open(sys.argv[1]).read())
for name, act in {
    "write": lambda: open(sys.argv[1], "w").write("x" * 9),
    "make": lambda: open(sys.argv[1] + ".new", "w").write("x" * 9),
    "connect": lambda: socket.create_connection(("127.0.0.1", int(sys.argv[2])), 2),
}.items():
    try:
        act()
        print(name)
    except OSError as error:
        print("no")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has means")
def test_it_reads_and_neither_writes_nor_connects(tmp_path: Path) -> None:
    import socket

    file = tmp_path / "a.txt"
    file.write_text("whole")
    with socket.create_server(("127.0.0.1", 0)) as server:
        command = [sys.executable, "-c", TRY, str(file), str(server.getsockname()[1])]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert said[:3] == ["whole", "no", "no"]
    assert said[3] == ("no" if network_can_be_forbidden() else "connect")
    assert file.read_text() == "whole"
    assert not (tmp_path / "a.txt.new").exists()


def network_can_be_forbidden() -> bool:
    import ctypes

    return int(ctypes.CDLL(None).syscall(444, None, 0, 1)) >= 4
