"""One pledge's account whole, as of a day: every figure, every entry, and where it stands."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from zakuro.flow.acting.take_in import document
from zakuro.flow.keeping.books import Books
from zakuro.flow.keeping.sealing import released
from zakuro.ledger.account import PledgeAccount, day_of, day_of_act
from zakuro.ledger.assessment.counts import Count, by_count
from zakuro.ledger.assessment.course import State
from zakuro.ledger.assessment.standing import courses, standing
from zakuro.ledger.balance import Line, balances
from zakuro.ledger.balance import lines as lines_of
from zakuro.ledger.counting import at_most, whose
from zakuro.ledger.voices import through_another
from zakuro.model.acts import FiledDocument, Pledge
from zakuro.model.entry import Entry


class Expected(NamedTuple):
    """One measure of one debt on a day: who owes whom, and how far it is."""

    giver: str
    receiver: str
    unit: str
    state: State


class Voice(NamedTuple):
    """In what voice an entry's words came: where they stand, and what to say of that.

    ``place`` names the source with its publisher, or the source that was retold; ``note`` says
    that one side's word comes through the other side's publisher.
    """

    place: str
    note: str


class Shown(NamedTuple):
    """One pledge's account whole: what was said, every entry and account, and where it stands."""

    name: str
    pledge: Pledge
    on: date
    state: State
    changes: tuple[str, ...]
    """What giver and receiver have agreed to change."""
    closed_by: int | None
    """The entry that took the pledge back as opened by mistake."""
    courses: tuple[Expected, ...]
    counts: tuple[Count, ...]
    """Where it stands by each count, where it is said who counts."""
    amounts_by: tuple[str, ...]
    """By whose count the amounts stand, where several count; empty: of nobody named."""
    lines: tuple[Line, ...]
    accounts: tuple[tuple[str, str, Decimal], ...]
    entries: tuple[Entry, ...]
    days: dict[int, date]
    """The day of each act; the log holds when it was filed."""
    reversals: dict[int, int]
    part_of: str | None
    account: PledgeAccount
    voices: dict[int, Voice]
    sealed: tuple[Entry, ...]
    """Entries for members until released: they move nothing yet."""
    released: dict[int, date]
    """The day on which each entry that was for members was released."""

    @property
    def bounded_above(self) -> bool:
        """Whether what is promised is a bound not to be passed: then the most stands, not least."""
        return any(at_most(measure) for measure in self.account.measures.values())


def show(
    books: Books,
    name: str,
    on: date,
    known_on: date | None = None,
    *,
    members: bool = False,
) -> Shown:
    """Give the account of a pledge as of a day; RefusedError if there is none.

    With ``known_on`` only what had been entered by that day is looked at.  To ``members`` what is
    sealed is given with its body.
    """
    account = books.account(name, known_on)
    rules = books.charter.tolerances
    all_courses = courses(account, rules, on)
    held = sorted(balances(account, on).items())
    days = {number: day_of_act(account, entry) for number, entry in account.entries.items()}
    return Shown(
        name=name,
        pledge=account.pledge,
        on=on,
        state=standing(account, on, rules),
        changes=all_courses[0].changes,
        closed_by=account.reversals.get(account.opening.number),
        courses=tuple(
            Expected(
                account.debts[course.debt].giver,
                account.debts[course.debt].receiver,
                course.unit,
                course.state(on),
            )
            for course in all_courses
        ),
        counts=by_count(account, on, rules),
        amounts_by=whose(account, on),
        lines=tuple(lines_of(account, on)),
        accounts=tuple((unit, account_name, amount) for (unit, account_name), amount in held),
        entries=tuple(e for e in _beside(account) if days[e.number] <= on or account.closed),
        days=days,
        voices=_voices(books, account),
        reversals=account.reversals,
        part_of=account.part_of,
        account=account,
        sealed=tuple(books.opened(e) if members else e for e in account.sealed.values()),
        released={number: day_of(e) for number, e in released(account.entries.values()).items()},
    )


def _beside(account: PledgeAccount) -> tuple[Entry, ...]:
    """Give the entries in order, each reply behind the entry that it answers."""
    answers: dict[int, list[Entry]] = {}
    for number, reply in account.replies.items():
        answers.setdefault(reply.entry, []).append(account.entries[number])
    given: list[Entry] = []
    waiting = [entry for entry in reversed(account.entries.values()) if entry.kind != "reply"]
    while waiting:
        entry = waiting.pop()
        given.append(entry)
        waiting.extend(reversed(answers.get(entry.number, ())))
    return tuple(given)


def _voices(books: Books, account: PledgeAccount) -> dict[int, Voice]:
    """Give the voice of each entry that rests on a document."""
    filed: dict[str, FiledDocument] = {}
    voices: dict[int, Voice] = {}
    for number, entry in account.entries.items():
        name = _document(entry)
        if name is None:
            continue
        if name not in filed:
            filed[name] = document(books, name)
        source = filed[name]
        place = f"; {name}" + (f" of {source.publisher}" if source.publisher else "")
        if source.retold:
            place += f", a digest by the keeper of {source.source}"
        through = through_another(account, entry.author.party, source.publisher)
        voices[number] = Voice(place, through or "")
    return voices


def _document(entry: Entry) -> str | None:
    """Give the document that an entry rests on: its source's, or that of the statement opened."""
    source = entry.body.get("source")
    if source:
        return str(source["document"])
    said = entry.body.get("statement")
    return said.partition(":")[0] if isinstance(said, str) else None
