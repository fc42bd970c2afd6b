"""What a session remembers from run to run: its values, and how widgets come by theirs (semantics §3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from streamlit._codec import Codec, copied
from streamlit._layers import ABSENT, Layers, Wire
from streamlit._layers import WidgetMetadata as WidgetMetadata
from streamlit.errors import StreamlitValueAssignmentNotAllowedError

if TYPE_CHECKING:
    from collections.abc import Iterable


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


class SessionState(Layers):
    """The state of one session. What is not the mapping's is called by the package only."""

    def __init__(self) -> None:
        super().__init__()
        #: By widget id, wire values: of what the layers hold, and of what the page was told or told us. Where there is
        #: none the page shows the default that its element names.
        self._wires: dict[str, Any] = {}
        self._shown: dict[str, Any] = {}

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
        known = self._wires.get(id, ABSENT)
        if metadata is None or not metadata.trigger:
            self._shown[id] = wire
        if metadata is not None and metadata.disabled:
            return None
        self._page[id] = Wire(wire)
        self._wires[id] = wire
        if metadata is None or metadata.callback is None or (wire == known and not metadata.trigger):
            return None
        before = self._old.get(id, ABSENT)
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
            key = metadata.key if metadata is not None else None
            is_keys = key is not None and self._ids.get(key) == id
            if metadata is not None and metadata.persistent and is_keys:
                continue
            for known in (self._metadata, self._page, self._old, self._wires):
                known.pop(id, None)
            if key is not None and is_keys:
                del self._ids[key]

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
        assigned = ABSENT if key is None else self._assigned(key, metadata)
        if assigned is not ABSENT:
            value = codec.fit(assigned)
            if value is not assigned:
                self._settle(id, key, value)
        else:
            value = self._held(id, codec)
        if metadata.trigger:
            return Registered(value, value, codec.default, by_script=False, news=False)
        wire = self._wires[id] = codec.to_wire(value)
        default = wire if value is codec.default else codec.to_wire(codec.default)
        by_script = assigned is not ABSENT
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
            return ABSENT
        value = self._thaw(key)
        self._old.pop(key, None)
        if value is ABSENT or id in self._page or id in self._old:
            return ABSENT
        self._old[id] = value
        return value

    def _held(self, id: str, codec: Codec[Any]) -> Any:
        layer = self._page if id in self._page else self._old
        held = layer.get(id, ABSENT)
        if held is ABSENT:
            value = copied(codec.default)
        elif isinstance(held, Wire):
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


def _same(a: Any, b: Any) -> bool:
    try:
        return bool(a == b)
    except Exception:  # noqa: BLE001 - arrays and frames refuse a truth value
        return False
