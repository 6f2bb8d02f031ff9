from datetime import date
from decimal import Decimal

from zakuro.flow.browsing.overview import Side
from zakuro.flow.browsing.plain import plain_values
from zakuro.model.acts import Tolerances


def test_records_become_plain_values() -> None:
    assert plain_values(
        {"side": Side("KAZ", 1, 2, member=True, named=True), 3: (Decimal("1E+2"), None)}
    ) == {
        "side": {"code": "KAZ", "owes": 1, "owed": 2, "member": True, "named": True},
        "3": ["100", None],
    }
    assert plain_values(Tolerances())["behind"] == "0.9"
    assert plain_values(date(2026, 1, 2)) == "2026-01-02"
