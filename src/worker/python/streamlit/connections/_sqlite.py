"""The SQLite that Python brings along, with as much of SQLAlchemy's shape as apps of `st.connection` use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import unquote, urlsplit

from streamlit.connections._sqlite_rows import Result, bound, statement_text

if TYPE_CHECKING:
    import sqlite3
    from types import TracebackType


def is_sqlite(url: str) -> bool:
    return url.partition("://")[0] in ("sqlite", "sqlite+pysqlite")


def path_of(url: str) -> str:
    """`sqlite:///data.db` is a file beside the app, `sqlite:////tmp/data.db` one of the root, `sqlite://` memory."""
    path = unquote(urlsplit(url).path)
    return path[1:] or ":memory:"


class Session:
    """A unit of work: `with conn.session as s:`. What was not committed is rolled back at its end."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def execute(self, statement: Any, params: Any = None) -> Result:
        """Runs a statement, or for each of a list. Values of `params` are bound, never part of the text."""
        text = statement_text(statement)
        if isinstance(params, (list, tuple)) and params and isinstance(params[0], (Mapping, list, tuple)):
            return Result(self._connection.executemany(text, [bound(one) for one in params]))
        return Result(self._connection.execute(text, bound(params)))

    def scalar(self, statement: Any, params: Any = None) -> Any:
        return self.execute(statement, params).scalar()

    def commit(self) -> None:
        self._connection.commit()

    def rollback(self) -> None:
        self._connection.rollback()

    def close(self) -> None:
        self._connection.rollback()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


class _Transaction(Session):
    """Committed at its end, unless it ended with an exception."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if kind is None:
            self.commit()
        self.close()


class Engine:
    """One database, opened at its first use."""

    name = "sqlite"
    driver = "pysqlite"

    def __init__(self, url: str) -> None:
        self.url = url
        self._raw: sqlite3.Connection | None = None

    def raw_connection(self) -> sqlite3.Connection:
        """Python's own connection."""
        if self._raw is None:
            import sqlite3

            # Threads of a tab take turns.
            self._raw = sqlite3.connect(path_of(self.url), check_same_thread=False)
        return self._raw

    def connect(self) -> Session:
        return Session(self.raw_connection())

    def begin(self) -> Session:
        return _Transaction(self.raw_connection())

    def dispose(self) -> None:
        if self._raw is not None:
            self._raw.close()
            self._raw = None
