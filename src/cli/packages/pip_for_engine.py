"""Runs pip for the engine's Python: `pip_for_engine.py PYTHON_VERSION [PIP_ARGUMENT...] -- [REQUIREMENT...]`.

pip takes the tags of wheels from its options but reads environment markers (`; sys_platform == "emscripten"`) for the
Python that it runs on. This makes it read them for the engine. What the standard library has is left out, and said.
"""

import re
import sys

try:
    from pip._internal.cli.main import main
    from pip._vendor.packaging import markers
except ImportError as error:
    sys.exit(f"This pip cannot be used: {error}")

version = sys.argv[1]
split = sys.argv.index("--")
options, requirements = sys.argv[2:split], sys.argv[split + 1 :]

environment = {
    "implementation_name": "cpython",
    "implementation_version": version,
    "os_name": "posix",
    "platform_machine": "wasm32",
    "platform_python_implementation": "CPython",
    "platform_release": "",
    "platform_system": "Emscripten",
    "platform_version": "",
    "python_full_version": version,
    "python_version": ".".join(version.split(".")[:2]),
    "sys_platform": "emscripten",
}
markers.default_environment = lambda: dict(environment)

wanted = []
for requirement in requirements:
    name = re.split(r"[^A-Za-z0-9_.-]", requirement, maxsplit=1)[0]
    if name in sys.stdlib_module_names:
        sys.stdout.write(f"Part of Python: {name}\n")
        sys.stdout.flush()
    else:
        wanted.append(requirement)

sys.exit(main([*options, *wanted]) if wanted else 0)
