from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

TRY = """
import socket, subprocess, sys
from corpus.reading.confined import confine
confine()
print(open(sys.argv[1]).read())
for name, act in {
    "write": lambda: open(sys.argv[1], "w").write("x" * 9),
    "make": lambda: open(sys.argv[1] + ".new", "w").write("x" * 9),
    "run": lambda: subprocess.run(["true"]),
    "connect": lambda: socket.create_connection(("127.0.0.1", int(sys.argv[2])), 2),
    "datagram": lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM),
    "local": lambda: socket.socket(socket.AF_UNIX),
}.items():
    try:
        act()
        print(name)
    except OSError as error:
        print("no")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has means")
def test_it_reads_and_neither_writes_nor_runs_nor_connects(tmp_path: Path) -> None:
    import socket

    file = tmp_path / "a.txt"
    file.write_text("whole")
    with socket.create_server(("127.0.0.1", 0)) as server:
        command = [sys.executable, "-c", TRY, str(file), str(server.getsockname()[1])]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert said == ["whole", *["no"] * 6]
    assert file.read_text() == "whole"
    assert not (tmp_path / "a.txt.new").exists()
