"""The one connection of a database in memory: another one would be another database."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


class Shared(sqlite3.Connection):
    """All sessions share its transaction. It is undone when the last of those that wrote in it ends."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._writers: set[int] = set()
        self._is_read = False

    def wrote(self, session: object) -> None:
        self._writers.add(id(session))

    def left(self, session: object) -> None:
        """The session ended; what it did stays as long as another one's work is in the transaction, too."""
        if id(session) not in self._writers:
            return
        self._writers.remove(id(session))
        if not self._writers:
            self.rollback()

    def commit(self) -> None:
        super().commit()
        self._writers.clear()

    def rollback(self) -> None:
        if self._is_read:
            return
        super().rollback()
        self._writers.clear()

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """For pandas, which rolls back when a statement fails: the work of sessions is none of its own."""
        self._is_read = True
        try:
            yield self
        finally:
            self._is_read = False
