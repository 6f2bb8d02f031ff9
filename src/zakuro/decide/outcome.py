"""What comes next on a text, for whom, by when and why; and why it stands where it does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Literal, NamedTuple

from zakuro.decide.decision import ON_THE_TABLE, Bracket, Decision

Duty = Literal["asked", "may"]


class Step(NamedTuple):
    """Something that waits for a party: ``asked`` of it, or what it ``may`` do; and until when."""

    party: str
    duty: Duty
    act: str
    why: str
    until: datetime | None = None


def steps(decision: Decision, now: datetime) -> list[Step]:
    """Give what may come next, those who are asked first."""
    state = decision.state(now)
    found = list(_answers(decision, now))
    if state in ("draft", "consulted"):
        found += _of_owner(decision, now, "table", "a draft is the sponsor's until it is tabled")
    if state in ON_THE_TABLE:
        found += _on_the_table(decision, now)
    if state == "silence":
        period = decision.periods[-1]
        found += [
            Step(member, "may", "object", "silence adopts at its end", period.until)
            for member in period.rules.members
            if member not in decision.version.objections
        ]
    if state in ("broken", "challenged"):
        why = "it was not adopted: a new version is tabled, or it is withdrawn"
        found += _of_owner(decision, now, "table", why)
    if state == "adopted":
        found += _after_adoption(decision, now)
    return sorted(found, key=lambda step: step.duty)


def _of_owner(decision: Decision, now: datetime, act: str, why: str) -> list[Step]:
    owner = decision.owner(now)
    return [] if owner is None else [Step(owner, "asked", act, why)]


def _answers(decision: Decision, now: datetime) -> Iterator[Step]:
    if decision.state(now) in ("adopted", "withdrawn"):
        return
    for asked in decision.consultations:
        until = asked.consultation.until
        if now < until:
            for party in asked.unanswered:
                yield Step(party, "asked", "answer", f"asked by {asked.by}", until)


def _on_the_table(decision: Decision, now: datetime) -> Iterator[Step]:
    version = decision.version
    lacking: dict[str, list[str]] = {}
    for member, language in version.lacking(decision.rules):
        if language in version.texts:
            lacking.setdefault(member, []).append(language)
    for member, languages in lacking.items():
        why = f"no receipt of version {version.number} in {', '.join(languages)}"
        yield Step(member, "asked", "receipt", why)
    for bracket in decision.open_brackets:
        for position in bracket.held:
            for party in position.holders:
                why = f"{bracket.name} is open; it holds {position.name}"
                yield Step(party, "asked", "settle", why)
    if decision.missing and not decision.open_brackets:
        why = f"no words in {', '.join(decision.missing)}"
        yield from _of_owner(decision, now, "add a language", why)
    chair = decision.rules.chair(now)
    if chair is not None and decision.state(now) == "clean" and not version.lacking(decision.rules):
        yield Step(chair, "asked", "open silence", "the text is clean and every member has it")


def _after_adoption(decision: Decision, now: datetime) -> Iterator[Step]:
    until = decision.challengeable_until(now)
    if until is not None:
        for member in decision.meetings[-1].absent:
            yield Step(member, "may", "challenge", "it was not at the meeting", until)
    for member in decision.version.out:
        if member not in decision.version.acceded:
            yield Step(member, "may", "accede", "it did not take part")
    chair = decision.rules.chair(now)
    announced = any(record.meeting.purpose == "announce" for record in decision.meetings)
    if chair is not None and decision.phase == "silence" and not announced:
        yield Step(chair, "asked", "announce", "what silence adopted is announced at a meeting")


def reason(decision: Decision, now: datetime) -> str:
    """Say in one line why the text stands where it does."""
    state = decision.state(now)
    if state in ("adopted", "broken", "challenged"):
        return _how_it_ended(decision, now)
    if state == "silence":
        until = _utc(decision.periods[-1].until)
        if decision.spared is None:
            return f"adopted at {until} unless a member objects before"
        return (
            f"adopted at {until} unless another member objects before; {decision.spared}, whom it "
            "concerns, has"
        )
    if state == "bracketed":
        return "; ".join(_who_holds(bracket) for bracket in decision.open_brackets)
    if state == "tabled":
        return f"no words in {', '.join(decision.missing)}"
    if state == "clean":
        lacking = dict.fromkeys(m for m, _ in decision.version.lacking(decision.rules))
        return f"receipts missing of {', '.join(lacking)}" if lacking else "every member has it"
    if state == "withdrawn" and decision.withdrawal is not None:
        return decision.withdrawal.reason or "withdrawn by its sponsor"
    return f"version {decision.version.number} is its sponsor's"


def _who_holds(bracket: Bracket) -> str:
    held = ", ".join(f"{p.name} held by {' and '.join(p.holders)}" for p in bracket.held)
    return f"{bracket.name}: {held}"


def _how_it_ended(decision: Decision, now: datetime) -> str:
    version = decision.version
    if decision.phase == "meeting":
        record, until = decision.meetings[-1], decision.challengeable_until(now)
        text = f"by a meeting, with {', '.join(record.meeting.present)} present"
        if decision.spared is not None:
            text += f"; {_nobody(decision)} objected"
        if until is not None:
            text += f"; {', '.join(record.absent)} may challenge before {_utc(until)}"
        return text
    if decision.phase == "silence":
        if decision.failure is not None:
            return decision.failure
        return f"{_nobody(decision)} objected before {_utc(decision.periods[-1].until)}"
    word = "challenged" if decision.phase == "challenged" else "objected"
    said = [f"{s.party} {word} at {_utc(s.time)}" for s in version.objections.values()]
    return "; ".join(said)


def _nobody(decision: Decision) -> str:
    """Say that nobody objected, or nobody but the one whose objection does not stop it."""
    return (
        "nobody" if decision.spared is None else f"nobody but {decision.spared}, whom it concerns,"
    )


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(" ").replace("+00:00", "Z")
