"""A tab in a few lines: it runs a function as the script, run after run, with what a reader sets between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from streamlit import _run, _script
from streamlit._run import phase

if TYPE_CHECKING:
    from collections.abc import Callable

    from fake_host import FakeHost


class Tab:
    """`run` does what the worker does for a run: values, callbacks, the script, the end."""

    def __init__(self, host: FakeHost) -> None:
        self.host = host
        self.outcome = ""
        #: What the widgets show: the value that the reader or the script set last, by widget id.
        self.values: dict[str, Any] = {}

    def run(self, script: Callable[[], Any], *values: tuple[str, Any]) -> str:
        """Runs `script` after the reader set `values`: pairs of a widget's label or id and its wire value, in order."""
        pairs = [(name if name.startswith("$$ID") else self.id(name), value) for name, value in values]
        self.values.update(pairs)
        known = set(self.host.ids)
        self.host.begin()
        phase.active = True
        changed = _run.session.begin(pairs)
        report = _script._guarded(lambda: _script._call_back(changed))
        if report["outcome"] == "success":
            report = _script._guarded(lambda: script() and None)
        if report["outcome"] in ("success", "rerun"):
            _run.session.finish(complete=report["outcome"] == "success")
        phase.active = False
        self.outcome = report["outcome"]
        self.values.update(self.host.values)
        if self.outcome == "success":
            gone = known - self.host.ids
            _run.session.forget(gone)
            self.values = {id: value for id, value in self.values.items() if id not in gone}
        else:
            self.host.ids |= known
        return self.outcome

    def element(self, label: str) -> dict[str, Any]:
        """The last element with this label."""
        return next(one for one in reversed(self.host.elements) if one.get("label") == label)

    def id(self, label: str) -> str:
        id: str = self.element(label)["id"]
        return id

    def shows(self, label: str) -> Any:
        """What the page shows for the widget: what was set, else the default that its element names."""
        element = self.element(label)
        return self.values.get(element["id"], element.get("default"))

    def error(self) -> tuple[str, str]:
        """Class and message of the exception on the page."""
        shown = next(one for one in reversed(self.host.elements) if one["type"] == "exception")
        return shown["exception_type"], shown["message"]
