"""Acts that books once took and should not have: each is refused, says why, and leaves no trace.

The books are those of a user: made, filled and acted on by commands alone.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from zakuro.cli import main

Run = Callable[..., Result]

CHARTER = """
name = "Six"
members = ["CHN", "KAZ", "UZB"]
[mandates]
CHN = ["anna"]
KAZ = ["anna", "aliya"]
[keys]
UZB = "{key}"
"""
WORDS = """Joint statement

China will provide Kazakhstan with 10 million yuan in grants by 31 December 2027.

China will provide Kazakhstan with 40 buses by the end of 2027.

China will provide Kazakhstan with 12 million yuan in loans by 31 December 2027.

China will provide Kazakhstan with 5 million yuan in humanitarian aid.
"""
LATER = """News

China has provided Kazakhstan with 2 million yuan in grants.

China will provide Uzbekistan with 7 ambulances by the end of 2028.
"""
BENT = '{"quantities":[{"start":0,"end":1,"exact":"x","value":"5","unit":"CNY","bound":"exact"}]}'
REPORT = ("report", "P-1", "--by", "CHN", "--value", "6000000", "--on", "2026-03-01")


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def done(*words: str) -> str:
    result = run(*words)
    assert result.exit_code == 0, (words, result.output)
    return result.output


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Books with P-1 to P-4, a report of 6 million on P-1, and 4 of them confirmed."""
    place = tmp_path_factory.mktemp("books")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        patch.setenv("ZAKURO_PERSON", "anna")
        patch.setenv("ZAKURO_BOOKS", "books.db")
        key = done("key", "make", "uzb.pem").strip()
        Path("charter.toml").write_text(CHARTER.format(key=key), "utf-8")
        Path("other.toml").write_text('name = "Two"\nmembers = ["CHN", "KAZ"]\n', "utf-8")
        Path("words.txt").write_text(WORDS, "utf-8")
        Path("later.txt").write_text(LATER, "utf-8")
        done("init", "books.db", "--charter", "charter.toml", "--name", "example.org/six")
        done("add", "words.txt", "--published", "2025-06-17")
        for name in ("s1", "s2", "s3", "s4"):
            done("review", "--accept", f"D-1:{name}")
        done("add", "later.txt", "--published", "2026-06-17")
        report = done(*REPORT).split()[0]
        confirm = ("--by", "KAZ", "--value", "4000000", "--on", "2026-03-10")
        Path("report").write_text(report, "utf-8")
        done("confirm", report, *confirm)
        done("milestone", "P-1", "--by", "CHN", "--on", "2027-06-01", "--value", "5000000")
        done("report", "P-1", "--by", "CHN", "--from", "D-2:s1", "--on", "2026-06-01")
    return place


@pytest.fixture
def books(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of those books, in the directory in which commands run."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ZAKURO_PERSON", "anna")
    monkeypatch.setenv("ZAKURO_BOOKS", "books.db")
    return tmp_path


TODAY = "the day of its word"
ACTS: list[tuple[str, str]] = [
    # An option that the way of reviewing does not use.
    ("review --document D-1 --accept D-2:s2", "--document means nothing here"),
    ("review --kind pledge --accept D-2:s2", "--kind means nothing here"),
    ("review --with {bent}", "--with means nothing here"),
    ("review --set value=1", "--set means nothing here"),
    ("review --list --all", "does not go with"),
    # A correction on words that do not say it.
    ("review --correct D-2:s2 --with {bent}", "do not stand at 0-1"),
    # The same delivery told twice.
    ("report P-1 --by CHN --value 6000000 --on 2026-03-01", "tells of the same 6,000,000 CNY"),
    ("report P-1 --by CHN --value 6000000 --on 2026-03-20", "tells of the same 6,000,000 CNY"),
    ("report P-1 --by CHN --from D-2:s1 --on 2026-06-02", "already"),
    # More confirmed than reported, twice, before it, by another; without a report and an amount.
    ("confirm {report} --by KAZ --value 4000000", "2,000,000 are left for KAZ"),
    ("confirm {report} --by KAZ --value 2000001", "2,000,000 are left for KAZ"),
    ("confirm {report} --by KAZ --value 1 --on 2026-01-15", "2026-01-15 is before it"),
    ("confirm {report} --by UZB --value 1", "Only KAZ, who received it"),
    ("confirm P-1 --by KAZ", "Say how much"),
    ("dispute {report} --by KAZ --value 2000001 --reason x", "2,000,000"),
    ("dispute {report} --by CHN --value 1 --reason x", "Only KAZ"),
    # The debtor moves its own yardstick.
    ("milestone P-1 --by CHN --on 2026-02-01 --value 1", TODAY),
    ("milestone P-1 --by CHN --on 2027-07-01 --value 20000000", "no more than that"),
    ("milestone P-1 --by CHN --on 2028-06-01 --value 6000000", "is due before 2028-01-01"),
    ("milestone P-1 --by CHN --on 2027-08-01 --value 4000000", "milestones rise with the days"),
    ("milestone P-1 --by KAZ --on 2027-08-01 --value 6000000", "giver"),
    ("term P-1 --by CHN --end 2030-01-01", "a promise is not moved"),
    ("term P-4 --by CHN --end 2020-12-31", "cannot be due before it"),
    ("withdraw P-1 --by KAZ --reason x", "Only a giver of P-1"),
    # A score, or a search, that rests on nothing.
    ("assess P-1 --party KAZ --value 1 --evidence https://x.org", "promised nothing"),
    ("assess P-1 --party CHN --value 1", "give --evidence"),
    ("looked P-1 --until 2999-01-01 --in x", "has not come yet"),
    # Amounts out of bounds.
    ("report P-1 --by CHN --value 1e30", "more than these books take"),
    ("report P-1 --by CHN --value 1e400", "more than these books take"),
    ("report P-1 --by CHN --value 0.0000001", "more than 6 decimal places"),
    ("report P-1 --by CHN --value nan", "is no amount"),
    ("report P-1 --by CHN --value -5", "give a value above zero"),
    ("report P-2 --by CHN --value 0.5", "give a whole number"),
    ("report P-1 --by CHN --value 2 --unit bananas --rate 2 --rate-source x", "is no currency"),
    ("report P-1 --by CHN --value 2 --unit USD", "--rate"),
    # A part that is not one.
    ("link P-1 --part-of P-2", "in the unit of its whole"),
    ("link P-3 --part-of P-1", "is larger than P-1"),
    ("link P-1 --part-of P-1", "part of"),
    # Who may.
    ("reverse {report} --by CHN --reason x", "only with the receiver"),
    ("report P-1 --by KAZ --value 1", "only the giver's word reports"),
    ("confirm {report} --by KAZ --value 1 --filed-by carl", "has no mandate of KAZ"),
    ("key register {key} --party KAZ", "Error"),
    ("key register {new} --party UZB", "Error"),
    # What does not exist.
    ("pledges --giver XX", "is no party"),
    ("pledges --giver china", "is no party"),
    ("pledges --topic grants", "is no topic"),
    ("show P-99", "no pledge P-99"),
    ("pledges --books mysql://x/y", "not kept in mysql"),
]
"""Commands, and words of why each is refused."""


@pytest.mark.parametrize(("command", "why"), ACTS, ids=[command for command, _ in ACTS])
def test_it_is_refused_and_leaves_no_trace(books: Path, command: str, why: str) -> None:
    report = (books / "report").read_text("utf-8")
    key = done("key", "make", "new.pem").strip()
    words = command.format(report=report, key=_key(books), new=key, bent=BENT).split()
    before = done("verify")
    refused = run(*words)
    assert refused.exit_code != 0, refused.output
    assert "Error: " in refused.output
    assert why in refused.output
    assert "Traceback" not in refused.output
    assert done("verify") == before


def _key(books: Path) -> str:
    """The key that is Uzbekistan's."""
    return (books / "charter.toml").read_text("utf-8").split('"')[-2]


def test_another_charter_waits_for_signatures(books: Path) -> None:
    assert "1 member signs for it" in done("charter", "other.toml")
    assert "UZB" in done("charter")
    assert books.exists()


def test_all_statements_of_one_document_are_those_of_no_other(books: Path) -> None:
    Path("more.txt").write_text("China will provide Kazakhstan with 9 trams by 2028.", "utf-8")
    done("add", "more.txt", "--published", "2025-07-17")
    assert "D-3:s1  opened P-5" in done("review", "--document", "D-3", "--all", "--yes")
    assert "D-2:s2" in done("review", "--list")
    assert books.exists()


def test_names_may_be_written_small(books: Path) -> None:
    assert done("show", "p-1") == done("show", "P-1") == done("show", "1")
    assert books.exists()


def test_amounts_and_standings_are_of_one_day(books: Path) -> None:
    assert "0 as of 2025-06-16" in done("pledges", "--as-of", "2025-06-16")
    assert "CNY" not in done("balance", "--as-of", "2025-06-16")
    assert "CNY" in done("balance", "--as-of", "2025-06-17")
    assert books.exists()


def test_a_pledge_taken_back_says_so_and_counts_nowhere(books: Path) -> None:
    opening = json.loads(done("show", "P-2", "--format", "json"))["entries"][0]
    done("reverse", f"E-{opening['number']}", "--reason", "read wrongly")
    assert "taken back" in done("show", "P-2").splitlines()[2]
    assert "buses" not in done("balance")
    assert books.exists()
