"""`st.secrets`: the app's `secrets.toml` as a mapping that cannot be changed.

The page hands the parsed file in (`install`); nothing is read from disk here. For an app that is not its reader's own
the values are placeholders: the page puts the real ones into requests to the hosts that the reader chose.
"""

from __future__ import annotations

import copy
import json
import os
from collections.abc import Callable, ItemsView, Iterator, KeysView, Mapping, ValuesView
from datetime import date, datetime, time
from typing import Any, NoReturn

from streamlit.errors import StreamlitSecretNotFoundError

_FILE = ".streamlit/secrets.toml"

_MORE = (
    "Did you forget to add it to secrets.toml, mount it to secret directory, or the app settings on Streamlit Cloud? "
    "More info: https://docs.streamlit.io/deploy/streamlit-community-cloud/deploy-your-app/secrets-management"
)

_LOCKED = (
    "This app's secrets are in the vault, and the vault is locked. Unlock it in the main menu under “Secrets”: "
    "the app then runs again."
)

_MOMENTS: dict[str, Callable[[str], Any]] = {
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
}


class _ReadOnly(Mapping[str, Any]):
    """A mapping whose entries are attributes, too, and that refuses to be changed."""

    def _entries(self) -> Mapping[str, Any]:
        raise NotImplementedError

    def __getitem__(self, key: str) -> Any:
        try:
            return _wrapped(self._entries()[key])
        except KeyError:
            raise KeyError(f'st.secrets has no key "{key}". {_MORE}') from None

    def __getattr__(self, name: str) -> Any:
        try:
            return _wrapped(self._entries()[name])
        except (KeyError, FileNotFoundError):
            raise AttributeError(f'st.secrets has no attribute "{name}". {_MORE}') from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries())

    def __len__(self) -> int:
        return len(self._entries())

    def __contains__(self, key: object) -> bool:
        return key in self._entries()

    def __setitem__(self, key: str, value: Any) -> NoReturn:
        raise TypeError("Secrets does not support item assignment.")

    def __delitem__(self, key: str) -> NoReturn:
        raise TypeError("Secrets does not support item deletion.")

    def __setattr__(self, name: str, value: Any) -> None:
        raise TypeError("Secrets does not support attribute assignment.")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")

    def to_dict(self) -> dict[str, Any]:
        """A copy that may be changed, of plain dicts all the way down."""
        return copy.deepcopy(dict(self._entries()))


class AttrDict(_ReadOnly):
    """A table inside of the secrets: `st.secrets.database.host`."""

    __slots__ = ("_table",)
    _table: dict[str, Any]

    def __init__(self, table: Mapping[str, Any]) -> None:
        object.__setattr__(self, "_table", dict(table))

    def _entries(self) -> Mapping[str, Any]:
        return self._table

    def __repr__(self) -> str:
        return repr(self._table)

    def __reduce__(self) -> tuple[Any, ...]:
        return AttrDict, (self._table,)


class Secrets(_ReadOnly):
    """What `st.secrets` is.

    Raises `StreamlitSecretNotFoundError` when nothing was entered, it is no TOML, or it is locked; in the attribute
    form `AttributeError`. Raises `KeyError` and `AttributeError` for a name that is not there.
    """

    __slots__ = ("_ask", "_environment", "_message", "_values", "file_change_listener")
    #: None when there is none to read; `_message` then says why, empty for the ordinary reason.
    _values: dict[str, Any] | None
    _message: str
    #: The variables that the secrets took, with what they were before.
    _environment: dict[str, str | None]
    #: Tells the page that the script wants secrets that are locked.
    _ask: Callable[[], None]
    file_change_listener: _Signal

    def __init__(self) -> None:
        for name, value in (
            ("_values", None),
            ("_message", ""),
            ("_environment", {}),
            ("_ask", _nobody),
            ("file_change_listener", _Signal()),
        ):
            object.__setattr__(self, name, value)

    def load_if_toml_exists(self) -> bool:
        """Whether there are secrets that can be read. Never raises."""
        return self._values is not None

    def _entries(self) -> Mapping[str, Any]:
        if self._values is None:
            if self._message is _LOCKED:
                self._ask()
            raise StreamlitSecretNotFoundError("{text}", text=self._message or _none_found())
        return self._values

    def has_key(self, key: str) -> bool:
        return key in self._entries()

    def keys(self) -> KeysView[str]:
        return self._entries().keys()

    def values(self) -> ValuesView[Any]:
        """Tables are plain dicts here, of a copy."""
        return self.to_dict().values()

    def items(self) -> ItemsView[str, Any]:
        """Tables are plain dicts here, of a copy."""
        return self.to_dict().items()

    def __repr__(self) -> str:
        return "Secrets" if self._values is None else repr(self._values)

    def __reduce__(self) -> NoReturn:
        raise TypeError("st.secrets cannot be pickled or copied. Use st.secrets.to_dict().")


class _Signal:
    """Those who want to hear that the secrets changed, such as connections."""

    def __init__(self) -> None:
        self._receivers: list[Callable[..., Any]] = []

    def connect(self, receiver: Callable[..., Any], sender: Any = None, weak: bool = True) -> Callable[..., Any]:
        del sender, weak
        if receiver not in self._receivers:
            self._receivers.append(receiver)
        return receiver

    def disconnect(self, receiver: Callable[..., Any], sender: Any = None) -> None:
        del sender
        if receiver in self._receivers:
            self._receivers.remove(receiver)

    def send(self, *sender: Any, **kwargs: Any) -> None:
        for receiver in list(self._receivers):
            receiver(*sender, **kwargs)


def _nobody() -> None:
    """There is no page to ask."""


secrets_singleton = Secrets()


def install(text: str, ask: Callable[[], None] = _nobody) -> None:
    """Takes over what the page hands in: the JSON of `Secrets` in `src/wire/secrets.ts`.

    Root texts, numbers and truth values become environment variables; those of the secrets before are put back to what
    they were.
    """
    given = json.loads(text)
    kind: str = given["kind"]
    values = {name: _decoded(value) for name, value in given["values"].items()} if kind == "present" else None
    said: str = given.get("message", "")
    message = {"locked": _LOCKED, "broken": _unparsable(said), "failed": _unread(said)}.get(kind, "")
    changed = values != secrets_singleton._values
    for name, value in (("_values", values), ("_message", message), ("_ask", ask)):
        object.__setattr__(secrets_singleton, name, value)
    _export(values or {})
    if changed:
        secrets_singleton.file_change_listener.send(_FILE)


def _export(values: Mapping[str, Any]) -> None:
    taken = secrets_singleton._environment
    for name, before in taken.items():
        if before is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = before
    taken.clear()
    for name, value in values.items():
        if not isinstance(value, (str, int, float)) or not _can_be_variable(name, str(value)):
            continue
        taken[name] = os.environ.get(name)
        os.environ[name] = str(value)


def _can_be_variable(name: str, value: str) -> bool:
    return name != "" and "=" not in name and "\0" not in name and "\0" not in value


def _decoded(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _decoded(inner) for name, inner in value.items()}
    if isinstance(value, list):
        kind, *rest = value
        return [_decoded(inner) for inner in rest] if kind == "list" else _MOMENTS[kind](rest[0])
    return value


def _wrapped(value: Any) -> Any:
    return AttrDict(value) if isinstance(value, Mapping) else value


def _none_found() -> str:
    places = ", ".join(f"{folder}/{_FILE}" for folder in (os.path.expanduser("~"), os.getcwd()))
    return f"No secrets found. Valid paths for a secrets.toml file or secret directories are: {places}"


def _unparsable(reason: str) -> str:
    return f"Error parsing secrets file at {os.getcwd()}/{_FILE}: {reason}"


def _unread(reason: str) -> str:
    return f"This app's secrets could not be read. {reason}"


def texts() -> list[str]:
    """Every text among the secrets but empty ones."""
    return list(_texts_in(secrets_singleton._values or {}))


def _texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if value:
            yield value
    elif isinstance(value, (dict, list)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts_in(part)
