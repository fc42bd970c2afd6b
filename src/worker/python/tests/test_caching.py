"""`st.cache_data` and `st.cache_resource`: what counts as the same call, whose value it is, how long, what is drawn."""

from __future__ import annotations

import asyncio
import datetime
import json
import logging
import pickle
import threading
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest
from driver import Tab

import streamlit as st
from streamlit import _config, _script
from streamlit.errors import StreamlitBadTimeStringError
from streamlit.runtime import caching
from streamlit.runtime.caching import _stores
from streamlit.runtime.caching.cache_errors import (
    CacheReplayClosureError,
    UnevaluatedDataFrameError,
    UnserializableReturnValueError,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from fake_host import FakeHost

    from streamlit.runtime.caching._disk import Disk


class Counter:
    """How often a function really ran."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self) -> int:
        self.calls += 1
        return self.calls


@pytest.fixture
def ran() -> Counter:
    return Counter()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time of all stores that are made from here on."""
    now = [1000.0]
    make = _stores.Entries
    monkeypatch.setattr(_stores, "Entries", lambda *args, **more: make(*args, clock=lambda: now[0], **more))
    _stores.DataStore.all.clear()
    _stores.ResourceStore.all.clear()
    return now


@pytest.fixture
def options() -> Iterator[Callable[..., None]]:
    yield lambda **given: _config.install(json.dumps({name.replace("__", "."): value for name, value in given.items()}))
    _config.install("{}")


class FakeDisk:
    """What the page keeps, in a dict."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], bytes] = {}

    def read(self, function: str, key: str) -> bytes | None:
        return self.kept.get((function, key))

    def write(self, function: str, key: str, data: bytes) -> None:
        self.kept[function, key] = data

    def drop(self, function: str | None, key: str | None) -> None:
        for one in list(self.kept):
            if function in (None, one[0]) and key in (None, one[1]):
                del self.kept[one]


@pytest.fixture
def disk() -> Iterator[FakeDisk]:
    made = FakeDisk()
    as_disk: Disk = made
    caching.connect_disk(as_disk)
    yield made
    caching.connect_disk(None)


def forget_memory() -> None:
    """As a new visit begins."""
    for store in _stores.DataStore.all.values():
        store.entries.clear()


# -- the same call ---------------------------------------------------------------------------------------------------


def test_arguments_by_name_or_place_are_one_call_and_defaults_are_another(ran: Counter) -> None:
    @st.cache_data
    def f(x: int, y: int = 2, _z: int = 0) -> tuple[int, int, int]:
        ran()
        return x, y, _z

    assert f(1) == f(x=1) == (1, 2, 0)
    assert ran.calls == 1
    assert f(1, 2) == f(y=2, x=1) == (1, 2, 0)
    assert ran.calls == 2
    assert f(1, _z=5) == (1, 2, 0)
    assert ran.calls == 2


def test_extra_arguments_count(ran: Counter) -> None:
    @st.cache_data
    def f(*args: int, **more: int) -> int:
        return ran()

    assert [f(1), f(1, 2), f(1, 2), f(1, a=2), f(1, a=2), f(1, b=2)] == [1, 2, 2, 3, 3, 4]


def test_a_decorator_that_is_made_anew_goes_on_with_its_entries(ran: Counter) -> None:
    def script(**how: Any) -> int:
        @st.cache_data(**how)
        def f() -> int:
            return ran()

        return f()

    assert [script(), script(show_spinner=False), script(max_entries=3), script(max_entries=3)] == [1, 1, 2, 2]


def test_functions_of_one_name_and_other_code_are_two(ran: Counter) -> None:
    def named(times: int) -> Any:
        def f() -> int:
            return ran()

        def g() -> int:
            return ran() * 10

        g.__qualname__ = f.__qualname__
        return st.cache_data(f if times == 1 else g)

    assert (named(1)(), named(2)(), named(1)()) == (1, 20, 1)


class Shop:
    def __init__(self, name: str) -> None:
        self.name = name
        self.asked = 0

    @st.cache_data
    def price(_self, of: str) -> str:  # noqa: N805
        """What it costs."""
        _self.asked += 1
        return f"{_self.name} {of}"

    @st.cache_data
    def owner(self) -> str:
        return self.name

    @staticmethod
    @st.cache_data
    def tax(rate: int) -> int:
        return rate

    @classmethod
    @st.cache_data
    def kind(cls) -> str:
        return cls.__name__


def test_methods(ran: Counter) -> None:
    a, b = Shop("a"), Shop("b")
    assert (a.price("x"), b.price("x"), a.price("x")) == ("a x", "a x", "a x")
    assert (a.asked, b.asked) == (1, 0)
    assert (a.owner(), b.owner()) == ("a", "b")
    a.price.clear("x")
    assert b.price("x") == "b x"
    a.price.clear()
    assert a.price("x") == "a x"
    assert (Shop.tax(2), a.tax(2), Shop.kind()) == (2, 2, "Shop")
    assert Shop.price.__doc__ == a.price.__doc__ == "What it costs."
    assert a.price.__name__ == "price"


# -- whose value -----------------------------------------------------------------------------------------------------


def test_data_is_a_copy_each_time_and_a_resource_is_the_object() -> None:
    @st.cache_data
    def data() -> list[int]:
        return [1]

    @st.cache_resource
    def resource() -> list[int]:
        return [1]

    data().append(2)
    assert data() == [1]
    assert data() is not data()
    resource().append(2)
    assert resource() is resource()
    assert resource() == [1, 2]


def test_what_is_raised_is_not_kept(ran: Counter) -> None:
    @st.cache_data
    def f() -> int:
        if ran() < 3:
            raise ValueError("not yet")
        return ran.calls

    for _ in range(2):
        with pytest.raises(ValueError, match="not yet"):
            f()
    assert (f(), f()) == (3, 3)


def test_what_pickle_cannot_take_is_an_error_and_a_resource_takes_it(ran: Counter) -> None:
    def make() -> Any:
        ran()
        return lambda: 1

    with pytest.raises((UnserializableReturnValueError, AttributeError)):
        st.cache_data(make)()
    kept = st.cache_resource(make)
    assert kept() is kept()


def test_a_table_that_is_not_worked_out_is_no_data() -> None:
    frame = type("DataFrame", (), {"__module__": "pyspark.sql.dataframe"})

    with pytest.raises(UnevaluatedDataFrameError, match=r"pyspark\.sql\.dataframe\.DataFrame"):
        st.cache_data(lambda: frame())()
    with pytest.raises(UnevaluatedDataFrameError, match="LazyFrame"):
        st.cache_data(lambda: pl.DataFrame({"a": [1]}).lazy())()


def test_a_value_whose_class_is_gone_is_made_again(tmp_path: Path) -> None:
    source = "import streamlit as st\nclass {0}:\n  n = '{0}'\n@st.cache_data\ndef f(): return {0}()\nst.text(f().n)\n"
    script = tmp_path / "app.py"
    for name in ("A", "A", "B"):
        script.write_text(source.replace("{0}()", "globals()['" + name + "']()").format(name))
        assert '"success"' in _script.run(str(script), '{"values": []}')


# -- how long --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ttl", [60, 60.0, datetime.timedelta(minutes=1), "1m", "0d0h60s"])
@pytest.mark.parametrize("decorator", [st.cache_data, st.cache_resource])
def test_entries_end_with_their_time(decorator: Any, ttl: Any, ran: Counter, clock: list[float]) -> None:
    f = decorator(ttl=ttl)(lambda: ran())
    assert f() == 1
    clock[0] += 59
    assert f() == 1
    clock[0] += 1
    assert f() == 2


@pytest.mark.parametrize("decorator", [st.cache_data, st.cache_resource])
def test_a_text_that_is_no_time(decorator: Any) -> None:
    with pytest.raises(StreamlitBadTimeStringError, match="Got: abc"):
        decorator(ttl="abc")(lambda: 1)


def test_the_entry_that_was_used_longest_ago_goes(ran: Counter) -> None:
    @st.cache_data(max_entries=2)
    def f(x: str) -> int:
        return ran()

    assert [f("a"), f("b"), f("a"), f("c"), f("a"), f("b")] == [1, 2, 1, 3, 1, 4]


def test_entries_have_a_size_together(ran: Counter, caplog: pytest.LogCaptureFixture) -> None:
    @st.cache_data(max_size="2.5kib")
    def f(x: str, size: int = 1000) -> bytes:
        ran()
        return b"x" * size

    for x in "abac":
        f(x)
    assert ran.calls == 3
    f("a")
    assert ran.calls == 3
    f("b")
    assert ran.calls == 4
    assert not caplog.records
    f("d", size=10_000)
    f("d", size=10_000)
    assert ran.calls == 5
    assert "exceeding max_size=2560." in caplog.text


@pytest.mark.parametrize("limit", ["2.5KB", 2560])
def test_all_functions_have_a_size_together(limit: Any, ran: Counter, options: Callable[..., None]) -> None:
    options(server__maxCacheDataSize=limit)

    @st.cache_data
    def f(x: str) -> bytes:
        ran()
        return b"x" * 1000

    @st.cache_data
    def g(x: str) -> bytes:
        ran()
        return b"y" * 1000

    f("a"), g("a"), f("a")
    assert ran.calls == 2
    g("b")  # the first of g goes
    f("a")
    assert ran.calls == 3
    g("a")
    assert ran.calls == 4


@pytest.mark.parametrize("limit", [None, 0, "0"])
def test_no_limit_is_none(limit: Any, options: Callable[..., None]) -> None:
    options(server__maxCacheDataSize=limit)
    f = st.cache_data(lambda x: b"x" * 10_000)
    assert f(1) == f(1)


def test_clearing(ran: Counter) -> None:
    @st.cache_data
    def f(x: int) -> int:
        return ran()

    @st.cache_resource
    def g() -> int:
        return ran()

    assert [f(1), f(2), g()] == [1, 2, 3]
    f.clear(1)
    assert [f(2), f(1), g()] == [2, 4, 3]
    f.clear()
    assert [f(1), f(2), g()] == [5, 6, 3]
    st.cache_data.clear()
    assert [f(1), g()] == [7, 3]
    st.cache_resource.clear()
    assert [f(1), g()] == [7, 8]
    caching.clear()
    assert [f(1), g()] == [9, 10]


# -- resources -------------------------------------------------------------------------------------------------------


def test_a_resource_that_is_not_valid_is_made_again(ran: Counter) -> None:
    good = [True]
    f = st.cache_resource(validate=lambda _value: good[0])(lambda: ran())
    assert (f(), f()) == (1, 1)
    good[0] = False
    assert f() == 2


def test_a_resource_hears_that_it_is_let_go(clock: list[float], caplog: pytest.LogCaptureFixture) -> None:
    gone: list[int] = []

    @st.cache_resource(max_entries=2, ttl=10, on_release=gone.append)
    def f(x: int) -> int:
        return x

    f(1), f(2), f(3)
    assert gone == [1]
    clock[0] += 10
    f(2)
    assert gone == [1, 2]
    f.clear(3)
    assert gone == [1, 2, 3]
    st.cache_resource.clear()
    assert gone == [1, 2, 3, 2]
    bad = st.cache_resource(on_release=lambda _value: 1 / 0)(lambda: 1)
    bad()
    bad.clear()
    assert "`on_release` of" in caplog.text


# -- in the background -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("decorator", [st.cache_data, st.cache_resource])
def test_an_older_answer_is_given_and_made_anew_after_the_run(
    decorator: Any, ran: Counter, clock: list[float], host: FakeHost, tmp_path: Path
) -> None:
    @decorator(refresh_mode="background", ttl=10)
    def f() -> int:
        st.text(f"drawn {ran.calls}")
        return ran()

    assert (f(), f()) == (1, 1)
    clock[0] += 15
    assert (f(), f()) == (1, 1)
    assert caching.refresh_is_due()
    shown = len(host.elements)
    caching.refresh()
    assert (ran.calls, len(host.elements)) == (2, shown)
    assert f() == 2
    assert host.elements[-1]["body"] == "drawn 1"
    clock[0] += 20  # older than twice its time: too old to be given
    assert f() == 3


def test_a_refresh_is_part_of_no_run_that_fails(clock: list[float], tmp_path: Path, host: FakeHost) -> None:
    script = tmp_path / "app.py"
    script.write_text(
        "import streamlit as st\n@st.cache_data(ttl=10, refresh_mode='background')\n"
        "def f(): st.session_state.n = st.session_state.get('n', 0) + 1; return st.session_state.n\nst.text(str(f()))\n"
    )

    def run() -> str:
        assert '"success"' in _script.run(str(script), '{"values": []}')
        return str(host.elements[-1]["body"])

    assert run() == "1"
    clock[0] += 11
    assert run() == "1"
    assert run() == "2"


def test_a_refresh_that_fails_leaves_the_older_answer(
    ran: Counter, clock: list[float], caplog: pytest.LogCaptureFixture
) -> None:
    @st.cache_data(refresh_mode="background", ttl=10)
    def f() -> int:
        return 1 // (2 - ran())

    assert f() == 1
    clock[0] += 11
    assert f() == 1
    caching.refresh()
    assert "could not be worked out anew" in caplog.text
    assert f() == 1


# -- async -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("decorator", [st.cache_data, st.cache_resource])
def test_an_async_function_is_awaited_and_made_once(decorator: Any, ran: Counter, host: FakeHost) -> None:
    @decorator
    async def f(x: int) -> int:
        st.text("before")
        await asyncio.sleep(0)
        st.text("after")
        return ran()

    async def other() -> None:
        st.text("between")
        await asyncio.sleep(0)

    async def both() -> list[Any]:
        return await asyncio.gather(f(1), other(), f(1), f(2))

    assert asyncio.run(both()) == [1, None, 1, 2]
    host.begin()
    assert asyncio.run(f(1)) == 1
    assert [one["body"] for one in host.elements] == ["before", "after"]


def test_an_async_function_that_fails_or_is_cancelled_is_asked_again(ran: Counter) -> None:
    @st.cache_data
    async def f() -> int:
        await asyncio.sleep(0.01 if ran() == 1 else 0)
        if ran.calls == 2:
            raise ValueError("q")
        return ran.calls

    async def cut_short() -> None:
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(f(), 0)

    asyncio.run(cut_short())
    ran.calls = max(ran.calls, 1)
    with pytest.raises(ValueError, match="q"):
        asyncio.run(f())
    assert asyncio.run(f()) == 3


# -- what is drawn ---------------------------------------------------------------------------------------------------


def drawn_twice(f: Callable[[], Any], host: FakeHost) -> tuple[list[Any], list[Any]]:
    """Elements and their depth under the root, of the call that works it out and of the one that finds it."""
    shown = []
    for _ in range(2):
        host.begin()
        f()
        shown.append(
            [(one["type"], one.get("body"), host.parents[at] in (1, 2)) for at, one in enumerate(host.elements)]
        )
    return shown[0], shown[1]


def test_what_was_drawn_is_drawn_again(host: FakeHost) -> None:
    @st.cache_data
    def f() -> int:
        st.text("a")
        with st.container():
            st.text("b")
            left, _ = st.columns(2)
            left.text("c")
        with st.sidebar:
            st.text("d")
        st.sidebar.text("e")
        return 1

    first, again = drawn_twice(f, host)
    assert first == again
    assert len(again) == 9


def test_of_what_one_place_had_the_last_is_drawn(host: FakeHost) -> None:
    @st.cache_data
    def f() -> int:
        place = st.empty()
        bar = st.progress(0)
        for part in range(10):
            place.text(str(part))
            bar.progress(part * 10)
        block = st.empty()
        block.text("gone")
        with block.container():
            st.text("in")
        block.text("over")
        return 1

    f()
    host.begin()
    f()
    assert [(one["type"], one.get("body"), one.get("value")) for one in host.elements] == [
        ("text", "9", None),
        ("progress", None, 90),
        ("text", "gone", None),
        ("container", None, None),
        ("text", "in", None),
        ("text", "over", None),
    ]


def test_a_place_from_outside_cannot_be_drawn_to_again(host: FakeHost) -> None:
    c, e = st.container(), st.empty()

    def inside() -> int:
        with c:
            st.text("a")
        return 1

    def slot() -> int:
        e.text("a")
        return 1

    for f in (inside, slot):
        for decorator in (st.cache_data, st.cache_resource):
            cached = decorator(f)
            assert cached() == 1
            with pytest.raises(CacheReplayClosureError):
                cached()


def test_it_is_drawn_where_it_is_called(host: FakeHost) -> None:
    @st.cache_data
    def f() -> int:
        st.text("a")
        return 1

    c = st.container()
    with c:
        f()
    with st.sidebar:
        f()
    f()
    assert [host.places[at].root for at in host.parents] == [0, 0, 1, 0]


def test_a_cached_function_inside_of_another_is_drawn_with_both(ran: Counter, host: FakeHost) -> None:
    @st.cache_data
    def inner(x: int) -> int:
        st.text(f"inner {x}")
        return ran()

    @st.cache_resource
    def outer() -> int:
        with st.container():
            return inner(1) + inner(1)

    assert outer() == 2
    host.begin()
    assert outer() == 2
    assert [one["type"] for one in host.elements] == ["container", "text", "text"]
    host.begin()
    inner(1)
    assert [one["body"] for one in host.elements] == ["inner 1"]


@pytest.mark.parametrize("decorator", [st.cache_data, st.cache_resource])
def test_a_widget_inside_works_and_is_warned_of_on_every_call(decorator: Any, host: FakeHost) -> None:
    tab = Tab(host)

    @decorator
    def f() -> str:
        return str(st.text_input("a"))

    def script() -> None:
        st.text(f())

    for _ in range(2):
        assert tab.run(script, *([("a", "typed")] if host.ids else [])) == "success"
        kinds = [one["type"] for one in host.elements]
        assert kinds == ["exception", "text_input", "text"]
        warning = host.elements[0]
        assert (warning["exception_type"], warning["is_warning"]) == ("CachedWidgetWarning", True)
        assert any("st.text_input" in line for line in warning["stack_trace"])
        assert host.elements[-1]["body"] == ""
        assert len(host.ids) == 1


def test_a_fault_inside_leaves_the_page_as_it_is_for_what_follows(host: FakeHost) -> None:
    from streamlit._host import slot

    @st.cache_data
    def f() -> int:
        with st.container():
            raise ValueError("q")

    before = slot.host
    with pytest.raises(ValueError, match="q"):
        f()
    assert slot.host is before
    assert host.stack == []


def test_a_run_that_is_cut_off_keeps_nothing(ran: Counter, host: FakeHost) -> None:
    tab = Tab(host)

    @st.cache_data
    def f() -> int:
        if ran() == 1:
            st.stop()
        return ran.calls

    assert tab.run(lambda: f() and None) == "stopped"
    assert f() == 2


# -- spinner ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("how", "call", "texts"),
    [
        ({}, lambda f: f(), ["Running `f()`."]),
        ({}, lambda f: f(1), ["Running `f(...)`."]),
        ({}, lambda f: f(x=1), ["Running `f(...)`."]),
        ({"show_spinner": "Please wait"}, lambda f: f(), ["Please wait"]),
        ({"show_spinner": False}, lambda f: f(), []),
    ],
)
@pytest.mark.parametrize("decorator", [st.cache_data, st.cache_resource])
def test_the_spinner_says_what_runs(decorator: Any, how: Any, call: Any, texts: list[str], host: FakeHost) -> None:
    def f(x: int = 0) -> int:
        return x

    f.__qualname__ = "f"
    cached = decorator(**how)(f)
    call(cached)
    call(cached)
    assert [one["text"] for one in host.transients.values()] == texts
    assert all(one["ended"] for one in host.transients.values())


def test_the_spinner_counts_the_seconds(host: FakeHost) -> None:
    st.cache_data(show_time=True)(lambda: 1)()
    assert host.transients[1]["show_time"] is True


# -- on disk ---------------------------------------------------------------------------------------------------------


def test_an_entry_on_disk_is_there_at_the_next_visit(ran: Counter, disk: FakeDisk, host: FakeHost) -> None:
    @st.cache_data(persist="disk")
    def f(x: int) -> list[int]:
        st.text("drawn")
        return [ran()]

    assert f(1) == [1]
    forget_memory()
    host.begin()
    f(1).append(2)
    assert f(1) == [1]
    assert [one["body"] for one in host.elements] == ["drawn"] * 2
    f(2)
    assert len(disk.kept) == 2
    f.clear(1)
    assert len(disk.kept) == 1
    assert f(1) == [3]
    f.clear()
    assert disk.kept == {}
    f(1)
    st.cache_data.clear()
    assert disk.kept == {}


def test_what_does_not_persist_is_not_on_disk(disk: FakeDisk) -> None:
    st.cache_data(lambda: 1)()
    st.cache_resource(lambda: 1)()
    assert disk.kept == {}


def test_an_entry_on_disk_that_cannot_be_read_is_made_again(ran: Counter, disk: FakeDisk) -> None:
    f = st.cache_data(persist=True)(lambda: ran())
    f()
    for broken in (
        b"",
        b"no pickle",
        pickle.dumps((99, b"", ())),
        pickle.dumps((1, b"no pickle", ())),
        pickle.dumps(3),
    ):
        forget_memory()
        disk.kept = dict.fromkeys(disk.kept, broken)
        before = ran.calls
        assert f() == before + 1
    forget_memory()
    assert f() == ran.calls


def test_a_time_is_ignored_on_disk(clock: list[float], ran: Counter, caplog: pytest.LogCaptureFixture) -> None:
    f = st.cache_data(persist="disk", ttl=1)(lambda: ran())
    f()
    clock[0] += 100
    assert f() == 1
    assert "`ttl`, which is ignored" in caplog.text


def test_without_a_page_that_keeps_something_it_works_in_memory(ran: Counter) -> None:
    f = st.cache_data(persist="disk")(lambda: ran())
    assert (f(), f()) == (1, 1)
    f.clear()
    assert f() == 2


def test_a_lock_as_a_hidden_argument_is_fine(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        assert st.cache_data(lambda _lock: 1)(threading.Lock()) == 1
