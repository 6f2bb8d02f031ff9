import subprocess
import sys

import click

from tests.cli.conftest import Run
from zakuro.cli import main
from zakuro.cli.main import COMMANDS, GROUPS


def test_the_list_says_what_each_command_says_of_itself() -> None:
    context = click.Context(main)
    for name, (_, line) in COMMANDS.items():
        command = main.get_command(context, name)
        assert command is not None
        first = (command.help or "").split("\n")[0].replace("\x08", "").strip()
        said, _, _ = first.partition(":")
        assert said.startswith(line.rstrip(".")), (name, first, line)


def test_the_list_comes_without_loading_the_commands() -> None:
    code = (
        "import sys; from click.testing import CliRunner; from zakuro.cli import main;"
        "shown = CliRunner().invoke(main, ['--help']).output; assert 'export-log' in shown;"
        "print(sorted(name for name in sys.modules if name.startswith('zakuro.cli.books.')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_an_unknown_command_is_said(zakuro: Run) -> None:
    assert "No such command 'pay'" in zakuro("pay", ok=False).output


def test_what_the_user_can_mend_is_one_line_and_no_trace(zakuro: Run) -> None:
    shown = zakuro("pledges", ok=False)
    assert shown.exit_code == 1
    assert shown.output == (
        "Error: Say which books: --books FILE, or set ZAKURO_BOOKS. "
        "`zakuro init FILE` makes new ones.\n"
    )


def test_every_command_stands_in_one_group() -> None:
    named = [name for names in GROUPS.values() for name in names]
    assert len(named) == len(set(named))
    assert set(COMMANDS) <= set(named)


def test_the_help_stands_in_groups_and_says_where_to_start(zakuro: Run) -> None:
    shown = zakuro("--help").output
    places = [shown.index(f"\n{group}:") for group in GROUPS]
    assert places == sorted(places)
    assert "More:" not in shown
    assert shown.rstrip().splitlines()[-4].strip() == "Where to start:"
    assert "take-in" not in shown
