"""Text elements where a row of `cases/` does not tell all: files, the colours of dividers, the memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import streamlit as st
from streamlit import _run
from streamlit._memo import LONGEST
from streamlit.elements.text import markdown, text

if TYPE_CHECKING:
    from pathlib import Path

    from fake_host import FakeHost


def test_dividers_go_through_the_colours_in_the_order_of_the_page(host: FakeHost) -> None:
    for _ in range(3):
        st.header("a", divider=True)
        st.subheader("a", divider="auto")
        st.header("a", divider="red")
    colors = [element["divider"] for element in host.elements]
    assert colors == ["blue", "green", "red", "orange", "red", "red", "violet", "blue", "red"]


def test_the_colours_start_over_with_each_run(host: FakeHost) -> None:
    st.header("a", divider=True)
    _run.begin()
    st.header("a", divider=True)
    assert [element["divider"] for element in host.elements] == ["blue", "blue"]


def test_html_reads_a_file(host: FakeHost, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<p>ä</p>", encoding="utf-8")
    st.html(page)
    st.html(str(page))
    assert [element["body"] for element in host.elements] == ["<p>ä</p>", "<p>ä</p>"]


def test_a_style_sheet_becomes_a_style_that_takes_no_room(host: FakeHost, tmp_path: Path) -> None:
    sheet = tmp_path / "look.css"
    sheet.write_text("p { color: red }")
    st.html(sheet)
    assert host.elements[-1]["body"] == "<style>p { color: red }</style>"
    assert host.parents[-1] == 3


@pytest.mark.parametrize("body", ["<style>a{}</style><p>a</p>", "<p>a</p><style>a{}</style>", "<p>a</p>"])
def test_what_is_not_only_style_stays_in_its_place(host: FakeHost, body: str) -> None:
    st.html(body)
    assert host.parents[-1] == 1


def test_styles_one_after_the_other_take_no_room(host: FakeHost) -> None:
    st.container().html("\n<style>\na{}\n</style>\n<STYLE media='print'>b{}</STYLE>\n")
    assert host.parents[-1] == 3


@pytest.mark.parametrize("body", ["no_such_file.html", "a\0b", "x" * 5_000])
def test_a_text_that_is_no_path_is_html(host: FakeHost, body: str) -> None:
    st.html(body)
    assert host.elements[-1]["body"] == body


def test_html_asks_an_object_for_its_own(host: FakeHost) -> None:
    class Shown:
        def _repr_html_(self) -> str:
            return "<b>me</b>"

    st.html(Shown())
    assert host.elements[-1]["body"] == "<b>me</b>"


def test_a_formula_of_sympy_is_made_latex(host: FakeHost, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys
    from types import SimpleNamespace

    expression = type("Basic", (), {"__module__": "sympy.core"})()
    monkeypatch.setitem(sys.modules, "sympy", SimpleNamespace(latex=lambda _: r"\alpha"))
    st.latex(expression)
    assert host.elements[-1]["body"] == "$$\n\\alpha\n$$"


def test_json_of_a_value_that_holds_itself_is_its_repr(host: FakeHost) -> None:
    value: list[object] = [1]
    value.append(value)
    st.json(value)
    assert host.elements[-1]["body"] == '"[1, [...]]"'


def test_the_same_text_is_built_once(host: FakeHost) -> None:
    arguments = ("same", None, "content", "left", True)
    assert text._element(*arguments) is text._element(*arguments)


def test_equal_arguments_of_other_types_are_told_apart(host: FakeHost) -> None:
    st.text("a", width=1)
    with pytest.raises(st.errors.StreamlitInvalidWidthError):
        st.text("a", width=True)


def test_long_texts_are_not_kept(host: FakeHost) -> None:
    body = "x" * (LONGEST + 1)
    arguments = (body, None, False, None, "auto", "left", True, True)
    assert markdown._element(*arguments) is not markdown._element(*arguments)
