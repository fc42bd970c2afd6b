"""What `st.expander` returns."""

from __future__ import annotations

from streamlit.delta_generator import DeltaGenerator


class ExpanderContainer(DeltaGenerator):
    """The inside of an expander."""

    __slots__ = ("_open",)

    def __init__(self, handle: int, *, open: bool | None) -> None:
        super().__init__(handle)
        self._open = open

    @property
    def open(self) -> bool | None:
        """Whether the expander is open; None when the script does not follow it (`on_change="ignore"`)."""
        return self._open
