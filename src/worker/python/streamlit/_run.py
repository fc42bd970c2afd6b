"""The run under way: its session's state, and the points at which it lets events in or ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streamlit._host import slot
from streamlit._query import Query
from streamlit._session import SessionState
from streamlit._uploads import Uploads

if TYPE_CHECKING:
    from streamlit._downloads import Download


class ScriptControlException(BaseException):
    """Ends a run from inside. Not an Exception, so that the script's own `except Exception` lets it through."""


class StopException(ScriptControlException):
    """`st.stop()`, or the reader's Stop."""


class RerunException(ScriptControlException):
    """`st.rerun()`, or a newer event."""


query = Query()
session = SessionState()
uploads = Uploads()
#: What download buttons save, by widget id.
downloads: dict[str, Download] = {}


class _Phase:
    """Where the run is."""

    def __init__(self) -> None:
        #: A callback is running: widgets are not made yet, `st.rerun` ends the callback.
        self.in_callback = False
        #: The script, or a callback, is running: the run can be ended here.
        self.active = False


phase = _Phase()

_counts: dict[str, int] = {}


def begin() -> None:
    """A run starts: what is counted within one run starts over."""
    _counts.clear()


def count(name: str) -> int:
    """How many times this run asked for `name` before."""
    so_far = _counts.get(name, 0)
    _counts[name] = so_far + 1
    return so_far


def checkpoint() -> None:
    """A yield point: lets events in when some milliseconds have passed, and ends the run when it is asked to."""
    host = slot.host
    if not host.is_due() or not phase.active:
        return
    host.breathe()
    match host.interruption():
        case "stop":
            raise StopException
        case "rerun" if not phase.in_callback:
            raise RerunException
        case _:
            return


def reset() -> None:
    """A new session, as after opening the app anew."""
    global query, session, uploads
    query = Query()
    session = SessionState()
    uploads = Uploads()
    downloads.clear()
    begin()
