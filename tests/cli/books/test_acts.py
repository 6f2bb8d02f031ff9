import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

REPORT = ("report", "P-3", "--by", "CHN", "--to", "KAZ", "--value", "150", "--on", "2025-09-30")


def last(output: str) -> str:
    return output.split(maxsplit=1)[0]


def test_the_way_of_a_grant_from_allotment_to_dispute(opened: Run) -> None:
    allotted = opened("allot", "P-3", "--to", "KAZ", "--value", "400000000", "--by", "CHN")
    assert "P-3  allotment  400,000,000 CNY to KAZ" in allotted.output
    reported = opened(*REPORT)
    assert (
        "P-3  report  150 CNY to KAZ on 2025-09-30; CHN, entered by its representative"
        in reported.output
    )
    name = last(reported.output)
    confirmed = opened("confirm", name, "--by", "KAZ", "--value", "100")
    assert f"confirmation  100 of {name}; KAZ, entered by its representative" in confirmed.output
    disputed = opened("dispute", name, "--by", "KAZ", "--reason", "50 are missing")
    assert f"dispute  50 of {name}: 50 are missing" in disputed.output
    reversed_ = opened("reverse", last(disputed.output), "--by", "KAZ", "--reason", "found")
    assert "taken back" in reversed_.output


def test_json_gives_the_entry(opened: Run) -> None:
    entry = json.loads(opened(*REPORT, "--format", "json").output)
    assert (entry["kind"], entry["author"]["party"], entry["body"]["value"]) == (
        "report",
        "CHN",
        "150",
    )


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("report", "P-3", "--by", "KAZ", "--value", "1"), "only the giver's word reports"),
        (("report", "P-9", "--by", "CHN", "--value", "1"), "`zakuro pledges` lists them"),
        (("report", "P-3", "--by", "CHN", "--value", "1", "--evidence", "no.jpg"), "no file"),
        (("confirm", "E-1", "--by", "KAZ"), "only a report is confirmed"),
        (("confirm", "P-3", "--by", "KAZ"), "--value"),
        (("reverse", "E-1", "--by", "CHN", "--reason", "x"), "not taken back"),
        (("milestone", "P-3", "--by", "KAZ", "--on", "2099-12-01", "--value", "1"), "giver"),
    ],
)
def test_what_may_not_be_done_says_why_and_leaves_no_trace(
    opened: Run, words: tuple[str, ...], why: str
) -> None:
    before = opened("verify").output
    shown = opened(*words, ok=False)
    assert shown.output.startswith("Error: ")
    assert why in shown.output
    assert opened("verify").output == before


def test_a_signed_act(opened: Run) -> None:
    public = opened("key", "make", "chn.pem").output.strip()
    Path("rules.toml").write_text(f'members = ["CHN", "C5"]\n[keys]\nCHN = "{public}"', "utf-8")
    opened("charter", "rules.toml")
    own = ("key", "register", public, "--party", "CHN", "--sign-with", "chn.pem")
    opened(*own, "--signed-only")
    assert "CHN wants its acts signed" in opened(*REPORT, ok=False).output
    assert "CHN, signed" in opened(*REPORT, "--sign-with", "chn.pem").output
    opened("key", "make", "other.pem")
    assert "signature" in opened(*REPORT, "--again", "--sign-with", "other.pem", ok=False).output
    assert "signed acts only" in opened("key", "list").output


def test_what_a_receiver_got_without_a_report(opened: Run) -> None:
    shown = opened("confirm", "P-3", "--by", "UZB", "--value", "7", "--on", "2025-09-30")
    assert "confirmation  7 CNY of P-3 received without a report" in shown.output


def test_milestones_and_terms(opened: Run) -> None:
    assert (
        "2 centres by 2098-01-31"
        in opened("milestone", "P-1", "--by", "CHN", "--on", "2098-01-31", "--value", "2").output
    )
    assert "by 2098-12-31" in opened("term", "P-2", "--end", "2098-12-31", "--by", "CHN").output
    shown = json.loads(opened("show", "P-2", "--as-of", "2099-01-01", "--format", "json").output)
    assert shown["state"]["standing"] == "not looked at"
    shown = json.loads(opened("show", "P-2", "--as-of", "2098-12-31", "--format", "json").output)
    assert shown["state"]["standing"] == "not due"


def test_another_currency(opened: Run) -> None:
    shown = opened(
        "report", "P-3", "--by", "CHN", "--to", "KAZ", "--value", "20", "--unit", "USD",
        "--rate", "7.15", "--rate-source", "PBoC", "--on", "2025-09-30",
    )  # fmt: skip
    assert "143 CNY (20 USD at 7.15, PBoC) to KAZ" in shown.output


@pytest.mark.parametrize("value", ["1e400", "1e-25", "1e999999", "99999999999999999999", "0.5e-7"])
def test_what_is_no_amount_says_why(opened: Run, value: str) -> None:
    shown = opened("report", "P-3", "--by", "CHN", "--to", "KAZ", "--value", value, ok=False)
    assert shown.output.startswith("Error: A report of ")


def test_a_confirmation_is_bounded_by_its_report(opened: Run) -> None:
    name = last(opened(*REPORT).output)
    refused = opened("confirm", name, "--by", "KAZ", "--value", "151", ok=False)
    assert "150 are left for KAZ to confirm" in refused.output
    assert "confirmation  150 of" in opened("confirm", name.lower(), "--by", "KAZ").output
    assert "has confirmed all of" in opened("confirm", name, "--by", "KAZ", ok=False).output
    for_all = ("report", "P-3", "--by", "CHN", "--to", "C5", "--value", "600", "--on", "2025-09-30")
    name = last(opened(*for_all).output)
    refused = opened("confirm", name, "--by", "KAZ", ok=False)
    assert "an equal share would be 120" in refused.output


def test_names_are_taken_in_small_letters(opened: Run) -> None:
    for name in ("p-3", "P3", "3"):
        assert opened("show", name).output.startswith("P-3")
    assert "give a pledge such as P-3" in opened("show", "D-1", ok=False).output
