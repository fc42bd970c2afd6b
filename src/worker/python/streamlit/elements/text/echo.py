"""`st.echo`."""

from __future__ import annotations

import ast
import linecache
from contextlib import contextmanager
from textwrap import dedent
from typing import TYPE_CHECKING, Literal

from streamlit.elements.text._argument import users_frame

if TYPE_CHECKING:
    from collections.abc import Generator
    from types import FrameType


@contextmanager
def echo(code_location: Literal["above", "below"] = "above") -> Generator[None, None, None]:
    """Runs its `with` block and shows the block's source, above or below what the block puts on the page."""
    from streamlit.delta_generator import active

    source = _block(users_frame())
    if code_location == "above":
        active.code(source, "python")
    yield
    if code_location != "above":
        active.code(source, "python")


def _block(frame: FrameType | None) -> str:
    """The lines inside of the innermost `with` that starts at or above the frame's line and holds it."""
    if frame is None:
        return ""
    lines = linecache.getlines(frame.f_code.co_filename)
    try:
        tree = ast.parse("".join(lines))
    except SyntaxError:
        return ""
    found: ast.With | ast.AsyncWith | None = None
    for node in ast.walk(tree):
        if not isinstance(node, (ast.With, ast.AsyncWith)):
            continue
        starts_there = node.lineno <= frame.f_lineno <= node.body[0].lineno
        if starts_there and (found is None or node.lineno >= found.lineno):
            found = node
    if found is None:
        return ""
    last = found.body[-1].end_lineno or found.body[-1].lineno
    first = found.items[-1].context_expr.end_lineno or found.lineno
    if found.body[0].lineno == first:
        statements = (ast.get_source_segment("".join(lines), statement) for statement in found.body)
        return "\n".join(text or "" for text in statements)
    return dedent("".join(lines[first:last])).strip("\n")
