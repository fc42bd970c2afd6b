"""What `st.text_input` and `st.text_area` share: their values, and how `live` is written."""

from __future__ import annotations

import numbers
from datetime import timedelta
from typing import Any

from streamlit import _duration
from streamlit._codec import Codec
from streamlit.errors import StreamlitInvalidParameterTypeError, StreamlitValueOutOfRangeError

_PAUSE = 250
_LONGEST_PAUSE = 60


class Text(Codec[str | None]):
    """A text no longer than `max_chars`, or None."""

    __slots__ = ("max_chars",)

    def __init__(self, value: str | None, max_chars: int | None) -> None:
        super().__init__(value if value is None else value[:max_chars])
        self.max_chars = max_chars

    def from_wire(self, wire: Any) -> str | None:
        return wire[: self.max_chars] if isinstance(wire, str) else self.default

    def fit(self, value: Any) -> str | None:
        if value is not None and not isinstance(value, str):
            raise TypeError("bad argument type for built-in operation")
        return value if value is None or self.max_chars is None else value[: self.max_chars]


class Password(Text):
    """The same, written down nowhere."""

    __slots__ = ()
    private = True


def check_max_chars(value: object) -> int | None:
    """A number of characters; None and 0 set no limit."""
    if value is None:
        return None
    if not isinstance(value, numbers.Integral):
        raise TypeError(f"`max_chars` must be an int, not {type(value).__name__}")
    most = int(value)
    if most < 0:
        raise ValueError(f"`max_chars` must not be negative: {most}")
    return most or None


_NOT_A_NUMBER = (
    "A number or `datetime.timedelta` is not accepted. Use `True` for a 250ms pause, or a duration string like "
    "`'300ms'` or `'0.5s'`. `live=300` is not milliseconds (and `live=0.3` is not seconds); duration units must be "
    "explicit."
)


def live_pause(live: object) -> float | None:
    """The pause in milliseconds after which a text is committed; None for not before Enter."""
    if live is False:
        return None
    if live is True:
        return _PAUSE
    if not isinstance(live, str):
        raise StreamlitInvalidParameterTypeError(
            "live",
            ["bool", "str"],
            type(live).__name__,
            _NOT_A_NUMBER if isinstance(live, (numbers.Number, timedelta)) else "",
        )
    pause = _duration.seconds(live)
    if not 0 <= pause <= _LONGEST_PAUSE:
        raise StreamlitValueOutOfRangeError(
            "live",
            live,
            "0ms",
            "1m",
            "Use `True` for the 250ms default, `'0ms'` to commit on every change, or a duration string up to `'1m'`.",
        )
    milliseconds = pause * 1000
    return int(milliseconds) if milliseconds.is_integer() else milliseconds
