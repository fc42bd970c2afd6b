"""The SQLite that Python brings along, with as much of SQLAlchemy's shape as apps of `st.connection` use."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any, Self, TypeVar
from urllib.parse import unquote, urlsplit

from streamlit.connections._sqlite_rows import Result, bound, statement_text

if TYPE_CHECKING:
    import sqlite3
    from contextlib import AbstractContextManager
    from types import TracebackType

    from streamlit.connections._sqlite_shared import Shared

Raw = TypeVar("Raw", bound="sqlite3.Connection")

_MEMORY = ":memory:"


def is_sqlite(url: str) -> bool:
    return url.partition("://")[0] in ("sqlite", "sqlite+pysqlite")


def path_of(url: str) -> str:
    """`sqlite:///data.db` is a file beside the app, `sqlite:////tmp/data.db` one of the root, `sqlite://` memory."""
    path = unquote(urlsplit(url).path)
    return path[1:] or _MEMORY


class Session:
    """A unit of work: `with conn.session as s:`. What was not committed is rolled back at its end.

    In a file each session has a connection of its own, so that none sees or ends the work of another one.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: sqlite3.Connection | None = None

    def execute(self, statement: Any, params: Any = None) -> Result:
        """Runs a statement, or for each of a list. Values of `params` are bound, never part of the text."""
        text = statement_text(statement)
        if self._connection is None:
            self._connection = self._engine.raw_connection()
        before = self._connection.total_changes, self._connection.in_transaction
        try:
            if isinstance(params, (list, tuple)) and params and isinstance(params[0], (Mapping, list, tuple)):
                return Result(self._connection.executemany(text, [bound(one) for one in params]))
            return Result(self._connection.execute(text, bound(params)))
        finally:
            if before != (self._connection.total_changes, self._connection.in_transaction):
                self._engine.wrote(self, self._connection)

    def scalar(self, statement: Any, params: Any = None) -> Any:
        return self.execute(statement, params).scalar()

    def commit(self) -> None:
        if self._connection is not None:
            self._connection.commit()

    def rollback(self) -> None:
        if self._connection is not None:
            self._connection.rollback()

    def close(self) -> None:
        """Rolls back what was not committed. The next statement begins anew."""
        connection, self._connection = self._connection, None
        if connection is not None:
            self._engine.left(self, connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def __del__(self) -> None:
        # One that is used without `with`: nobody else has its connection, and nobody else ends its work.
        self.close()


class _Transaction(Session):
    """Committed at its end, unless it ended with an exception."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if kind is None:
            self.commit()
        self.close()


class Engine:
    """One database: a file, opened for each session, or memory, opened once."""

    name = "sqlite"
    driver = "pysqlite"

    def __init__(self, url: str, *, autocommit: bool = False) -> None:
        self.url = url
        path = path_of(url)
        #: Where it was meant when the connection was made, wherever the script is by then.
        self._path = path if path == _MEMORY else os.path.abspath(path)
        self._autocommit = autocommit
        self._shared: Shared | None = None

    def raw_connection(self) -> sqlite3.Connection:
        """Python's own connection: to a file another one at each call, of the caller's to close."""
        import sqlite3

        if self._path != _MEMORY:
            return self._opened(sqlite3.Connection)
        if self._shared is None:
            from streamlit.connections._sqlite_shared import Shared

            self._shared = self._opened(Shared)
        return self._shared

    def _opened(self, kind: type[Raw]) -> Raw:
        import sqlite3

        # Threads of a tab take turns, so that whoever waits for a lock waits for nobody: it is said at once.
        return sqlite3.connect(
            self._path,
            timeout=0,
            check_same_thread=False,
            factory=kind,
            isolation_level=None if self._autocommit else "DEFERRED",
        )

    def read(self) -> AbstractContextManager[sqlite3.Connection]:
        """A connection to read with, whose errors end nobody's work."""
        connection = self.raw_connection()
        return self._shared.read() if self._shared is not None else nullcontext(connection)

    def wrote(self, session: Session, connection: sqlite3.Connection) -> None:
        if connection is self._shared:
            self._shared.wrote(session)

    def left(self, session: Session | None, connection: sqlite3.Connection) -> None:
        if connection is self._shared:
            self._shared.left(session)
        elif self._path != _MEMORY:
            connection.close()

    def connect(self) -> Session:
        return Session(self)

    def begin(self) -> Session:
        return _Transaction(self)

    def dispose(self) -> None:
        if self._shared is not None:
            self._shared.close()
            self._shared = None
