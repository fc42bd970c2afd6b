"""Lengths of time written as text: `1d2h34m`, `2 days`, `300ms`, `01:30:00`."""

from __future__ import annotations

import re

from streamlit.errors import StreamlitBadTimeStringError

_NANOSECONDS = {
    1: ("ns", "nano", "nanos", "nanosecond", "nanoseconds", "n"),
    1_000: ("us", "µs", "micro", "micros", "microsecond", "microseconds", "u"),
    1_000_000: ("ms", "milli", "millis", "millisecond", "milliseconds", "l"),
    1_000_000_000: ("s", "sec", "secs", "second", "seconds"),
    60_000_000_000: ("m", "min", "mins", "minute", "minutes", "t"),
    3_600_000_000_000: ("h", "hr", "hrs", "hour", "hours"),
    86_400_000_000_000: ("d", "day", "days"),
    604_800_000_000_000: ("w", "week", "weeks"),
}
_UNITS = {name: length for length, names in _NANOSECONDS.items() for name in names}
_PART = re.compile(r"\s*(\d+(?:\.\d*)?|\.\d+)\s*([a-zµ]+)", re.IGNORECASE)
_CLOCK = re.compile(r"\s*(\d+):(\d\d)(?::(\d\d(?:\.\d*)?))?\s*$")
_NUMBER = re.compile(r"\s*(\d+(?:\.\d*)?|\.\d+)\s*$")


def seconds(text: str) -> float:
    """The length in seconds; a number alone counts nanoseconds. Raises `StreamlitBadTimeStringError`."""
    body = text.strip()
    sign = 1
    if body[:1] in ("-", "+"):
        sign = -1 if body[0] == "-" else 1
        body = body[1:]
    if not body:
        raise StreamlitBadTimeStringError(text)
    if (number := _NUMBER.match(body)) is not None:
        return sign * float(number[1]) / 1e9
    total = 0.0
    place = 0
    while place < len(body):
        if (clock := _CLOCK.match(body, place)) is not None:
            total += (int(clock[1]) * 3600 + int(clock[2]) * 60 + float(clock[3] or 0)) * 1e9
            break
        part = _PART.match(body, place)
        if part is None or part[2].lower() not in _UNITS:
            raise StreamlitBadTimeStringError(text)
        total += float(part[1]) * _UNITS[part[2].lower()]
        place = part.end()
    return sign * total / 1e9
