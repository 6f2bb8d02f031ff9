"""The keeper at work: each digest is added, reviewed and acted on by the acts that anybody has.

Nothing here can do what the commands cannot: a deed that the books refuse ends the work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from importlib.metadata import version
from typing import Any, get_args

import msgspec

from zakuro.flow.acting import acts, beside, changes, review
from zakuro.flow.acting.acts import Circumstances, Word
from zakuro.flow.acting.bulk import accept_waiting
from zakuro.flow.acting.correcting import corrected
from zakuro.flow.acting.take_in import statement, take_in
from zakuro.flow.acting.waiting import Choices, Selection, statement_row, waiting
from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.flow.reading import read
from zakuro.flow.record.digests import Deed, Digest, example
from zakuro.flow.record.things import Shelf
from zakuro.journal import Condition
from zakuro.model.entry import Entry
from zakuro.model.errors import ZakuroError
from zakuro.model.statement import Kind, Reading, Statement
from zakuro.read.document.document import freeze

KEEPER = "keeper"
NO_PLEDGE = "It tells what was done or how something stands, and promises nothing."
"""Why a statement that was read as a pledge, and on which another deed rests, opens none."""


class Keeper:
    """Keeps books from digests; knows pledges and entries by the names that deeds gave them.

    ``readings`` holds what was read before, by the hash of the text; ``read`` what was read now.
    """

    def __init__(
        self,
        books: Books,
        filed_by: str = KEEPER,
        readings: Mapping[str, Reading] | None = None,
    ) -> None:
        self.books = books
        self.filed_by = filed_by
        self.readings = readings or {}
        self.read: dict[str, Reading] = {}
        self.names: dict[str, str] = {}
        self._document = ""
        self._where = ""

    def keep(self, where: str, digest: Digest) -> None:
        """File a digest and do its deeds, all or none; ZakuroError names the deed refused."""
        self._where = where
        known = dict(self.names)
        try:
            with self.books.writing():
                self._document = self._file(digest) if digest.text or digest.file else ""
                for deed in digest.deeds:
                    self._do(deed)
                self._things(digest)
                if self._document:
                    self._settle()
        except ZakuroError as error:
            self.names = known
            raise ZakuroError(f"{where}: {error}") from None

    def _file(self, digest: Digest) -> str:
        content = example(digest.file) if digest.file else digest.text.encode()
        return take_in(
            self.books,
            self._reading(digest, content),
            content,
            reader=f"zakuro {version('zakuro')}",
            filed_by=self.filed_by,
            title=digest.title or None,
            occasion=digest.occasion,
            publisher=digest.whose,
            retold=bool(digest.text),
        )

    def _reading(self, digest: Digest, content: bytes) -> Reading:
        source = digest.file or digest.address
        frozen = freeze(content, digest.file or None)  # what retells a page of the web is none
        known = self.readings.get(sha256(frozen.text.encode()).hexdigest())
        if known is None:
            known = read(content, language=digest.language, published=digest.published)
            self.read[known.document] = known
        return msgspec.structs.replace(known, published=digest.published, source=source)

    def _settle(self) -> None:
        """Accept what remains that is no pledge; a pledge that nothing was done with is missed."""
        others: tuple[Kind, ...] = tuple(kind for kind in get_args(Kind) if kind != "pledge")
        with self.books.writing() as writer:
            writer.flush()
            accept_waiting(writer, Selection(kinds=others, document=self._document), self.filed_by)
            for left in list(waiting(self.books, Selection(document=self._document))):
                raise ZakuroError(
                    f"{self._where} leaves {left.name} undecided: “{left.statement.exact}”."
                )

    def _things(self, digest: Digest) -> None:
        """Open the things of a digest, and enter what became of proposals."""
        shelf = Shelf(self.books, self._named, self.filed_by)
        for kept in digest.things:
            if kept.name in self.names:
                raise ZakuroError(f"{kept.name} is named twice.")
            try:
                self.names[kept.name] = shelf.keep(kept)
            except ZakuroError as error:
                raise ZakuroError(f"thing {kept.name}: {error}") from None
        for became in digest.became:
            shelf.take_up(became)

    def _do(self, deed: Deed) -> None:
        do: Callable[[Deed], str | None] = getattr(self, f"_{deed.do}")
        try:
            made = do(deed)
        except ZakuroError as error:
            raise ZakuroError(f"{deed.do} “{deed.words}”: {error}") from None
        if deed.name and made:
            if deed.name in self.names:
                raise ZakuroError(f"{deed.name} is named twice.")
            self.names[deed.name] = made

    def _named(self, name: str) -> str:
        if name not in self.names:
            raise ZakuroError(f"No deed before this one made {name!r}.")
        return self.names[name]

    def _statement(self, deed: Deed) -> str:
        """Give the statement of the document with certain words; the shortest that has them."""
        found = self._holding(deed)
        if found is None:
            raise ZakuroError("nothing that was read holds these words.")
        return found

    def _holding(self, deed: Deed) -> str | None:
        found = [
            (len(said.exact), name)
            for name, said in self._statements()
            if " ".join(deed.words.split()) in " ".join(said.exact.split())
        ]
        return min(found)[1] if found else None

    def _statements(self) -> Iterable[tuple[str, Statement]]:
        at: list[Condition] = [("document", "=", tables.numbered(self._document))]
        for row in self.books.journal.rows(tables.STATEMENTS, at, order=("place",)):
            name = f"{self._document}:s{row['place']}"
            yield name, statement(self.books, name)

    def _words(self, deed: Deed) -> str | None:
        """Give what a deed rests on: a statement; the words, by ``span`` or if not read."""
        if not deed.words:
            return None
        held = None if deed.span else self._holding(deed)
        if held is not None:
            return held
        start, end = self._span(deed)
        return f"{self._document}:{start}-{end}"

    def _span(self, deed: Deed) -> tuple[int, int]:
        text = self._text()
        start = text.find(deed.words)
        if start < 0 or text.find(deed.words, start + 1) >= 0:
            raise ZakuroError("these words do not stand in the digest once.")
        return start, start + len(deed.words)

    def _text(self) -> str:
        for entry in self.books.journal.entries(subject=self._document, kind="document"):
            return self.books.journal.blob(str(entry.body["sha256"])).decode("utf-8")
        raise ZakuroError("there is no digest to find words in.")

    def _word(self, deed: Deed) -> Word:
        if deed.by is None:
            raise ZakuroError("whose word it is, is missing (by).")
        return Word(party=deed.by, filed_by=self.filed_by, words=self._words(deed))

    def _not_a_pledge(self, deed: Deed) -> None:
        """Refuse, as pledges, the statements in whose words another deed was done."""
        if not deed.words:
            return
        held = None if deed.span else self._holding(deed)
        start, end = (0, 0) if held else self._span(deed)
        for name, said in self._statements():
            row = statement_row(self.books, name)
            meant = name == held or (said.start < end and start < said.end)
            if meant and row["kind"] == "pledge" and row["state"] == "open":
                with self.books.writing() as writer:
                    review.refuse(writer, name, deed.reason or NO_PLEDGE, self.filed_by)

    # The deeds.

    def _open(self, deed: Deed) -> str | None:
        name = self._statement(deed)
        choices = Choices(
            part_of=self._named(deed.part_of) if deed.part_of else None,
            each=deed.each,
            add_up=deed.add_up,
            together=deed.together,
        )
        with self.books.writing() as writer:
            if deed.set:
                better = corrected(self.books, name, statement(self.books, name), deed.set)
                made = review.correct(
                    writer, name, better, self.filed_by, choices=choices, anew=deed.anew
                )
            else:
                made = review.accept(writer, name, self.filed_by, choices=choices, anew=deed.anew)
            writer.flush()
        if made.decision == "join" or made.pledge is None:
            raise ZakuroError(f"opened nothing: {made.decision} {made.pledge or ''}.")
        return made.pledge

    def _claim(self, deed: Deed) -> str:
        return self._statement(deed)

    def _join(self, deed: Deed) -> None:
        with self.books.writing() as writer:
            review.join(writer, self._statement(deed), self._named(deed.of), self.filed_by)

    def _refuse(self, deed: Deed) -> None:
        name = self._holding(deed)
        if name is None or statement_row(self.books, name)["state"] == "refused":
            return  # what was not read, or was refused with another deed, needs no refusal
        with self.books.writing() as writer:
            review.refuse(writer, name, deed.reason or NO_PLEDGE, self.filed_by)

    def _circumstances(self, deed: Deed) -> Circumstances:
        return Circumstances(phase=deed.phase, counted_by=deed.counted_by, method=deed.method)

    def _told(self, deed: Deed) -> dict[str, Any]:
        """Give what reports and confirmations say alike: how much, when, and by whose count."""
        return {
            "value": deed.value,
            "on": deed.on,
            "again": deed.again,
            "circumstances": self._circumstances(deed),
        }

    def _report(self, deed: Deed) -> str:
        made = acts.report(
            self.books,
            self._named(deed.of),
            self._word(deed),
            receiver=deed.to,
            unit=deed.unit,
            rate=deed.rate,
            rate_source=deed.rate_source,
            before_pledge=deed.before_pledge,
            **self._told(deed),
        )
        return self._made(deed, made)

    def _confirm(self, deed: Deed) -> str:
        of, word, told = self._named(deed.of), self._word(deed), self._told(deed)
        if of.startswith("E-"):
            return self._made(deed, acts.confirm(self.books, of, word, **told))
        if deed.value is None:
            raise ZakuroError("says what arrived without a report, and not how much: give a value.")
        made = acts.receive(
            self.books,
            of,
            word,
            unit=deed.unit,
            giver=deed.giver,
            before_pledge=deed.before_pledge,
            **told,
        )
        return self._made(deed, made)

    def _made(self, deed: Deed, entry: Entry) -> str:
        """Give the name of the entry that a deed made; its words are no pledge of their own."""
        self._not_a_pledge(deed)
        return f"E-{entry.number}"

    def _dispute(self, deed: Deed) -> str:
        of, word = self._named(deed.of), self._word(deed)
        made = acts.dispute(self.books, of, word, reason=deed.reason, value=deed.value, on=deed.on)
        return self._made(deed, made)

    def _acknowledge(self, deed: Deed) -> str:
        made = beside.acknowledge(
            self.books, self._named(deed.of), self._word(deed), text=deed.text, on=deed.on
        )
        return self._made(deed, made)

    def _reply(self, deed: Deed) -> str:
        made = beside.reply(
            self.books, self._named(deed.of), self._word(deed), text=deed.text, on=deed.on
        )
        return self._made(deed, made)

    def _evidence(self, deed: Deed) -> str:
        made = beside.add_evidence(
            self.books,
            self._named(deed.of),
            [deed.to] if deed.to else [],
            filed_by=self.filed_by,
            text=deed.text,
            words=self._words(deed),
            value=deed.value,
            unit=deed.unit,
            on=deed.on,
            against=deed.do == "against",
        )
        return self._made(deed, made)

    _against = _evidence

    def _looked(self, deed: Deed) -> None:
        if deed.until is None:
            raise ZakuroError("up to which day was searched is missing (until).")
        changes.looked(
            self.books,
            [self._named(name) for name in deed.pledges],
            until=deed.until,
            where=deed.where,
            languages=deed.languages,
            depth=deed.depth,
            filed_by=self.filed_by,
        )
