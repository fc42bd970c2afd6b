"""The examples of some pages of `docs`, and the first one of `docs/sign_in.md`, run."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from streamlit import _script
from streamlit.runtime import connection_factory

if TYPE_CHECKING:
    from fake_host import FakeHost

DOCS = Path(__file__).parents[4] / "docs"


def examples(page: str) -> list[str]:
    return re.findall(r"^```python\n(.*?)^```", (DOCS / page).read_text(), re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize(
    ("example", "outcome"),
    [
        *(
            (one, "success")
            for one in [*examples("connections.md"), *examples("caching.md"), *examples("query_params.md")]
        ),
        (examples("sign_in.md")[0], "stopped"),
    ],
)
def test_an_example_runs(
    example: str, outcome: str, host: FakeHost, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    script = tmp_path / "app.py"
    script.write_text(example)
    assert f'"outcome": "{outcome}"' in _script.run(str(script), '{"values": []}')
    assert host.elements
    connection_factory.clear()
