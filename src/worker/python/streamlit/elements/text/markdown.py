"""`st.markdown`, and the commands that are Markdown of a kind: `st.caption`, `st.latex`, `st.badge`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Literal

from streamlit import _check, _types
from streamlit._json import encode
from streamlit._memo import memoised
from streamlit.errors import StreamlitIncompatibleParametersError

if TYPE_CHECKING:
    from streamlit import _wire
    from streamlit._annotations import TextAlignment, Width
    from streamlit.delta_generator import DeltaGenerator

BadgeColor = Literal["red", "orange", "yellow", "blue", "green", "violet", "gray", "grey", "primary"]


def markdown(
    self: DeltaGenerator,
    body: object,
    unsafe_allow_html: bool = False,
    *,
    help: str | None = None,
    width: Width | Literal["auto"] = "auto",
    text_alignment: TextAlignment = "left",
    anchors: bool = True,
    wrap: bool = True,
) -> DeltaGenerator:
    """Shows Markdown: GitHub's, with `$math$`, `:emoji:`, `:material/icon:` and `:color[text]`.

    HTML in it is shown as text unless `unsafe_allow_html`. `anchors=False` leaves headings without a link to them.
    `wrap=False` keeps one line, cut with an ellipsis; it cannot be combined with HTML
    (`StreamlitIncompatibleParametersError`). Raises `StreamlitValueError` for an unknown `text_alignment` or `wrap`.
    """
    return self._put_json(
        _element(_check.clean(body), None, bool(unsafe_allow_html), help, width, text_alignment, bool(anchors), wrap)
    )


def caption(
    self: DeltaGenerator,
    body: object,
    unsafe_allow_html: bool = False,
    *,
    help: str | None = None,
    width: Width = "stretch",
    text_alignment: TextAlignment = "left",
    wrap: bool = True,
) -> DeltaGenerator:
    """Shows Markdown as small print. Raises what `st.markdown` raises."""
    return self._put_json(
        _element(_check.clean(body), "caption", bool(unsafe_allow_html), help, width, text_alignment, True, wrap)
    )


def latex(self: DeltaGenerator, body: object, *, help: str | None = None, width: Width = "stretch") -> DeltaGenerator:
    """Shows a formula: LaTeX for the inside of `$$ … $$`, or an expression of SymPy."""
    formula = _check.clean(_latex_of(body))
    return self._put_json(_element(f"$$\n{formula}\n$$", "latex", False, help, width, "left", True, True))


def badge(
    self: DeltaGenerator,
    label: str,
    *,
    icon: str | None = None,
    color: BadgeColor = "blue",
    width: Width = "content",
    help: str | None = None,
) -> DeltaGenerator:
    """Shows a coloured label, as `:blue-badge[label]` does within a text.

    Raises `StreamlitAPIException` for an `icon` that is neither one emoji nor a Material icon.
    """
    shown = _check.icon(icon)
    text = str(label) if shown is None else f"{shown} {label}"
    body = f":{color}-badge[{text}]"
    return self._put_json(_element(body, "badge", False, help, width, "left", True, True))


def _latex_of(body: object) -> object:
    if _types.is_sympy(body):
        return sys.modules["sympy"].latex(body)
    return body


@memoised
def _element(
    body: str,
    variant: Literal["caption", "latex", "badge"] | None,
    allow_html: bool,
    help: str | None,
    width: Width,
    text_alignment: TextAlignment,
    anchors: bool,
    wrap: bool,
) -> str:
    element: _wire.Markdown = {"type": "markdown", "body": body, "width": _check.width(width, auto=variant is None)}
    if variant is not None:
        element["variant"] = variant
    if (aligned := _check.alignment(text_alignment)) != "left":
        element["text_alignment"] = aligned
    if not _check.flag("wrap", wrap):
        if allow_html:
            raise StreamlitIncompatibleParametersError(
                ["wrap=False", "unsafe_allow_html=True"],
                "One-line markdown cannot ellipsize raw HTML. Pass `wrap=True` to render HTML, or omit "
                "`unsafe_allow_html` to truncate.",
            )
        element["wrap"] = False
    if allow_html:
        element["allow_html"] = True
    if (tooltip := _check.help_text(help)) is not None:
        element["help"] = tooltip
    if not anchors:
        element["anchors"] = False
    return encode(element)
