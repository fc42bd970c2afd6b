"""What the package has of Streamlit's API has its signatures, and it has nothing else."""

from __future__ import annotations

import inspect

import pytest
from api_table import Row, find, rows, signature, verdict

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

THERE = [row for row in rows() if verdict(row) not in ("missing", "gone")]
COMMANDS = [row for row in THERE if row["kind"] == "call" and row["name"].startswith("st.")]


@pytest.mark.parametrize("row", [row for row in THERE if row["kind"] == "call"], ids=lambda row: row["name"])
def test_a_call_has_the_signature_of_the_table(row: Row) -> None:
    assert signature(find(row["name"])) == row["signature"]


@pytest.mark.parametrize("row", [row for row in rows() if row["kind"] == "removed"], ids=lambda row: row["name"])
def test_what_streamlit_removed_is_not_there(row: Row) -> None:
    assert verdict(row) == "gone"


def test_every_public_command_is_in_the_table() -> None:
    named = {row["name"].removeprefix("st.") for row in rows()}
    public = {name for name in dir(st) if callable(getattr(st, name))}
    assert public <= named


def test_a_command_of_the_page_is_a_method_of_every_place() -> None:
    methods = [getattr(st, row["name"].removeprefix("st."), None) for row in COMMANDS]
    for method in methods:
        if inspect.ismethod(method) and isinstance(method.__self__, DeltaGenerator):
            assert getattr(DeltaGenerator, method.__name__) is method.__func__
