from datetime import date

from zakuro.check.versions.across import Told, across, across_changed
from zakuro.flow.reading import read
from zakuro.model.finding import Finding

EN = "China will provide Central Asian countries with a total of {} yuan in grants."
RU = "Китай предоставит странам Центральной Азии {} юаней в виде грантов."


def _told(name: str, text: str, language: str, day: int = 1) -> list[Told]:
    published = date(2025, 6, day)
    return [Told(name, published, s) for s in read(text, language, published).statements]


def _held(*told: list[Told]) -> list[Finding]:
    return list(across(each for document in told for each in document))


def test_one_thing_with_two_figures_in_two_languages() -> None:
    one = _told("D-1", EN.format("26.4 billion"), "en")
    other = _told("D-2", RU.format("26,7 млрд"), "ru")
    (found,) = _held(one, other)
    assert (found.rule, {place.document for place in found.where}) == ("Z801", {"D-1", "D-2"})
    assert "one digit" in found.says


def test_a_magnitude_lost_in_another_language() -> None:
    (found,) = _held(
        _told("D-1", EN.format("26 billion"), "en"), _told("D-2", RU.format("26 млн"), "ru")
    )
    assert "power of ten" in found.says


def test_equal_figures_and_one_document_are_silent() -> None:
    one = _told("D-1", EN.format("26 billion"), "en")
    assert _held(one, _told("D-2", RU.format("26 млрд"), "ru")) == []
    assert _held(one, _told("D-1", EN.format("27 billion"), "en")) == []
    assert _held(one, _told("D-2", EN.format("about 25 billion"), "en")) == []


def test_a_later_figure_of_one_speaker_replaces() -> None:
    text = "President Xi Jinping said: “" + EN + "”"
    one, other = text.format("26 billion"), text.format("29 billion")
    (found,) = _held(_told("D-1", one, "en"), _told("D-2", other, "en", day=9))
    assert (found.verdict, "replaces" in found.says) == ("consistent", True)


def test_only_what_changed() -> None:
    told = [
        *_told("D-1", EN.format("26.4 billion"), "en"),
        *_told("D-2", EN.format("26.7 billion"), "en"),
    ]
    assert len(list(across_changed(told, {"D-2"}))) == 1
    assert list(across_changed(told, {"D-3"})) == []
