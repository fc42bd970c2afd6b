"""`st.checkbox` and `st.toggle`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from streamlit import _check
from streamlit._codec import Flag
from streamlit._widget import labelled, register

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from streamlit import _wire
    from streamlit._check import Callback
    from streamlit.delta_generator import DeltaGenerator


def checkbox(
    self: DeltaGenerator,
    label: str,
    value: bool = False,
    key: str | int | None = None,
    help: str | None = None,
    on_change: Callback | str | None = "rerun",
    args: Sequence[Any] | None = None,
    kwargs: Mapping[str, Any] | None = None,
    *,
    disabled: bool = False,
    label_visibility: str = "visible",
    width: Any = "content",
    wrap: bool | None = None,
    bind: str | None = None,
    persist_state: str | None = None,
) -> bool:
    """A box to tick. Returns whether it is ticked; anything may be given for `value` and counts as its truth."""
    return _flag(
        self,
        "checkbox",
        label,
        value,
        key,
        help,
        on_change,
        args,
        kwargs,
        disabled,
        label_visibility,
        width,
        wrap,
        bind,
        persist_state,
    )


def toggle(
    self: DeltaGenerator,
    label: str,
    value: bool = False,
    key: str | int | None = None,
    help: str | None = None,
    on_change: Callback | str | None = "rerun",
    args: Sequence[Any] | None = None,
    kwargs: Mapping[str, Any] | None = None,
    *,
    disabled: bool = False,
    label_visibility: str = "visible",
    width: Any = "content",
    wrap: bool | None = None,
    bind: str | None = None,
    persist_state: str | None = None,
) -> bool:
    """A switch: a checkbox that looks otherwise."""
    return _flag(
        self,
        "toggle",
        label,
        value,
        key,
        help,
        on_change,
        args,
        kwargs,
        disabled,
        label_visibility,
        width,
        wrap,
        bind,
        persist_state,
    )


def _flag(
    place: DeltaGenerator,
    command: Literal["checkbox", "toggle"],
    label: str,
    value: bool,
    key: str | int | None,
    help: str | None,
    on_change: Callback | str | None,
    args: Sequence[Any] | None,
    kwargs: Mapping[str, Any] | None,
    disabled: bool,
    label_visibility: str,
    width: Any,
    wrap: bool | None,
    bind: str | None,
    persist_state: str | None,
) -> bool:
    name = _check.key(key)
    _check.bind_and_persist(bind, persist_state, name)
    tooltip = _check.help_text(help)
    element: _wire.Checkbox = {"type": "checkbox", "width": _check.width(width)}
    labelled(element, _check.label(label), tooltip, _check.label_visibility(label_visibility))
    if command == "toggle":
        element["variant"] = command
    if (wraps := _check.optional_flag("wrap", wrap)) is not None:
        element["wrap"] = wraps
    ticked = bool(value)
    return register(
        place,
        element,
        Flag(ticked),
        command=command,
        key=name,
        shape=(label, ticked, tooltip, width, wrap),
        on_change=_check.on_change(on_change),
        args=args,
        kwargs=kwargs,
        disabled=bool(disabled),
        defaulted=ticked,
        persist=persist_state,
    )
