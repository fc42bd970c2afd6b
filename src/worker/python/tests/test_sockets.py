"""What a script that opens sockets is told: why there are none, and what to use."""

from __future__ import annotations

import asyncio
import socket
from types import SimpleNamespace
from typing import Any

import pytest

from tablit import waiting
from tablit.http import for_socket
from tablit.http.errors import NetworkError


@pytest.fixture
def sockets() -> Any:
    """The module as an app sees it; that of the test stays as it is."""
    names = ("create_connection", "create_server", "getaddrinfo", "gethostbyname", "gethostbyname_ex", "gaierror")
    module = SimpleNamespace(
        socket=type("socket", (socket.socket,), {}), **{name: getattr(socket, name) for name in names}
    )
    for_socket.patch(module)
    return module


@pytest.mark.parametrize(
    ("port", "words"),
    [
        (5432, "PostgreSQL needs one. Use an HTTP interface of the database"),
        (587, "mail (SMTP) needs one. Send it through a mail service"),
        (993, "a mailbox (IMAP) needs one"),
        (21, "FTP needs one. Publish the file"),
        (6379, "Redis needs one"),
        (9999, "A browser tab can open no socket. Use an HTTP interface of the service"),
    ],
)
def test_a_connection_is_refused_in_words_for_what_is_there(sockets: Any, port: int, words: str) -> None:
    with sockets.socket() as one:
        for connect in (
            lambda: sockets.create_connection(("db.example", port), timeout=3),
            lambda: one.connect(("127.0.0.1", port)),
            lambda: one.connect_ex(("127.0.0.1", port)),
        ):
            with pytest.raises(NetworkError) as raised:
                connect()
            assert raised.value.code == "no_sockets"
            assert words in str(raised.value)


def test_nothing_listens_and_nothing_is_sent(sockets: Any) -> None:
    with sockets.socket() as one, sockets.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp:
        for use in (
            lambda: one.bind(("", 8000)),
            lambda: one.listen(),
            lambda: sockets.create_server(("", 8000)),
            lambda: udp.sendto(b"x", ("127.0.0.1", 53)),
            lambda: udp.sendto(b"x", 0, ("127.0.0.1", 53)),
        ):
            with pytest.raises(NetworkError, match="A browser tab can open no socket"):
                use()


def test_names_of_hosts_are_not_made_up(sockets: Any) -> None:
    for look_up in (
        lambda: sockets.getaddrinfo("db.example", 5432),
        lambda: sockets.getaddrinfo(b"db.example", port=5432),
        lambda: sockets.gethostbyname("db.example"),
    ):
        with pytest.raises(socket.gaierror, match="looked up by the browser alone"):
            look_up()
    assert sockets.gethostbyname("localhost") == "127.0.0.1"
    assert sockets.getaddrinfo("127.0.0.1", 80)


def test_streams_of_asyncio_are_refused_in_the_same_words() -> None:
    async def ask() -> None:
        await asyncio.open_connection("db.example", 5432)

    async def serve() -> None:
        await asyncio.start_server(lambda *_: None, "127.0.0.1", 8000)

    for work in (ask, serve):
        loop = waiting.Loop()
        try:
            with pytest.raises(NetworkError, match="A browser tab can open no socket"):
                loop.run_until_complete(work())
        finally:
            loop.close()
