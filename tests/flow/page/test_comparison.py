from zakuro.check.versions.comparison import compare
from zakuro.flow.page.comparison import comparison_page
from zakuro.flow.reading import read


def test_the_page_shows_both_sides_and_marks_what_differs() -> None:
    one = read("China will give 10 million dollars to Kenya. Japan will build a road in Nepal.",
               "en", source="<a>.txt")  # fmt: skip
    other = read("China will give 12 million dollars to Kenya.", "en", source="b.txt")
    page = comparison_page(one, other, compare(one.statements, other.statements))
    assert "&lt;a&gt;.txt and b.txt" in page
    assert "In both: 1, of which 1 differ. Only in &lt;a&gt;.txt: 1. Only in b.txt: 0." in page
    assert page.count("figure: <mark>") == 2
    assert page.count("<tr") == 3
    assert "default-src &#x27;none&#x27;" in page
    assert "<script" not in page
