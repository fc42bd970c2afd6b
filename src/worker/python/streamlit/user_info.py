"""`st.user`, `st.login`, `st.logout`.

The page speaks with the provider and checks what comes back (`src/shell/sign_in`); here are the claims alone. They say
who the reader is. They hide nothing: the script, and all that it was given, is in the reader's browser already.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

from streamlit._host import slot
from streamlit.errors import StreamlitAPIException, StreamlitAuthError, StreamlitSecretNotFoundError
from streamlit.runtime.secrets import secrets_singleton

_READ_ONLY = "st.user cannot be modified"

#: What a provider's table must have. `redirect_uri`, `client_secret`, `cookie_secret` are of no use without a server.
_NEEDED = ("client_id", "server_metadata_url")


class _User:
    """Who the page says is signed in: claims and placeholders of tokens; `claims` None for nobody."""

    def __init__(self) -> None:
        self.claims: dict[str, Any] | None = None
        self.tokens: dict[str, str] = {}


_user = _User()


def install(text: str) -> None:
    """Takes over what the page hands in: the JSON of `src/wire/user.ts`."""
    given = json.loads(text)
    _user.claims = None if given is None else given["claims"]
    _user.tokens = {} if given is None else given["tokens"]


class _ReadOnly(Mapping[str, Any]):
    """A mapping whose entries are attributes, too."""

    __slots__ = ()
    _name = "st.user"

    def _entries(self) -> Mapping[str, Any]:
        raise NotImplementedError

    def __getitem__(self, key: str) -> Any:
        try:
            return self._entries()[key]
        except KeyError:
            raise KeyError(f'{self._name} has no key "{key}".') from None

    def __getattr__(self, name: str) -> Any:
        try:
            return self._entries()[name]
        except KeyError:
            raise AttributeError(f'{self._name} has no attribute "{name}".') from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries())

    def __len__(self) -> int:
        return len(self._entries())

    def __setitem__(self, key: str, value: Any) -> NoReturn:
        raise StreamlitAPIException(_READ_ONLY)

    def __delitem__(self, key: str) -> NoReturn:
        raise StreamlitAPIException(_READ_ONLY)

    def __setattr__(self, name: str, value: Any) -> NoReturn:
        raise StreamlitAPIException(_READ_ONLY)

    def __delattr__(self, name: str) -> NoReturn:
        raise StreamlitAPIException(_READ_ONLY)

    def __repr__(self) -> str:
        return repr(dict(self._entries()))

    def to_dict(self) -> dict[str, Any]:
        """A copy that may be changed."""
        copy: dict[str, Any] = json.loads(json.dumps(dict(self._entries())))
        return copy


class TokensProxy(_ReadOnly):
    """`st.user.tokens`: placeholders by the names that `expose_tokens` of `[auth]` lists.

    Put one where the token belongs, such as `{"Authorization": f"Bearer {st.user.tokens['access']}"}`: the page changes
    it for the token in requests to the hosts that the reader allows. Raises as `st.user` does.
    """

    __slots__ = ()
    _name = "st.user.tokens"

    def _entries(self) -> Mapping[str, Any]:
        return _user.tokens


class UserInfoProxy(_ReadOnly):
    """`st.user`: the claims of whoever is signed in.

    Empty without an `[auth]` table in the secrets; with one it has `is_logged_in`. Raises `KeyError` and
    `AttributeError` for a claim that is not there, and `StreamlitAPIException` when it is to be changed.
    """

    __slots__ = ()

    def _entries(self) -> Mapping[str, Any]:
        if _user.claims is not None:
            return {**_user.claims, "is_logged_in": True}
        return {"is_logged_in": False} if _is_configured() else {}

    @property
    def tokens(self) -> TokensProxy:
        return TokensProxy()


def _is_configured() -> bool:
    """Whether the secrets have an `[auth]` table. If they are locked the page asks to unlock."""
    try:
        return "auth" in secrets_singleton
    except StreamlitSecretNotFoundError:
        return False


def login(provider: str | None = None) -> None:
    """Signs the reader in with the provider of `[auth]`, or of `[auth.<provider>]`; a new session then begins.

    The script goes on meanwhile. Raises `StreamlitAuthError` when the secrets have no such provider, or what they say
    of it is not enough. Authlib is not needed: the page itself does what it does on a server.
    """
    _check(_table(provider), "auth" if provider is None else f"auth.{provider}")
    slot.host.sign_in(provider)


def logout() -> None:
    """Forgets who is signed in to this app, in this browser; a new session then begins. The provider is not told."""
    slot.host.sign_out()


def _table(provider: str | None) -> Mapping[str, Any]:
    if provider is not None and not isinstance(provider, str):
        raise StreamlitAuthError(f"`provider` must be a name or None, not {type(provider).__name__}.")
    try:
        auth = secrets_singleton.get("auth")
    except StreamlitSecretNotFoundError as error:
        raise StreamlitAuthError(f"Sign-in needs an `[auth]` table in `.streamlit/secrets.toml`. {error}") from None
    if not isinstance(auth, Mapping):
        raise StreamlitAuthError("Sign-in needs an `[auth]` table in `.streamlit/secrets.toml`, and there is none.")
    if provider is None:
        names = [name for name, value in auth.items() if isinstance(value, Mapping) and _NEEDED[1] in value]
        if names and _NEEDED[1] not in auth:
            raise StreamlitAuthError(f"`[auth]` has several providers. Name one: {_calls(names)}.")
        return auth
    table = auth.get(provider)
    if not isinstance(table, Mapping):
        raise StreamlitAuthError(f"The secrets have no table `[auth.{provider}]`.")
    return table


def _check(table: Mapping[str, Any], name: str) -> None:
    missing = [key for key in _NEEDED if not isinstance(table.get(key), str) or table[key] == ""]
    if missing:
        raise StreamlitAuthError(f"`[{name}]` of the secrets needs {' and '.join(f'`{key}`' for key in missing)}.")


def _calls(names: list[str]) -> str:
    return ", ".join(f'`st.login("{name}")`' for name in names)
