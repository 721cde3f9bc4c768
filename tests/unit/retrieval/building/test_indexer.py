from __future__ import annotations

import json
import os
import threading
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.errors import CorpusError
from corpus.reading.folder import read_source
from corpus.reading.source_file import Reading, SourceFile, rejected
from corpus.reason import ReasonCode
from corpus.settings import ReadingRules
from retrieval.building.indexer import Indexer
from retrieval.building.lock import reindex_lock
from retrieval.errors import EmbedderUnavailable, IndexIncompatible, IndexNotWritten, ManyRemoved, ReindexRunning
from retrieval.index.engine import Snapshot
from retrieval.index.manifest import FORMAT_VERSION
from retrieval.index.self_check_record import SelfCheck, load_self_check
from retrieval.models.embedder import Vectors
from retrieval.progress import Progress
from retrieval.self_check.checker import SelfChecker
from retrieval.text.terms import Terms
from tests.fakes import HashingEmbedder
from tests.park_reports import PLAIN_WEIGHTS
from tests.workshop import CharacterAnalyzer, Workshop

NORTH = "北山园区去年引进项目\n北山园区去年引进了三十六个工业项目。总投资九十亿元,其中外资项目五个。\n"
RIVER = "河湾园区扩建污水处理厂\n河湾园区的污水处理厂开始扩建。工程明年六月完工。\n"


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    workshop = Workshop(tmp_path)
    workshop.put("2023/north.txt", NORTH)
    workshop.put("2023/river.txt", RIVER)
    return workshop


def test_what_stands_before_each_passage_has_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n".join(
        f"北山园区第{number}次引进项目，共引进了{number + 30}个工业项目，总投资九十亿元，其中外资项目五个。" for number in range(60)
    )
    workshop, embedded = Workshop(tmp_path), ""
    workshop.put(
        "title.jsonl", json.dumps({"id": "1", "title": "北山园区" * 625, "text": text, "parks": [f"第{n}园区" for n in range(5000)]})
    )
    workshop.put("heading.html", f"<h1>{''.join(f'<p>{line}</p>' for line in text.splitlines())}</h1>")

    def encoded(texts: Sequence[str]) -> Vectors:
        nonlocal embedded
        embedded += "".join(texts)
        return HashingEmbedder.encode_passages(workshop.embedder, texts)

    monkeypatch.setattr(workshop.embedder, "encode_passages", encoded)
    passages = workshop.reindex().passages
    assert passages >= 10
    assert len(embedded) < 2 * 2 * len(text)


def test_the_first_reindex_indexes_everything(workshop: Workshop) -> None:
    report = workshop.reindex()
    assert report.added == ("2023/north", "2023/river")
    assert (report.version, report.changed, report.removed, report.unchanged, report.rejected) == ("000001", (), (), 0, ())
    assert (report.articles, report.passages, report.embedded) == (2, 2, 2)
    assert "三十六个工业项目" in workshop.indexed()["2023/north"]
    assert workshop.engine.manifest("000001").embedder == workshop.embedder.fingerprint


def test_rows_of_all_three_parts_belong_together(workshop: Workshop) -> None:
    workshop.reindex()
    snapshot = workshop.engine.open("000001")
    for row in range(len(snapshot)):
        text = snapshot.passage(row).text
        assert snapshot.search_lexical(Terms(tuple("外资" if "外资" in text else "污水"), ()), 1)[0].position == row
        assert snapshot.search_dense(workshop.embedder.encode_queries([text])[0], 1)[0].position == row


def test_without_a_change_nothing_is_made(workshop: Workshop) -> None:
    workshop.reindex()
    embedded, analysed = workshop.embedder.encoded, workshop.analyzer.analysed
    report = workshop.reindex()
    assert (report.version, report.unchanged, report.articles, report.passages, report.embedded) == (None, 2, 2, 2, 0)
    assert (report.added, report.changed, report.removed) == ((), (), ())
    assert workshop.engine.versions() == ["000001"]
    assert (workshop.embedder.encoded, workshop.analyzer.analysed) == (embedded, analysed)


def test_only_what_changed_is_embedded(workshop: Workshop) -> None:
    workshop.reindex()
    workshop.put("2024/south.txt", "南岸园区表彰企业\n南岸园区表彰了十二家企业。\n")
    workshop.put("2023/river.txt", RIVER.replace("六月", "九月"))
    report = workshop.reindex()
    assert (report.version, report.added, report.changed, report.unchanged) == ("000002", ("2024/south",), ("2023/river",), 1)
    assert (report.articles, report.embedded) == (3, 2)
    assert "九月完工" in workshop.indexed()["2023/river"]


def test_a_small_change_writes_nothing_again_that_stayed_the_same(workshop: Workshop) -> None:
    for number in range(40):
        workshop.put(f"quiet/{number}.txt", f"第{number}号园区\n这里没有什么变化，仍有{number}家企业。\n")
    workshop.reindex()
    analysed = workshop.analyzer.analysed
    workshop.put("2023/river.txt", RIVER.replace("六月", "九月"))
    report = workshop.reindex()
    assert (report.version, report.changed, report.unchanged, report.embedded) == ("000002", ("2023/river",), 41, 1)
    assert (report.articles, report.passages) == (42, 42)
    assert workshop.analyzer.analysed - analysed <= 3
    assert "九月完工" in workshop.indexed()["2023/river"]
    old, new = (workshop.directory.folder(version) for version in ("000001", "000002"))
    assert all((new / name).samefile(old / name) for name in ("vectors.faiss", "catalogue.sqlite"))
    with workshop.live_index().open() as index:
        [first, *_] = index.snapshot.search_lexical(Terms(tuple("九月完工"), ()), 1)
        assert index.snapshot.passage(first.position).article.id == "2023/river"
    (workshop.corpus / "2023/river.txt").unlink()
    workshop.reindex()
    assert (len(workshop.indexed()), "2023/river" in workshop.indexed()) == (41, False)
    workshop.put("2023/river.txt", RIVER)
    workshop.reindex()
    assert "amended" not in workshop.engine.manifest("000004").counts, "after many changes everything is written anew"
    assert len(workshop.indexed()) == 42


def test_near_duplicates_are_grouped_anew_where_something_changed(workshop: Workshop) -> None:
    for number in range(40):
        workshop.put(f"quiet/{number}.txt", f"第{number}号园区\n第{number}号园区没有什么变化，仍有{number}家企业。\n")
    long = "北山园区去年引进了三十六个工业项目，总投资九十亿元，其中外资项目五个，比前一年多两个，都在年内开工。\n"
    workshop.put("2023/north.txt", f"北山园区引进项目\n{long}")
    workshop.reindex()
    workshop.put("2024/copy.txt", f"北山园区引进项目\n{long}")
    workshop.reindex()
    with workshop.live_index().open() as index:
        assert index.snapshot.near_duplicates("2024/copy") == ("2023/north", "2024/copy")
    workshop.put("2023/north.txt", "北山园区举办长跑\n三百名职工参加了春季长跑，男女各有名次。\n")
    workshop.reindex()
    assert workshop.engine.manifest("000003").counts["amended"] == 2
    with workshop.live_index().open() as index:
        assert index.snapshot.near_duplicates("2024/copy") == ("2024/copy",)


def test_a_removed_article_is_gone(workshop: Workshop) -> None:
    workshop.reindex()
    (workshop.corpus / "2023/river.txt").unlink()
    report = workshop.reindex()
    assert (report.removed, report.unchanged, report.embedded) == (("2023/river",), 1, 0)
    assert list(workshop.indexed()) == ["2023/north"]


def test_of_a_removed_article_nothing_is_left_when_all_kept_versions_are_whole(workshop: Workshop) -> None:
    def files_that_hold(words: str) -> list[str]:
        return [path.name for path in workshop.directory.root.rglob("*") if path.is_file() and words.encode() in path.read_bytes()]

    for number in range(30):
        workshop.put(f"{number}.txt", f"第{number}号园区的新闻\n第{number}号园区没有什么变化。\n")
    workshop.reindex()
    assert files_that_hold("三十六个工业项目")
    (workshop.corpus / "2023/north.txt").unlink()
    workshop.reindex()
    assert "2023/north" not in workshop.indexed()
    assert files_that_hold("三十六个工业项目")  # only what changed is written
    workshop.reindex(full=True)
    workshop.reindex(full=True)
    assert files_that_hold("三十六个工业项目") == []
    assert files_that_hold("第7号园区没有什么变化")


def test_unchanged_files_are_not_read(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop.reindex()
    workshop.put("2024/south.txt", "南岸园区表彰企业\n南岸园区表彰了十二家企业。\n")
    read: list[str] = []

    def recording(folder: Path, source: SourceFile, rules: ReadingRules, *_: object) -> Reading:
        read.append(source.path)
        return read_source(folder, source, rules)

    monkeypatch.setattr("retrieval.building.corpus_reader.read_source", recording)
    workshop.reindex()
    assert read == ["2024/south.txt"]
    workshop.reindex(full=True)
    assert read[1:] == ["2023/north.txt", "2023/river.txt", "2024/south.txt"]


@pytest.mark.parametrize("full", [False, True])
def test_what_cannot_be_looked_at_is_not_gone(workshop: Workshop, monkeypatch: pytest.MonkeyPatch, full: bool) -> None:
    workshop.put("south.txt", "南岸园区表彰企业\n南岸园区表彰了十二家企业。\n")
    workshop.reindex()
    scan = os.scandir

    def scandir(path: str) -> object:
        if Path(path).name == "2023":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr("os.scandir", scandir)
    report = workshop.reindex(full=full)
    assert (report.removed, [left.path for left in report.rejected]) == ((), ["2023"])
    assert list(workshop.indexed()) == ["2023/north", "2023/river", "south"]
    monkeypatch.undo()
    (workshop.corpus / "2023/river.txt").unlink()
    assert workshop.reindex().removed == ("2023/river",)


def test_a_file_that_cannot_be_opened_keeps_its_article(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop.reindex()
    workshop.put("2023/river.txt", RIVER.replace("六月", "九月"))

    def closed(folder: Path, source: SourceFile, rules: ReadingRules, *_: object) -> Reading:
        return rejected(source.path, ReasonCode.CANNOT_BE_OPENED, error="Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr("retrieval.building.corpus_reader.read_source", closed)
        report = workshop.reindex()
    assert (report.removed, [left.path for left in report.rejected]) == ((), ["2023/river.txt"])
    assert "六月完工" in workshop.indexed()["2023/river"]
    workshop.reindex()
    assert "九月完工" in workshop.indexed()["2023/river"]


@pytest.mark.parametrize("full", [False, True])
def test_an_id_stays_with_the_file_from_which_the_index_has_it(workshop: Workshop, full: bool) -> None:
    line = '{{"id": "n1", "title": "南岸园区表彰企业", "text": "南岸园区表彰了{}家企业。"}}'
    workshop.put("z.jsonl", line.format("十二"))
    workshop.reindex()
    workshop.put("a.jsonl", line.format("九十"))
    report = workshop.reindex(full=full)
    assert (report.changed, [(left.path, left.reason.details["path"]) for left in report.rejected]) == ((), [("a.jsonl", "z.jsonl")])
    assert "十二家" in workshop.indexed()["n1"]
    (workshop.corpus / "z.jsonl").unlink()
    workshop.reindex()
    assert "九十家" in workshop.indexed()["n1"]


def test_nobody_loses_a_third_of_the_articles_by_mistake(workshop: Workshop) -> None:
    for number in range(8):
        workshop.put(f"more/{number}.txt", f"南岸园区表彰企业\n南岸园区第{number}次表彰了十二家企业。\n")
    workshop.reindex()
    for number in range(4):
        (workshop.corpus / f"more/{number}.txt").unlink()
    with pytest.raises(ManyRemoved, match=r"4 of 10 articles .*--yes"):
        workshop.reindex()
    with pytest.raises(ManyRemoved):
        workshop.reindex(full=True)
    assert (len(workshop.indexed()), len(workshop.reindex(dry_run=True).removed)) == (10, 4)
    assert len(workshop.reindex(sure=True).removed) == 4
    assert len(workshop.indexed()) == 6


def test_the_wrong_folder_is_not_taken_for_the_corpus(workshop: Workshop, tmp_path: Path) -> None:
    for number in range(3):
        workshop.put(f"more/{number}.txt", f"南岸园区表彰企业\n南岸园区第{number}次表彰了十二家企业。\n")
    workshop.reindex()
    workshop.corpus = tmp_path / "other"
    workshop.put("one.txt", NORTH)
    with pytest.raises(ManyRemoved, match="5 of 5"):
        workshop.reindex()


def test_a_touched_file_is_read_once_and_makes_no_version(workshop: Workshop) -> None:
    workshop.reindex()
    os.utime(workshop.corpus / "2023/north.txt", ns=(1, 1))
    records = workshop.directory.sources.read_text()
    assert workshop.reindex().version is None
    assert workshop.directory.sources.read_text() != records
    assert workshop.engine.versions() == ["000001"]


def test_files_are_read_again_where_other_keys_are_given(workshop: Workshop) -> None:
    workshop.put("a.jsonl", '{"id": "n1", "text": "南岸园区表彰了十二家企业。", "抬头": "南岸园区表彰企业"}')
    workshop.reindex()
    assert workshop.reindex().version is None
    workshop.keys = {"title": ("抬头",)}
    assert workshop.reindex().changed == ("n1",)


def test_an_archive_is_read_again_only_when_it_changes(workshop: Workshop) -> None:
    pack = workshop.corpus / "年报.zip"
    with zipfile.ZipFile(pack, "w") as archive:
        archive.writestr("south.txt", "南岸园区表彰了十二家企业。")
        archive.writestr("south.md", "南岸园区表彰了十三家企业。")
        archive.writestr("empty.txt", "")
    left_out = ["年报.zip/empty.txt", "年报.zip/south.md"]
    report = workshop.reindex()
    assert ("年报.zip/south" in report.added, [left.path for left in report.rejected]) == (True, left_out)
    report = workshop.reindex()
    assert (report.version, [left.path for left in report.rejected]) == (None, left_out)
    pack.unlink()
    assert workshop.reindex().removed == ("年报.zip/south",)


def test_a_bad_file_is_reported_each_time_and_loses_nothing(workshop: Workshop) -> None:
    (workshop.corpus / "2023/broken.txt").write_bytes(bytes(range(256)) * 20)
    first = workshop.reindex()
    assert [rejection.path for rejection in first.rejected] == ["2023/broken.txt"]
    assert first.articles == 2
    assert workshop.reindex().rejected == first.rejected
    workshop.put("2023/broken.txt", "东门园区招商大会\n东门园区举行了招商大会。\n")
    mended = workshop.reindex()
    assert (mended.added, mended.rejected) == (("2023/broken",), ())


def test_the_second_article_with_an_id_comes_in_when_the_first_goes(workshop: Workshop) -> None:
    line = {"id": "2023/north", "title": "北山园区另一则报道", "text": "北山园区另一则报道说了别的事情,与先前的不同。"}
    workshop.put("archive.jsonl", json.dumps(line, ensure_ascii=False) + "\n")
    first = workshop.reindex()
    assert [rejection.path for rejection in first.rejected] == ["archive.jsonl"]
    assert workshop.reindex().rejected == first.rejected
    (workshop.corpus / "2023/north.txt").unlink()
    second = workshop.reindex()
    assert (second.changed, second.removed, second.rejected) == (("2023/north",), (), ())
    assert "另一则报道" in workshop.indexed()["2023/north"]


def test_another_analyzer_makes_a_new_version_without_embedding(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop.reindex()
    monkeypatch.setattr(CharacterAnalyzer, "fingerprint", "fake:other")
    report = workshop.reindex()
    assert (report.version, report.unchanged, report.embedded) == ("000002", 2, 0)
    assert workshop.engine.manifest("000002").analyzer == "fake:other"


def test_another_embedder_embeds_everything_anew(workshop: Workshop) -> None:
    workshop.reindex()
    workshop.embedder = HashingEmbedder(dimension=32)
    assert workshop.reindex().embedded == 2
    assert workshop.engine.manifest("000002").dimension == 32


def test_an_index_of_the_format_before_is_refused_and_made_anew_without_embedding(workshop: Workshop) -> None:
    workshop.reindex()
    manifest = workshop.directory.folder("000001") / "manifest.json"
    manifest.write_text(manifest.read_text().replace(f'"format_version": {FORMAT_VERSION}', f'"format_version": {FORMAT_VERSION - 1}'))
    with pytest.raises(IndexIncompatible, match=r"run `parkqa reindex`"):
        workshop.engine.open("000001")
    report = workshop.reindex()
    assert (report.version, report.articles, report.passages, report.embedded) == ("000002", 2, 2, 0)
    assert workshop.engine.open("000002").facts([0])[0].sentences[0].text == "北山园区去年引进了36个工业项目。"


def test_the_same_text_in_other_characters_is_not_embedded_again(workshop: Workshop) -> None:
    workshop.reindex()
    workshop.put("2023/river.txt", "河灣園區擴建污水處理廠\n河灣園區的污水處理廠開始擴建。工程明年六月完工。\n")
    report = workshop.reindex()
    assert (report.changed, report.embedded) == (("2023/river",), 0)
    assert "明年六月完工" in workshop.indexed()["2023/river"]
    assert "擴建" in workshop.indexed()["2023/river"]


def test_full_makes_a_new_version_and_keeps_known_vectors(workshop: Workshop) -> None:
    workshop.reindex()
    report = workshop.reindex(full=True)
    assert (report.version, report.unchanged, report.embedded) == ("000002", 2, 0)


def test_a_dry_run_reports_and_writes_nothing(workshop: Workshop) -> None:
    report = workshop.reindex(dry_run=True)
    assert (report.version, report.added, report.passages, report.embedded) == (None, ("2023/north", "2023/river"), 2, 0)
    assert not workshop.directory.root.exists()
    workshop.reindex()
    workshop.put("2023/river.txt", RIVER.replace("六月", "九月"))
    before = sorted(path.stat().st_mtime_ns for path in workshop.directory.root.rglob("*"))
    assert workshop.reindex(dry_run=True).changed == ("2023/river",)
    assert sorted(path.stat().st_mtime_ns for path in workshop.directory.root.rglob("*")) == before


def test_without_a_readable_article_the_index_stays(workshop: Workshop) -> None:
    workshop.reindex()
    for file in workshop.corpus.rglob("*.txt"):
        file.write_bytes(bytes(range(256)) * 20)
    report = workshop.reindex()
    assert (report.version, report.removed, report.articles, report.passages) == (None, (), 0, 0)
    assert [rejection.path for rejection in report.rejected] == ["2023/north.txt", "2023/river.txt"]
    assert list(workshop.indexed()) == ["2023/north", "2023/river"]


def test_a_missing_corpus_folder_is_one_clear_error(workshop: Workshop, tmp_path: Path) -> None:
    workshop.corpus = tmp_path / "nowhere"
    with pytest.raises(CorpusError, match="nowhere"):
        workshop.reindex()


@pytest.mark.parametrize(
    "content", [b"\x00\xff", b"[" * 100_000, b'{"a":' * 50_000, b"0" * 100_000], ids=["bytes", "lists", "objects", "number"]
)
@pytest.mark.parametrize("damage", ["current", "manifest", "vectors", "records", "version"])
def test_a_damaged_index_is_made_anew(workshop: Workshop, damage: str, content: bytes) -> None:
    workshop.reindex()
    folder = workshop.directory.folder("000001")
    victim = {
        "current": workshop.directory.root / "CURRENT",
        "manifest": folder / "manifest.json",
        "vectors": folder / "vectors.faiss",
        "records": workshop.directory.sources,
        "version": folder / "catalogue.sqlite",
    }[damage]
    victim.write_bytes(content)
    report = workshop.reindex()
    assert report.embedded == 0
    assert report.version == (None if damage == "records" else "000002")
    assert list(workshop.indexed()) == ["2023/north", "2023/river"]


def test_old_versions_and_leftovers_go(workshop: Workshop) -> None:
    for month in ("六月", "七月", "八月", "九月"):
        workshop.put("2023/river.txt", RIVER.replace("六月", month))
        workshop.reindex()
    (workshop.directory.root / "versions/.000009.new").mkdir()
    (workshop.directory.root / ".CURRENT.new").touch()
    workshop.reindex()
    assert sorted(path.name for path in (workshop.directory.root / "versions").iterdir()) == ["000003", "000004"]
    assert sorted(path.name for path in workshop.directory.root.iterdir()) == [
        "CURRENT",
        "embeddings",
        "reindex.lock",
        "sources.json",
        "versions",
    ]


def test_what_systems_leave_among_the_versions_blocks_nothing(workshop: Workshop) -> None:
    workshop.reindex()
    for litter in (".DS_Store", "desktop.ini"):
        (workshop.directory.root / "versions" / litter).write_text("x")
    workshop.put("2023/river.txt", RIVER.replace("六月", "九月"))
    assert workshop.reindex().version == "000002"
    assert sorted(path.name for path in (workshop.directory.root / "versions").iterdir()) == ["000001", "000002"]


def test_a_version_whose_records_cannot_be_written_is_not_published(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop.reindex()
    workshop.put("2023/river.txt", RIVER.replace("六月", "九月"))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("retrieval.building.indexer.save_records", full)
    with pytest.raises(IndexNotWritten, match="still answers"):
        workshop.reindex()
    assert workshop.engine.current() == "000001"


def test_on_a_full_disk_what_a_killed_run_left_goes_first(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop.reindex()
    left = workshop.directory.root / "versions/.000009.new"
    left.mkdir()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("retrieval.building.lock.replace_file", full)
    workshop.put("2023/river.txt", RIVER.replace("六月", "九月"))
    assert workshop.reindex().version == "000002"
    assert not left.exists()


def test_two_reindexes_do_not_meet(workshop: Workshop) -> None:
    with reindex_lock(workshop.directory.root), pytest.raises(ReindexRunning, match=f"process {os.getpid()} since"):
        workshop.reindex()
    assert workshop.reindex().version == "000001"


def test_progress_counts_each_stage_to_its_end(workshop: Workshop) -> None:
    workshop.reindex()
    assert workshop.stages == {"reading": (2, 2), "splitting": (2, 2), "embedding": (2, 2), "comparing": (2, 2), "writing": (2, 2)}
    assert list(workshop.stages) == ["reading", "splitting", "embedding", "comparing", "writing"]


FIGURES = "北山园区去年引进项目\n北山园区全年引进了36个工业项目。总投资九十亿元,其中外资项目五个。\n"


def test_a_new_version_is_measured_before_it_is_published(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop.put("2023/north.txt", FIGURES)
    in_use: list[str | None] = []
    check = SelfChecker.check

    def noted(self: SelfChecker, snapshot: Snapshot, progress: Progress) -> SelfCheck:
        in_use.append(workshop.engine.current())
        return check(self, snapshot, progress)

    monkeypatch.setattr(SelfChecker, "check", noted)
    report = workshop.reindex(checker=workshop.checker(PLAIN_WEIGHTS))
    assert in_use == [None]
    assert report.self_check is not None
    assert (report.self_check.questions, report.version) == (1, "000001")
    assert workshop.stages["checking"] == (1, 1)
    assert load_self_check(workshop.directory.self_check, "000001", PLAIN_WEIGHTS.digest) is not None


def test_a_version_that_differs_little_is_worth_what_the_one_before_was(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(40):
        workshop.put(f"quiet/{number}.txt", f"第{number}号园区\n这里没有什么变化，仍有{number}家企业。\n")
    checker = workshop.checker(PLAIN_WEIGHTS)
    workshop.reindex(checker=checker)
    measured = load_self_check(workshop.directory.self_check, "000001", checker.weights)
    monkeypatch.setattr(SelfChecker, "check", None)
    workshop.put("2023/river.txt", RIVER.replace("六月", "九月"))
    assert workshop.reindex(checker=checker).version == "000002"
    assert load_self_check(workshop.directory.self_check, "000002", checker.weights) == measured is not None


def test_nothing_is_measured_again_until_the_weights_change(workshop: Workshop) -> None:
    workshop.put("2023/north.txt", FIGURES)
    checker = workshop.checker(PLAIN_WEIGHTS)
    measured = workshop.reindex(checker=checker).self_check
    assert measured is not None
    again = workshop.reindex(checker=checker)
    assert (again.version, again.self_check, "checking" in workshop.stages) == (None, measured, False)
    assert workshop.reindex(dry_run=True, checker=checker).self_check is None
    other = workshop.checker(replace(PLAIN_WEIGHTS, thresholds={}))
    assert (workshop.reindex(checker=other).self_check, workshop.stages["checking"]) == (measured, (1, 1))


def test_a_version_that_cannot_be_asked_is_not_published(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop.reindex()
    workshop.put("2023/north.txt", FIGURES)

    def fail(self: SelfChecker, snapshot: Snapshot, progress: Progress) -> SelfCheck:
        raise EmbedderUnavailable("no model")

    monkeypatch.setattr(SelfChecker, "check", fail)
    with pytest.raises(EmbedderUnavailable):
        workshop.reindex(checker=workshop.checker(PLAIN_WEIGHTS))
    assert workshop.engine.current() == "000001"
    monkeypatch.undo()
    assert workshop.reindex(checker=workshop.checker(PLAIN_WEIGHTS)).changed == ("2023/north",)


def test_the_processes_that_embed_are_there_for_that_only(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    @contextmanager
    def pool() -> Iterator[None]:
        seen.append("open")
        try:
            yield
        finally:
            seen.append("closed")

    def encode(self: HashingEmbedder, texts: Sequence[str]) -> Vectors:
        seen.append("embedding")
        raise EmbedderUnavailable("no device")

    indexer = Indexer(
        workshop.corpus,
        workshop.directory,
        workshop.engine,
        workshop.embedder,
        workshop.analyzer,
        ReadingRules(1_000_000),
        2,
        2,
        pool=pool(),
    )
    monkeypatch.setattr(HashingEmbedder, "encode_passages", encode)
    with pytest.raises(EmbedderUnavailable):
        indexer.reindex(lambda stage, done, total: seen.append(stage))
    assert seen[-4:] == ["open", "embedding", "embedding", "closed"]  # the stage, then the model
    assert workshop.engine.current() is None


def test_a_reader_follows_every_reindex_without_an_error(workshop: Workshop) -> None:
    workshop.reindex()
    live = workshop.live_index()
    query = workshop.embedder.encode_queries(["污水处理厂什么时候完工"])[0]
    seen: list[str] = []
    failures: list[BaseException] = []
    done = threading.Event()

    def ask() -> None:
        while not done.is_set():
            try:
                with live.open() as index:
                    best = index.snapshot.search_dense(query, 1)[0].position
                    assert index.snapshot.search_lexical(Terms(("污",), ()), 1)[0].position == best
                    seen.append(f"{index.version} {index.snapshot.passage(best).text[-6:-1]}")
            except BaseException as error:  # an error in a thread would otherwise be lost
                failures.append(error)
                return

    readers = [threading.Thread(target=ask) for _ in range(2)]
    for reader in readers:
        reader.start()
    months = ("六月", "七月", "八月", "九月", "十月")
    for month in months[1:]:
        workshop.put("2023/river.txt", RIVER.replace("六月", month))
        workshop.reindex()
    with live.open() as index:
        assert index.version == "000005"
    done.set()
    for reader in readers:
        reader.join()
    assert failures == []
    assert set(seen) <= {f"{number:06d} 年{month}完工" for number, month in enumerate(months, start=1)}
