"""The network of a script: HTTP libraries that send through the page instead of through sockets.

`transport` makes a request and waits for its answer. `wire` is a socket that speaks HTTP to it, for `http.client` and
what is built on that (`urllib.request`, urllib3, requests). The `for_...` modules change one library each, when an app
imports that library and not before.
"""

from __future__ import annotations

import importlib
import sys
from importlib.machinery import PathFinder
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType

#: Modules of libraries, and the module here whose `patch` changes them once they are loaded.
_PATCHES = {
    "http.client": "tablit.http.for_http_client",
    "urllib3.connection": "tablit.http.for_urllib3",
    "urllib3.contrib.emscripten": "tablit.http.for_urllib3",
    "httpx._transports.default": "tablit.http.for_httpx",
    "pyodide.http": "tablit.http.for_pyodide",
    "socket": "tablit.http.for_socket",
}


class _Way:
    """How to the page; the transport takes it from here, so that nothing of it is loaded before it is needed."""

    net: Any = None
    #: As `tablit.waiting` gives it.
    wait: Callable[[Callable[[], Any]], Any] | None = None


way = _Way()


class _PatchingLoader:
    """Loads a module as its own loader does, and has it changed before its importer sees it."""

    def __init__(self, loader: Any, patch: str) -> None:
        self._loader = loader
        self._patch = patch

    def __getattr__(self, name: str) -> Any:
        return getattr(self._loader, name)

    def exec_module(self, module: ModuleType) -> None:
        # Nobody but the import system needs to know that another loader stood in between.
        module.__loader__ = self._loader
        if module.__spec__ is not None:
            module.__spec__.loader = self._loader
        self._loader.exec_module(module)
        _apply(self._patch, module)


class _Finder:
    """First in `sys.meta_path`: for all but a few names a look into a dictionary."""

    @staticmethod
    def find_spec(name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> ModuleSpec | None:
        patch = _PATCHES.get(name)
        if patch is None:
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec is not None and spec.loader is not None:
            spec.loader = _PatchingLoader(spec.loader, patch)  # type: ignore[assignment]
        return spec


def _apply(patch: str, module: ModuleType) -> None:
    importlib.import_module(patch).patch(module)


def install(net: Any, wait: Callable[[Callable[[], Any]], Any] | None) -> None:
    """From here on the libraries named above are changed when they are imported; those that are loaded, now.

    `net` is the worker's `PythonNet`, None without a page; `wait` waits for a promise, None without JSPI.
    """
    way.net = net
    way.wait = wait
    if _Finder not in sys.meta_path:
        sys.meta_path.insert(0, _Finder)
    for name, patch in _PATCHES.items():
        if (module := sys.modules.get(name)) is not None:
            _apply(patch, module)
