"""The small modules that apps import beside `streamlit` itself."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import streamlit as st
from streamlit import runtime
from streamlit._run import phase
from streamlit.logger import get_logger
from streamlit.runtime.scriptrunner import add_script_run_ctx, get_script_run_ctx


def test_there_is_a_context_while_a_script_runs() -> None:
    assert get_script_run_ctx() is None
    phase.active = True
    context = get_script_run_ctx(suppress_warning=True)
    phase.active = False
    assert context is not None
    assert context.session_id


def test_a_thread_needs_no_context() -> None:
    thread = threading.Thread()
    assert add_script_run_ctx(thread) is thread
    assert add_script_run_ctx() is threading.current_thread()


def test_the_runtime_exists_where_a_host_is() -> None:
    assert runtime.exists()
    code = "from streamlit import runtime; print(runtime.exists())"
    folder = Path(__file__).parents[1]
    told = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True)
    assert told.stdout == "False\n"


def test_a_logger_is_set_up_once() -> None:
    logger = get_logger("app")
    assert get_logger("app") is logger
    assert len(logger.handlers) == 1
    assert logger.isEnabledFor(logging.INFO)


def test_a_class_that_comes_later_says_so() -> None:
    with pytest.raises(AttributeError, match="does not have yet"):
        _ = st.typing.ChatInputValue
    with pytest.raises(AttributeError, match="has no attribute 'Other'"):
        _ = st.typing.Other
