"""What can be wrong with a cached function, its arguments, and what it returns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from streamlit import _traceback
from streamlit.errors import StreamlitAPIException, StreamlitAPIWarning

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_DOCS = "https://docs.streamlit.io/develop/concepts/architecture/caching"
_BUGS = "https://github.com/streamlit/streamlit/issues/new/choose"


def type_name(value: object) -> str:
    """`package.module.Class`."""
    kind = type(value)
    return f"{kind.__module__}.{kind.__qualname__}"


def _own_name(value: object) -> str:
    """What a returned value is called: functions and generators have a name of their own."""
    name = getattr(value, "__name__", None)
    return f"{name}()" if isinstance(name, str) else type_name(value)


class CacheError(Exception):
    """What was cached cannot be read."""


class UnhashableParamError(StreamlitAPIException):
    """An argument cannot be told from others."""

    def __init__(self, command: str, function: str, parameter: str | None, value: object) -> None:
        named = f"argument {parameter!r}" if parameter else "an argument"
        example = parameter or "x"
        super().__init__(
            f"Cannot hash {named} (of type `{type_name(value)}`) in {function!r}.\n\n"
            "To address this, you can tell Streamlit not to hash this argument by adding a\n"
            "leading underscore to the argument's name in the function signature:\n\n"
            f"```\n@st.{command}\ndef {function}(_{example}, ...):\n    ...\n```\n            "
        )


class UserHashError(StreamlitAPIException):
    """A function of `hash_funcs` failed. `chain`: what was being hashed, from the argument inwards."""

    def __init__(
        self,
        cause: BaseException,
        command: str,
        function: str,
        hash_func: Callable[[Any], Any],
        value: object,
        chain: Sequence[object],
    ) -> None:
        name = getattr(hash_func, "__name__", repr(hash_func))
        lines = "\n".join(
            f"{'  ' * depth}Object of type {type_name(one)}: {_short(one)}" for depth, one in enumerate(chain)
        )
        super().__init__(
            f"{cause}\n\nThis error is likely due to a bug in `{name}()`, which is a\n"
            f"user-defined hash function that was passed into the `@st.{command}` decorator of\n`{function}()`.\n\n"
            f"`{name}()` failed when hashing an object of type\n"
            f"`{type_name(value)}`.  If you don't know where that object is coming from,\n"
            "try looking at the hash chain below for an object that you do recognize, then\n"
            f"pass that to `hash_funcs` instead:\n\n```\n{lines}\n```\n\n"
            f"If you think this is actually a Streamlit bug, please\n[file a bug report here]({_BUGS})."
        )


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 120 else f"{text[:117]}..."


class UnserializableReturnValueError(StreamlitAPIException):
    def __init__(self, function: str, value: object) -> None:
        super().__init__(
            f"""
            Cannot serialize the return value (of type `{_own_name(value)}`)
            in `{function}()`. `st.cache_data` uses
            [pickle](https://docs.python.org/3/library/pickle.html) to serialize the
            function's return value and safely store it in the cache
            without mutating the original object. Please convert the return value to a
            pickle-serializable type. If you want to cache unserializable objects such
            as database connections or Tensorflow sessions, use `st.cache_resource`
            instead (see [our docs]({_DOCS}) for differences)."""
        )


class UnevaluatedDataFrameError(StreamlitAPIException):
    def __init__(self, function: str, value: object) -> None:
        super().__init__(
            f"`{function}()` returns a `{type_name(value)}`, a table that is not worked out yet. `st.cache_data` keeps "
            "values, not plans: collect it first (with `.collect()`, `.compute()` or `.to_pandas()`) and return that."
        )


class CacheReplayClosureError(StreamlitAPIException):
    def __init__(self, command: str, function: str) -> None:
        super().__init__(
            f"While running `{function}()`, a streamlit element is called on some layout block\n"
            "created outside the function. This is incompatible with replaying the cached\n"
            "effect of that element, because the referenced block might not exist when\nthe replay happens.\n\n"
            f"How to fix this:\n* Move the creation of that layout block inside `{function}()`.\n"
            f"* Move the call to the streamlit element outside of `{function}()`.\n"
            f"* Remove the `@st.{command}` decorator from `{function}()`.\n            "
        )


class CachedWidgetWarning(StreamlitAPIWarning):
    """Shown above a widget that a cached function makes; `stack_trace` has the lines of the script that made it."""

    def __init__(self) -> None:
        super().__init__(
            "Your script uses a widget command in a cached function\n"
            "(function decorated with `@st.cache_data` or `@st.cache_resource`).\n"
            'This code will only be called when we detect a cache "miss",\nwhich can lead to unexpected results.\n\n'
            "To fix this, move all widget commands outside the cached function."
        )
        self.stack_trace = _traceback.here()
