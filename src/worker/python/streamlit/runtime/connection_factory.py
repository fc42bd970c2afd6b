"""`st.connection`: finds the class of a connection, and keeps one of each from run to run."""

from __future__ import annotations

import importlib
import os
from typing import TYPE_CHECKING, Any

from streamlit import _config
from streamlit.connections import (
    BaseConnection,
    SnowflakeCallersRightsConnection,
    SnowflakeConnection,
    SQLConnection,
)
from streamlit.connections._kept_answers import fingerprint
from streamlit.errors import StreamlitAPIException
from streamlit.runtime.caching._entries import Entries
from streamlit.runtime.caching._settings import seconds
from streamlit.runtime.secrets import secrets_singleton

if TYPE_CHECKING:
    from datetime import timedelta

_FIRST_PARTY: dict[str, type[BaseConnection[Any]]] = {
    "snowflake": SnowflakeConnection,
    "snowflake-callers-rights": SnowflakeCallersRightsConnection,
    "sql": SQLConnection,
}

_SNOWPARK = (
    'The Snowpark connection was removed in favor of the Snowflake connection. Update your app to use `st.connection("'
    '<name>", type="snowflake")` with `SnowflakeConnection` instead.'
)

_FROM_ENVIRONMENT = "env:"


class _Unset:
    """`ttl` was not given: `runner.connectionDefaultTTL` counts, which is no end unless somebody set it."""

    def __repr__(self) -> str:
        return "<unset>"


_UNSET = _Unset()

#: By class: what limits how many of a class are kept differs from call to call.
_kept: dict[type, Entries[Any]] = {}


def connection_factory(
    name: str,
    type: Any = None,
    max_entries: int | None = None,
    ttl: float | timedelta | str | _Unset | None = _UNSET,
    **kwargs: Any,
) -> Any:
    """The connection of that name, made at the first call and kept for the runs after it.

    `type` is `sql`, a class, or a class by its dotted name; without it the name itself if it is one of the known ones,
    else the `type` of `[connections.<name>]`. A name such as `env:DB` stands for what the variable holds. Other
    arguments go to the class.

    Raises `StreamlitSecretNotFoundError` and `KeyError` where the secrets would have to name a type,
    `StreamlitAPIException` for what is no connection, and what the class raises.
    """
    if name.startswith(_FROM_ENVIRONMENT):
        name = os.environ[name.removeprefix(_FROM_ENVIRONMENT)]
    made = _class_of(name, type)
    kept = _kept.setdefault(made, Entries(released=lambda connection: connection.close()))
    if isinstance(max_entries, int):
        kept.limit(max_entries)
    lifetime = seconds(_config.get("runner.connectionDefaultTTL") if isinstance(ttl, _Unset) else ttl)
    return kept.get(fingerprint(name, kwargs), lifetime, lambda: made(connection_name=name, **kwargs))


def clear() -> None:
    """Closes every connection and forgets it."""
    for kept in _kept.values():
        kept.clear()
    _kept.clear()


def _class_of(name: str, given: Any) -> type[BaseConnection[Any]]:
    if given is None:
        given = name if name in (*_FIRST_PARTY, "snowpark") else secrets_singleton["connections"][name]["type"]
    if not isinstance(given, str):
        return _checked(given)
    if given == "snowpark":
        raise StreamlitAPIException(_SNOWPARK)
    if given in _FIRST_PARTY:
        return _FIRST_PARTY[given]
    module, dot, attribute = given.rpartition(".")
    if not dot:
        raise StreamlitAPIException(f"Invalid connection {given!r}. Supported connection classes: {_FIRST_PARTY}")
    found: Any = getattr(importlib.import_module(module), attribute)
    return _checked(found)


def _checked(made: Any) -> type[BaseConnection[Any]]:
    if not issubclass(made, BaseConnection):
        raise StreamlitAPIException(f"{made} is not a subclass of BaseConnection!")
    known: type[BaseConnection[Any]] = made
    return known
