"""What a browser tab cannot reach, as it can open no socket, and what to use in its place. Words alone, as tables."""

from __future__ import annotations

INSTEAD_OF_DATABASES = (
    "Use an HTTP interface of the database (PostgREST, Turso, D1, ClickHouse, the SQL APIs of Snowflake and BigQuery) "
    "with `requests` and a sealed secret, or a Parquet, CSV or SQLite file beside the app."
)

_MAIL = "Send it through a mail service with an HTTP interface (Postmark, Resend, Mailgun) with `requests`."
_MAILBOX = "Use the HTTP interface of the mail service (Gmail's API, Microsoft Graph) with `requests`."
_FILES = (
    "Publish the file at an https address and fetch it with `requests`, or let readers choose it (`st.file_uploader`)."
)

#: By the first word of SQLAlchemy's dialects: those that only speak over sockets.
_DIALECTS = {
    "postgresql": "PostgreSQL",
    "postgres": "PostgreSQL",
    "cockroachdb": "CockroachDB",
    "redshift": "Amazon Redshift",
    "mysql": "MySQL",
    "mariadb": "MariaDB",
    "mssql": "SQL Server",
    "oracle": "Oracle",
    "snowflake": "Snowflake",
    "db2": "Db2",
    "ibm_db_sa": "Db2",
    "hana": "SAP HANA",
    "teradatasql": "Teradata",
    "vertica": "Vertica",
}

#: Modules that are made of sockets, or of libraries that no browser has.
_DRIVERS = {
    "psycopg": "PostgreSQL",
    "psycopg2": "PostgreSQL",
    "asyncpg": "PostgreSQL",
    "pg8000": "PostgreSQL",
    "MySQLdb": "MySQL",
    "mysql": "MySQL",
    "pymysql": "MySQL",
    "aiomysql": "MySQL",
    "mariadb": "MariaDB",
    "pyodbc": "SQL Server",
    "pymssql": "SQL Server",
    "cx_Oracle": "Oracle",
    "oracledb": "Oracle",
    "snowflake": "Snowflake",
    "pymongo": "MongoDB",
    "redis": "Redis",
    "cassandra": "Cassandra",
    "paramiko": "SFTP",
}

#: What is at the usual ports: its name, and what to use in its place.
_PORTS = {
    21: ("FTP", _FILES),
    22: ("SFTP", _FILES),
    25: ("mail (SMTP)", _MAIL),
    110: ("a mailbox (POP3)", _MAILBOX),
    143: ("a mailbox (IMAP)", _MAILBOX),
    465: ("mail (SMTP)", _MAIL),
    587: ("mail (SMTP)", _MAIL),
    993: ("a mailbox (IMAP)", _MAILBOX),
    995: ("a mailbox (POP3)", _MAILBOX),
    1433: ("SQL Server", INSTEAD_OF_DATABASES),
    1521: ("Oracle", INSTEAD_OF_DATABASES),
    3306: ("MySQL", INSTEAD_OF_DATABASES),
    5432: ("PostgreSQL", INSTEAD_OF_DATABASES),
    6379: ("Redis", INSTEAD_OF_DATABASES),
    27017: ("MongoDB", INSTEAD_OF_DATABASES),
}


def database_of(url_or_dialect: str) -> str | None:
    """The name of the database that an address of SQLAlchemy, or a dialect, is of when it needs a socket."""
    dialect = url_or_dialect.partition("://")[0].partition("+")[0].strip().lower()
    return _DIALECTS.get(dialect)


def no_database(name: str) -> str:
    """For a connection to it. Holds nothing of its address, in which a password may stand."""
    return f"A browser tab cannot connect to {name}: it can open no socket, with any driver. {INSTEAD_OF_DATABASES}"


def no_driver(module: str) -> str | None:
    """For a module that is not there, and could do nothing in a tab if it were."""
    if (name := _DRIVERS.get(module)) is None:
        return None
    instead = _FILES if name == "SFTP" else INSTEAD_OF_DATABASES
    return f"`{module}` is for {name}, which a browser tab cannot connect to: it can open no socket. {instead}"


def no_socket(port: int | None) -> tuple[str, str]:
    """What happened, and what to do."""
    name, instead = _PORTS.get(port or 0, ("", "Use an HTTP interface of the service with `requests`."))
    what = f", and {name} needs one" if name else ""
    return f"A browser tab can open no socket{what}.", instead
