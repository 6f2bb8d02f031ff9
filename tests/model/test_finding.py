import msgspec

from zakuro.model.finding import Finding, Place


def test_a_finding_travels_as_json() -> None:
    finding = Finding(
        id="c1",
        kind="time",
        verdict="consistent",
        says="2025 - 80 = 1945",
        where=(Place(start=0, end=4, exact="2025"),),
        rule="Z601",
    )
    assert msgspec.json.decode(msgspec.json.encode(finding), type=Finding) == finding
