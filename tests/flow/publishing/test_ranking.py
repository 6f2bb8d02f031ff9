from datetime import date
from decimal import Decimal

from zakuro.flow.looking.lists import Amount, Listed
from zakuro.flow.publishing.ranking import ORDER, counted, is_money, ranked, reason

ON = date(2026, 6, 30)
ZERO = Decimal(0)


def amount(value: int, unit: str) -> Amount:
    return Amount(unit, Decimal(value), None, None, "exact", ZERO, ZERO, ZERO, ZERO)


def listed(name: str = "P-1", *amounts: Amount, **fields: object) -> Listed:
    given: dict[str, object] = {
        "name": name, "givers": "CHN", "receivers": "KAZ", "act": "", "object": "", "topics": "",
        "amounts": amounts, "standing": "names no day", "word": "not reported", "bases": "",
        "due": None, "occasion": "", "part_of": "", "statement": "D-1:s1", "words": "x",
        "independent": 0, "language": "en", "confirmed_alone": "", "changes": "", "searched": "",
        "told_by_receiver": False,
    }  # fmt: skip
    return Listed(**(given | fields))  # type: ignore[arg-type]


def test_the_first_reason_that_holds_counts() -> None:
    late = {"standing": "late", "word": "reported only"}
    cases = [
        listed(word="disputed", standing="late"),
        listed(**late),
        listed(standing="behind"),
        listed(standing="kept", word="confirmed"),
        listed(due=date(2026, 12, 30)),
        listed("P-1", amount(5, "CNY")),
        listed("P-1", amount(5, "{centre}")),
        listed("P-1", amount(1, "{support}")),
    ]
    assert [reason(each, ON) for each in cases] == list(ORDER)
    assert reason(listed(due=date(2026, 12, 31)), ON) == "first"
    assert reason(listed(due=ON), ON) == "first"


def test_then_the_larger_amount_then_the_number() -> None:
    found = [
        listed("P-10"), listed("P-2"), listed("P-3", amount(5, "CNY")),
        listed("P-4", amount(50, "CNY")),
    ]  # fmt: skip
    assert [each.name for each, _ in ranked(found, ON)] == ["P-4", "P-3", "P-2", "P-10"]


def test_what_counts_and_what_is_money() -> None:
    both = listed("P-1", amount(1, "{support}"), amount(7, "{place}"))
    assert counted(both) == both.amounts[1]
    assert counted(listed()) is None
    assert [is_money(unit) for unit in ("CNY", "USD/a", "{place}", "km", "%")] == [
        True, True, False, False, False,
    ]  # fmt: skip
