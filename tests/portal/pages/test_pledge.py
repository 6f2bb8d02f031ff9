from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from shutil import copyfile

from django.test import Client
from django.utils.html import strip_tags

from tests.portal.conftest import Get
from zakuro.flow.acting import acts
from zakuro.flow.acting.acts import Word
from zakuro.flow.acting.changes import agree
from zakuro.flow.keeping.books import open_books
from zakuro.portal.site import Site


def test_the_account_of_the_grant(get: Get) -> None:
    found = get("/en/pledges/P-4").words
    for words in (
        "CNY 1.5 billion", "600 million confirmed", "Kyrgyzstan", "nothing reported",
        "All of it is due by 31 December 2025", "Silence never confirms", "The sums check",
        "200 million arrived by the end of the year",
    ):  # fmt: skip
        assert words in found, words


def test_figures_are_those_of_the_books(get: Get) -> None:
    (line,) = get("/en/pledges/P-4.json").json["rows_of"]
    assert line["confirmed"] == "600000000"
    assert line["reported"] == "300000000"
    assert line["disputed"] == "50000000"
    assert line["left"] == "550000000"


def test_a_pledge_without_figures_shows_none(get: Get) -> None:
    found = get("/en/pledges/P-1").words
    assert "{" not in found
    assert "0 of 1" not in found
    assert "Nobody has reported" in found


def test_small_letters_name_it_too(get: Get) -> None:
    assert get("/en/pledges/p-4").status == 200
    assert get("/en/pledges/P-4.csv").text.count("\r\n") > 5
    assert get("/en/pledges/P-1.svg").status == 404


def test_the_outlook_stands_on_the_page_and_in_its_data(get: Get) -> None:
    found = get("/en/pledges/P-4").words
    assert "Outlook What became of others like it" in found
    assert "At this pace all has come between" in found
    assert "AidData" in found
    ahead = get("/en/pledges/P-4.json").json["outlook"]
    assert ahead["measures"][0]["pace"]["deliveries"] == 3
    assert ahead["why"] == "mostly silent"
    assert "見通し" in get("/ja/pledges/P-4").words


def _told_and_proposed(place: Path) -> None:
    """Enter what was received without a report, and a change that waits."""
    with open_books(place) as books:
        china, uzbekistan = (Word(party=party, filed_by="anna") for party in ("CHN", "UZB"))
        acts.receive(
            books, "P-4", uzbekistan, value=Decimal(100_000_000), on=date(2025, 12, 1), unit="CNY"
        )
        agree(books, "P-4", china, change="end", reason="no funds")


def test_what_came_without_a_report_is_told_and_the_parts_make_up_the_whole(
    demo_books: Path, tmp_path: Path, settings_of: Callable[[Site], None]
) -> None:
    own = tmp_path / "own.db"
    copyfile(demo_books, own)
    _told_and_proposed(own)
    settings_of(Site(books=str(own), as_of=None))
    data = Client().get("/en/pledges/P-4.json").json()
    (line,) = data["rows_of"]
    parts = ("confirmed", "reported", "disputed", "left")
    assert sum(Decimal(line[part]) for part in parts) == Decimal(line["pledged"])
    words = " ".join(strip_tags(Client().get("/en/pledges/P-4").content.decode()).split())
    assert "450 million neither reported nor confirmed" in words.replace("\xa0", " ")
    assert "Uzbekistan – Received without a report: CNY 100 million" in words
    assert "does it agree to what China proposes? proposes: end" in words
    for page in ("/en/parties/KGZ", "/en/parties/UZB"):
        assert "does it agree to what China proposes?" in Client().get(page).content.decode()
    assert "proposes: end" not in Client().get("/en/parties/JPN").content.decode()
