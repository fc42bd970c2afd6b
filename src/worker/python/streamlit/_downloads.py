"""What download buttons save: kept here until the reader presses one."""

from __future__ import annotations

import io
import mimetypes
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from streamlit.errors import StreamlitAPIException

if TYPE_CHECKING:
    from collections.abc import Callable

_TEXT = "text/plain"
_BYTES = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Download:
    """Bytes, or a function that makes them, or what `data=` takes, when the button is pressed."""

    data: bytes | Callable[[], Any]
    file_name: str | None
    #: The media type that the author gave, or that of the data.
    mime: str | None

    @property
    def is_deferred(self) -> bool:
        return not isinstance(self.data, bytes)

    def open(self) -> tuple[str, str, bytes]:
        """File name, media type and bytes. Raises what the author's function raises, and for what is no data."""
        data, kind, name = (self.data, _BYTES, None) if isinstance(self.data, bytes) else read(self.data())
        mime = self.mime or kind
        return self.file_name or name or f"download{mimetypes.guess_extension(mime) or ''}", mime, data


def read(data: Any) -> tuple[bytes, str, str | None]:
    """Bytes, media type and name of what a script gives as data. A file is read from its beginning."""
    if isinstance(data, str):
        return data.encode(), _TEXT, None
    if isinstance(data, bytes):
        return data, _BYTES, None
    if not isinstance(data, (io.TextIOBase, io.BufferedIOBase, io.RawIOBase)):
        raise StreamlitAPIException(f"Invalid binary data format: {type(data)}")
    if data.seekable():
        data.seek(0)
    found = data.read() or b""
    name = getattr(data, "name", None)
    base = name.replace("\\", "/").rpartition("/")[2] if isinstance(name, str) else None
    return (found.encode(), _TEXT, base) if isinstance(found, str) else (found, _BYTES, base)


def prepare(data: Any, file_name: str | None, mime: str | None) -> Download:
    """Takes `data=` of a button. Raises `StreamlitAPIException` for what cannot be saved."""
    if callable(data):
        return Download(data, file_name, mime)
    found, kind, name = read(data)
    return Download(found, file_name or name, mime or kind)
