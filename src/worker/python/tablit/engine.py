"""Called by the engine's start (`src/worker/python/engine`): after a restore, and after packages were unpacked."""

from __future__ import annotations

import random
import sys
import time
from importlib.machinery import FileFinder


def after_restore() -> None:
    """Draw anew what was frozen when the memory image was made, for every page would share it.

    The seed of `hash()` is frozen too and cannot be drawn again: strings hash alike in all pages. That is no secret
    to keep in a tab, where nobody sends keys but the reader.
    """
    random.seed()
    if hasattr(time, "tzset"):
        time.tzset()
    # Only those that the image holds; importing one for this would cost more than it saves.
    for module, name, fresh in (
        ("logging", "_startTime", _log_clock()),
        ("tempfile", "_name_sequence", None),
        ("uuid", "_node", None),
        ("uuid", "_last_timestamp", None),
    ):
        if module in sys.modules and hasattr(sys.modules[module], name):
            setattr(sys.modules[module], name, fresh)
    sys.path[:] = dict.fromkeys(sys.path)


def after_install() -> None:
    """Let the import system see files that were written since it last looked.

    Only folders: `importlib.invalidate_caches` would read the directory of the standard library's archive again.
    """
    for finder in sys.path_importer_cache.values():
        if isinstance(finder, FileFinder):
            finder.invalidate_caches()


def _log_clock() -> float:
    # Nanoseconds since Python 3.13, seconds before.
    return time.time_ns() if sys.version_info >= (3, 13) else time.time()
