"""What a cached function has given so far: copies for `st.cache_data`, the objects for `st.cache_resource`."""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from streamlit import _check, _types
from streamlit.runtime.caching import _disk
from streamlit.runtime.caching._entries import Entries, Entry
from streamlit.runtime.caching._settings import Settings, total_size
from streamlit.runtime.caching.cache_errors import UnevaluatedDataFrameError, UnserializableReturnValueError

if TYPE_CHECKING:
    from streamlit.runtime.caching._replay import Steps


@dataclass(slots=True)
class Hit:
    value: Any
    steps: Steps
    #: It is to be worked out anew when there is time.
    stale: bool


class Store(Protocol):
    """The entries of one function."""

    settings: Settings

    def load(self, key: str) -> Hit | None: ...
    def save(self, key: str, value: Any, steps: Steps) -> None: ...
    def drop(self, key: str) -> None: ...
    def clear(self) -> None: ...
    def adopt(self, settings: Settings) -> None: ...


class DataStore:
    """Pickles, each read anew: nobody can change what another one gets."""

    #: All there are, by function.
    all: dict[str, DataStore] = {}  # noqa: RUF012 - shared on purpose

    def __init__(self, function: str, name: str, settings: Settings) -> None:
        self.settings = settings
        self._function = function
        #: As messages call it: `app.load`.
        self._name = name
        self.entries: Entries[tuple[bytes, Steps]] = Entries(settings.max_entries, largest=settings.max_size)

    def adopt(self, settings: Settings) -> None:
        self.settings = settings

    def load(self, key: str) -> Hit | None:
        entry = self.entries.find(key, self.settings.lifetime) or self._from_disk(key)
        if entry is None:
            return None
        data, steps = entry.value
        try:
            value = pickle.loads(data)  # noqa: S301 - made by this app: here, or before under this browser's seal
        except Exception:  # noqa: BLE001 - a class that it needs is gone or has changed
            self.drop(key)
            return None
        return Hit(value, steps, _is_stale(self.entries, entry, self.settings))

    def _from_disk(self, key: str) -> Entry[tuple[bytes, Steps]] | None:
        found = _disk.read(self._function, key) if self.settings.persist else None
        if found is None:
            return None
        self._keep(key, found)
        return self.entries.find(key)

    def save(self, key: str, value: Any, steps: Steps) -> None:
        """Raises `UnserializableReturnValueError` and `UnevaluatedDataFrameError`."""
        function = self._name.rpartition(".")[2]
        if _types.is_unevaluated(value):
            raise UnevaluatedDataFrameError(function, value)
        try:
            data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        except (pickle.PicklingError, TypeError) as error:
            raise UnserializableReturnValueError(function, value) from error
        self._keep(key, (data, steps))
        if self.settings.persist:
            _disk.write(self._function, key, data, steps)

    def _keep(self, key: str, value: tuple[bytes, Steps]) -> None:
        size = len(value[0]) + _size_of(value[1])
        largest, most = self.settings.max_size, total_size()
        if largest is not None and size > largest:
            self._warn_of_size(size, f"max_size={largest}")
        if most is not None and size > most:
            self._warn_of_size(size, f"server.maxCacheDataSize={most}")
        self.entries.keep(key, value, self.settings.ttl, size)
        if most is not None:
            make_room(most)

    def _warn_of_size(self, size: int, limit: str) -> None:
        _check.logger.warning(
            "A cached result is larger than the st.cache_data size limit and was stored anyway. Function '%s' produced "
            "%d serialized bytes, exceeding %s.",
            self._name,
            size,
            limit,
        )

    def drop(self, key: str) -> None:
        self.entries.drop(key)
        if self.settings.persist:
            _disk.drop(self._function, key)

    def clear(self) -> None:
        self.entries.clear()
        if self.settings.persist:
            _disk.drop(self._function)


def make_room(most: int) -> None:
    """Drops what was used longest ago, of all functions, until all is of at most `most` bytes, or one is left."""
    entries = [store.entries for store in DataStore.all.values()]
    while sum(one.size for one in entries) > most and sum(len(one) for one in entries) > 1:
        min((one for one in entries if len(one) > 0), key=lambda one: one.last_use()).drop_oldest()


def _size_of(steps: Steps) -> int:
    return sum(len(part) for _, _, _, drawn in steps for part in drawn if isinstance(part, str))


class ResourceStore:
    """The objects themselves: everybody gets the same one."""

    all: dict[str, ResourceStore] = {}  # noqa: RUF012 - shared on purpose

    def __init__(self, _function: str, name: str, settings: Settings) -> None:
        self.settings = settings
        self._name = name
        self.entries: Entries[tuple[Any, Steps]] = Entries(settings.max_entries, released=self._release)

    def adopt(self, settings: Settings) -> None:
        self.settings = settings

    def load(self, key: str) -> Hit | None:
        entry = self.entries.find(key, self.settings.lifetime)
        if entry is None:
            return None
        value, steps = entry.value
        if self.settings.validate is not None and not self.settings.validate(value):
            self.entries.drop(key)
            return None
        return Hit(value, steps, _is_stale(self.entries, entry, self.settings))

    def save(self, key: str, value: Any, steps: Steps) -> None:
        self.entries.keep(key, (value, steps), self.settings.ttl)

    def drop(self, key: str) -> None:
        self.entries.drop(key)

    def clear(self) -> None:
        self.entries.clear()

    def _release(self, kept: tuple[Any, Steps]) -> None:
        if self.settings.on_release is None:
            return
        try:
            self.settings.on_release(kept[0])
        except Exception:  # noqa: BLE001 - whatever a script raises
            _check.logger.exception("`on_release` of `%s` failed.", self._name)


def _is_stale(entries: Entries[Any], entry: Entry[Any], settings: Settings) -> bool:
    return settings.background and entries.age(entry) >= settings.ttl
