"""A built folder, served on this machine for as long as a test looks at it."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

Headers = Callable[[str], Mapping[str, str]]
"""What a server says of the file with this path, besides what every server says."""


class _Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # connections stay, as with any server of today

    def __init__(self, *arguments: Any, headers: Headers, **options: Any) -> None:
        self._more = headers
        super().__init__(*arguments, **options)

    def end_headers(self) -> None:
        # A window outlives a site, and another site may come to have its address.
        self.send_header("Cache-Control", "no-store")
        for name, value in self._more(self.path.partition("?")[0]).items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the browser reports what it could not load."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that goes to the next page before it has this one."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def served(folder: Path, headers: Headers = lambda path: {}) -> Iterator[str]:
    """Serve a folder on a free port of 127.0.0.1; gives its address, without a slash at the end."""
    server = _Server(("127.0.0.1", 0), partial(_Quiet, directory=str(folder), headers=headers))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
