"""Called while the memory image is made (`tools/engine/snapshot.ts`), never in a page."""

from __future__ import annotations

import gc
import importlib
import linecache
import os
import sys
import zipimport

#: The standard library's archive where the engine mounts it.
_STDLIB = f"python{sys.version_info.major}{sys.version_info.minor}.zip"


def prepare(modules: str, variables: str) -> str:
    """Import `modules`, forget the environment's `variables` (names with spaces between them), and leave as little
    behind as can be. Returns the files of the standard library's archive that nobody needs any more, since their
    modules are in the image: paths in the archive with line ends between them.

    Raises ImportError, naming the module, for one that is not there.
    """
    for name in modules.split():
        importlib.import_module(name)
    for name in variables.split():
        os.environ.pop(name, None)
    linecache.clearcache()
    # Files have other times in each page, the archive other places: what was remembered of them is of no use there.
    sys.path_importer_cache.clear()
    zipimport._zip_directory_cache.clear()  # type: ignore[attr-defined]
    gc.collect()
    # What lives now lives on: the collector of a page need not walk through it again and again.
    gc.freeze()
    files = [getattr(module, "__file__", None) or "" for module in sys.modules.values()]
    inside = [file.rpartition(".zip/")[2] for file in files if f"{_STDLIB}/" in file]
    return "\n".join(sorted(inside))
