"""The rules of session state, one test each: what is kept, what is forgotten, who may set what."""

from __future__ import annotations

import enum
import logging
from typing import TYPE_CHECKING, Any

import pytest
from driver import Tab

import streamlit as st
from streamlit import _run, _widget

if TYPE_CHECKING:
    from fake_host import FakeHost

State = dict[str, Any]


@pytest.fixture
def tab(host: FakeHost) -> Tab:
    return Tab(host)


def nothing() -> None:
    pass


# -- the mapping -------------------------------------------------------------------------------------------------------


def test_a_value_stays_from_run_to_run(tab: Tab) -> None:
    seen: list[int] = []

    def script() -> None:
        st.session_state.setdefault("n", 0)
        st.session_state.n += 1
        seen.append(st.session_state["n"])

    tab.run(script)
    tab.run(script)
    assert seen == [1, 2]


def test_keys_are_texts(tab: Tab) -> None:
    def script() -> None:
        st.session_state[3] = "three"
        st.session_state[None] = "none"
        assert st.session_state["3"] == "three"
        assert 3 in st.session_state
        assert list(st.session_state) == ["3", "None"]

    assert tab.run(script) == "success"


def test_a_mutable_value_is_the_same_object_in_the_next_run(tab: Tab) -> None:
    def script() -> None:
        st.session_state.setdefault("list", []).append(1)

    tab.run(script)
    tab.run(script)
    assert _run.session["list"] == [1, 1]


def test_the_mapping_lists_keyed_widgets_and_no_generated_ids(tab: Tab) -> None:
    def script() -> None:
        st.session_state.plain = 1
        st.text_input("keyed", "a", key="k")
        st.text_input("not keyed")
        st.button("pressed", key="b")
        assert st.session_state.to_dict() == {"plain": 1, "k": "a", "b": False}
        assert len(st.session_state) == 3
        assert repr(st.session_state) == "{'plain': 1, 'k': 'a', 'b': False}"

    assert tab.run(script) == "success"


def test_clear_removes_plain_values_and_widget_values(tab: Tab) -> None:
    def script() -> None:
        st.session_state.plain = 1
        st.text_input("t", "a", key="k")
        st.session_state.clear()
        assert not st.session_state

    assert tab.run(script) == "success"


def test_attributes_and_items_are_one(tab: Tab) -> None:
    def script() -> None:
        st.session_state.a = 1
        assert st.session_state["a"] == 1
        del st.session_state.a
        assert "a" not in st.session_state
        assert not hasattr(st.session_state, "a")
        assert st.session_state.get("a", 5) == 5
        st.session_state.update(b=2)
        assert st.session_state.pop("b") == 2

    assert tab.run(script) == "success"


# -- widgets -----------------------------------------------------------------------------------------------------------


def test_the_key_of_a_widget_reads_its_value(tab: Tab) -> None:
    def script() -> None:
        assert st.slider("s", key="k") == st.session_state.k

    tab.run(script)
    assert tab.run(script, ("s", [40])) == "success"
    assert _run.session["k"] == 40


def test_the_three_layers_are_looked_up_from_the_top(tab: Tab) -> None:
    def script() -> None:
        if st.session_state.get("go"):
            assert st.session_state.k == "from the page"
            st.session_state.k = "from the script"
        assert st.text_input("t", "default", key="k") == st.session_state.k

    tab.run(script)
    assert _run.session["k"] == "default"
    _run.session["go"] = True
    assert tab.run(script, ("t", "from the page")) == "success"
    assert _run.session["k"] == "from the script"
    assert tab.shows("t") == "from the script"


def test_a_returned_value_is_a_copy(tab: Tab) -> None:
    def script() -> None:
        chosen = st.radio("r", [["a"], ["b"]], key="k")
        chosen.append("changed")

    tab.run(script)
    assert _run.session["k"] == ["a"]


def test_a_default_is_copied(tab: Tab) -> None:
    options = [["a"], ["b"]]
    tab.run(lambda: st.radio("r", options, key="k"))
    options[0].append("changed")
    assert _run.session["k"] == ["a"]


def test_a_value_set_before_the_widget_is_the_widgets(tab: Tab) -> None:
    def script() -> None:
        st.session_state.k = 7
        assert st.slider("s", 0, 10, key="k") == 7

    assert tab.run(script) == "success"
    assert tab.shows("s") == [7]


def test_a_value_set_in_an_earlier_run_is_the_widgets(tab: Tab) -> None:
    def set_it() -> None:
        st.session_state.k = 7

    got: list[int] = []
    tab.run(set_it)
    tab.run(lambda: got.append(st.slider("s", 0, 10, key="k")))
    assert got == [7]
    assert tab.shows("s") == [7]
    assert "k" in _run.session
    tab.run(lambda: got.append(st.slider("s", 0, 10, key="k")), ("s", [3]))
    assert got == [7, 3]


def test_a_value_set_in_a_run_that_ends_before_the_widget_is_the_widgets_in_the_next(tab: Tab) -> None:
    def script(early: bool) -> None:
        if early:
            st.session_state.k = 3
            st.stop()
        st.slider("s", 0, 10, key="k")

    tab.run(lambda: script(False))
    tab.run(lambda: script(False), ("s", [8]))
    tab.run(lambda: script(True))
    assert _run.session["k"] == 3
    tab.run(lambda: script(False))
    assert _run.session["k"] == 3
    assert tab.shows("s") == [3]


def test_a_value_that_the_page_sends_after_a_set_one_is_newer(tab: Tab) -> None:
    def script(early: bool) -> None:
        if early:
            st.session_state.k = 3
            st.stop()
        st.slider("s", 0, 10, key="k")

    tab.run(lambda: script(False))
    id = tab.id("s")
    tab.run(lambda: script(True))
    tab.run(lambda: script(False), (id, [5]))
    assert _run.session["k"] == 5
    assert tab.shows("s") == [5]


def test_setting_after_the_widget_is_refused(tab: Tab) -> None:
    def script() -> None:
        st.text_input("t", key="k")
        st.session_state.k = "x"

    assert tab.run(script) == "error"
    assert tab.error()[0] == "StreamlitWidgetAlreadyInstantiatedError"


def test_the_message_about_setting_after_fences_a_key_that_holds_a_backtick(tab: Tab) -> None:
    def script() -> None:
        st.text_input("t", key="a`b")
        st.session_state["a`b"] = "x"

    tab.run(script)
    assert tab.error()[1].startswith("``st.session_state['a`b']`` cannot be modified")


def test_setting_a_reserved_key_is_refused(tab: Tab) -> None:
    def script() -> None:
        _run.session.reserved.add("form")
        st.session_state.form = 1

    tab.run(script)
    assert tab.error()[0] == "StreamlitWidgetAlreadyInstantiatedError"


def test_setting_in_a_callback_is_allowed(tab: Tab) -> None:
    def script() -> None:
        st.text_input("t", key="k")
        st.button("b", on_click=lambda: st.session_state.update(k="from the callback"))

    tab.run(script)
    assert tab.run(script, ("b", True)) == "success"
    assert _run.session["k"] == "from the callback"
    assert tab.shows("t") == "from the callback"


def test_setting_a_buttons_key_in_a_callback_is_refused_when_the_button_is_made(tab: Tab) -> None:
    def script() -> None:
        st.button("b", key="b", on_click=lambda: st.session_state.update(b=True))

    tab.run(script)
    assert tab.run(script, ("b", True)) == "error"
    assert tab.error()[0] == "StreamlitValueAssignmentNotAllowedError"
    assert tab.run(script) == "success"
    assert _run.session["b"] is False


def test_deleting_after_the_widget_is_allowed_and_resets_it(tab: Tab) -> None:
    got: list[str] = []

    def script() -> None:
        got.append(st.text_input("t", "default", key="k"))
        if got[-1] == "typed":
            del st.session_state.k
            assert "k" not in st.session_state

    tab.run(script)
    tab.run(script, ("t", "typed"))
    assert tab.outcome == "success"
    tab.run(script)
    assert got == ["default", "typed", "default"]
    assert tab.shows("t") == "default"


def test_deleting_before_the_widget_resets_it(tab: Tab) -> None:
    def script() -> None:
        if "reset" in st.session_state:
            del st.session_state["k"], st.session_state["reset"]
        st.slider("s", 0, 10, 5, key="k")

    tab.run(script)
    tab.run(script, ("s", [9]))
    _run.session["reset"] = True
    tab.run(script)
    assert _run.session["k"] == 5
    assert tab.shows("s") == [5]


def test_a_default_beside_a_value_in_session_state_is_said_once(
    tab: Tab, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_widget, "_warned", False)

    def script() -> None:
        st.session_state.k = "b"
        st.session_state.n = 4
        st.text_input("t", "a", key="k")
        st.slider("s", value=3, key="n")

    with caplog.at_level(logging.WARNING, "streamlit"):
        tab.run(script)
    assert [record.getMessage() for record in caplog.records] == [
        'The widget with key "k" was created with a default value but also had its value set via the Session State API.'
    ]


def test_a_neutral_default_beside_a_value_in_session_state_is_not_spoken_of(
    tab: Tab, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_widget, "_warned", False)

    def script() -> None:
        st.session_state.update(t="b", n=1.0, c=True, r="y", s="y", l=3)
        st.text_input("t", key="t")
        st.number_input("n", key="n")
        st.checkbox("c", key="c")
        st.radio("r", ["x", "y"], key="r")
        st.selectbox("s", ["x", "y"], key="s")
        st.slider("l", key="l")

    with caplog.at_level(logging.WARNING, "streamlit"):
        assert tab.run(script) == "success"
    assert caplog.records == []


# -- callbacks ---------------------------------------------------------------------------------------------------------


def test_a_callback_sees_the_new_values_of_all_widgets(tab: Tab) -> None:
    calls: list[tuple[str, str, str]] = []

    def changed(which: str) -> None:
        calls.append((which, st.session_state.a, st.session_state.b))

    def script() -> None:
        st.text_input("a", key="a", on_change=changed, args=("a",))
        st.text_input("b", key="b", on_change=changed, kwargs={"which": "b"})

    tab.run(script)
    tab.run(script, ("b", "2"), ("a", "1"))
    assert calls == [("b", "1", "2"), ("a", "1", "2")]


def test_there_is_no_callback_for_an_unchanged_value(tab: Tab) -> None:
    calls: list[int] = []

    def script() -> None:
        st.text_input("t", "a", on_change=calls.append, args=(1,))
        st.radio("r", [["x"], ["y"]], on_change=calls.append, args=(2,))

    tab.run(script)
    tab.run(script, ("t", "a"), ("r", "['x']"))
    assert calls == []
    tab.run(script, ("t", "b"), ("r", "['y']"))
    assert calls == [1, 2]
    tab.run(script, ("t", "b"))
    assert calls == [1, 2]


def test_there_is_no_callback_for_a_value_that_does_not_fit(tab: Tab) -> None:
    calls: list[int] = []

    def script() -> None:
        st.slider("s", 0, 10, 5, key="k", on_change=calls.append, args=(1,))

    tab.run(script)
    tab.run(script, ("s", [99]))
    assert calls == []
    assert _run.session["k"] == 5
    assert tab.shows("s") == [5]


def test_there_is_no_callback_for_rerun_and_ignore(tab: Tab) -> None:
    def script() -> None:
        st.text_input("a", on_change="ignore", key="a")
        st.text_input("b", on_change="rerun", key="b")
        st.text_input("c", on_change=None, key="c")

    tab.run(script)
    assert tab.run(script, ("a", "1"), ("b", "2"), ("c", "3")) == "success"
    assert _run.session["a"] == "1"
    assert tab.element("a")["on_change"] == "ignore"


def test_a_click_calls_back_each_time(tab: Tab) -> None:
    calls: list[int] = []

    def script() -> None:
        st.button("b", on_click=calls.append, args=(1,))

    tab.run(script)
    tab.run(script, ("b", True))
    tab.run(script, ("b", True))
    assert calls == [1, 1]


def test_a_disabled_widget_ignores_the_page_and_calls_nothing(tab: Tab) -> None:
    calls: list[int] = []
    got: list[str] = []

    def script() -> None:
        got.append(st.text_input("t", "a", disabled=True, on_change=calls.append, args=(1,)))

    tab.run(script)
    tab.run(script, ("t", "b"))
    assert got == ["a", "a"]
    assert calls == []
    assert tab.shows("t") == "a"


def test_a_rerun_in_a_callback_ends_it_and_then_runs_without_the_click(tab: Tab) -> None:
    calls: list[str] = []

    def clicked() -> None:
        calls.append("before")
        st.rerun()
        calls.append("after")

    def script() -> None:
        calls.append(f"button {st.button('b', on_click=clicked)}")

    tab.run(script)
    assert tab.run(script, ("b", True)) == "rerun"
    tab.run(script)
    assert calls == ["button False", "before", "button False"]


# -- triggers ----------------------------------------------------------------------------------------------------------


def test_a_click_lives_for_one_run(tab: Tab) -> None:
    got: list[bool] = []

    def script() -> None:
        got.append(st.button("b", key="b"))
        assert st.session_state.b is got[-1]

    tab.run(script)
    tab.run(script, ("b", True))
    assert _run.session["b"] is False
    tab.run(script)
    assert got == [False, True, False]
    assert tab.host.values == {}


def test_a_click_is_over_after_a_run_that_was_stopped(tab: Tab) -> None:
    got: list[bool] = []

    def script() -> None:
        got.append(st.button("b"))
        st.stop()

    tab.run(script)
    tab.run(script, ("b", True))
    tab.run(script)
    assert got == [False, True, False]


# -- what is forgotten -------------------------------------------------------------------------------------------------


def test_a_widget_that_a_run_does_not_make_loses_its_value_after_it(tab: Tab) -> None:
    def shown() -> None:
        st.text_input("t", "a", key="k")

    tab.run(shown)
    tab.run(shown, ("t", "typed"))

    def still_there() -> None:
        assert st.session_state.k == "typed"

    assert tab.run(still_there) == "success"

    def gone() -> None:
        assert "k" not in st.session_state

    assert tab.run(gone) == "success"
    got: list[str] = []
    tab.run(lambda: got.append(st.text_input("t", "a", key="k")))
    assert got == ["a"]
    assert tab.shows("t") == "a"


def test_a_key_that_the_script_set_and_gave_to_a_widget_goes_with_the_widget(tab: Tab) -> None:
    def shown() -> None:
        if "k" not in st.session_state:
            st.session_state.k = "set"
        st.text_input("t", key="k")

    tab.run(shown)
    tab.run(nothing)
    tab.run(nothing)
    assert "k" not in _run.session


def test_a_plain_key_stays(tab: Tab) -> None:
    tab.run(lambda: st.session_state.update(plain=1))
    tab.run(nothing)
    tab.run(nothing)
    assert _run.session["plain"] == 1


def test_a_key_that_a_run_assigns_without_making_the_widget_stays(tab: Tab) -> None:
    def shown() -> None:
        st.text_input("t", key="k")

    def assigned() -> None:
        st.session_state.k = st.session_state.k

    tab.run(shown)
    tab.run(shown, ("t", "typed"))
    tab.run(assigned)
    tab.run(assigned)
    got: list[str] = []
    tab.run(lambda: got.append(st.text_input("t", key="k")))
    assert got == ["typed"]
    assert tab.shows("t") == "typed"


@pytest.mark.parametrize("end", ["stop", "exception"])
def test_a_run_that_ends_early_forgets_nothing(tab: Tab, end: str) -> None:
    def script(early: bool) -> None:
        if early:
            if end == "stop":
                st.stop()
            raise ValueError(end)
        st.text_input("t", key="k")

    tab.run(lambda: script(False))
    tab.run(lambda: script(False), ("t", "typed"))
    tab.run(lambda: script(True))
    tab.run(lambda: script(True))
    tab.run(lambda: script(False))
    assert _run.session["k"] == "typed"


def test_a_run_that_ends_in_a_rerun_forgets_nothing(tab: Tab) -> None:
    def script(again: bool) -> None:
        if again:
            st.rerun()
        st.text_input("t", key="k")

    tab.run(lambda: script(False))
    tab.run(lambda: script(False), ("t", "typed"))
    tab.run(lambda: script(True))
    tab.run(lambda: script(False))
    assert _run.session["k"] == "typed"


def test_a_page_value_that_an_early_end_left_unread_is_still_there(tab: Tab) -> None:
    def script(early: bool) -> None:
        if early:
            st.stop()
        st.slider("s", 0, 10, key="k")

    tab.run(lambda: script(False))
    tab.run(lambda: script(True), ("s", [4]))
    tab.run(lambda: script(False))
    assert _run.session["k"] == 4


@pytest.mark.parametrize("persist", ["page", "session"])
def test_a_persistent_widget_keeps_its_value_while_it_is_not_made(tab: Tab, persist: str) -> None:
    def shown() -> None:
        st.slider("s", 0, 10, key="k", persist_state=persist)

    def hidden() -> None:
        assert st.session_state.k == 8

    tab.run(shown)
    tab.run(shown, ("s", [8]))
    assert tab.run(hidden) == "success"
    assert tab.run(hidden) == "success"
    tab.run(shown)
    assert _run.session["k"] == 8
    assert tab.shows("s") == [8]


def test_a_persistent_value_that_is_not_shown_is_kept_for_the_next_worker(tab: Tab) -> None:
    def shown() -> None:
        st.slider("s", 0, 10, key="k", persist_state="session")

    tab.run(shown)
    tab.run(shown, ("s", [8]))
    tab.run(nothing)
    kept = _run.session.keep()
    assert kept is not None
    _run.reset()
    _run.session.restore(kept)
    tab.run(nothing)
    tab.run(shown)
    assert _run.session["k"] == 8
    assert tab.shows("s") == [8]


# -- identity of options -----------------------------------------------------------------------------------------------


def test_a_member_of_an_enumeration_that_a_run_defines_anew_is_the_new_one(tab: Tab) -> None:
    got: list[tuple[Any, bool]] = []

    def script() -> None:
        class Colour(enum.Enum):
            RED = 1
            BLUE = 2

        chosen = st.radio("r", Colour, key="k")
        got.append((chosen.name, chosen in list(Colour)))

    tab.run(script)
    tab.run(script, ("r", "Colour.BLUE"))
    tab.run(script)
    assert got == [("RED", True), ("BLUE", True), ("BLUE", True)]


def test_an_option_that_a_run_makes_anew_stays_chosen_by_its_label(tab: Tab) -> None:
    got: list[str] = []

    class Thing:
        def __init__(self, name: str) -> None:
            self.name = name

    def script() -> None:
        things = [Thing("a"), Thing("b")]
        chosen = st.selectbox("s", things, format_func=lambda thing: thing.name)
        got.append(chosen.name)

    tab.run(script)
    tab.run(script, ("s", "b"))
    tab.run(script)
    tab.run(script)
    assert got == ["a", "b", "b", "b"]


# -- across workers ----------------------------------------------------------------------------------------------------


def test_plain_values_are_kept_for_the_next_worker(tab: Tab) -> None:
    def script() -> None:
        st.session_state.plain = {"a": 1}
        st.session_state.function = lambda: 1

    tab.run(script)
    kept = _run.session.keep()
    assert kept is not None
    _run.reset()
    _run.session.restore(kept)
    assert _run.session.names() == ["plain"]
    assert _run.session["plain"] == {"a": 1}


def test_values_of_the_page_reach_the_widgets_of_a_new_worker(tab: Tab) -> None:
    got: list[int] = []

    def script() -> None:
        got.append(st.slider("s", 0, 10, key="k"))

    tab.run(script)
    tab.run(script, ("s", [8]))
    _run.reset()
    tab.run(script, ("s", [8]))
    assert got == [0, 8, 8]
    assert tab.host.values == {}


def test_the_value_of_a_widget_can_be_read_before_a_new_worker_makes_it(tab: Tab) -> None:
    got: list[tuple[str, str]] = []

    def script() -> None:
        if "k" not in st.session_state:
            st.session_state.k = "a"
        got.append((st.session_state.k, st.text_input("t", key="k")))

    tab.run(script)
    tab.run(script, ("t", "typed"))
    kept = _run.session.keep()
    assert kept is not None
    _run.reset()
    _run.session.restore(kept)
    tab.run(script, ("t", "typed"))
    tab.run(script)
    assert got == [("a", "a"), *[("typed", "typed")] * 3]


def test_a_widget_that_a_new_worker_does_not_make_is_forgotten(tab: Tab) -> None:
    tab.run(lambda: st.text_input("t", "a", key="k"))
    kept = _run.session.keep()
    assert kept is not None
    _run.reset()
    _run.session.restore(kept)
    tab.run(nothing)
    assert "k" not in _run.session


def test_a_value_whose_class_is_gone_is_not_there_for_a_new_worker(tab: Tab) -> None:
    import sys
    from types import ModuleType

    module = sys.modules["gone"] = ModuleType("gone")
    exec("class Thing: pass", module.__dict__)
    thing = module.__dict__["Thing"]
    tab.run(lambda: st.session_state.update(thing=thing(), other=1))
    kept = _run.session.keep()
    assert kept is not None
    del sys.modules["gone"]
    _run.reset()
    _run.session.restore(kept)

    def script() -> None:
        assert "thing" not in st.session_state
        assert list(st.session_state) == ["other"]

    assert tab.run(script) == "success"


# -- for a page that is loaded anew (--keep-state) ---------------------------------------------------------------------


def loaded_anew() -> None:
    saved = _run.session.save()
    _run.reset()
    _run.session.load(saved)


def test_plain_values_are_there_when_the_page_is_loaded_anew(tab: Tab) -> None:
    values = {"a": 1, "b": [1.5, None, {"c": True, "d": "ä\n"}], "e": "", "f": {}}
    tab.run(lambda: st.session_state.update(values))
    loaded_anew()
    assert _run.session["a"] == 1
    assert {key: _run.session[key] for key in _run.session.names()} == values


@pytest.mark.parametrize(
    "value",
    [
        (1, 2),
        {1: "a"},
        {"a": (1,)},
        {1, 2},
        b"a",
        float("nan"),
        float("inf"),
        10**400,
        object(),
        "\ud800",
        {"\ud800": 1},
        enum.Enum("E", "A").A,  # type: ignore[attr-defined]
        enum.IntEnum("I", "A").A,  # type: ignore[attr-defined]
    ],
    ids=repr,
)
def test_what_json_cannot_say_is_not_kept_and_is_told_once(
    tab: Tab, value: Any, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    from streamlit import _saved

    monkeypatch.setattr(_saved, "_told", set())
    monkeypatch.setattr(_saved.logger, "propagate", True)
    tab.run(lambda: st.session_state.update(v=value, other=1))
    with caplog.at_level(logging.WARNING):
        _run.session.save()
        loaded_anew()
    assert _run.session.names() == ["other"]
    assert [record.getMessage().split(" is not")[0] for record in caplog.records] == ['st.session_state["v"]']


def test_a_value_without_end_is_not_kept(tab: Tab) -> None:
    endless: list[Any] = []
    endless.append(endless)
    tab.run(lambda: st.session_state.update(endless=endless, other=1))
    loaded_anew()
    assert _run.session.names() == ["other"]


def test_the_value_of_a_widget_can_be_read_before_a_page_that_is_loaded_anew_makes_it(tab: Tab) -> None:
    got: list[tuple[str, str]] = []

    def script() -> None:
        if "k" not in st.session_state:
            st.session_state.k = "a"
        got.append((st.session_state.k, st.text_input("t", key="k")))

    tab.run(script)
    tab.run(script, ("t", "typed"))
    loaded_anew()
    tab.run(script, ("t", "typed"))
    tab.run(script)
    assert got == [("a", "a"), *[("typed", "typed")] * 3]


def test_a_password_is_never_saved(tab: Tab) -> None:
    def script() -> None:
        st.text_input("p", "first", key="p", type="password")
        st.text_input("t", "open", key="t")

    tab.run(script)
    tab.run(script, ("p", "hidden"))
    assert "hidden" not in _run.session.save()
    loaded_anew()
    assert _run.session.names() == ["t"]


def test_a_secret_of_the_app_is_never_saved(tab: Tab) -> None:
    from streamlit.runtime import secrets

    secrets.install(
        '{"kind":"present","values":{"key":"sk-12345678","table":{"list":["list","abcdefgh"]},"short":"on"}}', nothing
    )
    try:
        tab.run(
            lambda: st.session_state.update(
                a=st.secrets["key"],
                b=["Bearer sk-12345678"],
                c={"abcdefgh": 1},
                d="on and on",
                e="on",
                f=["on"],
            )
        )
        saved = _run.session.save(secrets.texts())
        assert '"plain":{"d":"on and on"}' in saved
    finally:
        secrets.install('{"kind":"absent"}', nothing)


def test_a_buttons_click_is_not_there_when_the_page_is_loaded_anew(tab: Tab) -> None:
    def script() -> None:
        if st.button("b", key="b"):
            st.session_state.clicked = True

    tab.run(script)
    tab.run(script, ("b", True))
    loaded_anew()
    assert _run.session.names() == ["clicked"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"plain": [], "lent": "x"}',
        '{"plain": {"": 1, "$$ID-1-None": 2}}',
        '{"plain": {"a": NaN, "b": Infinity}}',
        "[" * 100_000,
        '{"plain": {"a": ' + "[" * 200 + "]" * 200 + "}}",
    ],
    ids=lambda text: text[:40],
)
def test_a_saved_text_that_was_tampered_with_is_nothing(tab: Tab, text: str) -> None:
    _run.session.load(text)
    assert tab.run(nothing) == "success"
    assert _run.session.names() == []


def test_a_buttons_click_is_not_kept(tab: Tab) -> None:
    tab.run(lambda: st.button("b", key="b"))
    assert _run.session.keep() is None
