"""What a download button saves: names, types and bytes, and when a function is called."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from driver import Tab

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile, UploadedFileRec
from tablit import session

if TYPE_CHECKING:
    from pathlib import Path

    from fake_host import FakeHost


@pytest.fixture
def tab(host: FakeHost) -> Tab:
    return Tab(host)


def saved(tab: Tab, *args: Any, **kwargs: Any) -> tuple[dict[str, str], bytes]:
    tab.run(lambda: st.download_button("Save", *args, **kwargs))
    told, data = session.download(tab.id("Save"))
    return json.loads(told), data


@pytest.mark.parametrize(
    ("data", "kind", "name", "expected"),
    [
        ("grün", "text/plain", "download.txt", "grün".encode()),
        (b"\0\1", "application/octet-stream", "download.bin", b"\0\1"),
        (io.StringIO("text"), "text/plain", "download.txt", b"text"),
        (io.BytesIO(b"bytes"), "application/octet-stream", "download.bin", b"bytes"),
        (lambda: "made", "text/plain", "download.txt", b"made"),
        (lambda: io.BytesIO(b"made"), "application/octet-stream", "download.bin", b"made"),
        (
            UploadedFile(UploadedFileRec("f", "mine.csv", "text/csv", b"1,2")),
            "application/octet-stream",
            "mine.csv",
            b"1,2",
        ),
    ],
)
def test_data_has_a_type_and_a_name(tab: Tab, data: Any, kind: str, name: str, expected: bytes) -> None:
    assert saved(tab, data) == ({"name": name, "type": kind}, expected)


def test_the_author_names_both(tab: Tab) -> None:
    assert saved(tab, "x", "a.csv", "text/csv") == ({"name": "a.csv", "type": "text/csv"}, b"x")
    assert saved(tab, lambda: "x", "a.csv", "text/csv") == ({"name": "a.csv", "type": "text/csv"}, b"x")
    assert saved(tab, "x", mime="application/json")[0] == {"name": "download.json", "type": "application/json"}


def test_a_file_is_read_from_its_beginning_and_names_itself(tab: Tab, tmp_path: Path) -> None:
    (tmp_path / "report.pdf").write_bytes(b"pdf")
    with (tmp_path / "report.pdf").open("rb") as file:
        file.read()
        assert saved(tab, file) == ({"name": "report.pdf", "type": "application/octet-stream"}, b"pdf")


def test_a_function_is_called_when_the_button_is_pressed_and_each_time(tab: Tab) -> None:
    calls: list[int] = []

    def make() -> str:
        calls.append(1)
        return str(len(calls))

    tab.run(lambda: st.download_button("Save", make))
    id = tab.id("Save")
    assert calls == []
    assert session.is_deferred(id)
    assert [session.download(id)[1], session.download(id)[1]] == [b"1", b"2"]


def test_what_a_function_raises_is_said_and_logged(tab: Tab, host: FakeHost) -> None:
    told, data = saved(tab, lambda: 1 / 0)
    assert (told, data) == ({"error": "ZeroDivisionError: division by zero"}, b"")
    assert "division by zero" in host.printed[-1][1]
    assert saved(tab, lambda: 7)[0] == {"error": "StreamlitAPIException: Invalid binary data format: <class 'int'>"}


def test_a_button_that_is_gone_or_off_saves_nothing(tab: Tab) -> None:
    tab.run(lambda: st.download_button("Save", "x"))
    id = tab.id("Save")
    session.forget([id])
    assert "error" in json.loads(session.download(id)[0])
    assert not session.is_deferred(id)
    assert "error" in saved(tab, "x", disabled=True)[0]


def test_the_click_is_true_in_its_run_and_calls_back(tab: Tab) -> None:
    seen: list[Any] = []

    def script() -> None:
        seen.append(st.download_button("Save", "x", on_click=lambda: seen.append("called")))

    tab.run(script)
    tab.run(script, ("Save", True))
    tab.run(script)
    assert seen == [False, "called", True, False]
