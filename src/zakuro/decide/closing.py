"""How a text is closed: receipts, silence, objections, what stands beside it, meetings."""

from __future__ import annotations

from datetime import timedelta
from typing import Literal

from zakuro.decide.decision import (
    ON_THE_TABLE,
    Decision,
    MeetingRecord,
    Period,
    Said,
    Version,
)
from zakuro.decide.drafting import end_period
from zakuro.decide.reserving import object_to_reservation
from zakuro.decide.rules import require_member
from zakuro.model.acts import Reversal
from zakuro.model.decisions import (
    Abstention,
    Accession,
    Attachment,
    Challenge,
    Meeting,
    NonParticipation,
    Objection,
    Receipt,
    Silence,
)
from zakuro.model.entry import Entry
from zakuro.model.errors import RefusedError


def takes_part(decision: Decision, entry: Entry, what: str) -> str:
    """Give the party if it takes part: a member now, or when what is decided on was opened."""
    party = entry.author.party
    if party is not None and party in decision.in_force.members:
        return party
    return require_member(decision.rules, party, what)


def receive(decision: Decision, entry: Entry, act: Receipt) -> None:
    """Log that the version on the table has arrived."""
    party = require_member(decision.rules, entry.author.party, "log a receipt")
    state = decision.state(entry.time)
    if state not in ON_THE_TABLE:
        where = decision.stands(entry.time)
        raise RefusedError(f"{where}: a receipt is of a text on the table.")
    unknown = [name for name in act.languages if name not in decision.version.texts]
    if unknown or not act.languages:
        raise RefusedError(
            f"Version {act.version} of {decision.subject} has words in "
            f"{', '.join(decision.version.texts)}; not in {', '.join(unknown) or 'none'}."
        )
    known = decision.version.receipts.setdefault(party, {})
    new = [name for name in act.languages if name not in known]
    if not new:
        raise RefusedError(
            f"{party} has logged the receipt of version {act.version} in "
            f"{', '.join(act.languages)} already."
        )
    known.update(dict.fromkeys(new, entry.number))


def must_be_chair(decision: Decision, entry: Entry, what: str) -> str:
    """Give the chair if the entry is its act."""
    chair = decision.rules.chair(entry.time)
    if chair is None:
        raise RefusedError(
            f"Only the chair can {what}, and the charter names none: give it procedure.chair."
        )
    if entry.author.party != chair:
        raise RefusedError(
            f"Only the chair, {chair}, can {what}; not {entry.author.party or 'nobody'}."
        )
    return chair


def must_be_received(decision: Decision, what: str) -> None:
    """Refuse a decision before every member has the version in every working language."""
    lacking: dict[str, list[str]] = {}
    for member, language in decision.version.lacking(decision.rules):
        lacking.setdefault(member, []).append(language)
    if lacking:
        who = "; ".join(f"{member} ({', '.join(names)})" for member, names in lacking.items())
        raise RefusedError(
            f"{what} needs every member's receipt of version {decision.version.number} in every "
            f"working language; missing: {who}."
        )


def must_be_clean(decision: Decision, entry: Entry, what: str) -> None:
    """Refuse what needs a clean text, saying what is in the way."""
    state = decision.state(entry.time)
    if state == "clean":
        return
    why = ""
    if state == "bracketed":
        why = f" ({', '.join(bracket.name for bracket in decision.open_brackets)} open)"
    elif state == "tabled":
        why = f" (no words in {', '.join(decision.missing)})"
    where = decision.stands(entry.time)
    raise RefusedError(f"{what} needs a clean text; {where}{why}.")


_TO_TYPE = timedelta(minutes=10)
"""What it takes to give a command again."""


def open_silence(decision: Decision, entry: Entry, act: Silence) -> None:
    """Open a silence on the frozen version."""
    rules = decision.rules
    chair = must_be_chair(decision, entry, "open silence")
    must_be_clean(decision, entry, "Silence")
    if act.texts != decision.version.texts:
        raise RefusedError(
            f"These are not the words of version {act.version}: read it again, then open silence."
        )
    must_be_received(decision, "Silence")
    _bureau(decision, chair)
    if act.until - entry.time < rules.shortest:
        earliest = (entry.time + rules.shortest + _TO_TYPE).replace(second=0, microsecond=0)
        raise RefusedError(
            f"Silence lasts at least {rules.procedure.minimum_hours} hours here, from when it is "
            f"opened: give --until {earliest.isoformat(timespec='minutes')} or later."
        )
    decision.periods.append(
        Period(
            version=act.version,
            entry=entry.number,
            opened=entry.time,
            until=act.until,
            rules=rules,
            chair=chair,
        )
    )
    decision.phase, decision.moved = "silence", entry.time


def _bureau(decision: Decision, chair: str) -> None:
    """Refuse silence before the bureau was asked, unless a meeting agreed to it."""
    asked = {
        party
        for consultation in decision.consultations
        for party in consultation.consultation.asked
    }
    lacking = [
        party
        for party in decision.rules.procedure.bureau
        if party not in asked and party not in (chair, decision.sponsor)
    ]
    if lacking and decision.version.silence_agreed is None:
        raise RefusedError(
            f"The bureau is asked before silence is opened: `zakuro consult {decision.subject} "
            f"--ask {','.join(lacking)}`, or a meeting agrees to silence."
        )


def break_silence(
    decision: Decision,
    entry: Entry,
    party: str,
    reason: str,
    end: Literal["objection", "amendment"],
) -> None:
    """Enter an objection in a running silence, or beside others' in the same period."""
    version, period = decision.version, decision.period
    if period is None:
        raise RefusedError(f"{decision.subject} is not in silence.")
    if party not in period.rules.members:
        raise RefusedError(f"{party} was no member when this silence was opened.")
    if party in version.objections:
        raise RefusedError(f"{party} has objected to version {version.number} already.")
    version.objections[party] = _say(decision, entry, party, reason, "objection")
    if decision.phase == "silence" and not decision.spares(period.rules, party):
        decision.phase, decision.moved = "broken", entry.time
        end_period(period, entry, end)


def _say(decision: Decision, entry: Entry, party: str, text: str, act: str) -> Said:
    said = Said(party, entry.number, entry.time, text, act)
    decision.version.said.append(said)
    return said


def objects(decision: Decision, entry: Entry, act: Objection) -> None:
    """Object: strictly before the expiry this breaks the silence at once.

    An objection to another's reservation stops nothing.
    """
    if act.reservation is not None:
        object_to_reservation(decision, entry, act)
        return
    state, period = decision.state(entry.time), decision.period
    where = decision.stands(entry.time)
    within = period is not None and period.version == act.version and entry.time < period.until
    if period is not None and within and state in ("silence", "broken"):
        party = entry.author.party
        if party not in period.rules.members:
            party = require_member(decision.rules, party, "object")
        break_silence(decision, entry, party or "", act.reason, "objection")
        return
    require_member(decision.rules, entry.author.party, "object")
    if period is not None and period.version == act.version and period.until <= entry.time:
        raise RefusedError(
            f"The silence on {decision.subject} ended at {period.until.isoformat()}; {where}."
        )
    raise RefusedError(
        f"{where}: there is no silence to break. On the table, `zakuro text "
        "propose` contests its words."
    )


def _may_attach(decision: Decision, entry: Entry, what: str) -> None:
    state = decision.state(entry.time)
    if state not in (*ON_THE_TABLE, "silence"):
        raise RefusedError(
            f"{decision.stands(entry.time)}: {what} is given on a text on the table or in silence."
        )


def attach(decision: Decision, entry: Entry, act: Attachment) -> None:
    """Put a reservation, interpretative statement or explanation beside the version."""
    party = takes_part(decision, entry, "attach statements")
    if not act.text.strip():
        raise RefusedError(f"A {act.sort} needs words: give --text.")
    if act.sort != "explanation":
        _may_attach(decision, entry, "a reservation or an interpretative statement")
    elif decision.phase == "drafting":
        raise RefusedError(f"{decision.subject} is a draft: there is no position to explain yet.")
    _say(decision, entry, party, act.text, act.sort)


def _once(version: Version, party: str) -> None:
    for said, word in ((version.abstained, "abstained from"), (version.out, "stood aside from")):
        if party in said:
            raise RefusedError(
                f"{party} has {word} version {version.number} already (E-{said[party].entry}): "
                "`zakuro reverse` takes that back."
            )


def abstain(decision: Decision, entry: Entry, act: Abstention) -> None:
    """Abstain constructively, where the charter has it."""
    party = takes_part(decision, entry, "abstain")
    if decision.in_force.abstention is None:
        raise RefusedError("The charter knows no abstention (procedure.abstention, as 1/3).")
    _may_attach(decision, entry, "an abstention")
    _once(decision.version, party)
    decision.version.abstained[party] = _say(decision, entry, party, act.reason, "abstention")


def stand_aside(decision: Decision, entry: Entry, act: NonParticipation) -> None:
    """Take no part, where the charter has it."""
    party = takes_part(decision, entry, "stand aside")
    if decision.in_force.non_participation is None:
        raise RefusedError(
            "The charter knows no non-participation (procedure.non_participation, as 1/2)."
        )
    _may_attach(decision, entry, "non-participation")
    _once(decision.version, party)
    decision.version.out[party] = _say(decision, entry, party, act.reason, "non-participation")


def accede(decision: Decision, entry: Entry, _: Accession) -> None:
    """Join an adopted text in which one took no part."""
    party = require_member(decision.rules, entry.author.party, "accede")
    if decision.state(entry.time) != "adopted":
        raise RefusedError(f"{decision.subject} is not adopted: there is nothing to accede to.")
    version = decision.version
    if party not in version.out:
        raise RefusedError(f"{party} did not stand aside from {decision.subject}.")
    if party in version.acceded:
        raise RefusedError(f"{party} has acceded to {decision.subject} already.")
    version.acceded[party] = _say(decision, entry, party, "", "accession")


def meet(decision: Decision, entry: Entry, act: Meeting) -> None:
    """Record a meeting, and what follows from who was there and who objected."""
    must_be_chair(decision, entry, "record a meeting")
    present = tuple(dict.fromkeys(act.present))
    if not present:
        raise RefusedError("Say who was present: --present KAZ,UZB.")
    for party in (*present, *act.objected):
        require_member(decision.rules, party, "are present at a meeting and object in it")
    away = [party for party in act.objected if party not in present]
    if away:
        raise RefusedError(f"{', '.join(away)} objected without being present.")
    if act.held > entry.time:
        raise RefusedError(f"The meeting of {act.held.isoformat()} is still to come.")
    if act.held < decision.version.time:
        raise RefusedError(
            f"Version {act.version} was made after the meeting, at "
            f"{decision.version.time.isoformat()}: the meeting cannot have had it."
        )
    decision.meetings.append(_MEETINGS[act.purpose](decision, entry, act))


def _quorum(decision: Decision, act: Meeting) -> str | None:
    """Say what keeps a meeting from deciding anything; None where nothing does."""
    rules, present = decision.rules, len(set(act.present))
    if present < rules.quorum * len(rules.members):
        needed = -(-rules.quorum * len(rules.members) // 1)
        return f"{present} of {len(rules.members)} members present, {needed} needed"
    against = [party for party in act.objected if not decision.spares(rules, party)]
    return f"{', '.join(against)} objected" if against else None


def _adopt(decision: Decision, entry: Entry, act: Meeting) -> MeetingRecord:
    must_be_clean(decision, entry, "A meeting's decision")
    must_be_received(decision, "A meeting's decision")
    rules, version = decision.rules, decision.version
    why_not = _quorum(decision, act) or rules.fails(version.abstained, version.out)
    if why_not is not None:
        return MeetingRecord(
            act, entry.number, entry.time, decision.rules, False, f"no decision: {why_not}"
        )
    absent = tuple(member for member in rules.members if member not in act.present)
    until = entry.time + rules.days_to_challenge if absent else None
    decision.phase, decision.moved = "meeting", entry.time
    return MeetingRecord(act, entry.number, entry.time, rules, True, "adopted", absent, until)


def _agree(decision: Decision, entry: Entry, act: Meeting) -> MeetingRecord:
    if decision.state(entry.time) not in ON_THE_TABLE:
        raise RefusedError(
            f"{decision.stands(entry.time)}: a meeting agrees to silence on a text on the table."
        )
    why_not = _quorum(decision, act)
    if why_not is None:
        decision.version.silence_agreed = entry.number
    result = "agrees to silence" if why_not is None else f"no decision: {why_not}"
    return MeetingRecord(act, entry.number, entry.time, decision.rules, False, result)


def _announce(decision: Decision, entry: Entry, act: Meeting) -> MeetingRecord:
    if decision.state(entry.time) != "adopted":
        raise RefusedError(f"{decision.subject} is not adopted: there is nothing to announce.")
    if decision.phase == "meeting":
        raise RefusedError(f"{decision.subject} was adopted at a meeting, which announced it.")
    adopted = decision.adopted_at(entry.time)
    if adopted is not None and act.held < adopted:
        raise RefusedError(f"The adoption came after the meeting, at {adopted.isoformat()}.")
    return MeetingRecord(act, entry.number, entry.time, decision.rules, False, "announced")


_MEETINGS = {"adopt": _adopt, "silence": _agree, "announce": _announce}


def challenge(decision: Decision, entry: Entry, act: Challenge) -> None:
    """Challenge what a meeting decided without one."""
    party = takes_part(decision, entry, "challenge")
    if decision.phase != "meeting":
        raise RefusedError(
            f"{decision.stands(entry.time)}: only what a meeting decided is challenged."
        )
    record = decision.meetings[-1]
    if party not in record.absent:
        raise RefusedError(f"{party} was present when {decision.subject} was adopted.")
    if record.challenge_until is None or entry.time >= record.challenge_until:
        raise RefusedError(f"The days to challenge {decision.subject} are over.")
    decision.version.objections[party] = _say(decision, entry, party, act.reason, "challenge")
    decision.phase, decision.moved = "challenged", entry.time


def take_back(decision: Decision, entry: Entry, act: Reversal) -> None:
    """Take back what one said of the last version; of an objection this mends nothing."""
    party = takes_part(decision, entry, "take back what they said")
    version = decision.version
    own = [said for said in version.said if said.entry == act.entry and said.taken_back is None]
    if not own or own[0].party != party:
        raise RefusedError(
            f"E-{act.entry} is nothing that {party} said of version {version.number} of "
            f"{decision.subject} and could take back."
        )
    said = own[0]
    if decision.state(entry.time) == "adopted" and said.act != "explanation":
        raise RefusedError(f"{decision.subject} is adopted, with E-{act.entry} beside it.")
    said.taken_back = entry.number
    version.abstained = {p: s for p, s in version.abstained.items() if s is not said}
    version.out = {p: s for p, s in version.out.items() if s is not said}
