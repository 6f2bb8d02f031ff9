import msgspec

from zakuro.model.finding import Finding, Place, Wording


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


def test_without_a_language_no_words_are_known() -> None:
    nothing = Wording()
    assert nothing.spaced
    assert not (nothing.joints or nothing.weekdays or nothing.months or nothing.anniversaries)
