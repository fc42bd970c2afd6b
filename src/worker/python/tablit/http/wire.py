"""A socket that speaks HTTP/1 to the transport: what `http.client` writes is a request, what it reads is the answer."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from tablit.http import transport
from tablit.http.errors import NetworkTimeoutError
from tablit.http.request_bytes import RequestBytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tablit.http.transport import Reply

_PORTS = {"http": 80, "https": 443}


class Wire:
    """Stands in for a connected socket, for one request and its answer."""

    def __init__(self, scheme: str, host: str, port: int | None, timeout: Any) -> None:
        name = f"[{host}]" if ":" in host and not host.startswith("[") else host
        usual = port is None or port == _PORTS[scheme]
        self._origin = f"{scheme}://{name}" if usual else f"{scheme}://{name}:{port}"
        self._timeout = timeout if isinstance(timeout, int | float) else None
        self._request = RequestBytes()
        self._answer: Iterator[bytes] | None = None
        self._reply: Reply | None = None
        self._late: NetworkTimeoutError | None = None

    def sendall(self, data: bytes | bytearray | memoryview, flags: int = 0) -> None:
        """Raises NetworkError when the request is whole and is refused."""
        del flags
        self._request.feed(bytes(data))
        if not self._request.is_whole or self._answer is not None:
            return
        method, target, headers, body = self._request.parts()
        url = self._origin + target if target.startswith("/") else target
        try:
            self._reply = transport.send(method, url, headers, body, self._timeout)
        except NetworkTimeoutError as error:
            # As with a socket: what was sent was sent, it is the reading that takes too long.
            self._late = error
            self._answer = iter(())
        else:
            self._answer = _answer_bytes(self._reply, method)

    def makefile(self, mode: str = "r", buffering: int | None = None, **_options: Any) -> io.BufferedReader:
        """What the answer is read from."""
        del mode, buffering
        if self._late is not None:
            raise self._late
        if self._answer is None:
            raise ConnectionError("The answer is read before the request is whole.")
        return io.BufferedReader(_Parts(self._answer, self._reply))

    def settimeout(self, timeout: float | None) -> None:
        self._timeout = timeout

    def gettimeout(self) -> float | None:
        return self._timeout

    def setsockopt(self, *_option: Any) -> None:
        """There is nothing below to set."""

    def close(self) -> None:
        """The answer stays readable, as with a socket whose file is still open."""

    def shutdown(self, how: int) -> None:
        """As `close`."""


class _Parts(io.RawIOBase):
    """Bytes that come in parts."""

    def __init__(self, parts: Iterator[bytes], reply: Reply | None) -> None:
        super().__init__()
        self._parts = parts
        self._reply = reply
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        if not self._rest:
            self._rest = memoryview(next(self._parts, b""))
        target = memoryview(buffer)
        count = min(len(target), len(self._rest))
        target[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count

    def close(self) -> None:
        if not self.closed and self._reply is not None:
            self._reply.close()
        super().close()


def _answer_bytes(reply: Reply, method: str) -> Iterator[bytes]:
    """HTTP/1.0: the body goes on until the connection ends, and no header has to say so."""
    parts = iter(reply)
    first = next(parts, b"")
    headers = reply.headers
    if reply.is_whole and method != "HEAD":
        headers = [*headers, ("content-length", str(len(first)))]
    lines = [f"HTTP/1.0 {reply.status} {reply.reason}", *(f"{name}: {value}" for name, value in headers)]
    yield ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1", "replace")
    if first:
        yield first
    yield from parts
