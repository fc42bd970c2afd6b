"""`st.query_params`: a mapping over the address that a run began with, and what the page hears of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import streamlit as st
from streamlit import _run, _script
from streamlit.errors import StreamlitAPIException

if TYPE_CHECKING:
    from pathlib import Path

    from fake_host import FakeHost


def at(query: str) -> None:
    _run.query.take(query)


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", {}),
        ("a=1&b=2", {"a": "1", "b": "2"}),
        ("a=1&a=2", {"a": "2"}),
        ("a=&b", {"a": "", "b": ""}),
        ("a=x%20y+z%26&%C3%A4=%F0%9F%98%80", {"a": "x y z&", "ä": "😀"}),
        ("embed=true&EMBED_options=show_toolbar&a=1", {"a": "1"}),
        ("a=%ff", {"a": "\ufffd"}),
    ],
)
def test_an_address_as_a_mapping(query: str, shown: dict[str, str]) -> None:
    at(query)
    assert st.query_params.to_dict() == dict(st.query_params) == shown
    assert len(st.query_params) == len(shown)
    assert repr(st.query_params) == repr(shown)
    assert all(name in st.query_params for name in shown)
    assert "embed" not in st.query_params


def test_all_values_of_one_name() -> None:
    at("a=1&a=2&b=3")
    assert (st.query_params.get_all("a"), st.query_params.a, st.query_params.get("c", "none")) == (
        ["1", "2"],
        "2",
        "none",
    )
    assert st.query_params.pop("a") == "2"
    assert st.query_params.to_dict() == {"b": "3"}


@pytest.mark.parametrize(
    ("change", "query"),
    [
        (lambda q: q.__setitem__("a", "x y"), "embed=true&a=x+y&b=2"),
        (lambda q: q.__setitem__("c", ["1", 2]), "embed=true&a=1&b=2&c=1&c=2"),
        (lambda q: q.__setitem__("c", []), "embed=true&a=1&b=2&c="),
        (lambda q: setattr(q, "c", True), "embed=true&a=1&b=2&c=True"),
        (lambda q: delattr(q, "a"), "embed=true&b=2"),
        (lambda q: q.clear(), "embed=true"),
        (lambda q: q.from_dict({"z": ["1", "2"]}), "embed=true&z=1&z=2"),
        (lambda q: q.from_dict(q), None),
        (lambda q: q.update({"a": "3"}, c="4"), "embed=true&a=3&b=2&c=4"),
        (lambda q: q.update([("a", "3")]), "embed=true&a=3&b=2"),
        (lambda q: q.__setitem__("a", "1"), None),
        (lambda q: q.__setitem__("a", "\ud800"), "embed=true&a=%3F&b=2"),
    ],
)
def test_the_page_hears_of_a_change(change: Any, query: str | None, host: FakeHost) -> None:
    at("embed=true&a=1&b=2")
    change(st.query_params)
    assert host.queries == ([] if query is None else [query])


def test_nothing_is_set_when_one_is_refused(host: FakeHost) -> None:
    at("a=1")
    with pytest.raises(StreamlitAPIException):
        st.query_params.update({"a": "2", "Embed": "true"})
    with pytest.raises(StreamlitAPIException):
        st.query_params.from_dict({"b": {"c": 1}})
    assert st.query_params.to_dict() == {"a": "1"}
    assert host.queries == []


def test_what_a_script_set_is_there_in_the_next_run(host: FakeHost, tmp_path: Path) -> None:
    script = tmp_path / "app.py"
    script.write_text("import streamlit as st\nst.text(st.query_params.to_dict())\nst.query_params.n = ['1', '']\n")

    def run(query: str) -> str:
        assert '"success"' in _script.run(str(script), f'{{"values": [], "query": "{query}"}}')
        return str(host.elements[-1]["body"])

    assert run("a=1") == "{'a': '1'}"
    assert run(host.queries[-1]) == "{'a': '1', 'n': ''}"
    assert host.queries == ["a=1&n=1&n="]
    assert run("b=2") == "{'b': '2'}"


@pytest.mark.parametrize("query", ["a=" + "x" * 600_000, "&".join(f"a{n}=1" for n in range(1001))])
def test_an_address_beyond_all_bounds_counts_as_none(query: str, caplog: pytest.LogCaptureFixture) -> None:
    at(query)
    assert st.query_params.to_dict() == {}
    assert "was ignored" in caplog.text


def test_it_is_shown_as_json(host: FakeHost) -> None:
    at("a=1")
    st.write(st.query_params)
    assert host.elements[-1]["type"] == "json"
