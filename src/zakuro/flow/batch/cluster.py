"""Groups of documents read by the workers of a Dask cluster."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from zakuro.flow.batch.running import Options, Outcome, read_group
from zakuro.flow.batch.sources import Source
from zakuro.model.errors import ZakuroError

_PATIENCE = 20
"""Seconds in which the scheduler and a first worker must answer."""


class Cluster:
    """The workers of a scheduler; they see the same files as the one who asks.

    A group whose worker dies is read again by another.  Raises ZakuroError without the extra
    ``dask``, and where no scheduler answers.
    """

    def __init__(self, address: str) -> None:
        try:
            import distributed  # noqa: PLC0415 (an extra)
        except ImportError as error:
            raise ZakuroError(
                'reading on a cluster needs the extra "dask": pip install "zakuro[dask]"'
            ) from error
        try:
            client: Any = distributed.Client
            self._client = client(address, timeout=_PATIENCE, set_as_default=False)
            self._client.wait_for_workers(1, timeout=_PATIENCE)
        except (OSError, ValueError, TimeoutError) as error:
            raise ZakuroError(
                f"{address}: no scheduler with workers answers there ({error}); start them with"
                " dask scheduler and dask worker"
            ) from error

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    @property
    def count(self) -> int:
        """How many threads the workers have at this moment."""
        return max(sum(map(int, self._client.nthreads().values())), 1)

    def submit(self, group: Sequence[Source], options: Options) -> Callable[[], list[Outcome]]:
        """Begin to read a group."""
        future = self._client.submit(read_group, group, options, pure=False, retries=3)

        def wait() -> list[Outcome]:
            try:
                found: list[Outcome] = future.result()
            except Exception as error:
                if not type(error).__module__.startswith("distributed"):
                    raise
                names = ", ".join(source.name for source in group)
                raise ZakuroError(f"the cluster lost its workers over {names}: {error}") from error
            return found

        return wait
