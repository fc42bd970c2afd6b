"""`UploadedFile`, where apps import it from."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class UploadedFileRec:
    """A file as it came from the reader."""

    file_id: str
    name: str
    type: str
    data: bytes


class UploadedFile(io.BytesIO):
    """A file that a reader chose: its bytes as an open file, with `name`, `type`, `size` in bytes and `file_id`.

    Two are equal when they are the same choice of a reader. A copy shares the bytes and starts at the beginning, with
    what the reader chose.
    """

    def __init__(self, record: UploadedFileRec, file_urls: Any = None) -> None:
        # Shares the bytes until somebody writes.
        super().__init__(record.data)
        self._record = record
        self._file_urls = file_urls
        self.file_id = record.file_id
        self.name = record.name
        self.type = record.type
        self.size = len(record.data)

    def __eq__(self, other: object) -> bool:
        return self.file_id == other.file_id if isinstance(other, UploadedFile) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.file_id)

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in ("file_id", "name", "type", "size"))
        return f"UploadedFile({shown})"

    def __copy__(self) -> UploadedFile:
        return UploadedFile(self._record, self._file_urls)

    def __deepcopy__(self, _memo: dict[int, Any]) -> UploadedFile:
        return self.__copy__()

    def __reduce__(self) -> tuple[Any, ...]:
        return UploadedFile, (self._record, self._file_urls)
