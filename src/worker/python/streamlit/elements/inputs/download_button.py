"""`st.download_button`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from streamlit import _check, _run
from streamlit._button import dress, wrong_place
from streamlit._codec import Flag
from streamlit._downloads import prepare
from streamlit._host import slot
from streamlit._widget import register

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from streamlit import _wire
    from streamlit._check import Callback
    from streamlit.delta_generator import DeltaGenerator


def download_button(
    self: DeltaGenerator,
    label: str,
    data: Any,
    file_name: str | None = None,
    mime: str | None = None,
    key: str | int | None = None,
    help: str | None = None,
    on_click: Callback | Literal["rerun", "ignore"] | None = "rerun",
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
    """A button that saves a file on the reader's computer. Returns True in the run that its click starts.

    `data` is a text, bytes, an open file, or a function that returns one of these and is called when the button is
    pressed. With `on_click="ignore"` a click starts no run. Raises `StreamlitAPIException` for other data,
    `StreamlitInvalidLayoutContextError` inside a form, and what `st.button` raises.
    """
    width = _check.width(_check.container_width(width, use_container_width))
    name = _check.key(key)
    on_change = _check.on_change(on_click, "on_click")
    element: _wire.DownloadButton = {"type": "download_button", "width": width}
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
        raise wrong_place("`st.download_button()` can't be used in an `st.form()`.")
    download = prepare(data, None if file_name is None else str(file_name), None if mime is None else str(mime))
    pressed = register(
        self,
        element,
        Flag(False),
        command="download_button",
        key=name,
        shape=(*shape, width, file_name, mime),
        on_change=on_change,
        args=args,
        kwargs=kwargs,
        disabled=bool(disabled),
        settable=False,
        trigger=True,
    )
    if not disabled:
        _run.downloads[element["id"]] = download
    return pressed
