"""The project's copy of the API table, `docs/api/streamlit_1_67.json`, against the package.

As a program it prints, as JSON, what became of each row: `npm run coverage:api` makes a table of it.
"""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
import sys
from datetime import timedelta
from pathlib import Path
from types import ModuleType
from typing import Any, Literal, TypedDict

FILE = Path(__file__).parents[4] / "docs" / "api" / "streamlit_1_67.json"

#: `other`: it is there, with another signature. `gone`: Streamlit removed it, and it is not here either.
Verdict = Literal["same", "other", "missing", "gone"]


class Row(TypedDict):
    family: str
    name: str
    #: `removed`: not in 1.67 any more.
    kind: Literal["call", "property", "object", "removed"]
    signature: str
    returns: str
    since: str


def rows() -> list[Row]:
    found: list[Row] = json.loads(FILE.read_text())
    return found


def verdict(row: Row) -> Verdict:
    try:
        found = find(row["name"])
    except LookupError:
        return "gone" if row["kind"] == "removed" else "missing"
    if row["kind"] == "removed":
        return "other"
    return "same" if row["kind"] != "call" or signature(found) == row["signature"] else "other"


def find(name: str) -> Any:
    """What a name of the table stands for. Raises LookupError when there is no such thing."""
    first, *rest = name.split(".")
    found: Any = importlib.import_module("streamlit") if first in ("st", "streamlit") else _class(first)
    for part in rest:
        found = _member(found, part)
    return found


def _member(owner: Any, name: str) -> Any:
    if isinstance(owner, ModuleType) and name not in vars(owner):
        try:
            return importlib.import_module(f"{owner.__name__}.{name}")
        except ModuleNotFoundError:
            pass
    if isinstance(owner, ModuleType):
        return _attribute(owner, name)
    static = inspect.getattr_static(owner, name, None)
    return static if isinstance(static, property) else _attribute(owner, name)


def _attribute(owner: Any, name: str) -> Any:
    if isinstance(owner, type) and name.startswith("__") and name not in vars(owner):
        raise LookupError(name)
    try:
        return getattr(owner, name)
    except AttributeError as error:
        raise LookupError(name) from error


def _class(name: str) -> type:
    """A class by its name, wherever in the package it is: the table names those that no module exports."""
    package = importlib.import_module("streamlit")
    for info in pkgutil.walk_packages(package.__path__, "streamlit."):
        importlib.import_module(info.name)
    for module in [module for key, module in sys.modules.items() if key.startswith("streamlit")]:
        found = vars(module).get(name)
        if isinstance(found, type) and found.__module__.startswith("streamlit"):
            return found
    raise LookupError(name)


def signature(call: Any) -> str:
    """Names, kinds and defaults, as the table writes them."""
    found = inspect.signature(call)
    parameters = [
        one.replace(annotation=one.empty, default=one.default if one.default is one.empty else _Shown(one.default))
        for one in found.parameters.values()
        if one.name != "self"
    ]
    return str(found.replace(parameters=parameters, return_annotation=found.empty))


class _Shown:
    def __init__(self, value: object) -> None:
        self.value = value

    def __repr__(self) -> str:
        if isinstance(self.value, timedelta):
            return f"timedelta(minutes={int(self.value.total_seconds()) // 60})"
        name = getattr(self.value, "__name__", None)
        return name if isinstance(name, str) else repr(self.value)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    json.dump([{**row, "verdict": verdict(row)} for row in rows()], sys.stdout)
