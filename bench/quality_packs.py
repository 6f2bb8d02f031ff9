"""How many words of a pack a written proof meets: nobody knows whether the others are right.

The words are those of marks, acts, objects and topics; the proofs the examples and silent texts of
the pack and the texts of spec/.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from bench.figures import Figure
from bench.quality_spec import SPEC
from zakuro.languages.inflect import Word, forms
from zakuro.languages.load import Pack, codes, load
from zakuro.read.lexis.folding import Folded, fold
from zakuro.read.lexis.lexicon import marks, matter

SECTIONS = ("marks", "acts", "objects", "topics")


def words_of(pack: Pack) -> Iterator[Word]:
    """The words of a pack that tell what a clause is and what it is about."""
    for section in SECTIONS:
        for words in pack.section(section).values():
            yield from words


def proofs(pack: Pack) -> Iterator[str]:
    """The texts that prove a pack."""
    for section in ("example", "silent"):
        for proof in pack.data.get(section, ()):
            yield proof["text"]
    for path in SPEC.rglob(f"*.{pack.code}.txt"):
        yield path.read_text("utf-8")
    for path in SPEC.rglob(f"*-{pack.code}.jsonl"):
        for line in path.read_text("utf-8").splitlines():
            yield json.loads(line).get("text", "")


def met(pack: Pack) -> tuple[int, int]:
    """How many words of a pack its proofs meet in some form, and how many there are."""
    found: set[str] = set()
    for text in proofs(pack):
        folded = Folded(text, shapes=pack.shapes)
        for lexicon in (marks(pack), matter(pack)):
            found.update(folded.text[hit.start : hit.end] for hit in lexicon.find(folded))
    words = list(words_of(pack))
    held = sum(
        any(fold(form, pack.shapes) in found for form, _ in forms(pack, word)) for word in words
    )
    return held, len(words)


def measure(shared: Path) -> list[Figure]:
    """The share of its words that the proofs of each pack meet; nothing of ``shared`` is needed."""
    figures = []
    for code in codes():
        held, words = met(load(code))
        figures.append(
            Figure(
                name=f"pack {code}: words that a written proof meets, %",
                value=round(100 * held / words, 1),
                cases=words,
                constant=0.0,
            )
        )
    return figures
