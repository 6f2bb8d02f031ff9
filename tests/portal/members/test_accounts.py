from tests.portal.members.conftest import Inside, Visitor, link_in


def test_an_invitation_holds_once_and_is_not_forged(inside: Inside) -> None:
    admin = inside.people["administrator"]
    made = admin.post("/en/people", email="Once@Example.org", role="observer", party="")
    link = link_in(made.text)
    forged = Visitor(inside.root).get(link[:-3] + "abc")
    assert forged.status == 400
    assert "does not hold" in forged.text
    Visitor(inside.root).come_in(link)
    again = Visitor(inside.root).get(link)
    assert again.status == 400
    assert "exists already" in again.text


def test_an_invitation_makes_sense(inside: Inside) -> None:
    admin = inside.people["administrator"]
    for email, role, party, said in (
        ("no address", "observer", "", "no e-mail address"),
        ("a@example.org", "king", "", "is no role"),
        ("a@example.org", "representative", "", "of which party"),
        ("a@example.org", "representative", "FRA", "of which party"),
        ("a@example.org", "observer", "CHN", "speaks for no party"),
    ):
        answer = admin.post("/en/people", email=email, role=role, party=party)
        assert (answer.status, said in answer.text) == (400, True), answer.text


def test_a_weak_password_makes_no_account(inside: Inside) -> None:
    admin = inside.people["administrator"]
    link = link_in(
        admin.post("/en/people", email="weak@example.org", role="observer", party="").text
    )
    weak = Visitor(inside.root)
    weak.get(link)
    token = link.partition("token=")[2]
    for password in ("short", "123456789012", ""):
        assert weak.post("/en/invitation", token=token, password=password).status == 400
