"""Prints as a JSON list which requirements hold on the engine, in one of two ways.

`requires.py PYTHON_VERSION wheel PATH [EXTRA…]`: what a wheel needs, with these extras.
`requires.py PYTHON_VERSION these REQUIREMENT…`: those of the given ones whose marker holds.
"""

import json
import sys
import zipfile
from email.parser import HeaderParser

from pip._vendor.packaging.requirements import Requirement

version, mode, *given = sys.argv[1:]
environment = {
    "implementation_name": "cpython",
    "os_name": "posix",
    "platform_machine": "wasm32",
    "platform_python_implementation": "CPython",
    "platform_system": "Emscripten",
    "python_full_version": f"{version}.0",
    "python_version": version,
    "sys_platform": "emscripten",
}


def needs_of(path: str) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        headers = HeaderParser().parsestr(archive.read(name).decode())
    return headers.get_all("Requires-Dist") or []


def holds(need: Requirement, extras: list[str]) -> bool:
    if need.marker is None:
        return True
    return any(need.marker.evaluate({**environment, "extra": extra}) for extra in extras)


def written(need: Requirement) -> str:
    extras = f"[{','.join(sorted(need.extras))}]" if need.extras else ""
    source = f" @ {need.url}" if need.url else str(need.specifier)
    return f"{need.name}{extras}{source}"


texts, extras = (needs_of(given[0]), given[1:]) if mode == "wheel" else (given, [])
wanted = [need for need in map(Requirement, texts) if holds(need, ["", *extras])]
sys.stdout.write(json.dumps([written(need) for need in wanted]))
