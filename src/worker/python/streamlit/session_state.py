"""`st.session_state`: the running session's values as a mapping with attribute access."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from typing import TYPE_CHECKING, Any

from streamlit import _run
from streamlit.errors import StreamlitAPIException, StreamlitValueError

if TYPE_CHECKING:
    from streamlit._session import SessionState

_MORE = (
    "Did you forget to initialize it? More info: "
    "https://docs.streamlit.io/develop/concepts/architecture/session-state#initialization"
)


class SessionStateProxy(MutableMapping[str, Any]):
    """What `st.session_state` is. Any key is taken as text, so `3` and `"3"` are one key.

    Raises `KeyError` or `AttributeError` for a key that is not there, `StreamlitValueError` for an empty one,
    `StreamlitAPIException` for one that begins like a generated id, `StreamlitWidgetAlreadyInstantiatedError` when the
    widget of that key was made in this run already.
    """

    def __getitem__(self, key: Any) -> Any:
        name = _name(key)
        try:
            return current()[name]
        except KeyError:
            raise KeyError(f'st.session_state has no key "{name}". {_MORE}') from None

    def __setitem__(self, key: Any, value: Any) -> None:
        current()[_name(key)] = value

    def __delitem__(self, key: Any) -> None:
        name = _name(key)
        try:
            del current()[name]
        except KeyError:
            raise KeyError(f'st.session_state has no key "{name}". {_MORE}') from None

    def __contains__(self, key: object) -> bool:
        return _name(key) in current()

    def __iter__(self) -> Iterator[str]:
        return iter(current().names())

    def __len__(self) -> int:
        return len(current().names())

    def __str__(self) -> str:
        return str(self.to_dict())

    def __repr__(self) -> str:
        return repr(self.to_dict())

    def __getattr__(self, key: str) -> Any:
        try:
            return self[key]
        except KeyError:
            raise AttributeError(f'st.session_state has no attribute "{key}". {_MORE}') from None

    def __setattr__(self, key: str, value: Any) -> None:
        self[key] = value

    def __delattr__(self, key: str) -> None:
        try:
            del self[key]
        except KeyError:
            raise AttributeError(f'st.session_state has no attribute "{key}". {_MORE}') from None

    def clear(self) -> None:
        current().clear()

    def to_dict(self) -> dict[str, Any]:
        state = current()
        return {key: state[key] for key in state.names()}


def _name(key: object) -> str:
    name = str(key)
    if name == "":
        raise StreamlitValueError("key", ["a non-empty string"])
    if name.startswith("$$ID"):
        raise StreamlitAPIException("Keys beginning with $$ID are reserved.")
    return name


def current() -> SessionState:
    """The running session's state. Reading it is a yield point: a newer request or Stop may end the run here."""
    _run.checkpoint()
    return _run.session
