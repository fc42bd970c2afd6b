"""`st.spinner`."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from streamlit import _check, _run
from streamlit._host import slot
from streamlit._json import encode

if TYPE_CHECKING:
    from collections.abc import Generator

    from streamlit import _wire
    from streamlit._annotations import Width
    from streamlit.delta_generator import DeltaGenerator


@contextmanager
def spinner(
    self: DeltaGenerator,
    text: str = "In progress...",
    *,
    show_time: bool = False,
    _cache: bool = False,
    width: Width = "content",
) -> Generator[None, None, None]:
    """Shows that something takes its time, while the `with` block or the decorated function runs.

    The page draws it after half a second; it takes no place among the elements. `show_time` counts the seconds.
    Raises `StreamlitInvalidWidthError`, when the block is entered, for a width that is none.
    """
    element: _wire.Spinner = {"type": "spinner", "text": _check.clean(text), "width": _check.width(width)}
    if show_time:
        element["show_time"] = True
    host = slot.host
    shown = host.transient(self._handle, encode(element))
    host.flush()  # what follows may not give the page a turn before it ends
    _run.checkpoint()
    try:
        yield
    finally:
        host.end_transient(shown)
