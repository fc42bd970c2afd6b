"""`st.columns`."""

from __future__ import annotations

import math
import numbers
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal

from streamlit import _check
from streamlit.errors import StreamlitInvalidColumnSpecError, StreamlitInvalidParameterTypeError, StreamlitValueError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from streamlit import _wire
    from streamlit.delta_generator import DeltaGenerator

ALIGNMENTS = ("top", "center", "bottom")


def columns(
    self: DeltaGenerator,
    spec: int | Sequence[int | float],
    *,
    gap: Any = "small",
    vertical_alignment: Literal["top", "center", "bottom"] = "top",
    border: bool = False,
    width: Any = "stretch",
    wrap: bool = True,
) -> list[DeltaGenerator]:
    """Containers side by side: `spec` of them, or one for each weight in `spec`.

    Raises `StreamlitInvalidColumnSpecError` when there would be none or a weight is not positive.
    """
    from streamlit.delta_generator import DeltaGenerator

    weights = _weights(spec)
    space = _check.gap(gap)
    if vertical_alignment not in ALIGNMENTS:
        _check.one_of("vertical_alignment", vertical_alignment, ALIGNMENTS, f"Got {vertical_alignment!r}.")
    if not isinstance(wrap, bool):
        raise StreamlitValueError("wrap", ["True", "False"])
    row: _wire.Columns = {"type": "columns", "width": _check.width(width, content=False)}
    column: _wire.Column = {"type": "column", "weight": 1}
    if space != "small":
        row["gap"] = column["gap"] = space
    if not wrap:
        row["wrap"] = False
    if _check.optional_flag("border", border):
        column["border"] = True
    if vertical_alignment != "top":
        column["vertical_alignment"] = vertical_alignment
    inside = DeltaGenerator(self._put_block(row))
    made: list[DeltaGenerator] = []
    for share in _shares(weights):
        column["weight"] = share
        made.append(DeltaGenerator(inside._put_block(column)))
    return made


def _shares(weights: list[float]) -> list[float]:
    """The weights so that their sum is 1; equal shares where the sum is no number."""
    total = sum(weights)
    if not math.isfinite(total):
        return [1 / len(weights)] * len(weights)
    return [weight / total for weight in weights]


def _weights(spec: object) -> list[float]:
    if isinstance(spec, int):
        weights: list[float] = [1] * spec
    elif isinstance(spec, Iterable) and not isinstance(spec, (str, bytes)):
        weights = list(spec)
        if not all(isinstance(weight, numbers.Real) for weight in weights):
            raise _wrong_type(spec)
    else:
        raise _wrong_type(spec)
    if not weights or any(weight <= 0 for weight in weights):
        raise StreamlitInvalidColumnSpecError
    return weights


def _wrong_type(spec: object) -> StreamlitInvalidParameterTypeError:
    return StreamlitInvalidParameterTypeError("spec", ["int", "sequence of numbers"], type(spec).__name__)
