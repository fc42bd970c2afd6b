"""The examples of the docs run."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from streamlit import _script

if TYPE_CHECKING:
    from fake_host import FakeHost

DOCS = Path(__file__).parents[4] / "docs" / "elements"
PAGES = sorted(DOCS.rglob("*.md"))


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(DOCS)) for page in PAGES])
def test_an_example_runs_and_shows_something(page: Path, host: FakeHost, tmp_path: Path) -> None:
    examples = re.findall(r"^```python\n(.*?)^```", page.read_text(), re.DOTALL | re.MULTILINE)
    assert examples
    for example in examples:
        script = tmp_path / "app.py"
        script.write_text(example)
        host.begin()
        assert '"outcome": "success"' in _script.run(str(script), '{"values": []}')
        assert host.elements
