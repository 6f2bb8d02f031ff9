import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.decide.entries import EN, EN2, HOUR, RU2, SIX, Table
from zakuro.decide.brackets import languages_after, replace, settled_words, would_settle
from zakuro.decide.decision import Bracket, Position
from zakuro.model.decisions import (
    Alternative,
    LanguageVersion,
    Passage,
    Receipt,
    Settlement,
    Tabling,
)
from zakuro.model.errors import RefusedError
from zakuro.model.statement import Record

WITHIN = Passage(start=10, end=26, exact="within two years")
V_TECHENIE = Passage(start=12, end=29, exact="в течение двух лет")


def words(
    new: str, *, ru: str | None = None, passage: Passage = WITHIN, version: int = 1
) -> Alternative:
    passages, texts = {"en": passage}, {"en": new}
    if ru is not None:
        passages["ru"], texts["ru"] = V_TECHENIE, ru
    return Alternative(version=version, passages=passages, words=texts)


def settle(to: str | None, bracket: str = "b1", version: int = 1, **texts: str) -> Settlement:
    return Settlement(version=version, bracket=bracket, alternative=to, texts=texts)


def contested(*alternatives: tuple[str, Record]) -> Table:
    table = Table().tabled()
    for party, act in alternatives or (("TKM", words("by 2027", ru="до 2027 года")),):
        table.act(party, act)
    return table


def refused(table: Table, party: str, act: Record, said: str) -> None:
    before = repr(table.decision)
    with pytest.raises(RefusedError, match=said):
        table.act(party, act)
    assert repr(table.decision) == before
    table.number -= 1
    table.now -= HOUR


def test_alternatives_are_stacked_with_who_holds_them() -> None:
    table = contested(("TKM", words("by 2027")), ("TJK", words("by 2028")))
    assert table.state == "bracketed"
    [bracket] = table.decision.brackets
    assert [(p.name, p.by, p.words, p.holders) for p in bracket.positions] == [
        ("a0", "UZB", {"en": "within two years"}, ["UZB"]),
        ("a1", "TKM", {"en": "by 2027"}, ["TKM"]),
        ("a2", "TJK", {"en": "by 2028"}, ["TJK"]),
    ]
    assert [(party, what) for _, party, what in bracket.history] == [
        ("TKM", "puts a1"),
        ("TJK", "puts a2"),
    ]


def test_a_bracket_is_settled_when_holders_move_together() -> None:
    table = contested(("TKM", words("by 2027", ru="до 2027")), ("TJK", words("by 2028", ru="x")))
    table.act("TKM", settle("a2"))
    assert table.state == "bracketed"
    assert [p.holders for p in table.decision.brackets[0].positions] == [
        ["UZB"],
        [],
        ["TJK", "TKM"],
    ]
    table.act("UZB", settle("a2", en=EN2, ru=RU2))
    assert (table.state, table.version) == ("clean", 2)
    assert table.decision.version.texts == {"en": EN2, "ru": RU2}
    assert table.decision.brackets[0].settled == "a2"
    assert not table.decision.brackets[0].overtaken


def test_withdrawing_leaves_the_words_as_tabled_and_the_receipts() -> None:
    table = contested()
    table.act("KAZ", Receipt(version=1, languages=("en",)))
    table.act("TKM", settle(None))
    assert (table.state, table.version) == ("clean", 1)
    assert table.decision.brackets[0].settled == "a0"
    assert "KAZ" in table.decision.version.receipts


def test_the_sponsor_may_let_go_of_its_own_words() -> None:
    table = contested()
    table.act("UZB", settle(None, en=EN2, ru=RU2))
    assert (table.state, table.version) == ("clean", 2)


def test_all_withdrawn_leave_the_words_as_tabled() -> None:
    bracket = Bracket(
        "b1", 1, {"en": WITHIN}, [Position("a0", "UZB", {}, 1), Position("a1", "TKM", {}, 2)]
    )
    bracket.positions[1].holders.append("TKM")
    assert would_settle(bracket, "TKM", None) is bracket.positions[0]
    assert would_settle(bracket, "UZB", bracket.positions[0]) is None
    assert would_settle(bracket, "UZB", bracket.positions[1]) is bracket.positions[1]


def test_words_that_were_withdrawn_may_be_taken_up() -> None:
    table = contested(("TKM", words("by 2027")), ("TJK", words("by 2028")))
    table.act("TKM", settle(None))
    table.act("CHN", settle("a1"))
    assert table.decision.brackets[0].position("a1").holders == ["CHN"]  # type: ignore[union-attr]
    refused(table, "KGZ", words("by 2027"), "has these words already, as a1")


def test_a_language_without_words_is_missing_in_the_next_version() -> None:
    table = contested(("TKM", words("by 2027")))
    table.act("UZB", settle("a1", en=EN2))
    assert (table.state, table.decision.missing) == ("tabled", ["ru"])
    table.act("KAZ", LanguageVersion(version=2, language="ru", sha256=RU2))
    assert table.state == "clean"


def test_two_brackets_make_one_new_version_when_the_last_is_settled() -> None:
    first = Passage(start=0, end=3, exact="The")
    table = contested(("TKM", words("by 2027")), ("TJK", words("All", passage=first)))
    assert [bracket.name for bracket in table.decision.brackets] == ["b1", "b2"]
    refused(table, "UZB", settle("a1", en=EN2), "does not settle the last bracket")
    table.act("UZB", settle("a1"))
    assert (table.state, table.version) == ("bracketed", 1)
    assert not table.decision.brackets[0].is_open
    refused(
        table, "TJK", settle(None, bracket="b2"), "carries the hashes of the words so found, in en"
    )
    table.act("TJK", settle(None, bracket="b2", en=EN2))
    assert (table.state, table.version) == ("tabled", 2)
    assert [bracket.settled for bracket in table.decision.brackets] == ["a1", "a0"]
    assert settled_words(table.decision, {}) == []


def test_no_bracket_over_words_that_were_settled_and_wait() -> None:
    first = Passage(start=0, end=3, exact="The")
    table = contested(("TKM", words("by 2027")), ("TJK", words("All", passage=first)))
    table.act("UZB", settle("a1"))
    refused(table, "CHN", words("by 2030"), "overlap those of b1")


def test_settled_alternatives_that_share_no_language_make_no_text() -> None:
    table = contested(("TKM", words("by 2027")))
    only_ru = Alternative(
        version=1, passages={"ru": Passage(start=0, end=3, exact="Все")}, words={"ru": "Мы"}
    )
    table.act("TJK", only_ru)
    table.act("UZB", settle("a1"))
    refused(table, "UZB", settle("a1", bracket="b2"), "No language has words")


def test_the_next_version_is_in_the_languages_of_every_alternative() -> None:
    table = contested()
    assert languages_after(table.decision, []) == {"en", "ru"}
    refused(table, "UZB", settle("a1", en=EN2), "words so found, in en, ru")
    refused(table, "UZB", settle("a1"), "words so found, in en, ru")
    refused(table, "TKM", settle(None, en=EN2), "does not settle the last bracket")


def test_numbers_of_brackets_begin_anew_with_each_version() -> None:
    table = contested()
    table.act("UZB", settle("a1", en=EN2, ru=RU2))
    table.act("TJK", words("by 2030", version=2))
    assert [(b.name, b.version) for b in table.decision.brackets] == [("b1", 1), ("b1", 2)]
    assert table.decision.open_brackets[0].version == 2


@pytest.mark.parametrize(
    ("party", "act", "said"),
    [
        ("UZB", words("sooner", passage=Passage(start=0, end=3, exact="The")), "is the sponsor"),
        ("CHN", words("x", passage=Passage(start=20, end=30, exact="years and ")), "overlap"),
        ("CHN", words("x", passage=Passage(start=25, end=30, exact="s and")), "overlap"),
        ("CHN", words("within two years"), "those that stand there"),
        ("CHN", Alternative(version=1, passages={}, words={}), "the words that they replace"),
        ("CHN", Alternative(version=1, passages={"en": WITHIN}, words={"ru": "x"}), "replace"),
        ("CHN", words("x", passage=Passage(start=5, end=5, exact="")), "names no words"),
        ("CHN", words("x", passage=Passage(start=-1, end=5, exact="The m")), "names no words"),
        (
            "CHN",
            Alternative(version=1, passages={"de": WITHIN}, words={"de": "x"}),
            "no words in de",
        ),
        ("JPN", words("x"), "JPN is no member"),
        ("CHN", settle("a1", bracket="b7"), "no open bracket b7; open: b1"),
        ("CHN", settle("a7"), "no alternative a7: it has a0, a1"),
        ("CHN", settle(None), "CHN holds nothing in b1"),
        ("TKM", settle("a1"), "TKM holds a1 of b1 already"),
        ("JPN", settle("a1"), "JPN is no member"),
    ],
)
def test_what_is_refused(party: str, act: Record, said: str) -> None:
    refused(contested(), party, act, said)


def test_passages_beside_each_other_do_not_overlap() -> None:
    table = contested()
    table.act("CHN", words("soon", passage=Passage(start=26, end=30, exact=" and")))
    table.act("CHN", words("soon", passage=Passage(start=6, end=10, exact="will")))
    assert len(table.decision.open_brackets) == 3


def test_one_bracket_is_one_passage_in_every_language() -> None:
    table = contested(("TKM", words("by 2027", ru="до 2027")))
    elsewhere = Passage(start=0, end=3, exact="Все")
    act = Alternative(
        version=1,
        passages={"en": WITHIN, "ru": elsewhere},
        words={"en": "by 2030", "ru": "Мы"},
    )
    refused(table, "CHN", act, "stands elsewhere in ru")
    table.act("CHN", Alternative(version=1, passages={"ru": elsewhere}, words={"ru": "Мы"}))
    refused(table, "TJK", act, "belong to two brackets")


def test_a_later_alternative_may_bring_another_language() -> None:
    table = contested(("TKM", words("by 2027")))
    table.act("TJK", words("by 2028", ru="до 2028"))
    [bracket] = table.decision.brackets
    assert bracket.passages["ru"] == V_TECHENIE
    assert bracket.positions[0].words == {"en": "within two years", "ru": "в течение двух лет"}


def test_drafts_have_no_brackets() -> None:
    table = Table()
    refused(table, "TKM", words("x"), "X-1 is a draft: other words")
    refused(table, "TKM", settle("a1"), "X-1 is a draft: there is nothing to settle")
    table.act("UZB", Tabling(version=1))
    refused(table, "TKM", settle("a1"), "X-1 is tabled: there is nothing to settle")


@given(st.lists(st.tuples(st.text(max_size=8), st.text(min_size=1, max_size=4)), max_size=5))
def test_settled_words_stand_in_their_places_and_nothing_else_moves(
    parts: list[tuple[str, str]],
) -> None:
    text, expected, settled = "", "", []
    for number, (before, old) in enumerate(parts):
        text += before
        passage = Passage(start=len(text), end=len(text) + len(old), exact=old)
        text += old
        expected += before + f"<{number}>"
        position = Position("a1", "TKM", {"en": f"<{number}>"}, 1)
        settled.append((Bracket(f"b{number}", 1, {"en": passage}, [position]), position))
    assert replace(text, "en", settled[::-1]) == expected
    assert replace(text, "en", []) == text


def test_the_six_are_alike() -> None:
    """Whoever puts other words, the same follows."""
    shapes = set()
    for party in SIX:
        if party == "UZB":
            continue
        table = contested((party, words("by 2027")))
        shapes.add((table.state, len(table.decision.brackets[0].positions)))
    assert shapes == {("bracketed", 2)}
    assert EN != EN2
