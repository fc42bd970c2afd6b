"""What every widget does after its arguments are checked: identity, value, and the element on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from streamlit import _run
from streamlit._check import Callback, OnChange, logger
from streamlit._codec import Codec, copied
from streamlit._host import slot
from streamlit._json import encode
from streamlit._session import Registered, WidgetMetadata
from streamlit.errors import (
    StreamlitDuplicateElementId,
    StreamlitDuplicateElementKey,
    StreamlitInvalidFormCallbackError,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from streamlit._check import LabelVisibility
    from streamlit._wire import AnyWidget, Expander
    from streamlit.delta_generator import DeltaGenerator

T = TypeVar("T")


def register(
    dg: DeltaGenerator,
    element: AnyWidget,
    codec: Codec[T],
    *,
    command: str,
    key: str | None,
    shape: object,
    keyed: object = (),
    on_change: tuple[Callback | None, OnChange] = (None, "rerun"),
    args: Sequence[Any] | None = None,
    kwargs: Mapping[str, Any] | None = None,
    disabled: bool = False,
    settable: bool = True,
    trigger: bool = False,
    defaulted: bool = False,
    persist: object = None,
    tail: str = "",
) -> T:
    """Puts a widget on the page and returns its value. The parameters are `identify`'s.

    `element` is the wire element without `id`, `default`, `key`, `form_id`, `disabled`, `on_change`; `tail` is more of
    it that is JSON already, such as `,"options":["a"]`.
    """
    callback, mode = on_change
    made = identify(
        dg,
        element,
        codec,
        command=command,
        key=key,
        shape=shape,
        keyed=keyed,
        callback=callback,
        args=args,
        kwargs=kwargs,
        disabled=disabled,
        settable=settable,
        trigger=trigger,
        defaulted=defaulted,
        persist=persist,
    )
    element["default"] = made.default
    if mode == "ignore":
        element["on_change"] = mode
    if disabled:
        element["disabled"] = True
    text = encode(element)
    slot.host.element(dg._handle, f"{text[:-1]}{tail}}}" if tail else text)
    _run.checkpoint()
    value: T = copied(made.value)
    return value


def identify(
    dg: DeltaGenerator,
    element: AnyWidget | Expander,
    codec: Codec[Any],
    *,
    command: str,
    key: str | None,
    shape: object,
    keyed: object = (),
    callback: Callback | None = None,
    args: Sequence[Any] | None = None,
    kwargs: Mapping[str, Any] | None = None,
    disabled: bool = False,
    settable: bool = True,
    trigger: bool = False,
    defaulted: bool = False,
    persist: object = None,
) -> Registered:
    """Gives a widget its id and its value, and tells the page of a value that it does not show yet.

    Writes `id`, `key` and `form_id` into `element`. `shape` says by its repr what makes the widget what it is; with a
    key, `keyed` does (semantics §2). `defaulted`: the author gave a default. `persist`: None, or how far the value is
    kept while the script does not make the widget. Raises the errors of duplicates and of callbacks in forms, and those
    of the codec.
    """
    host = slot.host
    at = dg._handle
    form = host.form_of(at)
    if form is not None:
        if callback is not None and command != "form_submit_button":
            raise StreamlitInvalidFormCallbackError
        element["form_id"] = form
    id = host.register(at, element["type"], key, f"{command}{shape if key is None else keyed}", trigger)
    if id == "duplicate_key":
        raise StreamlitDuplicateElementKey(str(key))
    if id == "duplicate_id":
        raise StreamlitDuplicateElementId(command)
    element["id"] = id
    if key is not None:
        element["key"] = key
    made = _run.session.register(
        WidgetMetadata(id, key, codec, trigger, settable, disabled, callback, args or (), kwargs, persist is not None)
    )
    if made.by_script and defaulted:
        _warn_of_two_defaults(key)
    if made.news:
        host.set_value(id, encode(made.wire))
    return made


def labelled(element: AnyWidget, label: str, help: str | None, label_visibility: LabelVisibility = "visible") -> None:
    """Adds what a label needs to a widget's element."""
    element["label"] = label
    if help is not None:
        element["help"] = help
    if label_visibility != "visible":
        element["label_visibility"] = label_visibility


_warned = False


def _warn_of_two_defaults(key: str | None) -> None:
    """Says once in a session's life that `value=` is of no use beside `st.session_state[key] = …`."""
    global _warned
    if not _warned:
        _warned = True
        logger.warning(
            'The widget with key "%s" was created with a default value but also had its value set via the Session '
            "State API.",
            key,
        )
