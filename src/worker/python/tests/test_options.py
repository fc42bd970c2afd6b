"""Options as lists, their labels, and how little long ones cost when nothing changed."""

from __future__ import annotations

import array
import enum
from typing import Any

import numpy as np
import pandas as pd
import pytest

from streamlit import _options
from streamlit._options import Choice, as_list, labels_of


class Size(enum.Enum):
    SMALL = 1
    LARGE = 2


LISTS: list[tuple[Any, list[Any]]] = [
    ([1, 2], [1, 2]),
    ((1, 2), [1, 2]),
    (None, []),
    ("abc", ["abc"]),
    (b"abc", [b"abc"]),
    (3, [3]),
    ({"a": 1, "b": 2}, ["a", "b"]),
    ({"a": 1}.values(), [1]),
    (range(3), [0, 1, 2]),
    (iter("ab"), ["a", "b"]),
    (Size, [Size.SMALL, Size.LARGE]),
    (array.array("i", [1, 2]), [1, 2]),
    (np.array([1, 2]), [1, 2]),
    (np.int64(3), [3]),
    (pd.Series(["a", "b"]), ["a", "b"]),
    (pd.Index([1, 2]), [1, 2]),
    (pd.DataFrame({"c": [1, 2], "d": [3, 4]}), [1, 2]),
    (pd.DataFrame(), []),
    (pd.Series(["b", "a"], dtype="category"), ["b", "a"]),
]


@pytest.mark.parametrize(("options", "expected"), LISTS, ids=[type(options).__name__ for options, _ in LISTS])
def test_options_become_a_list(options: Any, expected: list[Any]) -> None:
    made = as_list(options)
    assert made == expected
    assert [type(one) for one in made] == [type(one) for one in expected]


def test_the_list_is_not_the_scripts_own() -> None:
    mine = [1]
    assert as_list(mine) is not mine


def test_equal_labels_are_made_once() -> None:
    assert labels_of(["a", "b"], str) is labels_of(["a", "b"], str)
    assert labels_of([1, 2], str) is labels_of([1, 2], str)
    assert labels_of([1, 2], lambda n: f"n{n}") is labels_of(["n1", "n2"], str)


def test_options_that_are_equal_but_read_otherwise_have_labels_of_their_own() -> None:
    assert [labels_of([one], str).texts for one in (1, 1.0, True)] == [("1",), ("1.0",), ("True",)]
    assert [labels_of([one], str).texts for one in (0.0, -0.0)] == [("0.0",), ("-0.0",)]


def test_a_text_that_is_an_enumerations_is_labelled_as_it_reads() -> None:
    class Named(str, enum.Enum):
        A = "a"

    assert labels_of(list(Named), str).texts == ("Named.A",)


def test_labels_that_are_no_texts_are_made_texts() -> None:
    assert labels_of([1], lambda n: n + 1).texts == ("2",)


def test_the_memory_of_labels_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_options, "_MOST_LABELS", 10)
    monkeypatch.setattr(_options, "_known", {})
    monkeypatch.setattr(_options, "_count", 0)
    for start in range(100):
        labels_of([str(start + n) for n in range(4)], str)
    assert sum(map(len, _options._known)) <= 10
    assert labels_of([str(n) for n in range(11)], str).positions["10"] == 10


def test_a_label_that_two_options_have_is_the_firsts() -> None:
    labels = labels_of(["x", "x", "y"], str)
    assert labels.positions == {"x": 0, "y": 2}


def test_a_choice_tells_equal_labels_apart_by_the_option() -> None:
    options = [1, "1"]
    choice = Choice(options, labels_of(options, str), 0)
    assert choice.keep("1", "1") == "1"
    assert choice.fit("1") == "1"
    assert choice.fit(1) == 1
    assert choice.from_wire("1") == 1


def test_a_digest_is_the_same_in_every_session() -> None:
    assert labels_of(["a", "b"], str).digest == "d8f141e4ef8a533b1994f88d4ca33b0f"
