"""The image: what runs and no more, as nobody in particular, with its model on a volume and a look at its health."""

from __future__ import annotations

import re
from pathlib import Path

DOCKERFILE = (Path(__file__).parents[2] / "Dockerfile").read_text(encoding="utf-8").partition('ARG EXTRAS=""')[2]
"""Of the image itself; what comes before makes its packages."""


def test_only_what_runs_is_copied_in() -> None:
    copied = {name for line in re.findall(r"^COPY (.+)$", DOCKERFILE, re.MULTILINE) for name in line.split()[:-1]}
    assert copied == {"pyproject.toml", "constraints.txt", "README.md", "LICENSE", "corpus", "retrieval", "bot"}


def test_it_runs_as_nobody_in_particular_and_keeps_its_model_on_a_volume() -> None:
    assert DOCKERFILE.index("\nUSER parkqa\n") < DOCKERFILE.index("\nCMD [")
    volumes = re.search(r"^VOLUME (\[.+\])$", DOCKERFILE, re.MULTILINE)
    assert volumes
    cache = re.search(r"XDG_CACHE_HOME=(\S+)", DOCKERFILE)
    assert cache
    assert f'"{cache[1]}"' in volumes[1]


def test_its_health_is_looked_at_where_the_bot_shows_it() -> None:
    port = re.search(r"PARKQA_MONITORING__PORT=(\d+)", DOCKERFILE)
    assert port
    assert re.search(rf"^HEALTHCHECK .+\\\n.+http://127\.0\.0\.1:{port[1]}/healthz", DOCKERFILE, re.MULTILINE)
