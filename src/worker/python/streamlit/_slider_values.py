"""What `st.slider`'s arguments come to: the kind of value, the bounds and the step, and what session state may hold."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from streamlit import _slider_wire as wire
from streamlit._codec import Codec
from streamlit._numbers import check_float, check_int, is_finite, plain
from streamlit.errors import (
    StreamlitInvalidMinMaxError,
    StreamlitInvalidParameterTypeError,
    StreamlitValueAboveMaxError,
    StreamlitValueBelowMinError,
    StreamlitValueError,
)

_SCALARS = ["int", "float", "date", "time", "datetime"]
_TWO_WEEKS = dt.timedelta(days=14)
_DAY = dt.timedelta(days=1)
_QUARTER = dt.timedelta(minutes=15)


@dataclass(slots=True)
class Resolved:
    kind: wire.Kind
    #: One or two.
    values: tuple[Any, ...]
    #: A value alone is returned, not a tuple of one.
    single: bool
    least: Any
    most: Any
    step: Any


def resolve(min_value: Any, max_value: Any, value: Any, step: Any) -> Resolved:
    """The arguments with their defaults filled in; bounds are in order and hold the value."""
    least, most, increment = plain(min_value), plain(max_value), plain(step)
    if value is None:
        value = least if least is not None else 0
    single = not isinstance(value, (list, tuple))
    values = _values(value)
    kind = _kind(values or (least,) if values or least is not None else (0,))
    least, most, increment = _defaults(kind, values, least, most, increment)
    _check_types(kind, least, most, increment)
    if not increment:
        what = "a number" if kind in ("int", "float") else "a timedelta"
        raise StreamlitValueError("step", [what], "Zero is not allowed.")
    if least == most:
        raise StreamlitInvalidMinMaxError(least, most)
    if least > most:
        least, most = most, least
    values = tuple(sorted(values)) or (least, most)
    least, most = min(least, values[0]), max(most, values[-1])
    if kind == "int":
        check_int("min_value", least)
        check_int("max_value", most)
    elif kind == "float":
        check_float("min_value", least)
        check_float("max_value", most)
    return Resolved(kind, values, single, least, most, increment)


def _values(value: Any) -> tuple[Any, ...]:
    if not isinstance(value, (list, tuple)):
        return (plain(value),)
    if len(value) > 2:
        supported = [*_SCALARS, "a list containing up to two such values", "a tuple containing up to two such values"]
        raise StreamlitValueError("value", supported)
    values = tuple(plain(part) for part in value)
    if len({type(part) for part in values}) > 1:
        raise StreamlitInvalidParameterTypeError(
            "value",
            ["list or tuple containing values of the same type"],
            ", ".join(type(part).__name__ for part in values),
        )
    return values


def _kind(values: tuple[Any, ...]) -> wire.Kind:
    kind = wire.kind_of(values[0])
    if kind is None:
        raise StreamlitInvalidParameterTypeError("value", [*_SCALARS, "list", "tuple"], type(values[0]).__name__)
    return kind


def _defaults(kind: wire.Kind, values: tuple[Any, ...], least: Any, most: Any, step: Any) -> tuple[Any, Any, Any]:
    if kind == "int" or kind == "float":
        start, end, increment = (0, 100, 1) if kind == "int" else (0.0, 1.0, 0.01)
        least = min(start, *values) if least is None and values else start if least is None else least
        most = max(end, *values) if most is None and values else end if most is None else most
        return least, most, increment if step is None else step
    if kind == "time":
        zone = wire.zone_of(values[0])
        least = dt.time.min.replace(tzinfo=zone) if least is None else least
        most = dt.time.max.replace(tzinfo=zone) if most is None else most
        return least, most, _QUARTER if step is None else step
    least = min(values) - _TWO_WEEKS if least is None else least
    most = max(values) + _TWO_WEEKS if most is None else most
    if step is None:
        step = _QUARTER if abs(most - least) < _DAY else _DAY
    return least, most, step


def _check_types(kind: wire.Kind, least: Any, most: Any, step: Any) -> None:
    """Numbers are all of the value's kind; dates and times are only told from other things here."""
    if kind == "int" or kind == "float":
        fine = all(wire.kind_of(part) == kind for part in (least, most, step))
    else:
        fine = isinstance(step, dt.timedelta)
    if not fine:
        types = {"min_value": least, "max_value": most, "step": step}
        raise StreamlitInvalidParameterTypeError(
            "value",
            ["matching numeric types", "matching date/time types"],
            ", ".join(f"{name}={type(part).__name__}" for name, part in types.items()),
        )


class Range(Codec[Any]):
    """One value or a tuple, between two bounds. Its wire value is a list of numbers."""

    __slots__ = ("kind", "least", "most", "resolved", "zone")

    def __init__(self, resolved: Resolved) -> None:
        values = resolved.values
        super().__init__(values[0] if resolved.single else values)
        self.resolved = resolved
        self.kind = resolved.kind
        self.zone = wire.zone_of(values[0])
        self.least = wire.to_number(self.kind, resolved.least)
        self.most = wire.to_number(self.kind, resolved.most)

    def to_wire(self, value: Any) -> list[float]:
        kind = self.kind
        if isinstance(value, (list, tuple)):
            return [wire.to_number(kind, part) for part in value]
        return [wire.to_number(kind, value)]

    def from_wire(self, numbers: Any) -> Any:
        if not isinstance(numbers, list) or not 1 <= len(numbers) <= 2 or not all(map(is_finite, numbers)):
            return self.default
        ordered = sorted(numbers)
        if ordered[0] < self.least or ordered[-1] > self.most:
            return self.default
        values = tuple(wire.from_number(self.kind, number, self.zone) for number in ordered)
        return values[0] if self.resolved.single and len(values) == 1 else values

    def fit(self, value: Any) -> Any:
        numbers = self.to_wire(value)
        parts = value if isinstance(value, (list, tuple)) else (value,)
        for part, number in zip(parts, numbers, strict=True):
            if number < self.least:
                raise StreamlitValueBelowMinError(part, self.resolved.least)
            if number > self.most:
                raise StreamlitValueAboveMaxError(part, self.resolved.most)
        return value if numbers else self.default

    def keep(self, _value: Any, numbers: Any, /) -> Any:
        return self.from_wire(numbers)
