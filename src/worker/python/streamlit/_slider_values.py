"""What `st.slider`'s arguments come to: the kind of value, the bounds and the step."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from streamlit import _slider_wire as wire
from streamlit._numbers import check_float, check_int
from streamlit.errors import StreamlitInvalidMinMaxError, StreamlitInvalidParameterTypeError, StreamlitValueError

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
    least, most, increment = wire.plain(min_value), wire.plain(max_value), wire.plain(step)
    if value is None:
        value = least if least is not None else 0
    single = not isinstance(value, (list, tuple))
    values = _values(value)
    kind = _kind(values[0] if values else 0 if least is None else least)
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
    # A value beyond the bounds is none that is refused: the track is made longer.
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
        return (wire.plain(value),)
    if len(value) > 2:
        supported = [*_SCALARS, "a list containing up to two such values", "a tuple containing up to two such values"]
        raise StreamlitValueError("value", supported)
    values = tuple(wire.plain(part) for part in value)
    if len({type(part) for part in values}) > 1:
        raise StreamlitInvalidParameterTypeError(
            "value",
            ["list or tuple containing values of the same type"],
            ", ".join(type(part).__name__ for part in values),
        )
    return values


def _kind(value: object) -> wire.Kind:
    kind = wire.kind_of(value)
    if kind is None:
        raise StreamlitInvalidParameterTypeError("value", [*_SCALARS, "list", "tuple"], type(value).__name__)
    return kind


def _defaults(kind: wire.Kind, values: tuple[Any, ...], least: Any, most: Any, step: Any) -> tuple[Any, Any, Any]:
    """Bounds and step, those that are None filled in."""
    anchors = values or (least,)
    if kind == "int" or kind == "float":
        low, high, increment = (0, 100, 1) if kind == "int" else (0.0, 1.0, 0.01)
        return (
            low if least is None else least,
            high if most is None else most,
            increment if step is None else step,
        )
    if kind == "time":
        zone = wire.zone_of(anchors[0])
        least = dt.time.min.replace(tzinfo=zone) if least is None else least
        most = dt.time.max.replace(tzinfo=zone) if most is None else most
        return least, most, _QUARTER if step is None else step
    # Around the first of them; what lies beyond widens the bounds later.
    least = anchors[0] - _TWO_WEEKS if least is None else least
    most = anchors[0] + _TWO_WEEKS if most is None else most
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
