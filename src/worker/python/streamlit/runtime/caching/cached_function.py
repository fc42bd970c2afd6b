"""A function whose answers are remembered."""

from __future__ import annotations

import asyncio
import functools
from contextlib import AbstractContextManager, nullcontext
from inspect import CO_COROUTINE
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar

from streamlit._host import slot
from streamlit.runtime.caching import _refresh
from streamlit.runtime.caching._async import Computing, stepwise
from streamlit.runtime.caching._function import function_key, named_arguments
from streamlit.runtime.caching._replay import Recorder, recording, replay
from streamlit.runtime.caching.hashing import digest_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.runtime.caching._settings import Settings
    from streamlit.runtime.caching._stores import Store

P = ParamSpec("P")
R = TypeVar("R")


class CachedFunc(Generic[P, R]):
    """What `st.cache_data` and `st.cache_resource` make of a function.

    Called with arguments that it was called with before it gives what it gave then, and draws what it drew then. What
    it raises is not remembered. An `async` function is awaited as before.
    """

    def __init__(self, function: Callable[P, R], command: str, kind: Any, settings: Settings) -> None:
        self._name: str = function.__qualname__
        functools.update_wrapper(self, function)
        self._function = function
        self._command = command
        self._kind = kind
        self._settings = settings
        self._found: Store | None = None
        code = getattr(function, "__code__", None)
        self._is_async = code is not None and bool(code.co_flags & CO_COROUTINE)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        if self._is_async:
            return self._awaited(args, kwargs)  # type: ignore[return-value]
        key = self._key(args, kwargs)
        hit = self._store.load(key)
        if hit is None:
            with self._spinner(args, kwargs):
                return self._compute(key, args, kwargs)
        if hit.stale:
            _refresh.later(self._store, key, lambda: self._compute(key, args, kwargs))
        replay(hit.steps, self._command, self._name)
        value: R = hit.value
        return value

    def _compute(self, key: str, args: Any, kwargs: Any) -> R:
        recorder = Recorder(slot.host)
        with recording(recorder):
            value = self._function(*args, **kwargs)
        self._store.save(key, value, recorder.steps)
        return value

    async def _awaited(self, args: Any, kwargs: Any) -> Any:
        key = self._key(args, kwargs)
        store = self._store
        async with Computing(store, key):
            hit = store.load(key)
            if hit is None:
                with self._spinner(args, kwargs):
                    return await self._compute_async(key, args, kwargs)
        if hit.stale:
            _refresh.later(store, key, lambda: asyncio.run(self._compute_async(key, args, kwargs)))
        replay(hit.steps, self._command, self._name)
        return hit.value

    async def _compute_async(self, key: str, args: Any, kwargs: Any) -> Any:
        recorder = Recorder(slot.host)
        coroutine: Any = self._function(*args, **kwargs)
        value = await stepwise(coroutine, recorder)
        self._store.save(key, value, recorder.steps)
        return value

    def clear(self, *args: Any, **kwargs: Any) -> None:
        """Forgets the answer for these arguments; without arguments all answers of the function.

        Raises `UnhashableParamError` as a call would.
        """
        if args or kwargs:
            self._store.drop(self._key(args, kwargs))
        else:
            self._store.clear()

    def __get__(self, instance: Any, owner: type | None = None) -> Any:
        return self if instance is None else BoundCachedFunc(self, instance)

    def __repr__(self) -> str:
        return f"<cached function {self._name}>"

    # -- its entries ---------------------------------------------------------------------------------------------------

    @property
    def _store(self) -> Store:
        """That of the run before, unless the function or how it is cached has changed."""
        if self._found is None:
            known = self._kind.all
            key = function_key(self._function)
            found = known.get(key)
            if found is None or found.settings != self._settings:
                if found is not None:
                    found.entries.clear()
                found = known[key] = self._kind(key, f"{self._function.__module__}.{self._name}", self._settings)
            found.adopt(self._settings)
            self._found = found
        return self._found

    def _key(self, args: Any, kwargs: Any) -> str:
        return digest_of(
            named_arguments(self._function, args, kwargs),
            command=self._command,
            function=self._name,
            hash_funcs=self._settings.hash_funcs,
        )

    def _spinner(self, args: Any, kwargs: Any) -> AbstractContextManager[None]:
        text = self._settings.show_spinner
        if text is False or text is None:
            return nullcontext()
        from streamlit.delta_generator import active

        if text is True:
            text = f"Running `{self._name}({'...' if args or kwargs else ''})`."
        return active.spinner(text, show_time=self._settings.show_time, _cache=True)


class BoundCachedFunc(Generic[R]):
    """A cached method of one object."""

    def __init__(self, cached: CachedFunc[..., R], instance: Any) -> None:
        functools.update_wrapper(self, cached)
        self._cached = cached
        self.__self__ = instance

    def __call__(self, *args: Any, **kwargs: Any) -> R:
        return self._cached(self.__self__, *args, **kwargs)

    def clear(self, *args: Any, **kwargs: Any) -> None:
        """Forgets the answer of this object for these arguments; without arguments all answers, of all objects."""
        if args or kwargs:
            self._cached.clear(self.__self__, *args, **kwargs)
        else:
            self._cached.clear()

    def __repr__(self) -> str:
        return f"<bound {self._cached!r} of {self.__self__!r}>"
