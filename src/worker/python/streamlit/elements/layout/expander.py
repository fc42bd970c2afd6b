"""`st.expander`."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Any, Literal

from streamlit import _check
from streamlit._codec import Flag
from streamlit._widget import identify
from streamlit.elements.layout.container import claim
from streamlit.errors import StreamlitMissingRequiredParameterError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from streamlit import _wire
    from streamlit._check import Callback
    from streamlit.delta_generator import DeltaGenerator
    from streamlit.elements.layout._expander_container import ExpanderContainer

TYPES = ("default", "compact", "step")


class _Open(Flag):
    """Whether it is open. The script may assign what counts as a number."""

    __slots__ = ()

    def fit(self, value: Any) -> bool:
        return value if isinstance(value, bool) else bool(operator.index(value))


def expander(
    self: DeltaGenerator,
    label: str,
    expanded: bool = False,
    *,
    key: str | int | None = None,
    icon: str | None = None,
    type: Literal["default", "compact", "step"] = "default",
    width: Any = "stretch",
    on_change: Callback | str = "ignore",
    args: Sequence[Any] | None = None,
    kwargs: Mapping[str, Any] | None = None,
    bind: str | None = None,
) -> ExpanderContainer:
    """A container that the reader opens and closes; `expanded` says whether it is open at first.

    With `on_change` other than 'ignore', or `bind`, the script follows it: `open` says how it is, and
    `st.session_state[key]` opens and closes it. Raises `StreamlitMissingRequiredParameterError` without a label,
    `StreamlitValueError` for an unknown `type`.
    """
    from streamlit.elements.layout._expander_container import ExpanderContainer

    if label is None:
        raise StreamlitMissingRequiredParameterError("label")
    _check.one_of("type", type, TYPES)
    open = _check.optional_flag("expanded", expanded) or False
    callback, mode = _check.on_change(on_change)
    name = _check.key(key) if key != "" else None
    _check.bind_and_persist(bind, None, name)
    element: _wire.Expander = {"type": "expander", "label": str(label), "width": _check.width(width, content=False)}
    shown = _check.icon(icon)
    if open:
        element["expanded"] = True
    if shown is not None:
        element["icon"] = shown
    if type != "default":
        element["variant"] = type
    followed: bool | None = None
    if mode == "rerun" or bind is not None:
        shape = (label, open, shown, type, width)
        made = identify(
            self,
            element,
            _Open(open),
            command="expander",
            key=name,
            shape=shape,
            keyed=shape,
            callback=callback,
            args=args,
            kwargs=kwargs,
        )
        followed = made.value
    elif (claimed := claim(name)) is not None:
        element["key"] = claimed
    return ExpanderContainer(self._put_block(element), open=followed)
