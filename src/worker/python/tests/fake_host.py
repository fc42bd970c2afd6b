"""A runtime in a few lines of Python, for tests that need no browser: it records what commands hand over.

Identity and places follow the contract of `src/worker/runtime`, whose own behaviour is tested there.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

ROOTS = (1, 2, 3, 4)


@dataclass
class Place:
    root: int
    form: str | None
    slot: bool


@dataclass
class FakeHost:
    """Elements in the order they were put, with their handles; blocks likewise."""

    elements: list[dict[str, Any]] = field(default_factory=list)
    handles: list[int] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)
    printed: list[tuple[str, str]] = field(default_factory=list)
    configs: list[dict[str, Any]] = field(default_factory=list)
    transients: dict[int, dict[str, Any]] = field(default_factory=dict)
    stack: list[int] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    places: dict[int, Place] = field(default_factory=dict)
    due: bool = False
    asked: str = "none"
    #: Providers of `st.login`, and "out" for a `st.logout`.
    signed: list[str | None] = field(default_factory=list)
    wanted: int = 0
    queries: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        for root in ROOTS:
            self.places[root] = Place(root - 1, None, slot=False)

    def begin(self) -> None:
        self.__init__()  # type: ignore[misc]

    def _resolve(self, at: int) -> int:
        return (self.stack[-1] if self.stack else 1) if at == 0 else at

    def _add(self, at: int, text: str, *, slot: bool, form: str | None = None) -> int:
        handle = self._resolve(at)
        parent = self.places[handle]
        self.elements.append(json.loads(text))
        self.parents.append(handle)
        made = len(self.places) + 10
        self.places[made] = Place(parent.root, form or parent.form, slot)
        self.handles.append(made)
        return handle if parent.slot and slot else made

    def element(self, at: int, text: str) -> int:
        return self._add(at, text, slot=True)

    def element_with_buffers(self, at: int, text: str, buffers: Any) -> int:
        return self._add(at, text, slot=True)

    def block(self, at: int, type: str, text: str, form: str | None) -> int:
        return self._add(at, text, slot=False, form=form)

    def update(self, handle: int, text: str) -> None:
        self.elements[self.handles.index(handle)] = json.loads(text)

    def transient(self, at: int, text: str) -> int:
        self.transients[len(self.transients) + 1] = json.loads(text)
        return len(self.transients)

    def end_transient(self, id: int) -> None:
        self.transients[id]["ended"] = True

    def enter(self, handle: int) -> None:
        self.stack.append(self._resolve(handle))

    def exit(self) -> None:
        self.stack.pop()

    def unwind(self) -> None:
        self.stack.clear()

    def register(self, at: int, kind: str, key: str | None, shape: str, trigger: bool) -> str:
        place = self.places[self._resolve(at)]
        id = f"$$ID-{kind}{shape}{'' if key else (place.root, place.form)}-{key}"
        if key is not None and key in self.keys:
            return "duplicate_key"
        if id in self.ids:
            return "duplicate_id"
        if key is not None:
            self.keys.add(key)
        self.ids.add(id)
        return id

    def claim_key(self, key: str) -> bool:
        if key in self.keys:
            return False
        self.keys.add(key)
        return True

    def form_of(self, at: int) -> str | None:
        return self.places[self._resolve(at)].form

    def is_slot(self, at: int) -> bool:
        return self.places[self._resolve(at)].slot

    def set_value(self, id: str, text: str) -> None:
        self.values[id] = json.loads(text)

    def is_due(self) -> bool:
        return self.due

    def flush(self) -> None:
        pass

    def breathe(self) -> None:
        pass

    def interruption(self) -> str:
        return self.asked

    def secrets_wanted(self) -> None:
        self.wanted += 1

    def sign_in(self, provider: str | None) -> None:
        self.signed.append(provider)

    def sign_out(self) -> None:
        self.signed.append("out")

    def set_query(self, query: str) -> None:
        self.queries.append(query)

    def page_config(self, text: str) -> None:
        self.configs.append(json.loads(text))

    def print(self, stream: str, text: str) -> None:
        self.printed.append((stream, text))
