from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.flow.builder import books_at
from zakuro.flow.acting import acts
from zakuro.flow.importing.iati import activities
from zakuro.flow.importing.records import import_records
from zakuro.flow.keeping.books import Books
from zakuro.flow.looking.lists import pledges
from zakuro.flow.looking.shown import show
from zakuro.flow.publishing.iati import iati
from zakuro.model.errors import ZakuroError

ON = date(2026, 6, 30)
HEAD = '<iati-activities version="2.03"><iati-activity default-currency="EUR">'
TAIL = "</iati-activity></iati-activities>"
ONE = (
    HEAD + "<iati-identifier>XM-1</iati-identifier>"
    '<reporting-org ref="GB-GOV-1" type="10"/><title><narrative>A road</narrative></title>'
    '<activity-date type="2" iso-date="2020-02-01"/><activity-date type="3" iso-date="2024-01-31"/>'
    '<recipient-country code="KZ"/>'
    '<transaction><transaction-type code="2"/><transaction-date iso-date="2020-03-01"/>'
    '<value value-date="2020-03-01">1000</value></transaction>'
    '<transaction><transaction-type code="3"/><transaction-date iso-date="2021-03-01"/>'
    "<value>400</value></transaction>"
    '<transaction><transaction-type code="3"/><transaction-date iso-date="2021-03-01"/>'
    '<value currency="USD">9</value></transaction>' + TAIL
)


def at(place: Path, text: str) -> Path:
    place.write_text(text, "utf-8")
    return place


def test_commitments_are_promised_and_disbursements_delivered(tmp_path: Path) -> None:
    (record,) = activities(at(tmp_path / "a.xml", ONE))
    assert (record.key, record.words) == ("XM-1", "A road")
    assert (record.givers, record.receivers) == (("GBR",), ("KAZ",))
    assert (record.value, record.unit) == (Decimal(1000), "EUR")
    assert (record.said_on, record.end) == (date(2020, 3, 1), date(2024, 1, 31))
    assert [(made.on, made.value) for made in record.delivered] == [
        (date(2021, 3, 1), Decimal(400))
    ]


def test_what_is_written_comes_back_whole(
    opened: Books, new_place: Callable[[], str], tmp_path: Path
) -> None:
    china = acts.Word(party="CHN", filed_by="anna")
    for value, receiver in ((100_000_000, "KAZ"), (50_000_000, "UZB")):
        acts.report(
            opened, "P-3", china, receiver=receiver, value=Decimal(value), unit="CNY",
            on=date(2025, 12, 1),
        )  # fmt: skip
    written = tmp_path / "a.xml"
    written.write_bytes(iati(opened, ON))
    with books_at(new_place()) as others:
        made = import_records(others, activities(written), source="a.xml", filed_by="anna")
        assert (made.pledges, made.reports, made.left, made.refused) == (5, 2, (), ())
        for number in range(1, 6):
            here, there = (show(books, f"P-{number}", ON) for books in (opened, others))
            assert here.pledge.said_on == there.pledge.said_on
            assert here.account.debts[0].givers == there.account.debts[0].givers
            assert set(here.account.debts[0].receivers) == set(there.account.debts[0].receivers)
            assert (here.account.term() is None) == (there.account.term() is None)
        here, there = (show(books, "P-3", ON) for books in (opened, others))
        assert here.lines[0][:6] == there.lines[0][:6]
        assert {(d.on, d.value) for d in here.account.deliveries.values()} == {
            (d.on, d.value) for d in there.account.deliveries.values()
        }
        again = import_records(others, activities(written), source="a.xml", filed_by="anna")
        assert (again.pledges, again.reports, again.known) == (0, 0, 7)


@pytest.mark.parametrize(
    ("code", "standing"), [("5", "withdrawn"), ("6", "suspended by giver"), ("2", "on course")]
)
def test_what_is_cancelled_or_suspended_is_so_from_the_day_of_its_file(
    code: str, standing: str, books: Books, tmp_path: Path
) -> None:
    stated = ONE.replace("<reporting", f'<activity-status code="{code}"/><reporting')
    stated = stated.replace("2024-01-31", "2030-01-31").replace('iso-date="2021', 'iso-date="2020')
    for year in ("2023", "2025"):
        text = stated.replace(
            "<iati-activity d", f'<iati-activity last-updated-datetime="{year}-05-01T09:00:00Z" d'
        )
        made = import_records(
            books, activities(at(tmp_path / "a.xml", text)), source="a.xml", filed_by="anna"
        )
        assert made.refused == ()
    standings = [next(pledges(books, date(2023, month, 1))).standing for month in (4, 5)]
    assert standings == ["on course", standing]
    exported = iati(books, ON)
    assert f'<activity-status code="{code}"/>'.encode() in exported


def test_a_group_gives_as_it_was_written(tmp_path: Path) -> None:
    funder = '<participating-org ref="ZAKURO-SCO" type="40" role="1"/>'
    text = ONE.replace("<recipient-country", f"{funder}<recipient-country")
    (record,) = activities(at(tmp_path / "a.xml", text))
    assert record.givers == ("SCO",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("no xml", "cannot be read as XML"),
        ("<html/>", "holds no IATI activities"),
        ('<iati-activities version="1.05"/>', "IATI 1.05"),
        (HEAD + TAIL, "Activity 1 .*no iati-identifier"),
        (HEAD + "<iati-identifier>A</iati-identifier>" + TAIL, "names no funder"),
        (ONE.replace(">1000<", ">much<"), "XM-1 cannot be read"),
        (ONE.replace("2021-03-01", "soon"), "XM-1 cannot be read"),
    ],
)
def test_what_is_no_activity_is_said(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(ZakuroError, match=said):
        activities(at(tmp_path / "a.xml", text))


def test_no_entity_and_no_network_is_followed(tmp_path: Path) -> None:
    trap = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>' + ONE.replace(
        "A road", "A &e; road"
    )
    (record,) = activities(at(tmp_path / "a.xml", trap))
    assert record.words in {"A", "A road"}
