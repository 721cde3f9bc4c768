"""Which addresses the bot may fetch pages from: a link that an admin passes on must not lead into the network that the bot runs in."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Collection
from contextlib import suppress
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

import httpx

Address = IPv4Address | IPv6Address

PORTS = {80, 443}
"""Where pages are. What listens elsewhere may be anything."""

PROBED = 443

_ASSIGNED = IPv6Network("2000::/3")
"""All that is given to anybody; the rest of IPv6 is for special uses."""
_NOT_FOR_US = (IPv4Network("192.0.0.0/24"), IPv4Network("168.63.129.16/32"))
"""Protocol assignments, and the address at which a cloud's machines ask after themselves."""
_NAT64 = IPv6Network("64:ff9b::/96")


class AddressRefused(Exception):
    """A page lies, or a link leads, where the bot does not go; the message is the host."""


def is_public(address: Address) -> bool:
    """Whether everybody can reach it; an IPv4 address inside an IPv6 one must be public as well."""
    if isinstance(address, IPv4Address):
        return address.is_global and not address.is_multicast and not any(address in network for network in _NOT_FOR_US)
    if inner := _inner(address):
        return is_public(inner)
    return address in _ASSIGNED and address.is_global


def is_own(address: Address) -> bool:
    """Whether this machine has the address itself: to reach it, the system would send from the same one. Nothing is sent to find out."""
    family = socket.AF_INET if address.version == 4 else socket.AF_INET6
    with suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as any_socket:  # there may be no way there at all
        any_socket.connect((str(address), PROBED))
        return ip_address(any_socket.getsockname()[0].partition("%")[0]) == address
    return False


def may_be_fetched(address: Address) -> bool:
    """Whether a page may come from there: what the machine serves itself, others may reach by another way, or not at all."""
    return is_public(address) and not is_own(address)


def _inner(address: IPv6Address) -> IPv4Address | None:
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo and teredo[1])


class GuardedTransport(httpx.AsyncBaseTransport):
    """Looks a host up, checks every address that it has, and connects to the one that it checked.

    Each redirect comes through here too. A name that changes its address between check and connection gains nothing.
    """

    def __init__(self, allowed: Callable[[Address], bool] = may_be_fetched, ports: Collection[int] = PORTS) -> None:
        self._allowed = allowed
        self._ports = ports
        self._inner = httpx.AsyncHTTPTransport(trust_env=False)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Raises AddressRefused, or what httpx raises."""
        host = request.url.raw_host.decode("ascii")  # as the name service and certificates write it
        port = request.url.port or (443 if request.url.scheme == "https" else 80)
        if self._ports and port not in self._ports:
            raise AddressRefused(f"{host}:{port}")
        address = await self._address(host, port)
        pinned = httpx.Request(
            request.method,
            request.url.copy_with(host=str(address)),
            headers=request.headers,
            stream=request.stream,
            extensions={**request.extensions, "sni_hostname": host},
        )
        return await self._inner.handle_async_request(pinned)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._inner.aclose()

    async def _address(self, host: str, port: int) -> Address:
        try:
            found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpx.ConnectError(f"{host} has no address") from error
        addresses = [ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]
        if not all(map(self._allowed, addresses)):
            raise AddressRefused(host)
        return addresses[0]
