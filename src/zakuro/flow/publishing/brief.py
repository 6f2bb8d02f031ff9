"""A brief on a summit, or on all books: what was promised, and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from zakuro.flow.batch.writing import write_whole
from zakuro.flow.browsing.documents import documents
from zakuro.flow.browsing.overview import occasions
from zakuro.flow.browsing.waiting import waiting
from zakuro.flow.keeping.books import Books
from zakuro.flow.looking.lists import Listed, party_code, pledges
from zakuro.flow.looking.outlook import outlook
from zakuro.flow.looking.outlook_words import likelihood
from zakuro.flow.publishing.ranking import counted, ranked
from zakuro.flow.things.followed.claims import Claim, claims
from zakuro.ledger.parties import each_to_the_others, expand
from zakuro.model import vocabulary
from zakuro.model.errors import ZakuroError
from zakuro.publish.briefs import Brief, Line, Section, as_docx, as_html, as_markdown, as_pdf
from zakuro.words import figures
from zakuro.words.catalogue import has, say, together

POINTS = 3
"""How many points are worth keeping, where nothing else is asked."""

SHOWN = 5
"""How many lines a section of one page holds."""

UNSEEN = {"not reported"}


def _html(made: Brief) -> bytes:
    return as_html(made).encode()


def _markdown(made: Brief) -> bytes:
    return as_markdown(made).encode()


_FORMS: dict[str, Callable[[Brief], bytes]] = {
    ".pdf": as_pdf,
    ".docx": as_docx,
    ".html": _html,
    ".md": _markdown,
}


class Maker:
    """Makes the sections of one brief: its books, day, language and pledges."""

    def __init__(
        self, books: Books, on: date, language: str, found: list[Listed], *, full: bool
    ) -> None:
        self.books, self.on, self.language, self.found = books, on, language, found
        self.full = full

    def say(self, name: str, **values: object) -> str:
        """Give a message of the brief."""
        return say(self.language, name if "." in name else f"brief.{name}", values or None)

    def section(self, name: str, lines: Sequence[Line], **values: object) -> Section:
        """Give a section; where it has no lines it says so, and a page holds only so many."""
        shown = list(lines if self.full else lines[:SHOWN])
        if len(lines) > len(shown):
            shown.append(Line(self.say("more", number=len(lines) - len(shown))))
        return Section(self.say(name, **values), tuple(shown) or (Line(self.say("nothing")),))

    def pledge(self, each: Listed, why: str = "", more: Sequence[str] = ()) -> Line:
        """Give one pledge as a line: who to whom, how much, by when, where it stands."""
        parts = [self.sides(each)]
        amount = counted(each)
        if amount is not None:
            parts.append(self.amount(amount.pledged, amount.unit, amount.bound))
        if each.due is not None:
            day = figures.day(self.language, figures.last_day(each.due), "medium")
            parts.append(self.say("pledge.due_by", day=day))
        parts.append(self.stands(each.standing, each.word))
        words = " ".join(each.words.split())
        return Line(
            " · ".join(parts), words, each.language, (each.name, each.statement, *more), why
        )

    def stands(self, standing: str, word: str) -> str:
        """Give where a pledge stands, and by whose word."""
        return self.say("comma").join((self.label("standing", standing), self.label("word", word)))

    def sides(self, each: Listed) -> str:
        """Give who promises to whom."""
        givers, receivers = self.names(each.givers), self.names(each.receivers)
        alone = each.receivers in {"", "M49:001", each.givers}
        if each_to_the_others(each.givers.split(), each.receivers.split(), self.books.groups):
            receivers = self.say("pledge.each_other")
        return givers if alone else f"{givers} → {receivers}"

    def names(self, codes: str) -> str:
        """Give the names of parties written one after the other."""
        return self.say("comma").join(
            " + ".join(figures.party(self.language, code) for code in each.split("+"))
            for each in codes.split()
        )

    def amount(self, value: Decimal, unit: str, bound: str = "exact") -> str:
        """Give an amount."""
        return figures.amount(self.language, value, unit, bound=bound)

    def label(self, section: str, code: str) -> str:
        """Give the label of a code; one that has none stands for itself."""
        name = f"{section}.{code.replace(' ', '_').replace('-', '_')}"
        return self.say(name) if has(name) else code

    def points(self) -> Section:
        """Give the points worth keeping, by the written ranking, the reason of each shown."""
        best = ranked(self.found, self.on)[:POINTS]
        lines = [self.pledge(each, self.say(f"reason_{why}")) for each, why in best]
        made = self.section("points", lines)
        return made._replace(note=self.say("ranking"))

    def promised(self) -> Section:
        """Give how many pledges there are, by topic."""
        topics = Counter(t for each in self.found for t in each.topics.split(";") if t)
        common = self.say("comma").join(
            f"{self.label('topic', topic)} {number}" for topic, number in topics.most_common(6)
        )
        lines = [Line(self.say("pledge.found", n=len(self.found)))]
        return self.section("promised", [*lines, *([Line(common)] if common else [])])

    def progress(self) -> Section:
        """Give how many stand how, and the sums of what is counted."""
        order = list(vocabulary.standings())
        counts = Counter((each.standing, each.word) for each in self.found)
        stood = sorted(counts, key=lambda key: (order.index(key[0]), key[1]))
        by = [
            self.say("colon").join((self.stands(at, word), str(counts[at, word])))
            for at, word in stood
        ]
        lines = [Line(" · ".join(by))] if by else []
        return self.section("progress", [*lines, *self._sums()])

    def _sums(self) -> Iterator[Line]:
        """Give the sums of each unit of which something was reported."""
        sums: dict[str, list[Decimal]] = {}
        cites: dict[str, list[str]] = {}
        for each in self.found:
            amount = counted(each)
            if amount is None or each.part_of or not (amount.reported or amount.confirmed):
                continue
            of = sums.setdefault(amount.unit, [Decimal(0)] * 3)
            for place, value in enumerate((amount.pledged, amount.reported, amount.confirmed)):
                of[place] += value
            cites.setdefault(amount.unit, []).append(each.name)
        for unit, (pledged, reported, confirmed) in sums.items():
            values = {"pledged": pledged, "reported": reported, "confirmed": confirmed}
            said = {name: self.amount(value, unit) for name, value in values.items()}
            yield Line(self.say("sum", **said), cites=tuple(cites[unit][:SHOWN]))

    def contradicted(self, occasion: str | None = None) -> Section:
        """Give what stands disputed, with the reason given, and claims that others tell otherwise.

        With ``occasion`` the claims are those of its documents.
        """
        names = {each.name: each for each in self.found}
        lines = []
        for each in waiting(self.books, self.on):
            if each.kind == "disputed" and each.pledge in names:
                account = self.books.account(each.pledge)
                report = int(each.report.removeprefix("E-"))
                why = "; ".join(
                    str(entry.body.get("reason", ""))
                    for entry in account.entries.values()
                    if entry.kind == "dispute"
                    and entry.body.get("report") == report
                    and entry.number not in account.reversals
                )
                amount = self.amount(each.value, each.unit)
                said = self.say("disputed", amount=amount, reason=why)
                lines.append(
                    Line(f"{self.names(each.other)}: {said}", cites=(each.pledge, each.report))
                )
        filed = {each.name for each in documents(self.books) if occasion in (None, each.occasion)}
        lines += [
            self.claim(claim)
            for claim in claims(self.books, self.on)
            if claim.against and claim.name.partition(":")[0] in filed
        ]
        return self.section("contradicted", lines)

    def claim(self, claim: Claim) -> Line:
        """Give a claim with what tells otherwise."""
        by = self.names(" ".join(claim.speakers)) or claim.said_by
        against = [held for held in claim.held if held.against]
        told = self.say("semicolon").join(held.text or held.words for held in against)
        return Line(
            by,
            " ".join(claim.words.split()),
            claim.language,
            (claim.name, *(held.entry for held in against)),
            f"{self.say('entry.against')}{self.say('colon')}{told}",
        )

    def unseen(self) -> Section:
        """Give the pledges on which nobody reported or searched, those with figures first."""
        found = [each for each in self.found if each.word in UNSEEN]
        unsought = [each for each in found if not each.searched]
        lines = [self.pledge(each) for each, _ in ranked(unsought, self.on)]
        made = self.section("unseen", lines if self.full else lines[:POINTS])
        return made._replace(note=self.say("home.unseen", n=len(found)))

    def watch(self) -> Section:
        """Give what falls due next, with its outlook."""
        due = sorted(
            (e for e in self.found if e.due is not None and e.due > self.on),
            key=lambda each: (each.due or date.max, int(each.name[2:])),
        )
        lines = [
            self.pledge(
                each, likelihood(self.language, outlook(self.books, each.name, self.on).outlook)
            )
            for each in (due if self.full else due[:POINTS])
        ]
        return self.section("watch", lines)

    def touches(self, party: str, every: Sequence[Listed]) -> Section:
        """Give the pledges that share a topic or a receiver with an outsider's own."""
        name = figures.party(self.language, party)
        own = [each for each in every if party in self._sides(each)]
        if not own:
            return self.section("touches", [Line(self.say("no_own", party=name))], party=name)
        topics = {t for each in own for t in vocabulary.fields_of(each.topics.split(";")) if t}
        receivers = {r for each in own for r in self._receivers(each)} - {party}
        lines = []
        for each, _ in ranked(self.found, self.on):
            if party in self._sides(each):
                lines.append(self.pledge(each))
                continue
            shared = sorted(vocabulary.fields_of(each.topics.split(";")) & topics)
            common = sorted(self._receivers(each) & receivers)
            why = []
            if shared:
                said = self.say("comma").join(self.label("topic", topic) for topic in shared)
                why.append(self.say("same_topic", topics=said))
            if common:
                why.append(self.say("same_receiver", receivers=self.names(" ".join(common))))
            if shared:
                beside = [o.name for o in own if set(o.topics.split(";")) & set(shared)]
                lines.append(self.pledge(each, self.say("semicolon").join(why), beside[:POINTS]))
        return self.section("touches", lines or [Line(self.say("none_touch"))], party=name)

    def _sides(self, each: Listed) -> set[str]:
        names = f"{each.givers} {each.receivers}".replace("+", " ").split()
        return set(expand(names, self.books.groups)) | set(names)

    def _receivers(self, each: Listed) -> set[str]:
        return set(expand(each.receivers.replace("+", " ").split(), self.books.groups))

    def everything(self) -> Section:
        """Give all pledges, in the order of the books."""
        return self.section("all_pledges", [self.pledge(each) for each in self.found])


def occasion_of(books: Books, name: str | None) -> str | None:
    """Give the summit that a name means (astana-2025); ZakuroError if there is none like it."""
    if name is None:
        return None
    known = [each for each in occasions(books) if each]
    found = [each for each in known if _slug(each) == _slug(name)]
    if not found:
        listed = ", ".join(_slug(each) for each in sorted(known)) or "none"
        raise ZakuroError(
            f"These books hold no pledge of the summit {name!r}; there are: {listed}."
        )
    return found[0]


def _slug(name: str) -> str:
    return "-".join(name.casefold().replace("-", " ").split())


def brief(
    books: Books,
    on: date,
    language: str = "en",
    *,
    summit: str | None = None,
    party: str | None = None,
    full: bool = False,
) -> Brief:
    """Give a brief as of a day; ZakuroError for a summit or party that is none."""
    occasion = occasion_of(books, summit)
    code = party_code(books, party) if party else None
    every = list(pledges(books, on, limit=None))
    found = [each for each in every if occasion is None or each.occasion == occasion]
    maker = Maker(books, on, language, found, full=full)
    what = occasion or books.charter.name or books.journal.books
    sections = [maker.points()]
    if code:
        sections.append(maker.touches(code, every))
    sections += [
        maker.promised(), maker.progress(), maker.contradicted(occasion), maker.unseen(),
        maker.watch(),
    ]  # fmt: skip
    if full:
        sections.append(maker.everything())
    title = maker.say("title", what=what)
    if code:
        title = maker.say("for_title", what=what, party=figures.party(language, code))
    head = books.journal.head()
    checkpoint = f"{maker.say('page.checkpoint')} {head.size} {head.root[:12]}"
    day = figures.day(language, on)
    cited = maker.say("comma").join((books.journal.books, day, checkpoint))
    return Brief(
        title=title,
        language=language,
        subtitle=together(maker.say("page.as_of", day=day), maker.say("page.no_side")),
        day=on,
        sections=tuple(sections),
        foot=together(maker.say("page.cite"), cited),
    )


def write(made: Brief, path: Path) -> None:
    """Write a brief as its name's ending says; ZakuroError for another, or where it cannot be."""
    ending = path.suffix.lower()
    if ending not in _FORMS:
        raise ZakuroError(f"{path} is no kind of brief: name it {', '.join(_FORMS)}.")
    if path.exists():
        raise ZakuroError(f"{path} is there already: give another name, or move it away.")
    write_whole(path, _FORMS[ending](made))
