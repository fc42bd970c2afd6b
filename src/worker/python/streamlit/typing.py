"""`st.typing`: the classes of what commands return, for annotations and `isinstance`.

It lists those whose commands exist; the others come with theirs.
"""

from __future__ import annotations

from typing import NoReturn

__all__: list[str] = []

_LATER = frozenset(
    {
        "ButtonColumnClickState",
        "ChatInputValue",
        "DataEditorState",
        "DataframeState",
        "EChartsState",
        "PlotlyState",
        "PydeckState",
        "UploadedFile",
        "VegaLiteState",
    }
)


def __getattr__(name: str) -> NoReturn:
    if name in _LATER:
        raise AttributeError(f"`st.typing.{name}` belongs to a command that Tablit does not have yet.")
    raise AttributeError(f"module 'streamlit.typing' has no attribute '{name}'")
