from zakuro.flow.page.findings import finding_card, findings_page
from zakuro.model.finding import Finding, Place

FOUND = Finding(
    id="c1",
    kind="repetition",
    verdict="ambiguous",
    says="26 <is> not 27",
    where=(
        Place(start=4, end=6, exact="26", document="D-2"),
        Place(start=4, end=6, exact="27", document="D-1"),
    ),
    rule="Z801",
)


def test_the_page_shows_the_words_in_their_texts_and_asks_for_nothing() -> None:
    page = findings_page("b<ooks>", [FOUND], {"D-1": "Of  27 <all>.", "D-2": "And 26 more."})
    assert "b&lt;ooks&gt;: 1 finding<" in page
    assert "26 &lt;is&gt; not 27" in page
    assert "<mark>26</mark> more." in page
    assert "27</mark> &lt;all&gt;." in page
    assert "default-src &#x27;none&#x27;" in page
    assert "<script" not in page


def test_a_card_stands_beside_a_text() -> None:
    card = finding_card(FOUND)
    assert 'id="c1"' in card
    assert "26 &lt;is&gt; not 27" in card
    assert "beside: 27" in card
