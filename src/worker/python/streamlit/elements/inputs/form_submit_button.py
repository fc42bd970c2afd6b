"""`st.form_submit_button`."""

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


def form_submit_button(
    self: DeltaGenerator,
    label: str = "Submit",
    help: str | None = None,
    on_click: Callback | None = None,
    args: Sequence[Any] | None = None,
    kwargs: Mapping[str, Any] | None = None,
    *,
    key: str | int | None = None,
    type: Literal["primary", "secondary", "tertiary"] = "secondary",
    icon: str | None = None,
    icon_position: Literal["left", "right"] = "left",
    disabled: bool = False,
    use_container_width: bool | None = None,
    width: Any = "content",
    shortcut: str | None = None,
    wrap: bool | None = None,
) -> bool:
    """The button that sends a form. Returns True in the run that its click starts, and False in every other.

    Its `on_click` is the only callback that a form can have; it sees the new values. Without a `key` it is called
    `FormSubmitter:<form>-<label>`. Raises `StreamlitInvalidLayoutContextError` outside of a form, and what `st.button`
    raises.
    """
    form = slot.host.form_of(self._handle)
    if form is None:
        raise wrong_place("`st.form_submit_button()` must be used inside an `st.form()`.")
    width = _check.width(_check.container_width(width, use_container_width))
    callback = _check.callback(on_click, "on_click")
    name = f"FormSubmitter:{form}-{label}" if key is None else _check.key(key)
    element: _wire.FormSubmitButton = {"type": "form_submit_button", "width": width}
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
    return register(
        self,
        element,
        Flag(False),
        command="form_submit_button",
        key=name,
        shape=(*shape, width),
        on_change=(callback, "rerun"),
        args=args,
        kwargs=kwargs,
        disabled=bool(disabled),
        settable=False,
        trigger=True,
    )
