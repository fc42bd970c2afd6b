"""The rows of `cases/`: a call and the element it hands over. The page's tests mount the same elements.

`element` is compared without the generated `id`; `value` is the call's result where the row has one.
"""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import streamlit as st

if TYPE_CHECKING:
    from fake_host import FakeHost

CASES = Path(__file__).parents[4] / "cases"


def rows() -> list[Any]:
    return [
        pytest.param(row, id=f"{file.relative_to(CASES).with_suffix('')}: {row['name']}")
        for file in sorted(CASES.rglob("*.json"))
        for row in json.loads(file.read_text())
    ]


@pytest.mark.parametrize("row", rows())
def test_a_call_hands_over_its_element(row: dict[str, Any], host: FakeHost) -> None:
    value = eval(row["call"], {"st": st, "dt": datetime})
    if "element" in row:
        element = (host.elements or list(host.transients.values()))[-1]
        element.pop("id", None)
        element.pop("ended", None)
        assert element == {name: part for name, part in row["element"].items() if name != "id"}
    if "value" in row:
        assert repr(value) == row["value"]
