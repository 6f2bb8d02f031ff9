from datetime import UTC, date, datetime
from decimal import Decimal

from lxml import etree

from zakuro.publish.iati import Activity, Organisation, Transaction, as_iati

NOW = datetime(2026, 6, 30, 12, tzinfo=UTC)
CHINA = Organisation("CN-GOV", "10", "China")
KEEPER = Organisation("XI-EX-1", "90", "An observatory")
ORDER = (
    "iati-identifier", "reporting-org", "title", "description", "participating-org",
    "activity-status", "activity-date", "recipient-country", "recipient-region", "sector",
    "transaction",
)  # fmt: skip
GRANT = Activity(
    name="P-1",
    words="grants\x00 of  <1.5> billion & more " * 9,
    language="zh",
    status="2",
    start=date(2025, 6, 17),
    end=date(2025, 12, 31),
    ended=None,
    givers=(CHINA,),
    countries=("KZ", "KG", "TJ"),
    regions=("001",),
    sectors=("430", "110"),
    transactions=(
        Transaction("P-1", "2", date(2025, 6, 17), Decimal("1500000000.50"), "CNY", CHINA, None),
    ),
    updated=NOW,
)


def test_an_activity_holds_everything_in_the_order_of_the_standard() -> None:
    root = etree.fromstring(as_iati([GRANT], KEEPER, NOW))
    assert (root.get("version"), root.get("generated-datetime")) == ("2.03", "2026-06-30T12:00:00Z")
    (activity,) = root
    places = [ORDER.index(str(child.tag)) for child in activity]
    assert places == sorted(places)
    assert activity.findtext("iati-identifier") == "XI-EX-1-P-1"
    assert activity.find("reporting-org[@secondary-reporter='1']") is not None
    title = activity.findtext("title/narrative") or ""
    assert title.startswith("grants of <1.5> billion & more")
    assert len(title) <= 100
    shares = [one.get("percentage") for one in activity.findall("recipient-country")]
    assert shares == ["33.33", "33.33", "33.34"]
    assert activity.find("recipient-region") is None
    value = activity.find("transaction/value")
    assert value is not None
    assert (value.text, value.get("currency")) == ("1500000000.50", "CNY")


def test_without_countries_the_region_receives() -> None:
    given = GRANT._replace(countries=(), sectors=("99810",), end=None, transactions=())
    (activity,) = etree.fromstring(as_iati([given], KEEPER, NOW))
    region = activity.find("recipient-region")
    assert region is not None
    assert (region.get("code"), region.get("percentage")) == ("001", "100")
    sector = activity.find("sector")
    assert sector is not None
    assert sector.get("vocabulary") == "1"
    assert [day.get("type") for day in activity.findall("activity-date")] == ["1"]
