"""`st.number_input`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from streamlit import _check
from streamlit._number_values import Number, check_format, resolve
from streamlit._widget import labelled, register

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from streamlit import _wire
    from streamlit._check import Callback
    from streamlit.delta_generator import DeltaGenerator


def number_input(
    self: DeltaGenerator,
    label: str,
    min_value: float | None = None,
    max_value: float | None = None,
    value: float | str | None = "min",
    step: float | None = None,
    format: str | None = None,
    key: str | int | None = None,
    help: str | None = None,
    on_change: Callback | str | None = "rerun",
    args: Sequence[Any] | None = None,
    kwargs: Mapping[str, Any] | None = None,
    *,
    placeholder: str | None = None,
    disabled: bool = False,
    required: bool = False,
    label_visibility: str = "visible",
    icon: str | None = None,
    width: Any = "stretch",
    bind: str | None = None,
    persist_state: str | None = None,
) -> Any:
    """A field for a number. Returns an int when all numbers given are ints, else a float; None while it is empty.

    `value="min"` starts at `min_value`, or at zero; None starts empty. Raises `StreamlitMixedNumericTypesError` for
    ints beside floats, `StreamlitInvalidMinMaxError`, `StreamlitValueBelowMinError`, `StreamlitValueAboveMaxError`,
    `StreamlitJSNumberBoundsError` for a number that a browser cannot hold, `StreamlitInvalidNumberFormatError`.
    """
    name = _check.key(key)
    _check.bind_and_persist(bind, persist_state, name)
    tooltip = _check.help_text(help)
    element: _wire.NumberInput = {"type": "number_input", "width": _check.width(width, content=False)}
    labelled(element, _check.label(label), tooltip, _check.label_visibility(label_visibility))
    resolved = resolve(value, min_value, max_value, step)
    shown = _check.icon(icon)
    hint = None if placeholder is None else str(placeholder)
    element["data_type"] = "int" if resolved.is_int else "float"
    element["step"] = resolved.step
    if resolved.least is not None:
        element["min"] = resolved.least
    if resolved.most is not None:
        element["max"] = resolved.most
    pattern = check_format(format, is_int=resolved.is_int)
    if pattern is not None:
        element["format"] = pattern
    if hint:
        element["placeholder"] = hint
    if required:
        element["required"] = True
    if shown is not None:
        element["icon"] = shown
    return register(
        self,
        element,
        Number(resolved),
        command="number_input",
        key=name,
        shape=(label, min_value, max_value, value, step, format, tooltip, hint, bool(required), shown, width),
        on_change=_check.on_change(on_change),
        args=args,
        kwargs=kwargs,
        disabled=bool(disabled),
        defaulted=value not in ("min", None),
        persist=persist_state,
    )
