"""Numbers that JavaScript can hold: what the bounds are, and what is said about a number beyond them."""

from __future__ import annotations

import math
import numbers

from streamlit.errors import StreamlitJSNumberBoundsError

MOST_INT = (1 << 53) - 1
MOST_FLOAT = 1.797e308

_USUAL = (int, float, str)


def plain(value: object) -> object:
    """The value as one of Python's own types: an int for a whole number of any library or a bool, else a float.

    What is no number of these is returned as it is.
    """
    if type(value) in _USUAL:
        return value
    if isinstance(value, numbers.Integral):
        return int(value)
    return float(value) if isinstance(value, float) else value


def check_int(parameter: str, value: object) -> None:
    if not isinstance(value, int):
        raise StreamlitJSNumberBoundsError(f"`{parameter}` ({value}) is not an int")
    if value > MOST_INT:
        raise StreamlitJSNumberBoundsError(f"`{parameter}` ({value}) must be <= (1 << 53) - 1")
    if value < -MOST_INT:
        raise StreamlitJSNumberBoundsError(f"`{parameter}` ({value}) must be >= -((1 << 53) - 1)")


def check_float(parameter: str, value: object) -> None:
    """Not a number is let through: it has no bounds."""
    if not isinstance(value, (int, float)):
        raise StreamlitJSNumberBoundsError(f"`{parameter}` ({value}) is not a float")
    if value > MOST_FLOAT:
        raise StreamlitJSNumberBoundsError(f"`{parameter}` ({value}) must be <= 1.797e+308")
    if value < -MOST_FLOAT:
        raise StreamlitJSNumberBoundsError(f"`{parameter}` ({value}) must be >= -1.797e+308")


def is_finite(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
