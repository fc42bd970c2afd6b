"""`st.session_state`: what the script set, what the reader set, and what both were before (semantics §3).

Three layers, looked up from the top: values the script set in this run by key, values that came from the page for
this run by widget id, and everything older by either.
"""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable, Iterator, MutableMapping
from dataclasses import dataclass
from typing import Any

from streamlit.errors import (
    StreamlitAPIException,
    StreamlitValueAssignmentNotAllowedError,
    StreamlitValueError,
    StreamlitWidgetAlreadyInstantiatedError,
)

_MORE = (
    "Did you forget to initialize it? More info: "
    "https://docs.streamlit.io/develop/concepts/architecture/session-state#initialization"
)


@dataclass(slots=True)
class WidgetMetadata:
    """What the session has to know of a widget to handle its value when the widget's command is not running."""

    id: str
    key: str | None
    #: A JSON value of the wire to the value the script sees; falls back to the default for one that does not fit.
    from_wire: Callable[[Any], Any]
    trigger: bool = False
    #: The value after the run of a trigger.
    at_rest: Any = None
    #: The script may assign `st.session_state[key]`.
    settable: bool = True
    disabled: bool = False
    callback: Callable[..., Any] | None = None
    args: tuple[Any, ...] = ()
    kwargs: dict[str, Any] | None = None


@dataclass(slots=True)
class _Wire:
    """A value from the page, not looked at yet."""

    value: Any


@dataclass(slots=True)
class _Pickled:
    """A value that an earlier worker kept."""

    data: bytes


class SessionState:
    """The state of one session. `register` and the run's beginning and end are called by the package only."""

    def __init__(self) -> None:
        self._set: dict[str, Any] = {}
        self._page: dict[str, Any] = {}
        self._old: dict[str, Any] = {}
        self._ids: dict[str, str] = {}
        self._metadata: dict[str, WidgetMetadata] = {}
        self._this_run: set[str] = set()
        #: Keys of forms and the like in this run: they can be neither read nor set.
        self.reserved: set[str] = set()

    # -- a run ----------------------------------------------------------------------------------------------------

    def begin(self, values: list[tuple[str, Any]]) -> list[WidgetMetadata]:
        """Takes the page's values; returns the widgets whose callbacks are to be called, in the order of `values`."""
        self._rest_triggers()
        self._compact()
        self._this_run.clear()
        self.reserved.clear()
        changed: list[WidgetMetadata] = []
        for id, wire in values:
            metadata = self._metadata.get(id)
            if metadata is not None and metadata.disabled:
                continue
            self._page[id] = _Wire(wire)
            if metadata is not None and metadata.callback is not None:
                before = self._old.get(id, _ABSENT)
                if before is _ABSENT or not _same(before, self._value_of(id)):
                    changed.append(metadata)
        return changed

    def finish(self) -> None:
        """Ends a run that was not preempted: a click is over."""
        self._rest_triggers()

    def forget(self, ids: list[str]) -> None:
        """Widgets that the run did not make lose their value."""
        for id in ids:
            self._page.pop(id, None)
            self._old.pop(id, None)
            metadata = self._metadata.pop(id, None)
            if metadata is not None and metadata.key is not None and self._ids.get(metadata.key) == id:
                del self._ids[metadata.key]
                self._set.pop(metadata.key, None)
                self._old.pop(metadata.key, None)

    def _rest_triggers(self) -> None:
        for id, metadata in self._metadata.items():
            if metadata.trigger:
                self._page.pop(id, None)
                if id in self._old:
                    self._old[id] = metadata.at_rest

    def _compact(self) -> None:
        for id in list(self._page):
            self._old[id] = self._page.pop(id)
        for key, value in self._set.items():
            self._old[self._ids.get(key, key)] = value
        self._set.clear()

    # -- widgets --------------------------------------------------------------------------------------------------

    def register(self, metadata: WidgetMetadata, default: Any) -> tuple[Any, bool]:
        """The widget's value, and whether the script set it (the page has to hear of it then)."""
        id, key = metadata.id, metadata.key
        self._metadata[id] = metadata
        self._this_run.add(id)
        if key is not None:
            self._ids[key] = id
            if not metadata.settable and (key in self._set or key in self._old):
                raise StreamlitValueAssignmentNotAllowedError(key)
            if key in self._set:
                return self._set[key], True
            if id not in self._page and id not in self._old and key in self._old:
                self._old[id] = self._thaw(key)
                del self._old[key]
                return self._old[id], True
        value = self._value_of(id)
        if value is _ABSENT:
            value = copy.deepcopy(default)
            self._old[id] = value
        return value, False

    def settle(self, id: str, value: Any) -> None:
        """The widget's command decided on another value than the one it had."""
        metadata = self._metadata[id]
        if metadata.key is not None:
            self._set.pop(metadata.key, None)
            self._old.pop(metadata.key, None)
        self._page.pop(id, None)
        self._old[id] = value

    def _value_of(self, id: str) -> Any:
        for layer in (self._page, self._old):
            if id in layer:
                value = layer[id]
                if isinstance(value, _Wire):
                    metadata = self._metadata.get(id)
                    if metadata is None:
                        return _ABSENT
                    value = layer[id] = metadata.from_wire(value.value)
                return value
        return _ABSENT

    # -- the script's side ------------------------------------------------------------------------------------------

    def __getitem__(self, key: str) -> Any:
        if key in self._set:
            return self._set[key]
        id = self._ids.get(key)
        if id is not None:
            value = self._value_of(id)
            if value is not _ABSENT:
                return value
        if key in self._old:
            return self._thaw(key)
        raise KeyError(key)

    def _thaw(self, key: str) -> Any:
        value = self._old[key]
        if isinstance(value, _Pickled):
            value = self._old[key] = pickle.loads(value.data)  # noqa: S301 - made by this page's own last worker
        return value

    def __setitem__(self, key: str, value: Any) -> None:
        id = self._ids.get(key)
        if key in self.reserved or (id is not None and id in self._this_run):
            raise StreamlitWidgetAlreadyInstantiatedError(key)
        if id is not None and not self._metadata[id].settable:
            self._set[key] = value  # refused when the widget is made, as for a key that is set before
            return
        self._set[key] = value

    def __delitem__(self, key: str) -> None:
        found = key in self
        self._set.pop(key, None)
        self._old.pop(key, None)
        id = self._ids.get(key)
        if id is not None:
            self._page.pop(id, None)
            self._old.pop(id, None)
        if not found:
            raise KeyError(key)

    def __contains__(self, key: str) -> bool:
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self) -> list[str]:
        """Keys the script set and keys of widgets, each once; never generated ids."""
        names = dict.fromkeys(key for key in self._old if not key.startswith("$$ID"))
        names.update(dict.fromkeys(self._set))
        for key, id in self._ids.items():
            if id in self._page or id in self._old:
                names[key] = None
        return list(names)

    # -- across workers -----------------------------------------------------------------------------------------------

    def keep(self) -> bytes | None:
        """The script's own values that can be pickled, for the worker after Stop. Widget values the page has."""
        entries: dict[str, bytes] = {}
        for key in self.keys():
            if key in self._ids:
                continue
            value = self._set.get(key, self._old.get(key))
            if isinstance(value, _Pickled):
                entries[key] = value.data
                continue
            try:
                entries[key] = pickle.dumps(value)
            except Exception:  # noqa: BLE001, S112 - any class may refuse in its own way; such a value is not kept
                continue
        return pickle.dumps(entries) if entries else None

    def restore(self, kept: bytes) -> None:
        """Takes what `keep` made. Values are unpickled when they are read, when the script's classes exist."""
        for key, data in pickle.loads(kept).items():  # noqa: S301 - made by this page's own last worker
            self._old[key] = _Pickled(data)


class _Absent:
    pass


_ABSENT = _Absent()


def _same(a: Any, b: Any) -> bool:
    try:
        return bool(a == b)
    except Exception:  # noqa: BLE001 - arrays and frames refuse a truth value
        return False


class SessionStateProxy(MutableMapping[str, Any]):
    """What `st.session_state` is: a mapping with attribute access onto the running session's state."""

    def __getitem__(self, key: Any) -> Any:
        name = _name(key)
        try:
            return current()[name]
        except KeyError:
            raise KeyError(f'st.session_state has no key "{name}". {_MORE}') from None

    def __setitem__(self, key: Any, value: Any) -> None:
        current()[_name(key)] = value

    def __delitem__(self, key: Any) -> None:
        name = _name(key)
        try:
            del current()[name]
        except KeyError:
            raise KeyError(f'st.session_state has no key "{name}". {_MORE}') from None

    def __contains__(self, key: object) -> bool:
        return _name(key) in current()

    def __iter__(self) -> Iterator[str]:
        return iter(current().keys())

    def __len__(self) -> int:
        return len(current().keys())

    def __str__(self) -> str:
        return str(self.to_dict())

    def __repr__(self) -> str:
        return repr(self.to_dict())

    def __getattr__(self, key: str) -> Any:
        try:
            return self[key]
        except KeyError:
            raise AttributeError(f'st.session_state has no attribute "{key}". {_MORE}') from None

    def __setattr__(self, key: str, value: Any) -> None:
        self[key] = value

    def __delattr__(self, key: str) -> None:
        try:
            del self[key]
        except KeyError:
            raise AttributeError(f'st.session_state has no attribute "{key}". {_MORE}') from None

    def to_dict(self) -> dict[str, Any]:
        state = current()
        return {key: state[key] for key in state.keys()}


def _name(key: object) -> str:
    name = str(key)
    if name == "":
        raise StreamlitValueError("key", ["a non-empty string"])
    if name.startswith("$$ID"):
        raise StreamlitAPIException("Keys beginning with $$ID are reserved.")
    return name


def current() -> SessionState:
    """The running session's state. Reading it is a yield point: a newer request or Stop may end the run here."""
    from streamlit import _run

    _run.checkpoint()
    return _run.session
