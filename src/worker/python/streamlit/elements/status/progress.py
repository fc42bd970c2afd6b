"""`st.progress`."""

from __future__ import annotations

from numbers import Integral, Real
from typing import TYPE_CHECKING

from streamlit import _check
from streamlit.errors import StreamlitInvalidParameterTypeError, StreamlitValueOutOfRangeError

if TYPE_CHECKING:
    from streamlit import _wire
    from streamlit._annotations import WidthWithoutContent
    from streamlit.delta_generator import DeltaGenerator


def progress(
    self: DeltaGenerator, value: float, text: str | None = None, width: WidthWithoutContent = "stretch"
) -> DeltaGenerator:
    """Shows a bar, with Markdown above it. `value` is an int from 0 to 100 or a float from 0.0 to 1.0.

    Calling `progress` on what it returns moves the bar. Raises `StreamlitValueOutOfRangeError` for a value outside
    its range, `StreamlitInvalidParameterTypeError` for another type of value or text.
    """
    element: _wire.Progress = {
        "type": "progress",
        "value": _percent(value),
        "width": _check.width(width, content=False),
    }
    if text is not None:
        if not isinstance(text, str):
            raise StreamlitInvalidParameterTypeError("text", ["str"], type(text).__name__)
        element["text"] = _check.clean(text)
    return self._put(element)


def _percent(value: object) -> float:
    if isinstance(value, bool):
        raise TypeError("`value` must be an int or a float, not bool")
    if isinstance(value, Integral):
        if 0 <= int(value) <= 100:
            return int(value)
        raise StreamlitValueOutOfRangeError("value", value, 0, 100)
    if isinstance(value, Real):
        if 0 <= float(value) <= 1:
            return round(float(value) * 100, 2)
        raise StreamlitValueOutOfRangeError("value", value, 0.0, 1.0)
    raise StreamlitInvalidParameterTypeError("value", ["int", "float"], type(value).__name__)
