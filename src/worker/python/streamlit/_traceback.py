"""Exceptions as data for the page: type, message, and the lines of the user's own code."""

from __future__ import annotations

import linecache
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any

from streamlit._out_of_reach import no_driver
from streamlit.errors import MarkdownFormattedException, StreamlitSecretNotFoundError

if TYPE_CHECKING:
    from types import TracebackType

    from streamlit import _wire

#: Folders whose frames are ours or the interpreter's; set when the engine starts.
_PACKAGE = str(Path(__file__).parent)
_HIDDEN = ("<frozen ", "<_pyodide", "<exec>")

_SECRETS_PLACE = "in the main menu of this page, under “Secrets”"


def is_users(filename: str) -> bool:
    """Whether a frame of this file is the user's: not ours, not the engine's, not an installed package's."""
    if filename.startswith((_PACKAGE, *_HIDDEN)):
        return False
    parts = filename.split("/")
    if "site-packages" in parts or any(part.startswith("python3") or part.endswith(".zip") for part in parts):
        return False
    return not filename.startswith("<") or filename == "<string>"


def type_name(error: BaseException) -> str:
    kind = type(error)
    if kind.__module__ in ("builtins", "__main__") or kind.__module__.startswith("streamlit"):
        return kind.__qualname__
    return f"{kind.__module__}.{kind.__qualname__}"


def stack(error: BaseException) -> list[str]:
    """The traceback, a text for each frame, outermost first: place, source, and what of it failed. Causes first."""
    lines: list[str] = []
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None and cause is not error:
        inner = stack(cause)
        if inner:
            joint = "caused" if error.__cause__ else "while handling it"
            lines += [*inner, f"{type_name(cause)}: {cause}", f"({joint}, another exception occurred:)"]
    lines += _frames(error.__traceback__)
    if isinstance(error, SyntaxError):
        lines.append(_syntax(error))
    return lines


def here() -> list[str]:
    """The lines of the script that led to where this is called."""
    return [_frame(frame) for frame in traceback.extract_stack() if is_users(frame.filename)]


def _frames(trace: TracebackType | None) -> list[str]:
    linecache.checkcache()
    return [_frame(frame) for frame in traceback.extract_tb(trace) if is_users(frame.filename)]


def _frame(frame: traceback.FrameSummary) -> str:
    return traceback.StackSummary.from_list([frame]).format()[0].strip()


def _syntax(error: SyntaxError) -> str:
    lines = [f'File "{error.filename}", line {error.lineno}']
    if error.text is not None:
        text = error.text.rstrip("\n")
        stripped = text.lstrip()
        lines.append(f"    {stripped}")
        if error.offset is not None and error.offset > 0:
            start = error.offset - 1 - (len(text) - len(stripped))
            width = max((error.end_offset or error.offset + 1) - error.offset, 1)
            lines.append("    " + " " * max(start, 0) + "^" * width)
    return "\n".join(lines)


def message(error: BaseException) -> str:
    if isinstance(error, SyntaxError):
        return error.msg
    return str(error).strip()


def hint(error: BaseException) -> str | None:
    """What the author can do, for the faults that only happen in a tab."""
    if isinstance(error, ModuleNotFoundError) and error.name:
        module = error.name.partition(".")[0]
        if (advice := no_driver(module)) is not None:
            return advice
        return (
            f"`{module}` is not part of this app. Name it in `requirements.txt` beside the script, or in the script's "
            f'`# /// script` header (`dependencies = ["{module}"]`), and start or build the app again.'
        )
    if isinstance(error, MemoryError):
        return "The tab's memory for this app is used up. Load less at once, or free what is not needed with `del`."
    return _secrets_hint(error)


def _secrets_hint(error: BaseException) -> str | None:
    """Where secrets are entered here: the message names places that only a server has."""
    if isinstance(error, StreamlitSecretNotFoundError):
        return None if "locked" in str(error) else f"Secrets are entered {_SECRETS_PLACE}."
    if not isinstance(error, (AttributeError, KeyError)) or not error.args:
        return None
    text = str(error.args[0])
    if text.startswith("st.secrets has no "):
        return f"It can be entered {_SECRETS_PLACE}."
    if isinstance(error, KeyError) and _is_from_environment(error.__traceback__):
        return f"If `{text}` is one of the app's secrets: it can be entered {_SECRETS_PLACE}."
    return None


def _is_from_environment(trace: TracebackType | None) -> bool:
    frames = traceback.extract_tb(trace)
    return bool(frames) and frames[-1].name == "__getitem__" and frames[-1].filename.endswith(("os.py", "<frozen os>"))


def as_data(error: BaseException) -> dict[str, Any]:
    """The fields of `script_error`, which the wire's `exception` element has too."""
    data: dict[str, Any] = {
        "exception_type": type_name(error),
        "message": message(error),
        "stack_trace": stack(error),
    }
    if (advice := hint(error)) is not None:
        data["hint"] = advice
    return data


def as_element(error: BaseException) -> _wire.Exception:
    element: _wire.Exception = {
        "type": "exception",
        "exception_type": type_name(error),
        "message": message(error),
        "stack_trace": stack(error),
    }
    if (advice := hint(error)) is not None:
        element["hint"] = advice
    if isinstance(error, MarkdownFormattedException):
        element["message_is_markdown"] = True
    if isinstance(error, Warning):
        element["is_warning"] = True
    return element
