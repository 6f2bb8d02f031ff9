from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

import zakuro
from tests.browser import chromium, show
from tests.documents import digest, typeset
from zakuro.flow.page.page import KINDS, page
from zakuro.model.errors import ZakuroError
from zakuro.model.statement import Mark, Period, Quantity, Reading, Statement
from zakuro.read.document.document import freeze
from zakuro.read.reader import read_document

EXAMPLES = Path(__file__).parents[3] / "src" / "zakuro" / "examples"
HOSTILE = "</mark><script>alert(1)</script>\"'&amp;<img src=x onerror=alert(2)>"


def said(text: str, identity: str, kind: str, words: str, **more: object) -> Statement:
    start = text.index(words)
    fields = {
        "id": identity,
        "document": "00",
        "kind": kind,
        "start": start,
        "end": start + len(words),
        "exact": words,
    }
    return Statement(**{**fields, **more})  # type: ignore[arg-type]


def quantity(text: str, words: str, value: str, unit: str) -> Quantity:
    start = text.index(words)
    return Quantity(
        start=start,
        end=start + len(words),
        exact=words,
        unit=unit,
        bound="exact",
        value=Decimal(value),
    )


def reading(name: str = "astana-2025.en.txt") -> Reading:
    text = freeze((EXAMPLES / name).read_bytes(), name).text
    grants = "provide Central Asian countries with 1.5 billion yuan"
    start = text.index("within this year")
    return Reading(
        language="en",
        document="00",
        text=text,
        source=name,
        published=date(2025, 6, 17),
        statements=(
            said(text, "s1", "event", "held their second summit in Astana", parties=("CHN", "C5")),
            said(
                text,
                "s2",
                "pledge",
                "establish three cooperation centres",
                givers=("CHN",),
                receivers=("C5",),
                strength="commits",
                rule="list under a lead",
                derivation=(
                    Mark(
                        role="act",
                        start=text.index("establish three"),
                        end=text.index("establish three") + 9,
                        exact="establish",
                    ),
                ),
            ),
            said(
                text,
                "s3",
                "pledge",
                grants,
                givers=("CHN",),
                receivers=("C5",),
                quantities=(quantity(text, "1.5 billion yuan", "1500000000", "CNY"),),
                period=Period(edtf="2025", start=start, end=start + 16, exact="within this year"),
            ),
            said(
                text, "s4", "context", "1.5 billion yuan (about 208 million US dollars) in grants"
            ),
        ),
    )


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


def test_the_page_shows_text_highlights_and_cards_and_asks_for_nothing(browser: Browser) -> None:
    shown, trouble = show(browser, page(reading()))
    assert shown.title().startswith("China pledges 1.5 billion yuan")
    assert shown.locator("h1").inner_text().startswith("China pledges 1.5 billion yuan")
    assert shown.locator(".card").count() == 4
    assert shown.locator("mark.k-event").inner_text() == "held their second summit in Astana"
    assert "China" in shown.locator("#s2").inner_text()
    assert "CNY 1.5 billion" in shown.locator("#s3").inner_text()
    assert shown.locator("#s1 summary abbr").get_attribute("title") == (
        "Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan, Uzbekistan"
    )
    assert shown.locator("p.text").first.get_attribute("lang") == "en"
    assert trouble == []


def test_cards_stand_beside_their_words(browser: Browser) -> None:
    shown, _ = show(browser, page(reading()), viewport={"width": 1280, "height": 900})
    for identity in ("s1", "s2", "s3"):
        words = shown.locator(f"#t-{identity}").bounding_box()
        card = shown.locator(f"#{identity}").bounding_box()
        assert words and card
        assert card["x"] > words["x"]
        assert abs(card["y"] - words["y"]) < 60


def test_on_a_narrow_screen_cards_stand_below_and_nothing_sticks_out(browser: Browser) -> None:
    shown, _ = show(browser, page(reading()), viewport={"width": 360, "height": 700})
    words = shown.locator("#t-s2").bounding_box()
    card = shown.locator("#s2").bounding_box()
    assert words and card
    assert card["y"] > words["y"]
    assert shown.evaluate("document.documentElement.scrollWidth") <= 360


def test_statements_that_overlap_are_both_highlighted(browser: Browser) -> None:
    shown, _ = show(browser, page(reading()))
    both = shown.locator("mark mark", has_text="1.5 billion yuan")
    assert both.inner_text() == "1.5 billion yuan"
    assert shown.locator("mark[data-of=s3]").all_inner_texts()[0].endswith("with ")
    assert "".join(shown.locator("p.item, .item .text").all_inner_texts()).count("208 million") == 1


@pytest.mark.parametrize("with_script", [True, False])
def test_kinds_can_be_hidden_with_the_keyboard_with_and_without_a_script(
    browser: Browser, *, with_script: bool
) -> None:
    context = browser.new_context(java_script_enabled=with_script)
    shown = context.new_page()
    shown.set_content(page(reading()))
    assert shown.locator("#s2").is_visible()
    shown.locator("#show-pledge").focus()
    shown.keyboard.press("Space")
    assert not shown.locator("#s2").is_visible()
    assert not shown.locator("#s3").is_visible()
    assert shown.locator("#s1").is_visible()
    assert shown.locator("mark", has_text="establish").is_visible()
    if with_script:
        assert shown.locator("output").inner_text() == "2 of 4 statements shown"
    context.close()


def test_j_and_k_move_between_the_cards_that_are_shown(browser: Browser) -> None:
    shown, trouble = show(browser, page(reading()))
    shown.locator("#show-event").uncheck()
    shown.keyboard.press("j")
    assert shown.locator("#s2 details").get_attribute("open") is not None
    assert shown.locator("#s2 .why code").inner_text() == "list under a lead"
    assert shown.locator("#s2 .why li").inner_text() == "act establish"
    assert "lit" in (shown.locator(".because").first.get_attribute("class") or "")
    shown.keyboard.press("j")
    assert shown.evaluate("document.activeElement.closest('.card').id") == "s3"
    shown.keyboard.press("k")
    assert shown.evaluate("document.activeElement.closest('.card').id") == "s2"
    assert trouble == []


def test_a_click_on_the_words_opens_the_card(browser: Browser) -> None:
    shown, _ = show(browser, page(reading()))
    shown.locator("mark.k-event").click()
    assert shown.locator("#s1 details").get_attribute("open") is not None


def test_hostile_words_stay_words(browser: Browser) -> None:
    text = f"{HOSTILE}\n\nThe leaders met. {HOSTILE} They met again and again in the same place.\n"
    hostile = said(
        text,
        "s1",
        "pledge",
        f"{HOSTILE} They met",
        speaker=HOSTILE,
        rule=HOSTILE,
        givers=(HOSTILE,),
        derivation=(Mark(role=HOSTILE, start=0, end=9, exact=HOSTILE),),
    )
    shown, trouble = show(
        browser,
        page(
            Reading(
                language='en" onload="alert(3)',
                document=HOSTILE,
                text=text,
                source=HOSTILE,
                statements=(hostile,),
            )
        ),
    )
    assert trouble == []
    assert shown.locator("img").count() == 0
    assert shown.locator("script").count() == 1
    assert HOSTILE in shown.locator("p.text").inner_text()
    assert shown.locator("code", has_text="alert").count() > 0


def test_a_text_without_statements_says_so(browser: Browser) -> None:
    shown, trouble = show(
        browser, page(Reading(language="en", document="00", text="Nothing was said.\n"))
    )
    assert shown.locator(".none").is_visible()
    assert shown.locator("h1").count() == 1
    assert trouble == []


def test_every_kind_has_its_colour_and_its_filter() -> None:
    text = " ".join(KINDS)
    every = tuple(said(text, f"s{at}", kind, kind) for at, kind in enumerate(KINDS, 1))
    html = page(Reading(language="en", document="00", text=text, statements=every))
    for kind in KINDS:
        assert f"--{kind}:" in html
        assert f'id="show-{kind}"' in html


@given(st.data())
def test_no_word_of_the_text_is_lost_however_statements_lie(data: st.DataObject) -> None:
    text = freeze((EXAMPLES / "astana-2025.ja.txt").read_bytes()).text
    spans = data.draw(
        st.lists(st.tuples(st.integers(0, len(text) - 1), st.integers(1, 200)), max_size=8)
    )
    statements = tuple(
        Statement(
            id=f"s{at}",
            document="00",
            kind="result",
            start=start,
            end=min(start + size, len(text)),
            exact=text[start : min(start + size, len(text))],
        )
        for at, (start, size) in enumerate(sorted(spans), 1)
    )
    plain = page(Reading(language="ja", document="00", text=text))
    marked = page(Reading(language="ja", document="00", text=text, statements=statements))
    assert words_of(marked) == words_of(plain)
    assert marked.count('class="card ') == len(statements)


def words_of(html: str) -> str:
    """The words in the text column."""
    from lxml import etree

    root = etree.fromstring(html, etree.HTMLParser())
    columns = root.xpath('//*[contains(concat(" ", @class, " "), " text ")]')
    for column in columns:
        for number in column.xpath('.//a[contains(@class, "number")]'):
            number.text = ""
    return "\n".join("".join(column.itertext()) for column in columns)


def test_a_page_names_no_folder_and_says_where_nothing_was_found() -> None:
    text = "Japan will give Peru 5 million dollars.\n\nIt was raining in the capital.\n"
    html = page(zakuro.read(text, language="en", source="/home/somebody/secret/report.txt"))
    assert "report.txt" in html
    assert "secret" not in html
    assert html.count("Nothing was found here.") == 1


def test_the_words_of_a_pdf_are_shown_as_they_are_printed(browser: Browser) -> None:
    data = typeset(digest("samarkand-2025.ru"), "ru", 2)
    document = freeze(data, "report.pdf")
    reading = read_document(document, published=date(2025, 4, 4))
    shown, trouble = show(browser, page(reading, document.blocks, data))
    assert shown.locator(".printed svg").count() == len(reading.statements) > 30
    card = shown.locator(".card").nth(8)
    card.locator("summary").click()
    assert card.locator("figcaption").inner_text() == "The words on page 1"
    marked = card.locator(".printed rect").first.bounding_box()
    strip = card.locator(".printed image").bounding_box()
    assert marked is not None
    assert strip is not None
    assert strip["x"] <= marked["x"]
    assert marked["x"] + marked["width"] <= strip["x"] + strip["width"]
    assert trouble == []
    shown.close()


@pytest.mark.parametrize("language", ["ja", "ru"])
def test_the_page_speaks_the_language_asked_for_and_the_text_keeps_its_own(
    browser: Browser, language: str
) -> None:
    shown, trouble = show(browser, page(reading(), language=language))
    assert shown.locator("html").get_attribute("lang") == language
    assert shown.locator("p.text").first.get_attribute("lang") == "en"
    labels = " ".join(shown.locator(".filter, .head dl, .foot").all_inner_texts())
    for word in ("statement", "pledge", "result", "published", "Every"):
        assert word not in labels, labels
    shown.locator(".filter input").first.click()
    told = shown.locator("output").inner_text()
    assert "4" in told
    assert "{" not in told
    assert trouble == []
    shown.close()


def test_a_language_that_zakuro_does_not_speak_is_told() -> None:
    with pytest.raises(ZakuroError, match="'xx' is no interface language: en, zh"):
        page(reading(), language="xx")
