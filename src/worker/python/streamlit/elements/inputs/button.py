"""`st.button`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from streamlit import _check
from streamlit._codec import Flag
from streamlit._host import slot
from streamlit._shortcut import normalise as normalise_shortcut
from streamlit._widget import labelled, register
from streamlit.errors import StreamlitInvalidLayoutContextError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from streamlit import _wire
    from streamlit._check import Callback
    from streamlit.delta_generator import DeltaGenerator

TYPES = ("primary", "secondary", "tertiary")
POSITIONS = ("left", "right")


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
    _check.one_of("type", type, TYPES)
    _check.one_of("icon_position", icon_position, POSITIONS)
    callback = _check.callback(on_click, "on_click")
    if slot.host.form_of(self._handle) is not None:
        raise StreamlitInvalidLayoutContextError(
            "`st.button()` can't be used in an `st.form()`. Use `st.form_submit_button()` instead to submit the "
            "form.\n\nFor more information, refer to the\n[documentation for forms]"
            "(https://docs.streamlit.io/develop/api-reference/execution-flow/st.form).\n"
        )
    tooltip = _check.help_text(help)
    element: _wire.Button = {"type": "button", "width": width}
    labelled(element, _check.label(label), tooltip)
    if type != "secondary":
        element["variant"] = type
    if (shown := _check.icon(icon)) is not None:
        element["icon"] = shown
        element["icon_position"] = icon_position
    keys = normalise_shortcut(shortcut)
    if keys is not None:
        element["shortcut"] = keys
    if (wraps := _check.optional_flag("wrap", wrap)) is not None:
        element["wrap"] = wraps
    return register(
        self,
        element,
        Flag(False),
        command="button",
        key=name,
        shape=(label, shown, icon_position, tooltip, type, width, keys, wrap),
        on_change=(callback, "rerun"),
        args=args,
        kwargs=kwargs,
        disabled=bool(disabled),
        settable=False,
        trigger=True,
    )
