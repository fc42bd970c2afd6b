"""Values of session state as bytes, for the worker that comes after this one."""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(slots=True)
class Pickled:
    """A value that an earlier worker kept; the script's classes it needs may not exist yet."""

    data: bytes

    def value(self) -> Any:
        return pickle.loads(self.data)  # noqa: S301 - made by this page's own last worker


def pack(entries: Iterable[tuple[str, Any, bool]]) -> bytes | None:
    """Keys, their values and a mark each; what cannot be pickled is left out. None when nothing is left."""
    packed: dict[str, tuple[bytes, bool]] = {}
    for key, value, mark in entries:
        try:
            packed[key] = value.data if isinstance(value, Pickled) else pickle.dumps(value), mark
        except Exception:  # noqa: BLE001, S112 - any class may refuse in its own way
            continue
    return pickle.dumps(packed) if packed else None


def unpack(data: bytes) -> list[tuple[str, Pickled, bool]]:
    packed = pickle.loads(data)  # noqa: S301 - made by this page's own last worker
    return [(key, Pickled(value), mark) for key, (value, mark) in packed.items()]
