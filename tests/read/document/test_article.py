from typing import Any

from lxml import etree

from zakuro.read.document.article import Choice, choose

WORDS = "The six members agreed that the three centres will open within two years. " * 4


def chosen(body: str) -> Choice:
    return choose(etree.fromstring(f"<html><body>{body}</body></html>", etree.HTMLParser()))


def tags(elements: set[Any]) -> set[str]:
    return {element.tag for element in elements}


def test_the_article_is_the_deepest_element_with_most_words() -> None:
    choice = chosen(f"<div>menu</div><div><div id=here><p>{WORDS}</p></div><div>side</div></div>")
    assert choice.element.get("id") == "here"


def test_words_in_links_do_not_count() -> None:
    links = "<div>" + f"<p><a href=x>{WORDS}</a></p>" * 5 + "</div>"
    choice = chosen(f"{links}<div id=here><p>{WORDS}</p></div>")
    assert choice.element.get("id") == "here"


def test_an_article_is_taken_whole() -> None:
    choice = chosen(f"<article id=here><p>Capital, 17 June</p><div><p>{WORDS}</p></div></article>")
    assert choice.element.get("id") == "here"


def test_menus_are_known_inside_the_article() -> None:
    choice = chosen(
        f"<div><p>{WORDS}</p><nav>a</nav><ul><li><a href=x>one</a><li><a href=y>two</a></ul>"
        f"<ul><li>clean water<li>open trade</ul><sup><a href=n>1</a></sup></div>"
    )
    assert tags(choice.menus) == {"nav", "ul", "sup", "head"} - {"head"}
    assert len(choice.menus) == 3


def test_the_main_heading_is_found_outside_the_article() -> None:
    choice = chosen(f"<header><h1>Summit</h1></header><div><p>{WORDS}</p></div>")
    assert choice.heading is not None
    assert choice.heading.text == "Summit"
    assert chosen(f"<div><h1>Summit</h1><p>{WORDS}</p></div>").heading is None


def test_rows_of_data_are_told_from_tables_for_looks() -> None:
    data = "<table><tr><td>KAZ<td>300</table>"
    looks = f"<table><tr><td><p>{WORDS}</p><p>{WORDS}</p><td>side</table>"
    assert len(chosen(data).rows) == 1
    assert len(chosen(looks).rows) == 0


def test_a_page_that_is_one_form_is_read() -> None:
    choice = chosen(f"<form id=here><div><p>{WORDS}</p></div></form>")
    assert choice.element.tag == "div"
