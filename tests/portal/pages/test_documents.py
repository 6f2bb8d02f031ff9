from tests.portal.conftest import Get


def test_a_document_shows_every_statement(get: Get) -> None:
    data = get("/en/documents/D-1.json").json
    text = get("/en/documents/D-1").text
    assert len(data["statements"]) > 20
    for each in data["statements"]:
        said = each["statement"]
        assert f'id="{said["id"]}"' in text
        assert f'id="t-{said["id"]}"' in text
        assert data["text"][said["start"] : said["end"]] == said["exact"]


def test_the_original_is_plain_text(get: Get) -> None:
    found = get("/en/documents/D-1/original")
    assert found.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert "15億元" in found.text


def test_documents_are_listed(get: Get) -> None:
    assert len(get("/en/documents/index.json").json["documents"]) == 2
    assert get("/en/documents/D-9").status == 404
