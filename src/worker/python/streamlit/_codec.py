"""How a widget's value crosses between the script and the page, and which values the widget takes."""

from __future__ import annotations

import copy
import datetime
import enum
from typing import Any, Generic, TypeVar

T = TypeVar("T")

_IMMUTABLE = frozenset(
    {
        bool,
        bytes,
        complex,
        datetime.date,
        datetime.datetime,
        datetime.time,
        datetime.timedelta,
        float,
        int,
        str,
        type(None),
    }
)


class Codec(Generic[T]):
    """The values of one widget as its command was called in this run.

    A wire value is what JSON can say; both sides tell values apart by it.
    """

    __slots__ = ("default",)

    #: Whether the value must not be written down anywhere: a password.
    private = False

    def __init__(self, default: T) -> None:
        self.default = default

    def to_wire(self, value: T) -> Any:
        return value

    def from_wire(self, wire: Any) -> T:
        """The value for what the page sent; `default` for what does not fit."""
        raise NotImplementedError

    def fit(self, value: Any) -> T:
        """The value for what the script assigned; raises where the table has an error for it."""
        fitted: T = value
        return fitted

    def keep(self, value: Any, _wire: Any, /) -> T:
        """The value for one of an earlier run, when the arguments may have been others; with its wire value."""
        kept: T = value
        return kept


class Flag(Codec[bool]):
    """True or False."""

    __slots__ = ()

    def from_wire(self, wire: Any) -> bool:
        return wire if isinstance(wire, bool) else self.default

    def fit(self, value: Any) -> bool:
        return bool(value)


def copied(value: T) -> T:
    """A copy that shares nothing with `value`: what a script does to the value of a widget changes no other run's."""
    kind = type(value)
    if kind in _IMMUTABLE or isinstance(value, enum.Enum):
        return value
    if kind is tuple and all(type(part) in _IMMUTABLE for part in value):  # type: ignore[attr-defined]
        return value
    return copy.deepcopy(value)
