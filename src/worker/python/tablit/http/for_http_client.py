"""`http.client`, and `urllib.request` on top of it: connections that end at the page."""

from __future__ import annotations

from typing import Any

from tablit.http.errors import NetworkError
from tablit.http.wire import Wire


def patch(module: Any) -> None:
    module.HTTPConnection.connect = _connect
    if hasattr(module, "HTTPSConnection"):
        module.HTTPSConnection.connect = _connect_tls


def _connect(self: Any) -> None:
    _open(self, "http")


def _connect_tls(self: Any) -> None:
    _open(self, "https")


def _open(connection: Any, scheme: str) -> None:
    if connection._tunnel_host:
        raise no_proxies()
    connection.sock = Wire(scheme, connection.host, connection.port, connection.timeout)


def no_proxies() -> NetworkError:
    return NetworkError(
        "malformed",
        "A browser has no proxies that a script can choose.",
        "Ask the host itself, or give the address of a service that asks it for you.",
    )
