from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.wsgi import get_wsgi_application

from zakuro.flow.demo import AS_OF, make_demo
from zakuro.flow.keeping.books import Books, open_books
from zakuro.portal.site import Site


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled record kept as books."""
    place = tmp_path_factory.mktemp("record") / "record.db"
    make_demo(place).close()
    return place


@pytest.fixture
def record_books(record: Path) -> Iterator[Books]:
    with open_books(record) as opened:
        yield opened


@pytest.fixture
def application(record: Path, settings_of: Callable[[Site], None]) -> object:
    """The portal on the record, as a web server calls it."""
    settings_of(Site(books=str(record), as_of=AS_OF))
    return get_wsgi_application()
