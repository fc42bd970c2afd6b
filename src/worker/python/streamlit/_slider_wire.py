"""A slider's values as numbers: dates, times and datetimes are microseconds since 1970 as a clock there shows them."""

from __future__ import annotations

import datetime as dt
import numbers
from typing import Any, Literal

from streamlit import _numbers

Kind = Literal["int", "float", "date", "time", "datetime"]

_MICROSECOND = dt.timedelta(microseconds=1)
_EPOCH = dt.datetime(1970, 1, 1)
_FIRST_DAY = _EPOCH.date()


#: Python's own types, which nearly all values are of.
_KINDS: dict[type, Kind] = {int: "int", float: "float", dt.date: "date", dt.time: "time", dt.datetime: "datetime"}


def kind_of(value: object) -> Kind | None:
    """What `value` is; None for what no slider can hold."""
    known = _KINDS.get(type(value))
    if known is not None:
        return known
    if isinstance(value, numbers.Integral):
        return "int"
    if isinstance(value, float):
        return "float"
    if isinstance(value, dt.datetime):
        return "datetime"
    if isinstance(value, dt.date):
        return "date"
    return "time" if isinstance(value, dt.time) else None


def plain(value: Any) -> Any:
    """The value as one of Python's own types: an int for a whole number or a bool, a datetime for a library's."""
    if value is None or type(value) in _KINDS:
        return value
    if isinstance(value, dt.datetime):
        return dt.datetime.combine(value.date(), value.timetz())
    return _numbers.plain(value)


def zone_of(value: Any) -> dt.tzinfo | None:
    zone: dt.tzinfo | None = getattr(value, "tzinfo", None)
    return zone


def to_number(kind: Kind, value: Any) -> int | float:
    """Raises what Python raises for a value of another kind."""
    if kind == "int" or kind == "float":
        number = _numbers.plain(value)
        return number if isinstance(number, (int, float)) else float(value)
    if kind == "date":
        value = dt.datetime(value.year, value.month, value.day)
    elif kind == "time":
        value = dt.datetime.combine(_FIRST_DAY, value)
    return int((value.replace(tzinfo=None) - _EPOCH) // _MICROSECOND)


def from_number(kind: Kind, number: float, zone: dt.tzinfo | None) -> Any:
    if kind == "float":
        return float(number)
    if kind == "int":
        return int(number) if float(number).is_integer() else number
    moment = _EPOCH + dt.timedelta(microseconds=round(number))
    if kind == "date":
        return moment.date()
    return moment.time().replace(tzinfo=zone) if kind == "time" else moment.replace(tzinfo=zone)


def step_number(step: Any) -> int | float:
    if isinstance(step, dt.timedelta):
        return step // _MICROSECOND
    number: int | float = step
    return number
