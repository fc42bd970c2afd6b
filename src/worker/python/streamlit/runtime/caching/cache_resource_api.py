"""`st.cache_resource`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, ParamSpec, TypeVar, overload

from streamlit.runtime.caching._settings import checked
from streamlit.runtime.caching._stores import ResourceStore
from streamlit.runtime.caching.cached_function import CachedFunc

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import timedelta

    from streamlit.runtime.caching.hashing import HashFuncs

P = ParamSpec("P")
R = TypeVar("R")


class CacheResourceAPI:
    """Keeps what functions return, as it is: each call gets the same object."""

    @overload
    def __call__(self, func: Callable[P, R]) -> CachedFunc[P, R]: ...
    @overload
    def __call__(
        self,
        func: None = None,
        *,
        ttl: float | timedelta | str | None = None,
        max_entries: int | None = None,
        show_spinner: bool | str = True,
        show_time: bool = False,
        validate: Callable[[Any], bool] | None = None,
        hash_funcs: HashFuncs | None = None,
        on_release: Callable[[Any], Any] | None = None,
        scope: Literal["global", "session"] = "global",
        refresh_mode: Literal["foreground", "background"] = "foreground",
    ) -> Callable[[Callable[P, R]], CachedFunc[P, R]]: ...
    def __call__(
        self,
        func: Callable[P, R] | None = None,
        *,
        ttl: float | timedelta | str | None = None,
        max_entries: int | None = None,
        show_spinner: bool | str = True,
        show_time: bool = False,
        validate: Callable[[Any], bool] | None = None,
        hash_funcs: HashFuncs | None = None,
        on_release: Callable[[Any], Any] | None = None,
        scope: Literal["global", "session"] = "global",
        refresh_mode: Literal["foreground", "background"] = "foreground",
    ) -> CachedFunc[P, R] | Callable[[Callable[P, R]], CachedFunc[P, R]]:
        """Decorates a function that makes something to be used again and again: a connection, a model.

        `validate(value)` says before each use whether it is still good; where it is not another one is made.
        `on_release(value)` is called when one is not kept any longer: its `ttl` is over, there are more than
        `max_entries`, it is not valid, or the cache is cleared. The other arguments are those of `st.cache_data`, and
        so are the errors.
        """
        settings = checked(
            ttl=ttl,
            max_entries=max_entries,
            scope=scope,
            refresh_mode=refresh_mode,
            show_spinner=show_spinner,
            show_time=show_time,
            hash_funcs=hash_funcs,
            validate=validate,
            on_release=on_release,
        )

        def decorated(function: Callable[P, R]) -> CachedFunc[P, R]:
            return CachedFunc(function, "cache_resource", ResourceStore, settings)

        return decorated if func is None else decorated(func)

    def clear(self) -> None:
        """Lets all objects go."""
        for store in ResourceStore.all.values():
            store.entries.clear()

    def __repr__(self) -> str:
        return "st.cache_resource"
