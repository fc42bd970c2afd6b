"""`st.radio`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from streamlit import _check
from streamlit._options import Choice, as_list, check_index, labels_of
from streamlit._widget import labelled, register
from streamlit.errors import StreamlitInvalidParameterTypeError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from streamlit import _wire
    from streamlit._check import Callback
    from streamlit.delta_generator import DeltaGenerator


def radio(
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
    disabled: bool = False,
    horizontal: bool = False,
    captions: Sequence[str | None] | None = None,
    label_visibility: str = "visible",
    width: Any = "content",
    bind: str | None = None,
    persist_state: str | None = None,
) -> Any:
    """Round buttons, of which one is chosen. Returns the chosen option, or None while none is.

    `index` is the option chosen at first, None for none. Raises `StreamlitValueOutOfRangeError` for an `index` beyond
    the options, `StreamlitInvalidParameterTypeError` for one that is no int and for captions that are no texts.
    """
    name = _check.key(key)
    _check.bind_and_persist(bind, persist_state, name)
    tooltip = _check.help_text(help)
    element: _wire.Radio = {"type": "radio", "width": _check.width(width)}
    labelled(element, _check.label(label), tooltip, _check.label_visibility(label_visibility))
    choices = as_list(options)
    chosen = check_index(index, len(choices))
    notes = _captions(captions)
    labels = labels_of(choices, format_func)
    if notes is not None:
        element["captions"] = notes
    if horizontal:
        element["horizontal"] = True
    return register(
        self,
        element,
        Choice(choices, labels, chosen),
        command="radio",
        key=name,
        shape=(label, labels.digest, index, tooltip, bool(horizontal), notes, width) if name is None else (),
        on_change=_check.on_change(on_change),
        args=args,
        kwargs=kwargs,
        disabled=bool(disabled),
        defaulted=index not in (0, None),
        persist=persist_state,
        tail=f',"options":{labels.json}',
    )


def _captions(captions: Sequence[str | None] | None) -> list[str] | None:
    if captions is None:
        return None
    for caption in captions:
        if caption is not None and not isinstance(caption, str):
            raise StreamlitInvalidParameterTypeError("captions", ["str", "None"], type(caption).__name__)
    return [caption or "" for caption in captions] or None
