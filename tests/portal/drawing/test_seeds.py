import itertools

from lxml import etree

from zakuro.portal.drawing import seeds


def test_no_two_standings_look_alike() -> None:
    looks = list(seeds.LOOKS.values())
    for one, other in itertools.combinations(looks, 2):
        assert one.main != other.main
        assert one.css != other.css


def test_what_nobody_looked_at_is_an_empty_seed() -> None:
    assert seeds.look("not due", "not reported").css == "not-looked-at"
    assert seeds.look("late", "not reported").css == "not-looked-at"
    assert seeds.look("late", "disputed").css == "late"
    assert seeds.look("a standing to come").css == "not-looked-at"


def test_marks_and_drops_are_drawings() -> None:
    assert seeds.mark("none", (0, 0), 5) == ""
    assert seeds.mark("bar", (10, 10), 5) == "M6 10l8 0"
    for standing, word in itertools.product(
        seeds.LOOKS, ("confirmed", "reported only", "disputed")
    ):
        drawn = etree.fromstring(seeds.drop(standing, word))
        assert drawn.get("aria-hidden") == "true"
    assert "seed-hatch" in seeds.drop("kept", "reported only")
