"""`st.file_uploader`."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Literal

from streamlit import _check, _config, _run
from streamlit._uploads import MEBI, Files, Rules, endings, listed
from streamlit._widget import labelled, register
from streamlit.errors import StreamlitAPIException, StreamlitValueError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from streamlit import _wire
    from streamlit._check import Callback
    from streamlit.delta_generator import DeltaGenerator
    from streamlit.runtime.uploaded_file_manager import UploadedFile


def file_uploader(
    self: DeltaGenerator,
    label: str,
    type: str | Sequence[str] | None = None,
    accept_multiple_files: bool | Literal["directory"] = False,
    key: str | int | None = None,
    help: str | None = None,
    on_change: Callback | str | None = "rerun",
    args: Sequence[Any] | None = None,
    kwargs: Mapping[str, Any] | None = None,
    *,
    max_upload_size: int | None = None,
    disabled: bool = False,
    label_visibility: str = "visible",
    width: Any = "stretch",
) -> UploadedFile | list[UploadedFile] | None:
    """Lets the reader choose a file. Returns it or None; with `accept_multiple_files` the list of those chosen.

    `type` names the endings that are taken, such as "csv", or groups of them, such as "image". A file has at most
    `max_upload_size` mebibytes, `server.maxUploadSize` when that is None. The bytes stay in the reader's tab. Raises
    `StreamlitValueError` for a `max_upload_size` that is no positive integer.
    """
    if max_upload_size is not None and (not isinstance(max_upload_size, int) or max_upload_size <= 0):
        raise StreamlitValueError(
            "max_upload_size",
            ["a positive integer"],
            "Set it to None to fall back to the `server.maxUploadSize` configuration option.",
        )
    name = _check.key(key)
    types = endings(type)
    most = _config.max_upload_size() if max_upload_size is None else int(max_upload_size)
    tooltip = _check.help_text(help)
    element: _wire.FileUploader = {
        "type": "file_uploader",
        "width": _check.width(width, content=False),
        "max_upload_size": most,
    }
    labelled(element, _check.label(label), tooltip, _check.label_visibility(label_visibility))
    if types:
        element["types"] = types
    if accept_multiple_files:
        element["multiple"] = "directory" if accept_multiple_files == "directory" else "files"
    several = element.get("multiple")
    chosen = register(
        self,
        element,
        Files(_run.uploads, several=several is not None),
        command="file_uploader",
        key=name,
        shape=(label, types, several, max_upload_size, tooltip, width),
        keyed=(types, several, max_upload_size),
        on_change=_check.on_change(on_change),
        args=args,
        kwargs=kwargs,
        disabled=bool(disabled),
        settable=False,
    )
    rules = Rules(types, most * MEBI, disabled=bool(disabled))
    _run.uploads.rules[element["id"]] = rules
    for file in listed(chosen):
        if not rules.takes_name(file.name):
            raise StreamlitAPIException(
                f"Invalid file extension: `{PurePosixPath(file.name).suffix}`. Allowed: {list(types)}"
            )
    return chosen
