"""The options of a choice: whatever a script passes for them as a list, their labels, and which of them a value is."""

from __future__ import annotations

import enum
import hashlib
import numbers
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any

from streamlit._codec import Codec
from streamlit._json import encode
from streamlit.errors import StreamlitInvalidParameterTypeError, StreamlitValueOutOfRangeError

#: All labels that are remembered together. An app that offers another long list in each run must not fill the memory.
_MOST_LABELS = 100_000

#: Types whose values mostly are labelled by their text, so that an option is found without a search.
_PLAIN = frozenset({bool, float, int, str})


def as_list(options: Any) -> list[Any]:
    """The options as a new list: keys of a dict, members of an enumeration, the first column of a frame, any iterable's
    items; None has none, and what cannot be iterated over, or is a text, is the only option.
    """
    if isinstance(options, (list, tuple)):
        return list(options)
    if options is None:
        return []
    if isinstance(options, (str, bytes)):
        return [options]
    if hasattr(options, "iloc") and hasattr(options, "columns"):
        return list(options.iloc[:, 0].tolist()) if len(options.columns) else []
    if hasattr(options, "tolist"):
        values = options.tolist()
        return list(values) if isinstance(values, list) else [values]
    if isinstance(options, Iterable):
        return list(options)
    return [options]


def check_index(index: object, count: int) -> int | None:
    """`index`, which is a position among `count` options or None; anything goes when there are no options."""
    if index is None:
        return None
    if not isinstance(index, numbers.Integral):
        raise StreamlitInvalidParameterTypeError("index", ["int", "None"], type(index).__name__)
    position = int(index)
    if count and not 0 <= position < count:
        raise StreamlitValueOutOfRangeError("index", position, 0, count - 1)
    return position if count else None


class Labels:
    """What the page shows for the options. Made once for equal labels, so long lists cost little in the next run."""

    def __init__(self, texts: tuple[str, ...]) -> None:
        self.texts = texts

    @cached_property
    def json(self) -> str:
        return encode(self.texts)

    @cached_property
    def digest(self) -> str:
        """Tells these labels from others, in this session and the next."""
        return hashlib.blake2b(self.json.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()

    @cached_property
    def positions(self) -> dict[str, int]:
        """Where each label is first."""
        texts = self.texts
        return {texts[position]: position for position in range(len(texts) - 1, -1, -1)}


#: Options all of one of these types have equal texts when they are equal, and other texts when they are not.
_TELLING = ({int}, {str})

#: By the options themselves, or by their labels where making these is the only way to tell.
_known: dict[tuple[Any, ...], Labels] = {}
_count = 0


def labels_of(options: Sequence[Any], format_func: Callable[[Any], Any]) -> Labels:
    """The labels that `format_func` makes of the options; what a function returns that is no text is made one."""
    global _count
    if format_func is str and set(map(type, options)) in _TELLING:
        known_by = tuple(options)
    else:
        known_by = tuple([str(format_func(option)) for option in options])
    found = _known.get(known_by)
    if found is None:
        found = Labels(tuple(map(str, known_by)))
        if _count + len(known_by) > _MOST_LABELS:
            _known.clear()
            _count = 0
        if len(known_by) <= _MOST_LABELS:
            _known[known_by] = found
            _count += len(known_by)
    return found


class Choice(Codec[Any]):
    """One of the options, or None. Its wire value is the option's label."""

    __slots__ = ("_found", "labels", "open", "options")

    def __init__(self, options: list[Any], labels: Labels, index: int | None, *, open: bool = False) -> None:
        super().__init__(None if index is None else options[index])
        self.options = options
        self.labels = labels
        #: A text that is no option is a value too.
        self.open = open
        #: The value that was looked for last, and where it is: a command asks for it more than once.
        self._found: tuple[Any, int | None] = (self.default, index)

    def to_wire(self, value: Any) -> str | None:
        position = self._find(value)
        if position is not None:
            return self.labels.texts[position]
        return None if value is None else str(value)

    def from_wire(self, wire: Any) -> Any:
        position = self.labels.positions.get(wire) if isinstance(wire, str) else None
        if position is not None:
            return self._option(position)
        return wire if self.open and isinstance(wire, str) else self.default

    def fit(self, value: Any) -> Any:
        return self._fit(value, self._find(value))

    def keep(self, value: Any, wire: Any, /) -> Any:
        position = self.labels.positions.get(wire) if isinstance(wire, str) else None
        if position is None or not _same(self.options[position], value):
            found = self._find(value)
            position = position if found is None else found
        return self._fit(value, position)

    def _fit(self, value: Any, position: int | None) -> Any:
        if position is not None:
            return self._option(position)
        return value if value is None or self.open else self.default

    def _option(self, position: int) -> Any:
        option = self.options[position]
        self._found = (option, position)
        return option

    def _find(self, value: Any) -> int | None:
        """Where `value` is among the options; None when it is none of them."""
        if self._found[0] is value:
            return self._found[1]
        position = self._search(value)
        self._found = (value, position)
        return position

    def _search(self, value: Any) -> int | None:
        options = self.options
        if type(value) in _PLAIN:
            position = self.labels.positions.get(str(value))
            if position is not None and options[position] == value:
                return position
        for position, option in enumerate(options):
            if option is value or _same(option, value):
                return position
        return None


def _same(option: Any, value: Any) -> bool:
    """Whether both are the same choice. A script that runs again defines its enumerations again: names count there."""
    if isinstance(option, enum.Enum) and isinstance(value, enum.Enum) and type(option) is not type(value):
        mine, other = type(option), type(value)
        return (option.name, mine.__module__, mine.__qualname__) == (value.name, other.__module__, other.__qualname__)
    try:
        return bool(option == value)
    except Exception:  # noqa: BLE001 - arrays and frames refuse a truth value
        return False
