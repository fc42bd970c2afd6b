"""`st.help`."""

from __future__ import annotations

import inspect
import re
from types import ModuleType
from typing import TYPE_CHECKING, Any

import streamlit
from streamlit import _check
from streamlit.elements.text._argument import argument_text

if TYPE_CHECKING:
    from streamlit import _wire
    from streamlit._annotations import WidthWithoutContent
    from streamlit.delta_generator import DeltaGenerator

#: Longer lists of members and longer values are cut: the page is no manual.
MOST_MEMBERS = 500
LONGEST_VALUE = 2_000
#: In the `repr` of what has none of its own. It says nothing, and another thing in each run.
ADDRESS = re.compile(r" at 0x[0-9A-Fa-f]+>")


def help(self: DeltaGenerator, obj: Any = streamlit, *, width: WidthWithoutContent = "stretch") -> DeltaGenerator:
    """Shows what an object is: its name, type and value or signature, its docstring, and its public members.

    Without an argument it tells about `streamlit` itself.
    """
    name = "streamlit" if obj is streamlit else argument_text(0)
    element = describe(obj, name)
    element["width"] = _check.width(width, content=False)
    return self._put(element)


def describe(obj: object, name: str | None) -> _wire.Help:
    """The wire's `help` element of an object that the script calls `name`."""
    return {
        "type": "help",
        "name": name or "",
        "object_type": _type(obj),
        "value": _value(obj),
        "doc_string": _doc(obj),
        "members": _members(obj),
    }


def _type(obj: object) -> str:
    if isinstance(obj, type):
        return "class"
    kind = type(obj)
    own = kind.__module__ in ("builtins", "__main__")
    return kind.__qualname__ if own else f"{kind.__module__}.{kind.__qualname__}"


def _value(obj: object) -> str:
    if isinstance(obj, ModuleType):
        return ""
    if isinstance(obj, type) or inspect.isroutine(obj):
        return f"{_full_name(obj)}{_signature(obj)}"
    try:
        text = repr(obj)
    except Exception as error:  # noqa: BLE001 - any class may break its own repr; the rest is still worth showing
        return f"<{type(obj).__qualname__}: its repr raised {type(error).__name__}>"
    if ADDRESS.search(text):
        return f"{_full_name(type(obj))}{_signature(type(obj))}"
    return text if len(text) <= LONGEST_VALUE else f"{text[:LONGEST_VALUE]}…"


def _full_name(obj: object) -> str:
    name = getattr(obj, "__qualname__", getattr(obj, "__name__", ""))
    module = getattr(obj, "__module__", None)
    if module is None:
        return str(name)
    return f"streamlit.{name}" if str(module).startswith("streamlit.elements.") else f"{module}.{name}"


class _Bare(str):
    """An annotation that is text already: shown without quotes."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def _signature(obj: Any) -> str:
    try:
        signature = inspect.signature(obj)
    except (ValueError, TypeError):
        return "(…)"
    parameters = [one.replace(annotation=_bare(one.annotation)) for one in signature.parameters.values()]
    return str(signature.replace(parameters=parameters, return_annotation=_bare(signature.return_annotation)))


def _bare(annotation: Any) -> Any:
    return _Bare(annotation) if isinstance(annotation, str) else annotation


def _doc(obj: object) -> str:
    """The object's own docstring; a value's is that of its class."""
    return inspect.getdoc(obj) or ""


def _members(obj: object) -> list[dict[str, str]]:
    if not isinstance(obj, (type, ModuleType)) and inspect.isroutine(obj):
        return []
    names = [name for name in dir(obj) if not name.startswith("_")]
    return [_member(obj, name) for name in names[:MOST_MEMBERS]]


def _member(obj: object, name: str) -> dict[str, str]:
    """One member, read without running a property's code."""
    static = inspect.getattr_static(obj, name, None)
    if isinstance(static, property):
        return {"name": name, "object_type": "property", "value": "", "doc_string": _summary(static)}
    try:
        value = getattr(obj, name)
    except Exception:  # noqa: BLE001 - a descriptor may raise anything
        value = static
    shown = "" if callable(value) else _value(value)
    doc = _summary(value) if callable(value) or isinstance(value, ModuleType) else ""
    return {"name": name, "object_type": _type(value), "value": shown, "doc_string": doc}


def _summary(obj: object) -> str:
    return _doc(obj).partition("\n\n")[0]
