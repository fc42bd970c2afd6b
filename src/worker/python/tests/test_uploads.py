"""Files that readers choose: which are taken, what the script gets, and what happens to them."""

from __future__ import annotations

import copy
import io
import pickle
from typing import TYPE_CHECKING, Any

import pytest
from driver import Tab

import streamlit as st
from streamlit import _config, _run
from streamlit._uploads import endings
from streamlit.runtime.uploaded_file_manager import UploadedFile, UploadedFileRec

if TYPE_CHECKING:
    from fake_host import FakeHost


@pytest.fixture
def tab(host: FakeHost) -> Tab:
    return Tab(host)


def put(tab: Tab, label: str, name: str = "a.csv", data: bytes = b"1,2", file_id: str = "f1") -> dict[str, Any]:
    """The bytes of a file, as the worker hands them over; returns what the page then says of it."""
    _run.uploads.put(tab.id(label), UploadedFileRec(file_id, name, "text/csv", data))
    return {"file_id": file_id, "name": name, "type": "text/csv", "size": len(data)}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (None, []),
        ([], []),
        ("csv", [".csv"]),
        (["CSV", ".Txt"], [".csv", ".txt"]),
        ("jpg", [".jpg", ".jpeg"]),
        (["jpeg", "jpg"], [".jpeg", ".jpg"]),
        ("tar.gz", [".tar.gz"]),
    ],
)
def test_types_are_endings(given: Any, expected: list[str]) -> None:
    assert list(endings(given)) == expected


def test_a_group_stands_for_its_endings() -> None:
    assert {".png", ".jpeg", ".csv"} <= set(endings(["image", "csv"]))


def test_an_uploaded_file_is_an_open_file(tab: Tab) -> None:
    seen: list[Any] = []

    def script() -> None:
        file = st.file_uploader("File")
        seen.append(
            file and (file.name, file.type, file.size, file.file_id, file.read(), file.seek(0), file.readline())
        )

    tab.run(script)
    tab.run(script, ("File", [put(tab, "File", data=b"a\nb")]))
    assert seen == [None, ("a.csv", "text/csv", 3, "f1", b"a\nb", 0, b"a\n")]
    assert issubclass(UploadedFile, io.BytesIO)
    assert st.typing.UploadedFile is UploadedFile


def test_each_run_gets_a_new_one_at_its_beginning_as_it_was_chosen(tab: Tab) -> None:
    seen: list[UploadedFile] = []
    read: list[bytes] = []

    def script() -> None:
        file = st.file_uploader("File", key="f")
        if file:
            seen.append(file)
            read.append(file.read())
            file.write(b"more")

    tab.run(script)
    tab.run(script, ("File", [put(tab, "File")]))
    tab.run(script)
    assert read == [b"1,2", b"1,2"]
    assert seen[0] is not seen[1]
    assert seen[0] == seen[1]
    assert st.session_state.f == seen[0]


def test_several_come_in_the_order_of_the_page_and_session_state_has_them(tab: Tab) -> None:
    seen: list[Any] = []

    def script() -> None:
        seen.append([file.name for file in st.file_uploader("Files", accept_multiple_files=True, key="f")])
        seen.append(len(st.session_state.f))

    tab.run(script)
    a, b = put(tab, "Files", "a", file_id="f1"), put(tab, "Files", "b", file_id="f2")
    tab.run(script, ("Files", [b, a]))
    assert seen[2:] == [["b", "a"], 2]


def test_what_was_taken_away_is_left_out(tab: Tab) -> None:
    seen: list[Any] = []

    def script() -> None:
        seen.append(st.file_uploader("File"))

    tab.run(script)
    tab.run(script, ("File", [put(tab, "File")]))
    _run.uploads.remove("f1")
    tab.run(script)
    assert seen[1] is not None
    assert seen[2] is None


def test_the_files_of_a_widget_that_is_gone_are_gone(tab: Tab) -> None:
    tab.run(lambda: st.file_uploader("File"))
    id = tab.id("File")
    put(tab, "File")
    _run.uploads.forget(["another"])
    assert _run.uploads.find("f1") is not None
    _run.uploads.forget([id])
    assert _run.uploads.find("f1") is None
    assert _run.uploads.refusal(id, "a.csv", 1) == "gone"


def test_a_callback_is_called_for_another_file_and_not_for_the_same(tab: Tab) -> None:
    called: list[str] = []

    def script() -> None:
        st.file_uploader("File", key="f", on_change=lambda: called.append(st.session_state.f.name))

    tab.run(script)
    a = put(tab, "File", "a.csv", file_id="f1")
    tab.run(script, ("File", [a]))
    tab.run(script, ("File", [a]))
    tab.run(script, ("File", [put(tab, "File", "b.csv", file_id="f2")]))
    assert called == ["a.csv", "b.csv"]


@pytest.mark.parametrize(
    ("name", "size", "reason"),
    [
        ("a.csv", 1024 * 1024, None),
        ("A.CSV", 0, None),
        ("a.csv", 1024 * 1024 + 1, "too_large"),
        ("a.csv", 1024**3, "too_large"),
        ("a.exe", 1, "wrong_type"),
        ("a.csv.exe", 1, "wrong_type"),
        ("a.exe.csv", 1, None),
        ("acsv", 1, "wrong_type"),
        ("", 1, "wrong_type"),
    ],
)
def test_an_uploader_takes_what_its_rules_say(tab: Tab, name: str, size: int, reason: str | None) -> None:
    """promise: Uploads are checked before they are read: by the rules of their widget."""
    tab.run(lambda: st.file_uploader("File", "csv", max_upload_size=1))
    assert _run.uploads.refusal(tab.id("File"), name, size) == reason


def test_a_disabled_uploader_takes_nothing(tab: Tab) -> None:
    tab.run(lambda: st.file_uploader("File", disabled=True))
    assert _run.uploads.refusal(tab.id("File"), "a.csv", 1) == "gone"


@pytest.mark.parametrize(
    ("config", "most"),
    [
        ("{}", 200),
        ('{"server.maxUploadSize": 3}', 3),
        ('{"server.maxUploadSize": "many"}', 200),
        ('{"server.maxUploadSize": -1}', 200),
        ('{"server.maxUploadSize": true}', 200),
    ],
)
def test_the_configuration_sets_the_limit(tab: Tab, config: str, most: int) -> None:
    _config.install(config)
    try:
        tab.run(lambda: (st.file_uploader("File"), st.file_uploader("Other", max_upload_size=7)))
    finally:
        _config.install("{}")
    assert tab.element("File")["max_upload_size"] == most
    assert tab.element("Other")["max_upload_size"] == 7
    assert _run.uploads.refusal(tab.id("File"), "a", most * 1024 * 1024 + 1) == "too_large"


def test_a_file_of_another_type_is_an_error_of_the_script(tab: Tab) -> None:
    def script() -> None:
        st.file_uploader("File", type="csv", key="f")

    tab.run(script)
    tab.run(script, ("File", [put(tab, "File", "a.txt")]))
    assert tab.error() == ("StreamlitAPIException", "Invalid file extension: `.txt`. Allowed: ['.csv']")


@pytest.mark.parametrize(
    "forged",
    [
        [{"file_id": "no such", "name": "x", "type": "", "size": 1}],
        [{"file_id": None}],
        [{"file_id": ["f1"]}],
        [7, None, "f1"],
        "f1",
        {"file_id": "f1"},
        None,
    ],
)
def test_a_forged_value_names_no_file(tab: Tab, forged: Any) -> None:
    """promise: Uploads are checked before they are read: a forged value names no file."""
    seen: list[Any] = []

    def script() -> None:
        seen.append(st.file_uploader("File"))

    tab.run(script)
    put(tab, "File")
    assert tab.run(script, ("File", forged)) == "success"
    assert seen == [None, None]


def test_what_the_page_says_of_a_file_counts_for_nothing_but_its_id(tab: Tab) -> None:
    seen: list[Any] = []

    def script() -> None:
        file = st.file_uploader("File")
        seen.append(file and (file.name, file.type, file.size))

    tab.run(script)
    put(tab, "File")
    tab.run(script, ("File", [{"file_id": "f1", "name": "../x.exe", "type": "evil", "size": 10**12}]))
    assert seen[1] == ("a.csv", "text/csv", 3)


def test_copies_share_the_bytes_and_start_at_the_beginning() -> None:
    file = UploadedFile(UploadedFileRec("f1", "a.csv", "text/csv", b"1,2"))
    file.read()
    for made in (copy.copy(file), copy.deepcopy(file), pickle.loads(pickle.dumps(file))):
        assert made == file
        assert made.read() == b"1,2"
    assert copy.deepcopy(file)._record.data is file._record.data
    assert repr(file) == "UploadedFile(file_id='f1', name='a.csv', type='text/csv', size=3)"
    assert len({file, copy.copy(file)}) == 1


def test_the_state_that_is_kept_names_files_and_holds_none_of_their_bytes(tab: Tab) -> None:
    def script() -> None:
        if file := st.file_uploader("File"):
            st.session_state.mine = {"file": file}

    tab.run(script)
    record = put(tab, "File", data=b"x" * 100_000)
    tab.run(script, ("File", [record]))
    kept = _run.session.keep()
    assert kept is not None
    assert len(kept) < 1000
    _run.reset()
    _run.session.restore(kept)
    assert "mine" not in st.session_state
    put(tab, "File", data=b"x" * 100_000)
    _run.session.restore(kept)
    assert st.session_state.mine["file"].read() == b"x" * 100_000
