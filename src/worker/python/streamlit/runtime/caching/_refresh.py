"""Entries that are to be worked out anew when there is time (`refresh_mode="background"`).

A tab has one thread, so that is when the script is over and the page shows what it drew. A newer event ends the work;
the entry then waits for the next run that reads it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from streamlit import _check, _run
from streamlit._host import slot
from streamlit.runtime.caching._replay import Unseen, recording

if TYPE_CHECKING:
    from collections.abc import Callable

_waiting: dict[tuple[int, str], Callable[[], Any]] = {}


def later(store: object, key: str, work: Callable[[], Any]) -> None:
    """Does `work` after the run, once, however often it is asked for."""
    _waiting.setdefault((id(store), key), work)


def is_due() -> bool:
    return bool(_waiting)


def refresh() -> None:
    """Does what waits. A failure is a line in the log: the older entry counts until its time is over."""
    waiting = list(_waiting.values())
    _waiting.clear()
    slot.host.flush()
    with recording(Unseen(slot.host)):
        for work in waiting:
            try:
                work()
            except Exception:  # noqa: BLE001 - whatever a script raises
                _check.logger.exception("An entry of a cache could not be worked out anew.")
            _run.checkpoint()


def forget() -> None:
    _waiting.clear()
