"""What SQLite is given and what it gives, without pandas and SQLAlchemy."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

Bound = dict[str, Any] | list[Any] | tuple[Any, ...]


class Row(dict[str, Any]):
    """A row by the names of its columns: `row["name"]`, and `row.name`. Of two of one name the last counts."""

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(f"This row has no column {name!r}. It has {', '.join(self) or 'none'}.") from None


class Result:
    """What a statement gave: rows, handed out once. They are read at once, so that none holds a lock of the file."""

    def __init__(self, cursor: sqlite3.Cursor) -> None:
        self._names = [column[0] for column in cursor.description or ()]
        self._rows: Iterator[tuple[Any, ...]] = iter(cursor.fetchall())
        #: Rows that the statement changed; -1 where that has no meaning.
        self.rowcount: int = cursor.rowcount
        self.lastrowid: int | None = cursor.lastrowid
        cursor.close()

    def keys(self) -> list[str]:
        return list(self._names)

    def __iter__(self) -> Iterator[Row]:
        return (self._row(values) for values in self._rows)

    def fetchone(self) -> Row | None:
        return next(iter(self), None)

    def fetchmany(self, size: int) -> list[Row]:
        return list(islice(self, size))

    def fetchall(self) -> list[Row]:
        return list(self)

    first = fetchone
    all = fetchall

    def mappings(self) -> Result:
        return self

    def scalar(self) -> Any:
        """The first column of the first row; None when there is none."""
        values = next(self._rows, None)
        return None if values is None else values[0]

    def scalars(self) -> list[Any]:
        return [values[0] for values in self._rows]

    def _row(self, values: Sequence[Any]) -> Row:
        return Row(zip(self._names, values, strict=True))


def statement_text(statement: object) -> str:
    """Raises TypeError for anything but a text; SQLAlchemy's `text(…)` has one."""
    text = getattr(statement, "text", statement)
    if not isinstance(text, str):
        raise TypeError(f"A statement is a text, not {type(statement).__name__}.")
    return text


def bound(params: Any) -> Bound:
    """Parameters as the database takes them: by name for `:name`, in order for `?`."""
    if params is None:
        return ()
    if isinstance(params, Mapping):
        return {str(name): _plain(value) for name, value in params.items()}
    return [_plain(value) for value in params]


def _plain(value: Any) -> Any:
    """Numbers of numpy become Python's, moments and decimals text."""
    if isinstance(value, (datetime, date)):
        return value.isoformat(" ") if isinstance(value, datetime) else value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    to_python = getattr(value, "item", None)
    return to_python() if callable(to_python) and getattr(value, "shape", None) == () else value
