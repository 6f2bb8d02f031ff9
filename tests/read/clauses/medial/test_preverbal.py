"""Leads: what stands before a predicate."""

from __future__ import annotations

from zakuro.languages.load import load
from zakuro.read.clauses.medial.preverbal import Lead, Leads, Shapes
from zakuro.read.document.document import freeze
from zakuro.read.statements.part import Part


def lead(text: str) -> tuple[str, Lead]:
    """The word of the predicate, and the lead before it."""
    document, pack = freeze(text), load("zh")
    part = Part(document, pack, list(document.blocks), None, {})
    hits = part.hits.things
    leads = Leads(
        part.text,
        hits,
        [hit.start for hit in hits],
        part.entities.things,
        part.mentions.things,
        None,
        Shapes.of(pack),
    )
    found = leads.lead(0, len(part.text))
    hit = hits[found.index] if found.index < len(hits) else None
    return (part.text[hit.start : hit.end] if hit else "", found)


def test_times_adverbs_and_adjuncts_are_walked_over() -> None:
    word, found = lead("中方今年在北京向蒙古国提供贷款")
    assert word == "提供"
    assert found.subject is not None
    assert found.subject.codes == ("CHN",)
    assert found.adjunct
    assert not found.noun


def test_a_noun_that_the_pack_does_not_know_is_the_subject_then() -> None:
    word, found = lead("球迷们支持")
    assert word == "支持"
    assert found.noun
    assert found.subject is None


def test_a_company_behind_the_name_of_a_state_is_not_the_state() -> None:
    _, found = lead("德国宝兴集团提供")
    assert found.other
    assert found.subject is None


def test_a_people_is_not_its_state() -> None:
    _, found = lead("芬兰人支持")
    assert found.subject is None
    assert found.noun


def test_a_gathering_speaks_for_those_who_meet() -> None:
    _, found = lead("部长级会议决定")
    assert found.voice is not None


def test_a_side_is_the_party_whose_name_begins_so() -> None:
    _, found = lead("秘方决定，秘鲁")
    assert found.subject is not None
    assert found.subject.codes == ("PER",)


def test_who_acts_behind_its_preposition_is_the_agent() -> None:
    word, found = lead("由格鲁吉亚主办")
    assert word == "主办"
    assert found.agent is not None
    assert found.agent.codes == ("GEO",)


def test_what_stands_in_brackets_is_passed_over() -> None:
    _, found = lead("中方（第三次）决定")
    assert found.subject is not None
    assert not found.noun


def test_denied_done_and_of_former_days() -> None:
    assert lead("中方不提供")[1].negated
    assert lead("中方已提供")[1].done
    assert lead("中方曾承诺")[1].formerly


def test_the_name_of_a_body_belongs_to_its_state() -> None:
    word, found = lead("挪威航天局承诺提供卫星")
    assert word == "承诺"
    assert found.subject is not None
    assert found.subject.codes == ("NOR",)
    assert not found.noun


def test_what_is_handed_over_stands_before_the_deed() -> None:
    word, found = lead("中国将三艘巡逻艇移交斯里兰卡")
    assert word == "移交"
    assert found.disposed


def test_a_verb_with_its_particle_is_no_noun() -> None:
    assert lead("澳大利亚昨日早间移交了雷达")[0] == "移交了"
