"""The words of the script: what stands in its source at the call under way."""

from __future__ import annotations

import ast
import linecache
import sys
from itertools import islice
from typing import TYPE_CHECKING

from streamlit._traceback import is_users

if TYPE_CHECKING:
    from types import FrameType


def argument_text(index: int) -> str | None:
    """The source of an argument of the call that the script is in; None where there is no source to read.

    A bare expression that magic shows is its own only argument.
    """
    frame = users_frame()
    if frame is None:
        return None
    text = _segment(frame)
    if text is None:
        return None
    try:
        node = ast.parse(text, mode="eval").body
    except SyntaxError:
        return None
    if isinstance(node, ast.Call):
        wanted = node.args[index] if index < len(node.args) else next((k.value for k in node.keywords), None)
        return None if wanted is None else ast.get_source_segment(text, wanted)
    if isinstance(node, ast.Tuple):
        return ast.get_source_segment(text, node.elts[index]) if index < len(node.elts) else None
    return text


def users_frame() -> FrameType | None:
    """The innermost frame of the user's own code."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None and not is_users(frame.f_code.co_filename):
        frame = frame.f_back
    return frame


def _segment(frame: FrameType) -> str | None:
    """The source of the expression that the frame is evaluating."""
    instruction = frame.f_lasti // 2
    line, end_line, column, end_column = next(
        islice(frame.f_code.co_positions(), instruction, None), (None, None, None, None)
    )
    if line is None or end_line is None or column is None or end_column is None:
        return None
    lines = linecache.getlines(frame.f_code.co_filename)[line - 1 : end_line]
    if not lines:
        return None
    encoded = [text.encode() for text in lines]
    encoded[-1] = encoded[-1][:end_column]
    encoded[0] = encoded[0][column:]
    return b"".join(encoded).decode()
