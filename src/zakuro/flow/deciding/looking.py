"""Decisions looked at: lists, everything of one, versions compared, and what waits for a party."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from zakuro.decide.compare import compare
from zakuro.decide.decision import Bracket, Decision, Version
from zakuro.decide.outcome import reason, steps
from zakuro.decide.reserving import accepted_by
from zakuro.decide.rules import rules_of
from zakuro.flow.deciding.joint import (
    decision,
    decisions,
    is_withheld,
    must_not_be_withheld,
    words,
)
from zakuro.flow.deciding.views import (
    AlternativeView,
    AnswerView,
    BracketView,
    Comparison,
    ConsultationView,
    MeetingView,
    ReceiptView,
    SaidView,
    SilenceView,
    Stretch,
    TextLine,
    TextView,
    Turn,
    WaitsFor,
    WordsView,
)
from zakuro.flow.deciding.zones import in_all_zones
from zakuro.flow.keeping.books import Books
from zakuro.flow.keeping.sealing import FOR_MEMBERS, released, still_sealed
from zakuro.model.acts import FiledDocument, body_as
from zakuro.model.errors import ZakuroError


def texts(
    books: Books,
    now: datetime,
    *,
    states: Sequence[str] = (),
    party: str | None = None,
    members: bool = False,
) -> list[TextLine]:
    """Give the texts; of some states only, or that wait for a party, where these are given.

    Of texts that are for members until released, only ``members`` are told more than that.
    """
    found = list(decisions(books, now))
    numbers = decision_numbers(found, now)
    lines = [
        _line(one, now, numbers.get(one.subject))
        if members or not is_withheld(books, one.subject)
        else _closed(one)
        for one in found
    ]
    return [
        line
        for line in lines
        if (not states or line.state in states) and (party is None or party in line.waits_for)
    ]


def _closed(found: Decision) -> TextLine:
    """Give the line of a text of which only members know what it says and where it stands."""
    return TextLine(
        name=found.subject,
        title=FOR_MEMBERS,
        sponsor=found.sponsor,
        state="sealed",
        why="its entries stand in the log as hashes",
        version=0,
    )


def decision_numbers(found: Sequence[Decision], now: datetime) -> dict[str, int]:
    """Give the number of each decision: in order of when it was adopted for good."""
    adopted = [
        (one.final_at(now), int(one.subject.removeprefix("X-")), one.subject)
        for one in found
        if one.state(now) == "adopted" and one.is_final(now)
    ]
    return {subject: place for place, (_, _, subject) in enumerate(sorted(adopted), start=1)}


def _line(found: Decision, now: datetime, number: int | None) -> TextLine:
    waiting = steps(found, now)
    return TextLine(
        name=found.subject,
        title=found.text.title,
        sponsor=found.sponsor,
        state=found.state(now),
        why=reason(found, now),
        version=found.version.number,
        number=number,
        since=found.adopted_at(now) or found.moved,
        until=_until(found, now)
        or min((step.until for step in waiting if step.until is not None), default=None),
        waits_for=tuple(dict.fromkeys(step.party for step in waiting)),
    )


def _until(found: Decision, now: datetime) -> datetime | None:
    """Give when the state changes by itself: the end of a silence, or of the days to challenge."""
    if found.state(now) == "silence":
        return found.periods[-1].until
    return found.challengeable_until(now)


def waiting_for(
    books: Books, party: str, now: datetime, *, members: bool = False
) -> list[WaitsFor]:
    """Give what waits for a party on any text: what is asked of it first, then what it may do.

    Of texts that are for members until released, only ``members`` are told.
    """
    found = [
        waits
        for one in decisions(books, now)
        if members or not is_withheld(books, one.subject)
        for waits in _waits(one, now)
        if waits.party == party
    ]
    return sorted(found, key=lambda waits: waits.duty)


def _waits(found: Decision, now: datetime) -> Iterator[WaitsFor]:
    for step in steps(found, now):
        yield WaitsFor(text=found.subject, **step._asdict())


def show(books: Books, name: str, now: datetime, *, members: bool = False) -> TextView:
    """Give everything of a text at an instant.

    RefusedError of a text that is for members until released, unless to ``members``; what one of
    them said for members only is told as that.
    """
    found = decision(books, name, now)
    if not members:
        must_not_be_withheld(books, name)
    entries = list(books.journal.entries(subject=name))
    sealed = still_sealed(entries)
    kept = frozenset() if members else frozenset(sealed)
    every = list(decisions(books, now))
    adopted = found.state(now) == "adopted"
    return TextView(
        name=name,
        title=found.text.title,
        sponsor=found.sponsor,
        state=found.state(now),
        why=reason(found, now),
        chair=found.rules.chair(now),
        version=found.version.number,
        languages=tuple(found.version.texts),
        missing_languages=tuple(found.missing),
        versions=tuple(_words(found, version) for version in found.versions),
        brackets=tuple(_bracket(found, bracket) for bracket in found.brackets),
        consultations=tuple(_consultations(found, kept)),
        receipts=tuple(_receipts(found)),
        silences=tuple(_silences(found)),
        meetings=tuple(_meetings(found)),
        said=tuple(said for version in found.versions for said in _said(found, version, kept, now)),
        next=tuple(_waits(found, now)),
        bound=found.bound(now),
        unbound=found.unbound if adopted else (),
        adopted=found.adopted_at(now),
        number=decision_numbers(every, now).get(name),
        until=_until(found, now),
        concerns=found.text.concerns,
        judges=found.text.judges,
        made_from=found.text.made_from,
        became=tuple(_became(found, every)),
        origins=found.text.origins,
        document=added_as(books, found) if adopted else None,
        sealed=tuple(f"E-{number}" for number in sealed),
        released={f"E-{n}": entry.time.date() for n, entry in released(entries).items()},
    )


def added_as(books: Books, found: Decision) -> str | None:
    """Give the document as which the words of a text were added; None where they were not."""
    hashes = set(found.version.texts.values())
    for entry in books.journal.entries(kind="document"):
        if body_as(entry, FiledDocument).sha256 in hashes:
            return entry.subject
    return None


def _became(found: Decision, every: Sequence[Decision]) -> Iterator[str]:
    if found.withdrawal is not None and found.withdrawal.into is not None:
        yield found.withdrawal.into
    for other in every:
        into = found.withdrawal.into if found.withdrawal else None
        if found.subject in other.text.made_from and other.subject != into:
            yield other.subject


def _words(found: Decision, version: Version) -> WordsView:
    return WordsView(
        version=version.number,
        entry=f"E-{version.entry}",
        by=version.by,
        time=version.time,
        act=found.entries[version.entry].kind,
        texts=dict(version.texts),
    )


def _bracket(found: Decision, bracket: Bracket) -> BracketView:
    languages = found.versions[bracket.version - 1].texts
    overtaken = "overtaken" if bracket.overtaken else "open"
    return BracketView(
        name=bracket.name,
        version=bracket.version,
        state="settled" if bracket.settled else overtaken,  # type: ignore[arg-type]
        settled_on=bracket.settled,
        alternatives=tuple(
            AlternativeView(
                name=position.name,
                by=position.by,
                entry=f"E-{position.entry}",
                words=dict(position.words),
                holders=tuple(position.holders),
                missing=tuple(name for name in languages if name not in position.words),
                reason=position.reason,
            )
            for position in bracket.positions
        ),
        history=tuple(
            Turn(entry=f"E-{number}", time=found.entries[number].time, party=party, what=what)
            for number, party, what in bracket.history
        ),
    )


def _consultations(found: Decision, sealed: Collection[int]) -> Iterator[ConsultationView]:
    for asked in found.consultations:
        consultation = asked.consultation
        yield ConsultationView(
            entry=f"E-{asked.entry}",
            by=asked.by,
            version=consultation.version,
            time=asked.time,
            until=consultation.until,
            question=consultation.question,
            asked=consultation.asked,
            answers=tuple(
                AnswerView(
                    party=party,
                    entry=f"E-{number}",
                    time=time,
                    text=FOR_MEMBERS if number in sealed else answer.text,
                    late=time >= consultation.until,
                )
                for party, (number, time, answer) in asked.answers.items()
            ),
        )


def _receipts(found: Decision) -> Iterator[ReceiptView]:
    lacking = found.version.lacking(found.in_force)
    for member in found.in_force.members:
        yield ReceiptView(
            party=member,
            received=tuple(found.version.receipts.get(member, {})),
            lacking=tuple(language for party, language in lacking if party == member),
        )


def _silences(found: Decision) -> Iterator[SilenceView]:
    for period in found.periods:
        yield SilenceView(
            version=period.version,
            entry=f"E-{period.entry}",
            chair=period.chair,
            opened=period.opened,
            until=period.until,
            ended=period.ended,
            end=period.end,
        )


def _meetings(found: Decision) -> Iterator[MeetingView]:
    for record in found.meetings:
        yield MeetingView(
            entry=f"E-{record.entry}",
            held=record.meeting.held,
            purpose=record.meeting.purpose,
            present=record.meeting.present,
            objected=record.meeting.objected,
            result=record.result,
            place=record.meeting.place,
            challenge_until=record.challenge_until,
        )


def _said(
    found: Decision, version: Version, sealed: Collection[int], now: datetime
) -> Iterator[SaidView]:
    for said in version.said:
        yield SaidView(
            version=version.number,
            party=said.party,
            act=said.act,
            entry=f"E-{said.entry}",
            time=said.time,
            text=FOR_MEMBERS if said.entry in sealed else said.text,
            taken_back=None if said.taken_back is None else f"E-{said.taken_back}",
            accepted=accepted_by(found, said, now) if version is found.version else (),
            refused=tuple(said.refused),
        )


def compare_versions(
    books: Books,
    name: str,
    *,
    old: int | None = None,
    new: int | None = None,
    language: str | None = None,
    members: bool = False,
) -> Comparison:
    """Compare two versions of a text by words; without numbers the last with the one before it."""
    found = decision(books, name)
    if not members:
        must_not_be_withheld(books, name)
    new = found.version.number if new is None else new
    old = new - 1 if old is None else old
    language = language or found.text.language
    pair = [_of_version(books, found, number, language) for number in (old, new)]
    return Comparison(
        text=name,
        old=old,
        new=new,
        language=language,
        stretches=tuple(Stretch(op=c.op, words=c.words) for c in compare(*pair)),
    )


def words_of(
    books: Books,
    name: str,
    *,
    number: int | None = None,
    language: str | None = None,
    members: bool = False,
) -> str:
    """Give the words of a version of a text; of the last, and as begun, if not told otherwise."""
    found = decision(books, name)
    if not members:
        must_not_be_withheld(books, name)
    number = found.version.number if number is None else number
    return _of_version(books, found, number, language or found.text.language)


def _of_version(books: Books, found: Decision, number: int, language: str) -> str:
    if not 1 <= number <= found.version.number:
        raise ZakuroError(
            f"{found.subject} has versions 1 to {found.version.number}; not {number}."
        )
    return words(books, found.versions[number - 1].texts, language)


def chair_or_none(books: Books, now: datetime) -> str | None:
    """Give who holds the chair at an instant; None where the charter names nobody."""
    return rules_of(books.charter).chair(now)


def chair(books: Books, now: datetime) -> str:
    """Give who holds the chair at an instant; ZakuroError where the charter names nobody."""
    found = chair_or_none(books, now)
    if found is None:
        raise ZakuroError(
            "The charter names no chair: give it a table procedure.chair with its order "
            "(`zakuro charter FILE`)."
        )
    return found


def notice(books: Books, name: str, now: datetime, *, members: bool = False) -> str:
    """Give the chair's notice to all members of what became of a text.

    What is for members until released stands in it only for ``members``.
    """
    found = show(books, name, now, members=members)
    if found.state not in ("adopted", "broken", "challenged", "withdrawn"):
        where = decision(books, name, now).stands(now)
        raise ZakuroError(
            f"{where}: there is nothing to tell the members yet. "
            f"`zakuro text show {name}` says what comes next."
        )
    word = {"adopted": "was adopted", "withdrawn": "was withdrawn"}
    number = f"Decision {found.number}: " if found.number else ""
    lines = [
        f"To all members: {', '.join(receipt.party for receipt in found.receipts)}",
        "",
        f"{number}{found.title} ({name}, version {found.version}) "
        f"{word.get(found.state, 'was NOT adopted')}: {found.why}.",
    ]
    stands = [s for s in found.said if s.version == found.version and s.taken_back is None]
    if stands:
        lines += ["", "Beside it stand:"]
        lines += [f"- {s.act} of {s.party} ({s.entry}): {s.text or 'no reason'}" for s in stands]
    if found.adopted is not None:
        parties = [receipt.party for receipt in found.receipts]
        lines += ["", f"Adopted at {in_all_zones(books.charter, found.adopted, parties)}."]
        lines += ["", f"It binds {', '.join(found.bound) or 'nobody'}."]
        if found.unbound:
            lines.append(f"It does not bind {', '.join(found.unbound)}.")
    if found.state in ("broken", "challenged"):
        lines += ["", "It can be tabled again as a new version, or withdrawn."]
    return "\n".join(lines)
