"""What the command line says in each language, as it was recorded: `-h` of every command, and an error of each kind.

After a change that is meant: `python -m tests.integration.test_cli_languages` records it again.
"""

from __future__ import annotations

import contextlib
import io
import os
from pathlib import Path

import pytest

from bot.terminal.cli import app, main
from tests.integration.command_line import parkqa_here

RECORDS = Path(__file__).parent / "command_line_texts"
LANGUAGES = ("en", "zh", "zh-hant")
COMMANDS = ("", *(str(command.callback.__name__) for command in app.registered_commands if command.callback))
WRONG = (
    ("fly",),
    ("statsu",),
    ("ask",),
    ("ask", "a", "--top", "0"),
    ("ask", "a", "--top", "some"),
    ("ask", "a", "--asked-on", "soon"),
    ("ask", "a", "--tpo", "3"),
    ("ask", "a", "--file"),
    ("show",),
    ("status", "too", "many"),
    ("reindex", "--watch", "--dry-run"),
    ("status", "--config", "absent.yaml"),
    ("status", "--index", "absent"),
    ("articles", "--corpus", "absent"),
    ("ask", "--file", "absent.jsonl", "--index", "absent"),
    ("evaluate", "absent"),
)


@pytest.fixture(autouse=True)
def same_everywhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.upper().startswith("PARKQA_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)


def recorded(name: str) -> str:
    return (RECORDS / f"{name}.txt").read_text(encoding="utf-8")


def spoken(arguments: tuple[str, ...], output: str) -> str:
    """What one command said, under the line that was typed; where the folder lies is nobody's business."""
    return f"$ parkqa {' '.join(arguments)}\n{output.replace(str(Path.cwd()), '…')}\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_of_every_command(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = [spoken((command, "-h"), parkqa_here(capsys, *filter(None, (command, "-h")), "--lang", language).stdout) for command in COMMANDS]
    assert "\n".join(said) == recorded(f"help-{language}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_errors_of_every_kind(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = []
    for arguments in WRONG:
        process = parkqa_here(capsys, *arguments, "--lang", language)
        assert process.returncode in {1, 2}
        assert process.stdout == ""
        said.append(spoken(arguments, process.stderr))
    assert "\n".join(said) == recorded(f"errors-{language}")


def _record() -> None:
    """Write the records again, in an empty folder."""
    for language in LANGUAGES:
        for name, lines in (("help", [(command, "-h") for command in COMMANDS]), ("errors", list(WRONG))):
            said = []
            for arguments in lines:
                output = io.StringIO()
                with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output), contextlib.suppress(SystemExit):
                    main([*filter(None, arguments), "--lang", language])
                said.append(spoken(arguments, output.getvalue()))
            (RECORDS / f"{name}-{language}.txt").write_text("\n".join(said), encoding="utf-8")


if __name__ == "__main__":
    import tempfile

    os.environ["COLUMNS"] = "100"
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        RECORDS.mkdir(exist_ok=True)
        _record()
