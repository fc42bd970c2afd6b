"""`print`, stderr and logging go to the page's console drawer."""

from __future__ import annotations

import io
import sys
from typing import Any, NoReturn

from streamlit._host import slot


class Stream(io.TextIOBase):
    """A text stream whose lines are posted to the page."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._line = ""

    def write(self, text: str, /) -> int:
        # Whole lines: `print` writes its parts one by one.
        whole, end, rest = (self._line + text).rpartition("\n")
        if end:
            slot.host.print(self._name, whole + end)
        self._line = rest
        return len(text)

    def flush(self) -> None:
        if self._line:
            line, self._line = self._line, ""
            slot.host.print(self._name, line)

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return False

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return "utf-8"


def no_input(prompt: object = "", /) -> NoReturn:
    """Takes the place of `input`: there is no keyboard behind a script in a tab."""
    raise RuntimeError(
        f"input({str(prompt)!r}) cannot ask anybody here: the script runs in a browser tab. "
        "Use `st.text_input(...)` and read its value."
    )


def install(builtins: Any) -> None:
    sys.stdout = Stream("stdout")
    sys.stderr = Stream("stderr")
    builtins.input = no_input
