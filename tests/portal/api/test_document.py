"""The document tells the truth: of every form that a page has, and of what each answers."""

import re
from typing import Any

import pytest
import schemathesis
import werkzeug.test as werkzeug
from django.test import Client
from hypothesis import HealthCheck, given, settings
from schemathesis import Case, GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from zakuro.portal.api.document import document
from zakuro.portal.asked import FORMS
from zakuro.portal.router import READ, Reading

NAMES = {
    "pledges": ["P-2", "P-9", "P-52"],
    "parties": ["KAZ", "CHN", "C5"],
    "things": ["T-1", "T-6", "T-9"],
    "topics": ["trade"],
    "summits": ["astana-2025"],
    "documents": ["D-1", "D-2", "D-30"],
    "decisions": ["X-1"],
    "log": ["E-1", "E-40"],
}
"""Names that the bundled record holds, by the beginning of the address."""


@pytest.fixture
def schema(application: object) -> Any:
    return schemathesis.openapi.from_wsgi("/openapi.json", application)


@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize("path", document()["paths"])
def test_the_portal_does_what_its_document_says(
    schema: Any, path: str, mode: GenerationMode
) -> None:
    @given(case=schema[path]["GET"].as_strategy(generation_mode=mode))
    @settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
    def asked(case: Case[Any]) -> None:
        # Which parties and summits there are stands in no schema: who is unknown is refused.
        case.call_and_validate(
            headers={"Accept-Encoding": "identity"},
            excluded_checks=[positive_data_acceptance],
        )

    asked()


def _known() -> list[tuple[str, str]]:
    """Each path of the document with addresses under it that lead somewhere in the record."""
    found = []
    for path in document()["paths"]:
        named = path.replace("{language}", "ru")
        names = NAMES[named.split("/")[2]] if "{" in named else [""]
        found += [(path, re.sub(r"\{\w+\}", name, named)) for name in names]
    return found


@pytest.mark.parametrize(("path", "address"), _known())
def test_what_the_record_holds_is_given_as_described(
    application: Any, schema: Any, path: str, address: str
) -> None:
    response = werkzeug.Client(application).get(address)
    assert response.status_code == (404 if "X-1" in address else 200)
    schema[path]["GET"].validate_response(response)


def test_the_table_names_every_form_that_a_page_has(application: object) -> None:
    for each in READ:
        address = next(known for path, known in _known() if path in paths_of(each))
        stem = address.rpartition(".")[0]
        if each.gives is None or "X-1" in address:
            continue
        had = {form for form in FORMS[1:] if Client().get(f"{stem}.{form}").status_code == 200}
        assert had == {"json", *each.forms}, address


def paths_of(reading: Reading) -> set[str]:
    return {
        path
        for path, what in document()["paths"].items()
        if what["get"]["operationId"].rpartition("_")[0] == reading.view.__name__
    }


def test_what_is_wrong_is_said_in_the_form_that_was_asked_for(application: object) -> None:
    said = Client().get("/en/pledges/index.json?standing=ripe")
    assert said.status_code == 400
    assert "standing='ripe' is not known here: choose one of" in said.json()["error"]
    assert Client().get("/xx/pledges/index.json").json() == {"error": "not found"}
    assert Client().get("/en/pledges/index.json?after=").status_code == 400
    refused = Client().delete("/en/pledges/index.json")
    assert (refused.status_code, refused.headers["Allow"]) == (405, "GET, HEAD")


def test_a_list_of_one_language_leads_to_other_languages(application: object) -> None:
    given = Client().get("/en/documents/?language=ru")
    assert given.status_code == 200
    assert "/ja/documents/?language=ru" in given.content.decode()


def test_the_document_is_linked_from_about(application: object) -> None:
    assert 'href="/openapi.json"' in Client().get("/en/about/").content.decode()
