"""What `st.number_input`'s arguments come to: the kind of number, the default, the bounds, and its values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from streamlit._check import logger
from streamlit._codec import Codec
from streamlit._numbers import MOST_FLOAT, MOST_INT, check_float, check_int, is_finite, plain
from streamlit.errors import (
    StreamlitInvalidMinMaxError,
    StreamlitInvalidNumberFormatError,
    StreamlitMixedNumericTypesError,
    StreamlitValueAboveMaxError,
    StreamlitValueBelowMinError,
)

_NUMBERS = (int, float)


@dataclass(slots=True)
class Resolved:
    is_int: bool
    value: Any
    least: Any
    most: Any
    step: Any


def resolve(value: Any, min_value: Any, max_value: Any, step: Any) -> Resolved:
    """The arguments with their defaults filled in. Raises the errors of mixed types, of bounds, and of a value beyond
    them; texts count as any kind of number until they are compared.
    """
    given = {"value": value, "min_value": min_value, "max_value": max_value, "step": step}
    given = {name: plain(part) for name, part in given.items() if part is not None}
    is_int = _kind(given)
    least, most = given.get("min_value"), given.get("max_value")
    start = given.get("value")
    if start == "min":
        start = least if least is not None else 0 if is_int else 0.0
    increment = given.get("step", 1 if is_int else 0.01)
    if least is not None and most is not None and least > most:
        raise StreamlitInvalidMinMaxError(least, most)
    if start is not None:
        if least is not None and start < least:
            raise StreamlitValueBelowMinError(start, least)
        if most is not None and start > most:
            raise StreamlitValueAboveMaxError(start, most)
    check = check_int if is_int else check_float
    for name, part in (("min_value", least), ("max_value", most), ("step", increment), ("value", start)):
        if part is not None:
            check(name, part)
    return Resolved(is_int, start, least, most, increment)


def _kind(given: dict[str, Any]) -> bool:
    """Whether the numbers are whole ones: all of them are, and there is one."""
    kinds = {kind for part in given.values() for kind in _NUMBERS if isinstance(part, kind)}
    others = [part for part in given.values() if not isinstance(part, (str, *_NUMBERS))]
    if len(kinds) < 2 and not others:
        return int in kinds
    raise StreamlitMixedNumericTypesError({name: type(part).__name__ for name, part in given.items()})


def check_format(format: object, *, is_int: bool) -> str | None:
    """The format of numbers to send, None for the usual one."""
    if format is None:
        return None
    if not isinstance(format, str):
        raise TypeError(f"`format` must be a str, not {type(format).__name__}")
    try:
        float(format % 2)
    except (TypeError, ValueError):
        raise StreamlitInvalidNumberFormatError(format) from None
    letter = format[-1:]
    if is_int and letter not in "diu":
        logger.warning("st.number_input value has type int so is displayed as int despite format string %s.", format)
        return None
    if not is_int and letter in "diu":
        logger.warning("st.number_input value has type float, but format %s displays as integer.", format)
    return format


class Number(Codec[Any]):
    """A number within bounds, or None."""

    __slots__ = ("is_int", "least", "most")

    def __init__(self, resolved: Resolved) -> None:
        super().__init__(resolved.value)
        self.is_int = resolved.is_int
        bound = MOST_INT if resolved.is_int else MOST_FLOAT
        self.least = float(-bound if resolved.least is None else resolved.least)
        self.most = float(bound if resolved.most is None else resolved.most)

    def to_wire(self, value: Any) -> Any:
        number = plain(value)
        return number if is_finite(number) else None

    def from_wire(self, wire: Any) -> Any:
        return self.fit(int(wire) if self.is_int else float(wire)) if is_finite(wire) else self.default

    def fit(self, value: Any) -> Any:
        if value is None:
            return None
        return self.default if value < self.least or value > self.most else value

    def keep(self, value: Any, _wire: Any, /) -> Any:
        if not is_finite(value):
            return value
        if not self.is_int:
            return self.fit(float(value))
        return self.fit(int(value) if float(value).is_integer() else value)
