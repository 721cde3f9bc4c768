"""Where a page lies, and whether that fits the publisher that it names: what a page says of itself is anybody's word."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from urllib.parse import urlsplit

from bot.admin.upload_codes import UploadCode
from corpus.article import Article
from corpus.reading.source_file import Remark
from corpus.reason import Reason


def provenance(articles: Sequence[Article]) -> Iterator[Remark]:
    """The host of each article that has an address, and a warning where a known medium's name stands on a page of somebody else."""
    for article in articles:
        if host := _host(article.url):
            yield Remark(article.path, Reason(UploadCode.LIES_AT, {"host": host}))
            if article.publisher and (sites := _sites().get(article.publisher)) and not any(_is_of(host, site) for site in sites):
                yield Remark(article.path, Reason(UploadCode.OF_ANOTHER, {"publisher": article.publisher, "host": host}))


def _host(address: str | None) -> str | None:
    try:
        return urlsplit(address).hostname if address else None
    except ValueError:
        return None


def _is_of(host: str, site: str) -> bool:
    return host == site or host.endswith(f".{site}")


@functools.cache
def _sites() -> Mapping[str, Sequence[str]]:
    """Sites of media by name."""
    listed = tomllib.loads((files("bot.admin") / "agencies.toml").read_text(encoding="utf-8"))
    return {name: sites.split() for names, sites in listed.items() for name in names.split()}
