import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

WORDS = "Kazakhstan welcomes the platform for trade."


def take_in(run: Run, *options: str, name: str = "later.txt") -> None:
    Path(name).write_text(f"{WORDS} {name}", "utf-8")
    run("take-in", name, "--language", "en", "--published", "2025-11-02", *options)


def test_evidence_may_be_a_file(opened: Run) -> None:
    Path("opening.jpg").write_bytes(b"light")
    shown = opened("evidence", "E-8", "opening.jpg", "--text", "the opening", ok=False)
    assert "Error" in shown.output
    entry = json.loads(opened("show", "P-1", "--format", "json").output)["entries"][0]["number"]
    assert "sha256:" in opened("evidence", f"E-{entry}", "opening.jpg").output


def test_what_one_side_says_through_the_other_is_shown_so(opened: Run) -> None:
    take_in(opened, "--publisher", "Xinhua", "--ownership", "state agency of CHN")
    made = opened("acknowledge", "P-2", "--by", "KAZ", "--from", "D-2:0-43").output
    assert "acknowledgement  on 2025-11-02, nothing moves; KAZ, from published words" in made
    shown = opened("show", "P-2").output.replace("\n", " ")
    assert "D-2 of Xinhua (state agency" in " ".join(shown.split())
    assert "state agency of the giver CHN" in " ".join(shown.split())
    assert "welcomes the platform for trade.”" in " ".join(shown.split())


def test_what_the_keeper_retells_is_shown_so(opened: Run) -> None:
    bad = opened("take-in", "later.txt", "--retold", ok=False)
    assert bad.exit_code != 0
    take_in(opened, "--retold", "--source", "https://example.org/news", "--title", "News")
    made = opened("report", "P-2", "--by", "CHN", "--value", "1", "--from", "D-2:0-43").output
    assert "CHN, retold by the keeper" in made
    (row, *_) = json.loads(opened("pledges", "--format", "json").output)[1:]
    assert row["bases"] == "retold"
    shown = " ".join(opened("show", "P-2").output.split())
    assert "retold by the keeper; D-2, a digest by the keeper of" in shown
    assert "https://example.org/news" in shown


def test_a_digest_needs_the_address_of_what_it_retells(opened: Run) -> None:
    Path("later.txt").write_text(WORDS, "utf-8")
    words = ("take-in", "later.txt", "--language", "en", "--retold")
    assert "needs the address" in opened(*words, ok=False).output


def test_a_reply_stands_behind_the_entry_that_it_answers(opened: Run) -> None:
    opened("report", "P-2", "--by", "CHN", "--value", "1", "--on", "2025-09-01")
    opened("report", "P-2", "--by", "CHN", "--value", "1", "--on", "2025-09-02", "--again")
    entries = json.loads(opened("show", "P-2", "--format", "json").output)["entries"]
    first = f"E-{entries[1]['number']}"
    words = ("reply", first, "--by", "KAZ", "--text", "Not here.", "--on", "2025-09-03")
    assert "KAZ, entered by its representative: Not here." in opened(*words).output
    order = json.loads(opened("show", "P-2", "--format", "json").output)["entries"]
    assert [entry["kind"] for entry in order] == ["pledge", "report", "reply", "report"]
    assert "“Not here.”" in opened("show", "P-2").output


def test_independent_evidence_is_a_column_of_its_own(opened: Run) -> None:
    audit = ("evidence", "P-3", "https://example.org/audit", "--publisher", "An auditor")
    opened(*audit, "--ownership", "private")
    assert "1 without a figure" in opened("pledges").output
    opened(*audit, "--ownership", "private", "--value", "40000000")
    (row,) = [
        r for r in json.loads(opened("pledges", "--format", "json").output) if r["name"] == "P-3"
    ]
    (amount,) = row["amounts"]
    assert (amount["found"], amount["obligation"]) == (["40000000"], "1500000000")
    assert "40,000,000" in opened("pledges").output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("evidence", "P-3"), "Say what the evidence is"),
        (("evidence", "P-3", "https://a.org", "--unit", "CNY"), "give --value too"),
        (("evidence", "P-3", "https://a.org", "--value", "1"), "Say who found that"),
        (("evidence", "P-3", "https://a.org", "--ownership", "private"), "give --publisher too"),
        (
            ("evidence", "P-3", "https://a.org", "--publisher", "A", "--ownership", "x"),
            "no ownership",
        ),
        (("reply", "E-1", "--by", "AFG", "--text", "no"), "stands beside one of a pledge"),
        (("reply", "E-9", "--by", "Mars", "--text", "no"), "'Mars' is no party"),
        (("acknowledge", "P-2", "--by", "CHN", "--text", "yes"), "Only a receiver of P-2"),
        (("publisher", "D-9", "Xinhua", "private"), "There is no document D-9"),
        (("publisher", "D-1", "Xinhua", "government"), "Say whose"),
    ],
)
def test_what_makes_no_sense_is_refused(opened: Run, words: tuple[str, ...], said: str) -> None:
    assert said in opened(*words, ok=False).output


def test_a_publisher_may_be_named_later(opened: Run) -> None:
    made = opened("publisher", "D-1", "People's Daily", "state agency of CHN").output
    assert "D-1  publisher  People's Daily (state agency of CHN)" in made
    assert "People's Daily (state agency of CHN)" in " ".join(opened("show", "P-2").output.split())
