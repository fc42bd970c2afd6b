"""Checks that many commands share. Each returns the value in the form the wire wants, or raises the table's error."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from textwrap import dedent
from typing import Any, Literal, TypeAlias, TypeGuard, TypeVar, cast

from streamlit.errors import (
    StreamlitAPIException,
    StreamlitInvalidHeightError,
    StreamlitInvalidParameterTypeError,
    StreamlitInvalidWidthError,
    StreamlitMissingRequiredParameterError,
    StreamlitValueError,
    StreamlitValueOutOfRangeError,
)

logger = logging.getLogger("streamlit")

T = TypeVar("T")
Callback = Callable[..., Any]
LabelVisibility: TypeAlias = Literal["visible", "hidden", "collapsed"]
Alignment: TypeAlias = Literal["left", "center", "right", "justify"]
#: Pixels, or how the space is shared.
Size: TypeAlias = int | Literal["stretch", "content", "auto"]
Gap: TypeAlias = int | Literal["none", "xxsmall", "xsmall", "small", "medium", "large", "xlarge", "xxlarge"]

ALIGNMENTS = ("left", "center", "right", "justify")
#: The most pixels that Streamlit's messages can hold.
_MOST_PIXELS = 2**32 - 1

GAPS = ("xxsmall", "xsmall", "small", "medium", "large", "xlarge", "xxlarge")


def quoted(values: Sequence[object]) -> list[str]:
    return [repr(value) for value in values]


def one_of(parameter: str, value: T, supported: Sequence[T], detail: str = "") -> T:
    """`value` if it is one of `supported`."""
    if value not in supported:
        raise StreamlitValueError(parameter, quoted(supported), detail)
    return value


def clean(body: object) -> str:
    """The text of a Markdown command: without the common indentation, trimmed."""
    text = body if type(body) is str else str(body)
    if "\n" not in text:
        return text.strip()
    return dedent(text).strip()


def _is_pixels(value: object, parameter: str, least: int) -> TypeGuard[int]:
    if not isinstance(value, int) or isinstance(value, bool) or value < least:
        return False
    if value > _MOST_PIXELS:
        raise StreamlitValueOutOfRangeError(parameter, value, least, _MOST_PIXELS)
    return True


def width(value: object, *, content: bool = True, auto: bool = False) -> Size:
    """Pixels, 'stretch', where `content` 'content', and where `auto` 'auto'."""
    if _is_pixels(value, "width", 1):
        return value
    if value == "stretch" or (content and value == "content") or (auto and value == "auto"):
        return cast("Size", value)
    raise StreamlitInvalidWidthError(value, content=content)


def height(value: object, *, content: bool = True) -> Size:
    if _is_pixels(value, "height", 1):
        return value
    if value == "stretch" or (content and value == "content"):
        return cast("Size", value)
    raise StreamlitInvalidHeightError(value, content=content)


def container_width(width: Any, use_container_width: bool | None) -> Any:
    """`use_container_width` is the old spelling of 'stretch' and 'content'."""
    if use_container_width is None:
        return width
    logger.warning("Please replace `use_container_width` with `width`.")
    return "stretch" if use_container_width else "content"


def alignment(value: str | None) -> Alignment:
    if value is None:
        return "left"
    return cast("Alignment", one_of("text_alignment", value, ALIGNMENTS))


def flag(parameter: str, value: object) -> bool:
    if value is True or value is False:
        return value
    raise StreamlitValueError(parameter, ["True", "False"])


def optional_flag(parameter: str, value: Any) -> bool | None:
    """True or False, as a bool of any library or an int may say it; or None."""
    if value is None or value is True or value is False:
        return value
    if isinstance(value, int) or type(value).__name__ in ("bool", "bool_"):
        return bool(value)
    raise TypeError(f"`{parameter}` must be a bool, not {type(value).__name__}")


def gap(value: object) -> Gap:
    """A size's name, pixels, or 'none'."""
    if value is None:
        return "none"
    if _is_pixels(value, "gap", 0):
        return value
    if value in GAPS:
        return cast("Gap", value)
    supported = [*quoted(GAPS), "None", "a non-negative integer (pixels)"]
    raise StreamlitValueError("gap", supported, f"Got {value!r}.")


def key(value: object) -> str | None:
    if value is None:
        return None
    text = str(value)
    if text == "":
        raise StreamlitValueError("key", ["a non-empty string"])
    if text.startswith("$$ID"):
        raise StreamlitAPIException("Keys beginning with $$ID are reserved.")
    return text


def label(value: object) -> str:
    if value is None or value == "":
        logger.warning(
            "`label` got an empty value. This is discouraged for accessibility reasons and may be disallowed in the "
            "future by raising an exception. Please provide a non-empty label and hide it with label_visibility if "
            "needed."
        )
        return ""
    return str(value)


def label_visibility(value: str) -> LabelVisibility:
    return cast("LabelVisibility", one_of("label_visibility", value, ("visible", "hidden", "collapsed")))


def help_text(value: object) -> str | None:
    """The tooltip of an element, None when there is none."""
    if value is None:
        return None
    return clean(value) or None


OnChange = Literal["rerun", "ignore"]


def on_change(value: object, parameter: str = "on_change") -> tuple[Callback | None, OnChange]:
    """A callback, 'rerun' or None, or 'ignore'."""
    if value is None or value == "rerun":
        return None, "rerun"
    if value == "ignore":
        return None, "ignore"
    if callable(value):
        return value, "rerun"
    raise StreamlitValueError(parameter, ["'rerun'", "'ignore'", "a callback function"])


def callback(value: object, parameter: str) -> Callback | None:
    if value is None or callable(value):
        return value
    raise StreamlitValueError(parameter, ["a callback function"])


def icon(value: object) -> str | None:
    """An emoji, `:material/name:` or 'spinner'; None for none."""
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise StreamlitInvalidParameterTypeError("icon", ["str", "None"], type(value).__name__)
    if value == "spinner":
        return value
    from streamlit._icons import check_icon

    return check_icon(value)


def bind_and_persist(bind: object, persist_state: object, key: str | None) -> None:
    if bind is not None:
        if bind != "query-params":
            raise StreamlitValueError("bind", ["'query-params'", "None"])
        if key is None:
            raise StreamlitMissingRequiredParameterError(
                "key",
                "When using bind='query-params', the widget must have a unique 'key' parameter specified. This 'key' "
                "will be used as the name of the query parameter.",
            )
        if key.lower() in ("embed", "embed_options"):
            raise StreamlitAPIException(
                f"Cannot bind to reserved query parameter '{key}'. 'embed' and 'embed_options' are used internally "
                "for Streamlit's embed functionality."
            )
    if persist_state is not None:
        if persist_state not in ("page", "session"):
            raise StreamlitValueError("persist_state", ["'page'", "'session'", "None"])
        if key is None:
            raise StreamlitMissingRequiredParameterError(
                "key",
                "When using persist_state, the widget must have a unique 'key' parameter specified so its value can "
                "be preserved across reruns and page switches.",
            )
