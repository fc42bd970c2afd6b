"""`st.json`."""

from __future__ import annotations

from collections import ChainMap, UserDict, UserList
from collections.abc import Callable, ItemsView, KeysView, Mapping, ValuesView
from json import dumps
from math import inf, isfinite
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from streamlit import _check, _types
from streamlit.errors import StreamlitInvalidParameterTypeError

if TYPE_CHECKING:
    from streamlit._annotations import WidthWithoutContent
    from streamlit.delta_generator import DeltaGenerator


def json(
    self: DeltaGenerator, body: object, *, expanded: bool | int = True, width: WidthWithoutContent = "stretch"
) -> DeltaGenerator:
    """Shows a value as a tree that opens and closes. A str is taken for JSON already.

    `expanded` opens all levels, none, or so many. What JSON has no form for is shown by its `repr`. Raises
    `StreamlitInvalidParameterTypeError` for an `expanded` that is no bool and no int.
    """
    if not isinstance(expanded, int):
        raise StreamlitInvalidParameterTypeError("expanded", ["bool", "int"], type(expanded).__name__)
    text = body if isinstance(body, str) else as_json(body)
    return self._put({"type": "json", "body": text, "expanded": expanded, "width": _check.width(width, content=False)})


def as_json(value: object) -> str:
    value = plain(value)
    try:
        return dumps(value, default=repr, ensure_ascii=False, allow_nan=False)
    except (TypeError, ValueError):  # keys that are no text; NaN; a value that holds itself
        pass
    try:
        return dumps(_made_to_fit(value), default=repr, ensure_ascii=False)
    except RecursionError:
        return dumps(repr(value), ensure_ascii=False)


def is_tree(value: object) -> bool:
    """Whether `st.write` shows a value as a tree."""
    return isinstance(value, (dict, list)) or _converter(value) is not None


def plain(value: object) -> object:
    """A container of another class as the dict or list that it stands for; anything else as it is.

    It uses up an iterator.
    """
    convert = _converter(value)
    return value if convert is None else convert(value)


def _converter(value: object) -> Callable[[Any], object] | None:
    if isinstance(value, type):
        return None
    return next((convert for applies, convert in _CONVERTERS if applies(value)), None)


_CONVERTERS: list[tuple[Callable[[Any], bool], Callable[[Any], object]]] = [
    (lambda value: isinstance(value, (MappingProxyType, UserDict, ChainMap)), dict),
    (lambda value: isinstance(value, (UserList, KeysView, ValuesView, ItemsView, map, enumerate)), list),
    (lambda value: isinstance(value, tuple) and hasattr(value, "_asdict"), lambda value: value._asdict()),
    (lambda value: isinstance(value, Mapping) and hasattr(value, "to_dict"), lambda value: value.to_dict()),
    (lambda value: "pydantic.BaseModel" in _types.names(value), lambda value: value.model_dump()),
]


def _made_to_fit(value: Any) -> Any:
    if isinstance(value, dict):
        return {_key(key): _made_to_fit(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_made_to_fit(item) for item in value]
    if isinstance(value, float) and not isfinite(value):
        return _NOT_FINITE.get(value, "NaN")
    return value


def _key(key: object) -> object:
    return key if key is None or isinstance(key, (str, int, bool)) else repr(key)


_NOT_FINITE = {inf: "Infinity", -inf: "-Infinity"}
