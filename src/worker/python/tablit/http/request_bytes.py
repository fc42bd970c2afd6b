"""Reads a request of HTTP/1 out of the bytes that a library would have sent."""

from __future__ import annotations


class RequestBytes:
    """Takes bytes until a request is whole: head, and the body that it announces."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._head: tuple[str, str, list[tuple[str, str]]] | None = None
        self._length = 0
        self._chunked = False
        self._body = bytearray()
        self.is_whole = False

    def feed(self, data: bytes) -> None:
        """Raises ValueError for what is no HTTP."""
        self._bytes += data
        if self._head is None and not self._read_head():
            return
        if self._chunked:
            self._read_chunks()
        elif len(self._bytes) >= self._length:
            self._body = self._bytes[: self._length]
            self.is_whole = True

    def parts(self) -> tuple[str, str, list[tuple[str, str]], bytes | None]:
        """Method, target, headers, body. Only when it is whole."""
        if self._head is None:
            raise ValueError("The request is not whole.")
        method, target, headers = self._head
        return method, target, headers, bytes(self._body) or None

    def _read_head(self) -> bool:
        end = self._bytes.find(b"\r\n\r\n")
        if end < 0:
            return False
        first, *lines = self._bytes[:end].decode("latin-1").split("\r\n")
        del self._bytes[: end + 4]
        method, target, _version = first.split(" ", 2)
        headers = [(name.strip(), value.strip()) for name, _, value in (line.partition(":") for line in lines)]
        for name, value in headers:
            if name.lower() == "content-length":
                self._length = int(value)
            elif name.lower() == "transfer-encoding":
                self._chunked = "chunked" in value.lower()
        self._head = (method, target, headers)
        return True

    def _read_chunks(self) -> None:
        while (end := self._bytes.find(b"\r\n")) >= 0:
            size = int(self._bytes[:end].split(b";")[0], 16)
            start = end + 2
            if len(self._bytes) < start + size + 2:
                return
            self._body += self._bytes[start : start + size]
            del self._bytes[: start + size + 2]
            if size == 0:
                self.is_whole = True
                return
