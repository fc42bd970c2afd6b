"""`st.write_stream`."""

from __future__ import annotations

import inspect
from collections.abc import AsyncIterable, Callable, Iterable, Iterator
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
    written = _Written(self, cursor)
    source = stream() if _makes_a_stream(stream) else stream
    if isinstance(source, AsyncIterable):
        import asyncio

        asyncio.run(_wait_for_each(source, written.add))
    else:
        for chunk in _iterate(source):
            written.add(chunk)
    return written.result()


def is_stream(value: object) -> bool:
    """Whether `st.write` streams a value: generators, functions that make one, and a model's answer."""
    if isinstance(value, GeneratorType) or inspect.isasyncgen(value):
        return True
    if inspect.isgeneratorfunction(value) or inspect.isasyncgenfunction(value):
        return True
    return not {"openai.Stream", "openai.AsyncStream"}.isdisjoint(_types.names(value))


class _Written:
    """What came so far: ended parts, and a text that still grows."""

    def __init__(self, dg: DeltaGenerator, cursor: str | None) -> None:
        self._dg = dg
        self._cursor = cursor or ""
        self._parts = StreamingOutput()
        self._text = ""
        self._place: DeltaGenerator | None = None

    def add(self, chunk: Any) -> None:
        part = _text_of(chunk)
        if isinstance(part, str):
            if part:
                self._text += part
                self._put(self._text + self._cursor)
            return
        self._end_text()
        self._dg.write(part)
        self._parts.append(part)

    def result(self) -> list[Any] | str:
        self._end_text()
        if not self._parts:
            return ""
        return self._parts[0] if len(self._parts) == 1 and isinstance(self._parts[0], str) else self._parts

    def _end_text(self) -> None:
        """The next text starts another element."""
        if self._place is None:
            return
        if self._cursor:
            self._put(self._text)
        self._parts.append(self._text)
        self._place, self._text = None, ""

    def _put(self, text: str) -> None:
        """Without the memory of `st.markdown`: no text of a stream comes twice."""
        json = encode({"type": "markdown", "body": _check.clean(text), "width": "auto"})
        if self._place is None:
            self._place = self._dg._put_json(json)
        else:
            self._place._put_json(json)


def _makes_a_stream(stream: object) -> bool:
    return callable(stream) and not isinstance(stream, (Iterable, AsyncIterable))


def _iterate(source: Any) -> Iterator[Any]:
    try:
        return iter(source)
    except TypeError:
        raise StreamlitAPIException(
            f"The provided input (type: {type(source)}) cannot be iterated. Please make sure that it is a generator, "
            "generator function or iterable."
        ) from None


async def _wait_for_each(source: AsyncIterable[Any], use: Callable[[Any], None]) -> None:
    async for chunk in source:
        use(chunk)


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
        content = chunk.content
        return content if isinstance(content, str) else "".join(_text_of_block(block) for block in content)
    return chunk


def _text_of_block(block: Any) -> str:
    return block if isinstance(block, str) else str(block.get("text", ""))
