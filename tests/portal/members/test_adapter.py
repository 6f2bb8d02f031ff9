from tests.portal.members.conftest import Inside, Visitor


def test_nobody_signs_up_by_themselves(inside: Inside) -> None:
    assert Visitor(inside.root).get("/account/signup/").status == 404
    assert "sign up" not in Visitor(inside.root).get("/account/login/").text.lower()


def test_the_account_pages_lead_back_to_the_inbox(inside: Inside) -> None:
    shown = inside.people["reviewer"].get("/account/2fa/").text
    assert '<a href="/en/inbox">Inbox</a>' in shown
