"""Values as keys: equal arguments give equal digests, in this visit and in the next.

Types count: `1`, `True`, `1.0` and `"1"` are four values, a list is no tuple. What has a rule below is told by its
content; anything else by what pickle would take it apart into, which fails for what pickle cannot take.
"""

from __future__ import annotations

import dataclasses
import enum
import functools
import io
import os
import re
import types
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from streamlit import _config, _types
from streamlit.runtime.caching.cache_errors import UnhashableParamError, UserHashError, type_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    HashFuncs = Mapping[str | type, Callable[[Any], Any]]

#: Frames of at least so many rows, and arrays of at least so many elements, are told by a sample.
LARGE_FRAME, FRAME_SAMPLE = 100_000, 10_000
LARGE_ARRAY, ARRAY_SAMPLE = 1_000_000, 100_000

_PLAIN = frozenset({int, float, bool, str, bytes, complex, types.NoneType, types.EllipsisType})


class _UnhashableError(Exception):
    """No rule fits."""


def digest_of(
    arguments: Iterable[tuple[str | None, Any]],
    *,
    command: str,
    function: str,
    hash_funcs: HashFuncs | None,
) -> str:
    """32 hexadecimal digits for the arguments, each with the name of its parameter.

    Raises `UnhashableParamError`, and `UserHashError` when a function of `hash_funcs` fails.
    """
    hasher = Hasher(command, function, hash_funcs)
    for name, value in arguments:
        try:
            hasher.feed(name)
            hasher.feed(value)
        except (_UnhashableError, RecursionError) as error:
            raise UnhashableParamError(command, function, name, value) from error
    return hasher.hexdigest()


def seed() -> int:
    """Of the sample that stands for a large table."""
    given = _config.get("runner.cacheHashSeed", 0)
    return given if isinstance(given, int) and 0 <= given < 2**32 else 0


class Hasher:
    """One digest in the making."""

    def __init__(self, command: str = "", function: str = "", hash_funcs: HashFuncs | None = None) -> None:
        self._command = command
        self._function = function
        self._given = {name if isinstance(name, str) else _name_of(name): call for name, call in _items(hash_funcs)}
        self._hash = blake2b(digest_size=16)
        #: What is being hashed, from the argument inwards.
        self._chain: list[Any] = []

    def hexdigest(self) -> str:
        return self._hash.hexdigest()

    def token(self, kind: str, content: bytes | str = b"") -> None:
        """One part, told from its neighbours by its length."""
        data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
        self._hash.update(f"{kind} {len(data)} ".encode())
        self._hash.update(data)

    def feed(self, value: Any) -> None:
        if not self._given and type(value) in _PLAIN:
            _plain(self, value)
            return
        for depth, outer in enumerate(self._chain):
            if outer is value and type(value) not in _PLAIN:
                self.token("cycle", str(depth))
                return
        self._chain.append(value)
        try:
            self._feed(value)
        finally:
            self._chain.pop()

    def _feed(self, value: Any) -> None:
        own = self._given.get(type_name(value))
        if own is not None:
            self._by_user(own, value)
            return
        rule = _RULES.get(type(value)) or _rule_of(value)
        if rule is not None:
            self.token(type_name(value))
            rule(self, value)
        else:
            self._reduced(value)

    def _by_user(self, call: Callable[[Any], Any], value: Any) -> None:
        try:
            told_by = call(value)
        except Exception as error:
            raise UserHashError(error, self._command, self._function, call, value, self._chain) from error
        name = type_name(value)
        # What it gives may be of the same type, which must not be asked for again.
        rest = self._given
        self._given = {other: one for other, one in rest.items() if other != name}
        try:
            self.token("user", name)
            self.feed(told_by)
        finally:
            self._given = rest

    def _reduced(self, value: Any) -> None:
        try:
            parts = value.__reduce_ex__(4)
        except Exception as error:
            raise _UnhashableError from error
        self.token("reduced", type_name(value))
        if isinstance(parts, str):
            self.token("global", parts)
            return
        for part in parts:
            self.feed(list(part) if isinstance(part, types.GeneratorType) or hasattr(part, "__next__") else part)

    def all(self, values: Iterable[Any]) -> None:
        for value in values:
            self.feed(value)

    def has_own_rules(self) -> bool:
        return bool(self._given)

    def apart(self) -> Hasher:
        """Another one with the same rules, for what has no order."""
        other = Hasher(self._command, self._function)
        other._given = self._given
        other._chain = list(self._chain)
        return other


def _items(hash_funcs: HashFuncs | None) -> Iterable[tuple[str | type, Callable[[Any], Any]]]:
    return () if hash_funcs is None else hash_funcs.items()


def _name_of(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


# -- rules -----------------------------------------------------------------------------------------------------------


def _plain(hasher: Hasher, value: Any) -> None:
    hasher.token(type(value).__name__, value if isinstance(value, (str, bytes)) else repr(value))


def _sequence(hasher: Hasher, value: Any) -> None:
    hasher.token("length", str(len(value)))
    if not hasher.has_own_rules() and all(type(one) in _PLAIN for one in value):
        hasher.token("all", repr(value))
    else:
        hasher.all(value)


def _dict(hasher: Hasher, value: Any) -> None:
    hasher.token("length", str(len(value)))
    for key, one in value.items():
        hasher.feed(key)
        hasher.feed(one)


def _set(hasher: Hasher, value: Any) -> None:
    digests = []
    for one in value:
        apart = hasher.apart()
        apart.feed(one)
        digests.append(apart.hexdigest())
    hasher.token("all", " ".join(sorted(digests)))


def _bytes(hasher: Hasher, value: Any) -> None:
    hasher.token("bytes", bytes(value))


def _pattern(hasher: Hasher, value: re.Pattern[Any]) -> None:
    hasher.all([value.pattern, value.flags])


def _by_name(hasher: Hasher, value: Any) -> None:
    hasher.all([getattr(value, "__module__", None), getattr(value, "__qualname__", value.__name__)])


def _partial(hasher: Hasher, value: functools.partial[Any]) -> None:
    hasher.all([value.func, value.args, value.keywords])


def _function(hasher: Hasher, value: types.FunctionType) -> None:
    hasher.all([value.__module__, value.__qualname__, value.__code__, value.__defaults__, value.__kwdefaults__])
    for cell in value.__closure__ or ():
        try:
            hasher.feed(cell.cell_contents)
        except (_UnhashableError, ValueError):
            # It is no argument, and nobody could leave it out by an underscore.
            hasher.token("captured")


def _method(hasher: Hasher, value: types.MethodType) -> None:
    hasher.all([value.__self__, value.__func__])


def _code(hasher: Hasher, value: types.CodeType) -> None:
    hasher.token("code", value.co_code)
    hasher.all([value.co_names, value.co_varnames, value.co_freevars, value.co_argcount, value.co_flags])
    hasher.all(value.co_consts)


def _in_memory(hasher: Hasher, value: Any) -> None:
    content = value.getvalue()
    hasher.all([getattr(value, "name", None), value.tell()])
    hasher.token("content", content)


def _file(hasher: Hasher, value: Any) -> None:
    path = value.name
    hasher.all([path, os.stat(path).st_mtime_ns, value.tell()])


def _enum(hasher: Hasher, value: enum.Enum) -> None:
    hasher.token("member", value.name or str(value.value))


def _dataclass(hasher: Hasher, value: Any) -> None:
    for field in dataclasses.fields(value):
        hasher.feed(field.name)
        hasher.feed(getattr(value, field.name))


def _array(hasher: Hasher, value: Any) -> None:
    hasher.all([value.shape, str(value.dtype)])
    if value.dtype.hasobject:
        hasher.feed(value.tolist())
        return
    if value.size >= LARGE_ARRAY:
        import numpy as np

        value = np.random.RandomState(seed()).choice(value.flat, ARRAY_SAMPLE)
    hasher.token("content", value.tobytes())


def _scalar(hasher: Hasher, value: Any) -> None:
    hasher.all([str(value.dtype)])
    hasher.token("content", value.tobytes())


def _pandas(hasher: Hasher, value: Any) -> None:
    import pandas as pd

    is_frame = isinstance(value, pd.DataFrame)
    hasher.all([value.shape, [str(one) for one in value.dtypes] if is_frame else str(value.dtype)])
    hasher.feed(list(value.columns) if is_frame else value.name)
    if len(value) >= LARGE_FRAME:
        at = pd.Series(range(len(value))).sample(n=FRAME_SAMPLE, random_state=seed()).to_numpy()
        value = value[at] if isinstance(value, pd.Index) else value.iloc[at]
    try:
        hasher.token("content", pd.util.hash_pandas_object(value).to_numpy().tobytes())
    except TypeError:  # lists, dicts and the like in the cells
        rows = value.to_numpy().tolist()
        hasher.all([rows, [] if isinstance(value, pd.Index) else list(value.index)])


def _polars_frame(hasher: Hasher, value: Any) -> None:
    hasher.all([value.shape, list(value.columns), [str(one) for one in value.dtypes]])
    sample = value.sample(n=FRAME_SAMPLE, seed=seed()) if value.height >= LARGE_FRAME else value
    hasher.all(sample.rows())


def _polars_series(hasher: Hasher, value: Any) -> None:
    hasher.all([len(value), value.name, str(value.dtype)])
    sample = value.sample(n=FRAME_SAMPLE, seed=seed()) if len(value) >= LARGE_FRAME else value
    hasher.feed(sample.to_list())


def _image(hasher: Hasher, value: Any) -> None:
    hasher.all([value.mode, value.size, value.getpalette()])
    hasher.token("content", value.tobytes())


_RULES: dict[type, Any] = {
    **dict.fromkeys(_PLAIN, _plain),
    list: _sequence,
    tuple: _sequence,
    dict: _dict,
    set: _set,
    frozenset: _set,
    bytearray: _bytes,
    memoryview: _bytes,
    re.Pattern: _pattern,
    functools.partial: _partial,
    types.FunctionType: _function,
    types.BuiltinFunctionType: _by_name,
    types.MethodType: _method,
    types.CodeType: _code,
    types.ModuleType: _by_name,
    type: _by_name,
}

#: By `package.Class`, as no library is imported to find out that a value is not its.
_LIBRARIES: dict[str, Any] = {
    "numpy.ndarray": _array,
    "numpy.generic": _scalar,
    "pandas.DataFrame": _pandas,
    "pandas.Series": _pandas,
    "pandas.Index": _pandas,
    "polars.DataFrame": _polars_frame,
    "polars.Series": _polars_series,
    "PIL.Image": _image,
}


def _rule_of(value: Any) -> Any:
    """The rule for what is not of exactly one of the types above."""
    if isinstance(value, type):
        return _by_name
    if isinstance(value, enum.Enum):
        return _enum
    if dataclasses.is_dataclass(value):
        return _dataclass
    if isinstance(value, (io.BytesIO, io.StringIO)):
        return _in_memory
    if isinstance(value, io.IOBase) and isinstance(getattr(value, "name", None), str):
        return _file
    known = _types.names(value)
    return next((rule for name, rule in _LIBRARIES.items() if name in known), None)
