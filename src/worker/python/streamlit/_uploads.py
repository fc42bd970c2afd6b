"""The files of a session that readers chose, and which ones each uploader takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from streamlit._codec import Codec
from streamlit.runtime.uploaded_file_manager import UploadedFile, UploadedFileRec

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Bytes in a mebibyte.
MEBI = 1024 * 1024

#: Endings that mean the same.
_PAIRS = ((".jpg", ".jpeg"), (".mpg", ".mpeg"), (".mp4", ".mpeg4"), (".tif", ".tiff"), (".htm", ".html"))

#: Names of whole groups of endings.
_GROUPS = {
    "image": ".png .jpg .jpeg .gif .webp .avif .bmp .svg .tif .tiff .heic .ico",
    "audio": ".mp3 .wav .ogg .oga .opus .m4a .aac .flac .weba .wma",
    "video": ".mp4 .mpeg4 .mpg .mpeg .mov .webm .ogv .mkv .avi .m4v",
    "text": ".txt .text .md .csv .tsv .json .xml .yaml .yml .toml .log",
    "document": ".pdf .doc .docx .odt .rtf .txt .md",
}


def endings(given: str | Iterable[str] | None) -> tuple[str, ...]:
    """The endings that `type=` names, with their dot and in lower case; none when every file will do."""
    if not given:
        return ()
    found: dict[str, None] = {}
    for one in [given] if isinstance(given, str) else given:
        name = one.lower()
        names = _GROUPS[name].split() if name in _GROUPS else [name if name.startswith(".") else f".{name}"]
        for ending in names:
            pair = next((pair for pair in _PAIRS if ending in pair), ())
            found.update(dict.fromkeys([ending, *pair]))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Rules:
    """What an uploader takes."""

    #: Any when there are none.
    endings: tuple[str, ...]
    #: Bytes.
    most: int
    disabled: bool

    def takes_name(self, name: str) -> bool:
        return not self.endings or name.lower().endswith(self.endings)


class Uploads:
    """The files of one session by id, and the rules of its uploaders by widget id."""

    def __init__(self) -> None:
        self.rules: dict[str, Rules] = {}
        self._records: dict[str, tuple[str, UploadedFileRec]] = {}

    def __bool__(self) -> bool:
        return bool(self._records)

    def refusal(self, widget: str, name: str, size: int) -> str | None:
        """Why the uploader does not take such a file: one of `UploadRefusal`, or None."""
        rules = self.rules.get(widget)
        if rules is None or rules.disabled:
            return "gone"
        if not rules.takes_name(name):
            return "wrong_type"
        return "too_large" if size > rules.most else None

    def put(self, widget: str, record: UploadedFileRec) -> None:
        self._records[record.file_id] = (widget, record)

    def find(self, file_id: object) -> UploadedFileRec | None:
        _widget, record = self._records.get(file_id, (None, None)) if isinstance(file_id, str) else (None, None)
        return record

    def remove(self, file_id: str) -> None:
        self._records.pop(file_id, None)

    def forget(self, widgets: Iterable[str]) -> None:
        """The files of widgets that are gone go with them; what the script took out of them it keeps."""
        gone = {widget for widget in widgets if self.rules.pop(widget, None) is not None}
        if gone:
            self._records = {id: kept for id, kept in self._records.items() if kept[0] not in gone}


Chosen = UploadedFile | list[UploadedFile] | None


class Files(Codec[Chosen]):
    """The files of one uploader, or its only one.

    Each run gets them anew, at their beginning. Those that were taken away are left out.
    """

    __slots__ = ("several", "uploads")

    def __init__(self, uploads: Uploads, *, several: bool) -> None:
        super().__init__([] if several else None)
        self.uploads = uploads
        self.several = several

    def to_wire(self, value: Chosen) -> Any:
        return [
            {"file_id": file.file_id, "name": file.name, "type": file.type, "size": file.size} for file in listed(value)
        ]

    def from_wire(self, wire: Any) -> Chosen:
        # What the page says of a file counts for nothing but its id.
        ids = [one.get("file_id") for one in wire if isinstance(one, dict)] if isinstance(wire, list) else []
        return self._opened(dict.fromkeys(id for id in ids if isinstance(id, str)))

    def keep(self, value: Chosen, _wire: Any, /) -> Chosen:
        return self._opened(file.file_id for file in listed(value))

    def _opened(self, ids: Iterable[str]) -> Chosen:
        files = [UploadedFile(record) for id in ids if (record := self.uploads.find(id)) is not None]
        if self.several:
            return files
        return files[0] if files else None


def listed(value: Chosen) -> list[UploadedFile]:
    """The files of a value."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
