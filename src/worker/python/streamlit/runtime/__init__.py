"""Whether a script runs here: the part of `streamlit.runtime` that apps ask for."""

from __future__ import annotations


def exists() -> bool:
    """Whether there is a runtime. Scripts ask it to tell an app from a plain `python app.py`."""
    from streamlit import _host

    return _host.is_connected()
