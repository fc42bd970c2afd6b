"""Faults of a callback: what is on the page, as `data/situations.json` has it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from driver import Tab

import streamlit as st

if TYPE_CHECKING:
    from fake_host import FakeHost

ROWS: list[dict[str, Any]] = json.loads((Path(__file__).parent / "data" / "situations.json").read_text())


@pytest.mark.parametrize("row", ROWS, ids=[row["situation"] for row in ROWS])
def test_a_fault_of_a_callback_is_shown(row: dict[str, Any], host: FakeHost) -> None:
    tab = Tab(host)

    def script() -> None:
        st.checkbox("a", on_change=lambda: eval(row["callback"], {"st": st}))
        st.button("b", key="b")

    tab.run(script)
    assert tab.run(script, ("a", True)) == "error"
    element = host.elements[-1]
    assert element["exception_type"] == row["class"]
    assert element["message"] == row["message"]
    assert all(one["type"] != "button" for one in host.elements)
