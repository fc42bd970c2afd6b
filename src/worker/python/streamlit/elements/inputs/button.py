"""`st.button`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from streamlit import _check
from streamlit._button import dress, wrong_place
from streamlit._codec import Flag
from streamlit._host import slot
from streamlit._widget import register

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from streamlit import _wire
    from streamlit._check import Callback
    from streamlit.delta_generator import DeltaGenerator


def button(
    self: DeltaGenerator,
    label: str,
    key: str | int | None = None,
    help: str | None = None,
    on_click: Callback | None = None,
    args: Sequence[Any] | None = None,
    kwargs: Mapping[str, Any] | None = None,
    *,
    type: Literal["primary", "secondary", "tertiary"] = "secondary",
    icon: str | None = None,
    icon_position: Literal["left", "right"] = "left",
    disabled: bool = False,
    use_container_width: bool | None = None,
    width: Any = "content",
    shortcut: str | None = None,
    wrap: bool | None = None,
) -> bool:
    """A button. Returns True in the run that its click starts, and False in every other.

    `shortcut`, such as "Ctrl+K", clicks it from the keyboard. Raises `StreamlitInvalidLayoutContextError` inside a
    form, `StreamlitValueError` for an unknown `type` or `icon_position`.
    """
    width = _check.width(_check.container_width(width, use_container_width))
    name = _check.key(key)
    callback = _check.callback(on_click, "on_click")
    element: _wire.Button = {"type": "button", "width": width}
    shape = dress(
        element,
        label,
        help=help,
        type=type,
        icon=icon,
        icon_position=icon_position,
        shortcut=shortcut,
        wrap=wrap,
    )
    if slot.host.form_of(self._handle) is not None:
        raise wrong_place(
            "`st.button()` can't be used in an `st.form()`. Use `st.form_submit_button()` instead to submit the form."
        )
    return register(
        self,
        element,
        Flag(False),
        command="button",
        key=name,
        shape=(*shape, width),
        on_change=(callback, "rerun"),
        args=args,
        kwargs=kwargs,
        disabled=bool(disabled),
        settable=False,
        trigger=True,
    )
