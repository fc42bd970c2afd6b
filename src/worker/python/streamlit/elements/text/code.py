"""`st.code`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streamlit import _check
from streamlit._json import encode
from streamlit._memo import memoised

if TYPE_CHECKING:
    from streamlit import _wire
    from streamlit._annotations import Height, Width
    from streamlit.delta_generator import DeltaGenerator


def code(
    self: DeltaGenerator,
    body: object,
    language: str | None = "python",
    *,
    line_numbers: bool = False,
    wrap_lines: bool = False,
    height: Height | None = "content",
    width: Width = "stretch",
) -> DeltaGenerator:
    """Shows source text in colours, with a button that copies it. `language=None` shows it without colours.

    Blank lines around it are dropped. Raises `StreamlitInvalidWidthError` or `StreamlitInvalidHeightError` for a size
    that is none.
    """
    return self._put_json(
        _element(str(body).strip("\n"), language, bool(line_numbers), bool(wrap_lines), height, width)
    )


@memoised
def _element(
    body: str, language: str | None, line_numbers: bool, wrap_lines: bool, height: Height | None, width: Width
) -> str:
    element: _wire.Code = {"type": "code", "body": body, "width": _check.width(width)}
    if language is not None and not isinstance(language, str):
        raise TypeError(f"`language` must be a str or None, not {type(language).__name__}")
    if language:
        element["language"] = language
    if line_numbers:
        element["line_numbers"] = True
    if wrap_lines:
        element["wrap_lines"] = True
    if height is not None and (size := _check.height(height)) != "content":
        element["height"] = size
    return encode(element)
