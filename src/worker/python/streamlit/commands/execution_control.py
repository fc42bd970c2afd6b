"""`st.stop` and `st.rerun`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from streamlit._run import RerunException, StopException, phase
from streamlit.errors import (
    StreamlitAPIException,
    StreamlitInvalidLayoutContextError,
    StreamlitInvalidParameterTypeError,
    StreamlitValueError,
)

if TYPE_CHECKING:
    from collections.abc import Sequence


def stop() -> NoReturn:
    """Ends the run here. Widgets that it did not reach keep their values."""
    raise StopException


def rerun(scope: str | int | Sequence[str | int] = "app") -> NoReturn:
    """Ends the run here and starts another one at once.

    In a callback it ends that callback; the other callbacks of the interaction still run, then the script does.
    Raises `StreamlitInvalidLayoutContextError` for `scope="fragment"` outside a fragment's own rerun, and
    `StreamlitAPIException` for a fragment's key that there is not.
    """
    keys = _fragment_keys(scope)
    if keys == ["app"]:
        raise RerunException
    if keys == ["fragment"]:
        raise StreamlitInvalidLayoutContextError(
            'scope="fragment" can only be specified from `@st.fragment`-decorated functions during fragment reruns.'
        )
    if not phase.in_callback:
        raise StreamlitAPIException(
            "Passing a fragment key to `st.rerun()` is only allowed from a widget callback (e.g. `on_change` / "
            "`on_click`). Calling it from the main script body or a fragment body would abort the current run. If you "
            "meant to rerun the whole app or the current fragment, use `scope='app'` or `scope='fragment'`."
        )
    raise StreamlitAPIException(
        f"No fragment found for target {keys[0]!r}. Pass the same `key` you set on `@st.fragment(key=...)`, and make "
        "sure that fragment has rendered at least once."
    )


def _fragment_keys(scope: object) -> list[str]:
    """`scope` as names; 'app' and 'fragment' only alone."""
    supported = ["'app'", "'fragment'", "a fragment key", "a list of keys"]
    if isinstance(scope, str):
        if scope == "":
            raise StreamlitValueError("scope", supported, "Got an empty string.")
        return [scope]
    if isinstance(scope, int):
        return [str(scope)]
    if not isinstance(scope, (list, tuple)):
        raise StreamlitInvalidParameterTypeError("scope", ["str", "int", "list[str | int]"], type(scope).__name__)
    if not scope:
        raise StreamlitValueError("scope", supported, "Got an empty list.")
    for item in scope:
        if not isinstance(item, (str, int)):
            raise StreamlitInvalidParameterTypeError("scope list items", ["str", "int"], type(item).__name__)
        if item == "":
            raise StreamlitValueError(
                "scope list items", ["non-empty strings or ints"], "Found an empty string in the list."
            )
        if item in ("app", "fragment"):
            raise StreamlitValueError(
                "scope",
                ["fragment keys"],
                f"'{item}' is a reserved scope name and cannot appear inside a list. Pass '{item}' directly as a "
                "string.",
            )
    return [str(item) for item in scope]
