"""Sittings made up by Hypothesis: whatever six members try, in two languages, the laws hold."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.decide.entries import HOUR, SIX, Table, charter
from tests.decide.test_fold import chartered
from zakuro.decide.brackets import languages_after, settled_words, would_settle
from zakuro.decide.fold import fold
from zakuro.decide.outcome import reason, steps
from zakuro.model import decisions as acts
from zakuro.model.acts import Reversal
from zakuro.model.errors import RefusedError
from zakuro.model.statement import Record

RULES = charter(
    quorum="2/3", abstention="1/3", non_participation="1/2", minus_one=True, challenge_days=5
)
PASSAGES = (
    acts.Passage(start=0, end=3, exact="abc"),
    acts.Passage(start=2, end=5, exact="cde"),
    acts.Passage(start=5, end=9, exact="fghi"),
)
anyone = st.sampled_from((*SIX, "JPN"))
members = st.sampled_from(SIX)
subsets = st.sets(members, min_size=1).map(lambda found: tuple(sorted(found)))


class Sitting(RuleBasedStateMachine):
    """One text, six members, and one that is none."""

    def __init__(self) -> None:
        super().__init__()
        self.table = Table(RULES, concerns="TJK")
        self.final: str | None = None

    def attempt(self, party: str, act: Record, later: timedelta = timedelta(0)) -> None:
        """Try an act; where it is refused, nothing has changed."""
        table = self.table
        before, number, now = repr(table.decision), table.number, table.now
        try:
            table.act(party, act, now + later)
        except RefusedError:
            assert repr(table.decision) == before
            table.number, table.now = number, now
        else:
            assert party in SIX

    @initialize(tabled=st.booleans(), received=st.booleans())
    def begins(self, *, tabled: bool, received: bool) -> None:
        """Some sittings begin later, so that more of them come to an end."""
        if tabled:
            self.table.tabled()
        if tabled and received:
            self.table.received()

    @rule(hours=st.integers(1, 200))
    def time_passes(self, hours: int) -> None:
        self.table.now += hours * HOUR

    @rule(party=anyone, asked=subsets)
    def consults(self, party: str, asked: tuple[str, ...]) -> None:
        until = self.table.now + HOUR
        self.attempt(party, acts.Consultation(version=self.table.version, asked=asked, until=until))

    @rule(party=st.sampled_from(("UZB", "KAZ", "JPN")), language=st.sampled_from(("ru", "kk")))
    def adds_a_language(self, party: str, language: str) -> None:
        version = self.table.version
        act = acts.LanguageVersion(
            version=version, language=language, sha256=f"{language}{version}"
        )
        self.attempt(party, act)

    @rule(party=st.sampled_from(("UZB", "KAZ", "TKM")), both=st.booleans())
    def revises(self, party: str, *, both: bool) -> None:
        version = self.table.version
        texts = {"en": f"en{version}'"} | ({"ru": f"ru{version}'"} if both else {})
        self.attempt(party, acts.Revision(version=version, texts=texts))

    @rule(party=st.sampled_from(("UZB", "TKM")))
    def tables(self, party: str) -> None:
        self.attempt(party, acts.Tabling(version=self.table.version))

    @precondition(lambda self: self.table.number > 40)
    @rule(party=st.sampled_from(("UZB", "TKM")))
    def withdraws(self, party: str) -> None:
        self.attempt(party, acts.Withdrawal())

    @precondition(lambda self: self.table.state != "draft")
    @rule(
        party=anyone,
        passage=st.sampled_from(PASSAGES),
        words=st.sampled_from("xyz"),
        languages=st.sampled_from((("en",), ("en", "ru"), ("ru",))),
    )
    def proposes(
        self, party: str, passage: acts.Passage, words: str, languages: tuple[str, ...]
    ) -> None:
        act = acts.Alternative(
            version=self.table.version,
            passages=dict.fromkeys(languages, passage),
            words=dict.fromkeys(languages, words),
        )
        self.attempt(party, act)

    @precondition(lambda self: self.table.decision.open_brackets)
    @rule(party=anyone, data=st.data())
    def settles(self, party: str, data: st.DataObject) -> None:
        decision = self.table.decision
        bracket = data.draw(st.sampled_from(decision.open_brackets))
        to = data.draw(st.sampled_from((None, *bracket.positions)))
        settled = would_settle(bracket, party, to)
        texts: dict[str, str] = {}
        if settled is not None and len(decision.open_brackets) == 1:
            changed = settled_words(decision, {bracket.name: settled})
            if changed:
                version = decision.version.number
                names = languages_after(decision, changed)
                texts = {language: f"{language}{version}+" for language in names}
        act = acts.Settlement(
            version=decision.version.number,
            bracket=bracket.name,
            alternative=to.name if to else None,
            texts=texts,
        )
        self.attempt(party, act)

    @rule(party=anyone)
    def receives(self, party: str) -> None:
        version = self.table.decision.version
        act = acts.Receipt(version=version.number, languages=tuple(version.texts))
        self.attempt(party, act)

    @precondition(lambda self: self.table.state == "clean")
    @rule()
    def chair_opens(self) -> None:
        self.all_receive()
        self.opens_silence("KAZ", 72)

    @rule()
    def all_receive(self) -> None:
        for member in SIX:
            self.receives(member)

    @rule(party=st.sampled_from(("KAZ", "KAZ", "TKM")), hours=st.sampled_from((71, 72, 100)))
    def opens_silence(self, party: str, hours: int) -> None:
        version = self.table.decision.version
        until = self.table.now + hours * HOUR
        act = acts.Silence(version=version.number, texts=dict(version.texts), until=until)
        self.attempt(party, act)

    @rule(party=anyone, late=st.sampled_from((0, 1, 71, 72, 73)))
    def objects(self, party: str, late: int) -> None:
        self.attempt(party, acts.Objection(version=self.table.version), late * HOUR)

    @rule(party=anyone, sort=st.sampled_from(("reservation", "interpretation", "explanation")))
    def attaches(self, party: str, sort: str) -> None:
        act = acts.Attachment(version=self.table.version, sort=sort, text="so")  # type: ignore[arg-type]
        self.attempt(party, act)

    @rule(party=anyone, abstains=st.booleans())
    def is_not_bound(self, party: str, *, abstains: bool) -> None:
        kind = acts.Abstention if abstains else acts.NonParticipation
        self.attempt(party, kind(version=self.table.version))

    @rule(party=anyone, number=st.integers(1, 60))
    def takes_back(self, party: str, number: int) -> None:
        self.attempt(party, Reversal(entry=number, reason="thought again"))

    @rule(party=anyone)
    def accedes(self, party: str) -> None:
        self.attempt(party, acts.Accession(version=self.table.version))

    @precondition(lambda self: self.table.number > 25)
    @rule(present=subsets, against=st.sets(members, max_size=1))
    def meets(self, present: tuple[str, ...], against: set[str]) -> None:
        act = acts.Meeting(
            version=self.table.version,
            held=self.table.now,
            present=present,
            objected=tuple(against),
        )
        self.attempt("KAZ", act)

    @rule(party=anyone)
    def challenges(self, party: str) -> None:
        self.attempt(party, acts.Challenge(version=self.table.version))

    @invariant()
    def the_state_follows_from_the_entries_and_now(self) -> None:
        table = self.table
        again = fold([chartered(0, RULES), *table.decision.entries.values()])
        assert again == table.decision
        assert again.state(table.now) == table.state

    @invariant()
    def nothing_is_adopted_against_a_member_or_unreceived(self) -> None:
        decision, now = self.table.decision, self.table.now
        if decision.state(now) in ("adopted", "silence"):
            assert decision.version.lacking(self.table.rules) == []
            assert decision.open_brackets == []
            assert decision.missing == []
        if decision.state(now) == "adopted":
            assert set(decision.version.objections) <= {"TJK"}
            bound, free = set(decision.bound(now)), set(decision.unbound)
            assert bound | free == set(SIX)
            assert not bound & free
            assert len(decision.version.abstained) * 3 < len(SIX)
            assert len(decision.version.out) * 2 < len(SIX)

    @invariant()
    def what_is_final_stays(self) -> None:
        decision, now = self.table.decision, self.table.now
        if self.final is not None:
            assert decision.state(now) == self.final
        if decision.is_final(now):
            self.final = decision.state(now)
            assert self.final in ("adopted", "withdrawn")

    @invariant()
    def somebody_can_go_on_and_is_told(self) -> None:
        decision, now = self.table.decision, self.table.now
        assert reason(decision, now)
        if not decision.is_final(now):
            assert steps(decision, now)

    @invariant()
    def a_member_holds_one_alternative_of_a_bracket(self) -> None:
        for bracket in self.table.decision.brackets:
            holders = [party for position in bracket.positions for party in position.holders]
            assert len(holders) == len(set(holders))
            if bracket.is_open:
                assert len(bracket.held) > 1


TestSitting = Sitting.TestCase
TestSitting.settings = settings(max_examples=60, stateful_step_count=40)
