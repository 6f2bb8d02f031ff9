"""A real PostgreSQL server that lives as long as the run that asked for it."""

from __future__ import annotations

import itertools
import os
import pwd
import re
import resource
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psycopg

_counter = itertools.count(1)


def _server_programs() -> Path:
    """Find the directory of initdb and postgres, also where Debian keeps it out of PATH."""
    folders = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"),
        key=lambda path: int(re.sub(r"\D", "", path.parent.name) or 0),
        reverse=True,
    )
    found = shutil.which("initdb")
    if found:
        folders.append(Path(found).resolve().parent)
    for folder in folders:
        if (folder / "initdb").is_file() and (folder / "postgres").is_file():
            return folder
    raise RuntimeError(
        "The tests need a PostgreSQL server (initdb, postgres), which is not installed here: "
        "run scripts/install-test-packages."
    )


def _server_user() -> str | None:
    """Give the user to run the server as: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name).pw_name
        except KeyError:
            continue
    raise RuntimeError("Tests as root need a user postgres or nobody to run PostgreSQL as.")


class PostgreSQLServer:
    """A server of one test run, on a socket in its own directory."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory

    def url(self, database: str, user: str = "admin") -> str:
        return f"postgresql://{user}@/{database}?host={self.directory}"

    def run(self, statement: str) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement.encode())

    def new_database(self) -> str:
        """Make an empty database; give its name."""
        name = f"books_{next(_counter)}"
        self.run(f"CREATE DATABASE {name}")
        return name


@contextmanager
def running_server(largest_file: int = 0) -> Iterator[PostgreSQLServer]:
    """Start a server in a directory of its own, on a socket there; it ends with the block.

    With ``largest_file`` it cannot write more bytes into one file, as if its disk were full.
    """
    programs = _server_programs()
    user = _server_user()
    with ExitStack() as stack:
        # A short path: the name of a socket has at most 107 bytes.
        directory = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="zakuro-")))
        if user is not None:
            shutil.chown(directory, user)
        data = directory / "data"
        subprocess.run(
            [programs / "initdb", "-D", data, "-U", "admin", "-A", "trust", "-E", "UTF8",
             "--locale=C", "--no-sync"],
            user=user, cwd=directory, check=True, capture_output=True,
        )  # fmt: skip

        def limit() -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))

        log = stack.enter_context((directory / "log").open("w+"))
        server = subprocess.Popen(
            [programs / "postgres", "-D", data, "-k", directory, "-c", "listen_addresses="],
            user=user, cwd=directory, stdout=log, stderr=log,
            preexec_fn=limit if largest_file else None,  # noqa: PLW1509
        )  # fmt: skip
        stack.callback(server.wait)
        # At once: its data goes with its directory.
        stack.callback(server.send_signal, signal.SIGQUIT)
        running = PostgreSQLServer(directory)
        for _ in range(300):
            try:
                running.run("SELECT 1")
                break
            except psycopg.OperationalError:
                time.sleep(0.1)
        else:
            raise RuntimeError("PostgreSQL did not start: " + Path(log.name).read_text())
        yield running
