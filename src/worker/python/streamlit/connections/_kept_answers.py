"""Answers that connections keep: what tells one question from another, and whose copy an answer is."""

from __future__ import annotations

import copy
import pickle
from typing import Any


def fingerprint(*values: Any) -> object:
    """Equal for equal values. One that cannot be pickled equals itself alone."""
    return tuple(_one(value) for value in values)


class _Same:
    """Equal to another one of the same object, which it keeps alive: an id alone would be given away again."""

    def __init__(self, value: object) -> None:
        self._value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other._value is self._value

    def __hash__(self) -> int:
        return id(self._value)


def _one(value: Any) -> object:
    if isinstance(value, dict):
        return frozenset((name, fingerprint(inner)) for name, inner in value.items())
    if value is None or isinstance(value, (str, bytes, bool, int, float, type)):
        return type(value), value
    try:
        return type(value), pickle.dumps(value)
    except Exception:  # noqa: BLE001 - any class may refuse in its own way
        return _Same(value)


def own_copy(value: Any) -> Any:
    """For whoever asked, to change as they like."""
    frame_copy = getattr(value, "copy", None)
    return frame_copy() if type(value).__name__ == "DataFrame" and frame_copy is not None else copy.deepcopy(value)
