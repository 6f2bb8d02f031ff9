import itertools

from lxml import etree

from zakuro.model import vocabulary
from zakuro.portal.drawing import seeds
from zakuro.portal.serving.application import STATIC
from zakuro.words.catalogue import has


def test_no_two_standings_look_alike() -> None:
    looks = list(seeds.LOOKS.values())
    for one, other in itertools.combinations(looks, 2):
        assert one.main != other.main
        assert one.css != other.css


def test_every_standing_of_the_vocabulary_has_a_look_and_its_classes() -> None:
    style = (STATIC / "portal.css").read_text("utf-8")
    assert set(seeds.LOOKS) == set(vocabulary.standings())
    for code, seen in seeds.LOOKS.items():
        assert seen.main == vocabulary.standings()[code].colour
        assert seen.mark in ("none", "pale", "dashed rim") or seeds.mark(seen.mark, (9, 9), 5)
        assert f".s-{seen.css}{{" in style
        assert f".t-{seen.css}" in style
        assert has(f"standing.{code.replace(' ', '_')}")
    for word in vocabulary.words():
        assert has(f"word.{word.replace(' ', '_')}")


def test_what_no_party_has_said_anything_of_has_a_dashed_rim() -> None:
    assert seeds.is_dashed("not due", "not reported")
    assert seeds.is_dashed("not looked at", "confirmed")
    assert not seeds.is_dashed("late", "disputed")
    assert "seed-dashed" in seeds.drop("names no day", "not reported")


def test_colours_are_mixed() -> None:
    assert seeds.mixed("#000000", "#ffffff", 0.5) == "#808080"


def test_marks_and_drops_are_drawings() -> None:
    assert seeds.mark("none", (0, 0), 5) == ""
    assert seeds.mark("bar", (10, 10), 5) == "M6 10l8 0"
    for standing, word in itertools.product(
        seeds.LOOKS, ("confirmed", "reported only", "disputed")
    ):
        drawn = etree.fromstring(seeds.drop(standing, word))
        assert drawn.get("aria-hidden") == "true"
    assert "seed-hatch" in seeds.drop("kept", "reported only")
