"""Status elements where a row of `cases/` does not tell all: tracebacks, replacing, a spinner around its block."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

import streamlit as st
from streamlit._run import StopException

if TYPE_CHECKING:
    from fake_host import FakeHost


def test_an_exception_that_was_raised_has_its_lines(host: FakeHost) -> None:
    try:
        _ = {}["a"]
    except KeyError as error:
        st.exception(error)
    (frame,) = host.elements[-1]["stack_trace"]
    place, source, marks = frame.split("\n")
    assert place.startswith(f'File "{__file__}", line ')
    assert source == '    _ = {}["a"]'
    assert marks == "        ~~^^^^^"
    assert host.elements[-1]["message"] == "'a'"


def test_a_bar_moves_in_its_place(host: FakeHost) -> None:
    bar = st.progress(0)
    bar.progress(0.5, "half")
    bar.empty()
    assert [element["type"] for element in host.elements] == ["progress", "progress", "empty"]
    assert host.parents[1] == host.parents[2] == host.handles[0]


@pytest.mark.parametrize(
    ("value", "percent"),
    [(0, 0), (100, 100), (1, 1), (1.0, 100), (0.07, 7), (1 / 3, 33.33), (np.int64(5), 5), (np.float32(0.5), 50)],
)
def test_a_bar_has_percent(host: FakeHost, value: float, percent: float) -> None:
    st.progress(value)
    assert host.elements[-1]["value"] == percent


def test_a_spinner_is_there_while_its_block_runs(host: FakeHost) -> None:
    with st.spinner("a"):
        assert host.transients == {1: {"type": "spinner", "text": "a", "width": "content"}}
    assert host.transients[1]["ended"]
    assert host.elements == []


def test_a_spinner_ends_with_an_exception(host: FakeHost) -> None:
    with pytest.raises(ValueError, match="q"), st.sidebar.spinner():
        raise ValueError("q")
    assert host.transients[1]["ended"]


def test_a_spinner_ends_when_the_run_is_stopped(host: FakeHost) -> None:
    with pytest.raises(StopException), st.spinner():
        raise StopException
    assert host.transients[1]["ended"]


def test_a_spinner_goes_around_a_function(host: FakeHost) -> None:
    @st.spinner("a")
    def work() -> int:
        return len(host.transients)

    assert (work(), work()) == (1, 2)
