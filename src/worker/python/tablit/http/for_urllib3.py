"""urllib3, and `requests` on top of it: its own connections over ours, in the place of those it has for Emscripten.

Its own ones keep what apps know of urllib3 on a server: reasons, retries, streams, the exceptions.
"""

from __future__ import annotations

from typing import Any

from tablit.http.for_http_client import no_proxies
from tablit.http.wire import Wire


def patch(module: Any) -> None:
    if module.__name__ == "urllib3.connection":
        _patch_connection(module)
    else:
        module.inject_into_urllib3 = lambda: None


def _patch_connection(module: Any) -> None:
    module.HTTPConnection.connect = _connect
    module.HTTPSConnection.connect = _connect_tls


def _connect(self: Any) -> None:
    _open(self, "http")


def _connect_tls(self: Any) -> None:
    _open(self, "https")
    # The browser verifies every certificate, and has no way not to.
    self.is_verified = True


def _open(connection: Any, scheme: str) -> None:
    if getattr(connection, "proxy", None) is not None or connection._tunnel_host:
        raise no_proxies()
    connection.sock = Wire(scheme, connection.host, connection.port, connection.timeout)
