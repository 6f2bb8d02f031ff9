"""Entries in, decision out: the one door to the room, for entries kept and for acts proposed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from zakuro.decide import brackets, closing, drafting
from zakuro.decide.decision import Decision, Version
from zakuro.decide.rules import Rules, require_member, rules_of
from zakuro.model.acts import Charter, act_of, body_as
from zakuro.model.decisions import Text
from zakuro.model.entry import Entry
from zakuro.model.errors import RefusedError

_ACTS: dict[str, Callable[[Decision, Entry, Any], None]] = {
    "language": drafting.add_language,
    "revision": drafting.revise,
    "tabling": drafting.table,
    "consultation": drafting.consult,
    "answer": drafting.answer,
    "withdrawal": drafting.withdraw,
    "alternative": brackets.propose,
    "settlement": brackets.settle,
    "receipt": closing.receive,
    "silence": closing.open_silence,
    "objection": closing.objects,
    "attachment": closing.attach,
    "abstention": closing.abstain,
    "non-participation": closing.stand_aside,
    "accession": closing.accede,
    "meeting": closing.meet,
    "challenge": closing.challenge,
    "reversal": closing.take_back,
}


def begin(entry: Entry, rules: Rules) -> Decision:
    """Give the decision that an entry of the kind "text" begins; RefusedError says why not."""
    _own_word(entry)
    sponsor = require_member(rules, entry.author.party, "begin a text")
    text = body_as(entry, Text)
    if not text.title.strip():
        raise RefusedError("A text needs a title: give --title.")
    if text.concerns is not None:
        require_member(rules, text.concerns, "can be concerned by a decision about a member")
    first = Version(
        number=1,
        texts={text.language: text.sha256},
        entry=entry.number,
        time=entry.time,
        by=sponsor,
    )
    return Decision(
        subject=entry.subject,
        opening=entry,
        text=text,
        sponsor=sponsor,
        rules=rules,
        versions=[first],
        last=entry,
        moved=entry.time,
        entries={entry.number: entry},
    )


def apply(decision: Decision, entry: Entry) -> None:
    """Enter one more act; raise RefusedError, leaving the decision unchanged, if it cannot be."""
    act = _ACTS.get(entry.kind)
    if act is None:
        raise RefusedError(f"A {entry.kind} is no act on a text.")
    if entry.time < decision.last.time:
        raise RefusedError(
            f"E-{entry.number} says {entry.time.isoformat()}, but E-{decision.last.number} before "
            f"it says {decision.last.time.isoformat()}: no act is older than the one before it."
        )
    _own_word(entry)
    body = act_of(entry)
    seen = getattr(body, "version", None)
    if seen is not None and seen != decision.version.number:
        raise RefusedError(
            f"This is on version {seen} of {decision.subject}, but version "
            f"{decision.version.number} is the last: read it (`zakuro text words "
            f"{decision.subject}`), then act on it."
        )
    act(decision, entry, body)
    decision.entries[entry.number] = entry
    decision.last = entry


def _own_word(entry: Entry) -> None:
    if entry.author.basis not in ("signed", "mandated"):
        raise RefusedError(
            f"A {entry.kind} on a text is a member's own act: signed, or entered by a person "
            "it mandates; not from published words."
        )


def fold(entries: Iterable[Entry]) -> Decision | None:
    """Give the decision on one text from its entries and the charter's, in order of number.

    None when no text was begun.  RefusedError if an entry breaks the rules, which the books refuse
    to enter.
    """
    rules, decision = rules_of(Charter()), None
    for entry in entries:
        if entry.kind == "charter":
            rules = rules_of(body_as(entry, Charter))
            if decision is not None:
                decision.rules = rules
        elif decision is None:
            if entry.kind != "text":
                raise RefusedError(f"{entry.subject} has not been begun.")
            decision = begin(entry, rules)
        else:
            apply(decision, entry)
    return decision
