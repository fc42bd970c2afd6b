"""`st.write_stream`: what is on the page while chunks come, and what it returns."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

import streamlit as st

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from fake_host import FakeHost


def bodies(host: FakeHost) -> list[str]:
    return [element["body"] for element in host.elements]


def test_a_text_grows_in_its_place(host: FakeHost) -> None:
    assert st.write_stream(iter(["a", "b ", "c"])) == "ab c"
    assert bodies(host) == ["a", "ab", "ab c"]
    assert len({host.parents[1], host.parents[2]}) == 1
    assert host.parents[1] == host.handles[0]


def test_the_cursor_is_behind_the_text_until_it_ends(host: FakeHost) -> None:
    assert st.write_stream(["a", "b"], cursor="▌") == "ab"
    assert bodies(host) == ["a▌", "ab▌", "ab"]


def test_other_chunks_stand_between_the_texts(host: FakeHost) -> None:
    assert st.write_stream(["a", {"b": 1}, "c", "d"]) == ["a", {"b": 1}, "cd"]
    assert bodies(host) == ["a", '{"b": 1}', "c", "cd"]


def test_a_function_is_called(host: FakeHost) -> None:
    assert st.write_stream(lambda: ["a"]) == "a"


def test_an_asynchronous_generator_is_waited_for(host: FakeHost) -> None:
    async def words() -> AsyncIterator[Any]:
        yield "a"
        yield 1
        yield "b"

    assert st.write_stream(words()) == ["a", 1, "b"]
    assert st.write_stream(words) == ["a", 1, "b"]


def test_empty_chunks_put_nothing(host: FakeHost) -> None:
    assert st.write_stream(["", ""]) == ""
    assert host.elements == []


def test_an_exception_of_the_stream_leaves_what_came_before(host: FakeHost) -> None:
    def broken() -> Any:
        yield "a"
        raise ValueError("q")

    with pytest.raises(ValueError, match="q"):
        st.write_stream(broken())
    assert bodies(host) == ["a"]


def chunk(package: str, name: str, **fields: Any) -> Any:
    kind = type(name, (SimpleNamespace,), {"__module__": f"{package}.inner"})
    return kind(**fields)


def completion(text: str | None) -> Any:
    return chunk("openai", "ChatCompletionChunk", choices=[SimpleNamespace(delta=SimpleNamespace(content=text))])


ANSWERS = {
    "a chat's completion": [
        chunk("openai", "ChatCompletionChunk", choices=[]),
        completion("a"),
        completion(None),
        completion("b"),
    ],
    "a response": [
        chunk("openai", "ResponseCreatedEvent", type="response.created"),
        chunk("openai", "ResponseTextDeltaEvent", type="response.output_text.delta", delta="a"),
        chunk("openai", "ResponseTextDeltaEvent", type="response.output_text.delta", delta="b"),
    ],
    "messages": [
        chunk("langchain_core", "BaseMessageChunk", content="a"),
        chunk("langchain_core", "BaseMessageChunk", content=[{"type": "text", "text": "b"}]),
    ],
}


@pytest.mark.parametrize("chunks", ANSWERS.values(), ids=ANSWERS)
def test_the_answer_of_a_language_model_is_text(host: FakeHost, chunks: list[Any]) -> None:
    assert st.write_stream(iter(chunks)) == "ab"
