"""Remembering answers for a time: what `ttl` means for connections and for their queries, within this tab."""

from __future__ import annotations

import copy
import pickle
import time
from collections import OrderedDict
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from streamlit import _duration

if TYPE_CHECKING:
    from collections.abc import Callable


def in_seconds(ttl: float | timedelta | str | None) -> float | None:
    """A lifetime in seconds; None is no end. Raises `StreamlitBadTimeStringError` for a text that is none."""
    if isinstance(ttl, timedelta):
        return ttl.total_seconds()
    if isinstance(ttl, str):
        return _duration.seconds(ttl)
    return None if ttl is None else float(ttl)


def fingerprint(*values: Any) -> object:
    """Equal for equal values. One that cannot be pickled equals itself alone."""
    return tuple(_one(value) for value in values)


class _Same:
    """Equal to another one of the same object, which it keeps alive: an id alone would be given away again."""

    def __init__(self, value: object) -> None:
        self._value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other._value is self._value

    def __hash__(self) -> int:
        return id(self._value)


def _one(value: Any) -> object:
    if isinstance(value, dict):
        return frozenset((name, fingerprint(inner)) for name, inner in value.items())
    if value is None or isinstance(value, (str, bytes, bool, int, float, type)):
        return type(value), value
    try:
        return type(value), pickle.dumps(value)
    except Exception:  # noqa: BLE001 - any class may refuse in its own way
        return _Same(value)


class KeptAnswers:
    """The `most` answers that were used last, each for its time."""

    def __init__(
        self,
        most: int | None,
        dropped: Callable[[Any], None] = lambda _value: None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._most = most
        self._dropped = dropped
        self._clock = clock
        self._entries: OrderedDict[object, tuple[float, Any]] = OrderedDict()

    def get(self, key: object, ttl: float | None, make: Callable[[], Any]) -> Any:
        """The answer under `key` if it is younger than `ttl` seconds, else what `make` gives, whose errors pass."""
        kept = self._entries.get(key)
        if kept is not None and (ttl is None or self._clock() - kept[0] < ttl):
            self._entries.move_to_end(key)
            return kept[1]
        self.drop(key)
        value = make()
        if ttl is None or ttl > 0:
            self._entries[key] = (self._clock(), value)
            while self._most is not None and len(self._entries) > max(self._most, 1):
                self.drop(next(iter(self._entries)))
        return value

    def limit(self, most: int) -> None:
        """From now on."""
        self._most = most

    def drop(self, key: object) -> None:
        kept = self._entries.pop(key, None)
        if kept is not None:
            self._dropped(kept[1])

    def clear(self) -> None:
        for key in list(self._entries):
            self.drop(key)


def own_copy(value: Any) -> Any:
    """For whoever asked, to change as they like."""
    frame_copy = getattr(value, "copy", None)
    return frame_copy() if type(value).__name__ == "DataFrame" and frame_copy is not None else copy.deepcopy(value)
