"""What a report says of a file that was read: its articles, each compared with the index and with the files before it."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from bot.admin.inspection import LONGEST_COMPARED, Inspection
from bot.admin.provenance import provenance
from bot.admin.upload_codes import UploadCode
from bot.conversation.services import Services
from bot.store.uploads import Finding, FoundArticle
from corpus.article import Article
from corpus.reading.source_file import Rejection
from corpus.reason import Reason
from retrieval.errors import IndexUnavailable
from retrieval.index.engine import Snapshot
from retrieval.near_duplicates.groups import are_near_duplicates
from retrieval.near_duplicates.lookup import find_near_duplicate

logger = logging.getLogger(__name__)

LEAST = 8
"""Characters of an article."""
_NO_ARTICLE = Rejection("", Reason(UploadCode.NO_ARTICLE))


def compare(services: Services, inspections: Sequence[Inspection]) -> list[Finding]:
    """A finding for each. Without an index they are compared with each other only."""
    try:
        with services.answerer.index.open() as (_, snapshot):
            return _compare(services, inspections, snapshot)
    except IndexUnavailable as error:
        logger.info("Uploads are not compared with the index: %s", error)
        return _compare(services, inspections, None)


def _compare(services: Services, inspections: Sequence[Inspection], snapshot: Snapshot | None) -> list[Finding]:
    earlier: list[Article] = []
    findings = []
    for inspection in inspections:
        articles = tuple(_found(services, article, snapshot, earlier) for article in inspection.articles)
        earlier += filter(_comparable, inspection.articles)
        if _says_nothing(inspection):
            findings.append(Finding(rejections=(*inspection.rejections, _NO_ARTICLE)))
        else:
            remarks = (*provenance(inspection.articles), *inspection.remarks)
            findings.append(Finding(articles, inspection.total, inspection.rejections, inspection.left_out, inspection.examples, remarks))
    return findings


def _says_nothing(inspection: Inspection) -> bool:
    """Whether a file holds but a word or two, as what was meant for the chat."""
    return 0 < inspection.total == len(inspection.articles) and all(len(article.text) < LEAST for article in inspection.articles)


def _found(services: Services, article: Article, snapshot: Snapshot | None, earlier: Sequence[Article]) -> FoundArticle:
    in_index, in_batch = _near_duplicates(services, article, snapshot, earlier) if _comparable(article) else (None, None)
    other = in_index or in_batch
    own_id = article.path.endswith(".jsonl")
    known = own_id and snapshot is not None and snapshot.article(article.id) is not None
    return FoundArticle(
        article.heading,
        article.published,
        article.publisher,
        article.parks,
        other.heading if other else None,
        known,
        same_batch=in_batch is not None,
    )


def _near_duplicates(
    services: Services, article: Article, snapshot: Snapshot | None, earlier: Sequence[Article]
) -> tuple[Article | None, Article | None]:
    """In the index, and among the articles before it in the batch."""
    analyzer = services.answerer.analyzer
    found = find_near_duplicate(article, snapshot, analyzer) if snapshot else None
    return found, next((other for other in earlier if are_near_duplicates(article, other, analyzer.normalize)), None)


def _comparable(article: Article) -> bool:
    return len(article.text) < LONGEST_COMPARED
