"""How many words of a pack a proof meets: nobody knows whether the others are right.

The words are those of marks, acts, objects and topics; the proofs the examples and silent texts of
the pack and the texts of spec/, then sentences made from them (``bench.generated``).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from bench.figures import Figure
from bench.generated import frames, sentence_for, unmet
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
    for folder in ("lines", "ordinary"):
        path = SPEC / folder / f"{pack.code}.txt"
        yield from path.read_text("utf-8").splitlines() if path.is_file() else ()
    for path in SPEC.rglob(f"*.{pack.code}.txt"):
        yield path.read_text("utf-8")
    for path in SPEC.rglob(f"*-{pack.code}.jsonl"):
        for line in path.read_text("utf-8").splitlines():
            yield json.loads(line).get("text", "")


def met_forms(pack: Pack) -> set[str]:
    """The folded forms that the proofs of a pack meet."""
    found: set[str] = set()
    for text in proofs(pack):
        folded = Folded(text, shapes=pack.shapes)
        for lexicon in (marks(pack), matter(pack)):
            found.update(folded.text[hit.start : hit.end] for hit in lexicon.find(folded))
    return found


def met(pack: Pack) -> tuple[int, int]:
    """How many words of a pack its proofs meet in some form, and how many there are."""
    found, words = met_forms(pack), list(words_of(pack))
    written = ({fold(form, pack.shapes) for form, _ in forms(pack, word)} for word in words)
    return sum(not found.isdisjoint(each) for each in written), len(words)


def measure(shared: Path) -> list[Figure]:
    """What proofs meet of each pack, in percent of its words; nothing of ``shared`` is needed."""
    return [figure for code in codes() for figure in of_pack(load(code))]


def of_pack(pack: Pack) -> list[Figure]:
    """The share of its words that a written proof meets, and that any proof meets."""
    held, words = met(pack)
    known = frames(pack)
    left = unmet(pack, met_forms(pack))
    made = sum(sentence_for(pack, *word, known) is not None for word in left)
    shares = (("proof", held, 40.0), ("or generated one", held + made, 90.0))
    return [
        Figure(
            name=f"pack {pack.code}: words that a written {proof} meets, %",
            value=round(100 * count / words, 1),
            cases=words,
            constant=0.0,
            floor=least,
        )
        for proof, count, least in shares
    ]
