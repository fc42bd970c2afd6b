"""`st.typing`: the classes of what commands return, for annotations and `isinstance`.

It lists those whose commands exist; the others come with theirs.
"""

from __future__ import annotations

from typing import NoReturn

from streamlit.runtime.uploaded_file_manager import UploadedFile as UploadedFile

__all__ = ["UploadedFile"]

_LATER = frozenset(
    {
        "ButtonColumnClickState",
        "ChatInputValue",
        "DataEditorState",
        "DataframeState",
        "EChartsState",
        "PlotlyState",
        "PydeckState",
        "VegaLiteState",
    }
)


def __getattr__(name: str) -> NoReturn:
    if name in _LATER:
        raise AttributeError(f"`st.typing.{name}` belongs to a command that Tablit does not have yet.")
    raise AttributeError(f"module 'streamlit.typing' has no attribute '{name}'")
