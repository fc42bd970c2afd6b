"""Which function it is, and what its arguments are called."""

from __future__ import annotations

import inspect
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from streamlit.runtime.caching.hashing import Hasher

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import CodeType


def function_key(function: Callable[..., Any]) -> str:
    """32 hexadecimal digits: the same for a function of the same module, name and code, in every run and visit."""
    code = getattr(inspect.unwrap(function), "__code__", None)
    return _key(function.__module__, function.__qualname__, code)


# A script that runs again makes its functions anew, of the same code.
@lru_cache(maxsize=512)
def _key(module: str, name: str, code: CodeType | None) -> str:
    hasher = Hasher()
    hasher.all([module, name, code])
    return hasher.hexdigest()


def named_arguments(
    function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
) -> list[tuple[str | None, Any]]:
    """The arguments that count, each with its parameter's name: not those whose name begins with an underscore.

    Defaults that are not given do not count. Whether the arguments fit is for the function to say.
    """
    names = _positional(function)
    given = [(names[at] if at < len(names) else None, value) for at, value in enumerate(args)]
    # In the order of names: `f(a=1, b=2)` is `f(b=2, a=1)`, and `f(1)` is `f(a=1)`.
    by_name = sorted(
        [*((name, one) for name, one in given if name is not None), *kwargs.items()], key=lambda one: one[0]
    )
    unnamed = [(name, value) for name, value in given if name is None]
    return [*((name, value) for name, value in by_name if not name.startswith("_")), *unnamed]


def _positional(function: Callable[..., Any]) -> tuple[str, ...]:
    code = getattr(function, "__code__", None)
    if code is not None:
        names: tuple[str, ...] = code.co_varnames[: code.co_argcount]
        return names
    try:
        parameters = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):
        return ()
    kinds = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    return tuple(one.name for one in parameters if one.kind in kinds)
