from datetime import date
from decimal import Decimal

import pytest

from zakuro.model.acts import KINDS, Charter, Report, act_of, body_as, body_of, kind_of
from zakuro.model.entry import Author, Draft
from zakuro.model.errors import ZakuroError

REPORT = Report(receiver="KAZ", unit="CNY", value=Decimal("1.50"), on=date(2025, 9, 30))


def draft(kind: str, body: dict[str, object]) -> Draft:
    return Draft(kind=kind, subject="P-1", author=Author(filed_by="anna"), body=body)


def test_a_body_holds_json_values_and_gives_the_act_back() -> None:
    body = body_of(REPORT)
    assert body == {"receiver": "KAZ", "unit": "CNY", "value": "1.50", "on": "2025-09-30"}
    assert act_of(draft(kind_of(REPORT), body)) == REPORT
    assert body_as(draft("report", body), Report) == REPORT


def test_lists_in_a_body_are_lists() -> None:
    charter = Charter(members=("CHN",), groups={"C5": ("KAZ",)})
    assert body_of(charter)["members"] == ["CHN"]
    assert body_of(charter)["groups"] == {"C5": ["KAZ"]}


def test_an_unknown_kind_and_a_damaged_body_are_errors_that_say_where() -> None:
    with pytest.raises(ZakuroError, match=r"kind 'vote' is not known .* newer"):
        act_of(draft("vote", {}))
    with pytest.raises(ZakuroError, match="The report on P-1 cannot be read"):
        act_of(draft("report", {"receiver": "KAZ"}))
    with pytest.raises(ZakuroError, match="The report on P-1 cannot be read"):
        body_as(draft("report", {"receiver": 3}), Report)


def test_every_kind_has_its_own_record() -> None:
    assert len(set(KINDS.values())) == len(KINDS)
