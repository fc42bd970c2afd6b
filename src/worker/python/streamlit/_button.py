"""What `st.button` and its kin have in common: how they look, and where they cannot stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, cast

from streamlit import _check
from streamlit._shortcut import normalise as normalise_shortcut
from streamlit._widget import labelled
from streamlit.errors import StreamlitInvalidLayoutContextError

if TYPE_CHECKING:
    from streamlit import _wire

TYPES = ("primary", "secondary", "tertiary")
POSITIONS = ("left", "right")


def dress(
    element: _wire.Button | _wire.DownloadButton | _wire.FormSubmitButton,
    label: str,
    *,
    help: str | None,
    type: str,
    icon: str | None,
    icon_position: str,
    shortcut: str | None,
    wrap: bool | None,
) -> tuple[Any, ...]:
    """Writes label and look into `element`; returns what of them makes the widget what it is, beside its width."""
    variant = cast("Literal['primary', 'secondary', 'tertiary']", _check.one_of("type", type, TYPES))
    side = cast(
        "Literal['left', 'right']",
        _check.one_of("icon_position", "left" if icon_position is None else icon_position, POSITIONS),
    )
    tooltip = _check.help_text(help)
    labelled(element, _check.label(label), tooltip)
    if type != "secondary":
        element["variant"] = variant
    if (shown := _check.icon(icon)) is not None:
        element["icon"] = shown
        element["icon_position"] = side
    keys = normalise_shortcut(shortcut)
    if keys is not None:
        element["shortcut"] = keys
    if (wraps := _check.optional_flag("wrap", wrap)) is not None:
        element["wrap"] = wraps
    return (label, shown, side, tooltip, type, keys, wrap)


def wrong_place(sentences: str) -> StreamlitInvalidLayoutContextError:
    """The error of a button in a form, or of one that belongs there."""
    return StreamlitInvalidLayoutContextError(
        f"{sentences}\n\nFor more information, refer to the\n[documentation for forms]"
        "(https://docs.streamlit.io/develop/api-reference/execution-flow/st.form).\n"
    )
