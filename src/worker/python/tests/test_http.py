"""The network of a script over a page that answers by rule: `http.client`, `urllib.request`, the import hook."""

from __future__ import annotations

import asyncio
import http.client
import importlib
import json
import sys
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest

from streamlit import _run
from tablit import http as network
from tablit import waiting
from tablit.http import for_http_client, transport
from tablit.http.errors import NetworkError
from tablit.http.request_bytes import RequestBytes


class JsBytes(bytes):
    def to_bytes(self) -> bytes:
        return bytes(self)


def answer(body: bytes = b"", status: int = 200, more: bool = False, **fields: Any) -> SimpleNamespace:
    made = {
        "kind": "answer",
        "status": status,
        "status_text": "",
        "url": "https://api.example/",
        "redirected": False,
        "headers": "[]",
        "body": JsBytes(body),
        "more": more,
    }
    return SimpleNamespace(**{**made, **fields})


def part(body: bytes, more: bool) -> SimpleNamespace:
    return SimpleNamespace(kind="part", body=JsBytes(body), more=more)


def failed(code: str) -> SimpleNamespace:
    return SimpleNamespace(kind="failed", code=code, message="What happened.", hint="What to do.")


@dataclass
class Call:
    results: list[Any]
    cancelled: bool = False

    def wait(self, ms: float) -> Any:
        return self.results[0]

    def next(self) -> None:
        self.results.pop(0)

    def cancel(self) -> None:
        self.cancelled = True

    def when_there(self, callback: Any) -> None:
        asyncio.get_running_loop().call_later(0.001, callback, self.results[0])


@dataclass
class Net:
    """`results` for each request in turn."""

    results: list[list[Any]] = field(default_factory=list)
    sent: list[tuple[str, str, dict[str, str], bytes | None, float]] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)

    def send(self, method: str, url: str, headers: str, body: bytes | None, timeout: float) -> Call:
        self.sent.append((method, url, dict(json.loads(headers)), body, timeout))
        self.calls.append(Call(self.results.pop(0) if self.results else [answer(b"hello")]))
        return self.calls[-1]


@pytest.fixture
def net(monkeypatch: pytest.MonkeyPatch) -> Net:
    made = Net()
    monkeypatch.setattr(network.way, "net", made, raising=False)
    monkeypatch.setattr(network.way, "wait", lambda promise: promise(), raising=False)
    monkeypatch.setattr(transport, "_to_js", lambda body: body)
    for kind in (http.client.HTTPConnection, http.client.HTTPSConnection):
        monkeypatch.setattr(kind, "connect", kind.connect)
    for_http_client.patch(http.client)
    transport._Held.reply = None
    return made


def test_urlopen_reads_an_answer(net: Net) -> None:
    net.results = [
        [answer(b'{"a": 1}', headers='[["content-type", "application/json"]]', url="https://api.example/x?q=1")]
    ]
    with urllib.request.urlopen("https://api.example/x?q=1", timeout=5) as response:
        assert isinstance(response, http.client.HTTPResponse)
        assert (response.status, response.reason, response.url) == (200, "OK", "https://api.example/x?q=1")
        assert response.headers["Content-Type"] == "application/json"
        assert response.headers["Content-Length"] == "8"
        assert json.load(response) == {"a": 1}
    method, url, headers, body, timeout = net.sent[0]
    assert (method, url, body, timeout) == ("GET", "https://api.example/x?q=1", None, 5000)
    assert headers["Host"] == "api.example"


def test_urlopen_sends_a_body_and_headers(net: Net) -> None:
    request = urllib.request.Request("http://localhost:8000/a", data=b"x=1", headers={"X-Key": "k"}, method="PUT")
    urllib.request.urlopen(request).read()
    method, url, headers, body, _ = net.sent[0]
    assert (method, url, body) == ("PUT", "http://localhost:8000/a", b"x=1")
    assert headers["X-Key"] == "k"
    assert headers["Content-Type"] == "application/x-www-form-urlencoded"


def test_an_address_inside_the_query_is_no_address(net: Net) -> None:
    urllib.request.urlopen("https://api.example/go?to=https://other.example/")
    assert net.sent[0][1] == "https://api.example/go?to=https://other.example/"


def test_a_body_in_chunks_is_joined(net: Net) -> None:
    connection = http.client.HTTPSConnection("api.example")
    connection.request(
        "POST", "/", body=iter([b"ab", b"", b"cde"]), encode_chunked=True, headers={"Transfer-Encoding": "chunked"}
    )
    assert connection.getresponse().read() == b"hello"
    assert net.sent[0][3] == b"abcde"


def test_one_connection_serves_many_requests(net: Net) -> None:
    connection = http.client.HTTPSConnection("api.example", 8443)
    for path in ("/1", "/2"):
        connection.request("GET", path)
        assert connection.getresponse().read() == b"hello"
    assert [sent[1] for sent in net.sent] == ["https://api.example:8443/1", "https://api.example:8443/2"]


def test_a_body_comes_in_parts(net: Net) -> None:
    net.results = [[answer(b"one\n", more=True), part(b"two\nthr", True), part(b"ee", False)]]
    with urllib.request.urlopen("https://api.example/") as response:
        assert "Content-Length" not in response.headers
        assert list(response) == [b"one\n", b"two\n", b"three"]


def test_a_body_that_is_not_read_is_given_up(net: Net) -> None:
    net.results = [[answer(b"one", more=True), part(b"two", True)]]
    urllib.request.urlopen("https://api.example/").close()
    assert net.calls[0].cancelled


@pytest.mark.parametrize(("method", "status"), [("HEAD", 200), ("GET", 204), ("GET", 304)])
def test_answers_without_a_body(net: Net, method: str, status: int) -> None:
    net.results = [[answer(status=status, headers='[["content-length", "12"]]' if method == "HEAD" else "[]")]]
    connection = http.client.HTTPSConnection("api.example")
    connection.request(method, "/")
    response = connection.getresponse()
    assert response.read() == b""
    if method == "HEAD":
        assert response.headers["Content-Length"] == "12"


def test_an_error_status_is_an_httperror_that_can_be_read(net: Net) -> None:
    net.results = [[answer(b"no such page", status=404)]]
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen("https://api.example/")
    with caught.value as error:
        assert (error.code, error.reason, error.read()) == (404, "Not Found", b"no such page")


def test_a_refusal_is_an_urlerror_with_its_words(net: Net) -> None:
    net.results = [[failed("not_allowed")]]
    with pytest.raises(urllib.error.URLError) as caught:
        urllib.request.urlopen("https://api.example/")
    assert isinstance(caught.value.reason, NetworkError)
    assert (caught.value.reason.code, str(caught.value.reason)) == ("not_allowed", "What happened. What to do.")


def test_an_answer_that_is_late_is_a_timeout(net: Net) -> None:
    net.results = [[failed("timeout")]]
    with pytest.raises(TimeoutError):
        urllib.request.urlopen("https://api.example/", timeout=1)


def test_a_redirect_is_followed_to_what_the_browser_found(net: Net) -> None:
    net.results = [[answer(b"there", redirected=True, url="https://other.example/end")]]
    response = urllib.request.urlopen("https://api.example/start")
    assert (response.url, response.read()) == ("https://other.example/end", b"there")
    assert len(net.sent) == 1


def test_a_redirect_that_is_not_followed_is_asked_for_anew(net: Net) -> None:
    net.results = [[answer(b"there", redirected=True, url="https://other.example/end", more=True)]]
    assert transport.send("POST", "https://api.example/", [], b"x", None).status == 302
    transport.send("GET", "https://third.example/", [], None, None)
    assert net.calls[0].cancelled
    transport.send("GET", "https://other.example/end", [], None, None)
    assert len(net.sent) == 3


def test_a_stop_ends_the_run_and_the_request(net: Net, host: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    net.results = [[None]]
    host.asked = "stop"
    monkeypatch.setattr(_run.phase, "active", True)
    with pytest.raises(_run.StopException):
        urllib.request.urlopen("https://api.example/")
    assert net.calls[0].cancelled


def test_without_a_page_or_a_way_to_wait_the_error_says_so(net: Net, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network.way, "wait", None)
    with pytest.raises(urllib.error.URLError, match=r"JSPI.*Chrome"):
        urllib.request.urlopen("https://api.example/")
    monkeypatch.setattr(network.way, "net", None)
    with pytest.raises(urllib.error.URLError, match="no network here"):
        urllib.request.urlopen("https://api.example/")


def test_proxies_are_refused(net: Net) -> None:
    connection = http.client.HTTPSConnection("proxy.example")
    connection.set_tunnel("api.example")
    with pytest.raises(NetworkError, match="proxies"):
        connection.request("GET", "/")


@pytest.mark.parametrize("size", [1, 7, 1000])
def test_a_request_is_read_however_it_is_cut(size: int) -> None:
    whole = b"POST /a?b HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nX: a:b\r\n\r\n\r\n\r\n"
    request = RequestBytes()
    for at in range(0, len(whole), size):
        assert not request.is_whole
        request.feed(whole[at : at + size])
    assert request.is_whole
    assert request.parts() == ("POST", "/a?b", [("Host", "x"), ("Content-Length", "4"), ("X", "a:b")], b"\r\n\r\n")


class TestTheImportHook:
    @pytest.fixture
    def library(self, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
        (tmp_path / "some_library").mkdir()
        (tmp_path / "some_library/__init__.py").write_text("from some_library.inner import kind\n")
        (tmp_path / "some_library/inner.py").write_text("kind = 'theirs'\n")
        (tmp_path / "some_patch.py").write_text("def patch(module):\n    module.kind = 'ours'\n")
        monkeypatch.syspath_prepend(str(tmp_path))
        monkeypatch.setattr(network, "_PATCHES", {"some_library.inner": "some_patch"})
        monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
        yield
        for name in [name for name in sys.modules if name.startswith(("some_library", "some_patch"))]:
            del sys.modules[name]

    def test_changes_a_module_before_its_importer_sees_it(self, library: None) -> None:
        network.install(None, None)
        assert importlib.import_module("some_library").kind == "ours"
        inner = sys.modules["some_library.inner"]
        assert inner.__spec__ is not None
        assert inner.__spec__.loader is inner.__loader__
        assert "Patching" not in type(inner.__loader__).__name__

    def test_loads_nothing_before_that(self, library: None) -> None:
        network.install(None, None)
        assert "some_patch" not in sys.modules

    def test_changes_what_is_loaded_already(self, library: None) -> None:
        importlib.import_module("some_library.inner")
        network.install(None, None)
        assert sys.modules["some_library.inner"].kind == "ours"  # type: ignore[attr-defined]


class TestTheLoop:
    """`asyncio.run` where JavaScript brings something: it wakes the loop."""

    @pytest.fixture(autouse=True)
    def waiter(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.naps = 0
        self.at_nap: dict[int, Any] = {}
        self.pending = 0
        kind = waiting._Waiter
        monkeypatch.setattr(kind, "wait", staticmethod(lambda over: over()()), raising=False)
        monkeypatch.setattr(kind, "nap", staticmethod(self.nap), raising=False)
        monkeypatch.setattr(kind, "pending", staticmethod(lambda: self.pending), raising=False)

    def nap(self, ms: float) -> SimpleNamespace:
        def over() -> None:
            self.naps += 1
            if (task := self.at_nap.pop(self.naps, None)) is not None:
                task()

        return SimpleNamespace(over=over, wake=lambda: None)

    def test_waits_for_what_comes_from_outside(self) -> None:
        async def main() -> str:
            future = asyncio.get_running_loop().create_future()
            self.pending = 1
            self.at_nap[3] = lambda: future.set_result("there")
            return await future

        assert waiting.run(main()) == "there"
        assert self.naps == 3

    def test_gives_up_when_nothing_can_come(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(waiting, "_GIVE_UP_AFTER", 0.0)

        async def main() -> None:
            await asyncio.get_running_loop().create_future()

        with pytest.raises(RuntimeError, match="cannot happen"):
            waiting.run(main())

    def test_sends_requests_side_by_side(self, net: Net, monkeypatch: pytest.MonkeyPatch) -> None:
        ffi = SimpleNamespace(create_once_callable=lambda function: function, to_js=lambda body: body)
        monkeypatch.setitem(sys.modules, "pyodide", SimpleNamespace(ffi=ffi))
        monkeypatch.setitem(sys.modules, "pyodide.ffi", ffi)  # type: ignore[arg-type]
        net.results = [[answer(b"1", more=True), part(b"2", False)], [answer(b"3")]]

        async def one(path: str) -> bytes:
            reply = await transport.send_async("GET", f"https://api.example/{path}", [], None, None)
            return b"".join([part async for part in reply])

        async def main() -> list[bytes]:
            return await asyncio.gather(one("a"), one("b"))

        assert waiting.run(main()) == [b"12", b"3"]
