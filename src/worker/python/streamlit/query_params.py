"""`st.query_params`: the parameters of the page's address as a mapping with attribute access."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from typing import TYPE_CHECKING, Any

from streamlit import _run
from streamlit._query import EMBED
from streamlit.errors import StreamlitAPIException, StreamlitQueryParamDictValueError

if TYPE_CHECKING:
    from streamlit._query import Query


class QueryParamsProxy(MutableMapping[str, str]):
    """What `st.query_params` is. Values are texts; of a parameter that is there several times the last one counts, and
    `get_all` gives them all. A change is in the page's address at once and runs nothing again.

    Raises `KeyError` or `AttributeError` for a name that is not there, `StreamlitAPIException` for setting the page's
    own `embed` and `embed_options`, and `StreamlitQueryParamDictValueError` for a dict as a value.
    """

    def __getitem__(self, key: str) -> str:
        values = _query().of(key)
        if values is None:
            raise KeyError(_missing("key", key))
        return values[-1] if values else ""

    def __setitem__(self, key: str, value: Any) -> None:
        _query().set({key: _values(key, value)})

    def __delitem__(self, key: str) -> None:
        try:
            _query().remove(key)
        except KeyError:
            raise KeyError(_missing("key", key)) from None

    def __iter__(self) -> Iterator[str]:
        return iter(list(_query().names()))

    def __len__(self) -> int:
        return sum(1 for _ in _query().names())

    def __getattr__(self, key: str) -> str:
        try:
            return self[key]
        except KeyError:
            raise AttributeError(_missing("attribute", key)) from None

    def __setattr__(self, key: str, value: Any) -> None:
        self[key] = value

    def __delattr__(self, key: str) -> None:
        try:
            del self[key]
        except KeyError:
            raise AttributeError(_missing("attribute", key)) from None

    def __repr__(self) -> str:
        return repr(self.to_dict())

    def get_all(self, key: str) -> list[str]:
        """All values of a parameter, none where it is not there."""
        return list(_query().of(key) or [])

    def update(self, other: Any = (), /, **more: Any) -> None:
        """Sets several at once: nothing is set when one of them is refused."""
        _query().set(_all_values({**dict(_pairs(other)), **more}))

    def clear(self) -> None:
        _query().replace({})

    def to_dict(self) -> dict[str, str]:
        return dict(self.items())

    def from_dict(self, params: Any) -> None:
        """In place of all there were."""
        _query().replace(_all_values(dict(_pairs(params))))


def _pairs(given: Any) -> Iterable[tuple[str, Any]]:
    if isinstance(given, QueryParamsProxy):
        return [(name, given.get_all(name)) for name in given]
    if isinstance(given, Mapping):
        return given.items()
    pairs: Iterable[tuple[str, Any]] = given.items() if hasattr(given, "items") else iter(given)
    return pairs


def _all_values(given: dict[str, Any]) -> dict[str, list[str]]:
    return {name: _values(name, value) for name, value in given.items()}


def _values(key: str, value: Any) -> list[str]:
    if key.lower() in EMBED:
        raise StreamlitAPIException(
            "Query param embed and embed_options (case-insensitive) cannot be set programmatically."
        )
    if isinstance(value, dict):
        raise StreamlitQueryParamDictValueError(
            "Query param value for `{key}` cannot be set to a dictionary. Provide a string or iterable of strings "
            "instead.",
            key=key,
        )
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [str(one) for one in value]
    return [str(value)]


def _missing(what: str, key: str) -> str:
    return f'st.query_params has no {what} "{key}".'


def _query() -> Query:
    return _run.query
