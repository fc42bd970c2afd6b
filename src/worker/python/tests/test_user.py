"""`st.user`, `st.login` and `st.logout`, by the rows of the contract and the lines of the source documents."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

import streamlit as st
from streamlit import user_info
from streamlit.errors import StreamlitAPIException, StreamlitAuthError
from streamlit.runtime import secrets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fake_host import FakeHost

PROVIDER = {"client_id": "c", "server_metadata_url": "https://id.example/.well-known/openid-configuration"}


def given(values: dict[str, Any] | None) -> None:
    secrets.install(json.dumps({"kind": "absent"} if values is None else {"kind": "present", "values": values}))


def signed_in(tokens: dict[str, str] | None = None, **claims: Any) -> None:
    user_info.install(json.dumps({"claims": claims, "tokens": tokens or {}}))


@pytest.fixture(autouse=True)
def nobody() -> Iterator[None]:
    given(None)
    user_info.install("null")
    yield
    given(None)
    user_info.install("null")


def test_without_an_auth_table_it_is_empty() -> None:
    assert st.user.to_dict() == {}
    assert not st.user
    assert st.user.get("x") is None
    assert dict(st.user.tokens) == {}
    assert getattr(st.user, "is_logged_in", False) is False
    with pytest.raises(KeyError) as missing:
        st.user["zz"]
    assert str(missing.value) == "'st.user has no key \"zz\".'"
    for name in ("zz", "is_logged_in"):
        with pytest.raises(AttributeError, match=rf'^st\.user has no attribute "{name}".$'):
            getattr(st.user, name)


def test_with_one_it_says_that_nobody_is_logged_in() -> None:
    given({"auth": PROVIDER})
    assert st.user.is_logged_in is False
    assert st.user.to_dict() == {"is_logged_in": False}


def test_claims_are_keys_and_attributes() -> None:
    given({"auth": PROVIDER})
    signed_in(name="Ada", email="ada@company.com", groups=["a"])
    assert st.user.is_logged_in
    assert f"{st.user.name} {st.user['email']}" == "Ada ada@company.com"
    assert "name" in st.user
    copy = st.user.to_dict()
    copy["groups"].append("admin")
    assert st.user.groups == ["a"]


def test_a_claim_of_that_name_logs_nobody_in_or_out() -> None:
    signed_in(is_logged_in=False)
    assert st.user.is_logged_in is True


@pytest.mark.parametrize(
    "change",
    [
        lambda: st.user.__setitem__("a", 1),
        lambda: setattr(st.user, "a", 1),
        lambda: st.user.__delitem__("a"),
        lambda: delattr(st.user, "a"),
        lambda: setattr(st.user.tokens, "a", 1),
    ],
)
def test_it_cannot_be_changed(change: Any) -> None:
    with pytest.raises(StreamlitAPIException, match=r"^st.user cannot be modified$"):
        change()


def test_tokens_are_what_the_page_hands_in() -> None:
    signed_in({"access": "TABLIT_SEALED_0"}, sub="1")
    assert st.user.tokens.access == st.user.tokens["access"] == "TABLIT_SEALED_0"
    assert "tokens" not in st.user.to_dict()


def test_locked_secrets_ask_to_be_unlocked(host: FakeHost) -> None:
    secrets.install('{"kind": "locked"}', lambda: host.secrets_wanted())
    assert getattr(st.user, "is_logged_in", False) is False
    assert host.wanted == 1
    with pytest.raises(StreamlitAuthError, match="locked"):
        st.login()


def test_login_names_the_provider_to_the_page(host: FakeHost) -> None:
    given({"auth": {**PROVIDER, "google": PROVIDER}})
    st.login()
    st.login("google")
    st.logout()
    assert host.signed == [None, "google", "out"]


@pytest.mark.parametrize(
    ("values", "provider", "says"),
    [
        (None, None, "needs an `[auth]` table"),
        ({"k": "v"}, None, "needs an `[auth]` table"),
        ({"auth": {"client_id": "c"}}, None, "`[auth]` of the secrets needs `server_metadata_url`"),
        ({"auth": {"google": PROVIDER}}, None, 'Name one: `st.login("google")`'),
        ({"auth": PROVIDER}, "google", "no table `[auth.google]`"),
        ({"auth": {"google": {}}}, "google", "needs `client_id` and `server_metadata_url`"),
        ({"auth": PROVIDER}, 3, "must be a name or None, not int"),
    ],
)
def test_login_says_what_is_missing(host: FakeHost, values: Any, provider: Any, says: str) -> None:
    given(values)
    with pytest.raises(StreamlitAuthError) as raised:
        st.login(provider)
    assert says in str(raised.value)
    assert host.signed == []
