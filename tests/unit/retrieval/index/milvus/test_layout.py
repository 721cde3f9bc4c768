from __future__ import annotations

import pytest

from retrieval.index.milvus.layout import ALL_COMPARED_UP_TO, IndexCollections, passage_fields


def test_a_version_is_known_by_each_of_its_collections() -> None:
    ours = IndexCollections("parkqa")
    assert [ours.version_of(name) for name in ours.of("000012").all] == ["000012"] * 3


@pytest.mark.parametrize(
    "foreign", ["parkqa", "parkqa_versions", "parkqa_news_000012", "parkqa_000012_old", "xparkqa_000012", "parkqa_000012_terms_articles"]
)
def test_what_is_not_ours_is_never_taken_for_a_version(foreign: str) -> None:
    assert IndexCollections("parkqa").version_of(foreign) is None


@pytest.mark.parametrize("version", ["", "12a", "..", "１２", "versions"])
def test_a_version_is_a_number(version: str) -> None:
    with pytest.raises(ValueError, match="cannot name"):
        IndexCollections("parkqa").of(version)


def test_many_vectors_are_searched_by_a_graph() -> None:
    kinds = [
        {field.name: field.index for field in passage_fields(rows, 384)}["vector"] for rows in (ALL_COMPARED_UP_TO, ALL_COMPARED_UP_TO + 1)
    ]
    assert kinds == ["FLAT", "HNSW"]
