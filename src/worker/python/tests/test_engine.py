"""What the engine's start calls: waking up from a memory image, and unpacking packages."""

from __future__ import annotations

import random
import sys
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import pytest

from tablit.engine import after_restore
from tablit.packages import unpack


def make_archive(folder: Path, files: dict[str, bytes]) -> str:
    path = folder / "package.zip"
    with ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return str(path)


def test_an_archive_is_unpacked_and_deleted(tmp_path: Path) -> None:
    archive = make_archive(tmp_path, {"pkg/__init__.py": b"x = 1", "pkg-1.0.dist-info/METADATA": b"Name: pkg"})
    site = tmp_path / "site"
    assert unpack(archive, str(site)) == ""
    assert (site / "pkg/__init__.py").read_bytes() == b"x = 1"
    assert not Path(archive).exists()


def test_shared_libraries_for_this_machine_are_named(tmp_path: Path) -> None:
    wasm, elf = b"\0asm\x01\0\0\0", b"\x7fELF"
    archive = make_archive(tmp_path, {"a/_a.so": wasm, "a/_b.so.1": wasm, "a/_c.so": elf, "a/so.py": wasm})
    site = str(tmp_path / "site")
    assert unpack(archive, site).split("\n") == [f"{site}/a/_a.so", f"{site}/a/_b.so.1"]


def test_the_parts_of_a_data_folder_go_where_they_belong(tmp_path: Path) -> None:
    archive = make_archive(tmp_path, {"pkg-1.0.data/purelib/pkg.py": b"x = 1", "pkg-1.0.data/scripts/run": b"#!python"})
    site = tmp_path / "site"
    unpack(archive, str(site))
    assert [path.name for path in site.iterdir()] == ["pkg.py"]


@pytest.mark.parametrize("name", ["../evil.py", "pkg/../../evil.py", "/evil.py"])
def test_a_name_that_leads_out_is_refused_before_anything_is_written(tmp_path: Path, name: str) -> None:
    site = tmp_path / "site"
    archive = make_archive(tmp_path, {"good.py": b"", name: b""})
    with pytest.raises(ValueError, match="outside of its folder"):
        unpack(archive, str(site))
    assert list(site.iterdir()) == []


def test_what_is_no_archive_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "package.zip"
    path.write_bytes(b"PK")
    with pytest.raises(BadZipFile):
        unpack(str(path), str(tmp_path / "site"))


def test_waking_up_draws_new_random_numbers() -> None:
    random.seed(1)
    frozen = random.getstate()
    after_restore()
    drawn = random.random()
    random.setstate(frozen)
    after_restore()
    assert random.random() != drawn


def test_waking_up_leaves_each_entry_of_the_path_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", ["", "/a", "", "/b", "/a"])
    after_restore()
    assert sys.path == ["", "/a", "/b"]
