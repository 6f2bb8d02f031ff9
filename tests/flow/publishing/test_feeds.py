from decimal import Decimal

import feedparser
import pytest

from tests.flow.builder import SAID
from tests.flow.things.builder import RAILWAY, railway, talked
from zakuro.flow.acting import acts
from zakuro.flow.acting.beside import add_evidence
from zakuro.flow.acting.changes import withdraw
from zakuro.flow.keeping.books import Books
from zakuro.flow.publishing.feeds import feed, page_of
from zakuro.flow.publishing.subjects import Subject, subject_of
from zakuro.flow.things.entering import set_state
from zakuro.words.catalogue import LOCALES


@pytest.mark.parametrize("language", LOCALES)
def test_news_of_a_pledge_in_every_language(opened: Books, language: str) -> None:
    word = acts.Word(party="CHN", filed_by="anna")
    acts.report(opened, "P-4", word, receiver="KAZ", value=Decimal(100), unit="{place}", on=SAID)
    written = feed(
        opened,
        subject_of(opened, "P-4"),
        language,
        root="https://x.test/en/",
        address="https://x.test/en/pledges/P-4.atom",
    )
    found = feedparser.parse(written)
    assert not found.bozo
    assert found.feed.language == language
    assert [entry.link.rsplit("/", 2)[1] for entry in found.entries] == ["log", "log"]
    assert "100" in found.entries[0].title
    assert "3,000 training places" in found.entries[1].content[0].value


def test_without_an_address_nothing_is_linked(opened: Books) -> None:
    found = feedparser.parse(feed(opened, Subject("all", "")))
    assert not found.bozo
    assert "links" not in found.entries[0] or found.entries[0].links == []
    assert len({entry.id for entry in found.entries}) == len(found.entries)


def test_pages_of_what_is_followed() -> None:
    assert page_of(Subject("party", "KAZ"), "https://x.test/en/") == "https://x.test/en/parties/KAZ"
    assert page_of(Subject("all", ""), "https://x.test/en/") == "https://x.test/en/"
    assert page_of(Subject("decision", "X-1"), "") == ""
    assert page_of(Subject("thing", "T-1"), "https://x.test/") == "https://x.test/things/T-1"
    assert page_of(Subject("claims", "claims"), "https://x.test/") == "https://x.test/claims/"
    claim = page_of(Subject("claim", "D-1:s3"), "https://x.test/")
    assert claim == "https://x.test/documents/D-1#t-s3"


def test_a_rest_by_its_giver_alone_is_no_withdrawal(opened: Books) -> None:
    word = acts.Word(party="CHN", filed_by="anna")
    withdraw(opened, "P-4", word, reason="floods", for_now=True)
    (newest, *_) = feedparser.parse(feed(opened, subject_of(opened, "P-4"))).entries
    assert newest.title.endswith("China · Suspended by its giver alone")


def test_news_of_things_and_claims_say_what_they_are_of(opened: Books) -> None:
    talked(opened)
    name = railway(opened)
    shown = ["https://example.org/open"]
    set_state(opened, name, "in use", filed_by="anna", since=SAID, evidence=shown)
    add_evidence(opened, "D-2:s6", [], filed_by="anna", text="eight are named", against=True)
    found = feedparser.parse(feed(opened, subject_of(opened, name)))
    assert [entry.title.rsplit(" · ", 1)[1] for entry in found.entries] == ["in use", RAILWAY]
    (claim,) = feedparser.parse(feed(opened, subject_of(opened, "claims"))).entries
    assert claim.title == "D-2:s6 · evidence · anna · says otherwise"
    assert claim.content[0].value.endswith("· eight are named · 13 platforms")
