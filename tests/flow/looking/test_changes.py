from datetime import date
from decimal import Decimal

from tests.flow.builder import NOW
from zakuro.flow.acting import acts
from zakuro.flow.acting.acts import Word
from zakuro.flow.keeping.books import Books
from zakuro.flow.looking.changes import as_brief, change_words, changes
from zakuro.publish.briefs import as_markdown


def test_what_was_entered_since_a_day(opened: Books) -> None:
    chn = Word(party="CHN", filed_by="anna")
    acts.report(opened, "P-3", chn, receiver="KAZ", value=Decimal(400), on=date(2025, 9, 30))
    found = list(changes(opened, NOW.date()))
    assert {one.kind for one in found} == {"charter", "document", "pledge", "report"}
    last = found[-1]
    assert (last.subject, last.what, last.word) == (
        "P-3",
        "400 CNY, to KAZ",
        "CHN, entered by its representative",
    )
    assert list(changes(opened, date(2026, 7, 2))) == []
    written = as_markdown(as_brief(opened, found, NOW.date(), NOW.date()))
    assert written.startswith("# Changes since 2026-07-01\n")
    assert (
        f"- P-3, report: 400 CNY, to KAZ (CHN, entered by its representative) [{last.entry}]"
        in written
    )


def test_changes_are_told_in_words() -> None:
    assert change_words({"change": "suspend", "until": "2027-01-01"}) == [
        "proposes: suspend up to 2027-01-01"
    ]
    assert change_words({"change": "replace", "by": "P-7"}) == ["proposes: replace by P-7"]
    assert change_words({"accepts": 4}) == ["agrees to E-4"]
