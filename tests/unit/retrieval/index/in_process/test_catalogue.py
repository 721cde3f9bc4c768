from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Article
from retrieval.errors import IndexDamaged
from retrieval.index.in_process.catalogue import Catalogue
from retrieval.index.in_process.catalogue_file import write_catalogue
from retrieval.text.analyzer import Analyzer
from retrieval.text.passage import Passage
from retrieval.text.passage_facts import facts_of

text = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
articles = st.builds(
    Article,
    id=text,
    title=st.none() | text,
    text=text,
    publisher=st.none() | text,
    published=st.none() | st.dates(),
    url=st.none() | text,
    parks=st.lists(text, max_size=3).map(tuple),
    path=text,
)


@settings(max_examples=50, deadline=None)
@given(st.lists(articles, min_size=1, max_size=5, unique_by=lambda article: article.id))
def test_anything_a_file_can_hold_comes_back(written: list[Article]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "catalogue.sqlite"
        passages = [Passage(article, start, len(article.text)) for article in written for start in (0, 1)]
        facts = list(facts_of(passages, Analyzer()))
        assert write_catalogue(path, passages, facts=facts) == len(written)
        catalogue = Catalogue(path)
        assert [catalogue.passage(row) for row in range(len(catalogue))] == passages
        assert [catalogue.facts(row) for row in range(len(catalogue))] == facts
        assert list(catalogue.articles()) == sorted(written, key=lambda article: article.id)
        catalogue.close()


def test_a_folder_name_may_hold_any_character(tmp_path: Path) -> None:
    folder = tmp_path / "索引 100%?#&"
    folder.mkdir()
    passage = Passage(Article("a", None, "园区。", None, date(2020, 2, 29), None, (), "a.txt"), 0, 3)
    write_catalogue(folder / "c.sqlite", [passage])
    catalogue = Catalogue(folder / "c.sqlite")
    assert catalogue.passage(0) == passage
    with pytest.raises(IndexError, match="no passage at row -1 of 1"):
        catalogue.passage(-1)
    catalogue.close()
    assert [path.name for path in folder.iterdir()] == ["c.sqlite"]


def test_a_file_that_is_cut_while_it_is_read_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.sqlite"
    passages = [Passage(Article(f"a{row}", None, f"园区{row}。" * 200, None, None, None, (), "a.txt"), 0, 3) for row in range(200)]
    write_catalogue(path, passages)
    catalogue = Catalogue(path)
    with path.open("r+b") as file:
        file.truncate(8192)
    for read in (
        lambda: catalogue.passage(190),
        lambda: catalogue.article("a190"),
        lambda: list(catalogue.articles()),
        catalogue.headlines,
    ):
        with pytest.raises(IndexDamaged, match="run `parkqa reindex`"):
            read()
    catalogue.close()
