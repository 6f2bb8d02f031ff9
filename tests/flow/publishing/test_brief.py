from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.flow.builder import amount, file, said
from zakuro.flow.acting import acts
from zakuro.flow.acting.beside import add_evidence
from zakuro.flow.acting.changes import looked
from zakuro.flow.acting.review import accept
from zakuro.flow.keeping.books import Books
from zakuro.flow.looking.lists import pledges
from zakuro.flow.publishing.brief import Maker, brief, occasion_of, write
from zakuro.model.errors import ZakuroError
from zakuro.publish.briefs import Brief, Line, as_markdown
from zakuro.words.catalogue import LOCALES

ON = date(2026, 6, 30)


@pytest.fixture
def told(opened: Books) -> Books:
    """Books in which 100 places were reported and 40 disputed."""
    china, kazakhstan = (acts.Word(party=party, filed_by="anna") for party in ("CHN", "KAZ"))
    made = acts.report(
        opened,
        "P-4",
        china,
        receiver="KAZ",
        value=Decimal(100),
        unit="{place}",
        on=date(2026, 1, 1),
    )
    acts.dispute(
        opened, f"E-{made.number}", kazakhstan, value=Decimal(40), reason="sixty came",
        on=date(2026, 2, 1),
    )  # fmt: skip
    return opened


def lines(made: Brief, heading: str) -> list[str]:
    return [line.text for section in made.sections if section.heading == heading
            for line in section.lines]  # fmt: skip


def test_what_was_searched_for_is_not_where_nobody_looked(opened: Books) -> None:
    made = brief(opened, ON)
    nobody = {line.cites[0] for line in made.sections[4].lines}
    assert "P-3" in nobody
    looked(opened, ["P-3"], until=ON, where=["the press"], filed_by="anna")
    (section,) = [s for s in brief(opened, ON).sections if s.heading == made.sections[4].heading]
    assert "P-3" not in {line.cites[0] for line in section.lines}
    assert section.note == made.sections[4].note


def under(made: Brief, heading: str) -> tuple[Line, ...]:
    return next(section.lines for section in made.sections if section.heading == heading)


def test_what_is_not_yet_due_may_have_been_searched_for(opened: Books) -> None:
    def nobody() -> set[str]:
        made = brief(opened, ON, full=True)
        return {name for line in under(made, "Where nobody looked") for name in line.cites[:1]}

    assert "P-4" in nobody()
    looked(opened, ["P-4"], until=ON, where=["the press"], filed_by="anna")
    assert "P-4" not in nobody()


def test_a_claim_that_others_tell_otherwise_is_contradicted(opened: Books) -> None:
    add_evidence(opened, "D-1:s6", [], filed_by="anna", text="eight are named", against=True)
    (line,) = under(brief(opened, ON), "What is contradicted")
    assert line.cites[0] == "D-1:s6"
    assert line.why == "says otherwise: eight are named"
    assert line.quote


def test_what_each_owes_all_the_others_is_said_so(opened: Books) -> None:
    listed = next(pledges(opened, ON))._replace(givers="KAZ CHN", receivers="CHN KAZ")
    assert Maker(opened, ON, "en", [], full=False).sides(listed) == (
        "Kazakhstan, China → each other"
    )


def test_the_signs_between_parts_are_those_of_the_language(opened: Books) -> None:
    for language in ("zh", "ja"):
        (by, *_) = brief(opened, ON, language).sections[2].lines
        assert "：" in by.text
        assert ": " not in by.text


def test_points_come_by_the_ranking_with_their_reasons(told: Books) -> None:
    made = brief(told, ON)
    points = made.sections[0].lines
    assert [(line.cites[0], line.why) for line in points] == [
        ("P-4", "the receiver disputes it"),
        ("P-3", "it names an amount of money"),
        ("P-1", "it names a figure"),
    ]
    assert points[0].quote == "3,000 training places over the next two years"
    assert lines(made, "What is contradicted") == ["Kazakhstan: 40 places disputed: sixty came"]
    assert "3,000 places promised, 100 places reported, 0 places confirmed" in lines(
        made, "How far it has come"
    )
    assert lines(made, "What was promised")[0] == "5 pledges."
    assert "2027" in lines(made, "What to watch")[0]


def test_every_line_on_a_pledge_cites_it(told: Books) -> None:
    made = brief(told, ON, full=True)
    quoted = [line for section in made.sections for line in section.lines if line.quote]
    assert len(quoted) > 10
    assert all(line.cites[0].startswith("P-") and ":s" in line.cites[1] for line in quoted)
    assert len(lines(made, "All pledges")) == 5


def test_what_touches_an_outsider(told: Books) -> None:
    assert "hold no pledge of Japan" in lines(brief(told, ON, party="jpn"), "What touches Japan")[0]
    file(
        told,
        [said("pledge", "Japan trains 10 nurses", "train", "course", amount(10, "{nurse}"),
              givers=("JPN",), receivers=("KAZ",), topics=("training",))],
    )  # fmt: skip
    with told.writing() as writer:
        accept(writer, "D-2:s1", "anna")
    made = brief(told, ON, party="JPN")
    assert made.title == "Brief for Japan: Six"
    section = made.sections[1]
    reasons = {line.cites[0]: (line.why, line.cites) for line in section.lines}
    why, cites = reasons["P-4"]
    assert why == "same topic: Training; same receiver: Kazakhstan"
    assert "P-6" in cites
    assert "P-3" not in reasons


@pytest.mark.parametrize("language", LOCALES)
def test_in_every_language(told: Books, language: str) -> None:
    text = as_markdown(brief(told, ON, language, party="KAZ", full=True))
    assert "P-4" in text
    assert "{" not in text.replace("\\{", "")


@pytest.mark.parametrize("language", LOCALES)
def test_points_and_commas_are_those_of_the_language(told: Books, language: str) -> None:
    text = as_markdown(brief(told, ON, language, party="JPN", full=True))
    assert ".." not in text
    assert "。 " not in text
    wide = {"zh", "ja"}
    own = [line.text for s in brief(told, ON, language).sections for line in s.lines]
    assert any(", " in line for line in own) is (language not in wide)


def test_a_name_that_would_need_a_case_stands_in_quotes(told: Books) -> None:
    made = brief(told, ON, "ru", party="JPN")
    assert made.title == "Справка для стороны «Япония»: Six"
    assert lines(made, "Что касается стороны «Япония»") == [
        "В этих книгах нет обещаний, где сторона «Япония» обещает или получает."
    ]


def test_of_nothing(books: Books) -> None:
    made = brief(books, ON)
    assert lines(made, "Worth keeping") == ["Nothing."]


def test_summits_are_named_as_in_addresses(told: Books) -> None:
    with pytest.raises(ZakuroError, match="there are: none"):
        occasion_of(told, "astana-2025")
    file(told, [said("pledge", "a road", "build", "road")], preface="")
    assert occasion_of(told, None) is None


def test_written_by_its_ending_to_a_new_file(told: Books, tmp_path: Path) -> None:
    made = brief(told, ON)
    for ending in (".md", ".html", ".docx"):
        write(made, tmp_path / f"brief{ending}")
        assert (tmp_path / f"brief{ending}").stat().st_size > 500
    with pytest.raises(ZakuroError, match="there already"):
        write(made, tmp_path / "brief.md")
    with pytest.raises(ZakuroError, match="no kind of brief"):
        write(made, tmp_path / "brief.odt")
    with pytest.raises(ZakuroError, match="Cannot write"):
        write(made, tmp_path / "no" / "brief.md")
