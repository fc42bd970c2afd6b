"""The rows of `data/contract/`: for a call, the error it raises, the value it returns, or that it is accepted.

A call may be several statements; the last one is what counts. `form` is a place inside a form.
"""

from __future__ import annotations

import ast
import datetime
import decimal
import enum
import json
import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pytest

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.errors import StreamlitAPIException

if TYPE_CHECKING:
    from fake_host import FakeHost

DATA = Path(__file__).parent / "data" / "contract"


def rows(kind: str) -> list[Any]:
    return [
        pytest.param(row, id=f"{file.stem}: {row['call']}")
        for file in sorted(DATA.glob("*.json"))
        for row in json.loads(file.read_text()).get(kind, [])
    ]


def evaluate(call: str, host: FakeHost) -> Any:
    """Runs the statements; the value of the last one if it is an expression."""
    form = DeltaGenerator(host.block(1, "container", "{}", "f"))
    modules = {"st": st, "dt": datetime, "decimal": decimal, "enum": enum, "np": np, "pd": pd}
    names = {"__name__": "__main__", **modules, "form": form}
    body = ast.parse(call).body
    last = body.pop() if isinstance(body[-1], ast.Expr) else None
    exec(compile(ast.Module(body, []), "<row>", "exec"), names)
    return eval(compile(ast.Expression(last.value), "<row>", "eval"), names) if last is not None else None


def shown(value: Any) -> str:
    """The value as the table writes it."""
    if isinstance(value, list) and value and all(isinstance(part, DeltaGenerator) for part in value):
        return f"list of {len(value)} DG"
    return "DG" if type(value) is DeltaGenerator else repr(value)


@pytest.mark.parametrize("row", rows("errors"))
def test_a_call_raises_its_error(row: dict[str, Any], host: FakeHost) -> None:
    with pytest.raises(Exception) as raised:  # noqa: PT011 - class and message are compared below
        evaluate(row["call"], host)
    assert type(raised.value).__name__ == row["class"]
    assert str(raised.value) == row["message"]
    if row["class"].startswith("Streamlit"):
        assert isinstance(raised.value, StreamlitAPIException)


@pytest.mark.parametrize("row", rows("python_errors"))
def test_a_call_raises_an_error_of_python(row: dict[str, Any], host: FakeHost) -> None:
    with pytest.raises(Exception) as raised:  # noqa: PT011 - the class is compared below
        evaluate(row["call"], host)
    assert row["class"] in [kind.__name__ for kind in type(raised.value).__mro__]


@pytest.mark.parametrize("row", rows("values"))
def test_a_call_returns_its_value(row: dict[str, Any], host: FakeHost) -> None:
    assert shown(evaluate(row["call"], host)) == row["value"]


@pytest.mark.parametrize("row", rows("accepted"))
def test_a_call_is_accepted(row: dict[str, Any], host: FakeHost, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "streamlit"):
        evaluate(row["call"], host)
    lines = [record.getMessage() for record in caplog.records]
    assert any(line.startswith(row["logs"]) for line in lines) if "logs" in row else True
