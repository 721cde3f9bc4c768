"""A folder to articles: what is listed, what is read, and that no file stops the others."""

import json
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.article import Article
from corpus.errors import CorpusError
from corpus.reading.folder import list_sources, read_source, unique
from corpus.reading.source_file import Reading, Rejection, SourceFile, rejection_from
from corpus.reason import Reason, ReasonCode
from corpus.settings import ReadingRules

TEXT = "海棠经开区新建标准厂房三万平方米，已有八家企业预订，年底以前全部投产。"

TOO_LARGE = Reason(ReasonCode.TOO_LARGE, {"size": len(TEXT.encode()) * 9 / 1e6, "limit": 0.0005})


def write(folder: Path, name: str, data: bytes | str) -> SourceFile:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return next(source for source in list_sources(folder) if source.path == name)


def only_reason(reading: Reading) -> Reason:
    assert reading.articles == ()
    (rejection,) = reading.rejections
    return rejection.reason


def test_files_are_listed_by_path_with_size_and_time(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "乙")
    write(tmp_path, "a/c.txt", "丙丙")
    for litter in (".hidden.txt", "~$b.docx", "Thumbs.db", "c.pdf.crdownload"):
        (tmp_path / litter).write_text("x")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "d.txt").write_text("x")
    sources = list_sources(tmp_path)
    assert [(source.path, source.size) for source in sources] == [("a/c.txt", 6), ("b.txt", 3)]
    assert sources[1].modified_ns == (tmp_path / "b.txt").stat().st_mtime_ns


def test_links_that_leave_the_folder_are_ignored(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside.txt", tmp_path / "corpus"
    folder.mkdir()
    outside.write_text(TEXT)
    (folder / "a.txt").write_text(TEXT)
    (folder / "out.txt").symlink_to(outside)
    (folder / "in.txt").symlink_to(folder / "a.txt")
    (folder / "gone.txt").symlink_to(folder / "nothing.txt")
    assert [source.path for source in list_sources(folder)] == ["a.txt", "in.txt"]


def test_a_missing_folder_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="does not exist"):
        list_sources(tmp_path / "nothing")


def test_a_text_file_becomes_an_article(tmp_path: Path) -> None:
    source = write(tmp_path, "2021/plant.txt", f"URL: https://example.com/1\n\n新厂房开工\n2021-05-06 海棠日报\n{TEXT}\n")
    (article,) = read_source(tmp_path, source).articles
    assert article == Article(
        "2021/plant", "新厂房开工", TEXT, "海棠日报", date(2021, 5, 6), "https://example.com/1", ("海棠经开区",), "2021/plant.txt"
    )


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_charsets_make_no_difference(tmp_path: Path, encoding: str) -> None:
    source = write(tmp_path, "a.txt", f"{TEXT}{TEXT[::-1]}".encode(encoding))
    assert read_source(tmp_path, source).articles[0].text == f"{TEXT}{TEXT[::-1]}"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.txt", b"", ReasonCode.EMPTY_FILE),
        ("a.txt", b" \n\t\n", ReasonCode.NO_TEXT),
        ("a.pdf", b"", ReasonCode.EMPTY_FILE),
        ("a.exe", b"MZ", ReasonCode.UNSUPPORTED_TYPE),
        ("a.doc", b"\xd0\xcf\x11\xe0", ReasonCode.SAVE_AS),
        ("README", b"x", ReasonCode.NO_SUFFIX),
        ("a.txt", (TEXT * 3).encode().decode("gb18030", "replace").encode(), ReasonCode.LOST_CHARACTERS),
        ("a.txt", (TEXT * 3).encode().decode("latin-1").encode(), ReasonCode.CONTROL_CHARACTERS),
        ("a.txt", b"%PDF-1.4\n%\xe2\xe3", ReasonCode.BINARY),
        ("a.html", (TEXT * 3).encode().decode("gbk", "ignore").encode(), ReasonCode.RARE_IDEOGRAPHS),
        ("a.txt", "首页 新闻 公告 联系 关于\n主办单位：某某".encode(), ReasonCode.NO_TEXT_BESIDE_FRAME),
        ("a.docx", b"PK\x03\x04 nothing", ReasonCode.BROKEN),
        ("a.pdf", b"%PDF-1.4 nothing", ReasonCode.BROKEN),
        ("a.jsonl", b'{"id": "\\ud800", "text": "A zone opened a plant."}', ReasonCode.HALF_CHARACTER),
    ],
)
def test_bad_files_have_a_reason(tmp_path: Path, name: str, data: bytes, code: ReasonCode) -> None:
    assert only_reason(read_source(tmp_path, write(tmp_path, name, data))).code == code


def test_too_large_a_file_is_not_read(tmp_path: Path) -> None:
    assert only_reason(read_source(tmp_path, write(tmp_path, "a.txt", TEXT * 9), ReadingRules(500))) == TOO_LARGE


def test_a_large_file_of_no_supported_type_says_so(tmp_path: Path) -> None:
    assert only_reason(read_source(tmp_path, write(tmp_path, "a.exe", TEXT * 9), ReadingRules(500))).details["suffix"] == ".exe"


def test_a_file_that_grew_or_vanished_since_listing_is_reported(tmp_path: Path) -> None:
    source = write(tmp_path, "a.txt", TEXT)
    (tmp_path / "a.txt").write_text(TEXT * 9)
    assert only_reason(read_source(tmp_path, source, ReadingRules(500))) == TOO_LARGE
    (tmp_path / "a.txt").unlink()
    assert only_reason(read_source(tmp_path, source)) == Reason(ReasonCode.CANNOT_BE_OPENED, {"error": "No such file or directory"})


def test_each_line_of_a_jsonl_file_is_read_for_itself(tmp_path: Path) -> None:
    good = {"id": "n1", "title": "厂房", "text": TEXT, "published": "2021-05-06", "publisher": "甲报", "url": "https://example.com/1"}
    lines = [json.dumps(good, ensure_ascii=False), "{broken", "", json.dumps({"id": "n2"}), json.dumps({"id": 3, "text": TEXT})]
    reading = read_source(tmp_path, write(tmp_path, "news.jsonl", "\n".join(lines)))
    assert [article.id for article in reading.articles] == ["n1", "3"]
    assert reading.articles[0] == Article(
        "n1", "厂房", TEXT, "甲报", date(2021, 5, 6), "https://example.com/1", ("海棠经开区",), "news.jsonl"
    )
    assert [rejection.path for rejection in reading.rejections] == ["news.jsonl:2", "news.jsonl:4"]
    assert [rejection.reason.code for rejection in reading.rejections] == [ReasonCode.NOT_JSON, ReasonCode.NO_TEXT_FIELD]


def test_an_over_long_line_is_skipped_and_the_next_one_read(tmp_path: Path) -> None:
    long, short = json.dumps({"id": "1", "text": TEXT * 30}), json.dumps({"id": "2", "text": TEXT})
    reading = read_source(tmp_path, write(tmp_path, "a.jsonl", f"{long}\n{short}\n"), ReadingRules(500))
    assert [article.id for article in reading.articles] == ["2"]
    assert reading.rejections[0].path == "a.jsonl:1"
    assert reading.rejections[0].reason == Reason(ReasonCode.LINE_TOO_LONG, {"limit": 0.0005})


def test_an_empty_jsonl_file_is_reported(tmp_path: Path) -> None:
    assert only_reason(read_source(tmp_path, write(tmp_path, "a.jsonl", "\n\n"))) == Reason(ReasonCode.NO_LINES)


def test_ids_that_collide_are_reported_with_both_files(tmp_path: Path) -> None:
    first, second = (Article("a", None, text, None, None, None, (), path) for text, path in (("甲", "a.txt"), ("乙", "a.html")))
    assert unique([first, second]) == Reading((first,), (Rejection("a.html", Reason(ReasonCode.ID_TAKEN, {"id": "a", "path": "a.txt"})),))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.one_of(
        st.binary(max_size=300),
        st.text(max_size=200).map(str.encode),
        st.sampled_from([b"%PDF-1.7\n", b"PK\x03\x04", b"\xff\xfe", b"<html><p>", b'{"id": 1, "text": ', b"---\ntitle: "]).flatmap(
            lambda start: st.binary(max_size=200).map(lambda rest: start + rest)
        ),
    ),
    suffix=st.sampled_from([".txt", ".html", ".htm", ".md", ".jsonl", ".pdf", ".docx", ".TXT", ".zip", ""]),
)
def test_any_bytes_under_any_name_are_an_article_or_a_reason(tmp_path: Path, data: bytes, suffix: str) -> None:
    (tmp_path / f"file{suffix}").write_bytes(data)
    reading = read_source(tmp_path, SourceFile(f"file{suffix}", len(data), 0))
    assert reading.articles or reading.rejections
    for article in reading.articles:
        assert article.text.strip()
    for rejection in reading.rejections:
        assert rejection.reason.code in set(ReasonCode)
        assert "\n" not in str(rejection.reason)
        assert len(str(rejection.reason)) < 500
        assert rejection_from(json.loads(json.dumps(rejection.as_dict()))) == rejection


def test_what_somebody_should_look_at_is_remarked(tmp_path: Path) -> None:
    table = "# 指标\n\n2023-01-05 来源：海棠日报\n\n|指标|2022年|\n|-|-|\n|产值|88亿元|\n|税收|6亿元|\n\n" + TEXT
    files = {
        "a.md": table,
        "b.txt": "海棠经开区开工。",
        "c.jsonl": '{"id": "1", "text": "甲。"}\n{"id": "2", "text": "乙。", "date": "2023-01-05"}',
    }
    readings = [read_source(tmp_path, write(tmp_path, name, content)) for name, content in files.items()]
    assert [(remark.path, remark.reason) for reading in readings for remark in reading.remarks] == [
        ("a.md", Reason(ReasonCode.TABLE_ROWS, {"rows": 2})),
        ("b.txt", Reason(ReasonCode.NO_DATE)),
        ("b.txt", Reason(ReasonCode.SHORT, {"characters": 8})),
        ("c.jsonl", Reason(ReasonCode.RECORDS_WITHOUT_DATE, {"count": 1, "total": 2})),
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such pipes")
def test_what_is_put_in_the_place_of_a_file_freezes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("海棠经开区举行开工仪式，28个项目同时动土。", encoding="utf-8")
    [source] = list_sources(tmp_path)
    (tmp_path / "a.txt").unlink()
    os.mkfifo(tmp_path / "a.txt")
    [rejection] = read_source(tmp_path, source).rejections
    assert rejection.reason == Reason(ReasonCode.CANNOT_BE_OPENED, {"error": "it is no file any more"})
    (tmp_path / "a.txt").unlink()
    (tmp_path / "a.txt").mkdir()
    assert read_source(tmp_path, source).rejections
