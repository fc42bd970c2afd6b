"""Makes one request through the page, and waits for what comes back. All HTTP libraries end here."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from streamlit import _run
from streamlit._host import slot
from tablit.http import way
from tablit.http.errors import error_of, no_network, no_waiting

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

Headers = list[tuple[str, str]]

#: Milliseconds between two looks at whether the reader has stopped the script while it waits.
_LOOK_EVERY = 50


@dataclass
class Reply:
    """An answer whose body comes in parts; iterate it once, or close it."""

    status: int
    reason: str
    url: str
    headers: Headers
    _call: Any
    _first: bytes
    _more: bool

    @property
    def is_whole(self) -> bool:
        """Whether the first part is all."""
        return not self._more

    def __iter__(self) -> Iterator[bytes]:
        if self._first:
            yield self._first
        while self._more:
            self._call.next()
            if part := self._take(_wait(self._call)):
                yield part

    async def __aiter__(self) -> AsyncIterator[bytes]:
        if self._first:
            yield self._first
        while self._more:
            self._call.next()
            if part := self._take(await _wait_async(self._call)):
                yield part

    def _take(self, result: Any) -> bytes:
        self._more = result.more
        return _bytes_of(result)

    def close(self) -> None:
        if self._more:
            self._more = False
            self._call.cancel()


def send(method: str, url: str, headers: Headers, body: bytes | None, timeout: float | None) -> Reply:
    """Raises NetworkError and NetworkTimeoutError. `timeout` in seconds, until the answer begins and between parts."""
    if (held := _take_held(method, url)) is not None:
        return held
    call = _start(method, url, headers, body, timeout)
    slot.host.flush()
    return _reply(call, _wait(call), url)


async def send_async(method: str, url: str, headers: Headers, body: bytes | None, timeout: float | None) -> Reply:
    if (held := _take_held(method, url)) is not None:
        return held
    call = _start(method, url, headers, body, timeout)
    return _reply(call, await _wait_async(call), url)


def _start(method: str, url: str, headers: Headers, body: bytes | None, timeout: float | None) -> Any:
    if way.net is None:
        raise no_network()
    if way.wait is None:
        raise no_waiting()
    return way.net.send(method, url, json.dumps(headers), _to_js(body), (timeout or 0) * 1000)


def _to_js(body: bytes | None) -> Any:
    if not body:
        return None
    from pyodide.ffi import to_js

    return to_js(body)


def _wait(call: Any) -> Any:
    """Suspends Python until something has come. A Stop of the reader ends the run here; a newer event waits, as it
    would for a request on a server.
    """
    if way.wait is None:
        raise no_waiting()
    while (result := way.wait(lambda: call.wait(_LOOK_EVERY))) is None:
        if _run.phase.active and slot.host.interruption() == "stop":
            call.cancel()
            raise _run.StopException
    return _checked(result)


async def _wait_async(call: Any) -> Any:
    from pyodide.ffi import create_once_callable

    future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()

    def there(result: Any) -> None:
        if not future.done():
            future.set_result(result)

    call.when_there(create_once_callable(there))
    try:
        return _checked(await future)
    except asyncio.CancelledError:
        call.cancel()
        raise


def _checked(result: Any) -> Any:
    if result.kind == "failed":
        raise error_of(result.code, result.message, result.hint)
    return result


def _bytes_of(result: Any) -> bytes:
    body: bytes = result.body.to_bytes()
    return body


def _reply(call: Any, result: Any, url: str) -> Reply:
    headers = [(name, value) for name, value in json.loads(result.headers)]
    reason = result.status_text or _phrase(result.status)
    reply = Reply(result.status, reason, result.url, headers, call, _bytes_of(result), result.more)
    return _as_redirect(reply) if result.redirected and reply.url != url else reply


def _phrase(status: int) -> str:
    # HTTP/2 and 3 send none.
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


class _Held:
    """The answer at the end of a redirect, until the library asks for it."""

    reply: Reply | None = None


def _as_redirect(reply: Reply) -> Reply:
    """The browser follows redirects by itself and shows the last answer only. Libraries want to follow them on their
    own: for `history`, `allow_redirects`, and the address an answer is from. So they get a redirect, and when they
    follow it, what the browser has found there.
    """
    _Held.reply = reply
    found = HTTPStatus.FOUND
    return Reply(found.value, found.phrase, reply.url, [("Location", reply.url)], None, b"", _more=False)


def _take_held(method: str, url: str) -> Reply | None:
    """Only the very next request can be the one that follows."""
    held, _Held.reply = _Held.reply, None
    if held is None or (held.url == url and method in ("GET", "HEAD")):
        return held
    held.close()
    return None
