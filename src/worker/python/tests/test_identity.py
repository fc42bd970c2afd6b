"""Which arguments make a widget another one: each row has two calls and whether they are the same widget."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import streamlit as st
from streamlit import _run
from streamlit.delta_generator import DeltaGenerator

if TYPE_CHECKING:
    from fake_host import FakeHost

ROWS = json.loads((Path(__file__).parent / "data" / "identity.json").read_text())


def id_of(call: str, host: FakeHost) -> str:
    host.begin()
    _run.reset()
    form = DeltaGenerator(host.block(1, "container", "{}", "f"))
    eval(call, {"st": st, "form": form})
    id: str = host.elements[-1]["id"]
    return id


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['a']} and {row['b']}" for row in ROWS])
def test_two_calls_are_the_same_widget_or_not(row: dict[str, Any], host: FakeHost) -> None:
    assert (id_of(row["a"], host) == id_of(row["b"], host)) is row["same"]


def test_long_lists_of_options_have_short_identities(host: FakeHost) -> None:
    assert len(id_of("st.radio('a', [f'option {n}' for n in range(10_000)])", host)) < 200
