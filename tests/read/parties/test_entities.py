"""Who stands in a text, and in which part."""

from __future__ import annotations

from zakuro.languages.load import load
from zakuro.read.lexis.folding import Folded
from zakuro.read.lexis.lexicon import marks
from zakuro.read.parties.entities import Entity, find


def entities(text: str, code: str = "en") -> list[tuple[Folded, Entity]]:
    folded = Folded(text)
    hits = marks(load(code)).find(folded)
    words = frozenset(hit.start for hit in hits)
    return [(folded, entity) for entity in find(folded, hits, load(code), words)]


def shown(text: str, code: str = "en") -> list[tuple[str, tuple[str, ...], str]]:
    return [
        (folded.exact(entity.start, entity.end), entity.codes, entity.role)
        for folded, entity in entities(text, code)
    ]


def test_coordinated_parties_are_one() -> None:
    assert shown("Chile, Peru and Brazil met") == [
        ("Chile, Peru and Brazil", ("CHL", "PER", "BRA"), "")
    ]


def test_prepositions_give_their_part() -> None:
    assert shown("aid to the United States") == [("United States", ("USA",), "receiver")]
    assert shown("goods from Peru") == [("Peru", ("PER",), "source")]


def test_a_government_stands_for_its_party() -> None:
    assert shown("The Government of Japan acts") == [("Government of Japan", ("JPN",), "")]


def test_a_person_is_known_again_by_name() -> None:
    text = "President Ana Marin of Chile came. Later Marin left."
    assert [codes for _, codes, _ in shown(text)] == [("CHL",), ("CHL",)]


def test_an_office_behind_an_adjective_is_its_party() -> None:
    assert shown("Egyptian President Adel Rami said")[0][1] == ("EGY",)


def test_a_person_may_be_introduced_after_being_named() -> None:
    text = "President Marin spoke. The president of Chile, Marin, left."
    assert shown(text)[0][1] == ()
    text = "President Marin spoke. President Marin of Chile left."
    assert shown(text)[0][1] == ("CHL",)


def test_two_persons_of_whom_one_is_unknown_speak_as_one() -> None:
    text = "President Marin and Prime Minister Soto met."
    (pair,) = entities(text)
    assert pair[1].kind == "self"
    assert pair[1].codes == ()


def test_a_name_ends_before_a_known_word() -> None:
    assert shown("President Marin Announces Plan of Chile")[0][0] == "President Marin"


def test_particles_give_parts_in_japanese() -> None:
    assert shown("日本は中国に", "ja") == [
        ("日本", ("JPN",), "subject"),
        ("中国", ("CHN",), "receiver"),
    ]


def test_a_sea_or_a_gulf_called_by_a_state_is_no_party() -> None:
    text = "日本海关和泰国海军在阿曼湾、日本海和几内亚湾。"
    assert [codes for _, codes, *_ in shown(text, "zh")] == [("JPN", "THA")]
