"""The books' pledges as activities of IATI: promises, reports and confirmations as transactions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date

from zakuro.flow.keeping.books import Books
from zakuro.flow.looking.lists import Listed, pledges
from zakuro.flow.publishing.ranking import is_money
from zakuro.ledger.account import PledgeAccount
from zakuro.ledger.counting import amounts
from zakuro.model import vocabulary
from zakuro.publish.iati import Activity, Organisation, Transaction, as_iati
from zakuro.words import figures

COMMITMENT, DISBURSEMENT, INCOMING = "2", "3", "1"
_STATUS = {
    "kept": "4", "kept late": "4", "withdrawn": "5", "ended by agreement": "5", "suspended": "6",
    "suspended by giver": "6",
}  # fmt: skip
_WORLD = "M49:001"
_NO_SECTOR = "99810"
"""The sector of what names none."""


def iati(books: Books, on: date, *, ref: str = "", name: str = "") -> bytes:
    """Give the pledges as of a day as IATI activities, reported by who keeps the books.

    ``ref`` and ``name`` are those of the organisation that keeps them, else of the books.
    """
    known = re.sub(r"[^A-Za-z0-9.]+", "-", books.journal.books).strip("-").upper()
    keeper = Organisation(ref or f"ZAKURO-{known}", "90", name or books.journal.books)
    last = max(
        (entry.time for entry in books.journal.entries(after=books.journal.head().size - 1)),
    )
    return as_iati(_activities(books, on), keeper, last.astimezone(UTC))


def _activities(books: Books, on: date) -> Iterator[Activity]:
    for each in pledges(books, on, limit=None):
        account = books.account(each.name)
        start = account.pledge.said_on or account.opening.time.astimezone(UTC).date()
        end = figures.last_day(each.due) if each.due else None
        countries, regions = _places(books, account)
        yield Activity(
            name=each.name,
            words=each.words,
            language=each.language or "en",
            status=_status(each),
            start=start,
            end=end if end is not None and end >= start else None,
            ended=None,
            givers=tuple(
                organisation(giver) for giver in dict.fromkeys(account.pledge.givers) if giver
            ),
            countries=countries,
            regions=regions,
            sectors=_sectors(each),
            transactions=tuple(_transactions(account, start, on)),
            updated=account.last.time.astimezone(UTC),
        )


def _status(each: Listed) -> str:
    done = each.word != "not reported"
    return _STATUS.get(each.standing, "2" if done else "1")


def _sectors(each: Listed) -> tuple[str, ...]:
    """Give the sectors of its topics: all of five digits, or all of three."""
    known = vocabulary.topics()
    codes = list(dict.fromkeys(known[t] for t in each.topics.split(";") if t in known))
    if not codes:
        return (_NO_SECTOR,)
    if all(len(code) > 3 for code in codes):
        return tuple(codes)
    return tuple(dict.fromkeys(code[:3] for code in codes))


def _places(books: Books, account: PledgeAccount) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the countries that receive; the world where nobody in particular does."""
    givers = {giver for debt in account.debts for giver in debt.givers}
    receivers = [r for debt in account.debts for r in debt.receivers if r not in givers]
    known = vocabulary.territories()
    countries = dict.fromkeys(known[code] for code in receivers if code in known)
    return tuple(countries), () if countries else ("001",)


def organisation(code: str) -> Organisation:
    """Give a party as an organisation: the government of a state, or a group of states."""
    known = vocabulary.territories().get(code)
    names = " + ".join(figures.party("en", each) for each in code.split("+"))
    if known is not None:
        return Organisation(f"{known}-GOV", "10", names)
    return Organisation(f"ZAKURO-{re.sub(r'[^A-Za-z0-9]+', '-', code)}", "40", names)


def _transactions(account: PledgeAccount, start: date, on: date) -> Iterator[Transaction]:
    """Give what was promised, reported and confirmed in money by a day."""
    for debt in account.debts:
        for measure in account.measures.values():
            if _is_currency(measure.unit) and start <= on and measure.value > 0:
                sides = organisation(debt.giver), _receiver(debt.receiver)
                yield Transaction(
                    account.subject, COMMITMENT, start, measure.value, measure.unit, *sides
                )
    moves = sorted(amounts(account, on), key=lambda move: move.entry)
    for delivery in (account.deliveries[move.entry] for move in moves if move.reported):
        if _is_currency(delivery.unit):
            yield Transaction(
                f"E-{delivery.entry}",
                DISBURSEMENT,
                delivery.on,
                delivery.value,
                delivery.unit,
                organisation(delivery.giver),
                _receiver(delivery.receiver),
            )
    for move in moves:
        if move.confirmed > 0 and _is_currency(move.unit):
            receiver = account.entries[move.entry].author.party or move.receiver
            yield Transaction(
                f"E-{move.entry}",
                INCOMING,
                move.on,
                move.confirmed,
                move.unit,
                organisation(move.giver or account.debts[move.debt].giver),
                _receiver(receiver),
            )


def _receiver(code: str) -> Organisation | None:
    return None if code in {"", _WORLD} else organisation(code)


def _is_currency(unit: str) -> bool:
    return is_money(unit) and "/" not in unit
