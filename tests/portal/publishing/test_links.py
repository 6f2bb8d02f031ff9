import pytest

from zakuro.portal.publishing.links import as_file, file_of, links_of, normal


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/en/", "en/index.html"),
        ("/en/pledges/", "en/pledges/index.html"),
        ("/en/pledges/P-4", "en/pledges/P-4/index.html"),
        ("/en/pledges/P-4.json", "en/pledges/P-4.json"),
        ("/en/pledges/index.csv?giver=CHN", "en/pledges/giver-CHN/index.csv"),
        ("/en/pledges/?word=reported+only&giver=CHN",
         "en/pledges/giver-CHN-word-reported-only/index.html"),
        ("/en/parties/M49%3A001", "en/parties/M49-001/index.html"),
        ("/en/documents/D-1/original", "en/documents/D-1/original.txt"),
        ("/static/portal.css?1a2b", "static/portal.css"),
        ("/ja/summits/%E5%8D%81", "ja/summits/十/index.html"),
    ],
)  # fmt: skip
def test_the_file_of_an_address(address: str, file: str) -> None:
    assert file_of(address) == file


def test_what_files_cannot_answer_has_no_address() -> None:
    assert normal("/en/pledges/?as-of=2026-06-30") is None
    assert normal("/en/search?q=x") is None
    assert normal("/en/search") is None
    assert normal("/en/pledges/?b=2&a=1") == "/en/pledges/?a=1&b=2"


PAGE = (
    '<link rel="alternate" hreflang="fr" href="/fr/pledges/P-4">'
    '<link rel="stylesheet" href="/static/portal.css?12">'
    '<form action="/en/search"><a href="/en/inside">x</a></form>'
    '<a class="n" href="/en/pledges/P-5#E-4">five</a> <a href="/en/?as-of=2026-01-01">old</a>'
    '<a href="#E-4">here</a> <a href="https://example.org/">out</a> <a href="/en/">home</a>'
)


def test_links_lead_from_file_to_file() -> None:
    made = as_file(PAGE, "/en/pledges/P-4", lambda link: link.startswith("/en/"))
    assert made == (
        '<link rel="stylesheet" href="../../../static/portal.css">'
        '<a class="n" href="../P-5/#E-4">five</a> <a>old</a>'
        '<a href="#E-4">here</a> <a href="https://example.org/">out</a> <a href="../../">home</a>'
    )


def test_links_of_a_page_are_those_on_the_site() -> None:
    found = links_of(PAGE, "/en/pledges/P-4")
    assert "/en/pledges/P-5" in found
    assert "/fr/pledges/P-4" in found
    assert not [link for link in found if "inside" in link or "example" in link or "as-of" in link]
