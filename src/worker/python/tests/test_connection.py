"""`st.connection`: the contract's rows, SQLite without SQLAlchemy, parameters that stay parameters, what is kept."""

from __future__ import annotations

import builtins
import datetime
import importlib.util
import json
import os
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pytest

import streamlit as st
from streamlit import _traceback
from streamlit.connections import BaseConnection, ExperimentalBaseConnection, SQLConnection, _kept_answers
from streamlit.errors import StreamlitAPIException, StreamlitSecretNotFoundError
from streamlit.runtime import connection_factory, secrets

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from fake_host import FakeHost

MORE = (
    "Did you forget to add it to secrets.toml, mount it to secret directory, or the app settings on Streamlit Cloud? "
    "More info: https://docs.streamlit.io/deploy/streamlit-community-cloud/deploy-your-app/secrets-management"
)
NO_SQLALCHEMY = "No module named 'sqlalchemy'. You need to install the 'sqlalchemy' package to use this connection."
SNOWPARK = (
    'The Snowpark connection was removed in favor of the Snowflake connection. Update your app to use `st.connection("'
    '<name>", type="snowflake")` with `SnowflakeConnection` instead.'
)
_MODULE = "streamlit.connections.snowflake_connection"
CLASSES = (
    f"{{'snowflake': <class '{_MODULE}.SnowflakeConnection'>, "
    f"'snowflake-callers-rights': <class '{_MODULE}.SnowflakeCallersRightsConnection'>, "
    "'sql': <class 'streamlit.connections.sql_connection.SQLConnection'>}"
)


def given(values: dict[str, Any] | None) -> None:
    secrets.install(json.dumps({"kind": "absent"} if values is None else {"kind": "present", "values": values}))


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    given(None)
    yield
    connection_factory.clear()
    given(None)


@pytest.fixture
def no_pandas(monkeypatch: pytest.MonkeyPatch) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name, *a: None if name == "pandas" else find(name, *a))


@pytest.fixture
def pets() -> SQLConnection:
    connection: SQLConnection = st.connection("pets", type="sql", url="sqlite://")
    with connection.session as s:
        s.execute("CREATE TABLE pets (id INTEGER PRIMARY KEY, name TEXT)")
        s.execute("INSERT INTO pets (name) VALUES (:name)", [{"name": "Rex"}, {"name": "Tom"}])
        s.commit()
    return connection


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: st.connection("zz"), StreamlitSecretNotFoundError, "No secrets found. Valid paths"),
        (
            lambda: st.connection("zz", type="foo"),
            StreamlitAPIException,
            f"Invalid connection 'foo'. Supported connection classes: {CLASSES}",
        ),
        (lambda: st.connection("sql"), ModuleNotFoundError, NO_SQLALCHEMY),
        (lambda: st.connection("zz", type="sql"), ModuleNotFoundError, NO_SQLALCHEMY),
        (lambda: st.connection("zz", max_entries="x", type="sql"), ModuleNotFoundError, NO_SQLALCHEMY),
        (lambda: st.connection("snowflake"), ModuleNotFoundError, "No module named 'snowflake'."),
        (lambda: st.connection("snowflake"), ModuleNotFoundError, "SQL API over https"),
        (lambda: st.connection("a", type="sql", url="postgresql://u:hunter2@h/d"), StreamlitAPIException, "PostgreSQL"),
        (lambda: st.connection("a", type="sql", url="postgresql+psycopg://h/d"), StreamlitAPIException, "no socket"),
        (lambda: st.connection("a", type="sql", url="mysql+pymysql://h/d"), StreamlitAPIException, "MySQL"),
        (lambda: st.connection("a", type="sql", url="snowflake://u:p@a/d"), StreamlitAPIException, "Snowflake"),
        (lambda: st.connection("a", type="sql", dialect="mssql", host="h"), StreamlitAPIException, "SQL Server"),
        (lambda: st.connection("a", type="sql", dialect="postgresql"), StreamlitAPIException, "HTTP interface"),
        (lambda: st.connection("a", type="sql", url="duckdb:///x"), ModuleNotFoundError, NO_SQLALCHEMY),
        (lambda: st.connection("zz", type="foo.bar.Baz"), ModuleNotFoundError, "No module named 'foo'"),
        (
            lambda: st.connection("zz", type=int),
            StreamlitAPIException,
            "<class 'int'> is not a subclass of BaseConnection!",
        ),
        (
            lambda: st.connection("zz", type="builtins.int"),
            StreamlitAPIException,
            "<class 'int'> is not a subclass of BaseConnection!",
        ),
        (lambda: st.connection("env:NOPE"), KeyError, "'NOPE'"),
        (lambda: st.connection(), TypeError, "connection_factory() missing 1 required positional argument: 'name'"),
        (lambda: st.connection("zz", type="snowpark"), StreamlitAPIException, SNOWPARK),
        (lambda: st.connection("snowpark"), StreamlitAPIException, SNOWPARK),
        (lambda: st.connection("zz", type="os.path"), TypeError, "issubclass() arg 1 must be a class"),
        (lambda: st.connection(3), AttributeError, "'int' object has no attribute 'startswith'"),
    ],
)
def test_a_call_raises_its_error(call: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error) as raised:
        call()
    assert message in str(raised.value)


@pytest.mark.parametrize(("tables", "missing"), [({"yy": {"type": "sql"}}, "zz"), ({"zz": {"url": "x"}}, "type")])
def test_secrets_that_do_not_name_a_type(tables: dict[str, Any], missing: str) -> None:
    given({"connections": tables})
    with pytest.raises(KeyError) as raised:
        st.connection("zz")
    assert raised.value.args[0] == f'st.secrets has no key "{missing}". {MORE}'


def test_an_abstract_class_is_no_connection() -> None:
    class Incomplete(BaseConnection[None]):
        pass

    with pytest.raises(TypeError, match="Can't instantiate abstract class Incomplete"):
        st.connection("zz", type=Incomplete)


def test_query_gives_a_frame(pets: SQLConnection, host: FakeHost) -> None:
    frame = pets.query("SELECT * FROM pets WHERE id = :id", params={"id": 2}, ttl=600)
    assert frame.to_dict("records") == [{"id": 2, "name": "Tom"}]
    assert host.transients[1]["text"] == "Running `sql.query(...)`."
    assert pets.query("SELECT * FROM pets", index_col="id").loc[1, "name"] == "Rex"
    parts = pets.query("SELECT * FROM pets", chunksize=1, show_spinner=False)
    assert [len(part) for part in parts] == [1, 1]


@pytest.mark.usefixtures("no_pandas")
def test_query_gives_rows_without_pandas(pets: SQLConnection) -> None:
    rows = pets.query("SELECT * FROM pets")
    assert rows == [{"id": 1, "name": "Rex"}, {"id": 2, "name": "Tom"}]
    assert rows[0].name == rows[0]["name"] == "Rex"
    with pytest.raises(AttributeError, match=r"no column 'age'\. It has id, name"):
        _ = rows[0].age
    assert [len(part) for part in pets.query("SELECT * FROM pets", chunksize=1)] == [1, 1]
    with pytest.raises(StreamlitAPIException, match="index_col only in an app that has pandas"):
        pets.query("SELECT 1", index_col="id")


@pytest.mark.parametrize("frames", [True, False])
def test_promise_sql_parameters_are_bound(pets: SQLConnection, request: pytest.FixtureRequest, frames: bool) -> None:
    if not frames:
        request.getfixturevalue("no_pandas")
    attack = "1 OR 1=1; DROP TABLE pets --"
    assert len(pets.query("SELECT * FROM pets WHERE id = :id", params={"id": attack})) == 0
    with pets.session as s:
        s.execute("INSERT INTO pets (name) VALUES (:n)", {"n": "'); DROP TABLE pets; --"})
        s.commit()
    assert len(pets.query("SELECT * FROM pets")) == 3


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        (np.int64(5), 5),
        (np.float64(0.5), 0.5),
        (datetime.date(2026, 1, 2), "2026-01-02"),
        (datetime.datetime(2026, 1, 2, 3, 4), "2026-01-02 03:04:00"),
        (pd.Timestamp("2026-01-02 03:04"), "2026-01-02 03:04:00"),
        (Decimal("1.10"), "1.10"),
        (None, None),
        (b"\0", b"\0"),
    ],
)
def test_values_of_other_types_are_bound(pets: SQLConnection, value: Any, stored: Any) -> None:
    assert pets.session.scalar("SELECT :v", {"v": value}) == stored


def _delete_and_fail(pets: SQLConnection) -> None:
    with pets.engine.begin() as s:
        s.execute("DELETE FROM pets")
        raise ZeroDivisionError


def test_a_session_rolls_back_what_was_not_committed(pets: SQLConnection) -> None:
    with pets.session as s:
        s.execute("DELETE FROM pets")
    assert pets.session.scalar("SELECT count(*) FROM pets") == 2
    with pytest.raises(ZeroDivisionError):
        _delete_and_fail(pets)
    with pets.engine.begin() as s:
        assert s.execute("DELETE FROM pets WHERE id = ?", [1]).rowcount == 1
    with pets.connect() as c:
        assert [row.name for row in c.execute("SELECT name FROM pets")] == ["Tom"]
    assert pets.driver == "pysqlite"


@pytest.fixture(params=["file", "memory"])
def notes(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SQLConnection:
    monkeypatch.chdir(tmp_path)
    url = "sqlite:///notes.db" if request.param == "file" else "sqlite://"
    connection: SQLConnection = st.connection("notes", type="sql", url=url)
    with connection.session as s:
        s.execute("CREATE TABLE notes (id INTEGER)")
    return connection


INSERT = "INSERT INTO notes VALUES (:id)"
IDS = "SELECT id FROM notes ORDER BY id"


def _read_and_fail(notes: SQLConnection) -> None:
    with notes.session as reader:
        reader.execute(IDS)
        raise ZeroDivisionError


def ids(connection: SQLConnection) -> list[int]:
    return connection.session.execute(IDS).scalars()


@pytest.mark.parametrize("frames", [True, False])
def test_a_commit_is_kept_whatever_is_read_before_it(
    notes: SQLConnection, request: pytest.FixtureRequest, frames: bool
) -> None:
    if not frames:
        request.getfixturevalue("no_pandas")
    with notes.session as s:
        s.execute(INSERT, {"id": 1})
        notes.query("SELECT * FROM notes", ttl=0)
        with pytest.raises(Exception, match="no such table"):
            notes.query("SELECT * FROM absent", ttl=0)
        with notes.session as inner:
            inner.scalar("SELECT count(*) FROM notes")
        s.commit()
    assert ids(notes) == [1]
    assert len(notes.query("SELECT * FROM notes", ttl=0)) == 1


def test_the_end_of_one_session_ends_no_other_ones_work(notes: SQLConnection) -> None:
    outer = notes.session
    outer.execute(INSERT, {"id": 1})
    with pytest.raises(ZeroDivisionError):
        _read_and_fail(notes)
    outer.commit()
    outer.execute(INSERT, {"id": 2})
    outer.rollback()
    outer.execute(INSERT, {"id": 3})
    outer.close()
    assert ids(notes) == [1]
    outer.execute(INSERT, {"id": 4})
    del outer
    assert ids(notes) == [1]


def test_what_a_session_in_a_session_commits_is_kept(notes: SQLConnection) -> None:
    with notes.session as outer:
        outer.execute(IDS)
        with notes.session as inner:
            inner.execute(INSERT, {"id": 1})
            inner.commit()
        assert outer.execute(IDS).scalars() == [1]
    assert ids(notes) == [1]


def test_in_memory_the_last_writer_ends_the_transaction_of_all() -> None:
    memory = st.connection("m", type="sql", url="sqlite://")
    memory.session.execute("CREATE TABLE notes (id INTEGER)")
    with memory.session as outer:
        outer.execute(INSERT, {"id": 1})
        with memory.session as inner:
            inner.execute(INSERT, {"id": 2})
        assert ids(memory) == [1, 2]
    assert ids(memory) == []


def test_a_file_has_one_writer_and_says_so_at_once(tmp_path: Path) -> None:
    file = st.connection("f", type="sql", url=f"sqlite:///{tmp_path}/f.db")
    file.session.execute("CREATE TABLE notes (id INTEGER)")
    with file.session as outer, file.session as inner:
        outer.execute(INSERT, {"id": 1})
        assert inner.execute(IDS).scalars() == []
        with pytest.raises(Exception, match="database is locked"):
            inner.execute(INSERT, {"id": 2})
        outer.commit()
        inner.execute(INSERT, {"id": 2})
        inner.commit()
    assert ids(file) == [1, 2]


def test_parts_of_a_file_are_read_as_they_are_asked_for(tmp_path: Path) -> None:
    file = st.connection("f", type="sql", url=f"sqlite:///{tmp_path}/f.db")
    with file.engine.begin() as s:
        s.execute("CREATE TABLE notes (id INTEGER)")
        s.execute(INSERT, [{"id": 1}, {"id": 2}])
    assert [list(part["id"]) for part in file.query(IDS, chunksize=1)] == [[1], [2]]
    with file.engine.begin() as s:
        s.execute(INSERT, {"id": 3})
    assert ids(file) == [1, 2, 3]


def test_a_file_stays_where_it_was_meant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    file = st.connection("f", type="sql", url="sqlite:///f.db")
    file.session.execute("CREATE TABLE notes (id INTEGER)")
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    assert ids(file) == []


def test_autocommit_needs_no_commit(tmp_path: Path) -> None:
    file = st.connection("f", type="sql", url=f"sqlite:///{tmp_path}/f.db", autocommit=True)
    with file.session as s:
        s.execute("CREATE TABLE notes (id INTEGER)")
        s.execute(INSERT, {"id": 1})
    assert ids(file) == [1]


def test_rows_outlive_their_session(notes: SQLConnection) -> None:
    with notes.session as s:
        assert [row.id for row in s.execute(INSERT + " RETURNING id", {"id": 7})] == [7]
        s.commit()
        result = s.execute(IDS)
    assert result.fetchmany(5) == [{"id": 7}]
    assert result.fetchone() is None
    assert result.scalar() is None


def test_answers_are_kept_for_their_time(pets: SQLConnection, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr(pets._answers, "_clock", lambda: now[0])
    count = "SELECT count(*) AS n FROM pets"

    def asked(ttl: Any) -> int:
        return int(pets.query(count, ttl=ttl)["n"][0])

    assert asked("10m") == 2
    with pets.engine.begin() as s:
        s.execute("DELETE FROM pets WHERE id = 1")
    now[0] = 599
    assert asked(datetime.timedelta(minutes=10)) == 2
    now[0] = 600
    assert asked(600) == 1
    with pets.engine.begin() as s:
        s.execute("DELETE FROM pets")
    assert asked(None) == 1
    assert asked(0) == 0


def test_an_answer_that_is_changed_changes_no_other(pets: SQLConnection) -> None:
    frame = pets.query("SELECT * FROM pets")
    frame["name"] = "gone"
    assert list(pets.query("SELECT * FROM pets")["name"]) == ["Rex", "Tom"]


def test_reset_connects_anew(pets: SQLConnection) -> None:
    pets.query("SELECT * FROM pets")
    pets.reset()
    with pytest.raises(Exception, match="no such table"):
        pets.query("SELECT * FROM pets")


def test_a_file_beside_the_app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    given({"connections": {"db": {"type": "sql", "url": "sqlite:///data.db"}}})
    with st.connection("db").engine.begin() as s:
        s.execute("CREATE TABLE t (a)")
    assert (tmp_path / "data.db").exists()
    given({"connections": {"db": {"type": "sql", "dialect": "sqlite", "database": "data.db"}}})
    assert st.connection("db").engine.url == "sqlite:///data.db"


def test_one_connection_from_run_to_run() -> None:
    made = st.connection("a", type="sql", url="sqlite://")
    assert st.connection("a", type=SQLConnection, url="sqlite://") is made
    assert st.connection("b", type="sql", url="sqlite://") is not made
    assert st.connection("a", type="sql", url="sqlite://", ttl=0) is not made
    os.environ["DB_NAME_OF_TEST"] = "a"
    try:
        assert st.connection("env:DB_NAME_OF_TEST", type="sql", url="sqlite://")._connection_name == "a"
    finally:
        del os.environ["DB_NAME_OF_TEST"]


class Counted(ExperimentalBaseConnection[list[int]]):
    made = 0
    closed = 0

    def _connect(self, **kwargs: Any) -> list[int]:
        Counted.made += 1
        return [self._secrets.get("n", 0), kwargs.get("more", 0)]

    def value(self) -> list[int]:
        return self._instance

    def close(self) -> None:
        Counted.closed += 1


def test_a_class_of_the_apps_own_follows_its_secrets() -> None:
    given({"connections": {"mine": {"n": 1}, "other": {"n": 1}}})
    Counted.made = Counted.closed = 0
    mine = st.connection("mine", type=Counted, more=2)
    assert mine.value() == [1, 2]
    given({"connections": {"mine": {"n": 1}, "other": {"n": 2}}})
    assert (mine.value(), Counted.made) == ([1, 2], 1)
    given({"connections": {"mine": {"n": 3}}})
    assert (mine.value(), Counted.made) == ([3, 2], 2)
    assert mine.scope() == "global"
    st.connection("other", type=Counted, max_entries=1)
    assert Counted.closed == 1


def test_fingerprints_of_equal_values_are_equal() -> None:
    of = _kept_answers.fingerprint
    assert of({"a": 1, "b": [1]}) == of({"b": [1], "a": 1})
    assert of(1) != of(True)
    assert of(builtins.open) == of(builtins.open)
    unpicklable = lambda: 1  # noqa: E731
    assert of(unpicklable) == of(unpicklable)
    assert of(unpicklable) != of(lambda: 1)


def test_a_database_out_of_reach_is_named_without_its_address() -> None:
    given({"connections": {"db": {"type": "sql", "dialect": "postgresql", "host": "h", "password": "hunter2"}}})
    with pytest.raises(StreamlitAPIException) as raised:
        st.connection("db")
    assert str(raised.value).startswith(
        "A browser tab cannot connect to PostgreSQL: it can open no socket, with any driver."
    )
    with pytest.raises(StreamlitAPIException) as raised:
        st.connection("db", url="postgresql://me:hunter2@db.example/x")
    assert "hunter2" not in str(raised.value)
    assert "db.example" not in str(raised.value)


@pytest.mark.parametrize(
    ("module", "words"),
    [
        ("psycopg2", "`psycopg2` is for PostgreSQL, which a browser tab cannot connect to"),
        ("pymongo.errors", "`pymongo` is for MongoDB"),
        ("paramiko", "`paramiko` is for SFTP"),
        ("lxml", "`lxml` is not part of this app. Name it in `requirements.txt`"),
    ],
)
def test_a_driver_that_could_do_nothing_is_not_asked_for(module: str, words: str) -> None:
    said = _traceback.hint(ModuleNotFoundError(f"No module named {module!r}", name=module))
    assert said is not None
    assert said.startswith(words)


def test_what_is_said_of_snowflake_is_not_followed_by_how_to_install_it() -> None:
    with pytest.raises(ModuleNotFoundError) as raised:
        st.connection("snowflake")
    assert _traceback.hint(raised.value) is None
