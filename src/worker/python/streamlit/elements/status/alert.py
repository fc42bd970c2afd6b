"""`st.error`, `st.warning`, `st.info`, `st.success`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from streamlit import _check
from streamlit._json import encode
from streamlit._memo import memoised

if TYPE_CHECKING:
    from streamlit import _wire
    from streamlit._annotations import WidthWithoutContent
    from streamlit.delta_generator import DeltaGenerator


def error(
    self: DeltaGenerator,
    body: object,
    *,
    icon: str | None = None,
    width: WidthWithoutContent = "stretch",
    title: object = None,
) -> DeltaGenerator:
    """Shows Markdown in a red box. Raises `StreamlitAPIException` for an icon that is none."""
    return self._put_json(_element(_check.clean(body), "error", icon, width, _title(title)))


def warning(
    self: DeltaGenerator,
    body: object,
    *,
    icon: str | None = None,
    width: WidthWithoutContent = "stretch",
    title: object = None,
) -> DeltaGenerator:
    """Shows Markdown in a yellow box. Raises `StreamlitAPIException` for an icon that is none."""
    return self._put_json(_element(_check.clean(body), "warning", icon, width, _title(title)))


def info(
    self: DeltaGenerator,
    body: object,
    *,
    icon: str | None = None,
    width: WidthWithoutContent = "stretch",
    title: object = None,
) -> DeltaGenerator:
    """Shows Markdown in a blue box. Raises `StreamlitAPIException` for an icon that is none."""
    return self._put_json(_element(_check.clean(body), "info", icon, width, _title(title)))


def success(
    self: DeltaGenerator,
    body: object,
    *,
    icon: str | None = None,
    width: WidthWithoutContent = "stretch",
    title: object = None,
) -> DeltaGenerator:
    """Shows Markdown in a green box. Raises `StreamlitAPIException` for an icon that is none."""
    return self._put_json(_element(_check.clean(body), "success", icon, width, _title(title)))


def _title(title: object) -> str | None:
    return None if title is None else _check.clean(title) or None


@memoised
def _element(
    body: str,
    level: Literal["error", "warning", "info", "success"],
    icon: str | None,
    width: WidthWithoutContent,
    title: str | None,
) -> str:
    element: _wire.Alert = {
        "type": "alert",
        "level": level,
        "body": body,
        "width": _check.width(width, content=False),
    }
    if (shown := _check.icon(icon)) is not None:
        element["icon"] = shown
    if title is not None:
        element["title"] = title
    return encode(element)
