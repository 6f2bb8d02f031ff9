"""What is done with a text before it is closed: languages, revisions, tabling, consultations."""

from __future__ import annotations

from zakuro.decide.decision import ON_THE_TABLE, Asked, Decision, Period, Phase, Version
from zakuro.decide.rules import require_member
from zakuro.model.decisions import (
    Answer,
    Consultation,
    LanguageVersion,
    Revision,
    Tabling,
    Withdrawal,
)
from zakuro.model.entry import Entry
from zakuro.model.errors import RefusedError


def must_be_open(decision: Decision, entry: Entry) -> None:
    """Refuse what can be done only to a text that is neither adopted nor withdrawn."""
    state = decision.state(entry.time)
    if state in ("adopted", "withdrawn"):
        raise RefusedError(
            f"{decision.stands(entry.time)}: another text can be begun (`zakuro text new`)."
        )


def must_be_owner(decision: Decision, entry: Entry, what: str) -> str:
    """Give the sponsor if the entry is its act."""
    party, owner = entry.author.party, decision.owner(entry.time)
    if party is None or party != owner:
        raise RefusedError(f"Only {owner}, its sponsor, can {what} {decision.subject}.")
    return party


def sponsor_or_chair(decision: Decision, entry: Entry, what: str) -> str:
    """Give the party of an act that sponsor and chair may do."""
    party = require_member(decision.rules, entry.author.party, what)
    chair = decision.rules.chair(entry.time)
    if party not in (decision.sponsor, chair):
        both = " and ".join(dict.fromkeys((decision.sponsor, *([chair] if chair else []))))
        raise RefusedError(
            f"Only sponsor and chair ({both}) can {what}; any member can `zakuro text propose` "
            "other words once it is on the table."
        )
    return party


def end_period(period: Period | None, entry: Entry, why: str) -> None:
    """Note what ended a silence before its time."""
    if period is not None and period.end is None and entry.time < period.until:
        period.ended, period.end = entry.time, why  # type: ignore[assignment]


def new_version(
    decision: Decision, entry: Entry, texts: dict[str, str], phase: Phase | None = None
) -> None:
    """Put the next version in place of the last; what was contested in that is overtaken."""
    for bracket in decision.open_brackets:
        bracket.overtaken = True
    decision.versions.append(
        Version(
            number=decision.version.number + 1,
            texts=texts,
            entry=entry.number,
            time=entry.time,
            by=entry.author.party or "",
        )
    )
    if phase is not None:
        decision.phase, decision.moved = phase, entry.time


def add_language(decision: Decision, entry: Entry, act: LanguageVersion) -> None:
    """Add the words of the last version in a language in which it was missing."""
    sponsor_or_chair(decision, entry, "add a language")
    if decision.state(entry.time) not in ("draft", "consulted", *ON_THE_TABLE):
        raise RefusedError(
            f"{decision.stands(entry.time)}: its words are frozen; "
            "`zakuro text revise` makes a new version."
        )
    if act.language in decision.version.texts:
        raise RefusedError(
            f"Version {act.version} has its words in {act.language}: to change them makes a new "
            "version (`zakuro text revise`)."
        )
    if decision.open_brackets:
        names = ", ".join(bracket.name for bracket in decision.open_brackets)
        raise RefusedError(
            f"Words of {decision.subject} are contested ({names}): a language is added when the "
            "brackets are settled, so that they stand in every language alike."
        )
    decision.version.texts[act.language] = act.sha256


def revise(decision: Decision, entry: Entry, act: Revision) -> None:
    """Make a new version; on the table brackets are overtaken, a silence is void."""
    must_be_open(decision, entry)
    sponsor_or_chair(decision, entry, f"revise {decision.subject}")
    if not act.texts:
        raise RefusedError("A new version needs words in at least one language.")
    if act.texts == decision.version.texts:
        raise RefusedError("These are the words of the last version: nothing would be new.")
    end_period(decision.period, entry, "void")
    drafting = decision.phase == "drafting"
    new_version(decision, entry, dict(act.texts), None if drafting else "table")


def table(decision: Decision, entry: Entry, act: Tabling) -> None:
    """Put a draft on the table, or after a broken silence its words again as a new version."""
    must_be_owner(decision, entry, "table")
    state = decision.state(entry.time)
    if state in ("draft", "consulted"):
        decision.phase, decision.moved = "table", entry.time
    elif state in ("broken", "challenged"):
        new_version(decision, entry, dict(decision.version.texts), "table")
    else:
        raise RefusedError(f"{decision.stands(entry.time)} already, in version {act.version}.")


def withdraw(decision: Decision, entry: Entry, act: Withdrawal) -> None:
    """Withdraw the text for good."""
    must_be_open(decision, entry)
    must_be_owner(decision, entry, "withdraw")
    end_period(decision.period, entry, "withdrawn")
    decision.withdrawal = act
    decision.phase, decision.moved = "withdrawn", entry.time


def consult(decision: Decision, entry: Entry, act: Consultation) -> None:
    """Ask members, for an answer by an instant."""
    must_be_open(decision, entry)
    party = sponsor_or_chair(decision, entry, "consult")
    if not act.asked:
        raise RefusedError("Say who is asked: --ask UZB,TJK.")
    for asked in act.asked:
        require_member(decision.rules, asked, "are asked")
    if act.until <= entry.time:
        raise RefusedError(f"The day to answer by, {act.until.isoformat()}, has passed.")
    decision.consultations.append(Asked(act, entry.number, entry.time, party))


def answer(decision: Decision, entry: Entry, act: Answer) -> None:
    """Answer a consultation; a later answer stands beside the first, and is the one that counts."""
    party = require_member(decision.rules, entry.author.party, "answer")
    asked = next((c for c in decision.consultations if c.entry == act.consultation), None)
    if asked is None:
        raise RefusedError(f"E-{act.consultation} is no consultation on {decision.subject}.")
    if party not in asked.consultation.asked:
        raise RefusedError(f"{party} was not asked in E-{act.consultation}.")
    if not act.text.strip():
        raise RefusedError("An answer needs words: give --text.")
    asked.answers[party] = (entry.number, entry.time, act)
