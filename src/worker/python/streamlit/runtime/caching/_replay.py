"""What a cached function draws is drawn again when its answer comes from the cache.

While such a function runs, a recorder stands in for the host: it passes every call on and notes those that draw. Other
code never asks whether something is recorded, so an element costs nothing more outside of cached functions.
"""

from __future__ import annotations

import itertools
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from streamlit import _run, _traceback
from streamlit._host import ACTIVE, BOTTOM, EVENT, slot
from streamlit._json import encode
from streamlit.runtime.caching.cache_errors import CachedWidgetWarning, CacheReplayClosureError

if TYPE_CHECKING:
    from collections.abc import Iterator

    #: A call that draws: its name, the place, the number of what it makes, and what is drawn. What the function makes
    #: counts from -1 downwards; the page's own places are their handles. None: a place from outside.
    Step = tuple[str, int | None, int, tuple[Any, ...]]
    Steps = tuple[Step, ...]

_ELEMENT, _BUFFERS, _BLOCK, _UPDATE, _WIDGET = "element", "buffers", "block", "update", "widget"


class Recorder:
    """A host that notes what is drawn. Calls that draw nothing go to the inner host as they are."""

    def __init__(self, inner: Any) -> None:
        self.inner = inner
        self._steps: list[Step] = []
        #: The number of a place by its handle.
        self._numbers: dict[int, int] = {}
        #: The containers that a `with` inside of the function opened.
        self._stack: list[int] = []
        #: By handle, the step that put an element there: the next one takes its place.
        self._shown: dict[int, int] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(self.inner, name)

    @property
    def steps(self) -> Steps:
        return tuple(self._steps)

    # -- the calls that draw -------------------------------------------------------------------------------------------

    def element(self, at: int, json: str) -> int:
        handle: int = self.inner.element(at, json)
        self._element(_ELEMENT, at, handle, (json,))
        return handle

    def element_with_buffers(self, at: int, json: str, buffers: Any) -> int:
        parts = [bytes(part) for part in buffers]
        handle: int = self.inner.element_with_buffers(at, json, parts)
        self._element(_BUFFERS, at, handle, (json, parts))
        return handle

    def block(self, at: int, type: str, json: str, form: str | None) -> int:
        handle: int = self.inner.block(at, type, json, form)
        self._steps.append((_BLOCK, self._place(at), self._number(handle), (type, json, form)))
        self._shown.pop(at, None)
        return handle

    def update(self, handle: int, json: str) -> None:
        self.inner.update(handle, json)
        self._steps.append((_UPDATE, self._place(handle), 0, (json,)))

    def register(self, at: int, kind: str, key: str | None, shape: str, trigger: bool) -> str:
        self.element(ACTIVE, encode(_warning()))
        id: str = self.inner.register(at, kind, key, shape, trigger)
        self._steps.append((_WIDGET, self._place(at), 0, (kind, key, shape, trigger)))
        return id

    def enter(self, handle: int) -> None:
        self.inner.enter(handle)
        self._stack.append(self._resolve(handle))

    def exit(self) -> None:
        self.inner.exit()
        if self._stack:
            self._stack.pop()

    def unwind(self) -> None:
        self.inner.unwind()
        self._stack.clear()

    # -- places --------------------------------------------------------------------------------------------------------

    def _resolve(self, at: int) -> int:
        return self._stack[-1] if at == ACTIVE and self._stack else at

    def _place(self, at: int) -> int | None:
        handle = self._resolve(at)
        if handle <= BOTTOM:
            return None if handle == EVENT else handle
        return self._numbers.get(handle)

    def _number(self, handle: int) -> int:
        return self._numbers.setdefault(handle, -1 - len(self._numbers))

    def _element(self, name: str, at: int, handle: int, drawn: tuple[Any, ...]) -> None:
        """Notes an element. Of those that one place had, the last is all that counts."""
        before = self._shown.get(handle)
        if handle == at and before is not None:
            _, place, number, _ = self._steps[before]
            self._steps[before] = (name, place, number, drawn)
            return
        self._shown[handle] = len(self._steps)
        self._steps.append((name, self._place(at), self._number(handle), drawn))


def _warning() -> Any:
    warning = CachedWidgetWarning()
    return {**_traceback.as_element(warning), "stack_trace": warning.stack_trace}


@contextmanager
def recording(recorder: Any) -> Iterator[None]:
    """The host of what runs in the block is `recorder`."""
    around, slot.host = slot.host, recorder
    try:
        yield
    finally:
        slot.host = around


def replay(steps: Steps, command: str, function: str) -> None:
    """Draws at the place that is active now. Raises `CacheReplayClosureError` for what was drawn elsewhere."""
    if not steps:
        return
    host = slot.host
    made: dict[int, int] = {}
    for name, place, number, drawn in steps:
        at = place if place is None or place >= 0 else made.get(place)
        if at is None:
            raise CacheReplayClosureError(command, function)
        if name == _UPDATE:
            host.update(at, *drawn)
        elif name == _WIDGET:
            host.register(at, *drawn)
        else:
            call: Any = (
                host.block if name == _BLOCK else host.element if name == _ELEMENT else host.element_with_buffers
            )
            made[number] = call(at, *drawn)
    _run.checkpoint()


class Unseen:
    """A host whose page nobody sees, for a function that runs when the script is over."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner
        self._handles = itertools.count(1 << 40)
        self._slots: set[int] = set()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)

    def element(self, at: int, _json: str) -> int:
        if at in self._slots:
            return at
        handle = next(self._handles)
        self._slots.add(handle)
        return handle

    def element_with_buffers(self, at: int, json: str, _buffers: Any) -> int:
        return self.element(at, json)

    def block(self, _at: int, _type: str, _json: str, _form: str | None) -> int:
        return next(self._handles)

    def register(self, at: int, kind: str, key: str | None, shape: str, trigger: bool) -> str:
        return f"$$ID-unseen-{(at, kind, shape, trigger)}-{key}"

    def claim_key(self, _key: str) -> bool:
        return True

    def form_of(self, _at: int) -> str | None:
        return None

    def is_slot(self, at: int) -> bool:
        return at in self._slots

    def transient(self, _at: int, _json: str) -> int:
        return 0

    def update(self, _handle: int, _json: str) -> None: ...
    def end_transient(self, _id: int) -> None: ...
    def enter(self, _handle: int) -> None: ...
    def exit(self) -> None: ...
    def set_value(self, _id: str, _json: str) -> None: ...
    def page_config(self, _json: str) -> None: ...
