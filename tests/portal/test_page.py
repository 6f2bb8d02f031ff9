from zakuro.model.errors import ZakuroError
from zakuro.portal.page import Elsewhere, MissingError, Page


def test_a_page_without_table_or_picture() -> None:
    page = Page("home.html", {})
    assert (page.rows, page.picture, page.status) == (None, "", 200)
    assert Elsewhere("/en/").address == "/en/"
    assert issubclass(MissingError, ZakuroError)
