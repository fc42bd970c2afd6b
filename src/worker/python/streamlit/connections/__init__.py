"""`st.connections`: the classes behind `st.connection`."""

from __future__ import annotations

from streamlit.connections.base_connection import BaseConnection
from streamlit.connections.snowflake_connection import SnowflakeCallersRightsConnection, SnowflakeConnection
from streamlit.connections.sql_connection import SQLConnection

#: The name that the class had before.
ExperimentalBaseConnection = BaseConnection

__all__ = [
    "BaseConnection",
    "ExperimentalBaseConnection",
    "SQLConnection",
    "SnowflakeCallersRightsConnection",
    "SnowflakeConnection",
]
