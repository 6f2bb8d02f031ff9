"""Make the weights of the second reader from the labelled texts of the repository.

python -m bench.weights            make src/zakuro/read/weighing/weights/*.bin anew
python -m bench.weights zh ru      only those of some languages, not what all share

Only texts that stand in the repository are learnt from: the packs' proofs, spec/ and spec/dev.
Everything is done in whole numbers and in one order, so that every machine makes the same bytes.
"""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from collections.abc import Iterable
from hashlib import sha256
from itertools import accumulate
from math import isqrt
from pathlib import Path
from typing import NamedTuple

import numpy as np

from bench.labelled import Text, texts
from zakuro.languages.load import codes
from zakuro.read.document.document import freeze
from zakuro.read.reader import observe
from zakuro.read.weighing.grams import BUCKETS, Integers
from zakuro.read.weighing.model import (
    KINDS,
    NAMED,
    ONE,
    Model,
    Table,
    chances,
    named,
    pack,
    said,
    share,
)

FOLDER = Path(__file__).parents[1] / "src" / "zakuro" / "read" / "weighing" / "weights"
FOLDS = 5
EPOCHS = 14
STEPS = 20
_BESIDE = 130
"""How many single lines an ordinary one stands beside each time that it is learnt from."""
_UNIT = 256
_OVERLAP, _LONGEST = 0.6, 2.5


class Case(NamedTuple):
    """One unit with what it is: ``text`` names where it stands, ``spoke`` what the rules said.

    A ``proof`` is learnt from, but says nothing of how often the rules are right elsewhere.
    """

    text: str
    spoke: str
    grams: Integers
    features: Integers
    kind: str
    proof: bool


def cases(text: Text) -> list[Case]:
    """The units of a labelled text whose kind is known."""
    found = []
    document = freeze(text.text, None)
    for unit, first, last, grams in observe(document, text.language, text.published, text.home):
        kind = text.kind_of(unit.kind, first, last)
        if kind is not None:
            features = named(unit.features)
            found.append(Case(text.name, unit.kind, grams, features, kind, text.proof))
    return found


def learnt(known: list[Case], spoken: bool) -> Model:
    """The weights that tell the kinds of some cases; without n-grams unless ``spoken``."""
    grams = np.zeros((BUCKETS if spoken else 0, len(KINDS)), dtype=np.int64)
    names = np.zeros((NAMED, len(KINDS)), dtype=np.int64)
    model = Model(grams if spoken else None, names)
    order = list(range(len(known)))
    mixed = random.Random(2025)
    wanted: dict[str, Integers] = {
        kind: np.eye(len(KINDS), dtype=np.int64)[i] * ONE for i, kind in enumerate(KINDS)
    }
    for epoch in range(EPOCHS):
        mixed.shuffle(order)
        slower = 1 + epoch // 3
        for place in order:
            case = known[place]
            miss = wanted[case.kind] - chances(model.scores(case.grams, case.features))
            names[case.features] += miss >> (4 + slower)
            if spoken:
                moved = miss * share(len(case.grams)) // (_UNIT << slower)
                np.add.at(grams, case.grams, moved)
        grams -= grams // 24
        names -= names // 24
    return model


def tables(known: list[Case], spoken: bool, others: list[Case]) -> dict[str, Table]:
    """How often the model is right by how sure it is, from folds over texts it did not see."""
    seen: dict[str, list[tuple[int, bool]]] = defaultdict(list)
    for fold in range(FOLDS):
        model = learnt([*others, *(c for c in known if _fold(c.text) != fold)], spoken)
        for case in known:
            if _fold(case.text) == fold and not case.proof:
                given = chances(model.scores(case.grams, case.features))
                if case.spoke == "none":
                    best = said(given)
                    chance = int(given[KINDS.index(best)])
                    seen["silent"].append((chance, best == case.kind))
                else:
                    chance = int(given[KINDS.index(case.spoke)])
                    seen[case.spoke].append((chance, case.spoke == case.kind))
    return {kind: calibrated(seen[kind], kind) for kind in ("silent", *KINDS[1:])}


def calibrated(seen: list[tuple[int, bool]], kind: str) -> Table:
    """A rising table of how often something was right, by how sure the model was.

    Where few cases stand, it leans to what is right of all that the rules say; where they are
    silent, to what the model says.  Of pledges, which a policy may accept unseen, it promises a
    standard error less: the rules were written beside some of these texts.
    """
    spoken = kind != "silent"
    usual = 100 * (sum(right for _, right in seen) + 1) // (len(seen) + 2)
    blocks = []
    for step in range(STEPS + 1):
        near = [right for chance, right in seen if _step(chance) == step]
        total, weight = (4 * usual, 4) if spoken else (200 * step // STEPS, 2)
        blocks.append([100 * sum(near) + total, len(near) + weight, 1])
    merged: list[list[int]] = []
    for block in blocks:  # neighbours that fall are made one: pool adjacent violators
        merged.append(block)
        while len(merged) > 1 and merged[-2][0] * merged[-1][1] > merged[-1][0] * merged[-2][1]:
            total, weight, count = merged.pop()
            merged[-1] = [merged[-1][0] + total, merged[-1][1] + weight, merged[-1][2] + count]
    steps = [
        t // w - (_error(t, w) if kind == "pledge" else 0)
        for t, w, count in merged
        for _ in range(count)
    ]
    return Table(tuple(accumulate(steps, max)))


def _error(total: int, weight: int) -> int:
    """The standard error of a share, in hundredths: ``total`` hundredths in ``weight`` cases."""
    return isqrt(total * (100 * weight - total) // weight**3)


def _step(chance: int) -> int:
    return (chance * STEPS + ONE // 2) // ONE


def _fold(text: str) -> int:
    return int(sha256(text.encode()).hexdigest()[:8], 16) % FOLDS


def _times(text: Text, lines: int) -> int:
    """How often a text is learnt from: most of what people write is ordinary.

    Ordinary lines keep their weight beside ``lines``, the single lines of a language.
    """
    if not text.name.startswith(f"{text.language}.txt "):
        return 1
    return max(2, round(lines / _BESIDE))


def _known(labelled: list[Text]) -> list[Case]:
    lines = sum(text.name.startswith("lines ") for text in labelled)
    return [case for text in labelled for case in cases(text) * _times(text, lines)]


def make(languages: Iterable[str]) -> dict[str, bytes]:
    """The bytes of the file of each language; of all, those of the file they share as well."""
    FOLDER.mkdir(exist_ok=True)
    wanted = list(languages)
    known = {code: _known(texts(code)) for code in wanted}
    files = {}
    for code, own in known.items():
        files[code] = pack(learnt(own, spoken=True), tables(own, spoken=True, others=[]))
    if set(wanted) >= set(codes()):
        every = [case for own in known.values() for case in own]
        files["shared"] = pack(learnt(every, spoken=False), tables(every, spoken=False, others=[]))
    return files


def main() -> None:
    """Write the files of the languages named, else all."""
    for name, content in make(sys.argv[1:] or codes()).items():
        (FOLDER / f"{name}.bin").write_bytes(content)
        print(f"weights: {name} {len(content):,} bytes")


if __name__ == "__main__":
    main()
