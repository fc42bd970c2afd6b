"""What a session remembers: what the script set, what the reader set, and what both were before (semantics §3).

Three layers, looked up from the top: values the script set in this run by key, values that came from the page for
this run by widget id, and everything older by either.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from streamlit._codec import Codec, copied
from streamlit._kept import Pickled, pack, unpack
from streamlit.errors import StreamlitValueAssignmentNotAllowedError, StreamlitWidgetAlreadyInstantiatedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence


@dataclass(slots=True)
class WidgetMetadata:
    """What the session has to know of a widget to handle its value when the widget's command is not running."""

    id: str
    key: str | None
    codec: Codec[Any]
    #: Its value counts in one run only.
    trigger: bool = False
    #: The script may assign `st.session_state[key]`.
    settable: bool = True
    disabled: bool = False
    callback: Callable[..., Any] | None = None
    args: Sequence[Any] = ()
    kwargs: Mapping[str, Any] | None = None
    #: Its value is kept, and can be read, while the script does not make it.
    persistent: bool = False


@dataclass(slots=True)
class Registered:
    """A widget's value, its wire value, and that of its default."""

    value: Any
    wire: Any
    default: Any
    #: The script assigned it.
    by_script: bool
    #: The page has to hear of it.
    news: bool


@dataclass(slots=True)
class _Wire:
    """A value from the page, not looked at yet."""

    value: Any


class _Absent:
    """Stands for no value: None is one."""


_ABSENT = _Absent()


class SessionState:
    """The state of one session. `register` and the run's beginning and end are called by the package only."""

    def __init__(self) -> None:
        self._set: dict[str, Any] = {}
        self._page: dict[str, Any] = {}
        self._old: dict[str, Any] = {}
        #: By widget id, wire values: of what the layers hold, and of what the page was told or told us. Where there is
        #: none the page shows the default that its element names.
        self._wires: dict[str, Any] = {}
        self._shown: dict[str, Any] = {}
        self._ids: dict[str, str] = {}
        self._metadata: dict[str, WidgetMetadata] = {}
        self._this_run: set[str] = set()
        #: Keys of forms and the like in this run: they can be neither read nor set.
        self.reserved: set[str] = set()
        #: Keys of widgets that only an earlier worker made so far: they can be read, and the page has the values.
        self._lent: set[str] = set()

    # -- a run ----------------------------------------------------------------------------------------------------

    def begin(self, values: Iterable[tuple[str, Any]]) -> list[WidgetMetadata]:
        """Takes the page's values; returns the widgets whose callbacks are to be called, in the order of `values`."""
        self._rest_triggers()
        self._compact()
        self._this_run.clear()
        self.reserved.clear()
        return [metadata for id, wire in values if (metadata := self._take(id, wire)) is not None]

    def _take(self, id: str, wire: Any) -> WidgetMetadata | None:
        """Takes a value from the page; returns the widget if its callback is to be called."""
        metadata = self._metadata.get(id)
        known = self._wires.get(id, _ABSENT)
        if metadata is None or not metadata.trigger:
            self._shown[id] = wire
        if metadata is not None and metadata.disabled:
            return None
        self._page[id] = _Wire(wire)
        self._wires[id] = wire
        if metadata is None or metadata.callback is None or (wire == known and not metadata.trigger):
            return None
        before = self._old.get(id, _ABSENT)
        return None if _same(before, self._value_of(id)) else metadata

    def finish(self, *, complete: bool = True) -> None:
        """Ends a run that was not preempted: a click is over. `complete`: it made all the widgets there are now."""
        self._rest_triggers()
        if complete:
            for key in self._lent:
                self._old.pop(key, None)
            self._lent.clear()

    def forget(self, ids: Iterable[str]) -> None:
        """Widgets that the run did not make lose their value, but for persistent ones.

        What this run assigned by key stays, as a plain value.
        """
        for id in ids:
            self._shown.pop(id, None)
            metadata = self._metadata.get(id)
            if metadata is not None and metadata.persistent:
                continue
            self._metadata.pop(id, None)
            self._page.pop(id, None)
            self._old.pop(id, None)
            self._wires.pop(id, None)
            if metadata is not None and metadata.key is not None and self._ids.get(metadata.key) == id:
                del self._ids[metadata.key]

    def _rest_triggers(self) -> None:
        for id, metadata in self._metadata.items():
            if metadata.trigger:
                self._page.pop(id, None)
                if id in self._old:
                    self._old[id] = metadata.codec.default

    def _compact(self) -> None:
        self._old.update(self._page)
        self._page.clear()
        for key, value in self._set.items():
            id = self._ids.get(key)
            if id is not None and id in self._this_run:
                self._old[id] = value
            else:
                # The widget has not seen this value yet: it has to check it, and to tell the page.
                self._old[key] = value
                if id is not None:
                    self._old.pop(id, None)
        self._set.clear()

    # -- widgets --------------------------------------------------------------------------------------------------

    def register(self, metadata: WidgetMetadata) -> Registered:
        """Makes a widget known. Raises `StreamlitValueAssignmentNotAllowedError`, and what its codec raises."""
        id, key, codec = metadata.id, metadata.key, metadata.codec
        self._metadata[id] = metadata
        self._this_run.add(id)
        assigned = _ABSENT if key is None else self._assigned(key, metadata)
        if assigned is not _ABSENT:
            value = codec.fit(assigned)
            if value is not assigned:
                self._settle(id, key, value)
        else:
            value = self._held(id, codec)
        if metadata.trigger:
            return Registered(value, value, codec.default, by_script=False, news=False)
        wire = self._wires[id] = codec.to_wire(value)
        default = wire if value is codec.default else codec.to_wire(codec.default)
        by_script = assigned is not _ABSENT
        news = by_script or wire != self._shown.get(id, default)
        if news:
            self._shown[id] = wire
        return Registered(value, wire, default, by_script=by_script, news=news)

    def _assigned(self, key: str, metadata: WidgetMetadata) -> Any:
        """What the script assigned to the widget's key, in this run or before the widget was there."""
        id = metadata.id
        self._ids[key] = id
        self._return(key)
        if not metadata.settable and (key in self._set or key in self._old):
            self._set.pop(key, None)
            raise StreamlitValueAssignmentNotAllowedError(key)
        if key in self._set:
            return self._set[key]
        if key not in self._old:
            return _ABSENT
        value = self._thaw(key)
        self._old.pop(key, None)
        if value is _ABSENT or id in self._page or id in self._old:
            return _ABSENT
        self._old[id] = value
        return value

    def _return(self, key: str) -> None:
        if key in self._lent:
            self._lent.remove(key)
            del self._old[key]

    def _held(self, id: str, codec: Codec[Any]) -> Any:
        layer = self._page if id in self._page else self._old
        held = layer.get(id, _ABSENT)
        if held is _ABSENT:
            value = copied(codec.default)
        elif isinstance(held, _Wire):
            value = codec.from_wire(held.value)
        else:
            value = codec.keep(held, self._wires.get(id))
        layer[id] = value
        return value

    def _settle(self, id: str, key: str | None, value: Any) -> None:
        """The widget takes another value than the one that was assigned."""
        if key is not None:
            self._set.pop(key, None)
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
                    value = layer[id] = metadata.codec.from_wire(value.value)
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
        value = self._thaw(key)
        if value is _ABSENT:
            raise KeyError(key)
        return value

    def _thaw(self, key: str) -> Any:
        """The older value of a key. One that an earlier worker kept is gone if the script's classes changed since."""
        value = self._old.get(key, _ABSENT)
        if isinstance(value, Pickled):
            try:
                value = self._old[key] = value.value()
            except Exception:  # noqa: BLE001 - any class may refuse in its own way
                del self._old[key]
                return _ABSENT
        return value

    def __setitem__(self, key: str, value: Any) -> None:
        if key in self.reserved or self._ids.get(key) in self._this_run:
            raise StreamlitWidgetAlreadyInstantiatedError(key)
        self._return(key)
        self._set[key] = value

    def __delitem__(self, key: str) -> None:
        if key not in self:
            raise KeyError(key)
        self._return(key)
        self._set.pop(key, None)
        self._old.pop(key, None)
        id = self._ids.get(key)
        if id is not None:
            self._page.pop(id, None)
            self._old.pop(id, None)

    def __contains__(self, key: str) -> bool:
        id = self._ids.get(key)
        has_value = id is not None and (id in self._page or id in self._old)
        return key in self._set or has_value or self._thaw(key) is not _ABSENT

    def names(self) -> list[str]:
        """Keys the script set and keys of widgets, each once; never generated ids."""
        return [key for key in self._names() if key in self]

    def _names(self) -> list[str]:
        names = dict.fromkeys(key for key in self._old if not key.startswith("$$ID"))
        names.update(dict.fromkeys(self._set))
        for key, id in self._ids.items():
            if id in self._page or id in self._old:
                names[key] = None
        return list(names)

    def clear(self) -> None:
        for key in self.names():
            del self[key]

    # -- across workers -----------------------------------------------------------------------------------------------

    def keep(self) -> bytes | None:
        """What can be pickled, for the worker after Stop. Values of widgets are lent to it: the page has them."""
        return pack(self._worth_keeping())

    def _worth_keeping(self) -> Iterator[tuple[str, Any, bool]]:
        for key in self._names():
            id = self._ids.get(key)
            if id is None:
                yield key, self._set.get(key, self._old.get(key)), key in self._lent
            elif self._metadata[id].settable:
                yield key, self[key], id in self._this_run or not self._metadata[id].persistent

    def restore(self, kept: bytes) -> None:
        """Takes what `keep` made. Values are unpickled when they are read, when the script's classes exist."""
        for key, value, lent in unpack(kept):
            self._old[key] = value
            if lent:
                self._lent.add(key)


def _same(a: Any, b: Any) -> bool:
    try:
        return bool(a == b)
    except Exception:  # noqa: BLE001 - arrays and frames refuse a truth value
        return False
