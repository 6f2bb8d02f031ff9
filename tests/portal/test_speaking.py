from datetime import date
from decimal import Decimal

from markupsafe import Markup

from zakuro.portal.speaking import Speaker, languages


def test_values_are_escaped_and_markup_is_kept() -> None:
    speaker = Speaker("en")
    assert speaker.t("page.books", name="<b>", n=1200) == "Books &lt;b&gt; · 1,200 entries"
    assert "<i>x</i>" in speaker.t("pledge.due_by", day=Markup("<i>x</i>"))


def test_what_has_no_label_says_its_language() -> None:
    assert Speaker("en").label("object", "sister cities") == "sister cities"
    assert Speaker("ja").label("object", "sister <b>") == '<span lang="en">sister &lt;b&gt;</span>'
    assert Speaker("en").label("word", "reported only") == "giver’s word only"


def test_names_and_figures() -> None:
    speaker = Speaker("en")
    assert speaker.names("CHN C5") == "China, the five of Central Asia"
    assert speaker.party("KAZ+UZB") == "Kazakhstan + Uzbekistan"
    assert speaker.percent(Decimal(1), Decimal(0)) == "0%"
    assert speaker.day(None) == "–"
    assert speaker.day(date(2026, 1, 2), "medium") == "2 Jan 2026"
    assert set(speaker.vocabulary()) >= {"t", "label", "names"}


def test_nine_languages_each_by_its_own_name() -> None:
    assert ("ja", "日本語") in languages()
    assert ("ru", "Русский") in languages()
    assert len(languages()) == 9


def test_a_term_is_half_open_and_may_have_no_beginning() -> None:
    speaker = Speaker("en")
    assert speaker.span(date(2025, 1, 1), date(2026, 1, 1)) == "2025"
    assert speaker.span(None, date(2026, 1, 1)) == "31 December 2025"
    assert speaker.span(date(2025, 6, 17), None) == "17 June 2025"
    assert speaker.span(None, None) == "–"


def test_a_day_that_ends_in_a_point_ends_the_sentence_too() -> None:
    speaker = Speaker("ru")
    said = speaker.t("pledge.due_all", day=speaker.day(date(2025, 1, 25)))
    assert said.endswith("г.")
    assert ".." not in said
