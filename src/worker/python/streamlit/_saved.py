"""Values of session state as JSON, for a page that is loaded anew (`--keep-state`).

What comes back is from outside: it lay in the browser. JSON makes plain values only, where a pickle could run code.
"""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

from streamlit._check import logger
from streamlit._json import encode

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

#: A shorter text of `hidden` is found in others by chance: it counts where it is the whole value.
_SHORTEST = 6
_SCALARS = (str, bool, type(None))
_DEEPEST = 100
#: Of a whole number; the parser refuses a text in which there is one that is very much longer.
_MOST_BITS = 1_024

#: Keys whose value is not kept, each told once.
_told: set[str] = set()


def save(entries: Iterable[tuple[str, Any, bool]], hidden: Collection[str] = ()) -> str:
    """The JSON of `{"plain": {key: value}, "lent": {key: value}}`, by the marks.

    A value that would not come back as it is, is left out; of plain ones the author is told, once. One with a text of
    `hidden` in it, a secret of the app, is left out, too.
    """
    plain: dict[str, Any] = {}
    lent: dict[str, Any] = {}
    for key, value, mark in entries:
        if _is_text(key) and is_plain(value):
            if not _holds(value, hidden):
                (lent if mark else plain)[key] = value
        elif not mark and key not in _told:
            _told.add(key)
            logger.warning(
                'st.session_state["%s"] is not kept when the page is loaded anew: %s is not plain JSON.',
                key,
                type(value).__name__,
            )
    return encode({"plain": plain, "lent": lent})


def load(text: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """What `save` made: plain and lent. A text that is none, and keys that no script can set, are nothing."""
    try:
        saved = json.loads(text)
    except (ValueError, RecursionError):
        return {}, {}
    if not isinstance(saved, dict):
        return {}, {}
    return _values(saved.get("plain")), _values(saved.get("lent"))


def _holds(value: Any, hidden: Collection[str]) -> bool:
    if isinstance(value, str):
        return any(value == text or (len(text) >= _SHORTEST and text in value) for text in hidden)
    if isinstance(value, dict):
        return any(_holds(part, hidden) for pair in value.items() for part in pair)
    return isinstance(value, list) and any(_holds(part, hidden) for part in value)


def _values(given: object) -> dict[str, Any]:
    if not isinstance(given, dict):
        return {}
    return {key: value for key, value in given.items() if key and not key.startswith("$$ID") and is_plain(value)}


def is_plain(value: Any, depth: int = 0) -> bool:
    """Whether it comes back from JSON equal and of the same types; a tuple would be a list."""
    kind = type(value)
    if kind is float:
        return math.isfinite(value)
    if kind is int:
        return int(value).bit_length() <= _MOST_BITS
    if kind in _SCALARS:
        return kind is not str or _is_text(value)
    if depth == _DEEPEST:
        return False
    if kind is list:
        return all(is_plain(part, depth + 1) for part in value)
    if kind is dict:
        return all(type(key) is str and _is_text(key) and is_plain(part, depth + 1) for key, part in value.items())
    return False


def _is_text(value: str) -> bool:
    """Without halves of a character, which no UTF-8 can say."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True
