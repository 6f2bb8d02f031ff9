"""The model: integer weights of features, and how sure they make that something is of a kind.

A multinomial logistic regression in whole numbers throughout, so that every machine makes the same
weights and gives the same confidence.  ``bench/weights.py`` makes the files.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, localcontext
from functools import cache
from importlib.resources import files
from math import isqrt
from typing import Literal
from zlib import crc32

import msgspec
import numpy as np
from numpy.typing import NDArray

from zakuro.model.statement import Kind
from zakuro.read.weighing.grams import BUCKETS, Grams, Integers

KINDS: tuple[Kind | Literal["none"], ...] = (
    "none",
    "pledge",
    "proposal",
    "call",
    "result",
    "principle",
    "position",
    "event",
    "context",
)
"""What something can be, in the order of the columns of the weights."""
WEIGHED: tuple[Kind, ...] = ("pledge", "proposal", "call", "result")
"""Kinds that the model may add or hide; the others are not marked wherever they stand."""
NAMED = 1 << 12
"""Buckets for features with a name: marks, rules, blocks, what else was found."""
ONE = 1 << 12
"""A weight of one; a probability of one."""
UNIT = 1 << 8
"""The value of a named feature; an n-gram's is this through the root of their number."""
_STEP = 12
_REACH = 16 << 8


def _powers() -> Integers:
    """Powers of e for 0, -1/256, -2/256 …, in 65,536ths."""
    with localcontext() as context:
        context.prec = 30
        found = [int((Decimal(-i) / 256).exp() * 65_536) for i in range(_REACH)]
    return np.array(found, dtype=np.int64)


_POWERS = _powers()


class Table(msgspec.Struct, frozen=True):
    """How often what the model gave a probability was so, in hundredths, by steps of 1/20."""

    steps: tuple[int, ...]

    def of(self, probability: int) -> int:
        """The hundredths for a probability in units of ``ONE``, between two steps in proportion."""
        scaled = min(max(probability, 0), ONE) * (len(self.steps) - 1)
        step, rest = divmod(scaled, ONE)
        if step >= len(self.steps) - 1:
            return self.steps[-1]
        low, high = self.steps[step], self.steps[step + 1]
        return low + (high - low) * rest // ONE


def said(given: Integers) -> Kind:
    """The kind of most probability among those that the model may add."""
    return max(WEIGHED, key=lambda kind: int(given[KINDS.index(kind)]))


def named(names: Iterable[str]) -> Integers:
    """The buckets of named features."""
    return np.array(sorted({crc32(name.encode()) % NAMED for name in names}), dtype=np.int64)


def chances(scores: Integers) -> Integers:
    """The probabilities that scores of the kinds give, in units of ``ONE``."""
    behind = np.minimum((scores.max() - scores) >> _STEP, _REACH - 1)
    powers = _POWERS[behind]
    found: Integers = powers * ONE // powers.sum()
    return found


def share(count: int) -> int:
    """The value of each of so many n-grams."""
    return isqrt(UNIT * UNIT // count) if count else 0


class Model:
    """Weights by bucket and kind: of n-grams (none where languages share it), of named features."""

    def __init__(self, grams: NDArray[np.int64] | None, names: NDArray[np.int64]) -> None:
        self.grams = grams
        self.names = names

    def over(self, grams: Grams) -> dict[int, Integers]:
        """Running sums of the weights of a text's n-grams, by their length."""
        if self.grams is None:
            return {}
        sums = {}
        for size, row in grams.rows.items():
            sums[size] = np.zeros((len(row) + 1, len(KINDS)), dtype=np.int64)
            np.cumsum(self.grams[row], axis=0, out=sums[size][1:])
        return sums

    def scores(self, grams: Integers, features: Integers) -> Integers:
        """The scores of the kinds for the n-grams and named features of one thing."""
        total: Integers = self.names[features].sum(axis=0) * UNIT
        if self.grams is not None:
            total = total + self.grams[grams].sum(axis=0) * share(len(grams))
        return total

    def scores_between(
        self, sums: dict[int, Integers], first: int, last: int, features: Integers
    ) -> Integers:
        """As ``scores``, from the running sums between two kept signs."""
        total = np.zeros(len(KINDS), dtype=np.int64)
        count = 0
        for size, rows in sums.items():
            behind = last - size + 1
            if behind > first:
                total += rows[behind] - rows[first]
                count += behind - first
        score: Integers = total * share(count) + self.names[features].sum(axis=0) * UNIT
        return score


class Weights(msgspec.Struct, frozen=True):
    """A file of weights: the tables of each kind, then the weights as 16-bit little-endian."""

    tables: dict[str, Table]
    spoken: bool
    """Whether the n-grams of a language have weights here."""


def pack(model: Model, tables: dict[str, Table]) -> bytes:
    """The bytes of a file of weights."""
    head = msgspec.json.encode(Weights(tables, model.grams is not None))
    parts = [model.names] if model.grams is None else [model.grams, model.names]
    body = b"".join(np.clip(part, -32_768, 32_767).astype("<i2").tobytes() for part in parts)
    return head + b"\n" + body


def unpack(content: bytes) -> tuple[Model, dict[str, Table]]:
    """The model and its tables of calibration in a file of weights."""
    head, _, body = content.partition(b"\n")
    told = msgspec.json.decode(head, type=Weights)
    numbers = np.frombuffer(body, dtype="<i2").astype(np.int64).reshape(-1, len(KINDS))
    split = BUCKETS if told.spoken else 0
    return Model(numbers[:split] if told.spoken else None, numbers[split:]), told.tables


@cache
def model_of(language: str) -> tuple[Model, dict[str, Table]]:
    """The model for a language, or the one that languages share where it has none of its own."""
    folder = files(__package__) / "weights"
    own = folder / f"{language}.bin"
    return unpack((own if own.is_file() else folder / "shared.bin").read_bytes())
