"""Entries of caches that the page keeps, behind the JavaScript object that the worker hands in."""

from __future__ import annotations

from typing import Any


class _PageDisk:
    def __init__(self, disk: Any) -> None:
        self._disk = disk

    def read(self, function: str, key: str) -> bytes | None:
        found = self._disk.read(function, key)
        return None if found is None else _bytes_of(found)

    def write(self, function: str, key: str, data: bytes) -> None:
        from pyodide.ffi import to_js

        self._disk.write(function, key, to_js(data))

    def drop(self, function: str | None, key: str | None) -> None:
        self._disk.drop(function, key)


def _bytes_of(array: Any) -> bytes:
    data: bytes = array.to_bytes()
    return data


def of(disk: Any) -> _PageDisk | None:
    """None where the worker has none to give."""
    return None if disk is None else _PageDisk(disk)
