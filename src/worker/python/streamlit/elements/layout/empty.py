"""`st.empty`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator


def empty(self: DeltaGenerator) -> DeltaGenerator:
    """A place for one element. What is written to it replaces what it holds, and `.empty()` clears it."""
    return self._put_json('{"type":"empty"}')
