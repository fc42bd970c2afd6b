"""`st.columns`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from streamlit import _check
from streamlit.errors import StreamlitInvalidColumnSpecError, StreamlitInvalidParameterTypeError, StreamlitValueError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from streamlit.delta_generator import DeltaGenerator

ALIGNMENTS = ("top", "center", "bottom")


def columns(
    self: DeltaGenerator,
    spec: int | Sequence[int | float],
    *,
    gap: Any = "small",
    vertical_alignment: str = "top",
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
    _check.one_of("vertical_alignment", vertical_alignment, ALIGNMENTS)
    if not isinstance(wrap, bool):
        raise StreamlitValueError("wrap", ["True", "False"])
    if not isinstance(border, bool):
        raise TypeError(f"`border` must be a bool, not {type(border).__name__}")
    row: dict[str, Any] = {"type": "columns", "width": _check.width(width, content=False)}
    column: dict[str, Any] = {"type": "column"}
    if space != "small":
        row["gap"] = column["gap"] = space
    if not wrap:
        row["wrap"] = False
    if border:
        column["border"] = True
    if vertical_alignment != "top":
        column["vertical_alignment"] = vertical_alignment
    inside = DeltaGenerator(self._put_block(row))
    total = sum(weights)
    return [DeltaGenerator(inside._put_block({**column, "weight": weight / total})) for weight in weights]


def _weights(spec: object) -> list[float]:
    if isinstance(spec, int):
        weights: list[float] = [1] * spec
    elif isinstance(spec, (list, tuple)) or (hasattr(spec, "__iter__") and not isinstance(spec, (str, bytes))):
        weights = list(spec)  # type: ignore[call-overload]
        if not all(isinstance(weight, (int, float)) for weight in weights):
            raise _wrong_type(spec)
    else:
        raise _wrong_type(spec)
    if not weights or any(weight <= 0 for weight in weights):
        raise StreamlitInvalidColumnSpecError
    return weights


def _wrong_type(spec: object) -> StreamlitInvalidParameterTypeError:
    return StreamlitInvalidParameterTypeError("spec", ["int", "sequence of numbers"], type(spec).__name__)
