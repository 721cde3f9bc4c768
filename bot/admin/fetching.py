"""Pages of the web, fetched as files for the corpus."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import httpx

from bot.admin.addresses import AddressRefused
from bot.admin.upload_codes import UploadCode
from corpus.reason import Detail, Reason

USER_AGENT = "parkqa (article collector; reads pages that its admins name)"
PAGE_SECONDS = 30
"""For a page with all its redirects."""
STEP_SECONDS = 10
REDIRECTS = 5
AT_ONCE = 4
LONGEST_NAME = 40
"""Characters of a server's answer that a report quotes."""
MOST = 20
"""Addresses in one message."""

_SUFFIXES = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "application/pdf": ".pdf"}


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """What an address gave."""

    suffix: str
    content: bytes
    """With the page's address in it, where its type has a place for one."""


class NotFetched(Exception):
    """An address gave no page."""

    def __init__(self, code: UploadCode, **details: Detail) -> None:
        self.reason = Reason(code, details)
        super().__init__(str(self.reason))


def page_client(transport: httpx.AsyncBaseTransport) -> httpx.AsyncClient:
    """A client for the pages of one message. It takes nothing from the environment: neither a proxy nor a password."""
    return httpx.AsyncClient(
        transport=transport,
        timeout=STEP_SECONDS,
        follow_redirects=True,
        max_redirects=REDIRECTS,
        trust_env=False,
        headers={"User-Agent": USER_AGENT, "Accept": ", ".join(_SUFFIXES), "Accept-Encoding": "identity"},
    )


async def fetch(client: httpx.AsyncClient, address: str, max_bytes: int) -> FetchedPage:
    """Fetch one page. Raises NotFetched."""
    try:
        async with asyncio.timeout(PAGE_SECONDS), client.stream("GET", _plain(address)) as response:
            return await _read(response, max_bytes)
    except AddressRefused as error:
        raise NotFetched(UploadCode.NOT_PUBLIC, host=str(error)) from error
    except TimeoutError as error:
        raise NotFetched(UploadCode.NO_PAGE_IN_TIME, seconds=PAGE_SECONDS) from error
    except httpx.InvalidURL as error:
        raise NotFetched(UploadCode.NO_ADDRESS, error=str(error)) from error
    except httpx.HTTPError as error:
        raise NotFetched(UploadCode.NOT_FETCHED, error=str(error) or type(error).__name__) from error
    except ValueError as error:  # what no name service could look up; one bad address does not lose the others
        raise NotFetched(UploadCode.NO_ADDRESS, error=str(error)) from error


def _plain(address: str) -> httpx.URL:
    url = httpx.URL(address)
    if url.scheme not in {"http", "https"} or not url.host:
        raise NotFetched(UploadCode.NO_WEB_ADDRESS)
    if url.userinfo:
        raise NotFetched(UploadCode.PASSWORD_IN_ADDRESS)
    return url.copy_with(fragment=None)


async def _read(response: httpx.Response, max_bytes: int) -> FetchedPage:
    if response.status_code != httpx.codes.OK:
        raise NotFetched(UploadCode.NO_PAGE, status=response.status_code)
    kind = response.headers.get("Content-Type", "text/html").partition(";")[0].strip().lower()
    if kind not in _SUFFIXES:
        raise NotFetched(UploadCode.NO_PAGE_TYPE, type=kind, known=", ".join(_SUFFIXES))
    if (encoding := response.headers.get("Content-Encoding", "identity").strip().lower()) not in {"", "identity"}:
        raise NotFetched(UploadCode.COMPRESSED, encoding=encoding[:LONGEST_NAME])  # it was not asked for, and may unpack to anything
    content = bytearray()
    async for chunk in response.aiter_raw():
        content += chunk
        if len(content) > max_bytes:
            raise NotFetched(UploadCode.PAGE_TOO_LARGE, limit=max_bytes / 1e6)
    suffix = _SUFFIXES[kind]
    return FetchedPage(suffix, _with_address(bytes(content), suffix, str(response.url)))


def _with_address(content: bytes, suffix: str, address: str) -> bytes:
    """The page with its address where the readers of files look for it; byte order marks stay in front."""
    address = address.replace("<", "%3C").replace(">", "%3E")
    note = {".html": f"<!-- saved from url=({len(address):04}){address} -->\n", ".txt": f"URL: {address}\n"}.get(suffix, "")
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if content.startswith(mark):
            return mark + note.encode(encoding) + content[len(mark) :]
    return note.encode() + content
