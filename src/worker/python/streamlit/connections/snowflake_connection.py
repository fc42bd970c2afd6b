"""Snowflake's connections, which a browser cannot have: the names, and why."""

from __future__ import annotations

from typing import Any, NoReturn

from streamlit.connections.base_connection import BaseConnection

_WHY = (
    "No module named 'snowflake'. Its connector opens sockets and checks certificates by itself, which no page in a "
    "browser can, so it cannot be installed here. Send statements to Snowflake's SQL API over https with `requests`, "
    "with the token as a sealed secret, through a host that lets pages in (CORS); or export the table to a Parquet or "
    "CSV file and read that."
)


class SnowflakeConnection(BaseConnection[Any]):
    """Raises `ModuleNotFoundError` when it is to be made."""

    def _connect(self, **_kwargs: Any) -> NoReturn:
        raise ModuleNotFoundError(_WHY)

    def query(
        self,
        sql: str,  # noqa: ARG002
        *,
        ttl: Any = None,  # noqa: ARG002
        show_spinner: bool | str = "Running `snowflake.query(...)`.",  # noqa: ARG002
        params: Any = None,  # noqa: ARG002
        **kwargs: Any,  # noqa: ARG002
    ) -> NoReturn:
        raise ModuleNotFoundError(_WHY)


class SnowflakeCallersRightsConnection(SnowflakeConnection):
    """Raises `ModuleNotFoundError` when it is to be made."""
