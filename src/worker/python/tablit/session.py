"""The calls that the worker makes into Python, and the host that Python makes calls on."""

from __future__ import annotations

import builtins
import json
import os
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from streamlit import _config, _run, _script, _traceback, user_info
from streamlit._host import connect, slot
from streamlit.runtime import caching, connection_factory, secrets
from streamlit.runtime.uploaded_file_manager import UploadedFileRec
from tablit import cache_disk, console, http, waiting

if TYPE_CHECKING:
    from collections.abc import Callable

#: The app's files, and the folder the script runs in.
FOLDER = "/app"

#: Members of the worker's host object; each is fetched once, a call then costs no attribute of a proxy.
_CALLS = (
    "element",
    "block",
    "update",
    "transient",
    "end_transient",
    "enter",
    "exit",
    "unwind",
    "register",
    "claim_key",
    "form_of",
    "is_slot",
    "set_value",
    "flush",
    "interruption",
    "secrets_wanted",
    "set_query",
    "sign_in",
    "sign_out",
    "page_config",
    "print",
)


def start(host: Any, *, jspi: bool, net: Any = None, disk: Any = None) -> None:
    """Joins this interpreter to the worker. All are JavaScript objects: `host` the session, `net` its network, `disk`
    the entries of caches that the page keeps.
    """
    calls: dict[str, Any] = {name: getattr(host, name) for name in _CALLS}
    calls["element_with_buffers"] = host.element_with_buffers
    wait = waiting.install(_run_sync() if jspi else None, host.nap, net.pending if net is not None else lambda: 0)
    if wait is not None:
        breathe = host.breathe
        calls["is_due"] = host.is_due
        calls["breathe"] = lambda: wait(breathe)
    else:
        calls["is_due"] = lambda: False
        calls["breathe"] = lambda: None
    connect(SimpleNamespace(**calls))
    console.install(builtins)
    http.install(net, wait)
    caching.connect_disk(cache_disk.of(disk))
    os.makedirs(FOLDER, exist_ok=True)
    os.chdir(FOLDER)
    sys.dont_write_bytecode = True


def _run_sync() -> Callable[[Any], Any]:
    from pyodide.ffi import run_sync

    wait: Callable[[Any], Any] = run_sync
    return wait


def run(entrypoint: str, request: str, magic: bool) -> str:
    return _script.run(f"{FOLDER}/{entrypoint}", request, magic)


def changed(path: str) -> None:
    """A file of the app was written or removed: what was imported from it is imported anew."""
    if path.endswith(".py"):
        _script.forget_modules(FOLDER)


def set_config(given: str) -> None:
    _config.install(given)


def set_secrets(given: str) -> None:
    secrets.install(given, lambda: slot.host.secrets_wanted())


def set_user(given: str) -> None:
    user_info.install(given)


def clear_caches() -> None:
    """What the menu's “Clear caches” drops: answers, objects and connections."""
    caching.clear()
    connection_factory.clear()


def forget(ids: Any) -> None:
    gone = list(ids)
    _run.session.forget(gone)
    _run.uploads.forget(gone)
    for id in gone:
        _run.downloads.pop(id, None)


def upload_refusal(widget: str, name: str, size: int) -> str | None:
    return _run.uploads.refusal(widget, name, size)


def put_upload(widget: str, file_id: str, name: str, type: str, data: Any) -> None:
    """`data` is the JavaScript buffer of the bytes."""
    _run.uploads.put(widget, UploadedFileRec(file_id, name, type, data.to_bytes()))


def remove_upload(file_id: str) -> None:
    _run.uploads.remove(file_id)


def keep() -> bytes | None:
    return _run.session.keep()


def save() -> str:
    return _run.session.save(secrets.texts())


def load(saved: str) -> None:
    _run.session.load(saved)


def restore(kept: Any) -> None:
    _run.session.restore(bytes(kept))


def is_deferred(widget: str) -> bool:
    found = _run.downloads.get(widget)
    return found is not None and found.is_deferred


def download(widget: str) -> tuple[str, bytes]:
    """What a download button saves: JSON of name and type, or of what went wrong, and the bytes."""
    found = _run.downloads.get(widget)
    if found is None:
        return json.dumps({"error": "The app has changed meanwhile, and does not offer it any more."}), b""
    try:
        name, mime, data = found.open()
    except Exception as error:  # noqa: BLE001 - the author's function may raise anything
        trace = "\n".join([*_traceback.stack(error), f"{_traceback.type_name(error)}: {error}\n"])
        slot.host.print("stderr", trace)
        slot.host.flush()
        return json.dumps({"error": f"{_traceback.type_name(error)}: {error}"}), b""
    return json.dumps({"name": name, "type": mime}), data
