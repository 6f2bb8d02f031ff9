"""A text, and two versions of it compared, as lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from zakuro.cli.deciding.options import times
from zakuro.decide.outcome import Duty
from zakuro.flow.deciding.views import BracketView, Comparison, TextView
from zakuro.flow.keeping.books import Books

ACTS = {"receipt": "log a receipt", "table": "table it", "announce": "announce it"}
"""Acts that read better with more words behind "is asked to"."""

MARKS = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
"""How a stretch of a comparison is marked, as word diffs do."""


def draw_comparison(found: Comparison) -> str:
    """Give a comparison as text with its marks."""
    marked = "".join(MARKS[stretch.op].format(stretch.words) for stretch in found.stretches)
    return f"{found.text}, version {found.old} to {found.new}, in {found.language}\n\n{marked}"


def draw_text(books: Books, found: TextView, party: str | None) -> str:
    """Give everything of a text as lines."""
    return "\n".join(_lines(books, found, party))


def _lines(books: Books, found: TextView, party: str | None) -> Iterator[str]:
    number = f"Decision {found.number}: " if found.number else ""
    kind = "" if found.number else " (provisional title)"
    yield f"{found.name}  {number}{found.title}{kind}"
    yield f"{found.state}: {found.why}"
    yield f"sponsor {found.sponsor}, chair {found.chair or 'not named in the charter'}"
    if found.until is not None:
        yield f"until {times(books, found.until, party)}"
    if found.adopted is not None:
        yield f"adopted {times(books, found.adopted, party)}"
        yield f"binds {', '.join(found.bound) or 'nobody'}" + (
            f"; not bound: {', '.join(found.unbound)}" if found.unbound else ""
        )
    if found.document is not None:
        yield f"added as {found.document}"
    if found.sealed:
        yield f"for members until released: {', '.join(found.sealed)}"
    for day in sorted(set(found.released.values())):
        names = [entry for entry, released in found.released.items() if released == day]
        yield f"{', '.join(names)} for members until {day}, when released"
    yield from _where_from(found)
    yield ""
    for version in found.versions:
        hashes = ", ".join(f"{code} {digest[:12]}" for code, digest in version.texts.items())
        yield f"version {version.version}  {version.entry}  {version.act} by {version.by}  {hashes}"
    if found.missing_languages:
        yield f"no words yet in {', '.join(found.missing_languages)}"
    for bracket in found.brackets:
        yield from _bracket(bracket)
    yield from _asked(found)
    lacking = [f"{r.party} ({', '.join(r.lacking)})" for r in found.receipts if r.lacking]
    has = [receipt.party for receipt in found.receipts if not receipt.lacking]
    if found.state not in ("draft", "consulted"):
        yield f"received by {', '.join(has) or 'nobody'}" + (
            f"; not by {', '.join(lacking)}" if lacking else ""
        )
    yield from _happened(books, found, party)
    if found.next:
        yield ""
    for (duty, act, until, why), who in _together(found).items():
        by_when = f" until {times(books, until, party)}" if until else ""
        asked = "may" if duty == "may" else "is asked to" if len(who) == 1 else "are asked to"
        yield f"{', '.join(who)} {asked} {act}{by_when}: {why}"


def _together(found: TextView) -> dict[tuple[Duty, str, datetime | None, str], list[str]]:
    """Give what comes next, with all of whom the same is asked, or who may do the same."""
    steps: dict[tuple[Duty, str, datetime | None, str], list[str]] = {}
    for step in found.next:
        key = (step.duty, ACTS.get(step.act, step.act), step.until, step.why)
        steps.setdefault(key, []).append(step.party)
    return steps


def _where_from(found: TextView) -> Iterator[str]:
    if found.concerns is not None:
        yield f"concerns {found.concerns}"
    if found.judges is not None:
        judged = found.judges
        yield f"judges {judged.pledge}: {judged.party} {judged.value:+d}"
    if found.made_from:
        yield f"made from {', '.join(found.made_from)}"
    if found.became:
        yield f"went into {', '.join(found.became)}"
    for origin in found.origins:
        yield f"characters {origin.start}-{origin.end} from {origin.statement}"


def _bracket(bracket: BracketView) -> Iterator[str]:
    settled = f" on {bracket.settled_on}" if bracket.settled_on else ""
    yield f"bracket {bracket.name} of version {bracket.version}, {bracket.state}{settled}"
    for alternative in bracket.alternatives:
        words = "; ".join(f"{code}: {text!r}" for code, text in alternative.words.items())
        missing = f"; missing in {', '.join(alternative.missing)}" if alternative.missing else ""
        holders = ", ".join(alternative.holders) or "nobody"
        yield f"  {alternative.name}  {words}{missing}  held by {holders}"
    for turn in bracket.history:
        yield f"    {turn.entry}  {turn.party} {turn.what}"


def _asked(found: TextView) -> Iterator[str]:
    for consultation in found.consultations:
        asked = ", ".join(consultation.asked)
        yield f"{consultation.entry}  {consultation.by} asked {asked}: {consultation.question}"
        for answer in consultation.answers:
            late = " (late)" if answer.late else ""
            yield f"  {answer.entry}  {answer.party}{late}: {answer.text}"


ENDS = {
    "objection": "broken by an objection",
    "amendment": "broken by other words",
    "void": "void since the text was revised",
    "withdrawn": "over since the text was withdrawn",
}
"""What ended a silence before its time."""


def _happened(books: Books, found: TextView, party: str | None) -> Iterator[str]:
    for silence in found.silences:
        end = f"; {ENDS[silence.end]}" if silence.end else ""
        until = times(books, silence.until, party)
        yield f"{silence.entry}  silence on version {silence.version} until {until}{end}"
    for meeting in found.meetings:
        yield f"{meeting.entry}  meeting of {', '.join(meeting.present)}: {meeting.result}"
    for said in found.said:
        back = f" (taken back, {said.taken_back})" if said.taken_back else ""
        words = f": {said.text}" if said.text else ""
        yield f"{said.entry}  {said.act} of {said.party} to version {said.version}{words}{back}"
        for what, who in (("accepted", said.accepted), ("refused", said.refused)):
            if who:
                yield f"  {what} by {', '.join(who)}"
