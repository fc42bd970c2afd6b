"""`st.container`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from streamlit import _check
from streamlit._host import slot
from streamlit.errors import StreamlitDuplicateElementKey, StreamlitIncompatibleParametersError

if TYPE_CHECKING:
    from streamlit import _wire
    from streamlit.delta_generator import DeltaGenerator

HORIZONTAL = ("left", "center", "right", "distribute")
VERTICAL = ("top", "center", "bottom", "distribute")


def container(
    self: DeltaGenerator,
    *,
    border: bool | None = None,
    key: str | int | None = None,
    width: Any = "stretch",
    height: Any = "content",
    horizontal: bool = False,
    wrap: bool = True,
    horizontal_alignment: Literal["left", "center", "right", "distribute"] = "left",
    vertical_alignment: Literal["top", "center", "bottom", "distribute"] = "top",
    gap: Any = "small",
    autoscroll: bool | None = None,
) -> DeltaGenerator:
    """A container for several elements, added to in any order.

    With a `height` in pixels it scrolls and has a border. Raises `StreamlitValueError` for an unknown gap or
    alignment, `StreamlitIncompatibleParametersError` for `wrap=False` without `horizontal=True`.
    """
    element: _wire.Container = {"type": "container", "width": _check.width(width), "height": _check.height(height)}
    if horizontal_alignment not in HORIZONTAL:
        _check.one_of("horizontal_alignment", horizontal_alignment, HORIZONTAL, f"Got {horizontal_alignment!r}.")
    if vertical_alignment not in VERTICAL:
        _check.one_of("vertical_alignment", vertical_alignment, VERTICAL, f"Got {vertical_alignment!r}.")
    bordered = _check.optional_flag("border", border)
    scrolls = _check.optional_flag("autoscroll", autoscroll)
    wraps = _check.optional_flag("wrap", wrap)
    if not wraps and not horizontal:
        raise StreamlitIncompatibleParametersError(
            ["wrap=False", "horizontal=False"],
            "A vertical container has no horizontal row of elements to keep in a single, scrolling row. Set "
            "`horizontal=True` to use `wrap=False`, or remove the `wrap` argument.",
        )
    if isinstance(height, int) if bordered is None else bordered:
        element["border"] = True
    if horizontal:
        element["horizontal"] = True
        if not wraps:
            element["wrap"] = False
    if horizontal_alignment != "left":
        element["horizontal_alignment"] = horizontal_alignment
    if vertical_alignment != "top":
        element["vertical_alignment"] = vertical_alignment
    if (space := _check.gap(gap)) != "small":
        element["gap"] = space
    if scrolls is not None:
        element["autoscroll"] = scrolls
    if (name := claim(key)) is not None:
        element["key"] = name
    from streamlit.delta_generator import DeltaGenerator

    return DeltaGenerator(self._put_block(element))


def claim(key: str | int | None) -> str | None:
    """The key of something that is no widget; an empty one counts as none. Raises when the run has it already."""
    if key is None or key == "":
        return None
    name = str(key)
    if not slot.host.claim_key(name):
        raise StreamlitDuplicateElementKey(name)
    return name
