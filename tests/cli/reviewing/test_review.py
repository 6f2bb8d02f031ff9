import json
import re
import shlex
import subprocess
import sys

import pytest
from click.testing import CliRunner

from tests.cli.conftest import Run
from tests.flow.builder import THIS_YEAR, amount, books_at, file, mark, said, summit
from zakuro.cli import main
from zakuro.cli.modes import Mode
from zakuro.cli.reviewing.review import MODES, review
from zakuro.flow.keeping.books import open_books


@pytest.fixture
def filed(zakuro: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line with the summit's document taken in, and nothing reviewed."""
    with books_at("books.db") as books:
        file(books, summit())
    monkeypatch.setenv("ZAKURO_BOOKS", "books.db")
    return zakuro


def pledges(run: Run) -> list[str]:
    return [pledge["statement"] for pledge in json.loads(run("pledges", "--format", "json").output)]


def test_by_single_keys(filed: Run) -> None:
    keys = "a" + "s" + "rnot a grant\n" + "x" + "a" + "q"
    shown = filed("review", keys=keys).output
    assert "1/5  D-1:s1  CHN → C5: 3 centres (counted) (establish centre)" in shown
    assert "D-1:s1  opened P-1" in shown
    assert "D-1:s3  refused" in shown
    assert "D-1:s4  opened P-2" in shown
    assert pledges(filed) == ["D-1:s1", "D-1:s4"]
    assert "2/2" in filed("review", keys="ss").output


def test_keys_may_come_from_a_pipe_and_their_end_is_the_end(filed: Run) -> None:
    shown = subprocess.run(
        [sys.executable, "-c", "from zakuro.cli import main; main()", "review"],
        input="as",
        capture_output=True,
        text=True,
        check=True,
        start_new_session=True,
    )
    assert "D-1:s1  opened P-1" in shown.stdout
    assert "3/5  D-1:s3" in shown.stdout
    assert pledges(filed) == ["D-1:s1"]


def test_a_key_that_fails_asks_again(filed: Run) -> None:
    shown = filed("review", keys="j" + "P-7\n" + "c" + "Kasachstan\n" + "\n" * 7 + "q").output
    assert "Not done: There is no pledge P-7" in shown
    assert "Not done: 'Kasachstan' is no party" in shown
    assert pledges(filed) == []


def test_correct_by_a_key(filed: Run) -> None:
    filed("review", keys="s" * 4 + "c" + "\nKAZ\n" + "\n" * 6)
    (pledge,) = json.loads(filed("pledges", "--format", "json").output)
    assert (pledge["statement"], pledge["receivers"]) == ("D-1:s5", "KAZ")


def test_by_options(filed: Run) -> None:
    shown = filed("review", "--accept", "D-1:s3", "--accept", "D-1:s4", "--refuse", "D-1:s5",
                  "--reason", "vague").output  # fmt: skip
    assert shown == (
        "D-1:s3  opened P-1: CHN → C5: 1,500,000,000 CNY (provide grant), 2025\n"
        "D-1:s4  opened P-2: CHN → C5: 3,000 training places (provide training places), "
        "2025-06-17/2027-06-17\nD-1:s5  refused\n"
    )
    filed("review", "--join", "D-1:s2=P-1")
    filed("review", "--unjoin", "D-1:s2", "--reason", "a platform is no grant")
    filed("review", "--correct", "D-1:s1", "--set", "value=4", "--set", "unit={centre}")
    assert "4 centres" in filed("pledges").output
    waiting = json.loads(filed("review", "--list", "--format", "json").output)
    assert [found["name"] for found in waiting] == ["D-1:s2"]
    assert "D-1:s2" in filed("review", "--list").output
    assert "D-1:s2  opened P-4" in filed("review", "--all", "--yes").output


def test_options_that_miss_something_say_so(filed: Run) -> None:
    assert "--reason" in filed("review", "--refuse", "D-1:s5", ok=False).output
    assert "D-1:s7=P-3" in filed("review", "--join", "D-1:s5", ok=False).output
    assert "no statement D-1:s99" in filed("review", "--accept", "D-1:s99", ok=False).output
    both = filed("review", "--accept", "D-1:s1", "--accept", "D-1:s99", ok=False)
    assert "no statement" in both.output
    assert pledges(filed) == []


def test_a_written_policy(filed: Run) -> None:
    shown = filed("review", "--policy", "What is promised outright", "--strength", "commits",
                  "--yes")  # fmt: skip
    assert shown.output.count("opened") == 3
    entries = json.loads(filed("show", "P-1", "--format", "json").output)["entries"]
    assert entries[0]["author"]["filed_by"].startswith("policy E-")


def options() -> list[str]:
    found = [p.name or "" for p in review.params if not (p.name or "").startswith("given_")]
    return [name for name in found if name != "help"]


VALUES: dict[str, tuple[str, ...]] = {
    "accept": ("--accept", "D-1:s3"), "correct": ("--correct", "D-1:s4"),
    "join": ("--join", "D-1:s2=P-1"), "refuse": ("--refuse", "D-1:s5"),
    "unjoin": ("--unjoin", "D-1:s7"), "all": ("--all",), "policy": ("--policy", "All."),
    "list": ("--list",), "set": ("--set", "value=3000"), "with": ("--with", "{}"),
    "reason": ("--reason", "so"), "part_of": ("--part-of", "P-1"), "anew": ("--anew",),
    "each": ("--each",), "add_up": ("--add-up",), "together": ("--together",),
    "to": ("--to", "C5"), "yes": ("--yes",),
    "document": ("--document", "D-1"), "kinds": ("--kind", "pledge"),
    "rules": ("--rule", "list-item"), "strengths": ("--strength", "commits"),
}  # fmt: skip
CHOOSING = [mode.chosen_by for mode in MODES if mode.chosen_by]


def test_the_table_holds_every_option() -> None:
    assert set(VALUES) == set(options())
    assert {option for mode in MODES for option in mode.uses} | set(CHOOSING) == set(options())


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: mode.name)
@pytest.mark.parametrize("option", [o for o in VALUES if o not in CHOOSING])
def test_an_option_that_a_mode_does_not_use_is_refused(filed: Run, mode: Mode, option: str) -> None:
    words = VALUES[mode.chosen_by] if mode.chosen_by else ()
    shown = CliRunner().invoke(main, ["review", *words, *VALUES[option]], input="")
    assert ("means nothing here" in shown.output) is (option not in mode.uses), shown.output
    if option not in mode.uses:
        assert shown.exit_code == 1
        assert pledges(filed) == []


@pytest.mark.parametrize("mode", [m for m in MODES if m.alone and m.chosen_by], ids=str)
@pytest.mark.parametrize("other", CHOOSING)
def test_what_decides_many_goes_with_nothing_else(filed: Run, mode: Mode, other: str) -> None:
    if other != mode.chosen_by:
        shown = filed("review", *VALUES[mode.chosen_by], *VALUES[other], ok=False)
        assert "does not go with" in shown.output


def test_all_shows_what_it_would_do_and_asks(filed: Run) -> None:
    shown = filed("review", "--all", keys="n\n", ok=False).output
    assert "D-1:s3  CHN → C5: 1,500,000,000 CNY (provide grant), 2025" in shown
    assert "5 statements: 5 open, 0 join. Go on?" in shown
    assert "Nothing was entered" in shown
    assert "--yes" in filed("review", "--all", keys="", ok=False).output
    assert "--yes" in filed("review", "--all", "--format", "json", ok=False).output
    assert pledges(filed) == []
    assert "D-1:s5  opened P-5" in filed("review", "--all", keys="y\n").output
    assert "no statement waits" in filed("review", "--all", keys="y\n", ok=False).output


def test_all_means_the_selected_document_only(filed: Run) -> None:
    with open_books("books.db") as books:
        file(books, [said("pledge", "a railway", "build", "railway", givers=("KAZ",))])
    assert "opened P-1" in filed("review", "--all", "--document", "D-2", "--yes").output
    assert pledges(filed) == ["D-2:s1"]
    shown = filed("review", "--policy", "Sure.", "--document", "D-1", "--rule", "list-item",
                  "--yes").output  # fmt: skip
    assert [line.split()[0] for line in shown.splitlines()] == ["D-1:s1"]


def test_what_is_left_is_listed_with_its_reason(filed: Run) -> None:
    with open_books("books.db") as books:
        file(books, [said("pledge", "ten million", "provide", "grant", amount(10, "USD"),
                          receivers=())])  # fmt: skip
    shown = filed("review", "--all", "--document", "D-2", ok=False).output
    assert "D-2:s1  waits: D-2:s1 does not say to whom" in shown
    assert "receivers" in filed("review", "--list", "--document", "D-2").output
    shown = filed("review", "--all", "--document", "D-2", "--to", "world", "--yes").output
    assert shown == "D-2:s1  opened P-1: CHN → everyone: 10 USD (provide grant)\n"


def test_the_list_shows_what_will_be_opened_with_its_bound(filed: Run) -> None:
    with open_books("books.db") as books:
        file(books, [said("pledge", "up to ten", "provide", "loan",
                          amount(10, "USD", bound="at-most"))])  # fmt: skip
    assert "CHN → C5: ≤ 10 USD (provide loan)" in filed("review", "--list").output
    assert "208" not in filed("review", "--list").output.replace("208 million", "")


def test_candidates_are_shown_when_joining_by_keys(opened: Run) -> None:
    with open_books("books.db") as books:
        file(books, [said("pledge", "a portal for trade", "build", "network", topics=("trade",)),
                     said("pledge", "grants as said", "provide", "grant",
                          amount(1_500_000_000, "CNY"), period=THIS_YEAR)])  # fmt: skip
    shown = opened("review", keys="a" + "j\n" + "a").output
    assert "It may say P-2 again: “a platform for trade” (D-1:s2)" in shown
    assert "[n]ew" in shown
    assert "Not done: D-2:s1 may say P-2 again" in shown
    assert "D-2:s1  says P-2 again: joined" in shown
    assert "D-2:s2  says P-3 again: joined" in shown


def test_every_command_that_an_error_recommends_runs(filed: Run) -> None:
    with open_books("books.db") as books:
        file(books, [
            said("pledge", "ten million", "provide", "grant", amount(10, "USD"), receivers=()),
            said("pledge", "will be given", "provide", "loan", givers=()),
            said("pledge", "ten and twenty", "provide", "fund", amount(10, "USD"),
                 amount(20, "USD")),
            said("pledge", "five each", "supply", "equipment", amount(5, "{place}"),
                 receivers=("KAZ",), derivation=(mark("each"),)),
            said("pledge", "fifteen and one", "donate", "vaccine", amount(15, "USD"),
                 amount(1, "USD")),
        ])  # fmt: skip
        file(books, [said("pledge", "ten million more", "allocate", "grant", topics=("trade",))])
        file(books, [said("pledge", "a fund of money", "allocate", "grant", topics=("trade",))])
    filed("review", "--accept", "D-3:s1")
    advised = []
    for name in ("D-2:s1", "D-2:s2", "D-2:s3", "D-2:s4", "D-2:s5", "D-4:s1"):
        error = filed("review", "--accept", name, ok=False).output
        advised.append([shlex.split(words) for words in re.findall("`zakuro (.*?)`", error)])
    assert [len(commands) for commands in advised] == [1, 1, 2, 1, 2, 2]
    for commands, take in zip(advised, (0, 0, 0, 0, 1, 1), strict=True):
        assert "opened P-" in filed(*commands[take]).output


def test_the_other_command_that_an_error_recommends_runs_too(opened: Run) -> None:
    with open_books("books.db") as books:
        file(books, [said("pledge", "a portal for trade", "build", "network", topics=("trade",))])
    error = opened("review", "--accept", "D-2:s1", ok=False).output
    join, _ = re.findall("`zakuro (.*?)`", error)
    assert "joined" in opened(*shlex.split(join)).output
