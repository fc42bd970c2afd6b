"""Values of session state as bytes, for the worker that comes after this one."""

from __future__ import annotations

import io
import pickle
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from streamlit.runtime.uploaded_file_manager import UploadedFileRec

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(slots=True)
class Pickled:
    """A value that an earlier worker kept; the script's classes it needs may not exist yet."""

    data: bytes

    def value(self) -> Any:
        return _Unpickler(io.BytesIO(self.data)).load()


class _Pickler(pickle.Pickler):
    """Leaves out the bytes of files that the reader chose: the page has these, and gives them to the next worker."""

    def persistent_id(self, value: Any) -> str | None:
        from streamlit import _run

        if isinstance(value, UploadedFileRec) and _run.uploads.find(value.file_id) is value:
            return value.file_id
        return None


class _Unpickler(pickle.Unpickler):
    """Of what this page's own last worker made."""

    def persistent_load(self, file_id: Any) -> UploadedFileRec:
        from streamlit import _run

        record = _run.uploads.find(file_id)
        if record is None:
            raise pickle.UnpicklingError("The file is not there any more.")
        return record


def _pickled(value: Any) -> bytes:
    from streamlit import _run

    if not _run.uploads:
        return pickle.dumps(value)
    made = io.BytesIO()
    _Pickler(made).dump(value)
    return made.getvalue()


def pack(entries: Iterable[tuple[str, Any, bool]]) -> bytes | None:
    """Keys, their values and a mark each; what cannot be pickled is left out. None when nothing is left."""
    packed: dict[str, tuple[bytes, bool]] = {}
    for key, value, mark in entries:
        try:
            packed[key] = value.data if isinstance(value, Pickled) else _pickled(value), mark
        except Exception:  # noqa: BLE001, S112 - any class may refuse in its own way
            continue
    return pickle.dumps(packed) if packed else None


def unpack(data: bytes) -> list[tuple[str, Pickled, bool]]:
    packed = pickle.loads(data)  # noqa: S301 - made by this page's own last worker
    return [(key, Pickled(value), mark) for key, (value, mark) in packed.items()]
