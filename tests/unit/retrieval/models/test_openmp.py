from __future__ import annotations

import os

import pytest

from retrieval.models.openmp import openmp


@pytest.mark.parametrize("before", [None, "3"])
def test_the_variable_is_set_inside_only(monkeypatch: pytest.MonkeyPatch, before: str | None) -> None:
    if before is None:
        monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    else:
        monkeypatch.setenv("OMP_NUM_THREADS", before)
    with pytest.raises(ImportError), openmp("OMP_NUM_THREADS", "1"):
        assert os.environ["OMP_NUM_THREADS"] == "1"
        raise ImportError
    assert os.environ.get("OMP_NUM_THREADS") == before
