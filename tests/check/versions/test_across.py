from datetime import date

from zakuro.check.paper import Paper
from zakuro.check.versions.across import across
from zakuro.flow.reading import freeze_and_read
from zakuro.model.finding import Finding

EN = "China will provide Central Asian countries with a total of {} yuan in grants."
RU = "Китай предоставит странам Центральной Азии {} юаней в виде грантов."


def _paper(name: str, text: str, language: str = "en", day: int = 1) -> Paper:
    document, reading = freeze_and_read(text, language, date(2025, 6, day))
    return Paper(reading, document.blocks, name)


def _rules(*papers: Paper) -> set[tuple[str, str]]:
    return {(finding.rule, finding.verdict) for finding in across(papers)}


def _pair(one: str, other: str) -> set[tuple[str, str]]:
    return _rules(_paper("D-1", one), _paper("D-2", other, day=9))


def test_one_thing_with_two_figures_in_two_languages() -> None:
    one = _paper("D-1", EN.format("26.4 billion"))
    other = _paper("D-2", RU.format("26,7 млрд"), "ru")
    found: list[Finding] = list(across([one, other]))
    assert [f.rule for f in found] == ["Z801"]
    assert {place.document for place in found[0].where} == {"D-1", "D-2"}
    assert "one digit" in found[0].says


def test_a_magnitude_lost_in_another_language() -> None:
    (found,) = across(
        [_paper("D-1", EN.format("26 billion")), _paper("D-2", RU.format("26 млн"), "ru")]
    )
    assert "power of ten" in found.says


def test_equal_figures_and_one_document_are_silent() -> None:
    one = _paper("D-1", EN.format("26 billion"))
    assert _rules(one, _paper("D-2", RU.format("26 млрд"), "ru")) == set()
    assert _rules(one, _paper("D-2", EN.format("about 25 billion"))) <= {("Z404", "ambiguous")}


def test_a_later_figure_of_one_speaker_replaces() -> None:
    text = "President Tokayev said: “" + EN + "”"
    found = _pair(text.format("26 billion"), text.format("39 billion"))
    assert ("Z801", "consistent") in found


def test_words_that_narrow_a_sum_are_lost_in_another_document() -> None:
    text = "China will provide Central Asian countries with 26 billion yuan in {}grants this year."
    assert ("Z404", "ambiguous") in _pair(text.format("loans and "), text.format(""))


def test_one_thing_with_two_times() -> None:
    text = "China, Kyrgyzstan and Uzbekistan signed the agreement on the railway on 6 June {}."
    assert ("Z802", "ambiguous") in _pair(text.format(2024), text.format(2025))
    level = "Trade between China and Kazakhstan reached $44 billion in {}."
    assert ("Z802", "ambiguous") in _pair(level.format(2023), level.format(2024))


def test_bare_counts_and_bounds_are_silent() -> None:
    count = "Kazakhstan and China are carrying out {} joint projects in the region this year."
    assert _pair(count.format(52), count.format(224)) == set()
    bound = "Chinese investment in Central Asia exceeded ${} billion in June 2025."
    assert _pair(bound.format(30), bound.format(40)) == set()


def test_only_what_changed() -> None:
    papers = [
        _paper("D-1", EN.format("26.4 billion")),
        _paper("D-2", RU.format("26,7 млрд"), "ru"),
    ]
    assert len(list(across(papers, {"D-2"}))) == 1
    assert list(across(papers, {"D-3"})) == []
