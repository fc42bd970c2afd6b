"""The answers that one function, or one connection, has given: as many as may be kept, each for its time."""

from __future__ import annotations

import itertools
import time
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_uses = itertools.count()


@dataclass(slots=True)
class Entry(Generic[T]):
    value: T
    #: When it was made, by the clock of its `Entries`.
    made: float
    #: Bytes; 0 where nobody counts.
    size: int
    #: Grows with every use of any entry.
    used: int


class Entries(Generic[T]):
    """The entries that were used last. `released` hears of each value that is not kept any longer."""

    def __init__(
        self,
        most: float | None = None,
        *,
        largest: int | None = None,
        released: Callable[[T], Any] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._most = most
        self._largest = largest
        self.released = released
        self._clock = clock
        self._entries: OrderedDict[object, Entry[T]] = OrderedDict()
        #: Bytes of all.
        self.size = 0

    def find(self, key: object, ttl: Any = None) -> Entry[T] | None:
        """The entry if it is younger than `ttl` seconds. One that is older goes."""
        entry = self._entries.get(key)
        if entry is None:
            return None
        if ttl is not None and self._clock() >= entry.made + ttl:
            self.drop(key)
            return None
        self._entries.move_to_end(key)
        entry.used = next(_uses)
        return entry

    def age(self, entry: Entry[T]) -> float:
        """In seconds."""
        return self._clock() - entry.made

    def keep(self, key: object, value: T, ttl: Any = None, size: int = 0) -> None:
        """Raises `ValueError` where nothing may be kept, and `TypeError` for a `ttl` that is no number."""
        now = self._clock()
        if ttl is not None:
            _ = now + ttl
        if self._most is not None and self._most < 1:
            raise ValueError("value too large")
        self.drop(key)
        self._entries[key] = Entry(value, now, size, next(_uses))
        self.size += size
        self._make_room()

    def _make_room(self) -> None:
        while (self._most is not None and len(self._entries) > self._most) or (
            self._largest is not None and self.size > self._largest and len(self._entries) > 1
        ):
            self.drop_oldest()

    def get(self, key: object, ttl: float | None, make: Callable[[], T]) -> T:
        """The answer under `key` if it is younger than `ttl` seconds, else what `make` gives, whose errors pass."""
        entry = self.find(key, ttl)
        if entry is not None:
            return entry.value
        value = make()
        if ttl is None or ttl > 0:
            self.keep(key, value, ttl)
        return value

    def limit(self, most: int) -> None:
        """From now on, and never fewer than one."""
        self._most = max(most, 1)

    def drop(self, key: object) -> None:
        entry = self._entries.pop(key, None)
        if entry is not None:
            self.size -= entry.size
            if self.released is not None:
                self.released(entry.value)

    def clear(self) -> None:
        for key in list(self._entries):
            self.drop(key)

    def last_use(self) -> int:
        """Of the entry that was used longest ago; there has to be one."""
        return next(iter(self._entries.values())).used

    def drop_oldest(self) -> None:
        self.drop(next(iter(self._entries)))

    def __len__(self) -> int:
        return len(self._entries)
