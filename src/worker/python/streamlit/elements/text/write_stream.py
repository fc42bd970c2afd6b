"""`st.write_stream`."""

from __future__ import annotations

import inspect
from collections.abc import AsyncIterable, Iterable, Iterator
from types import GeneratorType
from typing import TYPE_CHECKING, Any

from streamlit import _check, _types
from streamlit._json import encode
from streamlit.errors import StreamlitAPIException, StreamlitInvalidParameterTypeError

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator


class StreamingOutput(list[Any]):
    """What `st.write_stream` returns when not all was text; `st.write` shows its parts again."""


def write_stream(self: DeltaGenerator, stream: Any, *, cursor: str | None = None) -> list[Any] | str:
    """Shows what a generator yields, as it comes: texts are added to one Markdown, anything else is `st.write`-ed.

    `stream` is a generator, a function that returns one, an asynchronous generator, or the answer of a language
    model's client. `cursor` is shown behind the text while it grows. Returns the whole text, or a list when not all
    was text. Raises `StreamlitInvalidParameterTypeError` for a text or a table, `StreamlitAPIException` for what
    cannot be iterated over.
    """
    if isinstance(stream, str) or _types.is_dataframe(stream):
        raise StreamlitInvalidParameterTypeError(
            "stream",
            ["generator", "stream-like object"],
            type(stream).__name__,
            "Please use `st.write` instead for this data type.",
        )
    written = StreamingOutput()
    text = _GrowingText(self, cursor)
    for chunk in _chunks(stream):
        part = _text_of(chunk)
        if isinstance(part, str):
            text.add(part)
            continue
        if (whole := text.end()) is not None:
            written.append(whole)
        self.write(part)
        written.append(part)
    if (whole := text.end()) is not None:
        written.append(whole)
    if not written:
        return ""
    return written[0] if len(written) == 1 and isinstance(written[0], str) else written


def is_stream(value: object) -> bool:
    """Whether `st.write` streams a value: generators, functions that make one, and a model's answer."""
    if isinstance(value, GeneratorType) or inspect.isasyncgen(value):
        return True
    if inspect.isgeneratorfunction(value) or inspect.isasyncgenfunction(value):
        return True
    return not {"openai.Stream", "openai.AsyncStream"}.isdisjoint(_types.names(value))


class _GrowingText:
    """One Markdown element that is put anew with each addition."""

    def __init__(self, dg: DeltaGenerator, cursor: str | None) -> None:
        self._dg = dg
        self._cursor = cursor or ""
        self._place: DeltaGenerator | None = None
        self._text = ""

    def add(self, part: str) -> None:
        if not part:
            return
        self._text += part
        self._put(self._text + self._cursor)

    def end(self) -> str | None:
        """The whole text, None when there was none. The next addition starts another element."""
        if self._place is None:
            return None
        whole = self._text
        if self._cursor:
            self._put(whole)
        self._place, self._text = None, ""
        return whole

    def _put(self, text: str) -> None:
        """Without the memory of `st.markdown`: no text of a stream comes twice."""
        json = encode({"type": "markdown", "body": _check.clean(text), "width": "auto"})
        if self._place is None:
            self._place = self._dg._put_json(json)
        else:
            self._place._put_json(json)


def _chunks(stream: Any) -> Iterator[Any]:
    source = stream() if inspect.isroutine(stream) else stream
    if isinstance(source, AsyncIterable):
        return _waited_for(source)
    if not isinstance(source, Iterable) and not hasattr(source, "__getitem__"):
        raise StreamlitAPIException(
            f"The provided input (type: {type(source)}) cannot be iterated. Please make sure that it is a generator, "
            "generator function or iterable."
        )
    return iter(source)


def _waited_for(source: AsyncIterable[Any]) -> Iterator[Any]:
    """An asynchronous iterator's values, each waited for here."""
    import asyncio

    loop = asyncio.new_event_loop()
    values = aiter(source)
    try:
        while True:
            try:
                value = loop.run_until_complete(anext(values))
            except StopAsyncIteration:
                return
            yield value
    finally:
        loop.close()


def _text_of(chunk: Any) -> Any:
    """The text in a chunk of a language model's answer ('' when it has none); any other chunk as it is."""
    if isinstance(chunk, str):
        return chunk
    kinds = _types.names(chunk)
    if "openai.ChatCompletionChunk" in kinds:
        return (chunk.choices[0].delta.content or "") if chunk.choices else ""
    if any(name.startswith("openai.Response") for name in kinds):
        return chunk.delta if getattr(chunk, "type", "") == "response.output_text.delta" else ""
    if "langchain_core.BaseMessageChunk" in kinds:
        return str(chunk.content)
    return chunk
