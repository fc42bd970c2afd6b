"""`st.help` and `st.echo`: what they read of the script's source and of an object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st
from streamlit import _script

if TYPE_CHECKING:
    from pathlib import Path

    from fake_host import FakeHost


class Thing:
    """A thing.

    With more to say.
    """

    size = 3

    def grow(self, by: int = 1) -> str:
        """Grows it.

        By so much.
        """
        return "x" * by

    @property
    def broken(self) -> int:
        """Raises."""
        raise ValueError

    def _hidden(self) -> None: ...


def test_the_name_is_the_words_of_the_script(host: FakeHost) -> None:
    things = {"a": Thing}
    st.help(things["a"])
    st.help(obj=Thing.grow)
    st.write("ä", 1, [Thing][0])  # fmt: skip
    shown = [element for element in host.elements if element["type"] == "help"]
    assert [element["name"] for element in shown] == ['things["a"]', "Thing.grow", "[Thing][0]"]


def test_without_an_argument_it_is_about_streamlit(host: FakeHost) -> None:
    st.help()
    element = host.elements[-1]
    assert (element["name"], element["object_type"]) == ("streamlit", "module")
    assert {"text", "slider"} <= {member["name"] for member in element["members"]}


def test_a_class_has_its_call_and_its_members(host: FakeHost) -> None:
    st.help(Thing)
    element = host.elements[-1]
    assert element["doc_string"] == "A thing.\n\nWith more to say."
    assert element["members"] == [
        {"name": "broken", "object_type": "property", "value": "", "doc_string": "Raises."},
        {
            "name": "grow",
            "object_type": "function",
            "value": "",
            "doc_string": "Grows it.",
        },
        {"name": "size", "object_type": "int", "value": "3", "doc_string": ""},
    ]


def test_a_value_whose_repr_breaks_is_shown_all_the_same(host: FakeHost) -> None:
    class Broken:
        def __repr__(self) -> str:
            raise ValueError

    st.help(Broken())
    assert "its repr raised ValueError" in host.elements[-1]["value"]


def test_a_long_value_is_cut(host: FakeHost) -> None:
    st.help(list(range(10_000)))
    assert len(host.elements[-1]["value"]) < 3_000


def test_the_same_object_makes_the_same_element_in_the_next_run(host: FakeHost) -> None:
    for thing in (Thing(), Thing()):
        st.help(thing)
    assert host.elements[0] == host.elements[1]


def test_echo_shows_its_block_above(host: FakeHost) -> None:
    with st.echo():
        first = "a"
        if first:
            st.text(first)
    assert [element["body"] for element in host.elements] == ['first = "a"\nif first:\n    st.text(first)', "a"]


def test_echo_shows_its_block_below(host: FakeHost) -> None:
    with st.echo("below"), st.container():
        st.text("a")
    assert [element.get("body") for element in host.elements] == [None, "a", 'st.text("a")']


def test_echo_of_a_block_on_one_line(host: FakeHost, tmp_path: Path) -> None:
    script = tmp_path / "app.py"
    script.write_text("import streamlit as st\nwith st.echo(): st.text('a'); st.text('b')\n")
    _script.run(str(script), '{"values": []}')
    assert [element["body"] for element in host.elements] == ["st.text('a')\nst.text('b')", "a", "b"]


def test_echo_inside_of_another_with(host: FakeHost) -> None:
    with st.container():
        with st.echo():
            st.text("a")
        st.text("b")
    assert [element.get("body") for element in host.elements] == [None, 'st.text("a")', "a", "b"]


def test_echo_of_code_without_a_source(host: FakeHost) -> None:
    names: dict[str, Any] = {"st": st}
    exec("with st.echo():\n    st.text('a')", names)
    assert [element["body"] for element in host.elements] == ["", "a"]
