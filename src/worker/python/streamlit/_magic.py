"""Magic: a bare expression of the script is shown, as if it were inside `st.write(...)` (semantics §11).

Not shown: a call, an `await` or a `yield`, the docstring of a module or function, and whatever stands in a class.
"""

from __future__ import annotations

import ast
from typing import Any

#: Injected into the script's module; dunder names are free for the system.
WRITER = "__tablit_write__"

_SILENT = (ast.Call, ast.Await, ast.Yield, ast.YieldFrom)


def transform(tree: ast.Module) -> ast.Module:
    """Rewrites the bare expressions of `tree` in place and returns it."""
    _body(tree, has_docstring=True)
    ast.fix_missing_locations(tree)
    return tree


def _body(node: ast.AST, *, has_docstring: bool) -> None:
    for name, field in ast.iter_fields(node):
        if not isinstance(field, list):
            continue
        for index, child in enumerate(field):
            if isinstance(child, ast.Expr):
                docstring = has_docstring and name == "body" and index == 0 and _is_text(child.value)
                if not docstring and not isinstance(child.value, _SILENT):
                    child.value = _written(child.value)
            elif isinstance(child, ast.ClassDef):
                continue  # texts below the fields of a class are its documentation
            elif isinstance(child, (ast.stmt, ast.excepthandler, ast.match_case)):
                _body(child, has_docstring=isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)))


def _is_text(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and isinstance(value.value, str)


def _written(value: ast.expr) -> ast.Call:
    shown: list[Any] = list(value.elts) if isinstance(value, ast.Tuple) else [value]
    call = ast.Call(func=ast.Name(id=WRITER, ctx=ast.Load()), args=shown, keywords=[])
    return ast.copy_location(call, value)
