"""What every widget does after its arguments are checked: identity, value, and the element on the page."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from streamlit import _run
from streamlit._check import Callback, OnChange
from streamlit._host import slot
from streamlit._json import encode
from streamlit.errors import (
    StreamlitDuplicateElementId,
    StreamlitDuplicateElementKey,
    StreamlitInvalidFormCallbackError,
)
from streamlit.session_state import WidgetMetadata

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

T = TypeVar("T")

_IMMUTABLE = (str, int, float, bool, type(None))


def register(
    dg: DeltaGenerator,
    element: dict[str, Any],
    *,
    command: str,
    key: str | None,
    shape: Mapping[str, object],
    keyed: Sequence[str] = (),
    default: T,
    to_wire: Callable[[T], Any],
    from_wire: Callable[[Any], T],
    fit: Callable[[T], T] | None = None,
    on_change: tuple[Callback | None, OnChange] = (None, "rerun"),
    args: Sequence[Any] | None = None,
    kwargs: Mapping[str, Any] | None = None,
    disabled: bool = False,
    settable: bool = True,
    trigger: bool = False,
) -> T:
    """Puts a widget on the page and returns its value.

    `element` is the wire element without `id`, `default`, `form_id`. `shape` holds the arguments that make the widget
    what it is: without a key all of them are its identity, with a key only those named in `keyed` (semantics §2).
    `from_wire` turns what the page sent into the script's value, `default` for what does not fit. `fit` does the same
    for a value that the script assigned or that was made for other arguments; it may raise.
    """
    host = slot.host
    at = dg._handle
    callback, mode = on_change
    form = host.form_of(at)
    if form is not None:
        if callback is not None and command != "form_submit_button":
            raise StreamlitInvalidFormCallbackError
        element["form_id"] = form
    identity = shape if key is None else {name: shape[name] for name in keyed}
    id = host.register(at, element["type"], key, f"{command}{identity}", trigger)
    if id == "duplicate_key":
        raise StreamlitDuplicateElementKey(str(key))
    if id == "duplicate_id":
        raise StreamlitDuplicateElementId(command)
    metadata = WidgetMetadata(
        id=id,
        key=key,
        from_wire=from_wire,
        trigger=trigger,
        at_rest=default,
        settable=settable,
        disabled=disabled,
        callback=callback,
        args=tuple(args or ()),
        kwargs=dict(kwargs or {}),
    )
    value, by_script = _run.session.register(metadata, default)
    if fit is not None and value is not default:
        fitted = fit(value)
        if by_script or fitted is not value:
            _run.session.settle(id, fitted)
            by_script = True
        value = fitted
    if by_script:
        host.set_value(id, encode(to_wire(value)))
    element["id"] = id
    element["default"] = to_wire(default)
    if key is not None:
        element["key"] = key
    if mode == "ignore":
        element["on_change"] = mode
    if disabled:
        element["disabled"] = True
    host.element(at, encode(element))
    _run.checkpoint()
    return value if isinstance(value, _IMMUTABLE) else copy.deepcopy(value)


def labelled(
    element: dict[str, Any], label: str, help: str | None, label_visibility: str = "visible"
) -> dict[str, Any]:
    """Adds what a label needs to a widget's element."""
    element["label"] = label
    if help is not None:
        element["help"] = help
    if label_visibility != "visible":
        element["label_visibility"] = label_visibility
    return element
