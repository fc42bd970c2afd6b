"""Remembering the text of elements: a script that runs again says most things as it said them before."""

from __future__ import annotations

from functools import lru_cache, wraps
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

#: Texts longer than this are built each time: remembered, some thousand of them would fill the tab's memory.
LONGEST = 2_000


def memoised(build: Callable[..., str]) -> Callable[..., str]:
    """`build`, a pure function of the element's body (a str) and of more arguments, with a memory.

    Arguments that cannot be a key of the memory go to `build` as they are, which then says what is wrong with them.
    """
    remembered = lru_cache(maxsize=4096, typed=True)(build)

    @wraps(build)
    def element(body: str, *rest: Any) -> str:
        if len(body) <= LONGEST:
            try:
                return remembered(body, *rest)
            except TypeError:
                pass
        return build(body, *rest)

    return element
