"""`st.form` in session state: which keys are there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from driver import Tab

import streamlit as st

if TYPE_CHECKING:
    from fake_host import FakeHost


@pytest.fixture
def tab(host: FakeHost) -> Tab:
    return Tab(host)


def test_a_forms_key_is_not_listed_and_its_submit_button_is(tab: Tab) -> None:
    listed: list[list[str]] = []

    def script() -> None:
        with st.form("f"):
            st.text_input("Name")
            st.form_submit_button("Go")
        listed.append(list(st.session_state))

    tab.run(script)
    assert listed == [["FormSubmitter:f-Go"]]


def test_values_come_with_the_click_and_the_only_callback_sees_them(tab: Tab) -> None:
    seen: list[Any] = []

    def script() -> None:
        with st.form("f"):
            name = st.text_input("Name", key="name")
            sent = st.form_submit_button("Go", on_click=lambda: seen.append(st.session_state.name))
        seen.append((name, sent))

    tab.run(script)
    tab.run(script, ("Name", "Ada"), ("Go", True))
    tab.run(script)
    assert seen == [("", False), "Ada", ("Ada", True), ("Ada", False)]


def test_a_form_can_be_made_again_in_the_next_run(tab: Tab) -> None:
    def script() -> None:
        st.form("f").form_submit_button()

    assert [tab.run(script), tab.run(script)] == ["success", "success"]


def test_the_key_of_a_form_that_is_gone_can_be_assigned(tab: Tab) -> None:
    tab.run(lambda: st.form("f"))
    assert tab.run(lambda: st.session_state.update(f=1)) == "success"
