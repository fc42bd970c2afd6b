"""`st.text_area`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from streamlit import _check
from streamlit._text_values import Text, check_max_chars
from streamlit._widget import labelled, register

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from streamlit import _wire
    from streamlit._check import Callback
    from streamlit.delta_generator import DeltaGenerator


def text_area(
    self: DeltaGenerator,
    label: str,
    value: object = "",
    height: Any = None,
    max_chars: int | None = None,
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
    width: Any = "stretch",
    bind: str | None = None,
    persist_state: str | None = None,
) -> str | None:
    """A field for several lines. Returns its text, cut to `max_chars`, or None while it is empty and `value` is None.

    `height` is in pixels, 'content' or 'stretch'. Raises `StreamlitInvalidHeightError` for anything else.
    """
    name = _check.key(key)
    _check.bind_and_persist(bind, persist_state, name)
    tooltip = _check.help_text(help)
    element: _wire.TextArea = {"type": "text_area", "width": _check.width(width, content=False)}
    labelled(element, _check.label(label), tooltip, _check.label_visibility(label_visibility))
    if height is not None:
        element["height"] = _check.height(height)
    if (most := check_max_chars(max_chars)) is not None:
        element["max_chars"] = most
    hint = None if placeholder is None else str(placeholder)
    if hint:
        element["placeholder"] = hint
    if required:
        element["required"] = True
    text = None if value is None else str(value)
    return register(
        self,
        element,
        Text(text, most),
        command="text_area",
        key=name,
        shape=(label, text, height, most, tooltip, hint, bool(required), width),
        keyed=most,
        on_change=_check.on_change(on_change),
        args=args,
        kwargs=kwargs,
        disabled=bool(disabled),
        defaulted=bool(text),
        persist=persist_state,
    )
