"""The demo's books as a site, for the tests of the portal and of the browser."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from zakuro.portal.serving.server import free_port

AS_OF = date(2026, 6, 30)


@contextmanager
def running(*words: str) -> Iterator[str]:
    """Run a command of zakuro that serves; give the address that it prints."""
    port = free_port()
    command = [str(Path(sys.executable).parent / "zakuro"), *words, "--port", str(port)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        try:
            _wait(process, port)
            assert process.stdout is not None
            printed = iter(process.stdout.readline, "")
            found = (re.search(r"http://\S+", line) for line in printed)
            yield next(match[0] for match in found if match).rstrip("/")
        finally:
            process.terminate()
            process.communicate(timeout=20)


def _wait(process: subprocess.Popen[str], port: int) -> None:
    for _ in range(600):
        assert process.poll() is None, process.communicate()[0]
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("the server did not start within a minute")


def fetched(address: str) -> tuple[int, dict[str, str], str]:
    """Status, headers and text at an address."""
    try:
        with urllib.request.urlopen(address) as response:  # an address of this machine
            return response.status, dict(response.headers), response.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, dict(error.headers), error.read().decode()
