"""`DeltaGenerator`: a place on the page, and every command as a method of it.

`st.text` is the method of the place called "active": the innermost container that a `with` opened, else main. A
command is a function in `elements/`, whose first parameter is the place it writes to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn, Self

from streamlit import _run
from streamlit._host import ACTIVE, BOTTOM, EVENT, MAIN, SIDEBAR, slot
from streamlit._json import encode
from streamlit.elements.inputs import (
    button as _button,
)
from streamlit.elements.inputs import (
    checkbox as _checkbox,
)
from streamlit.elements.inputs import (
    download_button as _download_button,
)
from streamlit.elements.inputs import (
    file_uploader as _file_uploader,
)
from streamlit.elements.inputs import (
    form_submit_button as _form_submit_button,
)
from streamlit.elements.inputs import (
    number_input as _number_input,
)
from streamlit.elements.inputs import (
    radio as _radio,
)
from streamlit.elements.inputs import (
    selectbox as _selectbox,
)
from streamlit.elements.inputs import (
    slider as _slider,
)
from streamlit.elements.inputs import (
    text_area as _text_area,
)
from streamlit.elements.inputs import (
    text_input as _text_input,
)
from streamlit.elements.layout import (
    columns as _columns,
)
from streamlit.elements.layout import (
    container as _container,
)
from streamlit.elements.layout import (
    empty as _empty,
)
from streamlit.elements.layout import (
    expander as _expander,
)
from streamlit.elements.layout import (
    form as _form,
)
from streamlit.elements.status import (
    alert as _alert,
)
from streamlit.elements.status import (
    exception as _exception,
)
from streamlit.elements.status import (
    progress as _progress,
)
from streamlit.elements.status import (
    spinner as _spinner,
)
from streamlit.elements.text import (
    code as _code,
)
from streamlit.elements.text import (
    divider as _divider,
)
from streamlit.elements.text import (
    heading as _heading,
)
from streamlit.elements.text import (
    help as _help,
)
from streamlit.elements.text import (
    html as _html,
)
from streamlit.elements.text import (
    json as _json,
)
from streamlit.elements.text import (
    markdown as _markdown,
)
from streamlit.elements.text import (
    text as _text,
)
from streamlit.elements.text import (
    write as _write,
)
from streamlit.elements.text import (
    write_stream as _write_stream,
)
from streamlit.errors import StreamlitAPIException

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from streamlit._wire import AnyBlock, AnyElement


class DeltaGenerator:
    """One place: a container that elements are added to, or the slot of one element that others replace."""

    __slots__ = ("__weakref__", "_handle")

    def __init__(self, handle: int) -> None:
        self._handle = handle

    # -- for the commands ----------------------------------------------------------------------------------------------

    def _put(self, element: AnyElement) -> DeltaGenerator:
        """Puts an element here and returns its place."""
        return self._put_json(encode(element))

    def _put_json(self, json: str) -> DeltaGenerator:
        """`_put` for an element whose text is known already."""
        handle = slot.host.element(self._handle, json)
        _run.checkpoint()
        return DeltaGenerator(handle)

    def _put_block(self, element: AnyBlock, *, form: str | None = None) -> int:
        """Puts a block here and returns the handle of its inside."""
        handle = slot.host.block(self._handle, element["type"], encode(element), form)
        _run.checkpoint()
        return handle

    @property
    def _is_slot(self) -> bool:
        """Whether what is written here replaces what was here before."""
        return self._handle > BOTTOM and slot.host.is_slot(self._handle)

    # -- with ----------------------------------------------------------------------------------------------------------

    def __enter__(self) -> Self:
        slot.host.enter(self._handle)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        slot.host.exit()

    # -- names that are no methods -------------------------------------------------------------------------------------

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

    # -- the commands, sorted ------------------------------------------------------------------------------------------

    badge = _markdown.badge
    button = _button.button
    caption = _markdown.caption
    checkbox = _checkbox.checkbox
    code = _code.code
    columns = _columns.columns
    container = _container.container
    divider = _divider.divider
    download_button = _download_button.download_button
    empty = _empty.empty
    error = _alert.error
    exception = _exception.exception
    expander = _expander.expander
    file_uploader = _file_uploader.file_uploader
    form = _form.form
    form_submit_button = _form_submit_button.form_submit_button
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
