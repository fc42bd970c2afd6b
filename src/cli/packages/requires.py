"""Prints what a wheel needs on the engine: `requires.py WHEEL PYTHON_VERSION`, a JSON list of requirement strings."""

import json
import sys
import zipfile
from email.parser import HeaderParser

from pip._vendor.packaging.requirements import Requirement

wheel, version = sys.argv[1:]
environment = {
    "implementation_name": "cpython",
    "os_name": "posix",
    "platform_machine": "wasm32",
    "platform_python_implementation": "CPython",
    "platform_system": "Emscripten",
    "python_full_version": f"{version}.0",
    "python_version": version,
    "sys_platform": "emscripten",
    "extra": "",
}
with zipfile.ZipFile(wheel) as archive:
    (name,) = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
    headers = HeaderParser().parsestr(archive.read(name).decode())
needed = [Requirement(text) for text in headers.get_all("Requires-Dist") or []]
wanted = [need for need in needed if need.marker is None or need.marker.evaluate(environment)]
sys.stdout.write(json.dumps([f"{need.name}{need.specifier}" for need in wanted]))
