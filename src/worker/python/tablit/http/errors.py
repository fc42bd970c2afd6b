"""Why a request got no answer. Libraries wrap these in errors of their own and keep the words."""

from __future__ import annotations


class NetworkError(ConnectionError):
    """The page refused the request, or the host could not be reached; `code` is one of `docs/network.md`."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(f"{message} {hint}")
        self.code = code
        self.hint = hint


class NetworkTimeoutError(TimeoutError):
    """The host did not answer in time."""

    code = "timeout"


def error_of(code: str, message: str, hint: str) -> OSError:
    if code == "timeout":
        return NetworkTimeoutError(f"{message} {hint}")
    return NetworkError(code, message, hint)


def no_waiting() -> NetworkError:
    return NetworkError(
        "no_waiting",
        "This browser cannot let Python wait for an answer of the network (it has no JSPI).",
        "Open the app in Chrome or Edge 137, Firefox 153, Safari 27, or a newer one.",
    )


def no_network() -> NetworkError:
    return NetworkError("no_network", "There is no network here.", "Run the app in a page of Tablit.")
