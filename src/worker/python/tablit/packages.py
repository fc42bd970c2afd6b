"""Unpacks wheels and archives of shared libraries that the engine's start wrote to a temporary file."""

from __future__ import annotations

import os
import re
import shutil
import sys
from zipfile import ZipFile

#: Where the parts of a wheel's `.data` folder go, None for site-packages; scripts and headers are of no use here.
_SCHEMES = {"purelib": None, "platlib": None, "data": sys.prefix}

_LIBRARY = re.compile(r"\.so(\.\d+)*$")


def unpack(archive: str, folder: str) -> str:
    """Unpack the file `archive` into `folder`, made if need be, and delete it.

    Returns the paths of the shared libraries that were in it, one a line.

    Raises zipfile.BadZipFile, and ValueError for a name that leads out of `folder`.
    """
    os.makedirs(folder, exist_ok=True)
    with ZipFile(archive) as opened:
        names = opened.namelist()
        for name in names:
            if name.startswith("/") or ".." in name.split("/"):
                raise ValueError(f"The archive holds a file outside of its folder: {name}")
        opened.extractall(folder)
    os.unlink(archive)
    for name in {name.split("/", 1)[0] for name in names}:
        if name.endswith(".data"):
            _spread(os.path.join(folder, name), folder)
    paths = (os.path.join(folder, name) for name in names if _LIBRARY.search(name))
    return "\n".join(path for path in paths if _is_webassembly(path))


def _is_webassembly(path: str) -> bool:
    """Pure wheels may carry libraries of other systems, too."""
    try:
        with open(path, "rb") as file:
            return file.read(4) == b"\0asm"
    except FileNotFoundError:
        return False


def _spread(data_folder: str, site_packages: str) -> None:
    for scheme, target in _SCHEMES.items():
        source = os.path.join(data_folder, scheme)
        if os.path.isdir(source):
            shutil.copytree(source, target or site_packages, dirs_exist_ok=True)
    shutil.rmtree(data_folder)
