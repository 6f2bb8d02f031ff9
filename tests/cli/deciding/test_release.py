from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.conftest import Run

CHARTER = """
members = ["KAZ", "KGZ", "UZB"]
languages = ["en"]
for_members = ["text", "objection", "attachment"]
[procedure]
chair = { order = ["KAZ"] }
"""
MEMBERS = ("KAZ", "KGZ", "UZB")


@pytest.fixture
def three(zakuro: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Books of three members that may keep drafts and objections to themselves."""
    Path("charter.toml").write_text(CHARTER, "utf-8")
    zakuro("init", "books.db", "--charter", "charter.toml", "--name", "example.org/three")
    monkeypatch.setenv("ZAKURO_BOOKS", "books.db")
    Path("p.md").write_text("The members will open the railway within two years.", "utf-8")
    return zakuro


def begin(run: Run, *more: str) -> None:
    run("text", "new", "p.md", "--title", "Rails", "--by", "UZB", "--language", "en", *more)


def everybody_has_it(run: Run) -> None:
    run("text", "table", "X-1", "--by", "UZB")
    for member in MEMBERS:
        run("receipt", "X-1", "--by", member)


def test_a_draft_for_members_is_decided_on_and_released(three: Run) -> None:
    begin(three, "--for-members")
    everybody_has_it(three)
    refused = three("text", "show", "X-1", ok=False).output
    assert "X-1 is for members until it is released: 5 of its entries" in refused
    assert "for members until released" in three("texts").output
    assert "Rails" not in three("texts").output
    assert "for members until released" in three("texts", "--format", "json").output
    assert "Rails" in three("text", "show", "X-1", "--for-members").output
    assert "Rails" in three("texts", "--for-members").output
    three("text", "propose", "X-1", "--by", "KAZ", "--replace", "two", "--with", "three")
    three("text", "settle", "X-1", "--by", "UZB", "--accept", "a1")
    compared = ("text", "compare", "X-1")
    assert "for members" in three(*compared, ok=False).output
    assert "{+three+}" in three(*compared, "--for-members").output
    for member in MEMBERS:
        three("receipt", "X-1", "--by", member)
    held = datetime.now(UTC).isoformat()
    three("meeting", "X-1", "--held", held, "--present", "KAZ,KGZ,UZB", "--by", "chair")
    assert "for members" in three("text", "add", "X-1", ok=False).output
    three("release", "X-1", "--by", "chair")
    shown = three("text", "show", "X-1").output
    assert "when released" in shown
    assert "Decision 1: Rails" in shown
    assert "D-1" in three("text", "add", "X-1").output
    assert "All as written." in three("verify").output
    assert "nothing to release" in three("release", "X-1", "--by", "chair", ok=False).output


def test_before_the_end_the_chair_releases_only_its_own(three: Run) -> None:
    begin(three, "--for-members")
    refused = three("release", "X-1", "--by", "chair", ok=False).output
    assert "X-1 has nothing sealed by KAZ; sealed are E-2 of UZB" in refused
    refused = three("release", "E-2", "--by", "chair", ok=False).output
    assert "only UZB releases" in refused


def test_of_one_objection_only_the_words_are_for_members(three: Run) -> None:
    begin(three)
    everybody_has_it(three)
    three("reserve", "X-1", "--by", "KGZ", "--text", "not the port", "--for-members")
    three("silence", "X-1", "--until", "2999-01-01T00:00Z", "--by", "chair")
    said = three("object", "X-1", "--by", "KGZ", "--reason", "too early", "--for-members").output
    assert "too early; X-1 is broken" in said
    public = three("text", "show", "X-1").output
    assert "broken" in public
    assert "objection of KGZ to version 1: for members until released" in public
    assert "too early" not in public
    assert "not the port" not in public
    assert "too early" not in three("text", "show", "X-1", "--format", "json").output
    assert "too early" in three("text", "show", "X-1", "--for-members").output
    refused = three("abstain", "X-1", "--by", "KGZ", "--for-members", ok=False).output
    assert "lets no abstention be for members only; it lets text, objection, attachment" in refused
    three("release", "X-1", "--by", "KGZ")
    assert "too early" in three("text", "show", "X-1").output
    assert "All as written." in three("verify").output


def test_a_charter_names_what_can_be_sealed(zakuro: Run) -> None:
    Path("charter.toml").write_text(CHARTER.replace('"objection"', '"pledge"'), "utf-8")
    refused = zakuro("init", "b.db", "--charter", "charter.toml", "--name", "x.org/y", ok=False)
    assert "pledge cannot be for members only; dispute, reply, text" in refused.output
