"""`st.exception`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streamlit import _check, _traceback

if TYPE_CHECKING:
    from streamlit import _wire
    from streamlit._annotations import WidthWithoutContent
    from streamlit.delta_generator import DeltaGenerator


def exception(self: DeltaGenerator, exception: BaseException, width: WidthWithoutContent = "stretch") -> DeltaGenerator:
    """Shows an exception: its type, its message, and the lines of the script that led to it.

    Anything else is shown by its type and text, with a line in the log. Raises `StreamlitInvalidWidthError` for a
    width that is none.
    """
    element = _element(exception)
    element["width"] = _check.width(width, content=False)
    return self._put(element)


def _element(exception: object) -> _wire.Exception:
    if isinstance(exception, BaseException):
        return _traceback.as_element(exception)
    name = type(exception).__name__
    _check.logger.warning("Failed to format traceback for %s", name)
    return {"type": "exception", "exception_type": name, "message": str(exception).strip(), "stack_trace": []}
