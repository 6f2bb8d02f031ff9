import pytest

from tests.portal.members.conftest import Inside, Visitor


@pytest.mark.parametrize("path", ["", "en/", "account/login/", "static/mfa/js/webauthn.js"])
def test_addresses_lead_somewhere(inside: Inside, path: str) -> None:
    assert Visitor(inside.root).get(f"/{path}").status == 200


def test_what_needs_mail_is_not_there(inside: Inside) -> None:
    assert Visitor(inside.root).get("/account/password/reset/").status == 404
