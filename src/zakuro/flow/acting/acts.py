"""The acts of the parties: allot, report, confirm, dispute, reverse, set milestones and terms.

Each fills in what only one answer fits (the unit of a pledge with one measure, its one receiver,
all of what is under way), and enters the act in one transaction.  RefusedError says why not.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from zakuro.flow.acting.review import reopen
from zakuro.flow.acting.take_in import document, source, statement, words_basis
from zakuro.flow.deciding.closing import take_back
from zakuro.flow.deciding.joint import Member
from zakuro.flow.keeping.books import Books, Who
from zakuro.flow.things.joint import enter as enter_on_thing
from zakuro.ledger.account import PledgeAccount
from zakuro.ledger.arithmetic import in_units, measured, plain, written
from zakuro.ledger.matching import is_currency
from zakuro.ledger.parties import spoken_by
from zakuro.ledger.rules.confirming import open_to
from zakuro.ledger.rules.values import RATE_PLACES, bounded
from zakuro.model.acts import (
    Allotment,
    Confirmation,
    Dispute,
    Milestone,
    Report,
    Reversal,
    Term,
    TermSet,
)
from zakuro.model.entry import Basis, Entry
from zakuro.model.errors import RefusedError
from zakuro.model.source import Rate, Source
from zakuro.model.statement import Phase, Record
from zakuro.model.vocabulary import unit_label


class Circumstances(Record, frozen=True, kw_only=True):
    """What a result says beside its amount: how far the thing is; who counts a figure, and how."""

    phase: Phase | None = None
    counted_by: str | None = None
    method: str | None = None


UNSAID = Circumstances()
"""Circumstances of which nothing is said."""


class Word(Record, frozen=True, kw_only=True):
    """Whose word an act is: of ``party``, entered by ``filed_by``.

    ``words`` names published words (``D-7:s12``) on which it rests; without them it is given by a
    person of the party, or signed where a key is given.
    """

    party: str
    filed_by: str
    words: str | None = None

    def who(self, books: Books) -> Who:
        """Give who enters the act, by what right."""
        basis: Basis = "mandated"
        if self.words is not None:
            basis = words_basis(document(books, self.words.partition(":")[0]))
        return Who(filed_by=self.filed_by, party=self.party, basis=basis)


def words_of(books: Books, word: Word) -> Source | None:
    """Give the published words of an act; refuse those of another side."""
    if word.words is None:
        return None
    found = source(books, word.words)
    if found.statement is not None:
        said_by = spoken_by(statement(books, found.statement))
        if said_by and word.party not in said_by:
            raise RefusedError(
                f"{word.words} is the word of {', '.join(said_by)}, not of {word.party}."
            )
    return found


def _said(books: Books, words: Source | None, unit: str | None) -> tuple[Decimal, str]:
    """Give the one amount (in a unit, if it is known) that the words of an act state, or ask."""
    said = statement(books, words.statement).quantities if words and words.statement else ()
    found = [
        (quantity.value, quantity.unit)
        for quantity in said
        if quantity.value is not None
        and quantity.part_of is None
        and (quantity.unit == unit or (unit is None and is_currency(quantity.unit)))
    ]
    if len(found) != 1:
        what = f" in {unit_label(unit)}" if unit else " and in what (--unit)"
        raise RefusedError(f"Say how much{what} (--value): no words here state one amount.")
    return found[0]


def _enter(
    books: Books, subject: str, act: Record, word: Word, key: Any, *, for_members: bool = False
) -> Entry:
    with books.writing() as writer:
        entry = writer.act(subject, act, word.who(books), key, for_members=for_members)
        return books.opened(entry)


def unit_of(account: PledgeAccount, unit: str | None) -> str:
    """Give the unit of an act: as given, in words too, or the one that the pledge has.

    What is promised by the year is counted in the same unit: {student} for {student}/a.
    """
    if unit is not None:
        for each in account.measures:
            unit = each if unit in {unit_label(each), unit_label(each, one=True)} else unit
        yearly = f"{unit}/a"
        return yearly if unit not in account.measures and yearly in account.measures else unit
    if len(account.measures) == 1:
        return next(iter(account.measures))
    raise RefusedError(
        f"{account.subject} has several measures ({', '.join(map(unit_label, account.measures))}): "
        "give --unit."
    )


def _receiver(account: PledgeAccount, giver: str, receiver: str | None) -> str:
    if receiver is not None:
        return receiver
    found = dict.fromkeys(debt.receiver for debt in account.debts if giver in debt.givers)
    if len(found) == 1:
        return next(iter(found))
    if not found:  # the ledger says why this party cannot
        return account.debts[0].receiver
    names = ", ".join(dict.fromkeys(r for debt in account.debts for r in debt.receivers))
    raise RefusedError(f"{account.subject} is owed to {names}: say to whom (--to).")


def allot(
    books: Books,
    pledge: str,
    word: Word,
    *,
    receiver: str,
    value: Decimal,
    unit: str | None = None,
    key: Any = None,
) -> Entry:
    """Divide a pledge to a group: ``value`` of it is ``receiver``'s."""
    account = books.account(pledge)
    act = Allotment(
        receiver=receiver,
        unit=unit_of(account, unit),
        value=written(value),
        source=words_of(books, word),
    )
    return _enter(books, pledge, act, word, key)


def report(
    books: Books,
    pledge: str,
    word: Word,
    *,
    value: Decimal | None = None,
    on: date | None = None,
    receiver: str | None = None,
    unit: str | None = None,
    rate: Decimal | None = None,
    rate_source: str | None = None,
    evidence: Sequence[str] = (),
    before_pledge: bool = False,
    again: bool = False,
    circumstances: Circumstances = UNSAID,
    key: Any = None,
) -> Entry:
    """Report a delivery; without ``on``, on the day its words were published, or today.

    Without ``value``, what the words say in the unit of the pledge.  With ``rate`` the value is in
    ``unit`` and posted in the pledge's own unit at that rate, which needs its source.
    """
    account = books.account(pledge)
    words = words_of(books, word)
    if value is None:
        value, said_in = _said(books, words, unit if rate is not None else unit_of(account, unit))
        unit = said_in if rate is not None else unit
    counted, posted, used = unit, written(value), None
    if rate is not None:
        if unit is None or not rate_source:
            raise RefusedError("An amount at a rate needs its --unit and the --rate-source.")
        for figure, what in ((value, "An amount"), (rate, "A rate")):
            bounded(figure, what, RATE_PLACES)
        counted, posted = unit_of(account, None), in_units(value, rate)
        used = Rate(unit=unit, value=written(value), rate=written(rate), source=rate_source)
    act = Report(
        receiver=_receiver(account, word.party, receiver),
        unit=unit_of(account, counted),
        value=posted,
        on=on or (words.published if words else None) or books.now().date(),
        rate=used,
        evidence=tuple(evidence),
        before_pledge=before_pledge,
        again=again,
        phase=circumstances.phase,
        counted_by=circumstances.counted_by,
        method=circumstances.method,
        source=words,
    )
    return _enter(books, pledge, act, word, key)


def _report(books: Books, name: str) -> tuple[PledgeAccount, int]:
    entry = books.entry(name)
    if entry.kind != "report":
        where = entry.subject if entry.subject.startswith("P-") else "P-1"
        raise RefusedError(
            f"{name} is a {entry.kind}: only a report is confirmed or disputed. `zakuro show "
            f"{where}` lists those of a pledge."
        )
    return books.account(entry.subject), entry.number


def _all_of(account: PledgeAccount, number: int, party: str, *, disputed: bool) -> Decimal:
    """Give what of a report a receiver has said nothing of; with ``disputed``, also what it did.

    Of what was delivered to a group as a whole nobody knows whose how much is: that is asked for.
    """
    delivery = account.deliveries[number]
    if party not in delivery.receivers:
        return delivery.value  # the ledger says why this party cannot speak of it
    left = open_to(delivery, party, disputed=disputed)
    if left > 0 and len(delivery.receivers) > 1:
        raise RefusedError(
            f"E-{number} reports {measured(delivery.value, delivery.unit)} to "
            f"{delivery.receiver} as a whole: say how much of it {party} speaks for "
            f"(--value; an equal share would be {plain(delivery.share(party))})."
        )
    return left


def confirm(
    books: Books,
    report_name: str,
    word: Word,
    *,
    value: Decimal | None = None,
    on: date | None = None,
    evidence: Sequence[str] = (),
    again: bool = False,
    circumstances: Circumstances = UNSAID,
    key: Any = None,
) -> Entry:
    """Confirm a report (``E-41``): all that its receiver has not yet confirmed, or ``value``."""
    words = words_of(books, word)
    with books.writing():  # so that what is open cannot change before the act is entered
        account, number = _report(books, report_name)
        if value is None:
            value = _all_of(account, number, word.party, disputed=True)
            if value <= 0:
                raise RefusedError(
                    f"{word.party} has confirmed all of {report_name} already. What came beyond "
                    f"it is `zakuro confirm {account.subject} --value …`."
                )
        act = Confirmation(
            report=number,
            value=written(value),
            on=on or (words.published if words else None),
            evidence=tuple(evidence),
            again=again,
            phase=circumstances.phase,
            counted_by=circumstances.counted_by,
            method=circumstances.method,
            source=words,
        )
        return _enter(books, account.subject, act, word, key)


def receive(
    books: Books,
    pledge: str,
    word: Word,
    *,
    value: Decimal,
    unit: str | None = None,
    giver: str | None = None,
    on: date | None = None,
    evidence: Sequence[str] = (),
    before_pledge: bool = False,
    again: bool = False,
    circumstances: Circumstances = UNSAID,
    key: Any = None,
) -> Entry:
    """Confirm what the receiver got and the giver has not reported."""
    account = books.account(pledge)
    words = words_of(books, word)
    act = Confirmation(
        value=written(value),
        unit=unit_of(account, unit),
        giver=giver,
        on=on or (words.published if words else None),
        evidence=tuple(evidence),
        before_pledge=before_pledge,
        again=again,
        phase=circumstances.phase,
        counted_by=circumstances.counted_by,
        method=circumstances.method,
        source=words,
    )
    return _enter(books, pledge, act, word, key)


def dispute(
    books: Books,
    report_name: str,
    word: Word,
    *,
    reason: str,
    value: Decimal | None = None,
    on: date | None = None,
    evidence: Sequence[str] = (),
    key: Any = None,
    for_members: bool = False,
) -> Entry:
    """Dispute a report: all that is neither confirmed nor disputed, or ``value`` of it.

    ``for_members`` seals it: until it is released it moves nothing.
    """
    words = words_of(books, word)
    with books.writing():  # so that what is open cannot change before the act is entered
        account, number = _report(books, report_name)
        if value is None:
            value = _all_of(account, number, word.party, disputed=False)
            if value <= 0:
                raise RefusedError(
                    f"{word.party} has confirmed or disputed all of {report_name} already."
                )
        act = Dispute(
            report=number,
            value=written(value),
            reason=reason,
            on=on or (words.published if words else None),
            evidence=tuple(evidence),
            source=words,
        )
        return _enter(books, account.subject, act, word, key, for_members=for_members)


def reverse(
    books: Books,
    name: str,
    *,
    reason: str,
    filed_by: str,
    word: Word | None = None,
    key: Any = None,
) -> Entry:
    """Take an entry back; by its party, or without one what a reviewer or assessor entered.

    What a member said of a text (an abstention, a reservation) is taken back by the rules of
    deciding.
    """
    entry = books.entry(name)
    if entry.subject.startswith("X-") and word is not None and word.words is None:
        member = Member(party=word.party, filed_by=filed_by, key=key)
        return take_back(books, entry.number, member, reason=reason)
    on_pledge = entry.subject.startswith("P-")
    if not (on_pledge or entry.subject.startswith("T-") or entry.kind == "uptake"):
        raise RefusedError(f"{name} is a {entry.kind} on {entry.subject}: it is not taken back.")
    act = Reversal(
        entry=entry.number, reason=reason, source=words_of(books, word) if word else None
    )
    with books.writing() as writer:
        who = word.who(books) if word else Who(filed_by=filed_by)
        if not on_pledge:
            return enter_on_thing(writer, entry.subject, act, who, key)
        entered = writer.act(entry.subject, act, who, key)
        if entry.kind == "pledge":
            reopen(writer, entry.subject)
        return entered


def set_milestone(
    books: Books,
    pledge: str,
    word: Word,
    *,
    on: date,
    value: Decimal,
    unit: str | None = None,
    text: str = "",
    key: Any = None,
) -> Entry:
    """Set how much is to be done in all by the end of a day; milestones replace the line."""
    act = Milestone(
        on=on,
        unit=unit_of(books.account(pledge), unit),
        value=written(value),
        text=text,
        source=words_of(books, word),
    )
    return _enter(books, pledge, act, word, key)


def set_term(books: Books, pledge: str, word: Word, *, term: Term, key: Any = None) -> Entry:
    """Set by when a pledge is due that did not say."""
    act = TermSet(term=term, source=words_of(books, word))
    return _enter(books, pledge, act, word, key)
