"""Lengths of time as texts."""

from __future__ import annotations

import pytest

from streamlit import _duration
from streamlit.errors import StreamlitBadTimeStringError

GOOD = {
    "0": 0,
    "0ms": 0,
    "300ms": 0.3,
    "0.5s": 0.5,
    ".5s": 0.5,
    "-1s": -1,
    "+1s": 1,
    "2m": 120,
    "1h": 3600,
    "1d2h34m": 95_640,
    "2 days": 172_800,
    "1 day 02:00:00": 93_600,
    "01:30": 5_400,
    "00:00:01.5": 1.5,
    "1w": 604_800,
    "1D": 86_400,
    "250 milliseconds": 0.25,
    "1us": 1e-6,
    "1000": 1e-6,
}


@pytest.mark.parametrize(("text", "seconds"), GOOD.items())
def test_a_length_in_seconds(text: str, seconds: float) -> None:
    assert _duration.seconds(text) == pytest.approx(seconds)


@pytest.mark.parametrize("text", ["abc", "", "-", "1x", "s", "1 2 3", "1:2", "1d,2h"])
def test_a_text_that_is_no_length(text: str) -> None:
    with pytest.raises(StreamlitBadTimeStringError, match="Time string doesn't look right"):
        _duration.seconds(text)
