from datetime import date
from decimal import Decimal

import pytest

from zakuro.model.acts import act_of, body_of, kind_of
from zakuro.model.changes import Agreement, Looked, Withdrawal
from zakuro.model.entry import Author, Draft
from zakuro.model.statement import Record


@pytest.mark.parametrize(
    ("act", "kind", "body"),
    [
        (
            Agreement(change="reduce", value=Decimal(5), unit="CNY"),
            "agreement",
            {"change": "reduce", "value": "5", "unit": "CNY"},
        ),
        (Agreement(accepts=7), "agreement", {"accepts": 7}),
        (Withdrawal(reason="no budget"), "pledge-withdrawal", {"reason": "no budget"}),
        (
            Looked(until=date(2026, 1, 1), where=("X",)),
            "looked",
            {"until": "2026-01-01", "where": ["X"]},
        ),
    ],
)
def test_a_body_holds_what_was_said_and_gives_it_back(
    act: Record, kind: str, body: dict[str, object]
) -> None:
    assert (kind_of(act), body_of(act)) == (kind, body)
    draft = Draft(kind=kind, subject="P-1", author=Author(filed_by="anna"), body=body)
    assert act_of(draft) == act
