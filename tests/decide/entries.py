"""Entries made by hand: a charter and acts of members, one after the other, at given moments."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from zakuro.decide.decision import Decision
from zakuro.decide.fold import apply, begin
from zakuro.decide.rules import Rules, rules_of
from zakuro.model.acts import Charter, body_of, kind_of
from zakuro.model.decisions import (
    LanguageVersion,
    Office,
    Procedure,
    Receipt,
    Silence,
    Tabling,
    Text,
)
from zakuro.model.entry import Author, Basis, Entry
from zakuro.model.statement import Record

SIX = ("KAZ", "KGZ", "TJK", "TKM", "UZB", "CHN")
BEGUN = datetime(2026, 12, 1, 7, tzinfo=UTC)
HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)
EN, RU, EN2, RU2 = ("1" * 64, "2" * 64, "3" * 64, "4" * 64)


def charter(**procedure: Any) -> Charter:
    """The charter of the six: two working languages, Kazakhstan in the chair."""
    given = {"chair": Office(order=("KAZ",))} | procedure
    return Charter(members=SIX, languages=("en", "ru"), procedure=Procedure(**given))


class Table:
    """A text and what is done with it; ``now`` goes on by an hour with every act."""

    def __init__(self, rules: Charter | None = None, **text: Any) -> None:
        self.now = BEGUN
        self.number = 1
        self.rules: Rules = rules_of(rules or charter())
        given = {"title": "Programme 2027", "language": "en", "sha256": EN} | text
        self.decision: Decision = begin(self.entry("UZB", Text(**given)), self.rules)

    def entry(
        self, party: str | None, act: Record, at: datetime | None = None, basis: Basis = "mandated"
    ) -> Entry:
        """The next entry: an act of a party."""
        return Entry(
            number=self.number,
            time=at or self.now,
            kind=kind_of(act),
            subject="X-1",
            author=Author(filed_by="anna", party=party, basis=basis if party else None),
            body=body_of(act),
        )

    def act(self, party: str | None, act: Record, at: datetime | None = None) -> int:
        """Enter an act; give the number of its entry."""
        self.now = at or self.now + HOUR
        self.number += 1
        apply(self.decision, self.entry(party, act, self.now))
        return self.number

    @property
    def version(self) -> int:
        return self.decision.version.number

    @property
    def state(self) -> str:
        return self.decision.state(self.now)

    def tabled(self) -> Table:
        """With both languages, on the table."""
        self.act("UZB", LanguageVersion(version=self.version, language="ru", sha256=RU))
        self.act("UZB", Tabling(version=self.version))
        return self

    def received(self, by: Sequence[str] = SIX) -> Table:
        """With receipts in both languages."""
        for member in by:
            self.act(member, Receipt(version=self.version, languages=("en", "ru")))
        return self

    def silent(self, hours: int = 72) -> datetime:
        """With a silence opened; give its end."""
        until = self.now + HOUR + hours * HOUR
        texts = dict(self.decision.version.texts)
        self.act("KAZ", Silence(version=self.version, texts=texts, until=until))
        return until
