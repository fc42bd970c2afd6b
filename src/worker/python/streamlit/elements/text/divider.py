"""`st.divider`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streamlit import _check

if TYPE_CHECKING:
    from streamlit._annotations import WidthWithoutContent
    from streamlit.delta_generator import DeltaGenerator


def divider(self: DeltaGenerator, *, width: WidthWithoutContent = "stretch") -> DeltaGenerator:
    """Draws a horizontal rule. Raises `StreamlitInvalidWidthError` for a width that is none."""
    return self._put({"type": "divider", "width": _check.width(width, content=False)})
