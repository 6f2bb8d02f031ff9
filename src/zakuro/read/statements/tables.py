"""Tables: a row is an item of the list that its caption or its header opens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from zakuro.languages.load import Pack
from zakuro.model.statement import Kind, Strength
from zakuro.read.clauses.clause import Candidate, Context, Sentence
from zakuro.read.mentions.draft import Raw
from zakuro.read.mentions.quantities.header_units import HeaderUnit, header_unit
from zakuro.read.parties.entities import Entity

_BAR = re.compile(r" ?[|｜\t] ?")
_KINDS: tuple[tuple[str, Kind, Strength | None], ...] = (
    ("promise_column", "pledge", "commits"),
    ("result_column", "result", None),
)
_TIMES = ("period", "date")
_TELLING = frozenset({"negation", "past_time", "act"})
"""Words that tell whether anything has been done: 3 delivered, 7 not yet."""
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


class Columns:
    """What the columns of a table hold, as its header says.

    ``units`` are those that the header gives for the figures below it, by place, and ``unit`` that
    of the caption, for columns without one; ``times`` the times that head a column of amounts;
    ``period`` is the column of times.  Where one column holds what was promised and another what
    came of it, ``promised`` and ``come`` are their places.
    """

    def __init__(self, unit: HeaderUnit | None = None) -> None:
        self.seen = False
        self.kind: Kind | None = None
        self.strength: Strength | None = None
        self.giver: int | None = None
        self.receiver: int | None = None
        self.period: int | None = None
        self.promised: int | None = None
        self.come: int | None = None
        self.unit = unit
        self.units: dict[int, HeaderUnit] = {}
        self.times: dict[int, Raw] = {}

    def take(self, sentence: Sentence, followed: bool, pack: Pack) -> bool:
        """Takes the first row of a table for its header, where it has no figures of its own.

        Times may head a column, and figures stand in the unit that a header gives in brackets.
        ``followed`` tells that another row comes.  False for a row of the table's own matter.
        """
        first, self.seen = not self.seen, True
        if not (first and followed) or sentence.entities:
            return False
        row = cells(sentence)
        heads = [_time_of(sentence, cell) for cell in row]
        if sum(head is not None for head in heads) < len(sentence.mentions):
            return False
        roles = [_roles(sentence, cell) for cell in row]
        if sentence.mentions and not any(roles):
            return False
        for place, ((start, end), senses, head) in enumerate(zip(row, roles, heads, strict=True)):
            self._place(place, senses)
            unit = header_unit(sentence.folded.text[start:end], pack)
            if unit is not None:
                self.units[place] = unit
            if head is not None:
                self.times[place] = head
        return True

    def _place(self, place: int, senses: set[str]) -> None:
        """Notes what a column holds by the words of its head."""
        if "giver_column" in senses:
            self.giver = place
        elif "promise_column" in senses:
            self.promised = place
        if "receiver_column" in senses:
            self.receiver = place
        if "period_column" in senses:
            self.period = place
        if "result_column" in senses:
            self.come = place
        for role, kind, strength in _KINDS:
            if role in senses:
                self.kind, self.strength = kind, strength

    def rows(self, sentence: Sentence, pack: Pack) -> Iterator[tuple[Sentence, Raw | None]]:
        """A row with its figures in the units of their columns, and the time that heads them.

        Where times head several columns, the row is given once for each that is filled.
        """
        row = cells(sentence)
        mentions = [self._read(sentence, row, raw, pack) for raw in sentence.mentions]
        timed = [
            place
            for place in self.times
            if place < len(row) and any(_inside(m, row[place]) for m in mentions)
        ]
        if not timed:
            yield sentence._replace(mentions=mentions), None
        for place in timed:
            others = [row[other] for other in self.times if other != place and other < len(row)]
            own = [m for m in mentions if not any(_inside(m, cell) for cell in others)]
            yield sentence._replace(mentions=own), self.times[place]

    def parts(self, sentence: Sentence) -> Iterator[tuple[Sentence, Kind | None, tuple[int, int]]]:
        """A row as one statement; or what it promises, and then what it says has come of it.

        That it has been done, and no more, makes a result of what it promises.  With each its kind,
        where that is not the table's, and the stretch where it may stand.
        """
        whole, row = (sentence.start, sentence.end), cells(sentence)
        if self.promised is None or self.come is None or self.come >= len(row):
            yield sentence, None, whole
            return
        begin, end = row[self.come]
        come = _within(sentence, begin, end, inside=True)
        promised = _within(sentence, begin, end, inside=False)
        waits = _waits(come)
        tells = come.mentions or any("object" in hit.senses for hit in come.hits)
        if not waits and not tells and any("act" in hit.senses for hit in come.hits):
            yield sentence, "result", whole
            return
        behind = self.come > self.promised
        yield promised, "pledge", (sentence.start, begin) if behind else (end, sentence.end)
        if not waits:
            yield come, "result", (begin, end)

    def _read(self, sentence: Sentence, row: list[tuple[int, int]], raw: Raw, pack: Pack) -> Raw:
        """A mention of a row as its column has it."""
        place = next((at for at, cell in enumerate(row) if _inside(raw, cell)), None)
        if place is None:
            return raw
        if place == self.period:
            return year_of(sentence.folded.text, raw.start, raw.end) or raw
        fills = raw.end - raw.start == row[place][1] - row[place][0]
        unit = self.units.get(place) or (self.unit if fills and place else None)
        return (unit.applied(raw, sentence.folded, pack) if unit else None) or raw


def cells(sentence: Sentence) -> list[tuple[int, int]]:
    """The cells of a row, each without the space around it; those that are empty stay."""
    text, begin = sentence.folded.text, sentence.start
    found: list[tuple[int, int]] = []
    for bar in _BAR.finditer(text, sentence.start, sentence.end):
        found.append((begin, bar.start()))
        begin = bar.end()
    found.append((begin, sentence.end))
    if found[0][0] == found[0][1] and text[sentence.start] != "\t":  # a bar before the first cell
        del found[0]
    return found


def candidate(
    sentence: Sentence,
    columns: Columns,
    context: Context,
    kind: Kind | None,
    stretch: tuple[int, int],
) -> Candidate | None:
    """The statement of a row: its kind from the caption or the header, its parties by column.

    It stands in a ``stretch`` of the row, and is of a ``kind`` of its own where that is told.
    None for a row that has neither a figure nor an act: nothing was pledged, or nothing is said.
    """
    acts = [hit for hit in sentence.hits if "act" in hit.senses]
    if not acts and not sentence.mentions:
        return None
    row = cells(sentence)
    filled = [
        cell
        for place, cell in enumerate(row)
        if stretch[0] <= cell[0] < stretch[1]
        if _says(sentence, cell) or (place and any(_inside(m, cell) for m in sentence.mentions))
    ]
    start, end = (filled[0][0], filled[-1][1]) if filled else stretch
    made = Candidate(start, kind or context.kind, "list")
    made.end = end
    made.strength = "commits" if kind == "pledge" else context.strength
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


def _waits(come: Sentence) -> bool:
    """Whether nothing has come of a promise: not begun, and no number of those that are done."""
    telling = [hit for hit in come.hits if not _TELLING.isdisjoint(hit.senses)]
    denied = ["negation" in hit.senses for hit in telling]
    return any(denied[:1] if come.mentions else denied)


def _within(sentence: Sentence, begin: int, end: int, *, inside: bool) -> Sentence:
    """A sentence with the words and figures of one stretch alone, or with all others."""
    return sentence._replace(
        hits=[hit for hit in sentence.hits if (begin <= hit.start < end) == inside],
        mentions=[m for m in sentence.mentions if (begin <= m.start < end) == inside],
    )


def year_of(text: str, start: int, end: int) -> Raw | None:
    """The year that bare figures in a column of times are."""
    if not _YEAR.fullmatch(text, start, end):
        return None
    raw = Raw("period", start, end)
    year = int(text[start:end])
    raw.edtf = text[start:end]
    raw.start_date, raw.end_date = date(year, 1, 1), date(year + 1, 1, 1)
    return raw


def _time_of(sentence: Sentence, cell: tuple[int, int]) -> Raw | None:
    """The time that a cell of a header names."""
    for raw in sentence.mentions:
        if _inside(raw, cell):
            return raw if raw.type in _TIMES else year_of(sentence.folded.text, raw.start, raw.end)
    return None


def _roles(sentence: Sentence, cell: tuple[int, int]) -> set[str]:
    return {role for h in sentence.hits if cell[0] <= h.start < cell[1] for role in h.senses}


def _inside(raw: Raw, cell: tuple[int, int]) -> bool:
    return cell[0] <= raw.start and raw.end <= cell[1]


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
