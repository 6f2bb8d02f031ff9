import csv
import io
from decimal import Decimal

from tests.portal.conftest import Get
from zakuro.portal.render import static, table


def test_a_page_in_every_form(get: Get) -> None:
    assert get("/en/pledges/P-4").headers["Content-Type"] == "text/html; charset=utf-8"
    assert get("/en/pledges/P-4.json").json["name"] == "P-4"
    assert get("/en/pledges/P-4.csv").text.startswith("\ufeffentry,")
    assert get("/en/pledges/P-4.svg").text.startswith("<svg")


def test_a_form_that_a_page_has_not(get: Get) -> None:
    assert get("/en/about/index.csv").status == 404
    assert get("/en/pledges/index.svg").status == 404


def test_a_list_without_its_slash_is_found(get: Get) -> None:
    found = get("/en/pledges?giver=CHN")
    assert found.status == 301
    assert found.headers["Location"] == "/en/pledges/?giver=CHN"


def test_what_is_wrong_is_said(get: Get) -> None:
    bad = get("/en/pledges/?as-of=soon")
    assert bad.status == 400
    assert "write it as 2026-06-30" in bad.words
    missing = get("/en/pledges/P-999")
    assert missing.status == 404
    assert "There is no pledge P-999" in missing.words
    assert get("/en/pledges/P-999.json").json["error"].startswith("There is no pledge")
    assert get("/xx/").status == 404


def test_an_as_of_day_is_kept_on_the_way(get: Get) -> None:
    found = get("/en/?as-of=2025-07-01")
    assert 'href="/en/pledges/?as-of=2025-07-01"' in found.text
    assert "As of 1 July 2025." in found.words


def test_cells_are_no_formulas() -> None:
    written = table([{"a": "=1+1", "b": Decimal("1E+3"), "c": None}, {"a": "x", "b": -1, "c": ""}])
    rows = list(csv.reader(io.StringIO(written.decode("utf-8-sig"))))
    assert rows == [["a", "b", "c"], ["'=1+1", "1000", ""], ["x", "-1", ""]]
    assert table([]) == b"\xef\xbb\xbf"


def test_no_style_or_script_is_written_into_a_page(get: Get) -> None:
    for path in ("/en/", "/en/pledges/P-4", "/en/documents/D-1"):
        text = get(path).text
        assert "<style" not in text
        assert " style=" not in text
        assert "<script>" not in text
        assert (
            " on" not in "".join(part.split(">")[0] for part in text.split("<")).replace(" on ", "")
            or "onclick" not in text
        )


def test_addresses_of_static_files_follow_their_content() -> None:
    assert static("portal.css").startswith("/static/portal.css?")
    assert static("portal.css") != static("portal.js")
