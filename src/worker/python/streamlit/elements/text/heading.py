"""`st.title`, `st.header`, `st.subheader`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias, cast

from streamlit import _check, _run
from streamlit._json import encode
from streamlit._memo import memoised
from streamlit.errors import StreamlitInvalidParameterTypeError, StreamlitValueError

if TYPE_CHECKING:
    from streamlit import _wire
    from streamlit._annotations import TextAlignment, Width
    from streamlit.delta_generator import DeltaGenerator

Anchor = str | Literal[False] | None
Divider = bool | str | None

Colour: TypeAlias = Literal["red", "orange", "yellow", "blue", "green", "violet", "gray", "grey", "rainbow"]
COLORS: tuple[Colour, ...] = ("red", "orange", "yellow", "blue", "green", "violet", "gray", "grey", "rainbow")
#: What `divider=True` goes through, from heading to heading of a run.
CYCLE: tuple[Colour, ...] = ("blue", "green", "orange", "red", "violet")


def title(
    self: DeltaGenerator,
    body: object,
    anchor: Anchor = None,
    *,
    help: str | None = None,
    icon: str | None = None,
    width: Width = "stretch",
    text_alignment: TextAlignment = "left",
    wrap: bool = True,
) -> DeltaGenerator:
    """Shows the page's heading. `anchor` is its id in the address: None makes one from the text, False none.

    Raises `StreamlitValueError` for `anchor=True` and for an unknown `text_alignment` or `wrap`,
    `StreamlitInvalidParameterTypeError` for another type of anchor.
    """
    return self._put_json(_element(_check.clean(body), 1, anchor, help, icon, None, width, text_alignment, wrap))


def header(
    self: DeltaGenerator,
    body: object,
    anchor: Anchor = None,
    *,
    help: str | None = None,
    icon: str | None = None,
    divider: Divider = False,
    width: Width = "stretch",
    text_alignment: TextAlignment = "left",
    wrap: bool = True,
) -> DeltaGenerator:
    """Shows the heading of a section. `divider` draws a line below: True in the next colour of a cycle, or a colour.

    Raises what `st.title` raises, and `StreamlitValueError` for an unknown colour.
    """
    color = _color(divider)
    return self._put_json(_element(_check.clean(body), 2, anchor, help, icon, color, width, text_alignment, wrap))


def subheader(
    self: DeltaGenerator,
    body: object,
    anchor: Anchor = None,
    *,
    help: str | None = None,
    icon: str | None = None,
    divider: Divider = False,
    width: Width = "stretch",
    text_alignment: TextAlignment = "left",
    wrap: bool = True,
) -> DeltaGenerator:
    """Shows the heading of a part of a section. Takes and raises what `st.header` does."""
    color = _color(divider)
    return self._put_json(_element(_check.clean(body), 3, anchor, help, icon, color, width, text_alignment, wrap))


def _color(divider: object) -> Colour | None:
    if not divider:
        return None
    if divider is True or divider == "auto":
        return CYCLE[_run.count("heading_divider") % len(CYCLE)]
    if divider not in COLORS:
        raise StreamlitValueError("divider", ["True", *_check.quoted(COLORS)])
    return cast("Colour", divider)


def _anchor(anchor: object) -> str | Literal[False] | None:
    if anchor is None or anchor is False or isinstance(anchor, str):
        return anchor
    if anchor is True:
        raise StreamlitValueError("anchor", ["None", "False", "any string"])
    raise StreamlitInvalidParameterTypeError("anchor", ["str", "None", "False"], type(anchor).__name__)


@memoised
def _element(
    body: str,
    level: Literal[1, 2, 3],
    anchor: Anchor,
    help: str | None,
    icon: str | None,
    divider: Colour | None,
    width: Width,
    text_alignment: TextAlignment,
    wrap: bool,
) -> str:
    element: _wire.Heading = {"type": "heading", "level": level, "body": body, "width": _check.width(width)}
    target = _anchor(anchor)
    if target is not None and target != "":
        element["anchor"] = target
    if (tooltip := _check.help_text(help)) is not None:
        element["help"] = tooltip
    if (shown := _check.icon(icon)) is not None:
        element["icon"] = shown
    if divider is not None:
        element["divider"] = divider
    if (aligned := _check.alignment(text_alignment)) != "left":
        element["text_alignment"] = aligned
    if not _check.flag("wrap", wrap):
        element["wrap"] = False
    return encode(element)
