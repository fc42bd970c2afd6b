"""The arguments of the two decorators, checked."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from streamlit import _check, _config, _duration
from streamlit.errors import (
    StreamlitIncompatibleParametersError,
    StreamlitInvalidParameterTypeError,
    StreamlitMissingRequiredParameterError,
    StreamlitValueError,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.runtime.caching.hashing import HashFuncs

_SIZE = re.compile(r"\s*(\d+(?:\.\d*)?|\.\d+)\s*(b|[kmgt]i?b)\s*", re.IGNORECASE)
_POWERS = {"b": 0, "k": 1, "m": 2, "g": 3, "t": 4}

_A_SIZE = "a positive byte size"
_SIZE_DETAIL = (
    'Use an integer number of bytes or a positive value with an explicit unit, such as "500MB", "1.5GB", or "200KiB".'
)
_TTL_DETAIL = 'Set a positive `ttl` (for example `ttl="1h"`) or use `refresh_mode="foreground"`.'
_TTL_VALUE = 'Background refresh requires a positive `ttl` (for example `ttl="1h"`) or `refresh_mode="foreground"`.'
_NO_TTL_ON_DISK = (
    "Persisted (disk) caches do not support TTL-based expiration, which background refresh requires. Use "
    '`persist=None` with `refresh_mode="background"`, or use `refresh_mode="foreground"`.'
)


@dataclass(frozen=True, slots=True)
class Settings:
    """How a function is cached. Two that are equal can go on with the same entries."""

    #: Seconds, as the author gave them: what is no number fails where it is counted with.
    ttl: Any = None
    max_entries: float | None = None
    #: Bytes.
    max_size: int | None = None
    persist: bool = False
    background: bool = False
    show_spinner: Any = field(default=True, compare=False)
    show_time: bool = field(default=False, compare=False)
    hash_funcs: HashFuncs | None = field(default=None, compare=False)
    validate: Callable[[Any], Any] | None = field(default=None, compare=False)
    on_release: Callable[[Any], Any] | None = field(default=None, compare=False)

    @property
    def lifetime(self) -> Any:
        """Seconds until an entry is of no use at all."""
        return self.ttl * _stale_for() if self.background else self.ttl


def _stale_for() -> float:
    """How many times `ttl` an entry may be given while it waits for a newer one."""
    given = _config.get("runner.cacheBackgroundRefreshTTLMultiplier", 2.0)
    return given if isinstance(given, (int, float)) and 1.0 < given < float("inf") else 2.0


def seconds(ttl: float | timedelta | str | None) -> Any:
    """A lifetime in seconds; None is no end. Raises `StreamlitBadTimeStringError` for a text that is none."""
    if isinstance(ttl, timedelta):
        return ttl.total_seconds()
    return _duration.seconds(ttl) if isinstance(ttl, str) else ttl


def byte_size(parameter: str, value: object) -> int:
    """Bytes of a number, or of a text with a unit; units are powers of 1024. Raises for what is neither."""
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        raise StreamlitInvalidParameterTypeError(
            parameter,
            ["int", "str"],
            type(value).__name__,
            'Pass an integer byte count such as int(5e8), or a unit string such as "500MB".',
        )
    size = value if isinstance(value, int) else _parsed(value)
    if size is None or size <= 0:
        raise StreamlitValueError(parameter, [_A_SIZE], _SIZE_DETAIL)
    return size


def _parsed(text: str) -> int | None:
    match = _SIZE.fullmatch(text)
    return None if match is None else int(float(match[1]) * 1024.0 ** _POWERS[match[2][0].lower()])


def total_size() -> int | None:
    """Bytes that all entries of `st.cache_data` may have together: `server.maxCacheDataSize`; None is no limit."""
    given = _config.get("server.maxCacheDataSize")
    if given in (None, 0, "0", "", False):
        return None
    return byte_size("server.maxCacheDataSize", given)


def checked(
    *,
    ttl: Any,
    max_entries: Any,
    scope: Any,
    refresh_mode: Any,
    max_size: Any = None,
    persist: Any = None,
    **more: Any,
) -> Settings:
    """Raises the errors of the tables. A tab has one session, so both scopes come to the same."""
    if persist not in (None, False, True, "disk"):
        raise StreamlitValueError("persist", ["'disk'", "None"])
    _check.one_of("scope", scope, ("global", "session"))
    if refresh_mode not in ("foreground", "background"):
        raise StreamlitValueError("refresh_mode", ["foreground", "background"])
    if max_entries is not None and not isinstance(max_entries, (int, float)):
        raise ValueError(f"`max_entries` must be a number, not {max_entries!r}")
    lifetime = seconds(ttl)
    background = refresh_mode == "background"
    if background:
        _check_background(lifetime, persist=bool(persist))
    if persist and ttl is not None:
        _check.logger.warning(
            "A cached function with `persist` has a `ttl`, which is ignored: its entries do not expire."
        )
    return Settings(
        ttl=None if persist else lifetime,
        max_entries=max_entries,
        max_size=None if max_size is None else byte_size("max_size", max_size),
        persist=bool(persist),
        background=background,
        **more,
    )


def _check_background(lifetime: Any, *, persist: bool) -> None:
    if lifetime is None:
        raise StreamlitMissingRequiredParameterError("ttl", _TTL_DETAIL)
    if lifetime <= 0:
        raise StreamlitValueError("ttl", ["a positive duration"], _TTL_VALUE)
    if persist:
        raise StreamlitIncompatibleParametersError(["refresh_mode='background'", "persist='disk'"], _NO_TTL_ON_DISK)
