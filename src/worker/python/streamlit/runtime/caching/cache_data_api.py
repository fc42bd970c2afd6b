"""`st.cache_data`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, ParamSpec, TypeVar, overload

from streamlit.runtime.caching import _disk
from streamlit.runtime.caching._settings import checked
from streamlit.runtime.caching._stores import DataStore
from streamlit.runtime.caching.cached_function import CachedFunc

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import timedelta

    from streamlit.runtime.caching.hashing import HashFuncs

P = ParamSpec("P")
R = TypeVar("R")


class CacheDataAPI:
    """Remembers what functions return, as data: each call gets a copy of its own."""

    @overload
    def __call__(self, func: Callable[P, R]) -> CachedFunc[P, R]: ...
    @overload
    def __call__(
        self,
        func: None = None,
        *,
        ttl: float | timedelta | str | None = None,
        max_entries: int | None = None,
        max_size: int | str | None = None,
        show_spinner: bool | str = True,
        show_time: bool = False,
        persist: Literal["disk"] | bool | None = None,
        hash_funcs: HashFuncs | None = None,
        scope: Literal["global", "session"] = "global",
        refresh_mode: Literal["foreground", "background"] = "foreground",
    ) -> Callable[[Callable[P, R]], CachedFunc[P, R]]: ...
    def __call__(
        self,
        func: Callable[P, R] | None = None,
        *,
        ttl: float | timedelta | str | None = None,
        max_entries: int | None = None,
        max_size: int | str | None = None,
        show_spinner: bool | str = True,
        show_time: bool = False,
        persist: Literal["disk"] | bool | None = None,
        hash_funcs: HashFuncs | None = None,
        scope: Literal["global", "session"] = "global",
        refresh_mode: Literal["foreground", "background"] = "foreground",
    ) -> CachedFunc[P, R] | Callable[[Callable[P, R]], CachedFunc[P, R]]:
        """Decorates a function whose answers are data: numbers, texts, tables, whatever pickle takes.

        `ttl`: seconds, a timedelta or a text such as "1h30m" that an answer counts. `max_entries`: answers that are
        kept. `max_size`: bytes of them, or a text such as "500MB". `persist="disk"`: they are there at the next visit,
        too. Arguments whose parameter begins with an underscore do not count; `hash_funcs` says by type how to tell
        others. Raises `StreamlitValueError`, `StreamlitInvalidParameterTypeError`, `StreamlitBadTimeStringError`,
        `StreamlitMissingRequiredParameterError` and `StreamlitIncompatibleParametersError` for what the arguments
        cannot be.
        """
        settings = checked(
            ttl=ttl,
            max_entries=max_entries,
            max_size=max_size,
            persist=persist,
            scope=scope,
            refresh_mode=refresh_mode,
            show_spinner=show_spinner,
            show_time=show_time,
            hash_funcs=hash_funcs,
        )

        def decorated(function: Callable[P, R]) -> CachedFunc[P, R]:
            return CachedFunc(function, "cache_data", DataStore, settings)

        return decorated if func is None else decorated(func)

    def clear(self) -> None:
        """Forgets the answers of all functions, those on disk, too."""
        for store in DataStore.all.values():
            store.entries.clear()
        _disk.drop()

    def __repr__(self) -> str:
        return "st.cache_data"
