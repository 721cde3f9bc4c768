"""Pages on disk, by a process of its own and by this one."""

from __future__ import annotations

from pathlib import Path

from corpus.formats.pdf.pieces import Piece
from corpus.formats.pdf.recognition import RecognisedPage
from corpus.reading.apart import reading_apart
from corpus.reading.folder import list_sources
from corpus.reading.recognised_pages import KnownPages, RecognisedPages
from corpus.settings import ReadingRules
from tests.scanned_pages import encoded, needs_recognition, page

PAGE = RecognisedPage((Piece(("园", "区"), (1.1, 13.3), (13.1, 25.3), 40.7, 12.2),), 842.0)
EMPTY = RecognisedPage((), 842.0)


def test_pages_are_found_again_and_those_that_nobody_used_are_pruned(tmp_path: Path) -> None:
    pages = RecognisedPages(tmp_path / "recognised")
    for key, kept in (("a", PAGE), ("b", EMPTY), ("c", PAGE)):
        pages.keep(key, kept)
    later = RecognisedPages(tmp_path / "recognised")
    assert [later.get(key) for key in ("a", "b", "z")] == [PAGE, EMPTY, None]
    later.prune()
    assert [KnownPages(tmp_path / "recognised").get(key) for key in ("a", "b", "c")] == [PAGE, EMPTY, None]


def test_a_damaged_page_is_not_known_and_kept_anew(tmp_path: Path) -> None:
    pages = RecognisedPages(tmp_path)
    pages.keep("a", PAGE)
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    for damaged in (b"", whole[:-9], b"no gzip", whole[:20] + bytes(len(whole) - 20)):
        file.write_bytes(damaged)
        assert pages.get("a") is None
    pages.keep("a", PAGE)
    assert pages.get("a") == PAGE


def test_a_disk_that_takes_nothing_only_costs_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    pages = RecognisedPages(tmp_path / "file" / "recognised")
    pages.keep("a", PAGE)
    assert pages.get("a") is None


@needs_recognition
def test_the_same_picture_is_recognised_once(tmp_path: Path) -> None:
    corpus, kept = tmp_path / "corpus", tmp_path / "recognised"
    corpus.mkdir()
    (corpus / "a.png").write_bytes(encoded(page("海棠经开区举行开工仪式，28个项目同时动土。", title="海棠经开区开工")))
    (source,) = list_sources(corpus)
    readings, pages, files = [], [RecognisedPages(kept), RecognisedPages(kept)], []
    for each in pages:
        with reading_apart(pages=each) as read:
            readings.append(read(corpus, source, ReadingRules()))
        files.append([(file.name, file.stat().st_ino) for file in kept.iterdir()])
    assert readings[0] == readings[1]
    assert "28个项目" in readings[0].articles[0].text
    assert files[0] == files[1], "the page was written once"
    assert len(pages[1].used) == 1
