"""Many documents into one table, for ``read --output``."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from zakuro.cli.terminal import bare
from zakuro.flow.batch.batch import run_batch
from zakuro.flow.batch.cluster import Cluster
from zakuro.flow.batch.running import Cores, Options, Outcome
from zakuro.flow.batch.sources import Source


def batch(documents: list[Source], output: Path, options: Options, cluster: str | None) -> None:
    """Read documents over the cores, or on a cluster; the exit status is 1 where one failed."""
    few = None if len(documents) > 1 else 1
    with Cluster(cluster) if cluster else Cores(few) as workers, _bar(len(documents)) as step:

        def told(outcome: Outcome) -> None:
            step()
            if outcome.error is not None:
                click.echo(f"Error: {outcome.error}", err=True)
            for words in outcome.notes:
                click.echo(f"Note: {words}", err=True)

        failed = run_batch(documents, output, options, workers, told)
    if failed:
        done = f"{len(documents) - failed} of {len(documents)} documents read into {output}"
        click.echo(f"{done}; {failed} could not be read.", err=True)
        sys.exit(1)


@contextmanager
def _bar(total: int) -> Iterator[Callable[[], None]]:
    """A bar of progress on a terminal; what is given is called for each document."""
    if total < 2 or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console  # noqa: PLC0415 (only where there is a bar to draw)
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(file=bare(sys.stderr)), transient=True) as progress:
        task = progress.add_task("reading", total=total)
        yield lambda: progress.advance(task)
