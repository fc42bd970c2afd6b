"""The reader's Stop in a page that can interrupt: Python raises `KeyboardInterrupt` in the midst of the script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driver import Tab

import streamlit as st

if TYPE_CHECKING:
    from fake_host import FakeHost


def test_an_interrupted_run_is_stopped_and_shows_no_error(host: FakeHost) -> None:
    def script() -> None:
        st.text("before")
        raise KeyboardInterrupt

    assert Tab(host).run(script) == "stopped"
    assert [element["type"] for element in host.elements] == ["text"]
