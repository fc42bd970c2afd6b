"""How an element becomes text: compact JSON, NaN and infinities refused (the wire has none)."""

from __future__ import annotations

import json
from typing import Any

_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def encode(value: Any) -> str:
    return _encoder.encode(value)
