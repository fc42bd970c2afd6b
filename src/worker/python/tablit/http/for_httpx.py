"""httpx: its transports, with and without `await`, send through the page.

Certificates, proxies, pools and sockets are the browser's: what an app says of them is not looked at.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from tablit.http import transport
from tablit.http.errors import NetworkError, NetworkTimeoutError

if TYPE_CHECKING:
    from types import ModuleType


def patch(module: Any) -> None:
    """`httpx._transports.default`, before the package takes its transports from there."""
    exceptions = import_module("httpx._exceptions")
    response = _response_maker(exceptions)

    def handle_request(_self: Any, request: Any) -> Any:
        try:
            return response(transport.send(*_sending(request, request.read())), request)
        except OSError as error:
            raise _as_httpx(exceptions, error, request) from error

    async def handle_async_request(_self: Any, request: Any) -> Any:
        try:
            return response(await transport.send_async(*_sending(request, await request.aread())), request)
        except OSError as error:
            raise _as_httpx(exceptions, error, request) from error

    _replace(
        module.HTTPTransport,
        __init__=_nothing,
        handle_request=handle_request,
        close=_nothing,
        __enter__=_itself,
        __exit__=_nothing,
    )
    _replace(
        module.AsyncHTTPTransport,
        __init__=_nothing,
        handle_async_request=handle_async_request,
        aclose=_nothing_async,
        __aenter__=_itself_async,
        __aexit__=_nothing_async,
    )


def _replace(kind: Any, **methods: Any) -> None:
    for name, method in methods.items():
        setattr(kind, name, method)


def _nothing(_self: Any, *_args: Any, **_options: Any) -> None:
    pass


async def _nothing_async(_self: Any, *_args: Any) -> None:
    pass


def _itself(self: Any) -> Any:
    return self


async def _itself_async(self: Any) -> Any:
    return self


def _response_maker(exceptions: ModuleType) -> Any:
    types = import_module("httpx._types")
    models = import_module("httpx._models")

    class Parts(types.SyncByteStream, types.AsyncByteStream):  # type: ignore[name-defined, misc]
        def __init__(self, reply: transport.Reply, request: Any) -> None:
            self._reply = reply
            self._request = request

        def __iter__(self) -> Any:
            try:
                yield from self._reply
            except OSError as error:
                raise _as_httpx(exceptions, error, self._request) from error

        async def __aiter__(self) -> Any:
            try:
                async for part in self._reply:
                    yield part
            except OSError as error:
                raise _as_httpx(exceptions, error, self._request) from error

        def close(self) -> None:
            self._reply.close()

        async def aclose(self) -> None:
            self._reply.close()

    def response(reply: transport.Reply, request: Any) -> Any:
        return models.Response(
            status_code=reply.status,
            headers=reply.headers,
            stream=Parts(reply, request),
            extensions={"http_version": b"HTTP/1.1", "reason_phrase": reply.reason.encode("latin-1", "replace")},
        )

    return response


def _sending(request: Any, body: bytes) -> tuple[str, str, transport.Headers, bytes, float | None]:
    timeouts = request.extensions.get("timeout", {})
    return request.method, str(request.url), list(request.headers.multi_items()), body, timeouts.get("read")


def _as_httpx(exceptions: ModuleType, error: OSError, request: Any) -> Exception:
    if isinstance(error, NetworkTimeoutError):
        kind = "ReadTimeout"
    elif isinstance(error, NetworkError) and error.code == "scheme":
        kind = "UnsupportedProtocol"
    else:
        kind = "ConnectError"
    made: Exception = getattr(exceptions, kind)(str(error), request=request)
    return made
