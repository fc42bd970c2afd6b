"""What an object is, by the names of its classes: no library is imported to find out that a value is not its."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

_DATAFRAMES = frozenset(
    {
        *(f"pandas.{name}" for name in ("DataFrame", "Series", "Index", "Styler")),
        *(f"polars.{name}" for name in ("DataFrame", "LazyFrame", "Series")),
        *(f"pyarrow.{name}" for name in ("Table", "Array", "ChunkedArray", "RecordBatch")),
        "dask.DataFrame",
        "modin.DataFrame",
        "numpy.ndarray",
        "xarray.DataArray",
        "xarray.Dataset",
    }
)
#: Tables that are plans until somebody collects them.
_UNEVALUATED = frozenset(
    {"dask.DataFrame", "dask.Series", "polars.LazyFrame", "pyspark.DataFrame", "ray.Dataset", "snowflake.DataFrame"}
)
_CHARTS = frozenset(
    {
        "altair.TopLevelMixin",
        "graphviz.Digraph",
        "graphviz.Graph",
        "graphviz.Source",
        "matplotlib.Figure",
        "plotly.BaseFigure",
    }
)


def names(value: object) -> frozenset[str]:
    """`package.Class` for each class that `value` is an instance of."""
    kind: Any = type(value)
    return _names(kind)


@lru_cache(maxsize=256)
def _names(kind: type) -> frozenset[str]:
    return frozenset(f"{base.__module__.partition('.')[0]}.{base.__name__}" for base in kind.__mro__)


def is_dataframe(value: object) -> bool:
    return not _DATAFRAMES.isdisjoint(names(value))


def is_unevaluated(value: object) -> bool:
    return not _UNEVALUATED.isdisjoint(names(value))


def is_chart(value: object) -> bool:
    return not _CHARTS.isdisjoint(names(value))


def is_image(value: object) -> bool:
    return "PIL.Image" in names(value)


def is_map(value: object) -> bool:
    return "pydeck.Deck" in names(value)


def is_sympy(value: object) -> bool:
    return not {"sympy.Basic", "sympy.MatrixBase"}.isdisjoint(names(value))


def is_tabular(value: Any) -> bool:
    """Whether a library says itself that its object is a table."""
    if isinstance(value, type):
        return False
    return callable(getattr(value, "to_pandas", None)) or callable(getattr(value, "__dataframe__", None))
