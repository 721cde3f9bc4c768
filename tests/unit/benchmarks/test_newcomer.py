from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.newcomer import Newcomer

PIP = r"""cat <<'END'
Setting up ...
Collecting numpy
  Downloading numpy-2.4.6.whl (16.5 MB)
  Downloading six-1.17.0.whl (11 kB)
Successfully installed numpy-2.4.6
END
echo "$HOME/parkqa is ready"; exit 3"""


def test_what_a_command_brought_and_said(tmp_path: Path) -> None:
    newcomer = Newcomer(tmp_path, "en_GB.UTF-8")
    newcomer.has(python3=sys.executable)
    step = newcomer.types(PIP)
    assert (step.exit_code, round(step.downloaded, 3)) == (3, 16.511)
    assert step.printed.splitlines() == ["Setting up ...", "[3 lines of pip]", "Successfully installed numpy-2.4.6", "~/parkqa is ready"]


def test_nothing_of_this_machine_is_there(tmp_path: Path) -> None:
    newcomer = Newcomer(tmp_path, "en_GB.UTF-8")
    newcomer.has(python3=sys.executable)
    said = newcomer.types("command -v python3; echo $HOME $LANG $PIP_CONFIG_FILE $PIP_FIND_LINKS").printed
    assert said.splitlines() == ["~/bin/python3", "~ en_GB.UTF-8 /dev/null"]
