"""Entries that stay when the tab is closed (`persist="disk"`).

The page keeps them, each with a seal of this browser for this app and this entry. Only entries whose seal held are here
to be read; nothing else that is on disk, in the app's files or in an upload is ever unpickled.
"""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from streamlit.runtime.caching._replay import Steps

#: Grows when an entry is written otherwise.
_FORMAT = 1


class Disk(Protocol):
    def read(self, function: str, key: str, /) -> bytes | None: ...
    def write(self, function: str, key: str, data: bytes, /) -> None: ...
    def drop(self, function: str | None, key: str | None, /) -> None: ...


class _Slot:
    #: None where there is no page that could keep something.
    disk: Disk | None = None


slot = _Slot()


def connect(disk: Disk | None) -> None:
    slot.disk = disk


def read(function: str, key: str) -> tuple[bytes, Steps] | None:
    """The pickled value and what was drawn; None when there is no such entry, or one of another version."""
    data = slot.disk.read(function, key) if slot.disk is not None else None
    if data is None:
        return None
    try:
        version, value, steps = pickle.loads(data)  # noqa: S301 - its seal held, see above
    except Exception:  # noqa: BLE001 - of another Python, say
        return None
    return (value, steps) if version == _FORMAT else None


def write(function: str, key: str, value: bytes, steps: Steps) -> None:
    if slot.disk is not None:
        slot.disk.write(function, key, pickle.dumps((_FORMAT, value, steps), pickle.HIGHEST_PROTOCOL))


def drop(function: str | None = None, key: str | None = None) -> None:
    """One entry, all of a function, or all."""
    if slot.disk is not None:
        slot.disk.drop(function, key)
