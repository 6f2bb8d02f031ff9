from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zakuro.read.document.html import article_of

WORDS = "The six members agreed that the three centres will open within two years. " * 3


def shown(body: str) -> list[str]:
    article = article_of(f"<html><body>{body}</body></html>")
    return [
        f"{block.kind} {block.level} {block.number or '-'}: {article.text[block.start : block.end]}"
        for block in article.blocks
    ]


def test_an_article_keeps_headings_lists_and_rows_and_loses_menus() -> None:
    assert shown(
        f"""<header><a href=/>Home</a></header><nav>Menu</nav>
        <main><h1>The <em>summit</em></h1><p>{WORDS}</p>
        <h2>2. Trade &amp; water</h2>
        <ol start=3><li>open trade<ul><li>by rail</ul><li><p>clean water</p></ol>
        <table><tr><th>Country<th>Places<tr><td>KAZ<td>300</table>
        <aside>Advertisement</aside></main>
        <footer>Copyright</footer><script>var x = "<p>no</p>"</script>"""
    ) == [
        "heading 1 -: The summit",
        f"paragraph 0 -: {WORDS.strip()}",
        "heading 2 2: Trade & water",
        "item 1 3: open trade",
        "item 2 -: by rail",
        "item 1 4: clean water",
        "table-row 0 -: Country\tPlaces",
        "table-row 0 -: KAZ\t300",
    ]


def test_bold_paragraphs_are_headings_and_numbers_in_text_are_marks() -> None:
    assert shown(f"<p><strong>1. Trade</strong></p><p>{WORDS}</p><p>• clean water</p>") == [
        "heading 1 1: Trade",
        f"paragraph 0 -: {WORDS.strip()}",
        "item 1 -: clean water",
    ]


def test_breaks_part_lines_unless_they_cut_a_sentence() -> None:
    assert shown("<p>They agreed to<br>open trade.<br>They met twice.</p>") == [
        "paragraph 0 -: They agreed to open trade.",
        "paragraph 0 -: They met twice.",
    ]


def test_a_line_break_between_wide_characters_is_no_space() -> None:
    assert shown("<p>本年中に\n  実施すると表明した。They\nmet.</p>") == [
        "paragraph 0 -: 本年中に実施すると表明した。They met."
    ]


def test_readings_beside_characters_are_left_out() -> None:
    assert shown("<p><ruby>元<rt>げん</rt></ruby>は通貨である。</p>") == [
        "paragraph 0 -: 元は通貨である。"
    ]


def test_preformatted_pages_are_read_as_plain_text() -> None:
    assert shown("<pre>What was agreed\nThe six members agreed on trade.\n- water\n</pre>") == [
        "heading 1 -: What was agreed",
        "paragraph 0 -: The six members agreed on trade.",
        "item 1 -: water",
    ]


def test_locators_are_paths_to_the_elements() -> None:
    article = article_of(f"<body><div><p>{WORDS}</p><p>{WORDS}</p></div></body>")
    assert [block.locator for block in article.blocks] == [
        "/html/body/div/p[1]",
        "/html/body/div/p[2]",
    ]


@pytest.mark.parametrize(
    ("head", "title", "published"),
    [
        ("<title>A</title><time datetime=2025-06-17T09:00Z>", "A", date(2025, 6, 17)),
        ("<title>A | Site</title><meta property=og:title content=A>", "A", None),
        ("<meta itemprop=datePublished content=2025-06-17>", None, date(2025, 6, 17)),
        ("<meta property=article:published_time content='in June'>", None, None),
    ],
)
def test_what_the_page_says_of_itself(head: str, title: str | None, published: date | None) -> None:
    article = article_of(f"<html><head>{head}</head><p>{WORDS}")
    assert (article.title, article.published) == (title, published)


PIECES = st.sampled_from(
    "<p> </p> <div> </div> <li> <ul> <ol> </ul> <table> <tr> <td> </table> <h2> </h2> <b> </b> <br>"
    " <a> </a> <pre> <form> & &lt; word 貿易 15 . < > <!-- <sup> <header> 1.".split()
)


@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_any_soup_gives_blocks_of_whole_lines(page: str) -> None:
    article = article_of(page)
    covered = 0
    for block in article.blocks:
        assert covered <= block.start < block.end <= len(article.text)
        covered = block.end
    assert not article.text.strip() or article.blocks


@pytest.mark.parametrize("depth", [300, 3000, 50_000])
def test_deep_elements_lose_no_words(depth: int) -> None:
    page = f"<p>They met.</p>{'<div>' * depth}<p>They agreed.</p>{'</div>' * depth}<p>They parted."
    article = article_of(f"<html><body>{page}</body></html>")
    assert article.text == "They met.\nThey agreed.\nThey parted."
    assert bool(article.notes) is (depth > 2000)


def test_what_stands_behind_the_end_of_the_page_is_read() -> None:
    article = article_of("<html><body><p>They met.</body></html><p>They agreed.<p>They parted.")
    assert article.text == "They met.\nThey agreed.\nThey parted."
