"""`st.write`: shows anything, each type in its way."""

from __future__ import annotations

import dataclasses
import inspect
import re
from collections.abc import Callable
from io import StringIO
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

from streamlit import _types
from streamlit.elements.text import _argument
from streamlit.elements.text import help as _help
from streamlit.elements.text import json as _json
from streamlit.elements.text.write_stream import StreamingOutput, is_stream
from streamlit.errors import StreamlitAPIException

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator


class How(NamedTuple):
    """What a handler may want to know of the call."""

    unsafe_allow_html: bool
    #: Which of the call's arguments it is.
    position: int


Handler = Callable[["DeltaGenerator", Any, How], object]


def write(self: DeltaGenerator, *args: Any, unsafe_allow_html: bool = False) -> None:
    """Shows its arguments one below the other, each as its type is shown best; texts that follow each other as one.

    Text is Markdown, an exception its traceback, a dict or list a tree, a generator is streamed, a function or class
    is explained. What has no way of its own is shown as its `str`. Raises `StreamlitAPIException` for several
    arguments in a place that holds one element.
    """
    if len(args) == 1 and type(args[0]) is str:
        self.markdown(args[0], unsafe_allow_html)
        return
    if len(args) > 1 and self._is_slot:
        raise StreamlitAPIException(
            "Cannot replace a single element with multiple elements.\n\nThe `write()` method only supports multiple "
            "elements when inserting elements rather than replacing. That is, only when called as `st.write()` or "
            "`st.sidebar.write()`."
        )
    texts: list[str] = []
    for position, value in enumerate(args):
        how = How(unsafe_allow_html, position)
        handle = _handler_of(value, how)
        if handle is None:
            texts.append(value if isinstance(value, str) else _as_text(value))
            continue
        _flush(self, texts, unsafe_allow_html)
        handle(self, value, how)
    _flush(self, texts, unsafe_allow_html)


def _flush(self: DeltaGenerator, texts: list[str], unsafe_allow_html: bool) -> None:
    if texts:
        self.markdown(" ".join(texts), unsafe_allow_html)
        texts.clear()


#: Python names it in the error for an argument that is not there, and that text is part of the contract.
write.__qualname__ = "WriteMixin.write"


def _handler_of(value: Any, how: How) -> Handler | None:
    """None for what is shown as text."""
    if isinstance(value, str):
        return None
    return next((handle for applies, handle in TABLE if applies(value, how)), None)


def _stream(self: DeltaGenerator, value: Any, _how: How) -> None:
    self.write_stream(value)


def _streamed(self: DeltaGenerator, value: Any, how: How) -> None:
    for part in value:
        write(self, part, unsafe_allow_html=how.unsafe_allow_html)


def _explain(self: DeltaGenerator, value: Any, how: How) -> None:
    element = _help.describe(value, _argument.argument_text(how.position))
    element["width"] = "stretch"
    self._put(element)


def _as_printed(self: DeltaGenerator, value: Any, _how: How) -> None:
    """Data, charts and pictures until they have elements of their own: what `print` shows of them."""
    self.code(str(value), language=None)


def _as_text(value: Any) -> str:
    """Its `str` as Markdown: code in a line, or a block of it."""
    text = str(value)
    return f"```\n{text}\n```" if "\n" in text else _inline_code(text)


def _inline_code(text: str) -> str:
    """Backticks around a text, one more than it has in a row."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    padding = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{padding}{text}{padding}{fence}"


def _shows_html(value: Any, how: How) -> bool:
    return how.unsafe_allow_html and callable(getattr(value, "_repr_html_", None))


def _has_no_text(value: Any) -> bool:
    """Its `str` says where it is in memory, and nothing of it."""
    return bool(_help.ADDRESS.search(str(value)))


def _is_explained(value: Any) -> bool:
    if isinstance(value, (type, ModuleType)) or inspect.isroutine(value):
        return True
    return dataclasses.is_dataclass(value) or type(value).__module__ == "streamlit.delta_generator"


#: In this order, the first that applies; a family of elements adds its rows. What none applies to is text.
TABLE: list[tuple[Callable[[Any, How], bool], Handler]] = [
    (lambda value, _: isinstance(value, StreamingOutput), _streamed),
    (lambda value, _: isinstance(value, BaseException), lambda self, value, _: self.exception(value)),
    (lambda value, _: _types.is_dataframe(value), _as_printed),
    (lambda value, _: _types.is_chart(value), _as_printed),
    (lambda value, _: _types.is_sympy(value), lambda self, value, _: self.latex(value)),
    (lambda value, _: _types.is_image(value), _as_printed),
    (lambda value, _: _json.is_tree(value), lambda self, value, _: self.json(value)),
    (lambda value, _: _types.is_map(value), _as_printed),
    (lambda value, _: isinstance(value, StringIO), lambda self, value, _: self.markdown(value.getvalue())),
    (lambda value, _: is_stream(value), _stream),
    (lambda value, _: _is_explained(value), _explain),
    (_shows_html, lambda self, value, _: self.html(value._repr_html_())),
    (lambda value, _: _types.is_tabular(value), _as_printed),
    (lambda value, _: _has_no_text(value), _explain),
]
