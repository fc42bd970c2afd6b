"""`DeltaGenerator`: a place on the page, and every command as a method of it.

`st.text` is the method of the place called "active": the innermost container that a `with` opened, else main. A
command is a function in `elements/`, whose first parameter is the place it writes to.
"""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
from typing import Any, NoReturn

from streamlit import _run
from streamlit._host import ACTIVE, BOTTOM, EVENT, MAIN, SIDEBAR, slot
from streamlit._json import encode
from streamlit.elements.inputs import (
    button as _button,
    checkbox as _checkbox,
    number_input as _number_input,
    radio as _radio,
    selectbox as _selectbox,
    slider as _slider,
    text_area as _text_area,
    text_input as _text_input,
)
from streamlit.elements.layout import (
    columns as _columns,
    container as _container,
    empty as _empty,
    expander as _expander,
)
from streamlit.elements.status import (
    alert as _alert,
    exception as _exception,
    progress as _progress,
    spinner as _spinner,
)
from streamlit.elements.text import (
    code as _code,
    divider as _divider,
    heading as _heading,
    help as _help,
    html as _html,
    json as _json,
    markdown as _markdown,
    text as _text,
    write as _write,
    write_stream as _write_stream,
)
from streamlit.errors import StreamlitAPIException


class DeltaGenerator:
    """One place: a container that elements are added to, or the slot of one element that others replace."""

    __slots__ = ("_handle", "__weakref__")

    def __init__(self, handle: int) -> None:
        self._handle = handle

    # -- for the commands ----------------------------------------------------------------------------------------------

    def _put(self, element: dict[str, Any]) -> DeltaGenerator:
        """Puts an element here and returns its place."""
        return self._put_json(encode(element))

    def _put_json(self, json: str) -> DeltaGenerator:
        """`_put` for an element whose text is known already."""
        handle = slot.host.element(self._handle, json)
        _run.checkpoint()
        return DeltaGenerator(handle)

    def _put_block(self, element: dict[str, Any], *, form: str | None = None) -> int:
        """Puts a block here and returns the handle of its inside."""
        handle = slot.host.block(self._handle, element["type"], encode(element), form)
        _run.checkpoint()
        return handle

    @property
    def _is_slot(self) -> bool:
        """Whether what is written here replaces what was here before."""
        return self._handle > BOTTOM and slot.host.is_slot(self._handle)

    # -- with ----------------------------------------------------------------------------------------------------------

    def __enter__(self) -> DeltaGenerator:
        slot.host.enter(self._handle)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        slot.host.exit()

    # -- names that are no methods --------------------------------------------------------------------------------------

    def __getattr__(self, name: str) -> Callable[..., NoReturn]:
        if name.startswith("_"):
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

        def refuse(*_args: Any, **_kwargs: Any) -> NoReturn:
            import streamlit

            if not hasattr(streamlit, name):
                raise StreamlitAPIException(f"`{name}()` is not a valid Streamlit command.")
            here = {SIDEBAR: "`st.sidebar`", BOTTOM: "`st.bottom`"}.get(self._handle, "`DeltaGenerator` objects")
            raise StreamlitAPIException(f"Method `{name}()` does not exist for {here}. Did you mean `st.{name}()`?")

        return refuse

    def __repr__(self) -> str:
        return "DeltaGenerator()"

    # -- the commands, sorted --------------------------------------------------------------------------------------------

    badge = _markdown.badge
    button = _button.button
    caption = _markdown.caption
    checkbox = _checkbox.checkbox
    code = _code.code
    columns = _columns.columns
    container = _container.container
    divider = _divider.divider
    empty = _empty.empty
    error = _alert.error
    exception = _exception.exception
    expander = _expander.expander
    header = _heading.header
    help = _help.help
    html = _html.html
    info = _alert.info
    json = _json.json
    latex = _markdown.latex
    markdown = _markdown.markdown
    number_input = _number_input.number_input
    progress = _progress.progress
    radio = _radio.radio
    selectbox = _selectbox.selectbox
    slider = _slider.slider
    spinner = _spinner.spinner
    subheader = _heading.subheader
    success = _alert.success
    text = _text.text
    text_area = _text_area.text_area
    text_input = _text_input.text_input
    title = _heading.title
    toggle = _checkbox.toggle
    warning = _alert.warning
    write = _write.write
    write_stream = _write_stream.write_stream


#: `st.x` writes here.
active = DeltaGenerator(ACTIVE)
main = DeltaGenerator(MAIN)
sidebar = DeltaGenerator(SIDEBAR)
event = DeltaGenerator(EVENT)
