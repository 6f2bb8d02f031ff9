"""What was found in a clause, in the words of the table."""

from __future__ import annotations

import pytest

import zakuro
from tests.read.clauses.rows_of import read


def test_facts_tell_marks_tense_subject_and_figures() -> None:
    (pledge,) = read("Peru will build two ports in Chile.")
    assert {"future", "does", "deliverable", "acts", "known", "who.party", "count"} <= pledge.facts
    (passive,) = read("A port will be built in Chile for 3 million dollars.")
    assert {"passive", "who.thing", "money"} <= passive.facts


def test_a_number_in_a_name_is_no_figure() -> None:
    (pledge,) = read("The two sides will deepen their ties.")
    assert "figure" not in pledge.facts


def test_what_is_agreed_will_be_done_by_whoever_is_named() -> None:
    *_, pledge = read("We agree that the Partnership will address theft.")
    assert {"vowed", "future"} <= pledge.facts
    (silent,) = read("The Partnership will address theft.")
    assert "vowed" not in silent.facts


def test_who_supports_what_is_done_takes_part_and_who_supports_a_view_does_not() -> None:
    (pledge,) = read("We support the resumption of talks that ensure peace.")
    assert {"support", "activity"} <= pledge.facts
    (noun,) = read("We affirm our support for the training of judges.")
    assert {"support", "activity"} <= noun.facts
    (view,) = read("We support the view that the talks help.")
    assert "activity" not in view.facts


def test_what_harms_another_is_a_threat() -> None:
    (threat,) = read("Peru vows to boycott the games in Chile.")
    assert (threat.row, threat.kind) == ("threat", None)
    (pledge,) = read("Peru vows to fight hunger in Chile.")
    assert pledge.kind == "pledge"


def test_we_in_the_mouth_of_a_stranger_is_no_state() -> None:
    told, *_ = read('"We will ensure that they pay," she continued.')
    assert "acts" not in told.facts
    own, *_ = read("We will ensure that they pay.")
    assert "acts" in own.facts


def test_a_party_in_parliament_is_no_party() -> None:
    (silent,) = read("The Labour Party will build a port in Peru.")
    assert "acts" not in silent.facts
    (side,) = read("Each party will build a port in Peru.")
    assert "acts" in side.facts


def test_a_promise_behind_its_adjectives_is_reaffirmed() -> None:
    for text in (
        "We reaffirm our longstanding commitment to peace.",
        "We reaffirm our aid commitments to Peru.",
    ):
        (pledge,) = read(text)
        assert (pledge.kind, pledge.row) == ("pledge", "recommits"), text


def test_who_holds_an_office_acts_for_a_state_if_a_deed_is_promised() -> None:
    (candidate,) = read("The foreign minister promised to open a clinic.")
    assert "acts" in candidate.facts
    assert candidate.kind == "pledge"
    (candidate,) = read("The king will open parliament next month.")
    assert candidate.kind is None


def test_who_asks_somebody_to_do_it_calls() -> None:
    (candidate,) = read("Jordan asked its neighbours to share the water.")
    assert {"ask", "asks"} <= candidate.facts
    assert candidate.kind == "call"


def test_who_pays_a_visit_contributes_nothing() -> None:
    (candidate,) = read("The president of Zambia paid a state visit to Peru.")
    assert candidate.act == "consult"
    (candidate,) = read("Zambia paid 4 million dollars to the fund.")
    assert (candidate.kind, candidate.act) == ("result", "contribute")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Площадь ледников сократилась на 5%.", []),
        ("Товарооборот вырос на 5%.", ["result"]),
        ("Германия выделяет Чаду 5 млн евро.", ["pledge"]),
        ("Германия ежегодно выделяет Чаду 5 млн евро.", []),
    ],
)
def test_figures_of_a_country_are_no_result(text: str, kinds: list[str]) -> None:
    assert [s.kind for s in zakuro.read(text, language="ru").statements] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "ペルーの失業率は7%に上る。",
        "式典には住民ら約400人が参加した。",
        "17日、ラオスで学校の開校を祝う会合が開かれた。",
        "ガーナの人口は3千万人を超えた。",
    ],
)
def test_figures_of_nobody_and_meetings_are_no_results(text: str) -> None:
    reading = zakuro.read(text, language="ja")
    assert [s.kind for s in reading.statements if s.kind == "result"] == []


def test_a_thing_that_is_to_be_founded_is_due() -> None:
    (due,) = read("ペルーの施設の供用開始は2031年6月の予定です。", "ja")
    assert {"deed-theme", "last", "ahead"} <= due.facts
    assert due.kind == "pledge"
    (visit,) = read("ペルーの首相の訪問は2031年6月の予定です。", "ja")
    assert "deed-theme" not in visit.facts
    assert visit.kind is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Кенияның мемлекеттік қарызы ЖІӨ-нің 108 пайызына жетті.", "kk"),
        ("Кения мен Чад шекарасының ұзындығы 1 300 шақырымнан асады.", "kk"),
        ("Кенияда азық-түлік бағасы бір жылда 23 пайызға өскен.", "kk"),
        ("Кения көлінде су деңгейі кеше 12 сантиметрге төмендеді.", "kk"),
        ("Госдолг Кении достиг 108 процентов ВВП.", "ru"),
        ("Износ сетей Кении превысил 60 процентов.", "ru"),
    ],
)
def test_debts_prices_and_levels_are_no_results(text: str, language: str) -> None:
    assert not zakuro.read(text, language=language).statements


def test_what_one_did_to_a_price_is_a_result() -> None:
    reading = zakuro.read("Кения электр бағасын 10 пайызға төмендетті.", language="kk")
    assert [s.kind for s in reading.statements] == ["result"]


def test_the_level_of_a_sea_that_somebody_raised_is_a_result() -> None:
    reading = zakuro.read("Благодаря плотине Кении уровень моря повышен на 3 метра.", language="ru")
    assert [s.kind for s in reading.statements] == ["result"]
    news = "Уровень моря у берегов Кении поднялся на 20 сантиметров."
    assert not zakuro.read(news, language="ru").statements
