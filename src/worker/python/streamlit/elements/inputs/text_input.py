"""`st.text_input`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from streamlit import _check
from streamlit._text_values import Password, Text, check_max_chars, live_pause
from streamlit._widget import labelled, register
from streamlit.errors import (
    StreamlitIncompatibleParametersError,
    StreamlitInvalidParameterTypeError,
    StreamlitValueError,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from streamlit import _wire
    from streamlit._check import Callback
    from streamlit.delta_generator import DeltaGenerator

TYPES = ("default", "password", "email", "url", "phone", "search")


def text_input(
    self: DeltaGenerator,
    label: str,
    value: object = "",
    max_chars: int | None = None,
    key: str | int | None = None,
    type: Literal["default", "password", "email", "url", "phone", "search"] = "default",
    help: str | None = None,
    autocomplete: str | None = None,
    on_change: Callback | str | None = "rerun",
    args: Sequence[Any] | None = None,
    kwargs: Mapping[str, Any] | None = None,
    *,
    placeholder: str | None = None,
    disabled: bool = False,
    required: bool = False,
    label_visibility: str = "visible",
    icon: str | None = None,
    validate: str | tuple[str, str] | None = None,
    live: str | bool = False,
    width: Any = "stretch",
    bind: str | None = None,
    persist_state: str | None = None,
) -> str | None:
    """A field for one line. Returns its text, cut to `max_chars`, or None while it is empty and `value` is None.

    `validate` is a regular expression, alone or with what to say about a text that does not match. `live` commits
    while the reader types, after a pause. Raises `StreamlitValueError` for an unknown `type`,
    `StreamlitIncompatibleParametersError` for a password that is bound to the address.
    """
    name = _check.key(key)
    _check.one_of("type", type, TYPES)
    _check.bind_and_persist(bind, persist_state, name)
    if bind is not None and type == "password":
        raise StreamlitIncompatibleParametersError(
            ["bind='query-params'", "type='password'"], "Password values must not appear in URLs."
        )
    tooltip = _check.help_text(help)
    element: _wire.TextInput = {"type": "text_input", "width": _check.width(width, content=False)}
    labelled(element, _check.label(label), tooltip, _check.label_visibility(label_visibility))
    most = check_max_chars(max_chars)
    hint = None if placeholder is None else str(placeholder)
    shown = _check.icon(icon)
    rule = _rule(validate)
    pause = live_pause(live)
    fill = _autocomplete(autocomplete, type)
    text = None if value is None else str(value)
    if type != "default":
        element["input_type"] = type
    if most is not None:
        element["max_chars"] = most
    if fill:
        element["autocomplete"] = fill
    if hint:
        element["placeholder"] = hint
    if required:
        element["required"] = True
    if shown is not None:
        element["icon"] = shown
    if rule is not None:
        element["validate"] = rule
    if pause is not None:
        element["live"] = pause
    return register(
        self,
        element,
        (Password if type == "password" else Text)(text, most),
        command="text_input",
        key=name,
        shape=(label, text, most, type, tooltip, fill, hint, bool(required), shown, rule, pause, width),
        keyed=(most, rule),
        on_change=_check.on_change(on_change),
        args=args,
        kwargs=kwargs,
        disabled=bool(disabled),
        defaulted=bool(text),
        persist=persist_state,
    )


def _rule(validate: object) -> dict[str, str] | None:
    if validate is None or validate == "":
        return None
    if isinstance(validate, str):
        return {"pattern": validate}
    if not isinstance(validate, tuple):
        raise StreamlitInvalidParameterTypeError("validate", ["None", "str", "tuple"], type(validate).__name__)
    if len(validate) != 2 or not all(isinstance(part, str) for part in validate):
        raise StreamlitValueError("validate", ["a regex string", "a (regex, message) tuple of strings"])
    return {"pattern": validate[0], "message": validate[1]}


def _autocomplete(autocomplete: object, kind: str) -> str:
    """What the browser may fill in; a password of an app is none that it should know."""
    if autocomplete is None:
        return "new-password" if kind == "password" else ""
    if not isinstance(autocomplete, str):
        raise TypeError(f"`autocomplete` must be a str, not {type(autocomplete).__name__}")
    return autocomplete
