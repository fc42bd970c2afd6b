"""`st.text`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streamlit import _check
from streamlit._json import encode
from streamlit._memo import memoised

if TYPE_CHECKING:
    from streamlit import _wire
    from streamlit._annotations import TextAlignment, Width
    from streamlit.delta_generator import DeltaGenerator


def text(
    self: DeltaGenerator,
    body: object,
    *,
    help: str | None = None,
    width: Width = "content",
    text_alignment: TextAlignment = "left",
    wrap: bool = True,
) -> DeltaGenerator:
    """Shows characters as they are, without Markdown.

    `wrap=False` keeps one line, cut with an ellipsis. Raises `StreamlitValueError` for an unknown `text_alignment` or
    `wrap`, `StreamlitInvalidWidthError` for a width that is none.
    """
    return self._put_json(_element(str(body), help, width, text_alignment, wrap))


@memoised
def _element(body: str, help: str | None, width: Width, text_alignment: TextAlignment, wrap: bool) -> str:
    element: _wire.Text = {"type": "text", "body": body, "width": _check.width(width)}
    if (tooltip := _check.help_text(help)) is not None:
        element["help"] = tooltip
    if (aligned := _check.alignment(text_alignment)) != "left":
        element["text_alignment"] = aligned
    if not _check.flag("wrap", wrap):
        element["wrap"] = False
    return encode(element)
