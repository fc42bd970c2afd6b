"""The runtime as the script's thread sees it: one object whose calls the rest of the package makes.

In the tab they are functions of the TypeScript runtime, bound once by `connect`; in a native test they are a fake's.
Names and contracts are those of `Host` in `src/worker/runtime/session.ts`.
"""

from __future__ import annotations

from typing import Any, Literal, Protocol

#: The innermost container that a `with` opened, or main.
ACTIVE = 0
MAIN = 1
SIDEBAR = 2
EVENT = 3
BOTTOM = 4

Interruption = Literal["none", "rerun", "stop"]


class Host(Protocol):
    def element(self, at: int, json: str, /) -> int: ...
    def element_with_buffers(self, at: int, json: str, buffers: Any, /) -> int: ...
    def block(self, at: int, type: str, json: str, form: str | None, /) -> int: ...
    def update(self, handle: int, json: str, /) -> None: ...
    def transient(self, at: int, json: str, /) -> int: ...
    def end_transient(self, id: int, /) -> None: ...
    def enter(self, handle: int, /) -> None: ...
    def exit(self) -> None: ...
    def unwind(self) -> None: ...
    def register(self, at: int, kind: str, key: str | None, shape: str, trigger: bool, /) -> str: ...
    def claim_key(self, key: str, /) -> bool: ...
    def form_of(self, at: int, /) -> str | None: ...
    def is_slot(self, at: int, /) -> bool: ...
    def set_value(self, id: str, json: str, /) -> None: ...
    def is_due(self) -> bool: ...
    def flush(self) -> None: ...
    def breathe(self) -> None: ...
    def interruption(self) -> Interruption: ...
    def secrets_wanted(self) -> None: ...
    def page_config(self, json: str, /) -> None: ...
    def print(self, stream: str, text: str, /) -> None: ...


class _Unconnected:
    """Stands in until `connect`: says what is wrong instead of an AttributeError about nothing."""

    def __getattr__(self, name: str) -> Any:
        from streamlit.errors import NoSessionContext

        raise NoSessionContext(
            "Streamlit commands only work in a script that Tablit runs. Start it with `npx tablit run`."
        )


class _Slot:
    """Holds the host; a module-level name would be copied by `from _host import host`."""

    __slots__ = ("host",)

    def __init__(self) -> None:
        self.host: Host = _Unconnected()


slot = _Slot()


def connect(host: Host) -> None:
    slot.host = host


def is_connected() -> bool:
    return not isinstance(slot.host, _Unconnected)
