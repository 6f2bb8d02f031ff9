from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pytest

from zakuro.flow.acting.take_in import take_in
from zakuro.flow.keeping.books import Books
from zakuro.flow.looking.series import (
    add_series,
    check_books,
    claims_in,
    kept_series,
    read_series,
    series_points,
    texts,
)
from zakuro.flow.reading import read
from zakuro.model.errors import ZakuroError

HEADS = "indicator,reporter,partner,period,value,unit,source,how counted\n"
ROWS = "trade,CHN,KAZ,{},{},USD billion,customs,Chinese customs\n"
GROWN = "Trade between China and Kazakhstan grew by 30 percent in 2024."
EN = "China will provide Central Asian countries with a total of {} yuan in grants."
RU = "Китай предоставит странам Центральной Азии {} юаней в виде грантов."


def _series(folder: Path, *, last: str = "44") -> Path:
    path = folder / "trade.csv"
    path.write_text(HEADS + ROWS.format(2023, 40) + ROWS.format(2024, last), encoding="utf-8")
    return path


def _file(books: Books, text: str, language: str, day: date = date(2025, 6, 17)) -> str:
    reading = read(text, language, day)
    return take_in(books, reading, text.encode(), reader="test", filed_by="anna")


def test_series_are_kept_as_entries_and_the_last_of_a_name_holds(
    books: Books, tmp_path: Path
) -> None:
    entry, filed = add_series(books, _series(tmp_path), source="https://x.example", filed_by="anna")
    assert (entry.kind, entry.subject, filed.points) == ("series", "series:trade", 2)
    add_series(books, _series(tmp_path, last="52"), filed_by="anna")
    assert [each.name for each in kept_series(books)] == ["trade"]
    values = [f"{point.value:.0f}" for point in series_points(books)]
    assert values == ["40000000000", "52000000000"]
    books.rebuild()


def test_what_cannot_be_kept_is_told(books: Books, tmp_path: Path) -> None:
    with pytest.raises(ZakuroError, match="cannot be read"):
        add_series(books, tmp_path / "none.csv", filed_by="anna")
    with pytest.raises(ZakuroError, match="no name for series"):
        add_series(books, _series(tmp_path), name="a\nb", filed_by="anna")
    assert kept_series(books) == []


def test_claims_of_documents_are_recomputed(books: Books, tmp_path: Path) -> None:
    name = _file(books, GROWN, "en")
    (none,) = claims_in(books)
    assert (none.verdict, none.where[0].document) == ("cannot tell", name)
    (told,) = claims_in(books, read_series([_series(tmp_path, last="52")]))
    assert "2023 to 2024: 40 bn to 52 bn USD is +30.0 %" in told.says
    add_series(books, _series(tmp_path), filed_by="anna")
    (kept,) = claims_in(books)
    assert "is +10.0 %" in kept.says


def test_documents_in_two_languages_are_held_against_each_other(books: Books) -> None:
    _file(books, EN.format("26.4 billion"), "en")
    assert check_books(books) == ()
    _file(books, RU.format("26,7 млрд"), "ru")
    found = check_books(books)
    assert [(f.id, f.rule) for f in found] == [("c1", "Z801")]
    assert set(texts(books, found)) == {"D-1", "D-2"}
    assert len(check_books(books, date(2000, 1, 1))) == 1
    assert check_books(books, date(2999, 1, 1)) == ()


def test_what_changed_is_told_as_if_all_were_checked(books: Books) -> None:
    told = "In Xi'an China will give Kazakhstan {} million yuan for the new road to Almaty."
    for at, words in enumerate(
        ("Roads matter much to all.", told.format(420), "It rained in 2024.")
    ):
        books.now = partial(datetime, 2025, 6, 18 + at, tzinfo=UTC)
        _file(books, words, "en", date(2025, 6, 18 + at))
    books.now = partial(datetime, 2025, 7, 1, tzinfo=UTC)
    name = _file(books, told.format(470), "en", date(2025, 7, 1))
    every = check_books(books)
    assert [finding.rule for finding in every] != []
    assert check_books(books, date(2025, 7, 1)) == every
    assert all(name in {place.document for place in finding.where} for finding in every)
    assert check_books(books, date(2025, 6, 20)) == every
