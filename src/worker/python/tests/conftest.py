"""Every test gets a session of its own on a fake runtime."""

from __future__ import annotations

import pytest
from fake_host import FakeHost

from streamlit import _run
from streamlit._host import connect
from streamlit.runtime import caching


@pytest.fixture(autouse=True)
def host() -> FakeHost:
    made = FakeHost()
    connect(made)  # type: ignore[arg-type]
    _run.reset()
    caching.clear()
    return made
