import pytest

from tests.flow.things.builder import charter, railway
from zakuro.flow.acting.review import refuse
from zakuro.flow.keeping.books import Books
from zakuro.flow.things import entering
from zakuro.flow.things.places import Place, places
from zakuro.model.errors import ZakuroError


def test_every_statement_stands_somewhere(told: Books) -> None:
    railway(told)
    charter(told)
    entering.tie(told, "T-1", "P-2", filed_by="anna")
    document = Place("document", "D-2")
    assert places(told, "D-1:s2") == (
        Place("pledge", "P-2"),
        Place("thing", "T-1"),
        Place("document", "D-1"),
    )
    assert places(told, "D-2:s1") == (Place("proposals", "D-2:s1"), document)
    assert places(told, "D-2:s3") == (Place("positions", "D-2:s3"), document)
    assert places(told, "D-2:s7") == (Place("thing", "T-2"), document)
    assert places(told, "D-2:s6") == (document,)


def test_what_was_refused_stands_in_its_document(told: Books) -> None:
    with told.writing() as writer:
        refuse(writer, "D-2:s1", "no", "anna")
    assert places(told, "D-2:s1") == (Place("document", "D-2"),)
    with pytest.raises(ZakuroError, match="There is no statement"):
        places(told, "D-2:s99")
