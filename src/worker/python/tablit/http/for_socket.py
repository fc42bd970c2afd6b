"""`socket`: says that there are none, where the engine's own would seem to connect and then never answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

from streamlit._out_of_reach import no_socket
from tablit.http.errors import NetworkError

if TYPE_CHECKING:
    from collections.abc import Callable

CODE = "no_sockets"

#: Of a socket: what would send or listen.
_REFUSED = ("connect", "connect_ex", "bind", "listen", "sendto", "sendmsg")


def patch(module: Any) -> None:
    for name in _REFUSED:
        if hasattr(module.socket, name):
            setattr(module.socket, name, _refuse)
    module.create_connection = refuse_connection
    if hasattr(module, "create_server"):
        module.create_server = refuse_connection
    for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex"):
        setattr(module, name, _only_near(module, getattr(module, name)))


def _refuse(_socket: Any, *given: Any, **_more: Any) -> NoReturn:
    raise no_sockets(_port_in(given[-1] if given else None))


def refuse_connection(address: Any = None, *_given: Any, **_more: Any) -> NoReturn:
    raise no_sockets(_port_in(address))


def no_sockets(port: int | None = None) -> NetworkError:
    return NetworkError(CODE, *no_socket(port))


def _port_in(address: Any) -> int | None:
    if isinstance(address, tuple) and len(address) > 1 and isinstance(address[1], int):
        return address[1]
    return None


def _only_near(module: Any, look_up: Callable[..., Any]) -> Callable[..., Any]:
    """Names of this computer, and addresses, which need nobody's help."""

    def near(host: Any = None, *given: Any, **more: Any) -> Any:
        if _is_near(host):
            return look_up(host, *given, **more)
        port = given[0] if given else more.get("port")
        what, instead = no_socket(port if isinstance(port, int) else None)
        raise module.gaierror(f"{what} Names of hosts are looked up by the browser alone. {instead}")

    return near


def _is_near(host: Any) -> bool:
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else host
    if name is None or name in ("", "localhost"):
        return True
    import ipaddress

    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
