"""Cached functions that are `async`: what they draw is noted while they run, and not while others do."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from streamlit.runtime.caching._replay import recording

if TYPE_CHECKING:
    from collections.abc import Coroutine, Generator
    from types import TracebackType


class _Steps:
    def __init__(self, coroutine: Coroutine[Any, Any, Any], recorder: Any) -> None:
        self._coroutine = coroutine
        self._recorder = recorder

    def __await__(self) -> Generator[Any, Any, Any]:
        go_on: Any = self._coroutine.send
        argument: Any = None
        while True:
            with recording(self._recorder):
                try:
                    awaited = go_on(argument)
                except StopIteration as end:
                    return end.value
            try:
                argument = yield awaited
                go_on = self._coroutine.send
            except BaseException as error:  # noqa: BLE001 - for the coroutine to handle, and be it the end of it
                argument = error
                go_on = self._coroutine.throw


def stepwise(coroutine: Coroutine[Any, Any, Any], recorder: Any) -> _Steps:
    """Awaits `coroutine` with `recorder` as the host of its own steps alone."""
    return _Steps(coroutine, recorder)


class Computing:
    """One task at a time works an entry out; the others of its loop wait, and then find it."""

    _locks: dict[tuple[int, str, int], tuple[asyncio.Lock, list[int]]] = {}  # noqa: RUF012 - shared on purpose

    def __init__(self, store: object, key: str) -> None:
        self._id = (id(store), key, id(asyncio.get_running_loop()))

    async def __aenter__(self) -> None:
        lock, users = self._locks.setdefault(self._id, (asyncio.Lock(), []))
        users.append(1)
        try:
            await lock.acquire()
        except BaseException:
            self._leave(users)
            raise

    async def __aexit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        lock, users = self._locks[self._id]
        lock.release()
        self._leave(users)

    def _leave(self, users: list[int]) -> None:
        users.pop()
        if not users:
            del self._locks[self._id]
