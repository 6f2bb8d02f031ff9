from decimal import Decimal

from zakuro.model.acts import act_of, body_of, kind_of
from zakuro.model.entry import Author, Draft
from zakuro.model.series import FiledSeries, Point


def test_a_filed_series_is_an_act_of_the_journal() -> None:
    filed = FiledSeries(name="trade", sha256="0" * 64, form="csv", points=3)
    draft = Draft(
        kind=kind_of(filed),
        subject="series:trade",
        author=Author(filed_by="anna"),
        body=body_of(filed),
    )
    assert (draft.kind, act_of(draft)) == ("series", filed)


def test_a_point_needs_no_partner() -> None:
    point = Point(indicator="tourists", reporter="KAZ", period="2024", value=Decimal(5), unit="1")
    assert point.partner == ""
