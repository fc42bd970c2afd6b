"""`st.write`: which element each type becomes, and what happens to several arguments."""

from __future__ import annotations

import collections
import dataclasses
import datetime as dt
import io
import types
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd
import pytest

import streamlit as st
from streamlit import _script

if TYPE_CHECKING:
    from pathlib import Path

    from fake_host import FakeHost


class Point(NamedTuple):
    x: int


@dataclasses.dataclass
class Record:
    x: int


class WithoutRepr:
    pass


class SeveralLines:
    def __repr__(self) -> str:
        return "a\nb"


class AsHtml:
    def __init__(self, html: str) -> None:
        self.html = html

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return "AsHtml"


class ToPandas:
    def to_pandas(self) -> None: ...

    def __repr__(self) -> str:
        return "a table"


def like(package: str, name: str, **members: Any) -> Any:
    """An object of a class that a library would have; the library itself is not needed."""
    return type(name, (), {"__module__": f"{package}.inner", "__repr__": lambda _: name, **members})()


#: A value, the type of its element, and one field of it.
BECOMES: list[tuple[str, Any, str, tuple[str, Any]]] = [
    ("text", "*a*", "markdown", ("body", "*a*")),
    ("an exception", ValueError("q"), "exception", ("message", "q")),
    ("a frame", pd.DataFrame({"a": [1]}), "code", ("body", "   a\n0  1")),
    ("a series", pd.Series([1]), "code", ("body", "0    1\ndtype: int64")),
    ("an array", np.array([1, 2]), "code", ("body", "[1 2]")),
    ("a figure", like("matplotlib", "Figure"), "code", ("body", "Figure")),
    ("a picture", like("PIL", "Image"), "code", ("body", "Image")),
    ("a map", like("pydeck", "Deck"), "code", ("body", "Deck")),
    ("a dict", {"a": 1}, "json", ("body", '{"a": 1}')),
    ("a list", [1], "json", ("body", "[1]")),
    ("a map object", map(str, [1]), "json", ("body", '["1"]')),
    ("an enumeration", enumerate("a"), "json", ("body", '[[0, "a"]]')),
    ("a mapping proxy", types.MappingProxyType({"a": 1}), "json", ("body", '{"a": 1}')),
    ("a user's dict", collections.UserDict({"a": 1}), "json", ("body", '{"a": 1}')),
    ("a chain of dicts", collections.ChainMap({"a": 1}), "json", ("body", '{"a": 1}')),
    ("a user's list", collections.UserList([1]), "json", ("body", "[1]")),
    ("a dict's keys", {"a": 1}.keys(), "json", ("body", '["a"]')),
    ("a dict's items", {"a": 1}.items(), "json", ("body", '[["a", 1]]')),
    ("a named tuple", Point(1), "json", ("body", '{"x": 1}')),
    ("a model", like("pydantic", "BaseModel", model_dump=lambda _: {"a": 1}), "json", ("body", '{"a": 1}')),
    ("text in memory", io.StringIO("*a*"), "markdown", ("body", "*a*")),
    ("a generator", (part for part in "ab"), "markdown", ("body", "ab")),
    ("a function", len, "help", ("value", "builtins.len(obj, /)")),
    ("a class", WithoutRepr, "help", ("object_type", "class")),
    ("a module", io, "help", ("object_type", "module")),
    ("a data class's object", Record(1), "help", ("value", "Record(x=1)")),
    ("an object without a repr", WithoutRepr(), "help", ("value", f"{__name__}.WithoutRepr()")),
    ("a place", st.sidebar, "help", ("value", "DeltaGenerator()")),
    ("HTML that is not asked for", AsHtml("<b>a</b>"), "markdown", ("body", "`AsHtml`")),
    ("what becomes a frame", ToPandas(), "code", ("body", "a table")),
    ("a number", 3, "markdown", ("body", "`3`")),
    ("a number of NumPy", np.float64(1.5), "markdown", ("body", "`1.5`")),
    ("nothing", None, "markdown", ("body", "`None`")),
    ("a tuple", (1, 2), "markdown", ("body", "`(1, 2)`")),
    ("a set", {1}, "markdown", ("body", "`{1}`")),
    ("a date", dt.date(2026, 1, 2), "markdown", ("body", "`2026-01-02`")),
    ("bytes with a backtick", b"a`b", "markdown", ("body", "``b'a`b'``")),
    ("several lines", SeveralLines(), "markdown", ("body", "```\na\nb\n```")),
]


@pytest.mark.parametrize(("value", "kind", "field"), [row[1:] for row in BECOMES], ids=[row[0] for row in BECOMES])
def test_a_value_becomes_an_element(host: FakeHost, value: Any, kind: str, field: tuple[str, Any]) -> None:
    assert st.write(value) is None
    assert host.elements[-1]["type"] == kind
    assert host.elements[-1][field[0]] == field[1]
    assert len(host.elements) == 1 or isinstance(value, types.GeneratorType)


def test_session_state_is_a_tree(host: FakeHost) -> None:
    st.session_state["a"] = 1
    st.write(st.session_state)
    assert host.elements[-1]["body"] == '{"a": 1}'


def test_html_is_shown_on_request(host: FakeHost) -> None:
    st.write(AsHtml("<b>a</b>"), unsafe_allow_html=True)
    assert (host.elements[-1]["type"], host.elements[-1]["body"]) == ("html", "<b>a</b>")


def test_texts_that_follow_each_other_are_one(host: FakeHost) -> None:
    st.write("a", "b", 1, None, {"k": 1}, SeveralLines(), "c", unsafe_allow_html=True)
    assert [element["body"] for element in host.elements] == ["a b `1` `None`", '{"k": 1}', "```\na\nb\n``` c"]
    assert host.elements[0]["allow_html"] is True


def test_a_generator_function_is_streamed(host: FakeHost) -> None:
    def words() -> Any:
        yield "a "
        yield "b"

    st.write(words)
    assert host.elements[-1]["body"] == "a b"


def test_what_a_stream_returned_is_written_again_part_by_part(host: FakeHost) -> None:
    streamed = st.write_stream(["a", 1])
    host.elements.clear()
    st.write(streamed)
    assert [element["body"] for element in host.elements] == ["a", "`1`"]


def test_nothing_is_written_for_no_arguments(host: FakeHost) -> None:
    st.write()
    assert host.elements == []


def test_one_argument_replaces_what_a_place_holds(host: FakeHost) -> None:
    place = st.empty()
    place.write("a")
    place.write({"a": 1})
    assert [element["type"] for element in host.elements] == ["empty", "markdown", "json"]


def test_bare_expressions_of_a_script_are_written(host: FakeHost, tmp_path: Path) -> None:
    script = tmp_path / "app.py"
    script.write_text("'''Docstring.'''\n'*a*'\n1, 'b'\nlen\nx = 3\nif x:\n    x\n")
    _script.run(str(script), '{"values": []}')
    assert [element.get("body", element.get("name")) for element in host.elements] == ["*a*", "`1` b", "len", "`3`"]


def test_what_stands_in_a_class_is_not_written(host: FakeHost, tmp_path: Path) -> None:
    script = tmp_path / "app.py"
    script.write_text(
        "class A:\n    'Docstring.'\n    x: int = 1\n    'The x.'\n    3\n"
        "    def f(self):\n        4\nA().f()\ndef g():\n    5\ng()\n"
    )
    _script.run(str(script), '{"values": []}')
    assert [element.get("body") for element in host.elements] == ["`5`"]
