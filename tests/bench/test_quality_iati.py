from lxml import etree

from bench.quality_iati import exported, faults


def anything() -> etree.XMLSchema:
    """A schema that accepts everything: the rules are tested here, not the schema."""
    return etree.XMLSchema(
        etree.fromstring(
            '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">'
            '<xs:element name="iati-activities"/></xs:schema>'
        )
    )


def test_the_example_breaks_no_rule() -> None:
    root = exported()
    assert len(root) > 5
    assert faults(root, anything()) == []


def test_what_breaks_a_rule_is_found() -> None:
    root = etree.fromstring(
        "<iati-activities><iati-activity><iati-identifier>B-1</iati-identifier>"
        '<reporting-org ref="A"/><recipient-country code="KZ" percentage="50"/>'
        '<activity-date type="3" iso-date="2020-01-01"/></iati-activity></iati-activities>'
    )
    found = faults(root, anything())
    assert [fault.split(" ", 1)[1] for fault in found if fault.startswith("B-1")] == [
        "does not begin with A-",
        "has no start",
        "the shares of recipient-country are 50",
        "has no sector",
    ]
