"""`st.selectbox`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from streamlit import _check
from streamlit._options import Choice, as_list, check_index, labels_of
from streamlit._widget import labelled, register
from streamlit.errors import StreamlitValueError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from streamlit import _wire
    from streamlit._check import Callback
    from streamlit.delta_generator import DeltaGenerator

FILTERS = ("fuzzy", "contains", "prefix", None)


def selectbox(
    self: DeltaGenerator,
    label: str,
    options: Any,
    index: int | None = 0,
    format_func: Callable[[Any], Any] = str,
    key: str | int | None = None,
    help: str | None = None,
    on_change: Callback | str | None = "rerun",
    args: Sequence[Any] | None = None,
    kwargs: Mapping[str, Any] | None = None,
    *,
    placeholder: str | None = None,
    disabled: bool = False,
    required: bool = False,
    label_visibility: str = "visible",
    icon: str | None = None,
    accept_new_options: bool = False,
    filter_mode: Literal["fuzzy", "contains", "prefix"] | None = "fuzzy",
    width: Any = "stretch",
    bind: str | None = None,
    persist_state: str | None = None,
) -> Any:
    """A list that opens, of which one option is chosen. Returns the option, or None while none is chosen.

    With `index=None` none is chosen at first, and the reader can clear the choice. With `accept_new_options` the
    reader can type one, which is returned as a text. Raises as `radio` does for `index`, and `StreamlitValueError` for
    an unknown `filter_mode`.
    """
    name = _check.key(key)
    _check.bind_and_persist(bind, persist_state, name)
    if filter_mode not in FILTERS:
        raise StreamlitValueError("filter_mode", FILTERS)
    tooltip = _check.help_text(help)
    element: _wire.Selectbox = {"type": "selectbox", "width": _check.width(width, content=False)}
    labelled(element, _check.label(label), tooltip, _check.label_visibility(label_visibility))
    choices = as_list(options)
    chosen = check_index(index, len(choices))
    labels = labels_of(choices, format_func)
    hint = element["placeholder"] = _placeholder(placeholder, bool(choices), accept_new_options)
    shown = _check.icon(icon)
    if index is None and not required:
        element["clearable"] = True
    if required:
        element["required"] = True
    if shown is not None:
        element["icon"] = shown
    if accept_new_options:
        element["accept_new_options"] = True
    if filter_mode != "fuzzy":
        element["filter_mode"] = filter_mode
    accepts = bool(accept_new_options)
    shape: tuple[object, ...] = ()
    if name is None:
        shape = (label, labels.digest, index, tooltip, hint, bool(required), shown, accepts, filter_mode, width)
    return register(
        self,
        element,
        Choice(choices, labels, chosen, open=accepts),
        command="selectbox",
        key=name,
        shape=shape,
        keyed=accepts,
        on_change=_check.on_change(on_change),
        args=args,
        kwargs=kwargs,
        disabled=bool(disabled),
        defaulted=index not in (0, None),
        persist=persist_state,
        tail=f',"options":{labels.json}',
    )


def _placeholder(text: str | None, any_options: bool, accepts_new: bool) -> str:
    if text is not None:
        if not isinstance(text, str):
            raise TypeError(f"`placeholder` must be a str, not {type(text).__name__}")
        return text
    if accepts_new:
        return "Choose or add an option" if any_options else "Add an option"
    return "Choose an option" if any_options else "No options to select"
