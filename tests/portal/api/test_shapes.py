"""Shapes are held to what pages give by tests/portal/api/test_document.py, on the real record."""

from zakuro.portal.api import shapes
from zakuro.portal.api.schemas import Schemas
from zakuro.portal.router import READ


def test_every_shape_can_be_written_and_each_page_has_its_own() -> None:
    given = [each.gives for each in READ if each.gives is not None]
    assert len(given) == len(set(given))
    schemas = Schemas()
    for each in given:
        assert schemas.of(each)["$ref"].endswith(each.__name__)
    assert schemas.components["Home"]["properties"]["due"]["items"]["maxItems"] == 2
    assert shapes.Home in given
