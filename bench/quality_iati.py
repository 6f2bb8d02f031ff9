"""Whether what is written for IATI is valid: by the schema, and by the rules on sums and orders.

The books measured are those of the bundled example.  Beside it the published cases are held against
the schema, which shows that the schema here accepts and refuses what it should.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree

from bench.figures import Figure
from zakuro.flow.demo import AS_OF, make_demo
from zakuro.flow.publishing.iati import iati

FOLDER = "data/iati-2.03"


def schema(shared: Path) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(shared / FOLDER / "schemas" / "iati-activities-schema.xsd"))


def exported(on: date = AS_OF) -> etree._Element:
    """What is written of the bundled example."""
    with TemporaryDirectory() as folder, make_demo(Path(folder) / "demo.db") as books:
        return etree.fromstring(iati(books, on))


def faults(root: etree._Element, valid: etree.XMLSchema) -> list[str]:
    """What the schema and the rules find wrong."""
    found = [] if valid.validate(root) else [str(error) for error in valid.error_log]
    for activity in root.iter("iati-activity"):
        found += _rules(activity)
    return found


def _rules(activity: etree._Element) -> Iterator[str]:
    name = activity.findtext("iati-identifier") or ""
    reporter = activity.find("reporting-org")
    ref = "" if reporter is None else reporter.get("ref", "")
    if not name.startswith(f"{ref}-"):
        yield f"{name} does not begin with {ref}-"
    if activity.find("activity-date[@type='1']") is None:
        yield f"{name} has no start"
    for tag in ("recipient-country", "recipient-region", "sector"):
        shares = [Decimal(one.get("percentage", "100")) for one in activity.findall(tag)]
        if shares and sum(shares) != 100:
            yield f"{name}: the shares of {tag} are {sum(shares)}"
    if activity.find("sector") is None:
        yield f"{name} has no sector"
    days = {one.get("type"): one.get("iso-date", "") for one in activity.findall("activity-date")}
    if days.get("3", "9999") < days.get("1", ""):
        yield f"{name} ends before it starts"


def measure(shared: Path) -> list[Figure]:
    """The share of activities without a fault, and of the published cases told right."""
    valid, root = schema(shared), exported()
    activities = list(root.iter("iati-activity"))
    wrong = {fault.split(":")[0].split(" ")[0] for fault in faults(root, valid)}
    cases = sorted((shared / FOLDER / "tests" / "activity-tests").rglob("*.xml"))
    right = 0
    for case in cases:
        passes = valid.validate(etree.parse(case))
        right += passes == ("should-pass" in case.parts)
    return [
        Figure(
            name="IATI: activities written without a fault",
            value=100 * (1 - min(1, len(wrong) / len(activities))),
            cases=len(activities),
            constant=0,
            floor=100,
        ),
        Figure(
            name="IATI: published cases that the schema tells right",
            value=100 * right / len(cases),
            cases=len(cases),
            constant=50,
        ),
    ]
