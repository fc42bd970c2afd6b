"""The app's options, as its `.streamlit/config.toml` has them, flattened: `server.maxUploadSize`."""

from __future__ import annotations

import json
from typing import Any

_given: dict[str, Any] = {}

#: `server.maxUploadSize` in mebibytes.
_MAX_UPLOAD_SIZE = 200


def install(given: str) -> None:
    """Takes the options as JSON in place of those there were."""
    _given.clear()
    _given.update(json.loads(given))


def get(name: str, default: Any = None) -> Any:
    """The option's value as the file has it, unchecked; `default` where the file does not name it."""
    return _given.get(name, default)


def max_upload_size() -> int:
    """`server.maxUploadSize`: mebibytes of a file that a reader chooses. What is no such number counts as not given."""
    size = _given.get("server.maxUploadSize")
    return size if type(size) is int and size > 0 else _MAX_UPLOAD_SIZE
