from xml.etree import ElementTree

from bench.labelled import Label, Text
from bench.quality_confidence import Given, bins, drawn, error


def test_what_is_given_as_often_as_it_is_right_has_no_error() -> None:
    given = [Given(75, right=place % 4 > 0) for place in range(40)]
    assert error(given) == 0
    assert error([Given(100, right=True)] * 9) == 0


def test_the_error_is_the_mean_distance_by_tenths() -> None:
    given = [Given(95, right=True), Given(95, right=False), Given(15, right=False)]
    assert error(given) == (2 * 95 - 100 + 15) / 3
    assert [len(each) for each in bins(given)] == [0, 1, 0, 0, 0, 0, 0, 0, 0, 2]


def test_the_curve_has_a_circle_for_each_tenth_that_was_given() -> None:
    found = ElementTree.fromstring(drawn([Given(95, right=True), Given(15, right=False)]))
    assert len(found.findall("{http://www.w3.org/2000/svg}circle")) == 2


def test_words_meet_the_label_that_they_stand_on_or_that_is_alone_in_their_sentence() -> None:
    said = "Kenya and all who met there for two days will build a school. It rained in Nairobi."
    school = said.index("build a school"), said.index(". It")
    text = Text("a", "en", said, None, None, (Label(*school, ("pledge",)),), complete=True)
    assert text.label_of("pledge", *school) == 0
    assert text.label_of("result", *school) is None
    assert text.label_of("pledge", 0, school[1]) == 0
    assert text.label_of("pledge", 0, len(said)) is None
    both = text._replace(labels=(*text.labels, Label(0, 20, ("pledge",))))
    assert both.label_of("pledge", 0, school[1]) is None
