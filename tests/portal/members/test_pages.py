"""Every act is tried as every role: exactly the permitted ones are let through."""

import urllib.request

import pytest

from tests.portal.members.conftest import INVITED, Inside, Visitor, code, link_in
from zakuro.flow.keeping.books import open_books

SPEAKS = {"report", "confirm", "dispute", "reply", "acknowledge", "receive", "object", "abstain",
          "attach", "answer"}  # fmt: skip
MAY: dict[str, set[str]] = {
    "representative": SPEAKS,
    "reviewer": {"add", "review"},
    "chair": {"add", "silence"},
    "observer": set(),
    "administrator": {"invite"},
}
"""What each role may do, written out once more."""

_PLEDGE, _TEXT = "/en/pledges/P-4/enter", "/en/decisions/X-1/enter"


def _try(who: Visitor, deed: str, party: str) -> int:
    """Try an act as far as its being shown; give the status."""
    said = {"act": deed, "party": party, "reason": "so", "value": "1", "report": "E-60"}
    who.get("/en/")
    if deed == "add":
        return who.get("/en/add").status
    if deed == "review":
        return who.get("/en/documents/D-1/review").status
    if deed == "invite":
        return who.post("/en/people", email="", role="observer", party="").status
    on_text = deed in ("receive", "object", "abstain", "attach", "answer", "silence")
    return who.post(_TEXT if on_text else _PLEDGE, **said).status


@pytest.mark.parametrize("role", list(INVITED))
def test_every_act_as_every_role(inside: Inside, role: str) -> None:
    who, party = inside.people[role], INVITED[role] or "CHN"
    deeds = sorted(set().union(*MAY.values()))
    let_through = {deed for deed in deeds if _try(who, deed, party) != 403}
    assert let_through == MAY[role]


def test_nobody_acts_without_logging_in(inside: Inside) -> None:
    reader = Visitor(inside.root)
    assert reader.get("/en/pledges/P-4").status == 200
    for path in ("/en/inbox", "/en/people", "/en/add", "/en/documents/D-1/review"):
        assert "/account/login/" in reader.get(path).url, path
    reader.get("/en/inbox")
    assert "/account/login/" in reader.post(_PLEDGE, act="report", party="CHN").url


def test_a_representative_speaks_for_their_party_alone(inside: Inside) -> None:
    who = inside.people["representative"]
    refused = who.post(_PLEDGE, act="report", party="KAZ", value="5", receiver="CHN")
    assert refused.status == 403
    assert "speaks for CHN, not for KAZ" in refused.text


def test_an_act_is_shown_first_and_then_is_an_entry_with_who_did_it(inside: Inside) -> None:
    who = inside.people["representative"]
    with open_books(inside.books) as books:
        before = books.journal.head().size
        beside = f"E-{next(books.journal.entries(subject='P-4')).number}"
    said = {"act": "reply", "party": "CHN", "report": beside, "reason": "It was on time."}
    shown = who.post(_PLEDGE, **said)
    assert (shown.status, "This would be written" in shown.text) == (200, True), shown.text
    with open_books(inside.books) as books:
        assert books.journal.head().size == before
    assert who.post(_PLEDGE, **said, sure="1").status == 200
    with open_books(inside.books) as books:
        entry = books.entry(f"E-{before + 1}")
    assert entry.kind == "reply"
    assert (entry.author.party, entry.author.filed_by) == ("CHN", "representative@example.org")
    assert entry.author.basis == "mandated"


def test_a_form_of_another_site_is_refused(inside: Inside) -> None:
    who = inside.people["representative"]
    assert who.forge(_PLEDGE, act="report", party="CHN").status == 403


def test_the_inbox_shows_what_waits_for_a_party(inside: Inside) -> None:
    mine = inside.people["chair"].get("/en/inbox")
    assert mine.status == 200
    assert "chair@example.org" in mine.text
    assert "is it true that" in mine.text
    assert "Inbox" in inside.people["observer"].get("/en/inbox").text


def test_logging_in_asks_for_the_code(inside: Inside) -> None:
    who = Visitor(inside.root)
    asked = who.log_in("observer@example.org")
    assert "/account/2fa/authenticate/" in asked.url
    assert "/account/login/" in Visitor(inside.root).get("/en/inbox").url
    wrong = who.post("/account/2fa/authenticate/", code="000000")
    assert "/account/2fa/authenticate/" in wrong.url
    right = who.post("/account/2fa/authenticate/", code=code(inside.secrets["observer"]))
    assert right.url.endswith("/en/inbox"), right.text


def test_wrong_passwords_are_throttled(inside: Inside) -> None:
    who = Visitor(inside.root)
    said = [who.log_in("nobody@example.org", "wrong").text for _ in range(7)]
    assert "Too many failed login attempts" in said[-1]
    assert "Too many failed login attempts" not in said[0]


def test_an_administrator_shuts_somebody_out(inside: Inside) -> None:
    admin = inside.people["administrator"]
    made = admin.post("/en/people", email="late@example.org", role="observer", party="")
    late = Visitor(inside.root)
    late.come_in(link_in(made.text))
    assert "late@example.org" in late.get("/en/inbox").text
    admin.post("/en/people", email="late@example.org", shut_out="1")
    assert "/account/login/" in late.get("/en/inbox").url
    assert (
        "root@example.org" in admin.post("/en/people", email="root@example.org", shut_out="1").text
    )


def test_the_pages_of_accounts_keep_the_policy(inside: Inside) -> None:
    with urllib.request.urlopen(f"{inside.root}/account/login/") as response:
        policy = response.headers["Content-Security-Policy"]
        assert response.headers["X-Frame-Options"] == "DENY"
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
