"""Pages from a server in this process; the addresses of the test's own machine are allowed where a test says so."""

from __future__ import annotations

import asyncio
import gzip
import socket
from ipaddress import ip_address
from unittest import mock

import pytest
from aiohttp import web

import bot.admin.fetching
from bot.admin.addresses import GuardedTransport, is_own, is_public
from bot.admin.fetching import FetchedPage, NotFetched, fetch, page_client
from corpus.formats import html, text
from tests.web_site import Answer, saying, site

HTML = "<html><head><meta charset='gbk'></head><body><h1>园区新增企业九家</h1><p>园区今年新增企业九家。</p></body></html>"


async def fetched(address: str, max_bytes: int = 10_000) -> FetchedPage:
    async with page_client(GuardedTransport(lambda _: True, ports=())) as client:
        return await fetch(client, address, max_bytes)


async def test_a_page_is_kept_as_it_came_with_its_address() -> None:
    async with site(saying(HTML.encode("gbk"), content_type="text/html")) as address:
        page = await fetched(f"{address}/news/1.html?id=<2>#top")
    assert page.suffix == ".html"
    document = html.parse(page.content)
    assert document.url == f"{address}/news/1.html?id=%3C2%3E"
    assert document.title == "园区新增企业九家"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be"])
async def test_byte_order_marks_stay_in_front(encoding: str) -> None:
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    async with site(saying(mark + HTML.replace("gbk", "utf-16").encode(encoding), content_type="text/html")) as address:
        document = html.parse((await fetched(f"{address}/1")).content)
    assert (document.url, document.title) == (f"{address}/1", "园区新增企业九家")


async def test_plain_text_gets_an_address_line_and_a_pdf_stays_as_it_is() -> None:
    async with site(saying("园区今年新增企业九家。")) as address:
        page = await fetched(f"{address}/a")
    assert page.suffix == ".txt"
    assert text.parse(page.content).text == f"URL: {address}/a\n园区今年新增企业九家。"
    async with site(saying(b"%PDF-1.7", content_type="application/pdf")) as address:
        assert await fetched(address) == FetchedPage(".pdf", b"%PDF-1.7")


async def test_what_is_packed_is_never_unpacked() -> None:
    bomb = gzip.compress(gzip.compress(b" " * 50_000_000))
    for encoding in ("gzip, gzip", "gzip", "br", "X" * 500):
        async with site(saying(bomb, content_type="text/html", headers={"Content-Encoding": encoding})) as address:
            with pytest.raises(NotFetched) as refused:
                await fetched(address)
        assert (refused.value.reason.code, refused.value.reason.details) == ("compressed", {"encoding": encoding.lower()[:40]})


async def test_an_address_that_no_name_service_can_look_up_is_refused_like_others() -> None:
    for address in ("http://" + "a" * 70 + ".example.org/", "http://a..b/", "http://\u0378.example.org/"):
        with pytest.raises(NotFetched):
            await fetched(address)


async def test_the_address_is_the_one_that_redirects_lead_to() -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        if request.path == "/old":
            raise web.HTTPFound("/new")
        assert request.headers["User-Agent"].startswith("parkqa")
        return web.Response(text="园区")

    async with site(answer) as address:
        assert (await fetched(f"{address}/old")).content.decode().startswith(f"URL: {address}/new\n")


async def test_a_redirect_into_the_network_is_not_followed() -> None:
    async with site(saying("secret")) as inside, site(saying("", status=302, headers={"Location": inside})) as outside:
        port = int(outside.rpartition(":")[2])
        looked_up: list[int] = []

        async def look_up(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
            looked_up.append(port)
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

        with mock.patch("asyncio.base_events.BaseEventLoop.getaddrinfo", side_effect=look_up):
            transport = GuardedTransport(lambda _: looked_up[-1] == port, ports=())
            async with page_client(transport) as client:
                with pytest.raises(NotFetched, match="not_public"):
                    await fetch(client, outside, 1000)
    assert looked_up == [port, int(inside.rpartition(":")[2])]


async def test_a_host_with_one_address_inside_the_network_is_refused() -> None:
    looked_up = []

    async def look_up(self: object, host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        looked_up.append((host, port))
        return [(socket.AF_INET, 1, 6, "", (address, port)) for address in ("93.184.216.34", "10.0.0.1")]

    with mock.patch("asyncio.base_events.BaseEventLoop.getaddrinfo", look_up):
        async with page_client(GuardedTransport()) as client:
            for address in ("http://example.org/", "https://例子.中国/"):
                with pytest.raises(NotFetched, match="not_public"):
                    await fetch(client, address, 1000)
    assert looked_up == [("example.org", 80), ("xn--fsqu00a.xn--fiqs8s", 443)]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (saying("x" * 20_000), r"page_too_large \(limit: 0.01\)"),
        (saying("", status=404), r"no_page \(status: 404\)"),
        (saying(b"GIF89a", content_type="image/gif"), r"no_page_type \(type: image/gif"),
        (saying("", status=302, headers={"Location": "/again"}), "redirect"),
        (saying("", status=302, headers={"Location": "file:///etc/passwd"}), "file"),
    ],
    ids=["too large", "not there", "a picture", "a circle", "a local file"],
)
async def test_what_is_no_page_is_refused_with_a_reason(answer: Answer, reason: str) -> None:
    async with site(answer) as address:
        with pytest.raises(NotFetched, match=f"(?i){reason}"):
            await fetched(address)


@pytest.mark.parametrize(
    "address", ["ftp://example.org/", "http://", "https://user:secret@example.org/", "http://[::g]/", "http://x\u202ey:99999/"]
)
async def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(NotFetched) as refused:
        await fetched(address)
    assert "secret" not in str(refused.value)


async def test_a_page_that_never_ends_is_given_up() -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/html"})
        await response.prepare(request)
        await response.write(b"<p>")
        await asyncio.sleep(0.5)
        return response

    async with site(answer) as address:
        with mock.patch.object(bot.admin.fetching, "PAGE_SECONDS", 0.05), pytest.raises(NotFetched, match="no_page_in_time"):
            await fetched(address)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        *((address, True) for address in ("93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822", "::ffff:93.184.216.34")),
        *(
            (address, False)
            for address in ("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1")
        ),
        *((address, False) for address in ("224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "ff02::1")),
        *((address, False) for address in ("::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2002:a00:1::")),
        ("192.0.0.9", False),
        ("168.63.129.16", False),
        ("64:ff9b:1::1", False),
        ("4000::1", False),
        ("2001:db8::1", False),
        ("2400:3200::1", True),
    ],
)
def test_only_what_everybody_can_reach_is_public(address: str, public: bool) -> None:
    assert is_public(ip_address(address)) is public


@pytest.mark.parametrize(("address", "own"), [("127.0.0.1", True), ("198.51.100.1", False), ("2001:db8::1", False)])
def test_what_the_machine_serves_itself_is_known(address: str, own: bool) -> None:
    assert is_own(ip_address(address)) is own


async def test_an_address_of_the_machine_is_refused_though_everybody_could_reach_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.admin.addresses.is_public", lambda address: True)
    async with page_client(GuardedTransport(ports=())) as client:
        with pytest.raises(NotFetched, match="not_public"):
            await fetch(client, "http://127.0.0.1:9/", 100)


@pytest.mark.parametrize("port", [22, 6379, 8080])
async def test_only_where_pages_are_is_asked(port: int) -> None:
    async with page_client(GuardedTransport(lambda _: True)) as client:
        with pytest.raises(NotFetched) as refused:
            await fetch(client, f"http://127.0.0.1:{port}/", 100)
    assert (refused.value.reason.code, refused.value.reason.details) == ("not_public", {"host": f"127.0.0.1:{port}"})
