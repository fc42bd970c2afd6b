"""What makes two arguments the same to a cache."""

from __future__ import annotations

import dataclasses
import datetime
import decimal
import enum
import functools
import io
import math
import re
import threading
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest
from PIL import Image

import streamlit as st
from streamlit import _config
from streamlit.runtime.caching import hashing
from streamlit.runtime.caching.cache_errors import UnhashableParamError, UserHashError


def digest(value: Any, hash_funcs: Any = None) -> str:
    return hashing.digest_of([("x", value)], command="cache_data", function="f", hash_funcs=hash_funcs)


class Colour(enum.Enum):
    RED = 1
    BLUE = 2


class Shape(enum.Enum):
    RED = 1


@dataclasses.dataclass
class Point:
    x: int
    more: Any = None


@dataclasses.dataclass
class Place:
    x: int
    more: Any = None


class Plain:
    def __init__(self, x: Any) -> None:
        self.x = x

    def method(self) -> Any:
        return self.x


class Slots:
    __slots__ = ("x",)

    def __init__(self, x: Any) -> None:
        self.x = x


def times(n: int) -> Any:
    return lambda x: x * n


def cyclic(tail: int) -> list[Any]:
    made: list[Any] = [1]
    made += [made, tail]
    return made


def frame(rows: int = 3, last: int = 0, name: str = "a") -> pd.DataFrame:
    values = list(range(rows))
    values[-1] += last
    return pd.DataFrame({name: values, "b": ["x"] * rows})


DIFFERENT: list[Any] = [
    None,
    1,
    True,
    1.0,
    1j,
    "1",
    b"1",
    "",
    [],
    (),
    {},
    set(),
    frozenset(),
    ...,
    [1],
    (1,),
    {1},
    frozenset({1}),
    [[1]],
    [1, 1],
    ["1"],
    ["1", "1"],
    ["1, 1"],
    ["a", ["b"]],
    [["a"], "b"],
    {"a": 1},
    {"a": "1"},
    {"b": 1},
    {1: "a"},
    [("a", 1)],
    math.inf,
    -math.inf,
    0.0,
    -0.0,
    10**30,
    bytearray(b"1"),
    Colour.RED,
    Colour.BLUE,
    Shape.RED,
    Point(1),
    Point(2),
    Point(1, [1]),
    Place(1),
    Plain(1),
    Plain(2),
    Slots(1),
    Slots(2),
    Plain(1).method,
    Plain(2).method,
    Plain,
    Slots,
    Plain.method,
    len,
    print,
    re,
    math,
    times(1),
    times(2),
    lambda x: x + 1,
    lambda x: x - 1,
    functools.partial(times, 1),
    functools.partial(times, 2),
    re.compile("a"),
    re.compile("a", re.IGNORECASE),
    re.compile("b"),
    datetime.date(2026, 1, 1),
    datetime.datetime(2026, 1, 1),
    datetime.timedelta(1),
    decimal.Decimal(1),
    Path("a"),
    Path("b"),
    range(3),
    slice(3),
    iter([1]),
    io.BytesIO(b"a"),
    io.BytesIO(b"b"),
    io.StringIO("a"),
    cyclic(1),
    cyclic(2),
    np.array([1, 2]),
    np.array([[1, 2]]),
    np.array([1.0, 2.0]),
    np.array([1, 2], dtype="int32"),
    np.array(["a", None], dtype=object),
    np.array(["b", None], dtype=object),
    np.int64(1),
    np.int32(1),
    np.float64(1),
    frame(),
    frame(last=1),
    frame(name="c"),
    frame().set_index("b"),
    frame()["a"],
    frame()["a"].astype("float64"),
    frame().index,
    pd.DataFrame({"a": [[1], [2]]}),
    pd.DataFrame({"a": [[1], [3]]}),
    pd.MultiIndex.from_tuples([(1, 2)]),
    pd.Timestamp("2026-01-01"),
    pl.DataFrame({"a": [1, 2]}),
    pl.DataFrame({"a": [1, 3]}),
    pl.DataFrame({"b": [1, 2]}),
    pl.DataFrame({"a": [1.0, 2.0]}),
    pl.DataFrame({"a": [[1], None]}),
    pl.Series("a", [1, 2]),
    pl.Series("b", [1, 2]),
    pl.Series("a", [1, 2], dtype=pl.Int8),
    Image.new("RGB", (2, 2)),
    Image.new("RGB", (2, 2), "red"),
    Image.new("RGB", (4, 1)),
    Image.new("L", (2, 2)),
    Image.new("P", (2, 2)),
]


def test_values_that_differ_have_other_digests() -> None:
    digests: dict[str, Any] = {}
    for value in DIFFERENT:
        other = digests.setdefault(digest(value), value)
        assert other is value, f"{value!r} is taken for {other!r}"


@pytest.mark.parametrize(
    "make",
    [
        lambda: [1, "a", b"b", None, 1.5],
        lambda: {"b": {1, 2, 3}, "a": (1, [2])},
        lambda: {"x", "y", "z"},
        lambda: Point(1, {"a": [Colour.RED]}),
        lambda: Plain([Slots(1)]),
        lambda: cyclic(1),
        lambda: times(3),
        lambda: io.BytesIO(b"a"),
        lambda: np.arange(10),
        lambda: frame(),
        lambda: frame()["a"],
        lambda: pd.DataFrame({"a": [[1]]}),
        lambda: pd.Timestamp("2026-01-01", tz="Europe/Berlin"),
        lambda: functools.partial(len, [1]),
        lambda: re.compile("a+"),
        lambda: math.nan,
        lambda: pl.DataFrame({"a": [1, None], "b": ["x", "y"]}),
        lambda: pl.Series("a", [[1], [2]]),
        lambda: Image.new("RGB", (2, 2), "red"),
    ],
)
def test_equal_values_have_one_digest(make: Any) -> None:
    assert digest(make()) == digest(make())


def test_the_order_of_a_set_does_not_count() -> None:
    assert digest({"a", "b", "c"}) == digest(set(["c", "b", "a"]))  # noqa: C405


def test_a_file_is_told_by_name_time_and_place(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("abc")
    with path.open() as file:
        before = digest(file)
        assert digest(file) == before
        file.read(1)
        assert digest(file) != before
    stream = io.StringIO("abc")
    before = digest(stream)
    stream.read(1)
    assert digest(stream) != before


@pytest.mark.parametrize("of", [lambda size: np.zeros(size), lambda size: np.ones((size // 10, 10))])
def test_a_large_array_is_told_by_a_sample(of: Any) -> None:
    large = of(hashing.LARGE_ARRAY)
    before = digest(large)
    assert digest(large.copy()) == before
    large += 1
    assert digest(large) != before


@pytest.mark.parametrize("of", [lambda f: f, lambda f: f["a"], lambda f: pd.Index(f["a"])])
def test_a_large_frame_is_told_by_a_sample_of_the_seed(of: Any) -> None:
    large = of(frame(hashing.LARGE_FRAME))
    before = digest(large)
    assert digest(large.copy()) == before
    assert digest(of(frame(hashing.LARGE_FRAME + 1))) != before
    _config.install('{"runner.cacheHashSeed": 7}')
    try:
        assert digest(large) != before
    finally:
        _config.install("{}")


@pytest.mark.parametrize("of", [lambda f: f, lambda f: f["a"]])
def test_a_large_frame_of_polars_is_told_by_a_sample(of: Any) -> None:
    rows = hashing.LARGE_FRAME
    before = digest(of(pl.DataFrame({"a": range(rows)})))
    assert digest(of(pl.DataFrame({"a": range(rows)}))) == before
    assert digest(of(pl.DataFrame({"a": range(1, rows + 1)}))) != before


@pytest.mark.parametrize(
    "value", [threading.Lock(), (one for one in [1]), [threading.Lock()], {"a": Plain(threading.Lock())}]
)
def test_what_cannot_be_told_is_an_error_with_its_parameter(value: Any) -> None:
    with pytest.raises(UnhashableParamError, match=r"Cannot hash argument 'x' \(of type `.*`\) in 'f'"):
        digest(value)


def test_an_argument_without_a_name_is_an_error_too() -> None:
    with pytest.raises(UnhashableParamError, match="Cannot hash an argument"):
        st.cache_data(lambda *args: 1)(threading.Lock())


def test_hash_funcs_come_first() -> None:
    lock = threading.Lock()
    by = {type(lock): lambda _lock: "same"}
    assert digest(lock, by) == digest(threading.Lock(), by)
    assert digest([lock, 1], by) == digest([threading.Lock(), 1], by) != digest([lock, 2], by)
    by_name = {"_thread.lock": lambda _lock: 1}
    assert digest(lock, by_name) == digest(threading.Lock(), by_name)
    rounded = {float: round}
    assert digest(1.2, rounded) == digest(1.4, rounded) != digest(1.6, rounded)
    assert digest("A", {str: str.lower}) == digest("a", {str: str.lower})


def test_a_hash_func_that_fails_says_where() -> None:
    def bad(value: int) -> Any:
        raise ValueError("no")

    with pytest.raises(UserHashError) as raised:
        digest([{"a": 1}], {int: bad})
    lines = str(raised.value).splitlines()
    at = lines.index("Object of type builtins.list: [{'a': 1}]")
    assert lines[at + 1 : at + 3] == ["  Object of type builtins.dict: {'a': 1}", "    Object of type builtins.int: 1"]
