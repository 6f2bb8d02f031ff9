"""The vocabulary, and what derives from it."""

from __future__ import annotations

import pytest

from zakuro.languages.load import codes, load
from zakuro.model import vocabulary
from zakuro.model.errors import ZakuroError


def test_groups_consist_of_territories() -> None:
    for members in vocabulary.groups().values():
        assert set(members) <= set(vocabulary.territories())


def test_expanding_gives_each_member_once_in_order() -> None:
    assert vocabulary.expand(["CHN", "C5", "KAZ"]) == ("CHN", "KAZ", "KGZ", "TJK", "TKM", "UZB")
    assert vocabulary.expand(["M49:002"]) == ("M49:002",)


def test_deliverable_and_generic_acts_are_apart() -> None:
    assert vocabulary.deliverable_acts() < vocabulary.acts()


def test_every_pack_has_words_for_most_of_the_vocabulary() -> None:
    for code in codes():
        acts = set(load(code).section("acts"))
        assert acts <= vocabulary.acts()
        assert len(acts) >= 0.7 * len(vocabulary.acts()), code
        assert set(load(code).section("topics")) <= set(vocabulary.topics())
        assert set(load(code).section("objects")) <= vocabulary.objects()


def test_a_home_is_a_state_or_a_group() -> None:
    assert vocabulary.home("KAZ") == "KAZ"
    assert vocabulary.home("GCC") == "GCC"
    for code in ("kaz", "KAZAKHSTAN", ""):
        with pytest.raises(ZakuroError, match=f"'{code}' is no state.*KAZ"):
            vocabulary.home(code)


@pytest.mark.parametrize(
    ("thing", "unit"),
    [
        ("training places", "{place}"),
        ("university branch", "{branch}"),
        ("sister cities", "{city}"),
        ("centre", "{centre}"),
        ("railway", "{railway}"),
        ("action plan", "{plan}"),
    ],
)
def test_the_unit_of_a_thing(thing: str, unit: str) -> None:
    assert vocabulary.object_unit(thing) == unit


def test_what_comes_in_amounts_has_no_unit() -> None:
    assert vocabulary.object_unit("assistance") is None
    assert vocabulary.object_unit("unheard of") is None


def test_parents_are_listed_and_go_round_in_no_circle() -> None:
    known = vocabulary.vocabulary()
    for records in (known.counts, known.objects):
        for code, record in records.items():
            seen = [code]
            parent = record.of
            while parent is not None:
                assert parent in records, code
                assert parent not in seen, code
                seen.append(parent)
                parent = records[parent].of
    for record in known.counts.values():
        assert record.taken_by is None or record.taken_by in known.counts
    for thing in known.objects.values():
        assert thing.unit is None or thing.unit in known.counts
    for members in known.classes.values():
        assert set(members) <= vocabulary.acts()


def test_every_count_has_labels_in_the_languages_of_the_packs() -> None:
    for code in vocabulary.counts():
        for language in codes():
            label = vocabulary.count_label(code, language)
            assert label
            assert language == "en" or label != code.replace("_", " "), (code, language)
    assert vocabulary.count_label("nurse", "kk") == "мейіргер"
    assert vocabulary.count_label("fire_engine") == "fire engine"
    assert vocabulary.count_label("gizmo", "kk") == "gizmo"


@pytest.mark.parametrize(
    ("one", "other", "kin"),
    [
        ("{nurse}", "{person}", True),
        ("{nurse}", "{doctor}", False),
        ("{bus}", "{vehicle}", True),
        ("{scholarship}", "{place}", True),
        ("{place}", "{specialist}", True),
        ("{place}", "{job}", True),
        ("{student}/a", "{person}/a", True),
        ("{student}/a", "{person}", False),
        ("{item}", "{school}", True),
        ("{item}", "{nurse}", False),
        ("{gizmo}", "{gizmo}", True),
        ("{gizmo}", "{nurse}", False),
        ("{nurse}", "t", False),
        ("USD", "CNY", False),
    ],
)
def test_units_are_kin_along_their_line(one: str, other: str, kin: bool) -> None:
    assert vocabulary.kin_units(one, other) is kin
    assert vocabulary.kin_units(other, one) is kin


def test_objects_and_acts_have_kin() -> None:
    assert vocabulary.kin_objects("grant", "assistance")
    assert not vocabulary.kin_objects("grant", "loan")
    assert not vocabulary.kin_objects("grant", "unheard of")
    assert vocabulary.kin_acts("increase", "hold")
    assert not vocabulary.kin_acts("increase", "reduce")


def test_units_and_parties_as_people_read_them() -> None:
    assert vocabulary.unit_label("{centre}") == "centres"
    assert vocabulary.unit_label("{centre}", one=True) == "centre"
    assert vocabulary.unit_label("{student}/a") == "students a year"
    assert vocabulary.unit_label("{person}") == "people"
    assert (vocabulary.unit_label("har"), vocabulary.unit_label("CNY")) == ("hectares", "CNY")
    assert vocabulary.unit_label("{university branch}").endswith("branches")
    assert vocabulary.unit_label("{country}") == "countries"
    assert vocabulary.unit_label("{continue}") == "(continue, no figure)"
    assert vocabulary.unit_label("{pledge}") == "(no figure)"
    assert vocabulary.party_label("M49:001") == "everyone"
    assert vocabulary.parties_label("KAZ M49:001") == "KAZ everyone"
    assert vocabulary.party_label("KAZ") == "KAZ"


def test_a_union_stays_one_party_where_groups_are_spelled_out() -> None:
    assert vocabulary.unions() < set(vocabulary.groups())
    assert vocabulary.spelled_out(["EU", "QUAD"]) == ("EU", "AUS", "IND", "JPN", "USA")


def test_general_topics_are_no_fields() -> None:
    assert set(vocabulary.general_topics()) < set(vocabulary.topics())
    assert vocabulary.shared_fields(["cooperation", "trade"], ["trade", "cooperation"]) == {"trade"}
    assert vocabulary.shared_fields(["cooperation"], ["cooperation"]) == set()


def test_every_pack_has_words_for_every_topic() -> None:
    for code in codes():
        assert set(load(code).section("topics")) == set(vocabulary.topics()), code


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_standing_is_told_by_its_mark_and_can_be_read_on_paper() -> None:
    standings = vocabulary.standings()
    assert len({row.mark for row in standings.values()}) == len(standings)
    paper = luminance("#fbf9f6")
    for code, row in standings.items():
        assert (paper + 0.05) / (luminance(row.text) + 0.05) >= 4.5, code
        assert row.label, code
        assert row.says, code


def test_scores_of_standings() -> None:
    scored = {code: row.score for code, row in vocabulary.standings().items()}
    assert {code for code, score in scored.items() if score is None} == {
        "no report found", "not looked at", "suspended", "not due", "names no day",
        "ended by agreement",
    }  # fmt: skip
    assert (scored["kept"], scored["late"], scored["lapsed"]) == (1, 0, -1)
