"""Gold figures on the development set of real and invented park news, where it lies beside the checkout."""

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bot.messages.reason_text import reason_text
from bot.texts.en import EN
from corpus.article import Article
from corpus.reading.folder import list_sources, read_source

SHARED = (Path(__file__).parents[2] / "../shared").resolve()
PARK_NEWS = SHARED / "park-news"
SEEDS = SHARED / "seeds"
NEWS = SHARED / "benchmarks" / "news" / "articles.jsonl"

pytestmark = pytest.mark.skipif(not PARK_NEWS.is_dir(), reason="the development set is not here")


def read(folder: Path) -> dict[str, Article]:
    articles = {}
    for source in list_sources(folder):
        reading = read_source(folder, source)
        assert reading.rejections == ()
        articles |= {article.path: article for article in reading.articles}
    return articles


def gold(folder: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in (folder / "articles.jsonl").read_text().splitlines()]


def squeezed(text: str | None) -> str:
    return re.sub(r"\s+", "", text or "")


def same_day(article: Article, record: dict[str, str]) -> bool:
    return article.published is not None and article.published.isoformat().startswith(record["date"])


def same_title(article: Article, record: dict[str, str]) -> bool:
    return squeezed(article.title) == squeezed(record["title"])


def same_publisher(article: Article, record: dict[str, str]) -> bool:
    return article.publisher == record["publisher"]


@pytest.mark.parametrize(
    ("folder", "field", "same", "least"),
    [
        ("", "date", same_day, 0.97),
        ("", "title", same_title, 0.90),
        ("", "publisher", same_publisher, 0.95),
        ("synthetic", "date", same_day, 1.0),
        ("synthetic", "title", same_title, 1.0),
        ("synthetic", "publisher", same_publisher, 1.0),
    ],
)
def test_metadata_against_gold(folder: str, field: str, same: Callable[[Article, dict[str, str]], bool], least: float) -> None:
    articles = read(PARK_NEWS / folder / "articles")
    records = [record for record in gold(PARK_NEWS / folder) if record[field]]
    right = sum(same(articles[record["file"]], record) for record in records)
    assert right / len(records) >= least


@pytest.mark.parametrize(("folder", "least"), [("", 0.80), ("synthetic", 1.0)])
def test_parks_against_gold(folder: str, least: float) -> None:
    articles = read(PARK_NEWS / folder / "articles")
    pairs = [(park, articles[record["file"]].parks) for record in gold(PARK_NEWS / folder) for park in record["parks"]]
    found = sum(any(squeezed(park) in other or other in park for other in parks) for park, parks in pairs)
    assert found / len(pairs) >= least


def test_no_date_is_made_up() -> None:
    articles = read(PARK_NEWS / "articles")
    made_up = [record["file"] for record in gold(PARK_NEWS) if not record["date"] and articles[record["file"]].published]
    assert len(made_up) <= 1


@pytest.mark.parametrize("folder", ["articles", "synthetic/articles"])
def test_every_line_stands_in_its_file(folder: str) -> None:
    for path, article in read(PARK_NEWS / folder).items():
        page = (PARK_NEWS / folder / path).read_text()
        assert article.url is not None
        assert page.startswith(f"URL: {article.url}")
        assert all(line in page for line in article.text.split("\n"))


def test_every_body_line_of_the_invented_pages_is_kept_and_nothing_else() -> None:
    for path, article in read(PARK_NEWS / "synthetic" / "articles").items():
        page = (PARK_NEWS / "synthetic" / "articles" / path).read_text()
        assert article.text.split("\n") == [line.strip() for line in page.splitlines() if line.startswith("\u3000\u3000")]


def test_what_questions_ask_for_is_kept() -> None:
    articles = read(PARK_NEWS / "articles")
    questions = [json.loads(line) for line in (PARK_NEWS / "questions.jsonl").read_text().splitlines()]
    answers = [(answer, question["file"]) for question in questions if question.get("file") for answer in question["answers"]]
    lost = [answer for answer, file in answers if answer not in articles[file].text]
    assert len(lost) <= 1


def test_every_garbled_file_is_rejected_with_its_reason() -> None:
    for source in list_sources(PARK_NEWS / "garbled"):
        reading = read_source(PARK_NEWS / "garbled", source)
        assert reading.articles == ()
        assert reason_text(reading.rejections[0].reason, EN).split(":")[0] in {"mojibake", "binary"}


def test_the_seed_page() -> None:
    (article,) = read(SEEDS).values()
    assert article.title is not None
    assert article.title.endswith("银川经开区2022年度工作会议侧记")
    assert article.published == date(2022, 2, 9)
    assert article.publisher == "银川经开区"
    assert article.parks == ("银川经开区",)
    page = next(SEEDS.iterdir()).read_text()
    paragraphs = [
        line.strip() for line in page[page.index("2022年1月25日", page.index("\n2022年1月25日")) : page.index("免责声明")].splitlines()
    ]
    assert article.text.split("\n") == [line for line in paragraphs if line]


@pytest.mark.skipif(not NEWS.is_file(), reason="the news are not here")
def test_a_stretch_of_the_news_is_read_without_a_rejection(tmp_path: Path) -> None:
    with NEWS.open("rb") as file:
        (tmp_path / "news.jsonl").write_bytes(b"".join(next(file) for _ in range(1000)))
    assert len(read_source(tmp_path, list_sources(tmp_path)[0]).articles) == 1000
