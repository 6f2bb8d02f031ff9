from tests.portal.conftest import Get


def test_the_root_leads_to_the_reader_s_language(get: Get) -> None:
    found = get("/", **{"accept-language": "ky,ru;q=0.5"})
    assert found.status == 302
    assert found.headers["Location"] == "/ky/"
    assert found.headers["Vary"] == "Accept-Language"
