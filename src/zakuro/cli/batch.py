"""Many documents into one table, for ``read --output``."""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

import click

from zakuro.cli.terminal import bar
from zakuro.flow.batch.batch import run_batch
from zakuro.flow.batch.cluster import Cluster
from zakuro.flow.batch.running import Cores, Options, Outcome
from zakuro.flow.batch.sources import Source


def batch(documents: list[Source], output: Path, options: Options, cluster: str | None) -> None:
    """Read documents over the cores, or on a cluster; the exit status is 1 where one failed."""
    few = None if len(documents) > 1 else 1
    done = count(1)
    with Cluster(cluster) if cluster else Cores(few) as workers, bar("reading") as progress:

        def told(outcome: Outcome) -> None:
            progress(next(done), len(documents))
            if outcome.error is not None:
                click.echo(f"Error: {outcome.error}", err=True)
            for words in outcome.notes:
                click.echo(f"Note: {words}", err=True)

        failed = run_batch(documents, output, options, workers, told)
    if failed:
        read = f"{len(documents) - failed} of {len(documents)} documents read into {output}"
        click.echo(f"{read}; {failed} could not be read.", err=True)
        sys.exit(1)
