"""Runs the app's script once: callbacks of what changed, then the file from top to bottom (semantics §1)."""

from __future__ import annotations

import ast
import gc
import json
import sys
from pathlib import Path
from types import CodeType, ModuleType
from typing import TYPE_CHECKING, Any

from streamlit import _magic, _run, _traceback
from streamlit._host import slot
from streamlit._run import RerunException, StopException, phase
from streamlit.runtime import caching

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit._session import WidgetMetadata

_compiled: dict[str, tuple[bytes, bool, CodeType]] = {}

Report = dict[str, Any]


def run(entrypoint: str, request: str, magic: bool = True) -> str:
    """Runs `entrypoint` for a request, the JSON of `RunRequest`; returns the JSON of `RunReport`."""
    asked = json.loads(request)
    values = [(value["id"], value["value"]) for value in asked["values"]]
    _run.query.take(asked.get("query", ""))
    phase.active = True
    _run.begin()
    try:
        report = _run_once(Path(entrypoint), values, magic=magic)
    finally:
        phase.active = False
        phase.in_callback = False
        slot.host.unwind()
        sys.stdout.flush()
        sys.stderr.flush()
    gc.collect(0)
    return json.dumps(report)


def _run_once(path: Path, values: list[tuple[str, Any]], *, magic: bool) -> Report:
    try:
        code = _compile(path, magic=magic)
    except (SyntaxError, UnicodeDecodeError, OSError, ValueError) as error:
        return {"outcome": "compile_error", "error": _traceback.as_data(error)}
    changed = _run.session.begin(values)
    report = _guarded(lambda: _call_back(changed))
    if report["outcome"] == "success":
        report = _guarded(lambda: _execute(path, code))
    if report["outcome"] == "success" and caching.refresh_is_due():
        _guarded(caching.refresh)
    if report["outcome"] in ("success", "rerun"):
        _run.session.finish(complete=report["outcome"] == "success")
    return report


def _guarded(body: Callable[[], None]) -> Report:
    """Runs a part of the script; how it ended, as data. An exception is put on the page."""
    try:
        body()
    except StopException:
        return {"outcome": "stopped"}
    except RerunException:
        return {"outcome": "rerun"}
    except (SystemExit, KeyboardInterrupt):  # the latter is the reader's Stop, where the page can interrupt
        slot.host.unwind()
        return {"outcome": "stopped"}
    except BaseException as error:  # noqa: BLE001 - whatever a script raises is shown, nothing ends the session
        slot.host.unwind()
        _show(error)
        return {"outcome": "error"}
    return {"outcome": "success"}


def _show(error: BaseException) -> None:
    from streamlit._json import encode

    phase.active = False  # the page gets the exception whole, no newer event cuts it off
    slot.host.element(1, encode(_traceback.as_element(error)))
    trace = "\n".join([*_traceback.stack(error), f"{_traceback.type_name(error)}: {error}\n"])
    slot.host.print("stderr", trace)


def _compile(path: Path, *, magic: bool) -> CodeType:
    source = path.read_bytes()
    known = _compiled.get(str(path))
    if known is not None and known[0] == source and known[1] == magic:
        return known[2]
    tree = ast.parse(source, filename=str(path))
    if magic:
        tree = _magic.transform(tree)
    code = compile(tree, filename=str(path), mode="exec", dont_inherit=True)
    _compiled[str(path)] = (source, magic, code)
    return code


def _execute(path: Path, code: CodeType) -> None:
    module = ModuleType("__main__")
    module.__file__ = str(path)
    from streamlit.delta_generator import active

    module.__dict__[_magic.WRITER] = active.write
    sys.modules["__main__"] = module
    folder = str(path.parent)
    if folder not in sys.path:
        sys.path.insert(0, folder)
    exec(code, module.__dict__)  # noqa: S102 - running the script is what this is for


def _call_back(changed: list[WidgetMetadata]) -> None:
    """Calls the callbacks in order. A `st.rerun()` in one ends that callback; the run then starts over."""
    again = False
    phase.in_callback = True
    try:
        for metadata in changed:
            if metadata.callback is None:
                continue
            try:
                metadata.callback(*metadata.args, **(metadata.kwargs or {}))
            except RerunException:
                again = True
    finally:
        phase.in_callback = False
    if again:
        raise RerunException


def forget_modules(folder: str) -> None:
    """Drops the app's own modules, so that the next run imports what the files say now."""
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None)
        if name != "__main__" and isinstance(file, str) and file.startswith(folder):
            del sys.modules[name]
