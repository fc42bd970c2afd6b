"""`st.html`."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from streamlit import _check
from streamlit._json import encode
from streamlit._memo import memoised
from streamlit.errors import StreamlitMissingRequiredParameterError

if TYPE_CHECKING:
    from streamlit import _wire
    from streamlit._annotations import Width
    from streamlit.delta_generator import DeltaGenerator

_ONLY_STYLE = re.compile(r"(?:\s*<style\b[^>]*>.*?</style\s*>)+\s*", re.DOTALL | re.IGNORECASE)
#: Longer texts, and texts over several lines, are no paths.
_LONGEST_PATH = 1_024


def html(
    self: DeltaGenerator, body: object, *, width: Width = "stretch", unsafe_allow_javascript: bool = False
) -> DeltaGenerator:
    """Shows HTML, sanitised: a text, a file (a path to one; CSS becomes a style), or what shows itself as HTML.

    A text that only holds styles takes no room on the page. `unsafe_allow_javascript` is taken and has no effect but a
    note on the page: scripts never run in the page that holds the reader's keys.
    Raises `StreamlitMissingRequiredParameterError` when there is nothing to show.
    """
    text = _text(body)
    if not text.strip():
        raise StreamlitMissingRequiredParameterError("body")
    element = _element(text, width, bool(unsafe_allow_javascript))
    if "<style" in text[:100].lower() and _ONLY_STYLE.fullmatch(text):
        from streamlit.delta_generator import event

        return event._put_json(element)
    return self._put_json(element)


def _text(body: object) -> str:
    file = _file(body)
    if file is not None:
        content = file.read_text(encoding="utf-8")
        return f"<style>{content}</style>" if file.suffix.lower() == ".css" else content
    if not isinstance(body, (str, type)) and callable(show := getattr(body, "_repr_html_", None)):
        return _check.clean(show())
    return _check.clean(body)


def _file(body: object) -> Path | None:
    if isinstance(body, os.PathLike):
        return Path(body)
    if not isinstance(body, str) or len(body) > _LONGEST_PATH or "\n" in body or "<" in body:
        return None
    try:
        return Path(body) if os.path.isfile(body) else None
    except ValueError:
        return None


@memoised
def _element(body: str, width: Width, javascript: bool) -> str:
    element: _wire.Html = {"type": "html", "body": body, "width": _check.width(width)}
    if javascript:
        element["javascript"] = True
    return encode(element)
