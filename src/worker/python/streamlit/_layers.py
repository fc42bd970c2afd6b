"""The layers of a session's values, and what the script sees of them: `st.session_state` (semantics §3).

Looked up from the top: values the script set in this run by key, values that came from the page for this run by widget
id, and everything older by either.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from streamlit._kept import Pickled, pack, unpack
from streamlit._saved import load, save
from streamlit.errors import (
    StreamlitDuplicateElementKey,
    StreamlitValueAssignmentNotAllowedError,
    StreamlitWidgetAlreadyInstantiatedError,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from streamlit._codec import Codec


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
class Wire:
    """A value from the page, not looked at yet."""

    value: Any


class Absent:
    """Stands for no value: None is one."""


ABSENT = Absent()


class Layers:
    """A mapping by key over the layers."""

    def __init__(self) -> None:
        self._set: dict[str, Any] = {}
        self._page: dict[str, Any] = {}
        self._old: dict[str, Any] = {}
        #: The widget id of a key, and what is known of a widget.
        self._ids: dict[str, str] = {}
        self._metadata: dict[str, WidgetMetadata] = {}
        self._this_run: set[str] = set()
        #: Keys of forms and the like in this run: they can be neither read nor set.
        self.reserved: set[str] = set()
        #: Keys of widgets that only an earlier worker made so far: they can be read, and the page has the values.
        self._lent: set[str] = set()

    def __getitem__(self, key: str) -> Any:
        if key in self._set:
            return self._set[key]
        id = self._ids.get(key)
        if id is not None:
            value = self._value_of(id)
            if value is not ABSENT:
                return value
        value = self._thaw(key)
        if value is ABSENT:
            raise KeyError(key)
        return value

    def _thaw(self, key: str) -> Any:
        """The older value of a key. One that an earlier worker kept is gone if the script's classes changed since."""
        value = self._old.get(key, ABSENT)
        if isinstance(value, Pickled):
            try:
                value = self._old[key] = value.value()
            except Exception:  # noqa: BLE001 - any class may refuse in its own way
                del self._old[key]
                return ABSENT
        return value

    def __setitem__(self, key: str, value: Any) -> None:
        if key in self.reserved or self._ids.get(key) in self._this_run:
            raise StreamlitWidgetAlreadyInstantiatedError(key)
        self._return(key)
        self._set[key] = value

    def reserve(self, key: str) -> None:
        """Claims a key for a form of this run: nobody may assign it, nor another form have it."""
        if key in self.reserved:
            raise StreamlitDuplicateElementKey(key)
        if key in self._set or (key in self._old and key not in self._ids):
            raise StreamlitValueAssignmentNotAllowedError(key)
        self.reserved.add(key)

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
        return key in self._set or self._has_value(self._ids.get(key)) or self._thaw(key) is not ABSENT

    def names(self) -> list[str]:
        """Keys the script set and keys of widgets, each once; never generated ids."""
        return [key for key in self._names() if key in self]

    def _names(self) -> list[str]:
        names = dict.fromkeys(key for key in self._old if not key.startswith("$$ID"))
        names.update(dict.fromkeys(self._set))
        for key, id in self._ids.items():
            if self._has_value(id):
                names[key] = None
        return list(names)

    def clear(self) -> None:
        for key in self.names():
            del self[key]

    # -- by widget id ---------------------------------------------------------------------------------------------

    def _has_value(self, id: str | None) -> bool:
        return id in self._page or id in self._old

    def _value_of(self, id: str) -> Any:
        for layer in (self._page, self._old):
            if id in layer:
                value = layer[id]
                if isinstance(value, Wire):
                    metadata = self._metadata.get(id)
                    if metadata is None:
                        return ABSENT
                    value = layer[id] = metadata.codec.from_wire(value.value)
                return value
        return ABSENT

    # -- across workers -----------------------------------------------------------------------------------------------

    def keep(self) -> bytes | None:
        """What can be pickled, for the worker after Stop. Values of widgets are lent to it: the page has them."""
        return pack(self._worth_keeping())

    def _worth_keeping(self) -> Iterator[tuple[str, Any, bool]]:
        for key in self._names():
            id = self._ids.get(key)
            metadata = self._metadata.get(id) if id is not None else None
            if metadata is None or not self._has_value(id):
                yield key, self._set.get(key, self._old.get(key)), key in self._lent
            elif metadata.settable:
                yield key, self[key], id in self._this_run or not metadata.persistent

    def restore(self, kept: bytes) -> None:
        """Takes what `keep` made. Values are unpickled when they are read, when the script's classes exist."""
        for key, value, lent in unpack(kept):
            self._old[key] = value
            if lent:
                self._lent.add(key)

    def save(self, hidden: Collection[str] = ()) -> str:
        """What JSON can say of the values, for a page that is loaded anew. Values of widgets are lent to it, too.

        A value with one of the `hidden` texts in it is left out.
        """
        entries = (
            (key, value, lent)
            for key, kept, lent in self._worth_keeping()
            if not self._is_private(key)
            and (value := self._thaw(key) if isinstance(kept, Pickled) else kept) is not ABSENT
        )
        return save(entries, hidden)

    def _is_private(self, key: str) -> bool:
        metadata = self._metadata.get(self._ids.get(key, ""))
        return metadata is not None and metadata.codec.private

    def load(self, saved: str) -> None:
        """Takes what `save` made; nothing of what is no such text."""
        plain, lent = load(saved)
        self._old.update(plain)
        self._old.update(lent)
        self._lent.update(lent)

    def _return(self, key: str) -> None:
        """The key has a value of this worker now."""
        if key in self._lent:
            self._lent.remove(key)
            self._old.pop(key, None)
