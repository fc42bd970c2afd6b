"""The parameters of the page's address: what a run begins with, and what the page hears of."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from streamlit import _check
from streamlit._host import slot

if TYPE_CHECKING:
    from collections.abc import Iterator

#: They are the page's own: a script neither sees nor sets them.
EMBED = ("embed", "embed_options")

#: An address that somebody made: bytes, and parameters.
_LONGEST = 512 * 1024
_MOST = 1000


class Query:
    """Names and their values, in the order of the address."""

    def __init__(self) -> None:
        self._values: dict[str, list[str]] = {}
        self._taken = ""

    def take(self, text: str) -> None:
        """A run begins with this query string, without its question mark. One beyond all bounds counts as none."""
        if text == self._taken:
            return
        self._taken = text
        self._values = {}
        for name, value in _parsed(text):
            self._values.setdefault(name, []).append(value)

    def names(self) -> Iterator[str]:
        return (name for name in self._values if name.lower() not in EMBED)

    def of(self, name: str) -> list[str] | None:
        return None if name.lower() in EMBED else self._values.get(name)

    def set(self, values: dict[str, list[str]]) -> None:
        self._values.update(values)
        self._tell()

    def replace(self, values: dict[str, list[str]]) -> None:
        """All but the page's own are gone."""
        own = {name: value for name, value in self._values.items() if name.lower() in EMBED}
        self._values = {**own, **values}
        self._tell()

    def remove(self, name: str) -> None:
        """Raises `KeyError`."""
        if self.of(name) is None:
            raise KeyError(name)
        del self._values[name]
        self._tell()

    def _tell(self) -> None:
        pairs = [(name, value) for name, values in self._values.items() for value in values or [""]]
        text = urlencode(pairs, errors="replace")
        if text != self._taken:
            self._taken = text
            slot.host.set_query(text)


def _parsed(text: str) -> list[tuple[str, str]]:
    try:
        if len(text) > _LONGEST:
            raise ValueError("it is too long")
        return parse_qsl(text, keep_blank_values=True, max_num_fields=_MOST)
    except ValueError as error:
        _check.logger.warning("The query string of the page's address was ignored: %s.", error)
        return []
