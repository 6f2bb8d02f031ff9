"""What goes to a terminal: nothing that a document or a name says can steer it."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, Any

# C0 and C1 controls but for tab and line ends, and what turns the direction of writing or is lost.
_STEERS = re.compile(
    "\x1b\\[(?:(?!8[;m])[0-9]{1,3};?)*m"
    "|\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)


def shown(text: str) -> str:
    r"""Text in which what would steer a terminal stands as ``\u001b``, as JSON writes it.

    Bold print and colours stay: zakuro itself prints them.
    """
    return _STEERS.sub(_written, text)


def _written(found: re.Match[str]) -> str:
    sign = found.group()
    return sign if len(sign) > 1 else f"\\u{ord(sign):04x}"


class _Shown:
    """A stream that shows what would steer a terminal."""

    def __init__(self, stream: IO[str]) -> None:
        self.stream = stream

    def write(self, text: str) -> int:
        """Write text; the count is that of the text given."""
        self.stream.write(shown(text))
        return len(text)

    def writelines(self, lines: Iterator[str]) -> None:
        """Write several lines."""
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)


@contextmanager
def guarded() -> Iterator[None]:
    """All that is printed in it is shown; what was there before comes back."""
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = _Shown(before[0]), _Shown(before[1])
    try:
        yield
        flush()
    finally:
        sys.stdout, sys.stderr = before


def flush() -> None:
    """Hand on what was printed; a server over standard output closes it at its end."""
    if not sys.stdout.closed:
        sys.stdout.flush()


def bare(stream: IO[str]) -> IO[str]:
    """The stream itself, for what steers the terminal on purpose, or is no text for people."""
    return stream.stream if isinstance(stream, _Shown) else stream


@contextmanager
def bar(doing: str) -> Iterator[Callable[[int, int], None]]:
    """A bar of progress where there is a terminal: what is given is told how many of how many."""
    if not sys.stderr.isatty():
        yield lambda done, of: None
        return
    from rich.console import Console  # noqa: PLC0415 (only where there is a bar to draw)
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(file=bare(sys.stderr)), transient=True) as progress:
        task = progress.add_task(doing, total=None)
        yield lambda done, of: progress.update(task, completed=done, total=of)
