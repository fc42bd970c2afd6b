"""What every connection has: its section of the secrets, and one underlying object that is made when it is needed."""

from __future__ import annotations

import weakref
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from streamlit.errors import StreamlitSecretNotFoundError
from streamlit.runtime.secrets import AttrDict, secrets_singleton

if TYPE_CHECKING:
    from collections.abc import Callable

Raw = TypeVar("Raw")


class BaseConnection(ABC, Generic[Raw]):
    """A connection of `st.connection`. A class of an app's own has `_connect`, and whatever methods it likes.

    The underlying object is made at once, and again after `reset` or when the connection's secrets change.
    """

    def __init__(self, connection_name: str, **kwargs: Any) -> None:
        self._connection_name = connection_name
        self._kwargs = kwargs
        self._section = self._secrets.to_dict()
        secrets_singleton.file_change_listener.connect(_listener(self))
        self._raw_instance: Raw | None = self._connect(**kwargs)

    @abstractmethod
    def _connect(self, **kwargs: Any) -> Raw:
        """Makes the underlying object, with what `st.connection` was given besides name, type and lifetime."""

    @property
    def _instance(self) -> Raw:
        """The underlying object."""
        if self._raw_instance is None:
            self._raw_instance = self._connect(**self._kwargs)
        return self._raw_instance

    @property
    def _secrets(self) -> AttrDict:
        """The table `[connections.<name>]`; empty where there is none."""
        try:
            tables = secrets_singleton.get("connections")
        except StreamlitSecretNotFoundError:
            return AttrDict({})
        section = tables.get(self._connection_name) if isinstance(tables, AttrDict) else None
        return section if isinstance(section, AttrDict) else AttrDict({})

    def reset(self) -> None:
        """Lets the underlying object go; the next use makes another one."""
        self._raw_instance = None

    def close(self) -> None:
        """Called when the connection is not kept any longer. Classes that hold something open give it back here."""

    @classmethod
    def scope(cls) -> str:
        """`global` or `session`: whom connections of this class are shared with. A tab has one session."""
        return "global"

    def _on_secrets_changed(self, _file: str = "") -> None:
        section = self._secrets.to_dict()
        if section != self._section:
            self._section = section
            self.reset()


def _listener(connection: BaseConnection[Any]) -> Callable[..., None]:
    """One that does not keep the connection alive."""
    known = weakref.ref(connection)

    def changed(*_sender: Any, **_more: Any) -> None:
        living = known()
        if living is None:
            secrets_singleton.file_change_listener.disconnect(changed)
        else:
            living._on_secrets_changed()

    return changed
