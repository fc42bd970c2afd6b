"""Waiting in a tab: `time.sleep`, `asyncio.run`, threads.

Where the browser has JSPI, a wait suspends Python and events come in meanwhile; a Stop or a newer event ends the run.
Where it has not, the wait blocks the worker and events come in when the run is over.
"""

from __future__ import annotations

import asyncio
import threading
import time
from typing import TYPE_CHECKING, Any, NoReturn

from streamlit import _run
from streamlit._host import slot

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    #: Waits for the promise that the function gives, and returns what it brings.
    Wait = Callable[[Callable[[], Any]], Any]

_block = time.sleep

#: Seconds between two looks at Stop and newer events while a script sleeps.
_LOOK_EVERY = 0.05

#: Seconds that a loop waits for JavaScript when no timer is set and no request is under way.
_GIVE_UP_AFTER = 1.0

_NOTHING_COMES = "asyncio: every task waits for something that cannot happen in a browser tab."


class _Waiter:
    """How to wait for a JavaScript promise; set by `install`."""

    wait: Wait | None = None
    #: The loop that ran when the outermost `asyncio.run` began.
    outer: Any = None
    depth = 0
    nap: Callable[[float], Any]
    pending: Callable[[], int] = staticmethod(lambda: 0)


def sleep(seconds: float, /) -> None:
    """`time.sleep`: sends what is waiting to the page first."""
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    slot.host.flush()
    if _Waiter.wait is None:
        _block(seconds)
        return
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        _Waiter.wait(_over(_Waiter.nap(min(left, _LOOK_EVERY) * 1000)))
        _run.checkpoint()
    _run.checkpoint()


def _apart(run_sync: Callable[[Any], Any]) -> Wait:
    """A promise that is made while a loop runs belongs to that loop, and so does the wait for it. One of ours would
    never come to it: it is inside that wait. So both happen on the loop around ours, which the browser drives.
    """

    def wait(promise: Callable[[], Any]) -> Any:
        if _Waiter.depth == 0:
            return run_sync(promise())
        inner = asyncio.events._get_running_loop()
        asyncio.events._set_running_loop(_Waiter.outer)
        try:
            return run_sync(promise())
        finally:
            asyncio.events._set_running_loop(inner)

    return wait


def _over(nap: Any) -> Callable[[], Any]:
    return lambda: nap.over


class _Selector:
    """What an event loop of this worker can wait for: time, and what JavaScript brings (answers of the network)."""

    def __init__(self) -> None:
        #: Cuts the wait that goes on short.
        self.wake: Callable[[], Any] | None = None

    def select(self, timeout: float | None) -> list[Any]:
        if _Waiter.wait is None:
            if timeout is None:
                raise RuntimeError(_NOTHING_COMES)
            if timeout > 0:
                sleep(timeout)
        elif timeout is None or timeout > 0:
            self._nap(_Waiter.wait, timeout)
        return []

    def _nap(self, wait: Wait, timeout: float | None) -> None:
        slot.host.flush()
        began = time.monotonic()
        while True:
            waited = time.monotonic() - began
            left = _LOOK_EVERY if timeout is None else min(timeout - waited, _LOOK_EVERY)
            if left <= 0:
                return
            nap = _Waiter.nap(left * 1000)
            self.wake = nap.wake
            wait(_over(nap))
            is_woken, self.wake = self.wake is None, None
            pending = _Waiter.pending()
            # A newer event does not cut an answer off that is on its way; the reader's Stop does.
            if pending == 0:
                _run.checkpoint()
            elif _run.phase.active and slot.host.interruption() == "stop":
                raise _run.StopException
            if is_woken:
                return
            if timeout is None and pending == 0 and waited > _GIVE_UP_AFTER:
                raise RuntimeError(_NOTHING_COMES)


class Loop(asyncio.BaseEventLoop):
    """An event loop for `asyncio.run` inside a script: timers, futures and tasks, no sockets."""

    def __init__(self) -> None:
        super().__init__()
        self._selector = _Selector()

    def call_soon(self, callback: Any, *args: Any, context: Any = None) -> asyncio.Handle:  # type: ignore[override]
        # From JavaScript, while the loop waits: something has come.
        wake, self._selector.wake = self._selector.wake, None
        if wake is not None:
            wake()
        return super().call_soon(callback, *args, context=context)

    async def getaddrinfo(self, host: Any, port: Any, **_more: Any) -> NoReturn:
        from tablit.http.for_socket import refuse_connection

        refuse_connection((host, port))

    async def create_connection(
        self,
        protocol_factory: Any,  # noqa: ARG002
        host: Any = None,
        port: Any = None,
        **_more: Any,
    ) -> NoReturn:
        from tablit.http.for_socket import refuse_connection

        refuse_connection((host, port))

    create_server = create_datagram_endpoint = create_connection  # type: ignore[assignment]

    def _process_events(self, event_list: list[Any]) -> None:
        pass

    def _write_to_self(self) -> None:
        pass


def run(main: Coroutine[Any, Any, Any], *, debug: bool | None = None, loop_factory: Any = None) -> Any:
    """`asyncio.run`: runs to the end before it returns, as in a script on a server."""
    if not asyncio.iscoroutine(main):
        raise ValueError(f"a coroutine was expected, got {main!r}")
    loop = loop_factory() if loop_factory is not None else Loop()
    if debug is not None:
        loop.set_debug(debug)
    around = asyncio.events._get_running_loop()
    if _Waiter.depth == 0:
        _Waiter.outer = around
    _Waiter.depth += 1
    asyncio.events._set_running_loop(None)
    try:
        return loop.run_until_complete(main)
    finally:
        try:
            loop.run_until_complete(loop.shutdown_asyncgens())
        finally:
            loop.close()
            _Waiter.depth -= 1
            asyncio.events._set_running_loop(around)


def no_thread(self: threading.Thread) -> NoReturn:
    """Takes the place of `Thread.start`: the worker has one thread and cannot make another."""
    raise RuntimeError(
        f"Thread {self.name!r} cannot start: a browser tab runs Python on one thread. Call the function directly, or "
        "use `asyncio.run` for things that wait."
    )


def install(
    run_sync: Callable[[Any], Any] | None, nap: Callable[[float], Any], pending: Callable[[], int]
) -> Wait | None:
    """`run_sync` waits for a promise, None without JSPI; `nap` makes a wait of some milliseconds that can be cut short;
    `pending` counts answers of the network that are on their way.

    Returns how to wait from any place of a script.
    """
    wait = None if run_sync is None else _apart(run_sync)
    _Waiter.wait = None if wait is None else staticmethod(wait)
    _Waiter.nap = staticmethod(nap)
    _Waiter.pending = staticmethod(pending)
    time.sleep = sleep
    asyncio.run = run
    threading.Thread.start = no_thread  # type: ignore[method-assign]
    return wait
