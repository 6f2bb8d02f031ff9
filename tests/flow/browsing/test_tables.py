from datetime import date
from decimal import Decimal

from zakuro.flow.acting import acts
from zakuro.flow.browsing.tables import LAST_DAY, WAITING, waiting_rows
from zakuro.flow.keeping.books import Books

CHINA, KAZAKHSTAN = (acts.Word(party=party, filed_by="anna") for party in ("CHN", "KAZ"))


def test_what_waits_has_a_row_for_each_party_from_day_to_day(opened: Books) -> None:
    entry = acts.report(
        opened, "P-3", CHINA, receiver="KAZ", value=Decimal(400), on=date(2025, 9, 1)
    )
    acts.confirm(opened, f"E-{entry.number}", KAZAKHSTAN, value=Decimal(300), on=date(2025, 9, 5))
    rows = waiting_rows(opened.account("P-3"))
    assert [(r["party"], r["value"], r["since"], r["until"]) for r in rows] == [
        ("", "400", "2025-09-01", "2025-09-05"),
        ("KAZ", "400", "2025-09-01", "2025-09-05"),
        ("", "100", "2025-09-05", LAST_DAY),
        ("KAZ", "100", "2025-09-05", LAST_DAY),
    ]
    assert {(r["number"], r["entry"], r["what"], r["other"]) for r in rows} == {
        (3, entry.number, "unanswered", "CHN")
    }
    kept = sorted(opened.journal.rows(WAITING), key=lambda row: (row["since"], row["party"]))
    assert kept == rows
