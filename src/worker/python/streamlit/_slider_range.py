"""The values of one slider: what the page sends, what session state may hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from streamlit import _slider_wire as wire
from streamlit._codec import Codec
from streamlit._numbers import is_finite
from streamlit.errors import StreamlitValueAboveMaxError, StreamlitValueBelowMinError

if TYPE_CHECKING:
    from streamlit._slider_values import Resolved


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
