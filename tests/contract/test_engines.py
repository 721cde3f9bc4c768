"""Every engine gives the answers that brute force gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from corpus.article import Article
from retrieval.errors import IndexMissing
from retrieval.index.engine import AmendableEngine, Engine, Match, Snapshot
from retrieval.index.in_process import InProcessEngine
from retrieval.index.manifest import Fingerprints
from retrieval.index.milvus.engine import MilvusEngine
from retrieval.models.embedder import Vectors
from retrieval.text.analyzer import Analyzer
from retrieval.text.passage import Passage
from retrieval.text.passage_facts import facts_of
from retrieval.text.splitter import split
from retrieval.text.terms import Terms
from tests.contract.brute_force import bm25_scores, cosine_scores
from tests.milvus_servers import new_index

ENGINES = ("in_process", "milvus")
ARTICLES = tuple(
    Article(
        f"park/{n:03d}",
        f"题目{n}" if n % 3 else None,
        "句子。" * (n % 5 + 1),
        None,
        date(2021, 1 + n % 12, 1),
        None,
        ("北山园区",),
        f"park/{n:03d}.txt",
    )
    for n in range(60)
)
PASSAGES = tuple(Passage(article, start, start + 3) for article in ARTICLES for start in range(0, len(article.text), 3))


def random_vectors(seed: int, rows: int, dimension: int = 32) -> Vectors:
    vectors = np.random.default_rng(seed).normal(size=(rows, dimension)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def random_terms(seed: int, rows: int) -> list[Terms]:
    """Documents of 0 to 120 terms out of a vocabulary whose first terms are common and whose last are rare."""
    random = np.random.default_rng(seed)

    def draw(prefix: str) -> tuple[str, ...]:
        numbers = np.minimum(random.geometric(0.03, size=random.integers(0, 121)), 150)
        return tuple(f"{prefix}{number}" for number in numbers)

    return [Terms(draw("词"), draw("字")) for _ in range(rows)]


VECTORS = random_vectors(1, len(PASSAGES))
TERMS = random_terms(2, len(PASSAGES))
QUESTIONS = random_terms(3, 25)
FEW = (PASSAGES[:40], VECTORS[:40], TERMS[:40])


@contextmanager
def new_engine(request: pytest.FixtureRequest, folder: Path) -> Iterator[Engine]:
    if request.param == "in_process":
        yield InProcessEngine(folder / "index")
        return
    uri = request.getfixturevalue("milvus_uri")
    with new_index(uri) as name:
        yield MilvusEngine(uri, name=name)


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    with new_engine(request, tmp_path) as engine:
        yield engine


@pytest.fixture(scope="module", params=ENGINES)
def snapshot(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshot]:
    """One for all tests that only read."""
    with new_engine(request, tmp_path_factory.mktemp("engine")) as engine:
        engine.write("1", PASSAGES, VECTORS, TERMS)
        with closing(engine.open("1")) as snapshot:
            yield snapshot


def assert_ranked_like(matches: Sequence[Match], scores: Sequence[float], k: int, tolerance: float = 1e-4) -> None:
    """The matches are the k best rows with their scores, best first; rows with all but equal scores may stand in any order."""
    best = sorted((score for score in scores if score > 0), reverse=True)[:k]
    assert [match.score for match in matches] == pytest.approx(best, rel=tolerance)
    assert [scores[match.position] for match in matches] == pytest.approx(best, rel=tolerance)
    assert len({match.position for match in matches}) == len(matches)


def test_dense_search_finds_the_highest_cosines(snapshot: Snapshot) -> None:
    for query in random_vectors(4, 20):
        matches = snapshot.search_dense(query, 10)
        scores = cosine_scores(VECTORS, query)
        assert [match.position for match in matches] == sorted(range(len(scores)), key=lambda row: -scores[row])[:10]
        assert [match.score for match in matches] == pytest.approx([scores[match.position] for match in matches], abs=1e-5)


def test_a_stored_vector_finds_its_own_row_first(snapshot: Snapshot) -> None:
    assert [snapshot.search_dense(vector, 1)[0].position for vector in VECTORS] == list(range(len(PASSAGES)))


@pytest.mark.parametrize("fields", ["both", "words", "bigrams"])
def test_lexical_search_ranks_by_bm25(snapshot: Snapshot, fields: str) -> None:
    for question in QUESTIONS:
        asked = Terms(question.words if fields != "bigrams" else (), question.bigrams if fields != "words" else ())
        assert_ranked_like(snapshot.search_lexical(asked, 15), bm25_scores(TERMS, asked), 15)


def test_a_term_asked_twice_counts_twice(snapshot: Snapshot) -> None:
    once = dict(snapshot.search_lexical(Terms(("词9",), ()), 500))
    twice = dict(snapshot.search_lexical(Terms(("词9", "词9"), ()), 500))
    assert once
    assert twice == {position: pytest.approx(2 * score, rel=1e-5) for position, score in once.items()}


def test_terms_match_whole_and_exactly(engine: Engine) -> None:
    odd = ("A", "a", "C++", '"引号"', "x:y", "(", "AND", "*", "3.76", "\u3000", "𠮷", "\\", "-甲")
    engine.write("1", PASSAGES[: len(odd)], VECTORS[: len(odd)], [Terms((term,), ()) for term in odd])
    snapshot = engine.open("1")
    assert [[match.position for match in snapshot.search_lexical(Terms((term,), ()), 20)] for term in odd] == [
        [row] for row in range(len(odd))
    ]
    assert snapshot.search_lexical(Terms(("甲", "aa", "3"), ()), 20) == []


def test_a_question_without_known_terms_matches_nothing(snapshot: Snapshot) -> None:
    assert snapshot.search_lexical(Terms(("没有这个词",), ()), 5) == []
    assert snapshot.search_lexical(Terms((), ()), 5) == []


def test_asking_for_more_than_there_is_gives_everything_and_for_none_gives_none(snapshot: Snapshot) -> None:
    query = random_vectors(5, 1)[0]
    assert sorted(match.position for match in snapshot.search_dense(query, 10_000)) == list(range(len(PASSAGES)))
    assert snapshot.search_dense(query, 0) == []
    assert snapshot.search_lexical(QUESTIONS[0], 0) == []


def test_cosines_come_in_the_order_asked(snapshot: Snapshot) -> None:
    query = random_vectors(6, 1)[0]
    scores = cosine_scores(VECTORS, query)
    positions = [7, 0, 59, 7]
    assert snapshot.cosines(query, positions) == pytest.approx([scores[position] for position in positions], abs=1e-5)
    assert snapshot.cosines(query, []) == []


def test_document_frequencies_count_passages_not_occurrences(snapshot: Snapshot) -> None:
    asked = Terms(("词1", "词40", "词140", "没有这个词", "字1"), ("字1", "词1"))
    assert snapshot.document_frequencies(asked) == (
        [sum(word in terms.words for terms in TERMS) for word in asked.words],
        [sum(bigram in terms.bigrams for terms in TERMS) for bigram in asked.bigrams],
    )


def test_passages_and_articles_come_back_as_they_were(snapshot: Snapshot) -> None:
    assert len(snapshot) == len(PASSAGES)
    assert [snapshot.passage(row) for row in range(len(PASSAGES))] == list(PASSAGES)
    assert list(snapshot.articles()) == sorted(ARTICLES, key=lambda article: article.id)


def test_passages_of_one_article_share_it(snapshot: Snapshot) -> None:
    rows = [row for row, passage in enumerate(PASSAGES) if passage.article == ARTICLES[4]]
    assert len({id(snapshot.passage(row).article) for row in rows}) == 1 < len(rows)


def test_facts_written_are_facts_read(engine: Engine, analyzer: Analyzer) -> None:
    texts = ("2月3日，北岭高新區開會。預計2023年投產，比去年多３６家。\nIt will open.", "去年無事。", "，", "。" * 300 + "十四五期间。")
    told = [
        Article(f"told/{n}", title, text, None, published, None, parks, f"told/{n}.txt")
        for n, (text, title, published, parks) in enumerate(
            (text, title, published, parks)
            for text in texts
            for title, parks in ((None, ()), ("北岭高新区2022年一季度", ("北岭高新区", "青屏经开区")))
            for published in (None, date(2022, 2, 9))
        )
    ]
    passages = [passage for each in told for passage in split(each)]
    facts = list(facts_of(passages, analyzer))
    assert any(sentence.times for each in facts for sentence in each.sentences)
    engine.write("1", passages, VECTORS[: len(passages)], TERMS[: len(passages)], facts=iter(facts))
    snapshot = engine.open("1")
    assert snapshot.facts(range(len(passages))) == facts
    assert snapshot.facts([2, 0, 2]) == [facts[2], facts[0], facts[2]]
    assert snapshot.facts([]) == []
    assert [snapshot.passage(row) for row in range(len(passages))] == passages
    snapshot.close()


def test_a_row_that_does_not_exist_is_an_index_error(snapshot: Snapshot) -> None:
    with pytest.raises(IndexError):
        snapshot.passage(len(PASSAGES))
    for absent in (0, len(PASSAGES)):  # this version was written without facts
        with pytest.raises(IndexError):
            snapshot.facts([absent])


def test_an_index_without_passages_answers_nothing(engine: Engine) -> None:
    engine.write("1", (), VECTORS[:0], ())
    snapshot = engine.open("1")
    assert len(snapshot) == 0
    assert snapshot.search_dense(VECTORS[0], 5) == []
    assert snapshot.search_lexical(QUESTIONS[0], 5) == []
    assert list(snapshot.articles()) == []


def test_threads_share_a_snapshot(snapshot: Snapshot) -> None:
    def ask(row: int) -> tuple[list[Match], list[Match], Passage]:
        return snapshot.search_dense(VECTORS[row], 5), snapshot.search_lexical(TERMS[row], 5), snapshot.passage(row)

    alone = [ask(row) for row in range(len(PASSAGES))]
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(ask, range(len(PASSAGES)))) == alone


def test_the_manifest_says_what_was_written(engine: Engine) -> None:
    engine.write("1", *FEW, Fingerprints("model-a", "words-1", "sentences-1"))
    manifest = engine.manifest("1")
    assert manifest.index_version == "1"
    assert manifest.fingerprints == Fingerprints("model-a", "words-1", "sentences-1")
    assert manifest.dimension == 32
    assert manifest.counts == {"articles": len({passage.article.id for passage in FEW[0]}), "passages": 40}


def test_near_duplicates_are_known_by_each_of_them(engine: Engine) -> None:
    groups = [("park/007", "park/003", "park/011"), ("park/010", "park/009")]
    engine.write("1", *FEW, near_duplicates=groups)
    snapshot = engine.open("1")
    for group in groups:
        assert [snapshot.near_duplicates(id_) for id_ in group] == [group] * len(group)
    assert snapshot.near_duplicates("park/000") == ("park/000",)
    snapshot.close()


def test_a_version_is_seen_when_it_is_published(engine: Engine) -> None:
    assert engine.current() is None
    engine.write("1", *FEW)
    assert (engine.current(), engine.versions()) == (None, ["1"])
    engine.publish("1")
    engine.write("2", PASSAGES[:5], VECTORS[:5], TERMS[:5])
    assert (engine.current(), engine.versions()) == ("1", ["1", "2"])
    engine.publish("2")
    assert engine.current() == "2"


def test_a_version_is_written_once(engine: Engine) -> None:
    engine.write("1", PASSAGES[:5], VECTORS[:5], TERMS[:5])
    with pytest.raises(ValueError, match="'1'"):
        engine.write("1", PASSAGES[:4], VECTORS[:4], TERMS[:4])
    assert len(engine.open("1")) == 5


def test_parts_of_different_lengths_are_refused(engine: Engine, analyzer: Analyzer) -> None:
    for passages, vectors, terms in ((4, 5, 5), (5, 4, 5), (5, 5, 4)):
        with pytest.raises(ValueError, match="do not belong together"):
            engine.write("1", PASSAGES[:passages], VECTORS[:vectors], TERMS[:terms])
    for known in (4, 6):
        with pytest.raises(ValueError, match="do not belong together"):
            engine.write("1", PASSAGES[:5], VECTORS[:5], TERMS[:5], facts=facts_of(PASSAGES[:known], analyzer))
    assert engine.versions() == []


def test_only_a_complete_version_can_be_published_or_opened(engine: Engine) -> None:
    with pytest.raises(ValueError, match="9"):
        engine.publish("9")
    with pytest.raises(IndexMissing, match="parkqa reindex"):
        engine.open("9")


def test_pruning_keeps_the_newest_and_the_current(engine: Engine) -> None:
    for version in ("8", "9", "10", "11"):
        engine.write(version, PASSAGES[:5], VECTORS[:5], TERMS[:5])
    engine.publish("8")
    engine.prune(2)
    assert engine.versions() == ["8", "10", "11"]
    engine.publish("11")
    engine.prune(1)
    assert engine.versions() == ["11"]


def test_a_pruned_version_still_answers_who_has_it_open(engine: Engine) -> None:
    engine.write("1", *FEW)
    snapshot = engine.open("1")
    before = snapshot.search_lexical(QUESTIONS[0], 10)
    engine.write("2", *FEW)
    engine.publish("2")
    engine.prune(1)
    assert engine.versions() == ["2"]
    assert snapshot.search_lexical(QUESTIONS[0], 10) == before
    assert snapshot.passage(30) == PASSAGES[30]
    assert {article.id for article in snapshot.articles()} == {passage.article.id for passage in FEW[0]}


def test_articles_are_found_by_their_id(snapshot: Snapshot) -> None:
    assert [snapshot.article(article.id) for article in ARTICLES] == list(ARTICLES)
    assert snapshot.article("park/999") is None


def test_headlines_name_every_article_the_newest_first(engine: Engine) -> None:
    undated = Article("undated", None, "没有日期也没有标题的一篇。", None, None, None, (), "undated.txt")
    rows = [*PASSAGES[:40], Passage(undated, 0, 13)]
    engine.write("1", rows, VECTORS[: len(rows)], TERMS[: len(rows)])
    articles = sorted(dict.fromkeys(row.article for row in rows[:-1]), key=lambda article: article.id)
    newest_first = sorted(articles, key=lambda article: article.published or date.min, reverse=True)
    expected = [(article.id, article.heading, article.publisher, article.published, article.parks) for article in [*newest_first, undated]]
    assert [tuple(headline) for headline in engine.open("1").headlines()] == expected


def test_parks_are_counted_by_article(engine: Engine) -> None:
    parks = ((), ("北山园区",), ("青屏经开区", "北山园区"), ("北山园区", "青屏经开区"), ("青屏经济技术开发区",), ())
    told = [Article(f"{n}", None, "一句。两句。", None, None, None, of, f"{n}.txt") for n, of in enumerate(parks)]
    rows = [Passage(article, start, start + 3) for article in told for start in (0, 3)]
    engine.write("1", rows, VECTORS[: len(rows)], TERMS[: len(rows)])
    assert list(engine.open("1").parks().items()) == [("北山园区", 3), ("青屏经开区", 2), ("青屏经济技术开发区", 1)]


@pytest.fixture
def amendable(engine: Engine) -> AmendableEngine:
    if not isinstance(engine, AmendableEngine):
        pytest.skip("writes every version whole")
    return engine


def amend(engine: AmendableEngine, version: str, base: str, removed: Sequence[str], rows: Sequence[int], seed: int) -> list[Passage]:
    """Passages like those of some rows, with other vectors and terms."""
    passages = [PASSAGES[row] for row in rows]
    vectors, terms = random_vectors(seed, len(rows)), [Terms((f"新{seed}", f"新{seed}之{row}"), ()) for row in range(len(rows))]
    groups = [("park/001", "park/002")]
    engine.amend(version, base, removed=removed, passages=passages, vectors=vectors, terms=terms, near_duplicates=groups)
    return passages


def test_an_amended_version_holds_what_stayed_and_what_came(amendable: AmendableEngine) -> None:
    kept = range(1, len(PASSAGES))  # all but the first article
    amendable.write("1", PASSAGES[1:], VECTORS[1:], TERMS[1:])
    amend(amendable, "2", "1", ["park/004", "park/059", "park/900"], [0], 7)
    amend(amendable, "3", "2", ["park/000", "park/004"], [row for row in kept if PASSAGES[row].article.id == "park/004"], 8)
    snapshot = amendable.open("3")
    expected = [article for article in ARTICLES if "park/000" < article.id < "park/059"]
    assert list(snapshot.articles()) == expected
    assert len(snapshot) == sum(passage.article in expected for passage in PASSAGES)
    assert amendable.manifest("3").counts == {"articles": len(expected), "passages": len(snapshot), "amended": 6}
    assert (snapshot.article("park/004"), snapshot.article("park/059"), snapshot.article("park/000")) == (ARTICLES[4], None, None)
    assert {headline.id for headline in snapshot.headlines()} == {article.id for article in expected}
    assert snapshot.parks() == {"北山园区": len(expected)}
    assert snapshot.near_duplicates("park/002") == ("park/001", "park/002")


def test_an_amended_version_finds_like_one_written_whole(amendable: AmendableEngine, tmp_path: Path) -> None:
    amendable.write("1", PASSAGES, VECTORS, TERMS)
    changed = [row for row, passage in enumerate(PASSAGES) if passage.article.id in {"park/003", "park/044"}]
    amend(amendable, "2", "1", ["park/003", "park/044", "park/010"], changed, 7)
    left = [row for row, passage in enumerate(PASSAGES) if passage.article.id not in {"park/003", "park/044", "park/010"}]
    whole = type(amendable)(tmp_path / "whole")  # type: ignore[call-arg]
    passages, vectors = [*(PASSAGES[row] for row in left), *(PASSAGES[row] for row in changed)], random_vectors(7, len(changed))
    whole.write("1", passages, np.concatenate([VECTORS[left], vectors]), [*(TERMS[row] for row in left), *[Terms((), ())] * len(changed)])
    amended, fresh = amendable.open("2"), whole.open("1")
    for query in random_vectors(9, 20):
        found, expected = amended.search_dense(query, 12), fresh.search_dense(query, 12)
        assert [amended.passage(match.position) for match in found] == [fresh.passage(match.position) for match in expected]
        assert amended.cosines(query, [match.position for match in found]) == pytest.approx([match.score for match in expected], abs=1e-5)
    for question in QUESTIONS:
        positions = [match.position for match in amended.search_lexical(question, 1_000)]
        of_fresh = [match.position for match in fresh.search_lexical(question, 1_000)]
        assert {amended.passage(position) for position in positions} == {fresh.passage(position) for position in of_fresh}
    first, *_ = amended.search_lexical(Terms(("新7之1",), ()), 5)
    assert amended.passage(first.position) == PASSAGES[changed[1]]


def test_rows_of_what_is_gone_are_of_nothing(amendable: AmendableEngine) -> None:
    amendable.write("1", PASSAGES, VECTORS, TERMS, facts=None)
    amend(amendable, "2", "1", ["park/000"], [], 7)
    snapshot = amendable.open("2")
    with pytest.raises(IndexError):
        snapshot.passage(0)
    with pytest.raises(IndexError):
        snapshot.facts([0])
    assert snapshot.search_dense(VECTORS[0], 1)[0].position != 0
    assert amendable.open("1").passage(0) == PASSAGES[0]


def test_facts_of_an_amended_version_are_those_that_were_written(amendable: AmendableEngine, analyzer: Analyzer) -> None:
    amendable.write("1", PASSAGES, VECTORS, TERMS, facts=facts_of(PASSAGES, analyzer))
    changed = [row for row, passage in enumerate(PASSAGES) if passage.article.id == "park/003"]
    passages = [PASSAGES[row] for row in changed]
    vectors, terms, facts = VECTORS[changed], [TERMS[row] for row in changed], facts_of(passages, analyzer)
    amendable.amend("2", "1", removed=["park/003"], passages=passages, vectors=vectors, terms=terms, facts=facts)
    snapshot = amendable.open("2")
    positions = [match.position for match in snapshot.search_dense(VECTORS[changed[0]], 1)]
    assert snapshot.facts([*positions, 0]) == list(facts_of([passages[0], PASSAGES[0]], analyzer))
