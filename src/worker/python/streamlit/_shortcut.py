"""Keyboard shortcuts of buttons: how they are written in a script, and how they travel."""

from __future__ import annotations

from functools import lru_cache

from streamlit.errors import StreamlitAPIException, StreamlitInvalidParameterTypeError

#: Spellings of the modifiers, in the order in which they travel.
_MODIFIERS = {
    "ctrl": "ctrl",
    "control": "ctrl",
    "cmd": "cmd",
    "command": "cmd",
    "meta": "cmd",
    "mod": "ctrl",
    "alt": "alt",
    "option": "alt",
    "shift": "shift",
}
_ORDER = ("ctrl", "cmd", "alt", "shift")

#: Keys that are more than one character, and other words for them.
_KEYS = {
    "enter": "enter",
    "return": "enter",
    "space": "space",
    "tab": "tab",
    "escape": "escape",
    "esc": "escape",
    "backspace": "backspace",
    "delete": "delete",
    "del": "delete",
    "home": "home",
    "end": "end",
    "pageup": "pageup",
    "pagedown": "pagedown",
    "left": "left",
    "arrowleft": "left",
    "right": "right",
    "arrowright": "right",
    "up": "up",
    "arrowup": "up",
    "down": "down",
    "arrowdown": "down",
    **{f"f{number}": f"f{number}" for number in range(1, 13)},
}


def normalise(shortcut: object) -> str | None:
    """'Ctrl+Shift+K' as `ctrl+shift+k`; None for none.

    Raises `StreamlitAPIException` for one that has no key, several, an unknown one, or C or R, which belong to the
    page; `StreamlitInvalidParameterTypeError` for what is no text.
    """
    if shortcut is None:
        return None
    if not isinstance(shortcut, str):
        raise StreamlitInvalidParameterTypeError("shortcut", ["str"], type(shortcut).__name__)
    return _normalise(shortcut)


@lru_cache(maxsize=256)
def _normalise(shortcut: str) -> str:
    parts = [part for part in (piece.strip().lower() for piece in shortcut.split("+")) if part]
    if shortcut == " ":
        parts = ["space"]
    if not parts:
        raise StreamlitAPIException("The `shortcut` must contain at least one key or modifier.")
    modifiers = {_MODIFIERS[part] for part in parts if part in _MODIFIERS}
    keys = [_key(part) for part in parts if part not in _MODIFIERS]
    if len(keys) > 1:
        raise StreamlitAPIException("The `shortcut` may only specify a single non-modifier key.")
    if not keys:
        raise StreamlitAPIException("The `shortcut` must include a non-modifier key such as 'K' or 'Ctrl+K'.")
    if keys[0] in ("c", "r"):
        raise StreamlitAPIException("The `shortcut` cannot use the keys 'C' or 'R', with or without modifiers.")
    return "+".join([*(modifier for modifier in _ORDER if modifier in modifiers), keys[0]])


def _key(part: str) -> str:
    if part in _KEYS:
        return _KEYS[part]
    if len(part) == 1:
        return part
    raise StreamlitAPIException(
        "shortcut must include a single character or one of the supported keys (e.g. Enter, Space, Tab, Escape)."
    )
