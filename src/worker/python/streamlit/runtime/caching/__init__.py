"""`st.cache_data` and `st.cache_resource`."""

from __future__ import annotations

from streamlit.runtime.caching import _disk, _refresh
from streamlit.runtime.caching._stores import DataStore
from streamlit.runtime.caching.cache_data_api import CacheDataAPI
from streamlit.runtime.caching.cache_errors import CacheReplayClosureError as CacheReplayClosureError
from streamlit.runtime.caching.cache_resource_api import CacheResourceAPI

cache_data = CacheDataAPI()
cache_resource = CacheResourceAPI()

#: How the page's entries are reached.
connect_disk = _disk.connect
refresh = _refresh.refresh
refresh_is_due = _refresh.is_due

__all__ = ["CacheReplayClosureError", "DataStore", "cache_data", "cache_resource", "clear", "connect_disk"]


def clear() -> None:
    """Forgets everything, as “Clear caches” in the menu does."""
    _refresh.forget()
    cache_data.clear()
    cache_resource.clear()
