"""`st.slider`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from streamlit import _check
from streamlit import _slider_wire as wire
from streamlit._slider_range import Range
from streamlit._slider_values import resolve
from streamlit._widget import labelled, register

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from streamlit import _wire
    from streamlit._check import Callback
    from streamlit.delta_generator import DeltaGenerator


def slider(
    self: DeltaGenerator,
    label: str,
    min_value: Any = None,
    max_value: Any = None,
    value: Any = None,
    step: Any = None,
    format: str | None = None,
    key: str | int | None = None,
    help: str | None = None,
    on_change: Callback | str | None = "rerun",
    args: Sequence[Any] | None = None,
    kwargs: Mapping[str, Any] | None = None,
    *,
    disabled: bool = False,
    label_visibility: str = "visible",
    width: Any = "stretch",
    bind: str | None = None,
    persist_state: str | None = None,
) -> Any:
    """A track with a thumb, or two when `value` is a list or a tuple. Returns the value, a tuple for a range.

    Values are all ints, floats, dates, times or datetimes; `step` is a number, or a timedelta for the last three. A
    value beyond the bounds widens them. Raises `StreamlitInvalidParameterTypeError` for mixed types,
    `StreamlitInvalidMinMaxError` for equal bounds, `StreamlitValueError` for a step of zero or three values,
    `StreamlitJSNumberBoundsError` for a number that a browser cannot hold.
    """
    name = _check.key(key)
    _check.bind_and_persist(bind, persist_state, name)
    tooltip = _check.help_text(help)
    element: _wire.Slider = {"type": "slider", "width": _check.width(width, content=False)}
    labelled(element, _check.label(label), tooltip, _check.label_visibility(label_visibility))
    resolved = resolve(min_value, max_value, value, step)
    codec = Range(resolved)
    element["data_type"] = resolved.kind
    element["min"] = codec.least
    element["max"] = codec.most
    element["step"] = wire.step_number(resolved.step)
    if format is not None:
        if not isinstance(format, str):
            raise TypeError(f"`format` must be a str, not {type(format).__name__}")
        if format:
            element["format"] = format
    return register(
        self,
        element,
        codec,
        command="slider",
        key=name,
        shape=(label, min_value, max_value, value, step, format, tooltip, width),
        keyed=(min_value, max_value, step),
        on_change=_check.on_change(on_change),
        args=args,
        kwargs=kwargs,
        disabled=bool(disabled),
        defaulted=value is not None,
        persist=persist_state,
    )
