"""What becomes of a widget's value: what the page sends, what no longer fits, and what the page is told."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from driver import Tab

import streamlit as st
from streamlit import _run

if TYPE_CHECKING:
    from fake_host import FakeHost


@pytest.fixture
def tab(host: FakeHost) -> Tab:
    return Tab(host)


#: A call, what the page sends, and the value that the script gets.
SENT: list[tuple[str, Any, Any]] = [
    ("st.checkbox('a')", True, True),
    ("st.checkbox('a')", "yes", False),
    ("st.toggle('a', True)", False, False),
    ("st.radio('a', [1, 2])", "2", 2),
    ("st.radio('a', [1, 2], 1)", "3", 2),
    ("st.radio('a', [1, 2])", None, 1),
    ("st.radio('a', [1, 2], None)", None, None),
    ("st.radio('a', [1, 2], format_func=lambda n: f'n{n}')", "n2", 2),
    ("st.selectbox('a', ['x', 'y'])", "y", "y"),
    ("st.selectbox('a', ['x', 'y'])", "z", "x"),
    ("st.selectbox('a', ['x', 'y'], None)", "z", None),
    ("st.selectbox('a', ['x', 'y'], accept_new_options=True)", "z", "z"),
    ("st.selectbox('a', [1, 2], accept_new_options=True)", "3", "3"),
    ("st.selectbox('a', ['x', 'y'], None)", None, None),
    ("st.slider('a', 0, 10)", [4], 4),
    ("st.slider('a', 0, 10, 5)", [11], 5),
    ("st.slider('a', 0, 10, 5)", [-1], 5),
    ("st.slider('a', 0, 10, 5)", "x", 5),
    ("st.slider('a', 0, 10, 5)", [], 5),
    ("st.slider('a', 0, 10, 5)", [None], 5),
    ("st.slider('a', 0.0, 1.0)", [1], 1.0),
    ("st.slider('a', 0, 10, (2, 3))", [4, 6], (4, 6)),
    ("st.slider('a', 0, 10, (2, 3))", [6, 4], (4, 6)),
    ("st.slider('a', 0, 10, [3])", [4], (4,)),
    ("st.slider('a', value=dt.date(2024, 1, 2))", [1704067200000000], dt.date(2024, 1, 1)),
    ("st.slider('a', value=dt.time(1))", [27_000_000_000], dt.time(7, 30)),
    (
        "st.slider('a', value=dt.datetime(2024, 1, 2, tzinfo=dt.timezone.utc))",
        [1704067200000001],
        dt.datetime(2024, 1, 1, 0, 0, 0, 1, tzinfo=dt.UTC),
    ),
    ("st.number_input('a', 0, 10)", 4, 4),
    ("st.number_input('a', 0, 10, 5)", 11, 5),
    ("st.number_input('a', 0, 10, 5)", None, 5),
    ("st.number_input('a', 0, 10, None)", None, None),
    ("st.number_input('a', 0, 10, 5)", "x", 5),
    ("st.number_input('a')", 4, 4.0),
    ("st.number_input('a', 0.0, 1.0)", 2, 0.0),
    ("st.text_input('a')", "b", "b"),
    ("st.text_input('a', 'd')", 3, "d"),
    ("st.text_input('a', max_chars=2)", "abc", "ab"),
    ("st.text_input('a', None)", "", ""),
    ("st.text_area('a', max_chars=2)", "a\nbc", "a\n"),
]


@pytest.mark.parametrize(("call", "wire", "value"), SENT, ids=[f"{call} gets {wire!r}" for call, wire, _ in SENT])
def test_what_the_page_sends_is_checked(tab: Tab, call: str, wire: Any, value: Any) -> None:
    got: list[Any] = []

    def script() -> None:
        got.append(eval(call))

    tab.run(script)
    tab.run(script, ("a", wire))
    assert got[1] == value
    assert type(got[1]) is type(value)
    tab.run(script)
    assert got[2] == value
    shown = tab.shows("a")
    tab.run(script, ("a", shown))
    assert got[3] == value


def test_a_value_that_does_not_fit_is_taken_back_from_the_page(tab: Tab) -> None:
    def script() -> None:
        st.selectbox("s", ["x", "y"])
        st.text_input("t", max_chars=2)

    tab.run(script)
    tab.run(script, ("s", "z"), ("t", "abc"))
    assert tab.shows("s") == "x"
    assert tab.shows("t") == "ab"


def test_a_value_that_fits_is_not_sent_back(tab: Tab) -> None:
    def script() -> None:
        st.slider("s", 0.0, 1.0)
        st.text_input("t")

    tab.run(script)
    tab.run(script, ("s", [1]), ("t", "a"))
    assert tab.host.values == {}
    tab.run(script)
    assert tab.host.values == {}


#: Two calls with one key, what the page sets in between, and the value after the second.
CHANGED: list[tuple[str, Any, str, Any]] = [
    ("st.selectbox('a', ['x', 'y'], key='k')", "y", "st.selectbox('a', ['y', 'z'], key='k')", "y"),
    ("st.selectbox('a', ['x', 'y'], key='k')", "y", "st.selectbox('a', ['x', 'z'], 1, key='k')", "z"),
    ("st.selectbox('a', ['x', 'y'], key='k')", "y", "st.selectbox('a', ['x', 'z'], None, key='k')", None),
    ("st.selectbox('a', ['x', 'y'], key='k')", "y", "st.selectbox('b', ['y', 'x'], 1, key='k')", "y"),
    ("st.radio('a', ['x', 'y'], key='k')", "y", "st.radio('a', ['x', 'z'], 1, key='k')", "z"),
    ("st.radio('a', ['x', 'y'], key='k')", "y", "st.radio('a', ['x', 'z'], None, key='k')", None),
    ("st.radio('a', ['x', 'y'], key='k')", "y", "st.radio('a', ['z', 'y'], key='k')", "y"),
    ("st.radio('a', ['x', 'y'], key='k')", "y", "st.radio('a', [], key='k')", None),
    ("st.number_input('a', 0, 10, key='k')", 9, "st.number_input('a', 0, 5, 2, key='k')", 2),
    ("st.number_input('a', 0, 10, key='k')", 9, "st.number_input('b', 0, 20, 2, key='k')", 9),
    ("st.number_input('a', 0, 10, key='k')", 9, "st.number_input('a', 0.0, 20.0, key='k')", 9.0),
    ("st.slider('a', 0, 10, key='k')", [9], "st.slider('a', 0, 20, 2, key='k')", 2),
    ("st.slider('a', 0, 10, key='k')", [9], "st.slider('b', 0, 10, 2, key='k')", 9),
    (
        "st.slider('a', value=50, key='k')",
        [60],
        "st.slider('a', value=dt.date(2024, 1, 1), key='k')",
        dt.date(2024, 1, 1),
    ),
    ("st.text_input('a', key='k')", "abc", "st.text_input('a', 'd', key='k', max_chars=2)", "d"),
    ("st.text_input('a', key='k')", "abc", "st.text_input('b', 'd', key='k', placeholder='p')", "abc"),
    ("st.text_area('a', key='k')", "abc", "st.text_area('a', 'd', key='k', max_chars=2)", "d"),
    ("st.checkbox('a', key='k')", True, "st.checkbox('b', key='k')", True),
    ("st.checkbox('a')", True, "st.checkbox('b')", False),
    ("st.radio('a', ['x', 'y'])", "y", "st.radio('a', ['x', 'y', 'z'])", "x"),
]


@pytest.mark.parametrize(
    ("before", "wire", "after", "value"), CHANGED, ids=[f"{row[0]} then {row[2]}" for row in CHANGED]
)
def test_a_value_is_kept_while_it_fits(tab: Tab, before: str, wire: Any, after: str, value: Any) -> None:
    got: list[Any] = []
    tab.run(lambda: eval(before))
    tab.run(lambda: eval(before), ("a", wire))
    tab.run(lambda: got.append(eval(after)))
    assert got == [value]
    assert type(got[0]) is type(value)
    if "key" in after:
        assert _run.session["k"] == value


def test_the_page_shows_the_value_when_only_the_default_of_a_keyed_widget_changes(tab: Tab) -> None:
    got: list[str] = []
    tab.run(lambda: got.append(st.text_input("t", "old", key="k")))
    tab.run(lambda: got.append(st.text_input("t", "new", key="k")))
    assert got == ["old", "old"]
    assert tab.shows("t") == "old"


def test_the_page_shows_the_default_that_options_which_changed_lead_to(tab: Tab) -> None:
    tab.run(lambda: st.selectbox("s", ["x", "y"], key="k"))
    tab.run(lambda: st.selectbox("s", ["x", "y"], key="k"), ("s", "y"))
    tab.run(lambda: st.selectbox("s", ["a", "b"], key="k"))
    assert tab.shows("s") == "a"


def test_a_slider_whose_bounds_moved_away_goes_to_its_default(tab: Tab) -> None:
    got: list[Any] = []
    tab.run(lambda: got.append(st.slider("s", 0, 10, 20, key="k")))
    tab.run(lambda: got.append(st.slider("s", 0, 10, 20, key="k")), ("s", [18]))
    tab.run(lambda: got.append(st.slider("s", 0, 10, 5, key="k")))
    assert got == [20, 18, 5]
    assert tab.shows("s") == [5]


def test_a_range_in_session_state_makes_a_slider_a_range(tab: Tab) -> None:
    got: list[Any] = []

    def script() -> None:
        if "k" not in st.session_state:
            st.session_state.k = (2, 3)
        got.append(st.slider("s", 0, 10, key="k"))

    tab.run(script)
    tab.run(script, ("s", [2, 9]))
    assert got == [(2, 3), (2, 9)]


def test_an_expander_that_the_script_follows_is_opened_and_closed_by_both(tab: Tab) -> None:
    seen: list[bool | None] = []

    def script() -> None:
        if st.session_state.pop("open_it", False):
            st.session_state.k = True
        seen.append(st.expander("e", key="k", on_change="rerun").open)

    tab.run(script)
    tab.run(script, ("e", True))
    tab.run(script, ("e", False))
    _run.session["open_it"] = True
    tab.run(script)
    assert seen == [False, True, False, True]
    assert tab.shows("e") is True


def test_numbers_of_other_libraries_reach_the_page_as_numbers(tab: Tab) -> None:
    import numpy as np

    def script() -> None:
        st.session_state.update(n=np.int64(5), f=np.float64(0.5), s=np.int64(6), b=True)
        st.number_input("n", 0, 10, key="n")
        st.number_input("f", key="f")
        st.slider("s", 0, 10, key="s")
        st.number_input("b", 0, 1, key="b")

    assert tab.run(script) == "success"
    assert [tab.shows(label) for label in "nfsb"] == [5, 0.5, [6], 1]


def test_an_expander_calls_back(tab: Tab) -> None:
    calls: list[int] = []

    def script() -> None:
        st.expander("e", on_change=calls.append, args=(1,))

    tab.run(script)
    tab.run(script, ("e", True))
    assert calls == [1]


def test_options_may_be_arrays(tab: Tab) -> None:
    import numpy as np

    got: list[Any] = []

    def script() -> None:
        rows = list(np.array([[1, 2], [3, 4]]))
        got.append(st.selectbox("s", rows, format_func=lambda row: f"row {row[0]}").tolist())

    tab.run(script)
    tab.run(script, ("s", "row 3"))
    tab.run(script)
    assert got == [[1, 2], [3, 4], [3, 4]]


def test_widgets_in_a_form_name_it(tab: Tab) -> None:
    from streamlit.delta_generator import DeltaGenerator

    def script() -> None:
        with DeltaGenerator(tab.host.block(1, "container", "{}", "f")):
            st.text_input("t")
            st.expander("e", on_change="rerun").slider("s")

    assert tab.run(script) == "success"
    assert [tab.element(label)["form_id"] for label in ("t", "e", "s")] == ["f", "f", "f"]
