"""`st.set_page_config`."""

from __future__ import annotations

import base64
import mimetypes
import os
import random
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from streamlit import _check
from streamlit._host import slot
from streamlit._json import encode
from streamlit.errors import StreamlitInvalidURLError, StreamlitValueError

if TYPE_CHECKING:
    from collections.abc import Mapping

LAYOUTS = ("centered", "wide")
SIDEBAR_STATES = ("auto", "expanded", "collapsed", "locked")
#: Lower-case name to how it is written.
MENU_ITEMS = {"get help": "Get help", "report a bug": "Report a bug", "about": "About"}
_SCHEMES = ("http://", "https://", "mailto:")
#: What `page_icon="random"` chooses from.
_ANY = "🎈🌻🍀🐙🦊🐧🦉🚀🌈🍋🎲🎨🧭🔭🪁🧩"


def set_page_config(
    page_title: str | None = None,
    page_icon: Any = None,
    layout: str | None = None,
    initial_sidebar_state: str | int | None = None,
    menu_items: Mapping[str, str | None] | None = None,
) -> None:
    """Sets the tab's title and icon, the page's layout, and the menu. What is None stays as it is.

    May be called several times and anywhere. `page_icon` is an emoji, a shortcode, `:material/name:`, "random", or an
    image: an address, a file, bytes, or a picture of Pillow. Raises `StreamlitValueError` for an unknown `layout`,
    `initial_sidebar_state` or menu item, `StreamlitInvalidURLError` for the address of a menu item that is none.
    """
    config: dict[str, Any] = {}
    if page_title is not None:
        if not isinstance(page_title, str):
            raise TypeError(f"`page_title` must be a str, not {type(page_title).__name__}")
        config["page_title"] = page_title
    if page_icon is not None:
        config["page_icon"] = _icon(page_icon)
    if layout is not None:
        config["layout"] = _check.one_of("layout", layout, LAYOUTS)
    if initial_sidebar_state is not None:
        config["initial_sidebar_state"] = _sidebar_state(initial_sidebar_state)
    if menu_items is not None:
        config["menu_items"] = dict(_menu_item(key, value) for key, value in menu_items.items())
    if config:
        slot.host.page_config(encode(config))


def _icon(icon: Any) -> str:
    if isinstance(icon, (str, os.PathLike)):
        text = os.fspath(icon)
        if text == "random":
            return random.choice(_ANY)  # noqa: S311 - a picture, not a secret
        return _data_url(Path(text).read_bytes(), text) if _is_file(text) else text
    if isinstance(icon, (bytes, bytearray, BytesIO)):
        return _data_url(icon.getvalue() if isinstance(icon, BytesIO) else bytes(icon), "")
    picture = BytesIO()
    icon.save(picture, format="PNG")
    return _data_url(picture.getvalue(), "icon.png")


def _is_file(text: str) -> bool:
    return not text.startswith(("http://", "https://", "data:", ":")) and os.path.isfile(text)


def _data_url(data: bytes, name: str) -> str:
    kind = mimetypes.guess_type(name)[0] or ("image/svg+xml" if data.lstrip().startswith(b"<") else "image/png")
    return f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}"


def _sidebar_state(state: object) -> str | int:
    if isinstance(state, bool):
        raise TypeError("`initial_sidebar_state` must be a str or an int, not bool")
    if (isinstance(state, int) and state > 0) or (isinstance(state, str) and state in SIDEBAR_STATES):
        return state
    supported = [*_check.quoted(SIDEBAR_STATES), "a positive integer (width in pixels)"]
    raise StreamlitValueError("initial_sidebar_state", supported, f"Got {state!r}.")


def _menu_item(key: object, value: object) -> tuple[str, str | None]:
    name = MENU_ITEMS.get(key.lower()) if isinstance(key, str) else None
    if name is None:
        supported = _check.quoted(list(MENU_ITEMS.values()))
        raise StreamlitValueError("menu_items", supported, f"`{key}` is not a supported menu item key.")
    if value is None:
        return name, None
    if not isinstance(value, str):
        raise TypeError(f"The menu item `{name}` must be a str or None, not {type(value).__name__}")
    if name == "About":
        return name, _check.clean(value)
    if not value.startswith(_SCHEMES):
        raise StreamlitInvalidURLError(
            '"{url}" is not a valid URL. You must use a fully qualified domain beginning with "http://", "https://", '
            'or "mailto:".',
            url=value,
        )
    return name, value
