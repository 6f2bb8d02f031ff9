"""Tables: a row is an item of the list that its caption or its header opens."""

from __future__ import annotations

import re

from zakuro.model.statement import Kind, Strength
from zakuro.read.clauses.clause import Candidate, Context, Sentence
from zakuro.read.parties.entities import Entity

_BAR = re.compile(r" ?[|｜\t] ?")
_KINDS: tuple[tuple[str, Kind, Strength | None], ...] = (
    ("promise_column", "pledge", "commits"),
    ("result_column", "result", None),
)


class Columns:
    """What the columns of a table hold, as its header says."""

    def __init__(self) -> None:
        self.seen = False
        self.kind: Kind | None = None
        self.strength: Strength | None = None
        self.giver: int | None = None
        self.receiver: int | None = None

    def take(self, sentence: Sentence, followed: bool) -> bool:
        """Takes the first row of a table for its header, where it has no figures.

        ``followed`` tells that another row comes.  False for a row of the table's own matter.
        """
        first, self.seen = not self.seen, True
        if not (first and followed) or sentence.mentions or sentence.entities:
            return False
        for place, (start, end) in enumerate(cells(sentence)):
            senses = {role for h in sentence.hits if start <= h.start < end for role in h.senses}
            if "giver_column" in senses:
                self.giver = place
            if "receiver_column" in senses:
                self.receiver = place
            for role, kind, strength in _KINDS:
                if role in senses:
                    self.kind, self.strength = kind, strength
        return True


def cells(sentence: Sentence) -> list[tuple[int, int]]:
    """The cells of a row, each without the space around it; those that are empty stay."""
    text, begin = sentence.folded.text, sentence.start
    found: list[tuple[int, int]] = []
    for bar in _BAR.finditer(text, sentence.start, sentence.end):
        found.append((begin, bar.start()))
        begin = bar.end()
    found.append((begin, sentence.end))
    if found[0][0] == found[0][1]:  # a bar before the first cell
        del found[0]
    return found


def candidate(sentence: Sentence, columns: Columns, context: Context) -> Candidate | None:
    """The statement of a row: its kind from the caption or the header, its parties by column.

    None for a row that has neither a figure nor an act: nothing was pledged, or nothing is said.
    """
    acts = [hit for hit in sentence.hits if "act" in hit.senses]
    if not acts and not sentence.mentions:
        return None
    row = cells(sentence)
    filled = [cell for cell in row if _says(sentence, cell)]
    start, end = (filled[0][0], filled[-1][1]) if filled else (sentence.start, sentence.end)
    made = Candidate(start, context.kind, "list")
    made.end = end
    made.strength = context.strength
    made.subject = context.subject
    named = [_named(sentence, cell) for cell in row]
    known = [entity for entity in named if entity is not None]
    giver = _column(named, columns.giver)
    receiver = _column(named, columns.receiver)
    if giver is None and receiver is None and context.subject is None and known:
        giver, receiver = known[0], known[1] if len(known) > 1 else None
    if giver is not None:
        made.subject, giver.role = giver, "subject"
    if receiver is not None:
        receiver.role = "receiver"
    if acts:
        made.act = acts[0].senses["act"].value
        made.hits = [("act", acts[0])]
    return made


def _says(sentence: Sentence, cell: tuple[int, int]) -> bool:
    """Whether a cell holds more than the number of its row."""
    return any(character.isalpha() for character in sentence.folded.text[slice(*cell)])


def _named(sentence: Sentence, cell: tuple[int, int]) -> Entity | None:
    """The party that a cell names, and nothing else."""
    found = [e for e in sentence.entities if cell[0] <= e.start and e.end <= cell[1]]
    whole = len(found) == 1 and found[0].end - found[0].start >= cell[1] - cell[0] - 2
    return found[0] if whole and found[0].codes else None


def _column(named: list[Entity | None], place: int | None) -> Entity | None:
    return named[place] if place is not None and place < len(named) else None
