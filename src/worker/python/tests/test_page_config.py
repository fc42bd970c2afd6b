"""`st.set_page_config`: what it tells the page."""

from __future__ import annotations

import base64
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest

import streamlit as st
from streamlit._icons import is_emoji

if TYPE_CHECKING:
    from pathlib import Path

    from fake_host import FakeHost

PIXEL = b"\x89PNG\r\n\x1a\n"
URL = f"data:image/png;base64,{base64.b64encode(PIXEL).decode()}"


def test_only_what_is_given_is_told(host: FakeHost) -> None:
    st.set_page_config()
    st.set_page_config("Title", layout="wide")
    st.set_page_config(initial_sidebar_state=300)
    assert host.configs == [{"page_title": "Title", "layout": "wide"}, {"initial_sidebar_state": 300}]


@pytest.mark.parametrize("icon", ["🎈", ":shark:", ":material/home:", "https://a.b/c.png", "no_such_file.png"])
def test_an_icon_in_words_is_told_as_it_is(host: FakeHost, icon: str) -> None:
    st.set_page_config(page_icon=icon)
    assert host.configs == [{"page_icon": icon}]


def test_any_icon_is_an_emoji(host: FakeHost) -> None:
    st.set_page_config(page_icon="random")
    assert is_emoji(host.configs[0]["page_icon"])


class Picture:
    def save(self, to: BytesIO, format: str) -> None:
        assert format == "PNG"
        to.write(PIXEL)


@pytest.mark.parametrize("icon", [PIXEL, bytearray(PIXEL), BytesIO(PIXEL), Picture()], ids=type)
def test_an_image_is_told_as_data(host: FakeHost, icon: Any) -> None:
    st.set_page_config(page_icon=icon)
    assert host.configs == [{"page_icon": URL}]


@pytest.mark.parametrize(
    ("name", "content", "kind"), [("icon.png", PIXEL, "image/png"), ("icon.svg", b"<svg/>", "image/svg+xml")]
)
def test_a_file_is_told_as_data(host: FakeHost, tmp_path: Path, name: str, content: bytes, kind: str) -> None:
    (tmp_path / name).write_bytes(content)
    st.set_page_config(page_icon=str(tmp_path / name))
    st.set_page_config(page_icon=tmp_path / name)
    assert host.configs[0] == host.configs[1] == {"page_icon": f"data:{kind};base64,{_text(content)}"}


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()


def test_menu_items_have_one_spelling(host: FakeHost) -> None:
    items = {"get help": "https://a.b", "REPORT A BUG": None, "about": "\n  # Hello\n"}
    st.set_page_config(menu_items=items)
    told = {"Get help": "https://a.b", "Report a bug": None, "About": "# Hello"}
    assert host.configs == [{"menu_items": told}]
