"""`st.secrets`: the contract's rows, the forms of access of the source documents, and the environment."""

from __future__ import annotations

import copy
import json
import os
import pickle
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import streamlit as st
from streamlit import _traceback
from streamlit.errors import StreamlitSecretNotFoundError
from streamlit.runtime.secrets import AttrDict, install, secrets_singleton

if TYPE_CHECKING:
    from collections.abc import Iterator

MORE = (
    "Did you forget to add it to secrets.toml, mount it to secret directory, or the app settings on Streamlit Cloud? "
    "More info: https://docs.streamlit.io/deploy/streamlit-community-cloud/deploy-your-app/secrets-management"
)

#: The `secrets.toml` of the source documents, parsed.
SEED = {
    "OPENAI_API_KEY": "sk-...",
    "DATABASE_URL": "postgresql://...",
    "database": {"host": "localhost", "password": "secret"},
    "connections": {"mydb": {"host": "localhost", "password": "secret"}},
}


def present(values: dict[str, Any]) -> None:
    install(json.dumps({"kind": "present", "values": values}))


@pytest.fixture(autouse=True)
def absent() -> Iterator[None]:
    before = environment()
    install('{"kind": "absent"}')
    yield
    install('{"kind": "absent"}')
    assert environment() == before


def environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}


def test_root_nested_and_default_as_in_the_source_documents() -> None:
    present(SEED)
    assert st.secrets["OPENAI_API_KEY"] == "sk-..."
    assert st.secrets["database"]["host"] == "localhost"
    assert st.secrets.database.host == "localhost"
    assert st.secrets.get("OPTIONAL_KEY", "default") == "default"
    assert st.secrets.connections["mydb"].password == "secret"
    assert isinstance(st.secrets.database, AttrDict)


def test_it_is_a_mapping() -> None:
    present(SEED)
    assert "database" in st.secrets
    assert "zz" not in st.secrets
    assert len(st.secrets) == 4
    assert list(st.secrets) == list(SEED)
    assert dict(st.secrets.database) == SEED["database"]
    assert st.secrets.database == SEED["database"]
    assert {**st.secrets.database} == SEED["database"]
    assert list(st.secrets.database.items()) == [("host", "localhost"), ("password", "secret")]
    assert st.secrets.has_key("database")
    with pytest.raises(AttributeError, match=r'st.secrets has no attribute "has_key"'):
        st.secrets.database.has_key("host")
    assert not st.secrets.has_key("zz")
    assert repr(st.secrets) == repr(SEED)


def test_tables_are_dicts_where_the_root_is_gone_through() -> None:
    present(SEED)
    assert [type(value) for value in st.secrets.values()] == [str, str, dict, dict]
    assert [key for key, value in st.secrets.items() if isinstance(value, dict)] == ["database", "connections"]
    assert list(st.secrets.keys()) == list(SEED)
    assert [type(value) for value in st.secrets.connections.values()] == [AttrDict]
    assert type(st.secrets.get("database")) is AttrDict
    dict(st.secrets.items())["database"].clear()
    assert st.secrets.to_dict() == SEED


def test_the_order_is_that_of_the_file() -> None:
    present({"zed": 1, "20": "twenty", "alpha": "a", "10": {"b": 1, "2": 2, "1": 1}})
    assert list(st.secrets) == ["zed", "20", "alpha", "10"]
    assert list(st.secrets["10"]) == ["b", "2", "1"]
    assert list(st.secrets.to_dict()["10"]) == ["b", "2", "1"]


def test_a_list_is_a_list_and_the_same_one_each_time() -> None:
    present({"l": ["list", 1, {"x": "y"}]})
    assert type(st.secrets["l"]) is list
    assert type(st.secrets["l"][1]) is dict
    assert st.secrets["l"] is st.secrets.l
    copied = st.secrets.to_dict()
    copied["l"].append(2)
    assert st.secrets["l"] == [1, {"x": "y"}]


def test_to_dict_is_a_copy_of_plain_dicts() -> None:
    present(SEED)
    taken = st.secrets.to_dict()
    assert taken == SEED
    assert type(taken["connections"]["mydb"]) is dict
    taken["connections"]["mydb"]["host"] = "elsewhere"
    assert st.secrets.connections.mydb.host == "localhost"
    assert st.secrets.database.to_dict() == SEED["database"]


@pytest.mark.parametrize(
    "use",
    [
        lambda: st.secrets["zz"],
        lambda: "zz" in st.secrets,
        lambda: len(st.secrets),
        lambda: st.secrets.get("zz", "d"),
        lambda: st.secrets.to_dict(),
        lambda: st.secrets.has_key("a"),
        lambda: list(st.secrets),
    ],
)
def test_without_secrets_each_use_says_where_they_are_looked_for(use: Any) -> None:
    with pytest.raises(StreamlitSecretNotFoundError) as raised:
        use()
    assert isinstance(raised.value, FileNotFoundError)
    assert str(raised.value) == (
        "No secrets found. Valid paths for a secrets.toml file or secret directories are: "
        f"{Path.home()}/.streamlit/secrets.toml, {Path.cwd()}/.streamlit/secrets.toml"
    )


@pytest.mark.parametrize("given", ['{"kind": "absent"}', '{"kind": "broken", "message": "x"}', '{"kind": "locked"}'])
def test_attribute_access_is_an_attribute_error_whatever_is_wrong(given: str) -> None:
    install(given)
    with pytest.raises(AttributeError) as raised:
        _ = st.secrets.zz
    assert str(raised.value) == f'st.secrets has no attribute "zz". {MORE}'
    assert not hasattr(st.secrets, "zz")
    assert st.secrets.load_if_toml_exists() is False


def test_secrets_that_could_not_be_read_are_not_said_to_be_missing_or_wrong() -> None:
    install('{"kind": "failed", "message": "The browser refused to read or write its storage."}')
    for read in (lambda: st.secrets["K"], lambda: "K" in st.secrets, lambda: st.secrets.get("K"), st.secrets.to_dict):
        with pytest.raises(StreamlitSecretNotFoundError) as raised:
            read()
        assert str(raised.value) == (
            "This app's secrets could not be read. The browser refused to read or write its storage."
        )
    assert st.secrets.load_if_toml_exists() is False


def test_a_file_that_is_no_toml() -> None:
    install('{"kind": "broken", "message": "Invalid value (at line 1, column 7)"}')
    with pytest.raises(StreamlitSecretNotFoundError) as raised:
        _ = st.secrets["zz"]
    assert str(raised.value) == (
        f"Error parsing secrets file at {Path.cwd()}/.streamlit/secrets.toml: Invalid value (at line 1, column 7)"
    )


def test_a_reason_with_braces_is_text_and_no_template() -> None:
    install('{"kind": "broken", "message": "unexpected {x} (at line 1, column 1)"}')
    with pytest.raises(StreamlitSecretNotFoundError, match=r"unexpected \{x\}"):
        _ = st.secrets["zz"]


@pytest.mark.parametrize(
    ("use", "kind", "message"),
    [
        (lambda: st.secrets["zz"], KeyError, f'st.secrets has no key "zz". {MORE}'),
        (lambda: st.secrets.zz, AttributeError, f'st.secrets has no attribute "zz". {MORE}'),
        (lambda: st.secrets["database"]["q"], KeyError, f'st.secrets has no key "q". {MORE}'),
        (lambda: st.secrets.database.q, AttributeError, f'st.secrets has no attribute "q". {MORE}'),
        (lambda: st.secrets.__setitem__("a", 1), TypeError, "Secrets does not support item assignment."),
        (lambda: setattr(st.secrets, "a", 1), TypeError, "Secrets does not support attribute assignment."),
        (lambda: st.secrets.__delitem__("a"), TypeError, "Secrets does not support item deletion."),
        (
            lambda: st.secrets.database.__setitem__("host", 1),
            TypeError,
            "Secrets does not support item assignment.",
        ),
        (
            lambda: setattr(st.secrets.database, "host", 1),
            TypeError,
            "Secrets does not support attribute assignment.",
        ),
        (
            lambda: st.secrets.database.__delitem__("host"),
            TypeError,
            "Secrets does not support item deletion.",
        ),
        (
            lambda: delattr(st.secrets, "database"),
            AttributeError,
            "'Secrets' object has no attribute 'database'",
        ),
        (
            lambda: delattr(st.secrets.database, "host"),
            AttributeError,
            "'AttrDict' object has no attribute 'host'",
        ),
    ],
)
def test_errors_where_there_are_secrets(use: Any, kind: type[Exception], message: str) -> None:
    present(SEED)
    with pytest.raises(kind) as raised:
        use()
    assert raised.value.args == (message,)
    assert st.secrets.to_dict() == SEED


def test_load_if_toml_exists_where_there_are_secrets() -> None:
    present({})
    assert st.secrets.load_if_toml_exists() is True
    assert len(st.secrets) == 0


def test_values_of_toml_arrive_as_pythons() -> None:
    install(
        '{"kind": "present", "values": {"i": 1, "f": 1.0, "b": true, "l": ["list", 1, ["list"], {"x": "y"}], '
        '"d": ["date", "1979-05-27"], "t": ["time", "07:32:00"], "dt": ["datetime", "1979-05-27T07:32:00Z"], '
        '"t6": ["time", "07:08:09.123456"], "dt6": ["datetime", "2024-05-06T07:08:09.123456+02:00"], '
        '"__class__": "text"}}'
    )
    assert type(st.secrets["i"]) is int
    assert type(st.secrets["f"]) is float
    assert st.secrets["b"] is True
    assert st.secrets["l"] == [1, [], {"x": "y"}]
    assert st.secrets["d"] == date(1979, 5, 27)
    assert st.secrets["t"] == time(7, 32)
    assert st.secrets["t6"] == time(7, 8, 9, 123456)
    assert repr(st.secrets["dt6"]) == (
        "datetime.datetime(2024, 5, 6, 7, 8, 9, 123456, tzinfo=datetime.timezone(datetime.timedelta(seconds=7200)))"
    )
    assert st.secrets["dt"] == datetime(1979, 5, 27, 7, 32, tzinfo=UTC)
    assert st.secrets["__class__"] == "text"


def test_root_scalars_are_environment_variables() -> None:
    present({"API_KEY": "k", "PORT": 1, "RATIO": 1.5, "ON": True, "table": {"INNER": "x"}, "LIST": ["list", "x"]})
    assert os.environ["API_KEY"] == "k"
    assert os.environ["PORT"] == "1"
    assert os.environ["RATIO"] == "1.5"
    assert os.environ["ON"] == "True"
    assert not {"table", "INNER", "LIST"} & os.environ.keys()


def test_variables_follow_the_secrets_and_go_back_to_what_they_were(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEFORE", "outer")
    present({"BEFORE": "inner", "ONCE": "x"})
    assert os.environ["BEFORE"] == "inner"
    present({"OTHER": "y"})
    assert os.environ["BEFORE"] == "outer"
    assert "ONCE" not in os.environ
    assert os.environ["OTHER"] == "y"
    install('{"kind": "locked"}')
    assert "OTHER" not in os.environ


def test_a_name_that_cannot_be_a_variable_is_a_secret_all_the_same() -> None:
    present({"a=b": "x", "": "y", "nul": "a\0b"})
    assert st.secrets["a=b"] == "x"
    assert st.secrets[""] == "y"
    assert "nul" not in os.environ


def test_locked_secrets_ask_the_page_and_say_what_to_do() -> None:
    asked: list[str] = []
    install('{"kind": "locked"}', lambda: asked.append("asked"))
    assert asked == []
    with pytest.raises(StreamlitSecretNotFoundError, match="vault is locked"):
        _ = st.secrets["K"]
    assert asked == ["asked"]
    assert not hasattr(st.secrets, "K")
    assert asked == ["asked", "asked"]


def hint_of(use: Any) -> str | None:
    with pytest.raises(Exception) as raised:  # noqa: PT011 - the hint is what is looked at
        use()
    return _traceback.hint(raised.value)


def test_errors_say_where_secrets_are_entered_here() -> None:
    place = "in the main menu of this page, under “Secrets”"
    assert hint_of(lambda: st.secrets["K"]) == f"Secrets are entered {place}."
    assert hint_of(lambda: st.secrets.K) == f"It can be entered {place}."
    assert hint_of(lambda: os.environ["K_KEY"]) == f"If `K_KEY` is one of the app's secrets: it can be entered {place}."
    assert hint_of(lambda: {}["K"]) is None
    present({"K": "v"})
    assert hint_of(lambda: st.secrets["L"]) == f"It can be entered {place}."
    install('{"kind": "locked"}')
    assert hint_of(lambda: st.secrets["K"]) is None


def test_who_listens_hears_of_changes_only() -> None:
    heard: list[str] = []
    secrets_singleton.file_change_listener.connect(heard.append)
    present({"a": "1"})
    present({"a": "1"})
    assert len(heard) == 1
    present({"a": "2"})
    assert len(heard) == 2
    secrets_singleton.file_change_listener.disconnect(heard.append)
    present({"a": "3"})
    assert len(heard) == 2


def test_tables_can_be_copied_and_pickled_and_the_root_cannot() -> None:
    present(SEED)
    assert copy.deepcopy(st.secrets.database) == SEED["database"]
    assert pickle.loads(pickle.dumps(st.secrets.database)) == SEED["database"]
    with pytest.raises(TypeError, match="to_dict"):
        pickle.dumps(st.secrets)
