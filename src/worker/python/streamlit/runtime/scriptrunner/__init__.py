"""The run's context, for the libraries that ask whether they are inside of an app."""

from __future__ import annotations

import threading

from streamlit import _run
from streamlit._run import RerunException, StopException

__all__ = ["RerunException", "ScriptRunContext", "StopException", "add_script_run_ctx", "get_script_run_ctx"]


class ScriptRunContext:
    """The session that the script runs in. There is one in a tab, and one thread that runs it."""

    __slots__ = ()

    #: A tab has one session; the name only has to be the same in all of its runs.
    session_id = "tab"


_context = ScriptRunContext()


def get_script_run_ctx(suppress_warning: bool = False) -> ScriptRunContext | None:
    """The context of the run under way, None outside of one. `suppress_warning` has no effect: none is given."""
    del suppress_warning
    return _context if _run.phase.active else None


def add_script_run_ctx(thread: threading.Thread | None = None, ctx: ScriptRunContext | None = None) -> threading.Thread:
    """Returns `thread`, by default the current one, as it is: all that runs in the tab is in the context already."""
    del ctx
    return threading.current_thread() if thread is None else thread
