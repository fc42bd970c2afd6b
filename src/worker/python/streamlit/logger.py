"""`streamlit.logger`: loggers whose lines reach the app's console."""

from __future__ import annotations

import logging

_FORMAT = "%(asctime)s.%(msecs)03d %(name)s: %(message)s"


def get_logger(name: str) -> logging.Logger:
    """The logger of that name, which writes from INFO on to the standard error output."""
    logger = logging.getLogger(name)
    if not logger.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter(_FORMAT, "%Y-%m-%d %H:%M:%S"))
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)
        logger.propagate = False
    return logger
