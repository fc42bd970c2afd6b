"""`st.connection("…", type="sql")`: through SQLAlchemy when the app has it, else the SQLite of Python."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING, Any

from streamlit._out_of_reach import database_of, no_database
from streamlit.connections import _sqlite
from streamlit.connections._kept_answers import fingerprint, own_copy
from streamlit.connections._sqlite_rows import Bound, Result, Row, bound
from streamlit.connections.base_connection import BaseConnection
from streamlit.errors import StreamlitAPIException
from streamlit.runtime.caching._entries import Entries
from streamlit.runtime.caching._settings import seconds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import timedelta

#: What an address is put together from where there is no `url`; the first three are needed.
_PARTS = ("dialect", "host", "username", "driver", "password", "port", "database", "query")
_NEEDED = ("dialect", "username", "host")

_NO_SQLALCHEMY = "No module named 'sqlalchemy'. You need to install the 'sqlalchemy' package to use this connection."

#: Answers of queries that a connection remembers.
_MOST_ANSWERS = 64
_ATTEMPTS = 3


class SQLConnection(BaseConnection[Any]):
    """A database. `query` reads; `session` writes; values of parameters are bound, never part of a statement.

    Raises `StreamlitAPIException` for a database that a tab cannot reach, and when the secrets and the arguments name
    none; `ModuleNotFoundError` without SQLAlchemy unless the address is one of SQLite.
    """

    def _connect(self, autocommit: bool = False, **kwargs: Any) -> Any:
        self._answers = Entries[Any](_MOST_ANSWERS)
        given = {**self._secrets.to_dict(), **kwargs}
        url = given.get("url")
        named = str(url if url is not None else given.get("dialect", ""))
        if (out_of_reach := database_of(named)) is not None:
            raise StreamlitAPIException(no_database(out_of_reach))
        if importlib.util.find_spec("sqlalchemy") is None:
            if url is None and given.get("dialect") == "sqlite":
                url = f"sqlite:///{given.get('database', '')}"
            if not isinstance(url, str) or not _sqlite.is_sqlite(url):
                raise ModuleNotFoundError(_NO_SQLALCHEMY, name="sqlalchemy")
            return _sqlite.Engine(url, autocommit=autocommit)
        return _sqlalchemy_engine(given, autocommit=autocommit)

    def query(
        self,
        sql: str,
        *,
        show_spinner: bool | str = "Running `sql.query(...)`.",
        ttl: float | timedelta | str | None = None,
        index_col: str | list[str] | None = None,
        chunksize: int | None = None,
        params: Any = None,
        **kwargs: Any,
    ) -> Any:
        """What a read-only statement gives: a DataFrame, or a list of rows when the app has no pandas.

        The answer is remembered for `ttl` (seconds, a timedelta, or a text such as "10m"; None: as long as the
        connection). With `chunksize` it comes in parts and is not remembered. Names in the statement (`:id`) take their
        values from `params`.
        """

        def run() -> Any:
            return self._again(lambda: self._read(sql, index_col, chunksize, params, kwargs))

        from streamlit.delta_generator import active

        lifetime = seconds(ttl)
        text = "Running `sql.query(...)`." if show_spinner is True else show_spinner

        def shown() -> Any:
            if not text:
                return run()
            with active.spinner(str(text)):
                return run()

        if chunksize is not None:
            return shown()
        key = fingerprint(str(sql), index_col, params, kwargs)
        _ = self._instance  # whose answers they are
        return own_copy(self._answers.get(key, lifetime, shown))

    def _read(self, sql: str, index_col: Any, chunksize: int | None, params: Any, more: dict[str, Any]) -> Any:
        engine = self._instance
        if importlib.util.find_spec("pandas") is None:
            if index_col is not None or more:
                names = ", ".join(["index_col"] * (index_col is not None) + list(more))
                raise StreamlitAPIException(f"`query` takes {names} only in an app that has pandas.")
            return _rows(engine, sql, chunksize, params)
        import pandas as pd

        options = {"index_col": index_col, "chunksize": chunksize, **more}
        if isinstance(engine, _sqlite.Engine):
            return _frames(engine, sql, bound(params), options)
        from sqlalchemy import text

        return pd.read_sql(text(sql), engine.connect(), params=params or None, **options)

    def _again(self, attempt: Callable[[], Any]) -> Any:
        """A connection that the other side dropped is made anew. A file of this tab drops none."""
        if isinstance(self._instance, _sqlite.Engine):
            return attempt()
        from sqlalchemy.exc import DatabaseError, InternalError, OperationalError

        for left in reversed(range(_ATTEMPTS)):
            try:
                return attempt()
            except (DatabaseError, InternalError, OperationalError):
                self.reset()
                if left == 0:
                    raise
        return None

    def connect(self) -> Any:
        """A connection of the engine, for `with conn.connect() as c: c.execute(…)`."""
        return self._instance.connect()

    @property
    def engine(self) -> Any:
        """SQLAlchemy's engine, or what stands in for it."""
        return self._instance

    @property
    def driver(self) -> str:
        """Such as `pysqlite`."""
        return str(self._instance.driver)

    @property
    def session(self) -> Any:
        """For `with conn.session as s: s.execute(…); s.commit()`."""
        if isinstance(self._instance, _sqlite.Engine):
            return self._instance.connect()
        from sqlalchemy.orm import Session

        return Session(self._instance)

    def close(self) -> None:
        if self._raw_instance is not None:
            self._raw_instance.dispose()
            self._raw_instance = None


def _rows(engine: Any, sql: str, chunksize: int | None, params: Any) -> Any:
    with engine.connect() as connection:
        if isinstance(engine, _sqlite.Engine):
            result: Result | list[Row] = connection.execute(sql, params)
        else:
            from sqlalchemy import text

            result = [Row(row) for row in connection.execute(text(sql), params).mappings()]
        rows = list(result)
    return rows if chunksize is None else _parts(rows, chunksize)


def _frames(engine: _sqlite.Engine, sql: str, values: Bound, options: dict[str, Any]) -> Any:
    """With `chunksize` the parts keep the connection until they are read or dropped."""
    import pandas as pd

    with engine.read() as connection:
        try:
            read = pd.read_sql(sql, connection, params=values or None, **options)
        except BaseException:
            engine.left(None, connection)
            raise
    if options["chunksize"] is None:
        engine.left(None, connection)
        return read
    return _frame_parts(read, lambda: engine.left(None, connection))


def _frame_parts(frames: Iterator[Any], close: Callable[[], None]) -> Iterator[Any]:
    try:
        yield from frames
    finally:
        close()


def _parts(rows: list[Row], size: int) -> Iterator[list[Row]]:
    return (rows[at : at + size] for at in range(0, len(rows), size))


def _sqlalchemy_engine(given: dict[str, Any], *, autocommit: bool) -> Any:
    import sqlalchemy

    options = dict(given.get("create_engine_kwargs") or {})
    options.update({name: value for name, value in given.items() if name not in (*_PARTS, *_OURS)})
    url = given.get("url")
    if url is None:
        missing = [name for name in _NEEDED if name not in given and given.get("dialect") != "sqlite"]
        if missing:
            raise StreamlitAPIException(
                "The connection names no database: give it a `url`, or "
                + ", ".join(f"`{name}`" for name in missing)
                + ", in `[connections.<name>]` of the secrets or as arguments."
            )
        driver = f"+{given['driver']}" if given.get("driver") else ""
        url = sqlalchemy.engine.URL.create(
            drivername=f"{given['dialect']}{driver}",
            username=given.get("username"),
            password=given.get("password"),
            host=given.get("host"),
            port=int(given["port"]) if given.get("port") else None,
            database=given.get("database"),
            query=given.get("query") or {},
        )
    engine = sqlalchemy.create_engine(url, **options)
    return engine.execution_options(isolation_level="AUTOCOMMIT") if autocommit else engine


_OURS = ("url", "type", "create_engine_kwargs", "ttl", "autocommit")
